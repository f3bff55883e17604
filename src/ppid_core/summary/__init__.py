"""The year in numbers: stored parts that merge, and the figures derived from them."""

from __future__ import annotations

from ppid_core.summary.amended_due_dates import Moved, moved
from ppid_core.summary.docket import Docket, Pending, docket
from ppid_core.summary.figures import Figure, Tree
from ppid_core.summary.part_year import YearBeginning, year_until
from ppid_core.summary.redaction import renamed, without_cases
from ppid_core.summary.register import NOT_RECORDED, UNNAMED, UNREAD, ratio
from ppid_core.summary.response import TIMELINESS
from ppid_core.summary.rows import listed
from ppid_core.summary.stream import RunningSummary
from ppid_core.summary.succession import Succession, next_year
from ppid_core.summary.summarize import summarize
from ppid_core.summary.summary import Summary, merge
from ppid_core.summary.tally import Scope, Tally
from ppid_core.summary.tidy_figures import FIGURE_COLUMNS, TidyFigure, tidy_figures

__all__ = [
    "FIGURE_COLUMNS",
    "NOT_RECORDED",
    "TIMELINESS",
    "UNNAMED",
    "UNREAD",
    "Docket",
    "Figure",
    "Moved",
    "Pending",
    "RunningSummary",
    "Scope",
    "Succession",
    "Summary",
    "Tally",
    "TidyFigure",
    "Tree",
    "YearBeginning",
    "docket",
    "listed",
    "merge",
    "moved",
    "next_year",
    "ratio",
    "renamed",
    "summarize",
    "tidy_figures",
    "without_cases",
    "year_until",
]
