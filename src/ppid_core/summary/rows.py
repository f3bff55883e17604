"""From rows to counts: rows of one place are grouped, then counted by what each of their fields says."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from functools import partial
from itertools import compress, repeat
from operator import attrgetter, is_
from types import NoneType
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
    Outcome,
    Period,
    Register,
    Request,
    ServiceYear,
    Staff,
    Visits,
    breakdowns_of,
)
from ppid_core.model.request import APPLICANT_TRAITS, traits_of
from ppid_core.summary.frame import CARRIED_OVER, OUTSIDE, WHOLE, PeriodFrame, Place
from ppid_core.summary.joint import along_one, joint_pairs
from ppid_core.summary.parts import Counts, Key, Marks
from ppid_core.summary.register import NOT_RECORDED, UNCOUNTED, UNNAMED, UNREAD
from ppid_core.summary.tally import LINES, RegisterTally, state


class _Countable(Protocol):
    """A row that stands for several; None where it does not say for how many."""

    @property
    def count(self) -> int | None:
        """How many."""


Row = TypeVar("Row")
Value = TypeVar("Value")
CountedRow = TypeVar("CountedRow", bound=_Countable)
Case = Request | Objection | Dispute | CourtCase
Named = str | tuple[str, ...] | None
"""The category of a row along one breakdown; several where one row may fall into several parts."""
_Line = tuple[Named, ...]
"""Where a row stands, its month, and its category along each dimension of its register."""
WORDED = frozenset(str(dimension) for dimension in Dimension if is_open(dimension))
"""Along these, words that no list holds are categories of their own."""


@frozen(kw_only=True)
class Category(Generic[CountedRow]):
    """What is counted of a row: its category along one dimension.

    Attributes:
        dimension: the first step of its keys.
        attribute: the field that names it.
        named: reads the category of a row; None where the field itself says it.
        of: the outcome of the rows that have one at all; None for every row.
    """

    dimension: str
    attribute: str
    named: Callable[[CountedRow], Named] | None = None
    of: Outcome | None = None

    def read(self, row: CountedRow) -> Named:
        """Return the category of a row; of other rows than those with `of`, None."""
        if self.of is not None:
            if getattr(row, "outcome", None) is not self.of:
                return None
            if self.attribute in getattr(row, "unread", ()):
                return UNREAD
        return self.named(row) if self.named else _category(_said(row, self.attribute))

    def count(self, rows: Sequence[CountedRow]) -> Iterator[tuple[Named, int]]:
        """Yield the categories of rows in which every cell is read, with how many rows have each."""
        if self.of is not None:
            rows = list(compress(rows, map(is_, map(attrgetter("outcome"), rows), repeat(self.of))))
        if self.named:
            yield from Counter(map(self.named, rows)).items()
            return
        is_trait = self.attribute in APPLICANT_TRAITS
        values = traits_of(rows, self.attribute) if is_trait else list(map(attrgetter(self.attribute), rows))
        yield from ((_category(value), number) for value, number in tallied(values))


@frozen(kw_only=True)
class RowReading(Generic[CountedRow]):
    """How the rows of one register are read.

    Attributes:
        month: the field that names the month.
        placed: when a row came in, and the year from which it is carried over.
        categories: what else is counted.
    """

    month: str = ""
    placed: Callable[[CountedRow], tuple[Period | None, int | None]]
    categories: tuple[Category[CountedRow], ...] = ()

    def line(self, row: CountedRow, place: Place) -> _Line:
        """Return where a row stands, its month, and its categories; unread ones say so.

        A month that is named beside a day that could not be read stays.
        """
        unread: tuple[str, ...] = getattr(row, "unread", ())
        named = (
            UNREAD if one.of is None and one.attribute in unread else one.read(row) for one in self.categories
        )
        standing, month = place
        return standing, month or (UNREAD if self.month in unread else ""), *named


def tallied(values: Sequence[Value]) -> Iterator[tuple[Value, int]]:
    """Yield each value and how often it is there; equal ones may come apart.

    What is more than words is told apart by identity: rows of one table share what they say, and to compare
    it would cost more than all else.
    """
    if values and all(map(is_, values, repeat(values[0]))):  # as in most columns, which nobody fills
        yield values[0], len(values)
        return
    if all(issubclass(kind, str | NoneType) for kind in set(map(type, values))):
        yield from Counter(values).items()
        return
    found = dict(zip(map(id, values), values, strict=True))
    yield from ((found[identity], number) for identity, number in Counter(map(id, values)).items())


def alike(
    rows: Sequence[Request], told: Callable[[Request], object], kept: Iterable[Value]
) -> Iterator[Sequence[Value]]:
    """Yield what is kept for requests in groups, in which period and all that is told are the same.

    Args:
        rows: the requests.
        told: what has to be the same besides.
        kept: for each request what stands for it in its group.
    """
    groups: defaultdict[int, defaultdict[object, list[Value]]] = defaultdict(partial(defaultdict, list))
    for one, period, said in zip(kept, _numbered([row.period for row in rows]), map(told, rows), strict=True):
        groups[period][said].append(one)
    return (same for of_a_period in groups.values() for same in of_a_period.values())


def _numbered(periods: Sequence[Period | None]) -> Iterator[int]:
    """Yield a number for each period, equal ones the same; those that rows share are compared once."""
    known: dict[Period | None, int] = {}
    shared = dict(zip(map(id, periods), periods, strict=True))
    numbers = {identity: known.setdefault(period, len(known)) for identity, period in shared.items()}
    return map(numbers.__getitem__, map(id, periods))


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
    keys: list[tuple[Key, int]] = []
    whole: defaultdict[int, list[CountedRow]] = defaultdict(list)
    for group in _placed_alike(listed(rows), reading):
        place, count = frame.place(*reading.placed(group[0])), group[0].count
        unread: tuple[str, ...] = getattr(group[0], "unread", ())
        if count is None or unread:
            keys += (key for one in group for key in _keys_of_odd(one, reading, place))
            continue
        keys += _keys_of_place(place, count * len(group))
        if place[0] == WHOLE[0]:
            whole[count] += group
    for count, inside in whole.items():
        keys += _keys_of_alike(inside, count, reading)
    return RegisterTally(
        state=state(rows),
        rows=Counts.of((folded(key), number) for key, number in keys),
        words=Counts.of(_worded(keys)),
    )


def _placed_alike(
    rows: Iterable[CountedRow], reading: RowReading[CountedRow]
) -> Iterator[Sequence[CountedRow]]:
    """Yield the rows that came in together, by their counts and their unread cells.

    Periods are told apart by identity, for rows of one table share them; one is kept for each group.
    """
    rows = tuple(rows)
    groups: dict[object, tuple[Period | None, list[CountedRow]]] = {}
    for row, (period, opening), unread in zip(rows, map(reading.placed, rows), _unread_of(rows), strict=True):
        key = id(period), opening, row.count, unread
        group = groups.get(key)
        if group is None:
            groups[key] = period, [row]
        else:
            group[1].append(row)
    return (same for _, same in groups.values())


def _unread_of(rows: Sequence[object]) -> Iterable[tuple[str, ...]]:
    """Return which cells of each row are unread; of staff and visits no row says it."""
    if not rows or not hasattr(rows[0], "unread"):
        return repeat((), len(rows))
    return map(attrgetter("unread"), rows)


def _keys_of_place(place: Place, number: int) -> Iterator[tuple[Key, int]]:
    """Yield where so many stand, and in which month."""
    standing, month = place
    yield (standing,), number
    if standing == WHOLE[0] and month:
        yield ("month", month), number


def _keys_of_alike(
    rows: Sequence[CountedRow], count: int, reading: RowReading[CountedRow]
) -> Iterator[tuple[Key, int]]:
    """Yield the categories of rows of one count, every cell of them read."""
    for one in reading.categories:
        for category, number in one.count(rows):
            yield from ((key, count * number) for key in _category_keys(one.dimension, category))


def _keys_of_odd(row: CountedRow, reading: RowReading[CountedRow], place: Place) -> Iterator[tuple[Key, int]]:
    """Yield what a row adds of which a cell is unread, or which does not say for how many it stands."""
    if uncounted := _uncounted(row, place):
        yield from (((UNREAD, standing), 1) for standing in uncounted)
    elif row.count is not None:
        yield from ((key, row.count) for key in _keys(reading.line(row, place), reading))
    elif place != OUTSIDE:
        yield ("unknown",), 1


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


def _uncounted(row: CountedRow, place: Place) -> tuple[str, ...]:
    """Return among which rows an unread cell leaves the count open."""
    unread: tuple[str, ...] = getattr(row, "unread", ())
    if "opening" in unread and place in {WHOLE, OUTSIDE}:
        return WHOLE[0], CARRIED_OVER[0]
    return place[:1] if "count" in unread else ()


def _keys(line: _Line, reading: RowReading[Any]) -> Iterator[Key]:
    standing, month, *categories = line
    yield (str(standing),)
    if standing != WHOLE[0]:
        return
    if month:
        yield "month", str(month)
    for one, category in zip(reading.categories, categories, strict=True):
        yield from _category_keys(one.dimension, category)


def _category_keys(dimension: str, category: Named) -> Iterator[Key]:
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
    named = _SEVERAL.get(attribute) or (lambda row: _category(_said(row, attribute)))
    return named if of is None else (lambda row: named(row) if row.outcome is of else None)


def kept_in_rows(register: Register) -> tuple[Breakdown, ...]:
    """Return the breakdowns of which the rows of a register name the category."""
    return tuple(one for one in breakdowns_of(register).values() if one.attribute)


def _said(row: Any, attribute: str) -> Any:  # noqa: ANN401  a field of any row, or of its applicant
    """Return what a row says under a field; a trait of who made it, where it is known."""
    if attribute in APPLICANT_TRAITS:
        return "" if row.applicant is None else getattr(row.applicant, attribute)
    return getattr(row, attribute)


def _category(value: StrEnum | str | Coded[Any] | AgencyRef | None) -> str | None:
    if value is None or isinstance(value, str):
        return value
    return key_of(value) if isinstance(value, Coded) else value.key


_SEVERAL: Mapping[str, Callable[[Any], Named]] = {"ground": _grounds_named, "stages": _stages_named}


def _reading(
    register: Register,
    month: str,
    placed: Callable[[Any], tuple[Period | None, int | None]],
    *besides: str,
) -> RowReading[Any]:
    """Return how the rows of a register are read.

    Args:
        register: whose rows.
        month: the field that names the month.
        placed: when a row came in, and from which year it is carried over.
        besides: what else is counted of a row, by the name of its field.
    """
    along = (
        Category(
            dimension=str(one.dimension),
            attribute=one.attribute,
            named=_SEVERAL.get(one.attribute),
            of=one.of,
        )
        for one in kept_in_rows(register)
    )
    counted = (Category[Any](dimension=name, attribute=name) for name in besides)
    return RowReading(month=month, placed=placed, categories=(*counted, *along))


def _filed(row: CourtCase) -> tuple[Period | None, int | None]:
    return None if row.filed_on is None else Period.of(row.filed_on), None


def _not_placed(_: Staff) -> tuple[None, None]:
    return None, None


REQUESTS: RowReading[Request] = _reading(Register.REQUESTS, "period", attrgetter("period", "opening"), "unit")
OBJECTIONS: RowReading[Objection] = _reading(Register.OBJECTIONS, "period", attrgetter("period", "opening"))
DISPUTES: RowReading[Dispute] = _reading(Register.DISPUTES, "filed", attrgetter("filed", "opening"))
SUITS: RowReading[CourtCase] = _reading(Register.SUITS, "filed_on", _filed)
VISITS: RowReading[Visits] = RowReading(placed=lambda row: (row.period, None))
STAFF: RowReading[Staff] = RowReading(placed=_not_placed)


def lines_tally(year: ServiceYear, register: Register, frame: PeriodFrame) -> RegisterTally:
    """Return what the aggregate lines of a register say of the period.

    A line of another year is a comparison, and one of a month outside the period is no part of it: neither
    is counted.
    """
    lines = tuple(
        line
        for line in year.aggregates
        if line.register is register
        and line.year in {None, year.period.year}
        and frame.place(line.period) != OUTSIDE
    )
    said = [(_key(line, frame), 1 if line.count is None else line.count) for line in along_one(lines)]
    return RegisterTally(
        stated=Counts.of((folded(key), number) for key, number in said),
        joint=Counts.of(joint_pairs(lines)),
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
