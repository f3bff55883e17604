"""The figures of response time, from an exact histogram."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from attrs import frozen

from ppid_core.model import Absent, Reason
from ppid_core.summary.parts import Counts
from ppid_core.writing import format_number

CENT = Decimal("0.01")
NAMES = ("clock", "count", "mean", "median", "min", "max")


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
        whole = sum(days * number for days, number in self.pairs)
        return (Decimal(whole) / self.count).quantize(CENT, "ROUND_HALF_UP")

    @property
    def median(self) -> Decimal:
        """The middle answer; of an even number, the mean of the two in the middle."""
        low, high = self._at((self.count - 1) // 2), self._at(self.count // 2)
        return Decimal(low + high) / 2

    def _at(self, place: int) -> int:
        for days, number in self.pairs:
            if place < number:
                return days
            place -= number
        raise IndexError(place)


def response_figures(
    histogram: Histogram,
    clocks: tuple[str, ...],
    classes: Mapping[str, int],
    stated: Mapping[str, int],
    means: tuple[str, ...],
) -> Mapping[str, object] | Absent:
    """Return the figures of response time; a stated mean never becomes a counted one.

    Args:
        histogram: working days of the answers whose time is known.
        clocks: from which day they were counted.
        classes: how many of them fall into each class of the law.
        stated: what aggregate lines say by class, where there is no histogram.
        means: means that the text claims.
    """
    if histogram.count:
        clock = clocks[0] if len(clocks) == 1 else "mixed"
        low, high = histogram.pairs[0][0], histogram.pairs[-1][0]
        values = (clock, histogram.count, histogram.mean, histogram.median, low, high)
        return {**dict(zip(NAMES, values, strict=True)), "by_class": classes}
    reason = _stated_mean(means)
    return {**dict.fromkeys(NAMES, reason), "by_class": stated} if stated else reason


def _stated_mean(means: tuple[str, ...]) -> Absent:
    if not means:
        return Absent(Reason.NO_DATES)
    days = ", ".join(format_number(Decimal(mean)) for mean in means)
    return Absent(Reason.STATED_ONLY, f"{days} hari")
