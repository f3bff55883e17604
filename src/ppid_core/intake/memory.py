"""From rows in memory to an intake."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ppid_core.errors import UnknownNameError
from ppid_core.glossary import spelling
from ppid_core.intake.cells import CellError
from ppid_core.intake.gathering import gather
from ppid_core.intake.ledger import Ledger
from ppid_core.intake.result import Intake
from ppid_core.intake.rows import Rows, rows_sheet
from ppid_core.intake.tables import known_tables, table_headings
from ppid_core.language import Bilingual
from ppid_core.source import Source


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
