"""Every table, in the order in which they are explained to staff, and every name that leads to one."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from ppid_core.glossary.heading import TableHeadings, accepted
from ppid_core.intake.tables.agency import AGENCIES, RANKING
from ppid_core.intake.tables.aggregate import AGGREGATES
from ppid_core.intake.tables.budget import BUDGET_LINES
from ppid_core.intake.tables.claim import CLAIMS
from ppid_core.intake.tables.dispute import DISPUTES, SUITS
from ppid_core.intake.tables.information_list import EXEMPT_LIST, PUBLIC_LIST
from ppid_core.intake.tables.information_type import INFORMATION_TYPES
from ppid_core.intake.tables.matrix import ROWS as MATRIX_ROWS
from ppid_core.intake.tables.matrix import TABLE as MATRIX
from ppid_core.intake.tables.matrix import matrix_headings
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
from ppid_core.intake.tables.report import REPORT
from ppid_core.intake.tables.request import REQUESTS
from ppid_core.intake.tables.service import FACILITIES, HOURS, PICTURES, STAFF, VISITS
from ppid_core.intake.tables.spec import TableSpec
from ppid_core.intake.tables.standard import QUESTIONS, STANDARDS
from ppid_core.intake.tables.translation import TRANSLATIONS
from ppid_core.intake.tables.waiver import CLOSURES, WAIVERS

TABLES: tuple[TableSpec[Any], ...] = (
    *(REPORT, PASSAGES, AGENCIES, INFORMATION_TYPES),
    *(REQUESTS, OBJECTIONS, DISPUTES, SUITS, AGGREGATES),
    *(PUBLIC_LIST, EXEMPT_LIST, STANDARDS, QUESTIONS),
    *(VISITS, BUDGET_LINES, REGULATIONS, MENTIONS, CLAIMS),
    *(STAFF, FACILITIES, HOURS, PICTURES),
    *(PRIORITIES, ACTIVITIES, INNOVATIONS, AWARDS, RECOMMENDATIONS, CONSTRAINTS),
    *(RANKING, WAIVERS, CLOSURES, TRANSLATIONS),
)
"""Every table with fixed columns; those of *ketersediaan* are made by `matrix_spec`."""


@cache
def table_headings() -> Mapping[str, TableHeadings]:
    """Return what every table and each of its headings is for, by name."""
    tables: dict[str, TableHeadings] = {}
    for spec in TABLES:
        tables[spec.name] = spec.headings
        if spec is INFORMATION_TYPES:
            availability = matrix_headings()
            tables[availability.name] = availability
    return tables


@cache
def table_rows() -> Mapping[str, tuple[str, ...]]:
    """Return where the rows of each table stand in the year, step by step."""
    rows = {spec.name: spec.rows for spec in TABLES} | {MATRIX: MATRIX_ROWS}
    return {name: rows[name] for name in table_headings() if rows[name]}


@cache
def known_tables() -> Mapping[str, str]:
    """Return the table for each accepted name of its file or sheet, in the form of `spelling`."""
    return accepted(table_headings().values())
