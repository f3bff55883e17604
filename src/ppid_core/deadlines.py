"""When something is due: the law's number counted along the calendar."""

from __future__ import annotations

from datetime import date

from ppid_core.law import Lawbook
from ppid_core.model import ReportingPeriod
from ppid_core.workdays import WorkdayCalendar


def request_due_on(
    received: date, law: Lawbook, workdays: WorkdayCalendar, *, extended: bool = False
) -> date:
    """Return the last day for the written notice on a request (UU 14/2008 Pasal 22).

    Args:
        received: the day on which the request came in; it counts as zero.
        law: the law; the request is judged by what applied on ``received``.
        workdays: the calendar of the body.
        extended: whether the extension was granted; it runs on from the original last day.

    Raises:
        CalendarRangeError: outside the years whose decrees are known.
        NotInForceError: before UU 14/2008 applied.
    """
    due = workdays.add(received, law.request_response.at(received).value)
    return workdays.add(due, law.request_extension.at(received).value) if extended else due


def report_due_on(year_end: date, law: Lawbook) -> date:
    """Return the last day for the yearly report on the fiscal year that ends on ``year_end``.

    No text moves a 31 March that is a holiday, so the calendar has no say.

    Raises:
        NotInForceError: before there was a standard for the report.
    """
    expected = law.report_due.at(year_end).value.after(year_end)
    # A report is judged by the law of the day it is due, which may have changed since the year ended.
    return law.report_due.at(expected).value.after(year_end)


def report_due_for(year: int, law: Lawbook) -> date:
    """Return the last day for the report on the fiscal year ``year``, which ends with the calendar year.

    Raises:
        NotInForceError: before there was a standard for the report.
    """
    return report_due_on(ReportingPeriod(year).last_day, law)
