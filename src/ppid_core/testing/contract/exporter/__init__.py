"""The contract of exporters: what every format promises to whoever prints, sends or reads it."""

from __future__ import annotations

import pytest

from ppid_core.plugins import Exporter
from ppid_core.testing.contract.exporter.figures import Figured, Reader
from ppid_core.testing.contract.exporter.files import Filed
from ppid_core.testing.contract.exporter.view import Characters, View
from ppid_core.testing.contract.exporter.words import Worded

NO_EXPORTER = """The contract does not know which exporter it is about. Give the class a fixture:

    @pytest.fixture
    def exporter(self):
        return MyExporter()
"""


class ExporterContract(Filed, Figured, Worded):
    """Tests of one exporter: subclass it as ``TestMine`` and define the fixture ``exporter``.

    Two more fixtures may be defined. ``reader`` is a function ``(artifacts, lang) -> {measure: figure}``, as
    `read_csv`: with it, every figure of a report is exported and read back. ``characters`` is a function
    ``(artifact) -> str`` for a format that the kit cannot open (it opens text, JSON, HTML, XML, and ZIP
    archives of them such as .docx, .xlsx, .ods): with it, promises about text are kept by such a format too.

    >>> from ppid_core.testing import ExporterContract, promises
    >>> "test_every_figure_is_read_back" in {promise.name for promise in promises(ExporterContract)}
    True

    Attributes:
        rows: how many rows the long table has.
    """

    @pytest.fixture
    def exporter(self) -> Exporter:
        """The exporter under test; every test gets it anew."""
        pytest.fail(NO_EXPORTER, pytrace=False)

    @pytest.fixture
    def reader(self) -> Reader | None:
        """From files back to figures, None where nobody can read them."""
        return None

    @pytest.fixture
    def characters(self) -> Characters | None:
        """From a file to its characters, None where the kit's own way is enough."""
        return None

    @pytest.fixture
    def view(self, exporter: Exporter, characters: Characters | None) -> View:
        """The exporter, and what can be read of its files."""
        return View(exporter=exporter, characters=characters)


__all__ = ["Characters", "ExporterContract", "Reader"]
