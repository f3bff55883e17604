"""What stands in a cell: readers that return a value or raise `CellError` with what was expected."""

from __future__ import annotations

from ppid_core.intake.cells.error import PRIVATE, CellError, shown
from ppid_core.intake.cells.number import (
    cost,
    count,
    counted,
    doubtful_number,
    figure,
    is_percent,
    rupiah,
    whole,
    working_days,
    year,
)
from ppid_core.intake.cells.text import (
    choice,
    colour,
    inside,
    line,
    prose,
    refuse_control,
    several,
    unguarded,
    yes_no,
)
from ppid_core.intake.cells.time import Month, day, doubtful_day, hour, month, weekdays
from ppid_core.intake.cells.word import (
    coded,
    exemption_letters,
    ground_letter,
    letter_beside,
    member,
    outcome,
    reason,
    stages,
)

__all__ = [
    "PRIVATE",
    "CellError",
    "Month",
    "choice",
    "coded",
    "colour",
    "cost",
    "count",
    "counted",
    "day",
    "doubtful_day",
    "doubtful_number",
    "exemption_letters",
    "figure",
    "ground_letter",
    "hour",
    "inside",
    "is_percent",
    "letter_beside",
    "line",
    "member",
    "month",
    "outcome",
    "prose",
    "reason",
    "refuse_control",
    "rupiah",
    "several",
    "shown",
    "stages",
    "unguarded",
    "weekdays",
    "whole",
    "working_days",
    "year",
    "yes_no",
]
