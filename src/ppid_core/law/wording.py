"""How the law reads in print: a value in a few words, and each thing that a value lists."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import frozen

from ppid_core.language import Bilingual, Lang
from ppid_core.law.citation import Confidence
from ppid_core.law.exemption import ExemptionDuration, ExemptionLetter, LetteredGround, RefusalGround
from ppid_core.law.monev import MonevBand
from ppid_core.law.parameter import Provision, Unit
from ppid_core.law.register import RegisterColumn
from ppid_core.law.report import MonthDay, RequiredContent
from ppid_core.law.standard import OwnStandard
from ppid_core.writing import format_number, month_name

Entry = (
    LetteredGround
    | ExemptionLetter
    | ExemptionDuration
    | RefusalGround
    | OwnStandard
    | RequiredContent
    | RegisterColumn
    | MonevBand
)

_REQUIRED = Bilingual("wajib", "required")
_NOT_REQUIRED = Bilingual("tidak wajib", "not required")
_ENTRY, _ENTRIES = Bilingual("butir", "entry"), Bilingual("butir", "entries")
_LAWFUL = Bilingual("Sah", "Lawful")
_NOT_LAWFUL = Bilingual("Bukan alasan yang sah", "Not lawful")
_NOT_PERMANENT = Bilingual("tidak permanen", "not permanent")
_BY_CONSENT = Bilingual("gugur dengan persetujuan tertulis", "falls with written consent")
_BY_OFFICE = Bilingual("gugur bila menyangkut jabatan publik", "falls where it concerns a public office")
_YEARS = Bilingual("tahun", "years")
_FROM = Bilingual("mulai", "from")
_BELOW = Bilingual("di bawah", "below")
_WORDS: Mapping[str, Bilingual] = {
    "noted": Bilingual("dicatat dalam register, bukan ditolak", "noted in the register, not refused"),
    "received": Bilingual("sejak permohonan diterima", "from receipt"),
    "complete": Bilingual("sejak permohonan dinyatakan lengkap", "from completeness"),
}


@frozen(kw_only=True)
class Listed:
    """One thing that a value lists, as it is printed (*butir*).

    >>> from datetime import date
    >>> from ppid_core import Lawbook
    >>> from ppid_core.law import listed
    >>> [one.mark for one in listed(Lawbook.load().objection_grounds.at(date(2024, 1, 1)))][:3]
    ['a', 'b', 'c']

    Attributes:
        group: what it stands under, "" where nothing groups the list.
        mark: its letter or slug.
        words: what it is.
        basis: where that stands, and how sure we are of it; "" where it is the basis of the whole list.
    """

    group: str = ""
    mark: str
    words: str
    basis: str


def worded(provision: Provision[Any], lang: Lang = "id") -> str:
    """Return the value in a few words, ``10 hari kerja``; of a list only how long it is.

    >>> from datetime import date
    >>> from ppid_core import Lawbook
    >>> from ppid_core.law import worded
    >>> worded(Lawbook.load().request_response.at(date(2024, 1, 1)), "en")
    '10 working days'
    """
    match provision.value:
        case bool(is_required):
            return (_REQUIRED if is_required else _NOT_REQUIRED)(lang)
        case int(number):
            unit = "" if provision.unit is None else provision.unit.label(lang)
            return f"{format_number(number, lang)} {unit}".rstrip()
        case MonthDay(month=month, day=day):
            return f"{day} {month_name(month, lang)}"
        case str(word):
            return _WORDS.get(word, Bilingual.both(word))(lang)
        case tuple(entries) if all(isinstance(entry, str) for entry in entries):
            return ", ".join(entries)
        case tuple(entries):
            noun = _ENTRY if len(entries) == 1 else _ENTRIES
            return f"{format_number(len(entries), lang)} {noun(lang)}"
        case other:
            return str(other)


def listed(provision: Provision[Any], lang: Lang = "id") -> tuple[Listed, ...]:
    """Return each thing that the value lists, with its own basis; nothing where it is no list.

    >>> from datetime import date
    >>> from ppid_core import Lawbook
    >>> from ppid_core.law import listed
    >>> [one.mark for one in listed(Lawbook.load().exemption_letters.at(date(2024, 1, 1)))][:3]
    ['a', 'b', 'c']
    """
    entries = provision.value if isinstance(provision.value, tuple) else ()
    whole = ((provision.citation,), provision.confidence)
    return tuple(
        _listed(entry, "" if (entry.citations, entry.confidence) == whole else _basis(entry, lang), lang)
        for entry in entries
        if isinstance(entry, Entry)
    )


def marked(words: str, confidence: Confidence, lang: Lang = "id") -> str:
    """Return words with how sure we are of them in brackets.

    >>> from ppid_core.law import Confidence, marked
    >>> marked("10 hari kerja", Confidence.UNCONFIRMED)
    '10 hari kerja (belum diverifikasi)'
    """
    return f"{words} ({confidence.label(lang)})"


def _basis(entry: Entry, lang: Lang) -> str:
    return marked(", ".join(map(str, entry.citations)), entry.confidence, lang)


def _listed(entry: Entry, basis: str, lang: Lang) -> Listed:
    match entry:
        case LetteredGround():
            return Listed(mark=entry.letter, words=entry.title(lang), basis=basis)
        case ExemptionLetter():
            return Listed(mark=entry.letter, words=_bounded(entry, lang), basis=basis)
        case ExemptionDuration():
            return Listed(mark=entry.letter, words=_lasting(entry, lang), basis=basis)
        case OwnStandard():
            return Listed(mark=entry.kind, words=_standing(entry, lang), basis=basis)
        case RefusalGround():
            judged = (_LAWFUL if entry.lawful else _NOT_LAWFUL)(lang)
            return Listed(mark=entry.reason, words=f"{judged}. {entry.note(lang)}", basis=basis)
        case RequiredContent():
            return Listed(mark=f"{entry.place} {entry.slug}", words=entry.title(lang), basis=basis)
        case RegisterColumn():
            return Listed(
                group=entry.register.label(lang), mark=entry.slug, words=_placed(entry, lang), basis=basis
            )
        case MonevBand():
            return Listed(mark=entry.title(lang), words=_span(entry, lang), basis=basis)


def _bounded(letter: ExemptionLetter, lang: Lang) -> str:
    """Return the title of a letter of Pasal 17 with what Pasal 18 and Pasal 20 say of it."""
    said = (
        (letter.permanent is False, _NOT_PERMANENT),
        (letter.lifted_by_consent, _BY_CONSENT),
        (letter.lifted_by_public_office, _BY_OFFICE),
    )
    bounds = ", ".join(words(lang) for holds, words in said if holds)
    where = f" ({letter.limited_by})" if letter.limited_by else ""
    words = f"{letter.title(lang)}; {bounds}{where}" if bounds else letter.title(lang)
    return f"{words}. {letter.note(lang)}" if letter.note else words


def _lasting(entry: ExemptionDuration, lang: Lang) -> str:
    """Return how long a letter may exempt, then what a reader must know besides."""
    years = f" {entry.years} {_YEARS(lang)}" if entry.years else ""
    said = f"{entry.rule.label(lang)}{years}"
    note = entry.note(lang)
    return note if note.casefold().startswith(said.casefold()) else f"{said}. {note}"


def _standing(entry: OwnStandard, lang: Lang) -> str:
    """Return the standard of a kind of body, its times where they are known, and what that means."""
    times = [str(number) for number in (entry.response, entry.extension) if number is not None]
    counted = f"{' + '.join(times)} {Unit.WORKING_DAY.label(lang)}" if times else ""
    named = ", ".join(filter(None, (entry.standard, counted)))
    return f"{named}. {entry.note(lang)}" if named else entry.note(lang)


def _placed(column: RegisterColumn, lang: Lang) -> str:
    return f"{column.title(lang)} [{', '.join(column.typed_in)}]" if column.typed_in else column.title(lang)


def _span(band: MonevBand, lang: Lang) -> str:
    ends = ((_FROM, band.low), (_BELOW, band.high))
    return ", ".join(f"{word(lang)} {format_number(end, lang)}" for word, end in ends if end is not None)
