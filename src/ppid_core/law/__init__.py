"""What the law says, and since when: every value carries its citation and how sure we are of it."""

from __future__ import annotations

from ppid_core.law.citation import Citation, Confidence, cite
from ppid_core.law.decree import CalendarYear, Decree, HolidayKind, Track, load_calendar
from ppid_core.law.exemption import LetteredGround, RefusalGround
from ppid_core.law.instrument import Instrument, Precision
from ppid_core.law.lawbook import Lawbook, ResponseClass
from ppid_core.law.parameter import Parameter, Provision, Repeal, Unit
from ppid_core.law.report import ContentCondition, MonthDay, RequiredContent

__all__ = [
    "CalendarYear",
    "Citation",
    "Confidence",
    "ContentCondition",
    "Decree",
    "HolidayKind",
    "Instrument",
    "Lawbook",
    "LetteredGround",
    "MonthDay",
    "Parameter",
    "Precision",
    "Provision",
    "RefusalGround",
    "Repeal",
    "RequiredContent",
    "ResponseClass",
    "Track",
    "Unit",
    "cite",
    "load_calendar",
]
