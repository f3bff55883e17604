"""What stands in a cell: readers that return a value or raise `CellError` with what was expected."""

from __future__ import annotations

from ppid_core.intake.cells.error import PRIVATE, CellError, shown
from ppid_core.intake.cells.number import (
    cost,
    count,
    counted,
    figure,
    is_percent,
    rupiah,
    whole,
    working_days,
    year,
)
from ppid_core.intake.cells.rough import ROUGH, rough, words_beside
from ppid_core.intake.cells.text import (
    UNREAD,
    choice,
    colour,
    inside,
    is_unrecorded,
    line,
    prose,
    refuse_control,
    refuse_unread,
    several,
    unguarded,
    yes_no,
)
from ppid_core.intake.cells.time import Month, day, hour, month, weekdays
from ppid_core.intake.cells.ways import COUNTS, DAYS, FIGURES, TwoWays, first_of_several
from ppid_core.intake.cells.word import (
    coded,
    exemption,
    letters_of_ground,
    member,
    outcome,
    reason,
    stages,
)

__all__ = [
    "COUNTS",
    "DAYS",
    "FIGURES",
    "PRIVATE",
    "ROUGH",
    "UNREAD",
    "CellError",
    "Month",
    "TwoWays",
    "choice",
    "coded",
    "colour",
    "cost",
    "count",
    "counted",
    "day",
    "exemption",
    "figure",
    "first_of_several",
    "hour",
    "inside",
    "is_percent",
    "is_unrecorded",
    "letters_of_ground",
    "line",
    "member",
    "month",
    "outcome",
    "prose",
    "reason",
    "refuse_control",
    "refuse_unread",
    "rough",
    "rupiah",
    "several",
    "shown",
    "stages",
    "unguarded",
    "weekdays",
    "whole",
    "words_beside",
    "working_days",
    "year",
    "yes_no",
]
