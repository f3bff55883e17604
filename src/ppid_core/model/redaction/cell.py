"""How each cell of a year is treated in its public edition."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, auto
from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

from attrs import fields, has

from ppid_core.model.absent import Absent
from ppid_core.model.agency import Agency
from ppid_core.model.body import Presentation, PublicBody, Signatory, Submission
from ppid_core.model.dispute import CourtCase, Dispute
from ppid_core.model.information_list import ExemptInformation, PublicInformation
from ppid_core.model.matrix import InformationType, UnclearSign
from ppid_core.model.measure import StatedTotal
from ppid_core.model.narrative import Regulation
from ppid_core.model.objection import Objection
from ppid_core.model.period import Period, ReportingPeriod
from ppid_core.model.request import Applicant, Request
from ppid_core.model.service import Picture, Service
from ppid_core.model.standard import ServiceStandard
from ppid_core.model.waiver import Waiver
from ppid_core.source import Source

_WHOLE = frozenset(
    {Absent, Agency, Applicant, Period, Presentation, PublicBody, ReportingPeriod, Signatory, Source}
    | {StatedTotal, Submission}
)
"""What *laporan* and *opd* say, and what holds no words of anybody: left as it is."""


class CellKind(Enum):
    """How a cell of text is treated."""

    TEXT = auto()
    NUMBER = auto()
    OFFICIAL = auto()
    KEPT = auto()


_CELLS: Mapping[tuple[type, str], CellKind] = {
    **{
        (owner, name): CellKind.NUMBER
        for owner, names in {
            Request: ("number", "exempt_number"),
            Objection: ("number", "request_number", "earlier_request_number"),
            Dispute: ("number", "objection_number", "request_number", "decision_number"),
            CourtCase: ("dispute_number",),
            PublicInformation: ("number",),
            ExemptInformation: ("number", "decree"),
            Regulation: ("number",),
            Picture: ("number",),
            ServiceStandard: ("number",),
            Waiver: ("subject",),
        }.items()
        for name in names
    },
    (Objection, "superior_name"): CellKind.OFFICIAL,
    (Objection, "superior_office"): CellKind.OFFICIAL,
    (PublicInformation, "responsible"): CellKind.OFFICIAL,
    (Waiver, "by"): CellKind.OFFICIAL,
    (Service, "staff_basis"): CellKind.NUMBER,
    (Waiver, "code"): CellKind.KEPT,
    (InformationType, "code"): CellKind.KEPT,
    (UnclearSign, "code"): CellKind.KEPT,
}
"""Cells that are no free text: numbers of registers hold digits, officials have names in public."""

Plan = tuple[tuple[str, CellKind], ...]


def plan_of(kind: type) -> Plan | None:
    """Return the fields of a class that may hold words, and how each is treated; None where it holds none."""
    if not has(kind) or kind in _WHOLE:
        return None
    named = (attribute.name for attribute in fields(kind))
    plan = ((name, _CELLS.get((kind, name), CellKind.TEXT)) for name in named if name != "source")
    return tuple(entry for entry in plan if entry[1] is not CellKind.KEPT)


@cache
def wordless_fields(kind: type) -> frozenset[str]:
    """Return the fields of a class in which, by their types, no words can stand: days, counts, members."""
    return frozenset(name for name, hint in get_type_hints(kind).items() if not _holds_words(hint))


def _holds_words(hint: object) -> bool:
    if any(map(_holds_words, get_args(hint))):
        return True
    named = get_origin(hint) or hint
    return named in {str, Any, object} or (isinstance(named, type) and plan_of(named) is not None)
