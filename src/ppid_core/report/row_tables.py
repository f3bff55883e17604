"""Tables out of rows and breakdowns."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Generic, TypeVar

from attrs import evolve, field, frozen

from ppid_core.language import Bilingual, by_number
from ppid_core.model import Absent
from ppid_core.report.blocks import Column, Table
from ppid_core.report.material import Material
from ppid_core.report.text import text
from ppid_core.report.values import Phrase, Typed, Value, phrased
from ppid_core.writing import format_number

Row = TypeVar("Row")
Line = tuple[Value, ...]

_SEVERAL = 3
"""Of fewer rows each says all of itself."""
_LONGEST_LINE = 60


@frozen
class RowColumn(Generic[Row]):
    """A column of a table of rows: key, heading in both languages, and how a row fills it.

    Attributes:
        whole: the figure that the cells of a summed column add up to: where it is absent, so is the sum.
        is_typed: whether its cells are words as staff typed them.
    """

    key: str
    indonesian: str
    english: str
    value: Callable[[Material, Row], Value | None]
    whole: str = field(default="", kw_only=True)
    is_typed: bool = field(default=False, kw_only=True)

    def column(self, material: Material) -> Column:
        """Return the column in the language of the document."""
        return Column(
            key=self.key,
            title=material.t(self.indonesian, self.english),
            summed=bool(self.whole),
            lang=material.typed_lang if self.is_typed else None,
        )


def row_table(
    material: Material,
    key: str,
    caption: Bilingual,
    rows: Iterable[Row],
    fields: Iterable[RowColumn[Row]],
    *,
    notes: tuple[str, ...] = (),
    is_register: bool = False,
    is_prescribed: bool = False,
    is_list: bool = False,
) -> tuple[Table, ...]:
    """Return the table of ``rows`` with the columns that any of them fills; none where there are no rows.

    A column that says the same words in each of several rows becomes a line below the table, unless
    ``is_prescribed``: a regulation asks for it. The rows of a list, which have no numbers of their own, are
    numbered as official tables are.
    """
    listed = tuple(rows)
    filled = [one for one in fields if any(one.value(material, row) not in {None, ""} for row in listed)]
    said = {} if is_prescribed else _said_by_all(material, listed, filled)
    kept = [one for one in filled if one.key not in said]
    if not kept:
        return ()
    columns = tuple(one.column(material) for one in kept)
    lines = tuple(
        tuple("" if (cell := one.value(material, row)) is None else cell for one in kept) for row in listed
    )
    same = phrased((_of_all(material, one, said[one.key]) for one in filled if one.key in said), " ")
    table = Table(
        key=key,
        columns=columns,
        rows=lines,
        caption=caption(material.lang),
        total=_totalled(material, kept, lines),
        notes=(*notes, same) if same else notes,
        is_register=is_register,
    )
    return (numbered(table) if is_list else table,)


def numbered(table: Table) -> Table:
    """Return a table with a column of running numbers; one row needs none."""
    if len(table.rows) == 1:
        return table
    return evolve(
        table,
        columns=(Column(key="running", title="No."), *table.columns),
        rows=tuple((number, *row) for number, row in enumerate(table.rows, 1)),
        total=table.total and ("", *table.total),
    )


def _said_by_all(
    material: Material, rows: Sequence[Row], fields: Sequence[RowColumn[Row]]
) -> Mapping[str, str]:
    """Return the words of each column that says the same in all rows, by its key; the first column stays."""
    if len(rows) < _SEVERAL:
        return {}
    said = {}
    for one in fields[1:]:
        words = {one.value(material, row) for row in rows}
        first = next(iter(words))
        told = (
            first
            if isinstance(first, Typed)
            else text(first, material.lang)
            if isinstance(first, str)
            else ""
        )
        if len(words) == 1 and 0 < len(told) <= _LONGEST_LINE:
            said[one.key] = told
    return said if len(said) < len(fields) - 1 else {}


def _of_all(material: Material, column: RowColumn[Row], words: str) -> str:
    title, told = material.t(column.indonesian, column.english), Typed(words) if column.is_typed else words
    before, after = material.t(f"{title}: seluruhnya |.", f"{title}: | in every row.").split("|")
    return Phrase(before, told, after)


def source_of(material: Material, indonesian: str, english: str, lines: int) -> tuple[str, ...]:
    """Return the line below a table of rows that says which table they were typed in."""
    number = format_number(lines, material.lang)
    return (
        material.t(
            f"Sumber: {indonesian}, {number} baris.",
            f"Source: {english}, {number} {by_number(lines, 'line', 'lines')}.",
        ),
    )


def totalled(material: Material, columns: tuple[Column, ...], lines: tuple[Line, ...]) -> Line | None:
    """Return the last row: the sums of the summed columns, None where none is summed."""
    if not any(column.summed for column in columns):
        return None
    sums = [
        _sum(line[place] for line in lines) if column.summed else "" for place, column in enumerate(columns)
    ]
    if sums[0] == "":
        sums[0] = material.t("Jumlah", "Total")
    return tuple(sums)


def _totalled(material: Material, fields: Iterable[RowColumn[Row]], lines: tuple[Line, ...]) -> Line | None:
    """Return the last row; where a line has no number, or none that can be read, no sum of the others."""
    kept = tuple(fields)
    sums = totalled(material, tuple(one.column(material) for one in kept), lines)
    if sums is None:
        return None
    wholes = [material.figure(one.whole) if one.whole else None for one in kept]
    return tuple(
        whole if isinstance(whole, Absent) else value for whole, value in zip(wholes, sums, strict=True)
    )


def _sum(values: Iterable[Value]) -> Value:
    return sum(value for value in values if isinstance(value, int))


def sum_of_parts(material: Material) -> str:
    """Return what the last row is called where the parts exceed their total: it is not the total."""
    return material.t("Jumlah rincian", "Sum of the parts")


def contradicted(material: Material, told: int, whole: int | Absent) -> Iterator[str]:
    """Yield why a breakdown tells no shares though it may be large enough."""
    if isinstance(whole, Absent):
        yield material.t(
            f"Jumlah seluruhnya tidak disajikan: {material.absence(whole)}.",
            f"The total is not told: {material.absence(whole)}.",
        )
    elif told > whole:
        number, parts = text(whole, material.lang), text(told, material.lang)
        yield material.t(
            f"Rincian berjumlah {parts}, melebihi jumlahnya ({number}).",
            f"The parts add up to {parts}, more than their total ({number}).",
        )
