"""How long answers took and whether they came in time: the figures, from an exact histogram."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from attrs import frozen

from ppid_core.model import Absent, Dimension, Reason
from ppid_core.summary.parts import Counts, Marks
from ppid_core.summary.ratio import ratio
from ppid_core.summary.register import RegisterFigures

TWO_PLACES = 2
NAMES = ("clock", "count", "mean", "median", "min", "max")
TIMELINESS = ("closed_in_time", "closed_late", "open_in_time", "open_late", "unknown")


@frozen
class Histogram:
    """How many answers took how many whole working days."""

    days: Counts

    @property
    def pairs(self) -> tuple[tuple[int, int], ...]:
        """Days and how many answers took them, in ascending order; only what was counted."""
        return tuple(sorted((int(key[0]), number) for key, number in self.days.pairs if number))

    @property
    def count(self) -> int:
        """How many answers."""
        return sum(number for _, number in self.pairs)

    @property
    def mean(self) -> Decimal:
        """The mean in working days, rounded half up to two decimals."""
        return ratio(sum(days * number for days, number in self.pairs), self.count, TWO_PLACES)

    @property
    def median(self) -> Decimal:
        """The middle answer; of an even number, the mean of the two in the middle."""
        return ratio(self._at((self.count - 1) // 2) + self._at(self.count // 2), 2, 1)

    def _at(self, place: int) -> int:
        for days, number in self.pairs:
            if place < number:
                return days
            place -= number
        raise IndexError(place)


def response_figures(register: RegisterFigures, means: Marks) -> Mapping[str, object] | Absent:
    """Return the figures of response time; a stated mean never becomes a counted one.

    Args:
        register: the requests.
        means: mean times that the text claims.
    """
    histogram = Histogram(register.tally.days)
    classes = register.tally.rows.under("response_class")
    if histogram.count:
        clocks = register.tally.clocks.values
        clock = clocks[0] if len(clocks) == 1 else "mixed"
        low, high = histogram.pairs[0][0], histogram.pairs[-1][0]
        values = (clock, histogram.count, histogram.mean, histogram.median, low, high)
        return {**dict(zip(NAMES, values, strict=True)), "by_class": classes}
    reason = _stated_only(means) or _reason(register)
    if register.total == 0 and not sum(register.tally.rows.under("timeliness").values()):
        nothing = Absent(Reason.NOTHING_TO_SHARE)
        return {**dict.fromkeys(NAMES, nothing), "count": 0, "by_class": classes}
    if not register.parts(Dimension.TIME):
        return reason
    unknown = dict.fromkeys(NAMES, _reason(register))
    return {**unknown, "mean": reason, "by_class": register.by(Dimension.TIME)}


def timeliness_figures(register: RegisterFigures) -> Mapping[str, int] | Absent:
    """Return how many were closed or open, in time or late; absent where not one can be judged."""
    counted = register.tally.rows.under("timeliness")
    unknown = counted.get("unknown", 0)
    if not register.tally.is_recorded or (unknown and unknown == sum(counted.values())):
        return _reason(register)
    return {name: counted.get(name, 0) for name in TIMELINESS}


def _reason(register: RegisterFigures) -> Absent:
    """Return why no time is known; where rows differ in it, that dates are lacking."""
    if not register.tally.is_recorded:
        return register.absence
    reasons = [reason for reason, number in register.tally.rows.under("untimed").items() if number]
    return Absent(Reason(reasons[0]) if len(reasons) == 1 else Reason.NO_DATES)


def _stated_only(means: Marks) -> Absent | None:
    return Absent(Reason.STATED_ONLY, ", ".join(means.values)) if means.values else None
