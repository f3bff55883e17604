"""The workbook as a whole: its sheets in order, and one file that is the same each time."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from ppid_core.errors import ExtraMissingError
from ppid_core.intake.cells.cell import Cells
from ppid_core.intake.form.choices import all_choices
from ppid_core.intake.form.guiding import write_example, write_guide
from ppid_core.intake.form.pen import LISTS, Pen
from ppid_core.intake.form.sheet import write_table
from ppid_core.intake.tables import table_headings
from ppid_core.model import InformationType

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
GUIDE, EXAMPLE = "Petunjuk", "Contoh"
"""Sheets that are never read as data."""
LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)


def form(tables: Mapping[str, Sequence[Cells]] | None = None, types: Sequence[InformationType] = ()) -> bytes:
    """Return a workbook (.xlsx) with a sheet for each table.

    Args:
        tables: rows that are filled in already, by table; the others are empty.
        types: the types of information, which head the columns of *ketersediaan*; without any, its headings
            are chosen from the sheet *jenis_informasi*.

    Raises:
        ExtraMissingError: XlsxWriter is not installed.
    """
    try:
        from xlsxwriter import Workbook  # noqa: PLC0415  an extra
    except ModuleNotFoundError as missing:
        raise ExtraMissingError("xlsx", "xlsx") from missing
    file = io.BytesIO()
    with Workbook(file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        book.set_properties({"title": "Register PPID", "created": LONG_AGO})
        pen = Pen.of(book, all_choices())
        write_guide(book.add_worksheet(GUIDE), pen)
        for table in table_headings().values():
            write_table(book.add_worksheet(table.name), pen, table, (tables or {}).get(table.name, ()), types)
        write_example(book.add_worksheet(EXAMPLE), pen)
        pen.write_lists(book.add_worksheet(LISTS))
    return file.getvalue()
