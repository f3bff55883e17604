"""``ppid law [NAME]``: what the law says, since when, where it stands, and which instruments there are."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import Annotated, Any, TypedDict

import click

from ppid_core.cli import choices, completion
from ppid_core.cli.console import show, show_json, unbroken, wrapped
from ppid_core.cli.usage import FINE, CommandRefused
from ppid_core.errors import UnknownNameError
from ppid_core.language import Bilingual, Lang
from ppid_core.law import (
    Confidence,
    Instrument,
    Lawbook,
    Listed,
    Parameter,
    Precision,
    Provision,
    Repeal,
    cite,
    instrument_json,
    listed,
    marked,
    parameter_json,
    provision_json,
    worded,
)
from ppid_core.law.wire import EntryJson, InstrumentJson, ParameterJson
from ppid_core.writing import format_date, month_name

_INDENT = "  "


def _instrument_lines(instruments: Iterable[Instrument], law: Lawbook, lang: Lang) -> Iterator[str]:
    """Yield each instrument with its title, the time in which it applied, and its neighbours in time."""
    for instrument in instruments:
        yield wrapped(f"{instrument.name} – {instrument.title}", then=_INDENT)
        yield wrapped(unbroken(*_instrument_facts(instrument, law, lang)), first=_INDENT, then=_INDENT)


def _instrument_facts(instrument: Instrument, law: Lawbook, lang: Lang) -> Iterator[str]:
    since = _dated(instrument.in_force_from, instrument.precision, lang)
    sure = instrument.since_confidence or instrument.confidence
    yield marked(f"{_SINCE(lang)} {since}", sure, lang)
    if instrument.in_force_until is not None:
        successor = law.instrument(instrument.replaced_by or "")
        precision = successor.precision if successor else Precision.DAY
        yield f"{_UNTIL(lang)} {_dated(instrument.in_force_until, precision, lang)}"
    if instrument.replaced_by:
        yield f"{_REPLACED_BY(lang)} {instrument.replaced_by}"
    if replaced := law.replaced_by(instrument):
        yield f"{_REPLACES(lang)} {', '.join(old.name for old in replaced)}"


def _dated(day: date, precision: Precision, lang: Lang) -> str:
    """Return as much of a day as is known."""
    match precision:
        case Precision.YEAR:
            return str(day.year)
        case Precision.MONTH:
            return f"{month_name(day.month, lang)} {day.year}"
        case Precision.DAY:
            return format_date(day, lang)


_SINCE = Bilingual("berlaku sejak", "in force since")
_UNTIL = Bilingual("tidak berlaku lagi sejak", "no more since")
_REPLACED_BY = Bilingual("diganti", "replaced by")
_REPLACES = Bilingual("menggantikan", "replaces")


Entry = Provision[Any] | Repeal

_LABEL_WIDTH = 16


def entry_on(parameter: Parameter[Any], at: date | None) -> Entry | None:
    """Return the entry of a day, the latest where no day is asked; None before the first."""
    past = [entry for entry in parameter.provisions if at is None or entry.since <= at]
    return past[-1] if past else None


def overview_lines(
    entries: Iterable[tuple[Parameter[Any], Entry | None]], law: Lawbook, lang: Lang
) -> Iterator[str]:
    """Yield each parameter with its title and its entry, then the count of instruments."""
    for parameter, entry in entries:
        yield wrapped(f"{parameter.name} – {parameter.title(lang)}", then=_INDENT)
        yield wrapped(_NONE(lang) if entry is None else _line(entry, lang), first=_INDENT, then=_INDENT)
    yield ""
    yield _MORE(lang).format(count=len(law.instruments))


def page_lines(parameter: Parameter[Any], entry: Entry, lang: Lang) -> Iterator[str]:
    """Yield what there is to say of one entry, what its value lists, and every entry there was."""
    yield wrapped(f"{parameter.name} – {parameter.title(lang)}", then=_INDENT)
    yield ""
    for label, words in _entry_facts(entry, lang):
        yield wrapped(words, first=f"{label(lang):<{_LABEL_WIDTH}}", then=" " * _LABEL_WIDTH)
    if isinstance(entry, Provision):
        yield from _content_lines(listed(entry, lang), lang)
    yield ""
    yield _HISTORY(lang)
    for past in parameter.provisions:
        yield wrapped(
            _line(past, lang), first=f"{_INDENT}{_FROM(lang)} {_since(past, lang)}: ", then=_INDENT * 2
        )


def _entry_facts(entry: Entry, lang: Lang) -> Iterator[tuple[Bilingual, str]]:
    is_unconfirmed = entry.confidence is Confidence.UNCONFIRMED
    yield _VALUE, _marked_value(entry, lang) if is_unconfirmed else _value(entry, lang)
    yield _BASIS, str(entry.citation)
    if entry.citation.url:
        yield _TEXT, entry.citation.url
    yield _IN_FORCE_SINCE, _since(entry, lang)
    yield _CONFIDENCE, f"{entry.confidence.label(lang)}: {_HOW_SURE[entry.confidence](lang)}"
    yield _CHECKED, format_date(entry.checked_on, lang)
    if entry.note:
        yield _NOTE, entry.note


def _content_lines(items: Sequence[Listed], lang: Lang) -> Iterator[str]:
    """Yield what a value lists, each with its own basis, under the groups that the list has."""
    width = max((len(item.mark) for item in items), default=0)
    if items:
        yield from ("", _CONTENT(lang))
    for group, grouped in groupby(items, lambda item: item.group):
        if group:
            yield f"{_INDENT}{group}"
        indent = _INDENT * (2 if group else 1)
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
    return _NO_VALUE(lang) if isinstance(entry, Repeal) else worded(entry, lang)


def _since(entry: Entry, lang: Lang) -> str:
    """Return the first day; what makes the value unsure makes the day unsure, unless it says otherwise."""
    day, sure = format_date(entry.since, lang), entry.since_confidence or entry.confidence
    is_told = entry.since_confidence is not None or sure is Confidence.UNCONFIRMED
    return marked(day, sure, lang) if is_told else day


_NONE = Bilingual("belum berlaku", "not yet in force")
_NO_VALUE = Bilingual("dicabut", "repealed")
_MORE = Bilingual(
    "{count} peraturan yang dipakai: ppid hukum instruments", "{count} instruments: ppid law instruments"
)
_VALUE = Bilingual("Nilai", "Value")
_BASIS = Bilingual("Dasar", "Basis")
_TEXT = Bilingual("Naskah", "Text")
_IN_FORCE_SINCE = Bilingual("Berlaku sejak", "In force since")
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


_INSTRUMENTS = "instruments"
_MOST_NEAR = 5


class _AskedJson(TypedDict):
    """The day that was asked for, and warnings where the law was last looked up before it."""

    at: Annotated[str, date] | None
    unchecked: list[str]


class LawJson(_AskedJson):
    """Every parameter of the law as it stood on a day, or last."""

    law: str
    parameters: list[ParameterJson]


class ProvisionHistoryJson(ParameterJson, _AskedJson):
    """One parameter of the law, and what it was before."""

    history: list[EntryJson]


class InstrumentsJson(_AskedJson):
    """The instruments that the law was taken from."""

    law: str
    instruments: list[InstrumentJson]


@click.command("law", short_help="Apa kata peraturan, sejak kapan, dan dasarnya (hukum).")
@click.argument("name", default="", metavar="NAMA", shell_complete=completion.law_name)
@choices.at
@choices.output
@choices.lang
def command(name: str, at: date | None, output: str, lang: Lang) -> int:
    """Tampilkan satu ketentuan, dasar, dan riwayatnya; tanpa NAMA semuanya; "instruments": peraturannya."""
    law, wanted = Lawbook.load(), name.strip().casefold().replace("-", "_")
    if wanted == _INSTRUMENTS:
        _show_instruments(law, at, output, lang)
    elif wanted:
        _show_parameter(_asked(law, wanted, name), at, output, lang)
    else:
        _show_all(law, at, output, lang)
    return FINE


def _show_all(law: Lawbook, at: date | None, output: str, lang: Lang) -> None:
    entries = [(parameter, entry_on(parameter, at)) for parameter in law.parameters]
    if at is not None and not any(entry for _, entry in entries):
        raise CommandRefused(_NOTHING(lang).format(day=format_date(at, lang)))
    if output == "json":
        listed = [parameter_json(parameter, entry, lang) for parameter, entry in entries]
        unchecked = list(_unchecked(at, (entry for _, entry in entries), lang))
        told = LawJson(law=law.version, at=_iso(at), parameters=listed, unchecked=unchecked)
        show_json("law", told)
    else:
        show((*overview_lines(entries, law, lang), *_unchecked(at, (entry for _, entry in entries), lang)))


def _show_parameter(parameter: Parameter[object], at: date | None, output: str, lang: Lang) -> None:
    entry = entry_on(parameter, at)
    if entry is None or (at is not None and isinstance(entry, Repeal)):
        raise CommandRefused(_not_in_force(parameter, entry, at or parameter.since, lang))
    if output == "json":
        told: ProvisionHistoryJson = {
            **parameter_json(parameter, entry, lang),
            "at": _iso(at),
            "history": [provision_json(past, lang) for past in parameter.provisions],
            "unchecked": list(_unchecked(at, [entry], lang)),
        }
        show_json("law-parameter", told)
    else:
        show((*page_lines(parameter, entry, lang), *_unchecked(at, [entry], lang)))


def _show_instruments(law: Lawbook, at: date | None, output: str, lang: Lang) -> None:
    instruments = [one for one in law.instruments if at is None or one.in_force(at)]
    if at is not None and not instruments:
        raise CommandRefused(_NOTHING(lang).format(day=format_date(at, lang)))
    if output == "json":
        listed = [instrument_json(one, law) for one in instruments]
        unchecked = list(_unchecked(at, _latest(law), lang))
        told = InstrumentsJson(law=law.version, at=_iso(at), instruments=listed, unchecked=unchecked)
        show_json("law-instruments", told)
    else:
        show((*_instrument_lines(instruments, law, lang), *_unchecked(at, _latest(law), lang)))


def _unchecked(at: date | None, entries: Iterable[Entry | None], lang: Lang) -> Iterator[str]:
    """Yield a warning where the law was last looked up before the day asked for: it may have changed."""
    checked_on = max((entry.checked_on for entry in entries if entry is not None), default=None)
    if at is not None and checked_on is not None and checked_on < at:
        day, last = format_date(at, lang), format_date(checked_on, lang)
        yield wrapped(_UNCHECKED(lang).format(day=day, checked_on=last))


def _latest(law: Lawbook) -> Iterator[Entry]:
    return (entry for parameter in law.parameters for entry in parameter.provisions)


def _asked(law: Lawbook, wanted: str, typed: str) -> Parameter[object]:
    try:
        return law.parameter(wanted)
    except UnknownNameError as error:
        known = (*error.known, _INSTRUMENTS)
        near = _near(law, wanted, known)
        names = (_NEAR if near else _THERE).fill(known=", ".join(near or known))
        raise CommandRefused(_UNKNOWN.fill(name=typed, names=names)) from error


def _near(law: Lawbook, wanted: str, known: tuple[str, ...]) -> list[str]:
    """Return the names that are spelled alike, else those whose title holds the words."""
    words = wanted.replace("_", " ")
    alike = difflib.get_close_matches(wanted, known, n=_MOST_NEAR)
    titled = [one.name for one in law.parameters if words in one.title.id or words in one.title.en]
    return alike or titled


def _not_in_force(parameter: Parameter[object], repeal: Repeal | None, at: date, lang: Lang) -> str:
    told, entry = (_NOT_YET, parameter.provisions[0]) if repeal is None else (_REPEALED, repeal)
    return told(lang).format(
        name=parameter.name,
        title=parameter.title(lang),
        day=format_date(at, lang),
        since=format_date(entry.since, lang),
        basis=cite([entry.citation], entry.confidence, lang),
    )


def _iso(at: date | None) -> str | None:
    return None if at is None else at.isoformat()


_UNKNOWN = Bilingual(
    'Ketentuan "{name}" tidak dikenal. {names} Semua ketentuan: ppid hukum',
    'There is no provision "{name}". {names} All provisions: ppid law',
)
_NEAR = Bilingual("Yang mirip: {known}.", "Alike are: {known}.")
_THERE = Bilingual("Yang ada: {known}.", "There are: {known}.")
_NOT_YET = Bilingual(
    "Pada {day} belum ada ketentuan {name} ({title}). Yang pertama berlaku sejak {since}: {basis}.",
    "On {day} there was no {name} ({title}) yet. The first applies since {since}: {basis}.",
)
_REPEALED = Bilingual(
    "Pada {day} ketentuan {name} ({title}) tidak berlaku lagi. Dicabut sejak {since}: {basis}.",
    "On {day} {name} ({title}) applied no more. Repealed since {since}: {basis}.",
)
_UNCHECKED = Bilingual(
    "Belum ada yang diperiksa untuk {day}: data hukum terakhir diperiksa {checked_on}, dan peraturan dapat"
    " berubah sesudahnya.",
    "Nothing was checked for {day}: the data were last looked up on {checked_on}, and the law may have"
    " changed since.",
)
_NOTHING = Bilingual(
    "Pada {day} belum ada ketentuan yang tercatat di sini.", "On {day} nothing recorded here applied yet."
)
