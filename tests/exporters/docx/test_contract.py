from __future__ import annotations

import pytest

from ppid_core.plugins import Exporter
from ppid_core.testing import ExporterContract
from ppid_core.testing.contract.exporter import Reader
from ppid_core.testing.readers.docx import read_docx
from ppid_exporters.docx import DocxExporter

pytestmark = pytest.mark.slow  # where the kit is asked of a whole document


class TestDocx(ExporterContract):
    @pytest.fixture
    def exporter(self) -> Exporter:
        return DocxExporter()

    @pytest.fixture
    def reader(self) -> Reader:
        return read_docx
