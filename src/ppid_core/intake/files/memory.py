"""From rows in memory to an intake: a value becomes the text that a clerk would have typed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Sized
from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum
from itertools import chain
from numbers import Integral, Real
from types import NoneType
from typing import Any, TypeGuard
from uuid import UUID

from ppid_core.errors import RowError, UnknownNameError
from ppid_core.glossary import label, spelling
from ppid_core.intake.cells import CellError
from ppid_core.intake.ledger import Ledger
from ppid_core.intake.result import Intake
from ppid_core.intake.rows.columns import BATCH, Columns
from ppid_core.intake.sheet import FIRST_ROW, Sheet, refuse_width
from ppid_core.intake.tables import known_tables, table_headings
from ppid_core.intake.year import gather
from ppid_core.language import Bilingual
from ppid_core.model.amount import is_sane
from ppid_core.source import Source

_Faults = dict[tuple[int, int | None], CellError]
_PLAIN_NAMES = frozenset({str})
_SHARED: frozenset[type] = frozenset({str, int, date, NoneType})
"""Types of which no two values are equal that are not the same cell (`True` and `1` are)."""
Rows = Iterable[Mapping[str, object]]
"""The rows of one table; a data frame is taken too, and rows as a database driver makes them."""
_THOUSANDTHS = 3
_MOST_BLANKS, _SCATTERED = 1_000_000, 10
"""A table that lays out to more blank cells than that, and to ten for each filled one, is none."""


def rows_sheet(file: str, rows: Any, sheet: str = "", key: str = "") -> Sheet:  # noqa: ANN401  what has rows
    """Return the rows as a sheet: its heading is every key, in the order of first use.

    Args:
        file: the name of the table, or the file the rows come from.
        rows: as `from_rows` takes them.
        sheet: the table, where ``file`` holds several.
        key: the name under which each row carries the caller's own key; it is no column.

    Raises:
        RowError: there are no rows in it.
        CellError: its rows have more columns than a table has.
    """
    kept = list(mappings(file, rows))
    heading = tuple(name for name in dict.fromkeys(chain.from_iterable(kept)) if name != key)
    refuse_width(len(heading))
    _refuse_scatter(len(heading), kept)
    texts, faults = Columns(width=len(heading)), _Faults()
    for begin in range(0, len(kept), BATCH):
        some = kept[begin : begin + BATCH]
        columns = ([row.get(name) for row in some] for name in heading)
        laid = (_texts(cells, FIRST_ROW + begin, at, faults) for at, cells in enumerate(columns))
        texts.add(len(some), laid)
    keys = {
        number: str(row[key])
        for number, row in enumerate(kept, start=FIRST_ROW)
        if key and key in row and not _is_blank(row[key])
    }
    return Sheet(file=file, sheet=sheet, heading=heading, rows=texts, faults=faults, keys=keys)


def _texts(cells: list[Any], first: int, position: int, faults: _Faults) -> list[str]:
    """Return the cells of a column of rows from the ``first`` on; of one that can be none, its type."""
    kinds = set(map(type, cells))
    if kinds == {str} and "\r" not in "".join(cells):
        return cells
    if kinds <= _SHARED:
        try:
            known = {value: cell_text(value) for value in set(cells)}
            return [known[value] for value in cells]
        except CellError:
            pass  # one of them is no cell: which one is told below
    texts = []
    for row, value in enumerate(cells, start=first):
        try:
            texts.append(cell_text(value))
        except CellError as error:
            faults[row, position] = error
            texts.append(f"({type(value).__name__})")
    return texts


def _refuse_scatter(width: int, rows: Sequence[Sized]) -> None:
    """Refuse rows of which each has other columns: laid out, their blank cells would fill the memory."""
    cells = width * len(rows)
    if cells > _MOST_BLANKS and cells > _MOST_BLANKS + _SCATTERED * sum(map(len, rows)):
        raise CellError(
            Bilingual(
                "baris tabel ini hampir tidak punya kolom yang sama. Periksa nama kolomnya.",
                "the rows of this table have hardly a column in common. Check the names of its columns.",
            ),
            Bilingual("kolom yang sama pada setiap baris", "the same columns in every row"),
        )


def mappings(table: str, rows: Any) -> Iterator[dict[str, object]]:  # noqa: ANN401  what has rows
    """Yield each row as names and values.

    Raises:
        RowError: what stands for the rows, or for one of them, is none.
    """
    for number, row in enumerate(_records(table, rows), start=1):
        taken = getattr(row, "_mapping", row) if type(row) is not dict else row
        if not _is_row(taken):
            raise RowError(table, f"#{number}", row)
        if type(taken) is dict and set(map(type, taken)) <= _PLAIN_NAMES:
            yield taken
        else:
            yield {str(name): taken[name] for name in taken.keys()}  # noqa: SIM118  a row of sqlite3 iterates over values


def _is_row(row: object) -> TypeGuard[Mapping[Any, object]]:
    """Tell whether ``row`` has names and values: a mapping, or a row of sqlite3 or SQLAlchemy."""
    return hasattr(row, "keys") and hasattr(row, "__getitem__")


def _records(table: str, rows: Any) -> Iterator[Any]:  # noqa: ANN401  what has rows
    """Yield the rows of a list, of a frame (pandas, polars, pyarrow), or of a cursor's result.

    Raises:
        RowError: ``rows`` is one row, a text, or nothing that can be gone through.
    """
    mappings = getattr(rows, "mappings", None)
    if hasattr(rows, "iter_rows"):  # polars
        yield from rows.iter_rows(named=True)
    elif hasattr(rows, "itertuples") and hasattr(rows, "columns"):  # pandas
        names = [str(name) for name in rows.columns]
        yield from (dict(zip(names, row, strict=True)) for row in rows.itertuples(index=False, name=None))
    elif hasattr(rows, "to_pylist"):  # pyarrow
        yield from rows.to_pylist()
    elif callable(mappings):  # a result of SQLAlchemy
        yield from mappings()
    elif isinstance(rows, str | bytes | Mapping) or not isinstance(rows, Iterable):
        raise RowError(table, "", rows)
    else:
        yield from rows


def cell_text(value: object) -> str:
    """Return ``value`` as a cell; what a frame holds where there is nothing (NaN, NaT, NA) is blank.

    Raises:
        CellError: a cell cannot hold a value of that type, or so large a number.
    """
    if _is_blank(value):
        return ""
    match _plain(value):
        case str() as text:
            return _typed_text(text)
        case bool() | int() as number:
            return _number_text(number)
        case float() | Decimal() as number if is_sane(Decimal(number)):
            return _number_text(number)
        case date() | time() as moment:
            return _moment_text(moment)
        case UUID() as identifier:
            return str(identifier)
    raise CellError(
        Bilingual(
            f"nilai jenis {type(value).__name__} tidak dapat menjadi isi sel.",
            f"a value of type {type(value).__name__} cannot stand in a cell.",
        ),
        Bilingual(
            "teks, angka, tanggal, jam, bool, atau None", "text, a number, a date, a time, a bool or None"
        ),
    )


def _is_blank(value: object) -> bool:
    """Tell whether a value stands for nothing: None, or what differs from itself (NaN, NaT, pandas' NA)."""
    if value is None:
        return True
    if isinstance(value, Decimal):
        return value.is_nan()
    if isinstance(value, str | bool | int | date | time):
        return type(value).__name__ == "NaTType"
    try:
        return bool(value != value)  # noqa: PLR0124  only what is no number differs from itself
    except (TypeError, ValueError):
        return type(value).__name__ == "NAType"  # it refuses to be true or false


def _plain(value: object) -> object:
    """Return a number or a moment of another library as one of Python's own."""
    if isinstance(value, str | bool | int | float | Decimal):
        return value
    if getattr(type(value), "__module__", "") == "numpy":
        return _of_numpy(value)
    match value:
        case Integral():
            return int(value)
        case Real():
            return Decimal(str(float(value)))
        case _:
            return value


def _of_numpy(value: Any) -> object:  # noqa: ANN401  numpy is not imported here
    """Return a scalar of numpy as Python holds it; a day or moment as ISO 8601 writes it."""
    kind = getattr(getattr(value, "dtype", None), "kind", "")
    if getattr(value, "shape", None) != ():
        return value
    match kind:
        case "b" | "i" | "u" | "U":
            return value.item()
        case "f":
            return Decimal(str(value))
        case "M":
            return str(value).replace("T00:00:00.000000000", "").replace("T", " ")
        case _:
            return value


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
        if value.tzinfo is None and value.time() == time():
            return f"{value.date()}"
        return value.isoformat(sep=" ", timespec="seconds")
    return f"{value:%H:%M:%S}" if isinstance(value, time) else value.isoformat()


def from_rows(tables: Mapping[str, Rows], *, key: str = "") -> Intake:
    """Return what rows from a database or a program hold.

    >>> from ppid_core import from_rows
    >>> rows = {"laporan": [{"kunci": "tahun", "isi": 2023}], "permohonan": [{"kanal": "website"}]}
    >>> from_rows(rows).year.requests[0].channel
    Coded(slug=<Channel.WEBSITE: 'website'>, typed='website')

    Args:
        tables: the rows of each table by its name. A row is a mapping, or whatever has ``keys()`` and ``[]``
            (sqlite3) or ``._mapping`` (SQLAlchemy); a data frame (pandas, polars, pyarrow) is taken whole.
            Headings and words are those of the CSV tables. A cell is text, a number, a day, a time, a bool, a
            UUID, a member of the model's enums or None; NaN, NaT and NA are blank. A moment with a time zone
            is read in the zone of the body (``badan.zona``). ``laporan`` has rows of ``kunci`` and ``isi``.
            A table without rows is one in which nothing is typed yet.
        key: the name under which rows carry the caller's own key, such as ``"id"``; it is no column. The
            `Source` of every value, problem and finding tells it.

    Raises:
        InputError: no year can be named; it carries every problem.
        RowError: what stands for a table, or for one of its rows, is none.
        UnknownNameError: there is no table of that name.
        ValueError: two names mean one table.
    """
    named = sheets_by_table(tables)
    ledger, sheets = Ledger(), {}
    for table, name in named.items():
        try:
            sheets[table] = rows_sheet(name, tables[name], key=key)
        except CellError as error:
            ledger.refuse(Source(file=name), error)
    return gather(sheets, ledger)


def sheets_by_table(names: Iterable[str]) -> Mapping[str, str]:
    """Return the name as given for each table.

    Raises:
        UnknownNameError: there is no table of that name.
    """
    known = known_tables()
    named: dict[str, str] = {}
    for name in names:
        if spelling(name) not in known:
            raise UnknownNameError(Bilingual("tabel", "the table"), name, table_headings())
        first = named.setdefault(known[spelling(name)], name)
        if first != name:
            raise ValueError(f"{first!r} and {name!r} are one table: join their rows")
    return named
