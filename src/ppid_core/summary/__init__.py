"""The year in numbers: stored parts that merge, and the figures derived from them.

Public is what ``__all__`` names; what is imported here under its own name besides is for this library alone.
"""

from __future__ import annotations

from ppid_core.summary.amended_due_dates import Moved as Moved
from ppid_core.summary.amended_due_dates import moved as moved
from ppid_core.summary.assessment import CategoryFacts, SelfAssessment, category_facts, self_assessment
from ppid_core.summary.checklist import ChecklistLine, StandardState, checklist
from ppid_core.summary.chronicle import Chronicle, chronicle_of
from ppid_core.summary.chronicle import public_year as public_year
from ppid_core.summary.counterpart import Counterpart, counterpart_of
from ppid_core.summary.counterpart import Division as Division
from ppid_core.summary.counterpart import Merger as Merger
from ppid_core.summary.counterpart import parts_of as parts_of
from ppid_core.summary.coverage import ChangedCell, Coverage, changed_cells, coverage_by_period
from ppid_core.summary.docket import Docket, Pending, docket
from ppid_core.summary.figures import Figure
from ppid_core.summary.figures import Tree as Tree
from ppid_core.summary.history import SMALLEST_BASE as SMALLEST_BASE
from ppid_core.summary.history import Break as Break
from ppid_core.summary.history import BreakKind, EarlierYear, History, Origin, Series
from ppid_core.summary.history import YearFigure as YearFigure
from ppid_core.summary.part_year import YearBeginning as YearBeginning
from ppid_core.summary.part_year import year_until as year_until
from ppid_core.summary.proof import Proof
from ppid_core.summary.redaction import renamed as renamed
from ppid_core.summary.redaction import without_cases as without_cases
from ppid_core.summary.register import NOT_RECORDED, UNREAD
from ppid_core.summary.register import UNNAMED as UNNAMED
from ppid_core.summary.register import ratio as ratio
from ppid_core.summary.response import TIMELINESS as TIMELINESS
from ppid_core.summary.rows import listed as listed
from ppid_core.summary.stream import RunningSummary as RunningSummary
from ppid_core.summary.succession import Succession as Succession
from ppid_core.summary.succession import next_year as next_year
from ppid_core.summary.summarize import summarize
from ppid_core.summary.summary import Summary, merge
from ppid_core.summary.tally import Scope
from ppid_core.summary.tally import Tally as Tally
from ppid_core.summary.tidy_figures import FIGURE_COLUMNS, TidyFigure, tidy_figures

__all__ = [
    "FIGURE_COLUMNS",
    "NOT_RECORDED",
    "UNREAD",
    "BreakKind",
    "CategoryFacts",
    "ChangedCell",
    "ChecklistLine",
    "Chronicle",
    "Counterpart",
    "Coverage",
    "Docket",
    "EarlierYear",
    "Figure",
    "History",
    "Origin",
    "Pending",
    "Proof",
    "Scope",
    "SelfAssessment",
    "Series",
    "StandardState",
    "Summary",
    "TidyFigure",
    "category_facts",
    "changed_cells",
    "checklist",
    "chronicle_of",
    "counterpart_of",
    "coverage_by_period",
    "docket",
    "merge",
    "self_assessment",
    "summarize",
    "tidy_figures",
]
