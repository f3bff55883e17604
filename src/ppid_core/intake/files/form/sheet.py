"""One sheet for one table: headings with their meaning, rows to fill in, what a cell offers and warns of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, time
from decimal import Decimal
from typing import Any

from ppid_core.glossary.heading import Heading, TableHeadings
from ppid_core.glossary.key import report_keys
from ppid_core.intake.cells import unguarded
from ppid_core.intake.cells.cell import Cell, Cells
from ppid_core.intake.cells.value import cell_text
from ppid_core.intake.files.form.choices import KEYS, SIGN, ColumnKind, choice_of, kind_of
from ppid_core.intake.files.form.pen import Pen, Worksheet
from ppid_core.intake.tables import MATRIX, PERIOD
from ppid_core.intake.tables.report import EXPLANATION
from ppid_core.intake.tables.spec import Choice
from ppid_core.intake.typed_tables import TOTAL
from ppid_core.model import InformationType
from ppid_core.writing.numbers import EXACT

_HEADING, _FIRST = 2, 3
"""Rows from 0: the title and the meaning of each heading stand above."""
_ROWS, _TYPES = 1000, 24
_WIDTHS = {
    ColumnKind.PROSE: 48,
    ColumnKind.DATE: 18,
    ColumnKind.COUNT: 14,
    ColumnKind.YEAR: 12,
    ColumnKind.AGENCY: 28,
}
_LINE, _MOST_LINES = 15, 20
"""Points of one line, and the most lines that a row is high."""
_EARLIEST, _LATEST = date(1910, 1, 1), date(2199, 12, 31)
"""Other days are text: the calendar of a spreadsheet begins in 1900, with a day that never was."""
_MOST_FIGURES = 15
"""Figures that a number of a spreadsheet holds."""
_LOOKS = {
    ColumnKind.DATE: "date",
    ColumnKind.COUNT: "number",
    ColumnKind.MONEY: "number",
    ColumnKind.FIGURE: "figure",
    ColumnKind.YEAR: "year",
    ColumnKind.HOUR: "hour",
}
_TICK = "√ tersedia, - tidak tersedia, n/a tidak berlaku, dikecualikan; kosong bila belum diisi"
_OPTION = "pengaturan satu format keluaran"
_CASES = frozenset({"permohonan", "keberatan", "sengketa", "gugatan"})
_INSTEAD = "jumlah_pemohon"
"""Stands in place of *jumlah*, never beside it."""


def write_table(
    sheet: Worksheet,
    pen: Pen,
    table: TableHeadings,
    rows: Sequence[Cells],
    types: Sequence[InformationType],
) -> None:
    """Write one table."""
    if table.name == "laporan":
        _write_report(sheet, pen, table, rows)
        return
    headings = [one for one in table.headings if not one.is_ticked and _is_shown(table.name, one.name, rows)]
    _write_head(sheet, pen, table, headings)
    codes = _write_types(sheet, pen, types, len(headings)) if table.name == MATRIX else []
    for at, heading in enumerate(headings):
        check_column(sheet, pen, table.name, heading, at)
    write_rows(sheet, pen, table.name, [*(heading.name for heading in headings), *codes], rows)


def write_rows(
    sheet: Worksheet,
    pen: Pen,
    table: str,
    names: Sequence[str],
    rows: Sequence[Cells],
    *,
    first: int = _FIRST,
) -> None:
    """Write the cells of rows from row ``first`` on, in the columns that are named."""
    for row, cells in enumerate(rows, start=first):
        sheet.set_row(row, _LINE * max(_lines(table, name, cells.get(name)) for name in names))
        for at, name in enumerate(names):
            _write_cell(sheet, pen, (row, at), cells.get(name), kind_of(table, name))


def _write_cell(sheet: Worksheet, pen: Pen, place: tuple[int, int], value: Cell, kind: ColumnKind) -> None:
    """Write one value, typed where a spreadsheet can hold it exactly."""
    look = pen.formats[_LOOKS.get(kind, "text")]
    match value:
        case None | "":
            return
        case date() if _EARLIEST <= value <= _LATEST:
            sheet.write_datetime(*place, value, pen.formats["date"])
        case time() if not value.second:
            sheet.write_datetime(*place, value, pen.formats["hour"])
        case int() | Decimal() if _is_exact(value):
            sheet.write_number(*place, value, look)
        case str():
            sheet.write_string(*place, _loose(cell_text(value)), pen.formats["text"])
        case _:
            sheet.write_string(*place, cell_text(value), pen.formats["text"])


def _loose(text: str) -> str:
    """Return text without the apostrophe that it needs in a CSV file and not in a cell of text."""
    bare = unguarded(text)
    return bare if unguarded(bare) == bare else text


def _lines(table: str, name: str, value: Cell) -> int:
    """Return how many lines a cell needs in its column."""
    if not isinstance(value, str):
        return 1
    room = _width(table, name)
    return min(sum(len(line) // room + 1 for line in cell_text(value).split("\n")), _MOST_LINES)


def _width(table: str, name: str) -> int:
    return _WIDTHS.get(kind_of(table, name), 22)


def _is_exact(value: int | Decimal) -> bool:
    return (
        len(Decimal(value).normalize(EXACT).as_tuple().digits) <= _MOST_FIGURES
        and -(10**_MOST_FIGURES) < value < 10**_MOST_FIGURES
    )


def _is_shown(table: str, name: str, rows: Sequence[Cells]) -> bool:
    """Tell whether a column is there: a register of one case a line needs no column of counts."""
    if (table, name) == (MATRIX, PERIOD):
        return any(PERIOD in row for row in rows)
    if name == _INSTEAD:
        return any(_INSTEAD in row for row in rows)
    if name != "jumlah" or table not in _CASES:
        return True
    return not any(_INSTEAD in row for row in rows) and any(map(_needs_a_count, rows))


def _needs_a_count(row: Cells) -> bool:
    """Tell whether a line stands for other than one case, is a total, or says nothing else."""
    others = {value for name, value in row.items() if name != "jumlah"}
    return row.get("jumlah", 1) != 1 or TOTAL in others or others <= {"", None}


def _write_head(sheet: Worksheet, pen: Pen, table: TableHeadings, headings: Sequence[Heading]) -> None:
    write_meanings(sheet, pen, table, headings)
    for at, heading in enumerate(headings):
        sheet.write_string(_HEADING, at, heading.name, pen.formats["heading"])
    lay_out_page(sheet, _FIRST)


def write_meanings(sheet: Worksheet, pen: Pen, table: TableHeadings, headings: Sequence[Heading]) -> None:
    """Write what a sheet is for, and above each column what it holds."""
    sheet.write_string(0, 0, table.meaning, pen.formats["title"])
    sheet.set_row(1, 60)
    for at, heading in enumerate(headings):
        sheet.write_string(1, at, heading.meaning, pen.formats["meaning"])
        sheet.set_column(at, at, _width(table.name, heading.name))


def lay_out_page(sheet: Worksheet, first: int) -> None:
    """Keep the head in sight, on the screen and on each page; ``first`` is the first row below it."""
    sheet.freeze_panes(first, 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0, first - 1)
    sheet.set_footer("&L&A&R&P / &N")


def check_column(
    sheet: Worksheet, pen: Pen, table: str, heading: Heading, at: int, *, first: int = _FIRST
) -> None:
    """Offer in a column, from row ``first`` on, what may be chosen, and warn of what it cannot hold."""
    kind, choice = kind_of(table, heading.name), choice_of(table, heading.name)
    is_key = table == "opd"
    offered = _AGENCIES if kind is ColumnKind.AGENCY and not is_key else None
    offered = pen.range_of(choice) if choice else offered
    sheet.data_validation(first, at, _ROWS, at, _check_of(kind, offered, choice, heading.meaning))


def _write_types(sheet: Worksheet, pen: Pen, types: Sequence[InformationType], first: int) -> list[str]:
    """Write a column for each type, ready to tick; where none is known, headings are chosen from a list."""
    last = first + (len(types) or _TYPES) - 1
    for at in range(first, last + 1):
        sheet.write_blank(_HEADING, at, None, pen.formats["heading"])
    for at, kind in enumerate(types, start=first):
        sheet.write_string(1, at, kind.label, pen.formats["meaning"])
        sheet.write_string(_HEADING, at, kind.code, pen.formats["heading"])
    heading = _check_of(ColumnKind.WORDS, _TYPE_CODES, None, "kode dari lembar jenis_informasi")
    sheet.data_validation(_HEADING, first, _HEADING, last, heading)
    sheet.data_validation(
        _FIRST, first, _ROWS, last, _check_of(ColumnKind.WORDS, pen.range_of(SIGN), SIGN, _TICK)
    )
    sheet.set_column(first, last, 14)
    return [kind.code for kind in types]


def _write_report(sheet: Worksheet, pen: Pen, table: TableHeadings, rows: Sequence[Cells]) -> None:
    """Write the keys one below the other, each with its value and what it is for."""
    headings = [*table.headings, Heading(EXPLANATION, "untuk apa; kolom ini tidak dibaca")]
    _write_head(sheet, pen, table, headings)
    sheet.set_column(0, 0, 26)
    sheet.set_column(1, 2, 56)
    filled = {str(row["kunci"]): row["isi"] for row in rows}
    meanings = {key.name: key.meaning for key in report_keys()}
    for at, name in enumerate({**meanings, **filled}, start=_FIRST):
        sheet.write_string(at, 0, name, pen.formats["key"])
        _write_cell(sheet, pen, (at, 1), filled.get(name), ColumnKind.YEAR)
        sheet.write_string(at, 2, meanings.get(name, _OPTION), pen.formats["meaning"])
        choice: Choice | None = KEYS.get(name)
        if choice:
            check = _check_of(ColumnKind.WORDS, pen.range_of(choice), choice, meanings[name])
            sheet.data_validation(at, 1, at, 1, check)


_LONGEST_MESSAGE = 255
_AGENCIES = "=opd!$B$4:$B$303"
"""The names on the sheet *opd*."""
_TYPE_CODES = "=jenis_informasi!$A$4:$A$63"
"""The codes on the sheet *jenis_informasi*."""

_CHECKED: Mapping[ColumnKind, Mapping[str, object]] = {
    ColumnKind.DATE: {"validate": "date", "criteria": ">=", "value": date(1990, 1, 1)},
    ColumnKind.COUNT: {"validate": "integer", "criteria": ">=", "value": 0},
    ColumnKind.MONEY: {"validate": "decimal", "criteria": ">=", "value": 0},
    ColumnKind.FIGURE: {"validate": "decimal", "criteria": ">=", "value": 0},
    ColumnKind.YEAR: {"validate": "integer", "criteria": "between", "minimum": 1800, "maximum": 2999},
}
_WARNED: Mapping[ColumnKind, str] = {
    ColumnKind.DATE: "Ini bukan tanggal. Tulis misalnya 07/01/2021 (hari lebih dahulu).",
    ColumnKind.COUNT: "Ini bukan bilangan bulat. Tulis 13, atau 13 (tiga belas).",
    ColumnKind.MONEY: "Ini bukan jumlah rupiah. Tulis misalnya 51904000.",
    ColumnKind.FIGURE: "Ini bukan angka. Tulis misalnya 84 atau 43,07.",
    ColumnKind.YEAR: "Ini bukan tahun. Tulis empat angka, misalnya 2024.",
}


def _check_of(kind: ColumnKind, offered: str | None, choice: Choice | None, meaning: str) -> dict[str, Any]:
    """Return a check for XlsxWriter, which also shows what the column is for.

    Args:
        kind: what the column holds.
        offered: the range of words to choose from, None where there is none.
        choice: the list they come from, None for agencies.
        meaning: what is shown beside the cell.
    """
    shown = {"input_message": meaning[:_LONGEST_MESSAGE]}
    if offered is not None:
        is_open = choice is None or choice.is_open
        refused = {"error_message": "Pilih dari daftar, atau lanjutkan bila memang demikian."}
        return {"validate": "list", "source": offered, "show_error": not is_open, **_soft(refused), **shown}
    if kind in _CHECKED:
        return {**_CHECKED[kind], **_soft({"error_message": _WARNED[kind]}), **shown}
    return {"validate": "any", **shown}


def _soft(check: dict[str, str]) -> dict[str, str]:
    return {"error_title": "Periksa isinya", "error_type": "warning", **check}
