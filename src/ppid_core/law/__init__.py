"""What the law says, and since when: every value carries its citation and how sure we are of it."""

from __future__ import annotations

from ppid_core.law.calendar_year import Amendment, CalendarYear, amendments, load_calendar
from ppid_core.law.citation import Citation, Confidence, cite
from ppid_core.law.decree import Comparison, Decree, HolidayKind, Reading, Track
from ppid_core.law.exemption import (
    DurationRule,
    ExemptionDuration,
    ExemptionLetter,
    LetteredGround,
    RefusalGround,
)
from ppid_core.law.instrument import Instrument, Precision
from ppid_core.law.lawbook import Lawbook, ResponseClass
from ppid_core.law.monev import AssessedCategory, MonevBand
from ppid_core.law.parameter import TITLES, Parameter, Provision, Repeal, Unit
from ppid_core.law.register import RegisterColumn, RegisterKind
from ppid_core.law.report import ContentCondition, MonthDay, RequiredContent
from ppid_core.law.service_standard import RequiredStandard
from ppid_core.law.standard import OwnStandard
from ppid_core.law.wire import instrument_json, parameter_json, provision_json
from ppid_core.law.wording import Listed, listed, marked, worded

__all__ = [
    "TITLES",
    "Amendment",
    "AssessedCategory",
    "CalendarYear",
    "Citation",
    "Comparison",
    "Confidence",
    "ContentCondition",
    "Decree",
    "DurationRule",
    "ExemptionDuration",
    "ExemptionLetter",
    "HolidayKind",
    "Instrument",
    "Lawbook",
    "LetteredGround",
    "Listed",
    "MonevBand",
    "MonthDay",
    "OwnStandard",
    "Parameter",
    "Precision",
    "Provision",
    "Reading",
    "RefusalGround",
    "RegisterColumn",
    "RegisterKind",
    "Repeal",
    "RequiredContent",
    "RequiredStandard",
    "ResponseClass",
    "Track",
    "Unit",
    "amendments",
    "cite",
    "instrument_json",
    "listed",
    "load_calendar",
    "marked",
    "parameter_json",
    "provision_json",
    "worded",
]
