"""The year in numbers: stored parts that merge, and the figures derived from them."""

from __future__ import annotations

from ppid_core.summary.docket import Docket, Pending, docket
from ppid_core.summary.figures import Tree
from ppid_core.summary.moved import Moved, moved
from ppid_core.summary.ratio import EXACT, ratio
from ppid_core.summary.register import NOT_RECORDED
from ppid_core.summary.response import TIMELINESS
from ppid_core.summary.rows import listed
from ppid_core.summary.summarize import summarize
from ppid_core.summary.summary import Summary, merge
from ppid_core.summary.tally import Scope, Tally
from ppid_core.summary.wire import summary_json

__all__ = [
    "EXACT",
    "NOT_RECORDED",
    "TIMELINESS",
    "Docket",
    "Moved",
    "Pending",
    "Scope",
    "Summary",
    "Tally",
    "Tree",
    "docket",
    "listed",
    "merge",
    "moved",
    "ratio",
    "summarize",
    "summary_json",
]
