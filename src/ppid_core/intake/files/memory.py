"""From rows in memory to an intake: some thousand of them at a time become columns of text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from itertools import chain, islice
from pathlib import Path
from types import NoneType
from typing import Any, BinaryIO

from ppid_core.argument import refuse_other
from ppid_core.errors import ArgumentError, UnknownNameError
from ppid_core.glossary import spelling
from ppid_core.intake.cells import CellError
from ppid_core.intake.cells.value import ListError, cell_text, is_blank
from ppid_core.intake.files.records import Rows, mappings
from ppid_core.intake.ledger import Ledger
from ppid_core.intake.result import Intake, logged
from ppid_core.intake.rows.columns import BATCH, Columns
from ppid_core.intake.sheet import FIRST_ROW, Sheet, refuse_width
from ppid_core.intake.tables import known_tables, table_headings
from ppid_core.intake.year import gather
from ppid_core.language import Bilingual
from ppid_core.source import Source

_Faults = dict[tuple[int, int | None], CellError]
_SHARED: frozenset[type] = frozenset({str, int, date, NoneType})
"""Types of which no two values are equal that are not the same cell (`True` and `1` are)."""
_MOST_BLANKS, _SCATTERED = 1_000_000, 10
"""A table that lays out to more blank cells than that, and to ten for each filled one, is none."""


def _untold(_: int) -> None:
    """Tell nobody."""


def rows_sheet(
    place: Source,
    rows: object,
    *,
    key: str = "",
    first_row: int = FIRST_ROW,
    scratch: BinaryIO | None = None,
    told: Callable[[int], None] = _untold,
) -> Sheet:
    """Return the rows as a sheet: its heading is every key, in the order of first use.

    Args:
        place: the file the rows come from, or the name of the table; its sheet, where the file holds several.
        rows: as `from_rows` takes them; gone through once.
        key: the name under which each row carries the caller's own key; it is no column.
        first_row: the row of the file that the first of them is; 1 where no row holds the heading.
        scratch: a file in which the rows lie; None for in memory.
        told: called with how many rows more were read.

    Raises:
        RowError: there are no rows in it.
        CellError: its rows have more columns than a table has, or hardly one in common.
    """
    heading: dict[str, None] = {}
    texts, faults, keys, filled = Columns(width=0, file=scratch), _Faults(), dict[int, str](), 0
    records, above = mappings(place.sheet or place.file, rows), first_row - 1
    while some := list(islice(records, BATCH)):
        first = first_row + len(texts)
        heading.update(dict.fromkeys(chain.from_iterable(some)))
        if key:
            heading.pop(key, None)
            keys |= {at: str(row[key]) for at, row in enumerate(some, first) if not is_blank(row.get(key))}
        refuse_width(len(heading))
        if len(heading) > texts.width:
            texts.widen(len(heading))
        columns = ([row.get(name) for row in some] for name in heading)
        texts.add(len(some), [_texts(cells, first, at, faults) for at, cells in enumerate(columns)])
        filled += sum(map(len, some))
        _refuse_scatter(texts.width * len(texts), filled)
        told(len(some))
    file, sheet, titles = place.file, place.sheet, tuple(heading)
    return Sheet(
        file=file, sheet=sheet, heading=titles, heading_row=above, rows=texts, faults=faults, keys=keys
    )


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
            texts.append(error.text if isinstance(error, ListError) else f"({type(value).__name__})")
    return texts


def _refuse_scatter(cells: int, filled: int) -> None:
    """Refuse rows of which each has other columns: laid out, their blank cells would fill the memory.

    Raises:
        CellError: there are so many of them.
    """
    if cells > _MOST_BLANKS and cells > _MOST_BLANKS + _SCATTERED * filled:
        raise CellError(
            Bilingual(
                "baris tabel ini hampir tidak punya kolom yang sama. Periksa nama kolomnya.",
                "the rows of this table have hardly a column in common. Check the names of its columns.",
            ),
            Bilingual("kolom yang sama pada setiap baris", "the same columns in every row"),
        )


def from_rows(
    tables: Mapping[str, Rows], *, key: str = "", file: str | Path = "", first_row: int = FIRST_ROW
) -> Intake:
    """Return what rows from a database or a program hold.

    >>> from ppid_core import from_rows
    >>> rows = {"laporan": [{"kunci": "tahun", "isi": 2023}], "permohonan": [{"kanal": "website"}]}
    >>> from_rows(rows).year.requests[0].channel
    Coded(slug=<Channel.WEBSITE: 'website'>, typed='website')

    Args:
        tables: the rows of each table by its name: mappings, also from a generator; a cursor that was told
            what to SELECT, a result of SQLAlchemy, a query set of Django (``.values()``); a data frame
            (pandas, polars, Arrow), whole or one part after the other. Each row is gone through once.
            Headings and words are those of the CSV tables. A cell is text, a number, a day, a time, a bool, a
            UUID, a member of an enum (its text, else its name) or None; NaN, NaT and NA are blank. A list of
            words is read under a column that takes several. A moment with a time zone is read in the zone of
            the body (``badan.zona``). ``laporan`` has rows of ``kunci`` and ``isi``. A table without rows is
            one in which nothing is typed yet.
        key: the name under which rows carry the caller's own key, such as ``"id"``; it is no column. The
            `Source` of every value, problem and finding tells it.
        file: the file that the rows were read from, for whoever writes an importer: every place names it, and
            the table where several were read.
        first_row: the row, or line, of that file at which each table begins, counted from 1, so that places
            tell the rows as they stand there: 1 where nothing stands above them. A row without cells counts.

    Raises:
        ArgumentError: ``tables`` are rows alone, without the name of their table; or ``first_row`` is none.
        InputError: no year can be named; it carries every problem.
        RowError: what stands for a table, or for one of its rows, is none.
        UnknownNameError: there is no table of that name.
        ValueError: two names mean one table.
    """
    refuse_other("tables", tables, Mapping, '{"permohonan": […]}')
    if first_row < 1:
        raise ArgumentError("first_row", first_row, _FROM_ONE)
    named, home = sheets_by_table(tables), Path(file).name
    ledger, sheets = Ledger(file=home), {}
    for table, name in named.items():
        place = Source(file=home or name, sheet=name if home and len(named) > 1 else "")
        try:
            sheets[table] = rows_sheet(place, tables[name], key=key, first_row=first_row)
        except CellError as error:
            ledger.refuse(place, error)
    return logged(gather(sheets, ledger), "from_rows")


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


_FROM_ONE = Bilingual("baris yang dihitung dari 1", "a row counted from 1")
