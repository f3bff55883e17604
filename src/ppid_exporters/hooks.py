"""How the built-in formats join in: by the same hook as those of strangers."""

from __future__ import annotations

from collections.abc import Iterator

from ppid_core.plugins import Exporter, hookimpl
from ppid_exporters.csv import CsvExporter
from ppid_exporters.docx import DocxExporter
from ppid_exporters.html import HtmlExporter
from ppid_exporters.json import JsonExporter
from ppid_exporters.markdown import MarkdownExporter
from ppid_exporters.pdf import PdfExporter
from ppid_exporters.xlsx import XlsxExporter


@hookimpl
def ppid_register_exporters() -> Iterator[Exporter]:
    """Yield the built-in exporters; what they need beyond the library is imported when they export."""
    yield HtmlExporter()
    yield DocxExporter()
    yield PdfExporter()
    yield XlsxExporter()
    yield CsvExporter()
    yield JsonExporter()
    yield MarkdownExporter()
