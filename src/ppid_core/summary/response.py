"""How long answers took and whether they came in time: the figures, from an exact histogram."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from decimal import Decimal

from attrs import frozen

from ppid_core.model import Absent, Dimension, InformationCategory, Outcome, Reason
from ppid_core.summary.matrix import natural
from ppid_core.summary.parts import Counts, Marks
from ppid_core.summary.register import UNNAMED, RegisterFigures, ratio, share

_TWO_PLACES = 2
_PERCENT = 100
_PERCENTILES = (25, 75, 90, 95)
"""What stands beside the median, which is the fiftieth."""

_NAMES = ("clock", "count", "mean", "median", "min", "max", "percentiles")
OF_A_PART = ("count", "mean", "median", "min", "max")
"""What is told of the answers of an agency, of an outcome, of a kind of information."""
TIMELINESS = ("closed_in_time", "closed_late", "open_in_time", "open_late", "unknown")
_STANDARD = ("closed_in_time", "closed_late")
AT_AGENCY = ("received", "carried_over", "closed", "open", "unknown", "late", "unjudged")
"""What is told of the requests of an agency: received + carried over = closed + open + unknown."""
_JUDGED = ("closed_in_time", "closed_late", "open_late")
"""Whose time is decided: what is open within its time may still be answered in time, or late."""


@frozen
class Histogram:
    """How many answers took how many whole working days (*sebaran*): ascending, only what was counted."""

    pairs: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, days: Iterable[tuple[str, int]]) -> Histogram:
        """Return the histogram of ``days``, as they are stored."""
        return cls(tuple(sorted((int(day), number) for day, number in days if number)))

    @property
    def count(self) -> int:
        """How many answers."""
        return sum(number for _, number in self.pairs)

    @property
    def mean(self) -> Decimal:
        """The mean in working days, rounded half up to two decimals."""
        return ratio(sum(days * number for days, number in self.pairs), self.count, _TWO_PLACES)

    @property
    def median(self) -> Decimal:
        """The middle answer; of an even number, the mean of the two in the middle."""
        return ratio(self._at((self.count - 1) // 2) + self._at(self.count // 2), 2, 1)

    @property
    def min(self) -> int:
        """The shortest."""
        return self.pairs[0][0]

    @property
    def max(self) -> int:
        """The longest."""
        return self.pairs[-1][0]

    def percentile(self, percent: int) -> int:
        """Return the fewest working days within which at least ``percent`` of 100 answers came.

        The nearest rank, ⌈percent / 100 × count⌉ of the answers in order: definition 1 of Hyndman and Fan,
        "Sample Quantiles in Statistical Packages" (The American Statistician 50, 1996). It is always a
        number of days that an answer took.
        """
        return self._at(-(-percent * self.count // _PERCENT) - 1)

    def figures(self) -> Mapping[str, object]:
        """Return what is told of a part."""
        return {name: getattr(self, name) for name in OF_A_PART}

    def _at(self, place: int) -> int:
        for days, number in self.pairs:
            if place < number:
                return days
            place -= number
        raise IndexError(place)


def response_figures(register: RegisterFigures, means: Marks) -> Mapping[str, object] | Absent:
    """Return the figures of response time; a stated mean never becomes a counted one.

    Args:
        register: the requests; those carried over are told, too.
        means: mean times that the text claims.
    """
    if register.is_uncounted:
        return Absent(Reason.UNREAD)
    histogram = Histogram.of(register.tally.days.under().items())
    classes = register.tally.rows.under("response_class")
    if histogram.count:
        return _counted(register, histogram)
    if register.total == 0 and not sum(register.tally.times.under("timeliness").values()):
        return {**_nothing(Absent(Reason.NOTHING_TO_SHARE)), "count": 0, "by_class": classes}
    reason, stated = _reason(register), _stated_only(means)
    told: dict[str, object] = {"mean": stated} if stated else {}
    if register.parts(Dimension.TIME):
        told["by_class"] = register.by(Dimension.TIME)
    return {**_nothing(reason), **told} if told else reason


def _counted(register: RegisterFigures, histogram: Histogram) -> Mapping[str, object]:
    clocks = register.tally.clocks.values
    return {
        "clock": clocks[0] if len(clocks) == 1 else "mixed",
        **histogram.figures(),
        "percentiles": {f"p{percent}": histogram.percentile(percent) for percent in _PERCENTILES},
        "by_class": register.tally.rows.under("response_class"),
        "by_agency": _by_part(register.tally.days, "agency"),
        "by_outcome": _by_part(register.tally.days, "outcome", tuple(map(str, Outcome))),
        **_by_kind(register.tally.days),
    }


def _by_kind(days: Counts) -> Mapping[str, object]:
    """Return the figures of each kind of information; nothing where the register keeps none."""
    kinds = _by_part(days, "information", tuple(map(str, InformationCategory)))
    return {} if isinstance(kinds, Absent) else {"by_information": kinds}


def _nothing(reason: Absent) -> Mapping[str, object]:
    return dict.fromkeys((*_NAMES, "by_class", "by_agency", "by_outcome"), reason)


def _by_part(days: Counts, part: str, order: tuple[str, ...] = ()) -> Mapping[str, object] | Absent:
    """Return the figures of each part that has answers, what is not recorded last; absent where none is."""
    grouped: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
    for key, number in days.pairs:
        if key[0] == part and len(key) > 1 and number:
            grouped[key[1]].append((key[2], number))
    if not grouped.keys() - UNNAMED.keys():
        return Absent(Reason.NO_CATEGORY)
    known = [name for name in order if name in grouped]
    others = natural(sorted(grouped.keys() - {*order, *UNNAMED}))
    unnamed = [name for name in UNNAMED if name in grouped]
    return {name: Histogram.of(grouped[name]).figures() for name in (*known, *others, *unnamed)}


def standard_figures(register: RegisterFigures) -> Mapping[str, object] | Absent:
    """Return the time of answers by the standard of service, from completeness; refusals are not counted so.

    A second figure beside the act's, by which nothing is judged; absent where no such answer is recorded.
    """
    histogram = Histogram.of(register.tally.days.under("standard").items())
    if not histogram.count:
        return register.absence if not register.tally.is_recorded else Absent(Reason.NOTHING_TO_SHARE)
    kinds = register.tally.rows.under("standard")
    return {**histogram.figures(), **{name: kinds.get(name, 0) for name in _STANDARD}}


def timeliness_figures(register: RegisterFigures) -> Mapping[str, int] | Absent:
    """Return how many were closed or open, in time or late; absent where not one can be judged."""
    if register.is_uncounted:
        return Absent(Reason.UNREAD)
    counted = register.tally.times.under("timeliness")
    unknown = counted.get("unknown", 0)
    if not register.tally.is_recorded or (unknown and unknown == sum(counted.values())):
        return _reason(register)
    return {name: counted.get(name, 0) for name in TIMELINESS}


def standing_figures(register: RegisterFigures) -> Mapping[str, object]:
    """Return how many requests of each agency came in, are closed or open, and were late, closed or open.

    Absent where no row names an agency, or where the register keeps neither outcomes nor notices.
    """
    return {"by_agency": _standing_by_agency(register)}


def _standing_by_agency(register: RegisterFigures) -> Mapping[str, Mapping[str, int]] | Absent:
    if register.is_uncounted:
        return Absent(Reason.UNREAD)
    if not register.tally.is_recorded:
        return register.absence
    grouped: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for (name, *steps), number in register.tally.times.pairs:
        if name == "agency" and len(steps) > 1:
            agency, standing = steps
            grouped[agency][standing] = number
    if register.tally.blank.pairs and not register.tally.kept.values:
        return Absent(Reason.NO_DATES)
    if not grouped.keys() - UNNAMED.keys():
        return Absent(Reason.NO_CATEGORY)
    named = natural(sorted(grouped.keys() - UNNAMED.keys()))
    unnamed = [name for name in UNNAMED if name in grouped]
    return {
        agency: {standing: grouped[agency].get(standing, 0) for standing in AT_AGENCY}
        for agency in (*named, *unnamed)
    }


def judged_figures(register: RegisterFigures) -> Mapping[str, object]:
    """Return of how many the time is decided, and which share of these was closed in time.

    The share is closed in time / (closed in time + closed late + open late): an open request whose last day
    has passed can no longer be in time, so leaving it out would reward silence. What is open within its
    time is not judged yet, and what lacks its dates cannot be.
    """
    timeliness = timeliness_figures(register)
    if isinstance(timeliness, Absent):
        return {"judged": timeliness, "share_in_time": timeliness}
    judged = sum(timeliness[name] for name in _JUDGED)
    return {"judged": judged, "share_in_time": share(timeliness["closed_in_time"], judged)}


def _reason(register: RegisterFigures) -> Absent:
    """Return why no time is known; where rows differ in it, that dates are lacking."""
    if not register.tally.is_recorded:
        return register.absence
    reasons = [reason for reason, number in register.tally.times.under("untimed").items() if number]
    return Absent(Reason(reasons[0]) if len(reasons) == 1 else Reason.NO_DATES)


def _stated_only(means: Marks) -> Absent | None:
    return Absent(Reason.STATED_ONLY, ", ".join(means.values)) if means.values else None
