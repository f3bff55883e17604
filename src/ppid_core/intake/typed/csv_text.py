"""Tables as CSV that spreadsheets open rightly."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

from ppid_core.intake.cells.cell import Cells
from ppid_core.intake.rows import cell_text


def csv_bytes(headings: Sequence[str], rows: Iterable[Cells]) -> bytes:
    """Return a table with these headings; a heading that a row has not is a blank cell."""
    stream = StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(headings)
    writer.writerows([cell_text(row.get(name)) for name in headings] for row in rows)
    return text_bytes(stream.getvalue())


def text_bytes(text: str) -> bytes:
    """Return UTF-8 with a byte-order mark, by which spreadsheets know it, and keep ticks on saving."""
    return text.replace("\n", "\r\n").encode("utf-8-sig")
