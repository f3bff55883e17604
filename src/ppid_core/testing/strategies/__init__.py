"""Hypothesis strategies for the public types that a plugin meets, above all `service_years` and `reports`.

They mix what a register really holds with what nobody expects (signs of formulas, quotes, several scripts,
counts without end), contradict themselves as real registers do, and shrink to the shortest year that fails.
Text never holds what no table can: NUL, surrogates, control characters other than newline and tab.

Those of `ppid_core.model` are imported at once; the others bring reports, rules and plugins, and are imported
at first use (PEP 562).
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from ppid_core.testing.strategies.agency import agencies, agency_refs
from ppid_core.testing.strategies.case import (
    applicants,
    disputes,
    objections,
    requests,
    stages,
    suits,
)
from ppid_core.testing.strategies.figure import (
    aggregates,
    breakdowns,
    budget_lines,
    budgets,
    information_types,
    joint_parts,
    matrices,
    matrix_periods,
    matrix_rows,
    stated_figures,
    stated_totals,
    unclear_signs,
)
from ppid_core.testing.strategies.information_list import exempt_information, public_information
from ppid_core.testing.strategies.narrative import (
    activities,
    agency_scores,
    constraints,
    entries,
    mentions,
    narratives,
    passages,
    recommendations,
    regulations,
)
from ppid_core.testing.strategies.plain import (
    absent,
    amounts,
    coded,
    counts,
    days,
    hours_of_day,
    names,
    periods,
    recorded,
    reporting_periods,
    sources,
    texts,
    words,
)
from ppid_core.testing.strategies.service import (
    facilities,
    offered_channels,
    pictures,
    service_hours,
    services,
    staff,
    visits,
)
from ppid_core.testing.strategies.year import (
    closures,
    presentations,
    public_bodies,
    service_years,
    signatories,
    submissions,
    unread_cells,
    waivers,
)

if TYPE_CHECKING:
    from ppid_core.testing.strategies.report import (
        blocks,
        charted_tables,
        charts,
        columns,
        counted,
        covers,
        documents,
        figures_in_text,
        lists,
        metas,
        notices,
        paragraphs,
        placed_pictures,
        ratios,
        reports,
        rollups,
        running_text,
        rupiah,
        sections,
        signatures,
        tables,
        themes,
        values,
        working_days,
    )
    from ppid_core.testing.strategies.results import (
        artifacts,
        bilingual,
        citations,
        due_dates,
        evidence,
        findings,
        instruments,
        intakes,
        outcomes_of_checks,
        owners,
        parameters,
        plugin_problems,
        problems,
        provisions,
        rules,
        runs,
        summaries,
    )
from ppid_core.testing.strategies.standard import assessment_questions, service_standards

__all__ = [
    "absent",
    "activities",
    "agencies",
    "agency_refs",
    "agency_scores",
    "aggregates",
    "amounts",
    "applicants",
    "artifacts",
    "assessment_questions",
    "bilingual",
    "blocks",
    "breakdowns",
    "budget_lines",
    "budgets",
    "charted_tables",
    "charts",
    "citations",
    "closures",
    "coded",
    "columns",
    "constraints",
    "counted",
    "counts",
    "covers",
    "days",
    "disputes",
    "documents",
    "due_dates",
    "entries",
    "evidence",
    "exempt_information",
    "facilities",
    "figures_in_text",
    "findings",
    "hours_of_day",
    "information_types",
    "instruments",
    "intakes",
    "joint_parts",
    "lists",
    "matrices",
    "matrix_periods",
    "matrix_rows",
    "mentions",
    "metas",
    "names",
    "narratives",
    "notices",
    "objections",
    "offered_channels",
    "outcomes_of_checks",
    "owners",
    "paragraphs",
    "parameters",
    "passages",
    "periods",
    "pictures",
    "placed_pictures",
    "plugin_problems",
    "presentations",
    "problems",
    "provisions",
    "public_bodies",
    "public_information",
    "ratios",
    "recommendations",
    "recorded",
    "regulations",
    "reporting_periods",
    "reports",
    "requests",
    "rollups",
    "rules",
    "running_text",
    "runs",
    "rupiah",
    "sections",
    "service_hours",
    "service_standards",
    "service_years",
    "services",
    "signatories",
    "signatures",
    "sources",
    "staff",
    "stages",
    "stated_figures",
    "stated_totals",
    "submissions",
    "suits",
    "summaries",
    "tables",
    "texts",
    "themes",
    "unclear_signs",
    "unread_cells",
    "values",
    "visits",
    "waivers",
    "words",
    "working_days",
]

_LATER = ("report", "results")


if not TYPE_CHECKING:  # so that a misspelt name is an error of types

    def __getattr__(name: str) -> object:
        """Return a strategy from the module it lives in, which is imported now."""
        homes = (import_module(f"{__name__}.{home}") for home in (_LATER if name in __all__ else ()))
        home = next((one for one in homes if hasattr(one, name)), None)
        if home is None:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(home, name)
