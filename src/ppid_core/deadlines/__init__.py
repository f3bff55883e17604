"""When something is due, and why: the law's number counted along the calendar, with every step."""

from __future__ import annotations

from ppid_core.deadlines.case_state import CaseState, Standing, State, standing, state_of
from ppid_core.deadlines.deadline import Deadline, Leg, Step
from ppid_core.deadlines.due_date import (
    deadline,
    due_on,
    report_due_for,
    report_due_on,
    request_start,
)
from ppid_core.law.time_limit import DeadlineKind
from ppid_core.workdays import Rest

__all__ = [
    "CaseState",
    "Deadline",
    "DeadlineKind",
    "Leg",
    "Rest",
    "Standing",
    "State",
    "Step",
    "deadline",
    "due_on",
    "report_due_for",
    "report_due_on",
    "request_start",
    "standing",
    "state_of",
]
