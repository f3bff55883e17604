"""The tables that come in: one module for each family, each table a `TableSpec`."""

from __future__ import annotations

from ppid_core.intake.tables.agency import AGENCIES, RANKING
from ppid_core.intake.tables.aggregate import AGGREGATES
from ppid_core.intake.tables.budget import BUDGET_LINES
from ppid_core.intake.tables.catalogue import TABLES, known_tables, table_headings, table_rows
from ppid_core.intake.tables.claim import CLAIMS
from ppid_core.intake.tables.dispute import DISPUTES, SUITS
from ppid_core.intake.tables.information_list import EXEMPT_LIST, PUBLIC_LIST, by_category
from ppid_core.intake.tables.information_type import INFORMATION_TYPES
from ppid_core.intake.tables.matrix import PERIOD, matrix_of, matrix_spec, matrix_types
from ppid_core.intake.tables.matrix import TABLE as MATRIX
from ppid_core.intake.tables.narrative import (
    ACTIVITIES,
    AWARDS,
    CONSTRAINTS,
    INNOVATIONS,
    MENTIONS,
    PASSAGES,
    PRIORITIES,
    RECOMMENDATIONS,
    REGULATIONS,
)
from ppid_core.intake.tables.objection import OBJECTIONS
from ppid_core.intake.tables.report import REPORT, ReportEntry
from ppid_core.intake.tables.request import REQUESTS
from ppid_core.intake.tables.service import FACILITIES, HOURS, PICTURES, STAFF, VISITS
from ppid_core.intake.tables.standard import QUESTIONS, STANDARDS
from ppid_core.intake.tables.translation import TRANSLATIONS, Translation, known_headings
from ppid_core.intake.tables.waiver import CLOSURES, WAIVERS

__all__ = [
    "ACTIVITIES",
    "AGENCIES",
    "AGGREGATES",
    "AWARDS",
    "BUDGET_LINES",
    "CLAIMS",
    "CLOSURES",
    "CONSTRAINTS",
    "DISPUTES",
    "EXEMPT_LIST",
    "FACILITIES",
    "HOURS",
    "INFORMATION_TYPES",
    "INNOVATIONS",
    "MATRIX",
    "MENTIONS",
    "OBJECTIONS",
    "PASSAGES",
    "PERIOD",
    "PICTURES",
    "PRIORITIES",
    "PUBLIC_LIST",
    "QUESTIONS",
    "RANKING",
    "RECOMMENDATIONS",
    "REGULATIONS",
    "REPORT",
    "REQUESTS",
    "STAFF",
    "STANDARDS",
    "SUITS",
    "TABLES",
    "TRANSLATIONS",
    "VISITS",
    "WAIVERS",
    "ReportEntry",
    "Translation",
    "by_category",
    "known_headings",
    "known_tables",
    "matrix_of",
    "matrix_spec",
    "matrix_types",
    "table_headings",
    "table_rows",
]
