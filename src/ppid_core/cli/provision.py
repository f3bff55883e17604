"""A parameter of the law on the console: one entry of the list, or a page with its history."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import Any

from ppid_core.cli.console import unbroken, wrapped
from ppid_core.language import Bilingual, Lang
from ppid_core.law import Confidence, Lawbook, Listed, Parameter, Provision, Repeal, listed, marked, worded
from ppid_core.writing import format_date

Entry = Provision[Any] | Repeal

INDENT = "  "
LABEL_WIDTH = 16


def entry_on(parameter: Parameter[Any], at: date | None) -> Entry | None:
    """Return the entry of a day, the latest where no day is asked; None before the first."""
    past = [entry for entry in parameter.provisions if at is None or entry.since <= at]
    return past[-1] if past else None


def overview_lines(
    entries: Iterable[tuple[Parameter[Any], Entry | None]], law: Lawbook, lang: Lang
) -> Iterator[str]:
    """Yield each parameter with its title and its entry, then the count of instruments."""
    for parameter, entry in entries:
        yield wrapped(f"{parameter.name} – {parameter.title(lang)}", then=INDENT)
        yield wrapped(_NONE(lang) if entry is None else _line(entry, lang), first=INDENT, then=INDENT)
    yield ""
    yield _MORE(lang).format(count=len(law.instruments))


def page_lines(parameter: Parameter[Any], entry: Entry, lang: Lang) -> Iterator[str]:
    """Yield what there is to say of one entry, what its value lists, and every entry there was."""
    yield wrapped(f"{parameter.name} – {parameter.title(lang)}", then=INDENT)
    yield ""
    for label, words in _facts(entry, lang):
        yield wrapped(words, first=f"{label(lang):<{LABEL_WIDTH}}", then=" " * LABEL_WIDTH)
    if isinstance(entry, Provision):
        yield from _listed_lines(listed(entry, lang), lang)
    yield ""
    yield _HISTORY(lang)
    for past in parameter.provisions:
        yield wrapped(
            _line(past, lang), first=f"{INDENT}{_FROM(lang)} {_since(past, lang)}: ", then=INDENT * 2
        )


def _facts(entry: Entry, lang: Lang) -> Iterator[tuple[Bilingual, str]]:
    is_unconfirmed = entry.confidence is Confidence.UNCONFIRMED
    yield _VALUE, _marked_value(entry, lang) if is_unconfirmed else _value(entry, lang)
    yield _BASIS, str(entry.citation)
    if entry.citation.url:
        yield _TEXT, entry.citation.url
    yield _SINCE, _since(entry, lang)
    yield _CONFIDENCE, f"{entry.confidence.label(lang)}: {_HOW_SURE[entry.confidence](lang)}"
    yield _CHECKED, format_date(entry.checked_on, lang)
    if entry.note:
        yield _NOTE, entry.note


def _listed_lines(items: Sequence[Listed], lang: Lang) -> Iterator[str]:
    """Yield what a value lists, each with its own basis, under the groups that the list has."""
    width = max((len(item.mark) for item in items), default=0)
    if items:
        yield from ("", _CONTENT(lang))
    for group, grouped in groupby(items, lambda item: item.group):
        if group:
            yield f"{INDENT}{group}"
        indent = INDENT * (2 if group else 1)
        for item in grouped:
            first = f"{indent}{item.mark:<{width}}  "
            # Each citation stays whole; between two of them a line may end.
            basis = ", ".join(unbroken(one) for one in item.basis.split(", "))
            words = f"{item.words} · {basis}" if basis else item.words
            yield wrapped(words, first=first, then=" " * len(first))


def _line(entry: Entry, lang: Lang) -> str:
    """Return value, how sure we are of it, and where it stands."""
    return unbroken(_marked_value(entry, lang), str(entry.citation))


def _marked_value(entry: Entry, lang: Lang) -> str:
    return marked(_value(entry, lang), entry.confidence, lang)


def _value(entry: Entry, lang: Lang) -> str:
    return _REPEALED(lang) if isinstance(entry, Repeal) else worded(entry, lang)


def _since(entry: Entry, lang: Lang) -> str:
    """Return the first day; what makes the value unsure makes the day unsure, unless it says otherwise."""
    day, sure = format_date(entry.since, lang), entry.since_confidence or entry.confidence
    is_told = entry.since_confidence is not None or sure is Confidence.UNCONFIRMED
    return marked(day, sure, lang) if is_told else day


_NONE = Bilingual("belum berlaku", "not yet in force")
_REPEALED = Bilingual("dicabut", "repealed")
_MORE = Bilingual(
    "{count} peraturan yang dipakai: ppid hukum instruments", "{count} instruments: ppid law instruments"
)
_VALUE = Bilingual("Nilai", "Value")
_BASIS = Bilingual("Dasar", "Basis")
_TEXT = Bilingual("Naskah", "Text")
_SINCE = Bilingual("Berlaku sejak", "In force since")
_FROM = Bilingual("Sejak", "Since")
_CONFIDENCE = Bilingual("Keyakinan", "Confidence")
_CHECKED = Bilingual("Diperiksa", "Checked on")
_NOTE = Bilingual("Catatan", "Note")
_CONTENT = Bilingual("Isi", "Contents")
_HISTORY = Bilingual("Riwayat", "History")
_HOW_SURE: Mapping[Confidence, Bilingual] = {
    Confidence.CONFIRMED: Bilingual("dibaca di naskahnya sendiri", "read in the text itself"),
    Confidence.SECONDARY: Bilingual(
        "dibaca di sumber lain tentang naskah itu", "read in another source about the text"
    ),
    Confidence.UNCONFIRMED: Bilingual("belum dibaca di naskah mana pun", "not yet read in any text"),
}
