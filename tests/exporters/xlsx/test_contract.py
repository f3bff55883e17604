"""What the kit promises of every format."""

from __future__ import annotations

import pytest

from ppid_core.testing import ExporterContract
from ppid_core.testing.contract.exporter import Reader
from ppid_core.testing.readers.xlsx import read_xlsx
from ppid_exporters.xlsx import XlsxExporter


class TestXlsx(ExporterContract):
    """The contract of the kit."""

    @pytest.fixture
    def exporter(self) -> XlsxExporter:
        """The exporter under test."""
        return XlsxExporter()

    @pytest.fixture
    def reader(self) -> Reader:
        """The way back from the file to its figures."""
        return read_xlsx
