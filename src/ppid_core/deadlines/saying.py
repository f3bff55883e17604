"""How the text of a due date writes days, lengths and the law."""

from __future__ import annotations

from datetime import date

from ppid_core.language import Lang
from ppid_core.law.citation import Confidence
from ppid_core.law.parameter import Provision
from ppid_core.law.report import MonthDay
from ppid_core.writing import format_date, spell
from ppid_core.writing.weekdays import WEEKDAYS


def length_of(provision: Provision[int], lang: Lang) -> str:
    """Return ``10 (sepuluh) hari kerja``; in English without the words."""
    unit = "" if provision.unit is None else provision.unit.label(lang)
    words = f" ({spell(provision.value)})" if lang == "id" else ""
    return f"{provision.value}{words} {unit}"


def basis(provision: Provision[int] | Provision[MonthDay] | Provision[str], lang: Lang) -> str:
    """Return the citation with how sure we are; an unconfirmed one says so by itself."""
    cited = provision.cite(lang)
    is_told = provision.confidence is Confidence.UNCONFIRMED
    return cited if is_told else f"{cited} ({provision.confidence.label(lang)})"


def long_date(day: date, lang: Lang) -> str:
    """Return ``Kamis, 7 Januari 2021``."""
    return f"{WEEKDAYS[lang][day.weekday()]}, {format_date(day, lang)}"
