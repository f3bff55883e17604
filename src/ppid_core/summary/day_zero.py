"""From which day the time of a case runs."""

from __future__ import annotations

from datetime import date

from ppid_core.deadlines import request_start
from ppid_core.errors import NotInForceError
from ppid_core.law import Lawbook
from ppid_core.model import Dispute, Period, Request


def exact(period: Period | None) -> date | None:
    """Return the day of a period that is known to the day."""
    return None if period is None else period.exact


def request_day_zero(row: Request, law: Lawbook, on: date | None = None) -> date | None:
    """Return the day of receipt or of completeness, by the law of the day; None where it is not known.

    A request that became complete after ``on`` still counted from its receipt on that day.
    """
    received = exact(row.period)
    if received is None:
        return None
    is_known = row.completed_on is not None and (on is None or row.completed_on <= on)
    try:
        return request_start(received, row.completed_on if is_known else None, law)[0]
    except NotInForceError:
        return None


def dispute_day_zero(row: Dispute) -> date | None:
    """Return the receipt at the commission, else the registration, else the filing: a convention."""
    return row.received_on or row.registered_on or exact(row.filed)


def is_extended(row: Request, on: date) -> bool:
    """Tell whether the extension was granted by ``on``."""
    return row.extended_on is not None and row.extended_on <= on
