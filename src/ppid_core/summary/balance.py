"""What is still open: opening balance + received − closed = closing balance, and the oldest of it."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import asdict

from ppid_core.law import Unit
from ppid_core.model import Absent, Reason
from ppid_core.summary.register import RegisterFigures


def balance_figures(register: RegisterFigures) -> Mapping[str, int | Absent]:
    """Return the balance of the requests on the day of the summary; only rows can tell it.

    ``opening`` is what was carried over, ``received`` what came in during the period, ``closed`` what of
    both was answered or withdrawn by that day, and ``closing`` what of both is still open: opening +
    received − closed = closing. Lines outside the period are in none of them.

    A register without a line of an earlier year does not say that nothing was carried over; a line that
    counts 0 says so. Without an opening there is no balance: ``closed`` and ``closing`` are of the received.
    """
    closed, still_open = _ended(register, "closed"), _ended(register, "open")
    return {
        "opening": _opening(register),
        "received": register.total,
        "closed": closed,
        "closing": still_open,
    }


def _opening(register: RegisterFigures) -> int | Absent:
    """Return what was carried over where a line says so, and 0 where the whole register is *nihil*."""
    stands = register.tally.rows.under()
    if register.tally.is_recorded and stands and "carried_over" not in stands:
        return Absent(Reason.NO_OPENING)
    return register.counted("carried_over")


def _ended(register: RegisterFigures, ending: str) -> int | Absent:
    """Return how many ended so; absent where a line tells neither by its outcome nor by its dates."""
    if not register.tally.is_recorded:
        return register.absence
    if register.is_uncounted:
        return Absent(Reason.UNREAD)
    endings = register.tally.times.under("ending")
    if not endings.get("unknown"):
        return endings.get(ending, 0)
    is_part = endings.get("closed") or endings.get("open")
    if register.tally.times.get("untimed", Reason.UNREAD):
        return Absent(Reason.UNREAD)
    return Absent(Reason.PART_OF_ROWS if is_part else Reason.NO_DATES)


def oldest_figures(register: RegisterFigures) -> Mapping[str, object]:
    """Return the lines that have been open longest, and how many open cases lack the dates for that.

    The lines are absent where cases are open and none has its dates.
    """
    if not register.tally.is_recorded:
        return {"oldest_open": register.absence, "undated_open": register.absence}
    oldest = register.tally.waiting
    cases = tuple({**asdict(case), "days_unit": str(Unit.WORKING_DAY)} for case in oldest.cases)
    unknown = Absent(Reason.NO_DATES) if oldest.undated and not cases else None
    return {"oldest_open": unknown or cases, "undated_open": oldest.undated}
