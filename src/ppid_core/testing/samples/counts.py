"""What a person counts in the samples: a measure that is not named is absent."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from ppid_core.model import Measure, Outcome
from ppid_core.testing.readers.figures import Figure, Figures
from ppid_core.testing.samples.year import BEYOND_FLOATS, SEN

_NO_OUTCOMES = {Measure(f"requests.by_outcome.{outcome}"): 0 for outcome in Outcome}
_REQUESTS: Mapping[Measure, Figure] = {
    **_NO_OUTCOMES,
    Measure.REQUESTS_TOTAL: 3,
    Measure.REQUESTS_GRANTED: 1,
    Measure.REQUESTS_REFUSED: 1,
    Measure.REQUESTS_UNANSWERED: 1,
    Measure.REQUESTS_CARRIED_OVER: 0,
    Measure.REQUESTS_OUTSIDE_PERIOD: 0,
    Measure.BALANCE_RECEIVED: 3,
    Measure.BALANCE_CLOSED: 2,
    Measure.BALANCE_CLOSING: 1,
}
_TIMES: Mapping[Measure, Figure] = {
    Measure.RESPONSE_COUNT: 2,
    Measure.RESPONSE_MEAN: Decimal("5.5"),
    Measure.RESPONSE_MEDIAN: Decimal("5.5"),
    Measure.RESPONSE_MIN: 4,
    Measure.RESPONSE_P25: 4,
    Measure.RESPONSE_P75: 7,
    Measure.RESPONSE_P90: 7,
    Measure.RESPONSE_P95: 7,
    Measure.RESPONSE_MAX: 7,
    Measure.CLOSED_IN_TIME: 2,
    Measure.CLOSED_LATE: 0,
    Measure.OPEN_IN_TIME: 0,
    Measure.OPEN_LATE: 1,
    Measure.TIMELINESS_UNKNOWN: 0,
    Measure.UNTIMED_UNREAD: 0,
    Measure.REQUESTS_JUDGED: 3,
    Measure.SHARE_IN_TIME: Decimal("0.6667"),
}
_CELLS: Mapping[Measure, Figure] = {
    Measure.AGENCIES: 2,
    Measure.REPORTING_AGENCIES: 2,
    Measure.TYPES: 2,
    Measure.CELLS: 4,
    Measure.DISCLOSED: 2,
    Measure.NOT_DISCLOSED: 1,
    Measure.NOT_APPLICABLE: 1,
    Measure.EXEMPT: 0,
    Measure.NOT_REPORTED: 0,
    Measure.DENOMINATOR: 3,
    Measure.DENOMINATOR_OF_REPORTING: 3,
    Measure.SHARE: Decimal("0.6667"),
    Measure.SHARE_OF_REPORTING: Decimal("0.6667"),
}
_OTHERS: Mapping[Measure, Figure] = {
    Measure.APPLICANTS_TOTAL: 3,
    Measure.COMPLAINTS_TOTAL: 1,
    Measure.OBJECTIONS_TOTAL: 1,
    Measure.DISPUTES_TOTAL: 0,
    Measure.SUITS_TOTAL: 0,
    Measure.STAFF: 5,
    Measure.VISITS: 30,
}
_MONEY: Mapping[Measure, Figure] = {
    Measure.ALLOCATED: 1_000_000,
    Measure.REALISED: Decimal("912345.67"),
    Measure.ABSORPTION: Decimal("0.9123"),
}
_SMALL: Figures = {**_REQUESTS, **_TIMES, **_CELLS, **_OTHERS, **_MONEY}
_UNKNOWN_TO_NIHIL = frozenset(
    {
        *(measure for measure in _TIMES if measure.startswith("requests.response_time.")),
        *(Measure.SHARE_IN_TIME, Measure.SHARE, Measure.SHARE_OF_REPORTING, Measure.ABSORPTION),
        Measure.COMPLAINTS_TOTAL,
    }
) - {Measure.RESPONSE_COUNT}
"""What has neither mean nor share where nothing happened, and complaints, of which there is no register."""

COUNTED: Mapping[str, Figures] = {
    "small": _SMALL,
    "empty": {},
    "nihil": {
        **{measure: 0 for measure in _SMALL if measure not in _UNKNOWN_TO_NIHIL},
        Measure.BALANCE_OPENING: 0,
        Measure.PUBLIC_ENTRIES: 0,
        Measure.EXEMPT_ENTRIES: 0,
        Measure.EXEMPT_EXPIRED: 0,
        Measure.EXEMPT_UNTESTED: 0,
    },
    "absent": {
        **_NO_OUTCOMES,
        Measure.REQUESTS_TOTAL: 2,
        Measure.REQUESTS_GRANTED: 1,
        Measure.REQUESTS_REFUSED: 1,
        Measure.REQUESTS_CARRIED_OVER: 0,
        Measure.REQUESTS_OUTSIDE_PERIOD: 0,
        Measure.BALANCE_RECEIVED: 2,
        Measure.BALANCE_CLOSED: 2,
        Measure.BALANCE_CLOSING: 0,
        Measure.UNTIMED_UNREAD: 0,
        Measure.ALLOCATED: 150,
    },
    "exact": {
        **_SMALL,
        Measure.ALLOCATED: Decimal("0.30"),
        Measure.REALISED: Decimal("0.15"),
        Measure.ABSORPTION: Decimal("0.5"),
    },
    "huge": {
        **_SMALL,
        Measure.COMPLAINTS_TOTAL: BEYOND_FLOATS,
        Measure.ALLOCATED: BEYOND_FLOATS + SEN,
        Measure.REALISED: BEYOND_FLOATS + SEN,
        Measure.ABSORPTION: 1,
    },
}
"""By the name of a sample year, what a person counts in it; a measure that is not named is absent."""
