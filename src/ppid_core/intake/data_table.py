"""Tables as data: the columns that a table always has, what may stand under each, and one value a row."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal

from attrs import evolve, frozen

from ppid_core.intake import cells, tables
from ppid_core.intake.cells import UNREAD
from ppid_core.intake.cells.cell import Cells
from ppid_core.intake.cells.value import cell_text
from ppid_core.intake.tables import table_headings
from ppid_core.intake.typed_tables import tidy_tables
from ppid_core.model import Absent, ServiceYear

Kind = Literal["string", "integer", "number", "date", "time"]
"""What may stand under a column, as Table Schema calls it."""

_KINDS: Mapping[object, Kind] = {
    cells.day: "date",
    cells.hour: "time",
    **dict.fromkeys((cells.count, cells.whole, cells.year, cells.working_days), "integer"),
    **dict.fromkeys((cells.cost, cells.rupiah, cells.figure), "number"),
}
"""What a column holds, by its reader; under any other stand words."""
_FORMS: Mapping[Kind, re.Pattern[str]] = {
    "date": re.compile(r"\d{4}-\d\d-\d\d", re.ASCII),
    "time": re.compile(r"\d\d:\d\d:\d\d", re.ASCII),
    "integer": re.compile(r"-?\d+", re.ASCII),
    "number": re.compile(r"-?\d+(?:,\d+)?", re.ASCII),
}

_WITH_WORDS = re.compile(r"(\d+) \(.*\)", re.ASCII | re.DOTALL)


@frozen(kw_only=True)
class DataColumn:
    """One column of a table of data (*kolom data*).

    >>> from ppid_core.report import DataColumn
    >>> DataColumn(name="jumlah", kind="integer").kind
    'integer'

    Attributes:
        name: its heading, which no language changes.
        meaning: what stands under it, in Indonesian.
        kind: what may stand there; decimals have a comma in tables that are read back, a point elsewhere.
    """

    name: str
    meaning: str = ""
    kind: Kind = "string"


@frozen(kw_only=True)
class DataTable:
    """A table of data (*tabel data*): always the same columns, and in each row one value.

    >>> from ppid_core import Dossier
    >>> from ppid_core.report import DataPackage
    >>> package = DataPackage.of(Dossier.open("examples/kota-serang-2020").report())
    >>> package.table("angka").columns[0].name
    'body'

    Attributes:
        name: of the table, which is also that of its file.
        meaning: what it holds, in Indonesian.
        columns: in their order.
        rows: the cells as text; "" is nothing, ``(tidak terbaca)`` a cell that could not be read.
        is_typed: whether it is one of the tables of a report folder; else it is derived from these.
    """

    name: str
    meaning: str
    columns: tuple[DataColumn, ...]
    rows: tuple[tuple[str, ...], ...]
    is_typed: bool = True

    def column(self, name: str) -> tuple[str, ...]:
        """Return the cells under one heading."""
        position = [column.name for column in self.columns].index(name)
        return tuple(row[position] for row in self.rows)


def data_tables(year: ServiceYear) -> tuple[DataTable, ...]:
    """Return each table that a year keeps, in the order in which they are explained to staff."""
    specs = {spec.name: spec for spec in tables.TABLES}
    made = []
    for name, rows in tidy_tables(year).items():
        known = {heading.name: heading.meaning for heading in table_headings()[name].headings}
        columns = tuple(
            DataColumn(name=column.name, meaning=known[column.name], kind=_KINDS.get(column.read, "string"))
            for column in (specs[name].columns if name in specs else ())
            if not column.ticked
        )
        made.append(_filled(name, columns or tuple(_matrix_columns(year, known)), rows))
    return tuple(made)


def _matrix_columns(year: ServiceYear, known: Mapping[str, str]) -> Iterator[DataColumn]:
    """Yield the columns of the availability of information: agency, and one for each type."""
    yield from (DataColumn(name=name, meaning=meaning) for name, meaning in known.items())
    if not isinstance(year.matrix, Absent):
        yield from (DataColumn(name=kind.code, meaning=kind.name) for kind in year.matrix.types)


def _filled(name: str, columns: tuple[DataColumn, ...], rows: Iterable[Cells]) -> DataTable:
    held = tuple(rows)
    under = tuple(_cells(column, [row.get(column.name) for row in held]) for column in columns)
    return DataTable(
        name=name,
        meaning=table_headings()[name].meaning,
        columns=tuple(_fitting(column, filled) for column, filled in zip(columns, under, strict=True)),
        rows=tuple(zip(*under, strict=True)),
    )


def _cells(column: DataColumn, values: Sequence[object]) -> list[str]:
    """Return the cells of a column; what stands in many rows is written once."""
    known = {typed: _cell(column, typed[1]) for typed in set(zip(map(type, values), values, strict=True))}
    return [known[type(value), value] for value in values]


def _cell(column: DataColumn, value: object) -> str:
    """Return a cell in characters that every file can hold: a lone surrogate becomes a question mark.

    A count goes without the words beside it.
    """
    text = cell_text(value)
    if column.kind == "integer" and (counted := _WITH_WORDS.fullmatch(text)):
        return counted[1]
    return text if text.isascii() else text.encode("utf-8", "replace").decode()


def _fitting(column: DataColumn, filled: Sequence[str]) -> DataColumn:
    """Return a column that says no more than its cells keep."""
    if column.kind == "string":
        return column
    form = _FORMS[column.kind]
    fits = all(form.fullmatch(text) for text in set(filled) if text not in {"", UNREAD})
    return column if fits else evolve(column, kind="string")
