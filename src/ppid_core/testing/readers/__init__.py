"""Readers: from the files that an exporter wrote back to the figures, one reader a format.

A reader is ``(artifacts) -> Mapping[Measure, int | Decimal]``. It reads what a person reads, so a wrong
number in an exporter shows; where one measure has two figures in one document, it raises `AssertionError`.
"""

from __future__ import annotations

from ppid_core.testing.readers.csv import read_csv
from ppid_core.testing.readers.docx import read_docx
from ppid_core.testing.readers.figures import Figure, Figures
from ppid_core.testing.readers.html import read_html
from ppid_core.testing.readers.json import read_json
from ppid_core.testing.readers.markdown import read_markdown
from ppid_core.testing.readers.pdf import read_pdf
from ppid_core.testing.readers.table import read_tables
from ppid_core.testing.readers.xlsx import read_xlsx

__all__ = [
    "Figure",
    "Figures",
    "read_csv",
    "read_docx",
    "read_html",
    "read_json",
    "read_markdown",
    "read_pdf",
    "read_tables",
    "read_xlsx",
]
