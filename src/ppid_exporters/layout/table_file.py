"""A printed table as a CSV file, for what is too long to print."""

from __future__ import annotations

import csv
import io
import re

from ppid_core.language import Lang
from ppid_core.report import Table
from ppid_exporters.layout.cell import is_text, plain

_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_GUARDED = re.compile(r"''*[=+\-@\t\r]")


def table_file(table: Table, lang: Lang) -> bytes:
    """Return the file of one table (RFC 4180, UTF-8 with the mark by which spreadsheets know it)."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow([guard(column.heading) for column in table.columns])
    for line in table.lines:
        cells = ((value, plain(value, lang)) for value in line)
        writer.writerow([guard(words) if is_text(value) else words for value, words in cells])
    return stream.getvalue().encode("utf-8-sig", "replace")


def guard(text: str) -> str:
    """Return ``text`` so that no spreadsheet takes it for a formula: an apostrophe goes before its sign."""
    return f"'{text}" if _FORMULA.match(text) else text


def unguard(text: str) -> str:
    """Return the text that `guard` was given."""
    return text[1:] if _GUARDED.match(text) else text
