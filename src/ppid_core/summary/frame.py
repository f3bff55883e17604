"""Where a row stands: in the period, carried over into it, or outside."""

from __future__ import annotations

from typing import Literal

from attrs import field, frozen

from ppid_core.model import Period, ReportingPeriod

_Standing = Literal["total", "carried_over", "outside_period"]
Place = tuple[_Standing, str]

WHOLE: Place = ("total", "")
CARRIED_OVER: Place = ("carried_over", "")
OUTSIDE: Place = ("outside_period", "")


@frozen(kw_only=True)
class PeriodFrame:
    """The period of a report (*bingkai*); a place is looked up once for each period that rows name."""

    reporting: ReportingPeriod
    _places: dict[Period, Place] = field(factory=dict, init=False, eq=False, repr=False)

    def place(self, period: Period | None, opening: int | None = None) -> Place:
        """Return where a row stands, and its month ("" where none is named or counted)."""
        if opening is not None:
            return CARRIED_OVER
        if period is None:
            return WHOLE
        return self._places.get(period) or self._places.setdefault(period, self._locate(period))

    def _locate(self, period: Period) -> Place:
        if not self.reporting.may_hold(period):
            return OUTSIDE
        return "total", str(period.month or "")
