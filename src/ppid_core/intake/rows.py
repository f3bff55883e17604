"""From rows in memory to a sheet: a value becomes the text that a clerk would have typed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum

from ppid_core.glossary import label
from ppid_core.intake.cells import CellError
from ppid_core.intake.sheet import FIRST_ROW, Sheet
from ppid_core.language import Bilingual
from ppid_core.model.amount import is_sane

Rows = Iterable[Mapping[str, object]]
_THOUSANDTHS = 3


def rows_sheet(file: str, rows: Rows, sheet: str = "") -> Sheet:
    """Return the rows as a sheet: its heading is every key, in the order of first use.

    Args:
        file: the name of the table, or the file the rows come from.
        rows: each cell is text, a number, a date, a time, a bool, a member of the model's enums or None.
        sheet: the table, where ``file`` holds several.
    """
    kept = [{str(key): value for key, value in row.items()} for row in rows]
    heading = tuple(dict.fromkeys(key for row in kept for key in row))
    faults: dict[tuple[int, int | None], CellError] = {}
    texts = []
    for number, row in enumerate(kept, start=FIRST_ROW):
        cells = []
        for position, key in enumerate(heading):
            try:
                cells.append(cell_text(row.get(key)))
            except CellError as error:
                faults[number, position] = error
                cells.append(f"({type(row[key]).__name__})")
        texts.append(cells)
    return Sheet(file=file, sheet=sheet, heading=heading, rows=texts, faults=faults)


def cell_text(value: object) -> str:
    """Return ``value`` as a cell.

    Raises:
        CellError: a cell cannot hold a value of that type, or so large a number.
    """
    match value:
        case None:
            return ""
        case str():
            return _typed_text(value)
        case bool() | int():
            return _number_text(value)
        case float() | Decimal() if is_sane(Decimal(value)):
            return _number_text(value)
        case date() | time():
            return _moment_text(value)
    raise CellError(
        Bilingual(
            f"nilai jenis {type(value).__name__} tidak dapat menjadi isi sel.",
            f"a value of type {type(value).__name__} cannot stand in a cell.",
        ),
        Bilingual(
            "teks, angka, tanggal, jam, bool, atau None", "text, a number, a date, a time, a bool or None"
        ),
    )


def _typed_text(value: str) -> str:
    if isinstance(value, StrEnum) and type(value).__module__.startswith("ppid_core.model"):
        return label(value)
    return str(value).replace("\r\n", "\n").replace("\r", "\n")


def _number_text(value: float | Decimal) -> str:
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    whole, _, decimals = f"{Decimal(str(value)):f}".partition(".")
    decimals = decimals.rstrip("0")
    if not decimals:
        return whole
    # Exactly three figures after the sign would be read as thousands.
    return f"{whole},{decimals}{'0' if len(decimals) == _THOUSANDTHS else ''}"


def _moment_text(value: date | time) -> str:
    if isinstance(value, datetime):
        naive = value.replace(tzinfo=None)
        return naive.isoformat(sep=" ", timespec="seconds") if naive.time() != time() else f"{naive.date()}"
    return f"{value:%H:%M:%S}" if isinstance(value, time) else value.isoformat()
