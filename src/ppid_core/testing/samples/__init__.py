"""Small years and documents that can be checked by hand; `COUNTED` holds the figures a person counts in them.

Years (`empty`, `nihil`, `small` …) are functions that return a `ServiceYear`; `composed` makes the report of
one. Documents (`document`, `table`, `every_block`) are reports of nothing but the blocks that are asked for.
No name, number or address in them is that of a person.
"""

from __future__ import annotations

from ppid_core.testing.samples.counts import COUNTED
from ppid_core.testing.samples.document import composed, document, every_block, rolled_up, table
from ppid_core.testing.samples.words import FORMULAS, MARKUP, SCRIPTS, hostile, worded
from ppid_core.testing.samples.year import absent, empty, exact, huge, large, named, nihil, small

__all__ = [
    "COUNTED",
    "FORMULAS",
    "MARKUP",
    "SCRIPTS",
    "absent",
    "composed",
    "document",
    "empty",
    "every_block",
    "exact",
    "hostile",
    "huge",
    "large",
    "named",
    "nihil",
    "rolled_up",
    "small",
    "table",
    "worded",
]
