"""Tables out of rows and breakdowns."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from enum import StrEnum
from typing import Generic, TypeVar

from attrs import field, frozen

from ppid_core.glossary import label
from ppid_core.glossary.vocabulary import unquoted
from ppid_core.language import Bilingual
from ppid_core.model import Absent
from ppid_core.report.blocks import Column, Table
from ppid_core.report.material import Material, capital
from ppid_core.report.measuring import SMALLEST_WHOLE_FOR_PERCENT
from ppid_core.report.text import text
from ppid_core.report.values import Ratio, Value
from ppid_core.summary import UNNAMED

Row = TypeVar("Row")
Line = tuple[Value, ...]

UPRIGHT_COLUMNS = 7
"""More columns than these do not fit an upright page."""
LONGEST_IN_CHAPTER = 25
"""Registers of more lines than these stand in an annex, so that chapters can be read."""


@frozen
class Field(Generic[Row]):
    """A column of a table of rows: key, heading in both languages, and how a row fills it.

    Attributes:
        whole: the figure that the cells of a summed column add up to: where it is absent, so is the sum.
    """

    key: str
    indonesian: str
    english: str
    value: Callable[[Material, Row], Value | None]
    whole: str = field(default="", kw_only=True)

    def column(self, material: Material) -> Column:
        """Return the column in the language of the document."""
        return Column(key=self.key, title=material.t(self.indonesian, self.english), summed=bool(self.whole))


def row_table(
    material: Material,
    key: str,
    caption: Bilingual,
    rows: Iterable[Row],
    fields: Iterable[Field[Row]],
    *,
    notes: tuple[str, ...] = (),
) -> tuple[Table, ...]:
    """Return the table of ``rows`` with the columns that any of them fills; none where there are no rows."""
    listed = tuple(rows)
    kept = [one for one in fields if any(one.value(material, row) not in {None, ""} for row in listed)]
    if not kept:
        return ()
    columns = tuple(one.column(material) for one in kept)
    lines = tuple(tuple(_blank(one.value(material, row)) for one in kept) for row in listed)
    return (
        Table(
            key=key,
            columns=columns,
            rows=lines,
            caption=caption(material.lang),
            total=_totalled(material, kept, lines),
            wide=len(columns) > UPRIGHT_COLUMNS,
            notes=notes,
        ),
    )


def source_of(material: Material, indonesian: str, english: str, lines: int) -> tuple[str, ...]:
    """Return the line below a table of rows that says which table they were typed in."""
    return (material.t(f"Sumber: {indonesian}, {lines} baris.", f"Source: {english}, {lines} lines."),)


def is_long(rows: Collection[object] | Absent) -> bool:
    """Tell whether a register is too long for its chapter."""
    return not isinstance(rows, Absent) and len(rows) > LONGEST_IN_CHAPTER


def _blank(value: Value | None) -> Value:
    return "" if value is None else value


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


def _totalled(material: Material, fields: Iterable[Field[Row]], lines: tuple[Line, ...]) -> Line | None:
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


@frozen(kw_only=True)
class Split:
    """A table of one breakdown.

    Attributes:
        path: of the breakdown in the summary JSON.
        kind: the list that its categories belong to.
        ordered: whether the categories have an order of their own: then each is told, also the empty ones.
        overlapping: why the parts may add up to more than the whole: then nothing adds them.
    """

    key: str
    caption: Bilingual
    heading: Bilingual
    path: str
    kind: type[StrEnum]
    ordered: bool = False
    overlapping: Bilingual | None = None


def split_table(material: Material, split: Split, source: str) -> tuple[Table, ...]:
    """Return the table of a breakdown, with the names of its list."""
    return breakdown_table(material, split, _slug_name(material, split.kind), source)


def breakdown_table(
    material: Material, split: Split, name: Callable[[str], str], *notes: str
) -> tuple[Table, ...]:
    """Return the table of a breakdown; none where it is absent or empty.

    Shares are printed of a whole of ten or more only: of fewer, they say more than is known. Of a whole that
    nobody knows, or that its parts exceed, there is none.
    """
    breakdown: Mapping[str, int] | Absent = material.figure(split.path)
    if isinstance(breakdown, Absent) or not any(breakdown.values()):
        return ()
    told, whole = sum(breakdown.values()), material.summary.whole(split.path)
    adds_up = split.overlapping is None
    shares = adds_up and told == whole and told >= SMALLEST_WHOLE_FOR_PERCENT
    heads = (split.heading(material.lang), material.t("Jumlah", "Count"), material.t("Bagian", "Share"))
    keys = ("name", "count", "share")[: 2 + shares]
    parts = list(breakdown.items())
    shown = parts if split.ordered else sorted((part for part in parts if part[1]), key=_largest_first)
    return (
        Table(
            key=split.key,
            columns=tuple(
                Column(key=key, title=head, summed=adds_up and key == "count")
                for key, head in zip(keys, heads, strict=False)
            ),
            rows=tuple(
                _line(_name(material, part, name), number, told, shares=shares) for part, number in shown
            ),
            caption=split.caption(material.lang),
            total=_breakdown_total(material, told, whole, shares=shares) if adds_up else None,
            notes=(*notes, *(_contradictions(material, split, told, whole))),
        ),
    )


def _contradictions(material: Material, split: Split, told: int, whole: int | Absent) -> Iterator[str]:
    """Yield why a breakdown has no shares: its parts overlap, or say more than their whole."""
    if split.overlapping is None:
        yield from contradicted(material, told, whole)
        return
    yield split.overlapping(material.lang)
    if material.summary.exceeds(split.path):
        yield material.t(
            "Satu bagian melebihi jumlah seluruhnya.", "One of the parts is more than the whole."
        )


def _breakdown_total(material: Material, told: int, whole: int | Absent, *, shares: bool) -> Line | None:
    """Return the last row: of an unknown whole none, of one that its parts exceed what these add up to."""
    if isinstance(whole, Absent):
        return None
    if told > whole:
        return sum_of_parts(material), told
    return _line(material.t("Jumlah", "Total"), told, told, shares=shares)


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


def _line(name: str, number: int, whole: int, *, shares: bool) -> Line:
    return (name, number, Ratio(number, whole)) if shares else (name, number)


def _largest_first(item: tuple[str, int]) -> tuple[bool, int]:
    return item[0] in UNNAMED, -item[1]


def _name(material: Material, part: str, name: Callable[[str], str]) -> str:
    return capital(UNNAMED[part](material.lang)) if part in UNNAMED else name(part)


def _slug_name(material: Material, kind: type[StrEnum]) -> Callable[[str], str]:
    def name(part: str) -> str:
        return capital(label(kind(part), material.lang)) if part in set(kind) else unquoted(part)

    return name
