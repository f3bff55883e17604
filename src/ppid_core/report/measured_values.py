"""From a measure to the value that is printed for it."""

from __future__ import annotations

from decimal import Decimal

from ppid_core.model import Absent, Measure
from ppid_core.report.values import Counted, Days, Ratio, Rupiah, Value
from ppid_core.summary import Summary

SMALLEST_WHOLE_FOR_PERCENT = 10
"""Of fewer, a percentage says more than is known."""
MONEY = frozenset({Measure.ALLOCATED, Measure.REALISED})
DAYS = frozenset(
    {
        Measure.RESPONSE_MEAN,
        Measure.RESPONSE_MEDIAN,
        Measure.RESPONSE_MIN,
        Measure.RESPONSE_MAX,
        Measure.RESPONSE_P25,
        Measure.RESPONSE_P75,
        Measure.RESPONSE_P90,
        Measure.RESPONSE_P95,
        Measure.STANDARD_MEAN,
    }
)
SHARES = {
    Measure.SHARE_IN_TIME: ("requests.timeliness.closed_in_time", "requests.judged"),
    Measure.SHARE: ("compliance.disclosed", "compliance.denominator"),
    Measure.SHARE_OF_REPORTING: ("compliance.disclosed", "compliance.denominator_of_reporting"),
    Measure.ABSORPTION: ("budget.realised", "budget.allocated"),
}


def measured(summary: Summary, measure: Measure) -> Value:
    """Return the figure of ``measure`` with what it is: a count, money, days or a share."""
    figure = summary.number(measure)
    if isinstance(figure, Absent):
        return figure
    if measure in SHARES:
        part, whole = (summary.branch(path) for path in SHARES[measure])
        return Ratio(part, whole, in_parts=isinstance(whole, int) and whole < SMALLEST_WHOLE_FOR_PERCENT)
    if measure in MONEY:
        return Rupiah(Decimal(figure))
    if measure in DAYS:
        return Days(figure)
    return Counted(int(figure))
