"""From rows to counts: equal rows are grouped first, then each group is taken apart once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum
from operator import attrgetter
from typing import Any, Generic, Protocol, TypeVar

from attrs import frozen

from ppid_core.glossary import say_rough
from ppid_core.glossary.vocabulary import is_open, key_of, same
from ppid_core.model import (
    Absent,
    AgencyRef,
    Aggregate,
    Breakdown,
    Coded,
    CourtCase,
    Dimension,
    Dispute,
    Measure,
    Objection,
    Period,
    Register,
    Request,
    ServiceYear,
    Staff,
    Visits,
    breakdowns_of,
    is_unread,
)
from ppid_core.summary.frame import CARRIED_OVER, OUTSIDE, WHOLE, PeriodFrame
from ppid_core.summary.parts import Counts, Key, Marks
from ppid_core.summary.register import NOT_RECORDED, UNCOUNTED, UNNAMED, UNREAD
from ppid_core.summary.tally import LINES, RegisterTally, state


class _Countable(Protocol):
    """A row that stands for several; None where it does not say for how many."""

    @property
    def count(self) -> int | None:
        """How many."""


Row = TypeVar("Row")
CountedRow = TypeVar("CountedRow", bound=_Countable)
Case = Request | Objection | Dispute | CourtCase
Named = str | tuple[str, ...] | None
"""The category of a row along one breakdown; several where one row may fall into several parts."""
_Line = tuple[Named, ...]
"""Where a row stands, its month, and its category along each dimension of its register."""
WORDED = frozenset(str(dimension) for dimension in Dimension if is_open(dimension))
"""Along these, words that no list holds are categories of their own."""


@frozen(kw_only=True)
class RowReading(Generic[CountedRow]):
    """How the rows of one register are read.

    Attributes:
        dimensions: along what they are counted, in the order in which ``line`` names the categories.
        fields: the field of the month, and that of each dimension; "" where it cannot be unread.
    """

    dimensions: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    line: Callable[[CountedRow, PeriodFrame], _Line]


def listed(register: tuple[Row, ...] | Absent) -> tuple[Row, ...]:
    """Return the rows of a register, none where it is absent."""
    return () if isinstance(register, Absent) else register


def rows_of(year: ServiceYear, register: Register) -> tuple[Case, ...] | Absent:
    """Return the rows that tell of a register; of complaints there are none."""
    kept: Mapping[Register, tuple[Case, ...] | Absent] = {
        Register.REQUESTS: year.requests,
        Register.APPLICANTS: year.requests,
        Register.OBJECTIONS: year.objections,
        Register.DISPUTES: year.disputes,
        Register.SUITS: year.suits,
    }
    return kept.get(register, Absent())


def placed(row: Case) -> tuple[Period | None, int | None]:
    """Return when a row came in, and the year from which it is carried over."""
    match row:
        case CourtCase():
            return None if row.filed_on is None else Period.of(row.filed_on), None
        case Dispute():
            return row.filed, row.opening
        case _:
            return row.period, row.opening


def rows_tally(
    rows: tuple[CountedRow, ...] | Absent, reading: RowReading[CountedRow], frame: PeriodFrame
) -> RegisterTally:
    """Return the tally of one register from its rows."""
    grouped: defaultdict[_Line, int] = defaultdict(int)
    for row in listed(rows):
        line = reading.line(row, frame)
        if uncounted := _uncounted(row, line):
            for standing in uncounted:
                grouped[UNREAD, standing] += 1
        elif row.count is not None:
            grouped[_legible(row, line, reading.fields)] += row.count
        elif line[:2] != OUTSIDE:
            grouped["unknown", None] += 1
    keys = [(key, number) for line, number in grouped.items() for key in _keys(line, reading.dimensions)]
    return RegisterTally(
        state=state(rows),
        rows=Counts.of((folded(key), number) for key, number in keys),
        words=Counts.of(_worded(keys)),
    )


def folded(key: Key) -> Key:
    """Return the key of a category under which the same words in two cases are one."""
    dimension, *rest = key
    if dimension not in WORDED or not rest or rest[0] in UNNAMED:
        return key
    return dimension, same(Dimension(dimension), rest[0]), *rest[1:]


def _worded(keys: Iterable[tuple[Key, int]]) -> Iterator[tuple[Key, int]]:
    """Yield for each key of words how often they stand for its category."""
    for key, number in keys:
        if key[0] in WORDED and len(key) > 1:
            yield (*folded(key)[:2], key[1]), number


def _legible(row: CountedRow, line: _Line, fields: tuple[str, ...]) -> _Line:
    """Return a line whose month and categories say where they could not be read.

    A month that is named beside a day that could not be read stays.
    """
    unread: tuple[str, ...] = getattr(row, "unread", ())
    if not unread:
        return line
    standing, month, *categories = line
    received, *others = fields
    named = (
        UNREAD if field in unread else category for field, category in zip(others, categories, strict=True)
    )
    return standing, month or (UNREAD if received in unread else ""), *named


def _uncounted(row: CountedRow, line: _Line) -> _Line:
    """Return among which rows an unread cell leaves the count open."""
    unread: tuple[str, ...] = getattr(row, "unread", ())
    if "opening" in unread and line[:2] in {WHOLE, OUTSIDE}:
        return WHOLE[0], CARRIED_OVER[0]
    return line[:1] if "count" in unread else ()


def _keys(line: _Line, dimensions: tuple[str, ...]) -> Iterator[Key]:
    standing, month, *categories = line
    if standing == UNREAD:
        yield str(standing), str(month)
        return
    yield (str(standing),)
    if standing != WHOLE[0]:
        return
    if month:
        yield "month", str(month)
    for dimension, category in zip(dimensions, categories, strict=True):
        if isinstance(category, tuple):
            yield from ((dimension, part) for part in category or (NOT_RECORDED,))
        elif category:
            yield dimension, str(category)


def _grounds_named(row: Objection) -> tuple[str, ...]:
    """Return the keys of every ground that an objection names."""
    if row.ground is None:
        return tuple(map(str, row.grounds))
    return key_of(row.ground), *(str(ground) for ground in row.grounds if ground != row.ground.slug)


def _stages_named(row: Dispute) -> tuple[str, ...]:
    """Return every stage that a dispute went through."""
    return tuple(dict.fromkeys(str(stage.kind) for stage in row.stages))


def naming(breakdown: Breakdown) -> Callable[[Any], Named]:
    """Return what reads the category of a row along a breakdown: several where it may fall into several.

    Of a breakdown of one outcome, the rows with another are no part; what they say is None.
    """
    attribute, of = breakdown.attribute, breakdown.of
    named = _SEVERAL.get(attribute) or (lambda row: _category(getattr(row, attribute)))
    return named if of is None else (lambda row: named(row) if row.outcome is of else None)


def kept_in_rows(register: Register) -> tuple[Breakdown, ...]:
    """Return the breakdowns of which the rows of a register name the category."""
    return tuple(one for one in breakdowns_of(register).values() if one.attribute)


def _category(value: StrEnum | str | Coded[Any] | AgencyRef | None) -> str | None:
    if value is None or isinstance(value, str):
        return value
    return key_of(value) if isinstance(value, Coded) else value.key


_SEVERAL: Mapping[str, Callable[[Any], Named]] = {"ground": _grounds_named, "stages": _stages_named}


def _reading(register: Register, month: str, *besides: str) -> RowReading[Any]:
    """Return how the rows of a register are read.

    Args:
        register: whose rows.
        month: the field that names the month.
        besides: what else is counted of a row, by the name of its field.
    """
    kept = kept_in_rows(register)
    along = (_of_outcome(one) if one.of else naming(one) for one in kept)
    named: list[Callable[[Any], Named]] = [*map(attrgetter, besides), *along]
    return RowReading(
        dimensions=(*besides, *(str(one.dimension) for one in kept)),
        fields=(month, *("" for _ in besides), *("" if one.of else one.attribute for one in kept)),
        line=lambda row, frame: (*frame.place(*placed(row)), *[name(row) for name in named]),
    )


def _of_outcome(breakdown: Breakdown) -> Callable[[Any], Named]:
    """Return what reads a breakdown of one outcome: only of rows with that outcome something is unread."""
    named, attribute, of = naming(breakdown), breakdown.attribute, breakdown.of
    return lambda row: UNREAD if row.outcome is of and is_unread(row, attribute) else named(row)


REQUESTS: RowReading[Request] = _reading(Register.REQUESTS, "period", "unit")
OBJECTIONS: RowReading[Objection] = _reading(Register.OBJECTIONS, "period")
DISPUTES: RowReading[Dispute] = _reading(Register.DISPUTES, "filed")
SUITS: RowReading[CourtCase] = _reading(Register.SUITS, "filed_on")
VISITS: RowReading[Visits] = RowReading(line=lambda row, frame: frame.place(row.period))
STAFF: RowReading[Staff] = RowReading(line=lambda _, __: WHOLE)


def lines_tally(year: ServiceYear, register: Register, frame: PeriodFrame) -> RegisterTally:
    """Return what the aggregate lines of a register say of the period.

    A line of another year is a comparison, and one of a month outside the period is no part of it: neither
    is counted.
    """
    said = [
        (_key(line, frame), 1 if line.count is None else line.count)
        for line in year.aggregates
        if line.register is register
        and line.year in {None, year.period.year}
        and frame.place(line.period) != OUTSIDE
    ]
    return RegisterTally(
        stated=Counts.of((folded(key), number) for key, number in said),
        words=Counts.of(((*key, ""), number) for key, number in _worded(said)),
        unread=Marks.of([LINES] if year.unread_cells("rekap", register) else []),
    )


def _key(line: Aggregate, frame: PeriodFrame) -> Key:
    if line.count is None:
        return UNCOUNTED, "", ""
    _, month = frame.place(line.period)
    if line.dimension is None and not month:
        return "total", "", ""
    if line.dimension in {None, Dimension.MONTH}:
        return "month", month or NOT_RECORDED, ""
    return str(line.dimension), line.category or NOT_RECORDED, month


def stated_means(year: ServiceYear) -> Marks:
    """Return the mean times that the text claims for this year, as they are printed."""
    return Marks.of(
        f"{say_rough(claim.value, claim.bound)} {claim.unit_typed or 'hari'}"
        for claim in listed(year.stated_figures)
        if claim.measure is Measure.RESPONSE_MEAN
        and claim.dimension is None
        and claim.year in {None, year.period.year}
    )
