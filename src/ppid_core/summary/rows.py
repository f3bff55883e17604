"""From rows to counts: equal rows are grouped first, then each group is taken apart once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from typing import Generic, Protocol, TypeVar

from attrs import frozen

from ppid_core.glossary.vocabulary import is_open, key_of, same
from ppid_core.model import (
    Absent,
    AgencyRef,
    Coded,
    CourtCase,
    Dimension,
    Dispute,
    Objection,
    Outcome,
    Period,
    Request,
    Staff,
    Visits,
    is_unread,
)
from ppid_core.summary.frame import CARRIED_OVER, OUTSIDE, WHOLE, Frame
from ppid_core.summary.parts import Counts, Key
from ppid_core.summary.register import NOT_RECORDED, UNNAMED, UNREAD
from ppid_core.summary.tally import RegisterTally, state


class Counted(Protocol):
    """A row that stands for several; None where it does not say for how many."""

    @property
    def count(self) -> int | None:
        """How many."""


Row = TypeVar("Row")
CountedRow = TypeVar("CountedRow", bound=Counted)
Slug = TypeVar("Slug", bound=StrEnum)
Line = tuple[str | tuple[str, ...] | None, ...]
"""Where a row stands, its month, and its category along each dimension of its register; several where one
row may fall into several parts."""
WORDED = frozenset(str(dimension) for dimension in Dimension if is_open(dimension))
"""Along these, words that no list holds are categories of their own."""


@frozen(kw_only=True)
class Reading(Generic[CountedRow]):
    """How the rows of one register are read.

    Attributes:
        dimensions: along what they are counted, in the order in which ``line`` names the categories.
        fields: the field of the month, and that of each dimension; "" where it cannot be unread.
    """

    dimensions: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    line: Callable[[CountedRow, Frame], Line]


def listed(register: tuple[Row, ...] | Absent) -> tuple[Row, ...]:
    """Return the rows of a register, none where it is absent."""
    return () if isinstance(register, Absent) else register


def register_tally(
    rows: tuple[CountedRow, ...] | Absent,
    reading: Reading[CountedRow],
    frame: Frame,
    stated: Counts,
) -> RegisterTally:
    """Return the tally of one register from its rows, beside what its aggregate lines say."""
    grouped: defaultdict[Line, int] = defaultdict(int)
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
        stated=stated,
        words=Counts.of(worded(keys)),
    )


def folded(key: Key) -> Key:
    """Return the key of a category under which the same words in two cases are one."""
    dimension, *rest = key
    if dimension not in WORDED or not rest or rest[0] in UNNAMED:
        return key
    return dimension, same(Dimension(dimension), rest[0]), *rest[1:]


def worded(keys: Iterable[tuple[Key, int]]) -> Iterator[tuple[Key, int]]:
    """Yield for each key of words how often they stand for its category."""
    for key, number in keys:
        if key[0] in WORDED and len(key) > 1:
            yield (*folded(key)[:2], key[1]), number


def _legible(row: CountedRow, line: Line, fields: tuple[str, ...]) -> Line:
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


def _uncounted(row: CountedRow, line: Line) -> Line:
    """Return among which rows an unread cell leaves the count open."""
    unread: tuple[str, ...] = getattr(row, "unread", ())
    if "opening" in unread and line[:2] in {WHOLE, OUTSIDE}:
        return WHOLE[0], CARRIED_OVER[0]
    return line[:1] if "count" in unread else ()


def _keys(line: Line, dimensions: tuple[str, ...]) -> Iterator[Key]:
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


def _request(row: Request, frame: Frame) -> Line:
    reason = UNREAD if is_unread(row, "reason") else _slug(row.reason)
    return (
        *frame.place(row.period, row.opening),
        row.unit,
        row.outcome,
        row.applicant_class,
        row.occupation,
        _slug(row.channel),
        _key(row.agency),
        reason if row.outcome is Outcome.REFUSED else None,
        reason if row.outcome is Outcome.PARTLY_GRANTED else None,
    )


def _objection(row: Objection, frame: Frame) -> Line:
    return (
        *frame.place(row.period, row.opening),
        row.applicant_class,
        _key(row.agency),
        grounds_named(row),
        _slug(row.answer),
    )


def _dispute(row: Dispute, frame: Frame) -> Line:
    """Read a dispute, with every stage that it went through."""
    return (
        *frame.place(row.filed, row.opening),
        row.applicant_class,
        _key(row.agency),
        _slug(row.result),
        stages_named(row),
    )


def grounds_named(row: Objection) -> tuple[str, ...]:
    """Return the keys of every ground that an objection names."""
    if row.ground is None:
        return tuple(map(str, row.grounds))
    return key_of(row.ground), *(str(ground) for ground in row.grounds if ground != row.ground.slug)


def stages_named(row: Dispute) -> tuple[str, ...]:
    """Return every stage that a dispute went through."""
    return tuple(dict.fromkeys(str(stage.kind) for stage in row.stages))


def _suit(row: CourtCase, frame: Frame) -> Line:
    filed = None if row.filed_on is None else Period.of(row.filed_on)
    return (*frame.place(filed), row.decision)


def _visits(row: Visits, frame: Frame) -> Line:
    return frame.place(row.period)


def _staff(_: Staff, __: Frame) -> Line:
    return WHOLE


REQUESTS = Reading(
    dimensions=(
        "unit",
        "outcome",
        "applicant",
        "occupation",
        "channel",
        "agency",
        "refusal_reason",
        "partial_reason",
    ),
    fields=(
        "period",
        "",
        "outcome",
        "applicant_class",
        "occupation",
        "channel",
        "agency",
        "",
        "",
    ),
    line=_request,
)
OBJECTIONS = Reading(
    dimensions=("applicant", "agency", "ground", "answer"),
    fields=("period", "applicant_class", "agency", "ground", "answer"),
    line=_objection,
)
DISPUTES = Reading(
    dimensions=("applicant", "agency", "result", "stage"),
    fields=("filed", "applicant_class", "agency", "result", "stages"),
    line=_dispute,
)
SUITS = Reading(dimensions=("decision",), fields=("filed_on", "decision"), line=_suit)
VISITS = Reading(line=_visits)
STAFF = Reading(line=_staff)


def _slug(coded: Coded[Slug] | None) -> str | None:
    return None if coded is None else key_of(coded)


def _key(agency: AgencyRef | None) -> str | None:
    return None if agency is None else agency.key
