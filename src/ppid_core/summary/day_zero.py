"""From which day the time of a case runs."""

from __future__ import annotations

from datetime import date

from ppid_core.model import Dispute, Period, Request, StageKind


def exact(period: Period | None) -> date | None:
    """Return the day of a period that is known to the day."""
    return None if period is None else period.exact


def dispute_day_zero(row: Dispute) -> date | None:
    """Return the receipt at the commission, else the registration, else the filing: a convention."""
    return row.received_on or row.registered_on or exact(row.filed)


def suit_day_zero(row: Dispute) -> date | None:
    """Return the day on which the decision by adjudication was received: from it the time for a suit runs."""
    received = (stage.received_on for stage in row.stages if stage.kind is StageKind.ADJUDICATION)
    return max(filter(None, received), default=row.decision_received_on)


def is_extended(row: Request, on: date) -> bool:
    """Tell whether the extension was granted by ``on``."""
    return row.extended_on is not None and row.extended_on <= on
