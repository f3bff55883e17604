"""Those of our rules that find errors, for who asks no other: most families need not be loaded then."""

from __future__ import annotations

from ppid_core.rules.cases.sequence import C101, C102, C103
from ppid_core.rules.document.mentions import D101
from ppid_core.rules.document.reference import S102
from ppid_core.rules.engine.rule import Rule
from ppid_core.rules.figures.aggregates import T105
from ppid_core.rules.figures.budget import B101, B102
from ppid_core.rules.figures.matrix import M103
from ppid_core.rules.figures.stated_figures import T101, T102, T103
from ppid_core.rules.figures.total import T104

ERROR_RULES: tuple[Rule, ...] = (
    *(T101, T102, T103, T104, T105),
    *(D101, S102),
    *(C101, C102, C103),
    *(M103, B101, B102),
)
"""In the order of the catalogue."""
