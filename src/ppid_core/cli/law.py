"""``ppid law [NAME]``: what the law says, since when, where it stands and how sure we are of it."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from datetime import date

import click

from ppid_core.cli import choices
from ppid_core.cli.console import show, show_json, wrapped
from ppid_core.cli.ending import FINE
from ppid_core.cli.instrument import instrument_lines
from ppid_core.cli.provision import Entry, entry_on, overview_lines, page_lines
from ppid_core.cli.usage import Refusal
from ppid_core.errors import UnknownNameError
from ppid_core.language import Bilingual, Lang
from ppid_core.law import (
    Lawbook,
    Parameter,
    Repeal,
    cite,
    instrument_json,
    parameter_json,
    provision_json,
)
from ppid_core.writing import format_date

INSTRUMENTS = "instruments"
MOST_NEAR = 5


@click.command("law", short_help="Apa kata peraturan, sejak kapan, dan dasarnya (hukum).")
@click.argument("name", default="", metavar="NAMA")
@choices.at
@choices.output
@choices.lang
def command(name: str, at: date | None, output: str, lang: Lang) -> int:
    """Tampilkan satu ketentuan, dasar, dan riwayatnya; tanpa NAMA semuanya; "instruments": peraturannya."""
    law, wanted = Lawbook.load(), name.strip().casefold().replace("-", "_")
    if wanted == INSTRUMENTS:
        _show_instruments(law, at, output, lang)
    elif wanted:
        _show_parameter(_asked(law, wanted, name, lang), at, output, lang)
    else:
        _show_all(law, at, output, lang)
    return FINE


def _show_all(law: Lawbook, at: date | None, output: str, lang: Lang) -> None:
    entries = [(parameter, entry_on(parameter, at)) for parameter in law.parameters]
    if at is not None and not any(entry for _, entry in entries):
        raise Refusal(_NOTHING(lang).format(day=format_date(at, lang)))
    if output == "json":
        listed = [parameter_json(parameter, entry, lang) for parameter, entry in entries]
        unchecked = list(_unchecked(at, (entry for _, entry in entries), lang))
        show_json({"law": law.version, "at": _iso(at), "parameters": listed, "unchecked": unchecked})
    else:
        show((*overview_lines(entries, law, lang), *_unchecked(at, (entry for _, entry in entries), lang)))


def _show_parameter(parameter: Parameter[object], at: date | None, output: str, lang: Lang) -> None:
    entry = entry_on(parameter, at)
    if entry is None or (at is not None and isinstance(entry, Repeal)):
        raise Refusal(_not_in_force(parameter, entry, at or parameter.since, lang))
    if output == "json":
        history = [provision_json(past, lang) for past in parameter.provisions]
        told = {"at": _iso(at), "history": history, "unchecked": list(_unchecked(at, [entry], lang))}
        show_json({**parameter_json(parameter, entry, lang), **told})
    else:
        show((*page_lines(parameter, entry, lang), *_unchecked(at, [entry], lang)))


def _show_instruments(law: Lawbook, at: date | None, output: str, lang: Lang) -> None:
    instruments = [one for one in law.instruments if at is None or one.in_force(at)]
    if at is not None and not instruments:
        raise Refusal(_NOTHING(lang).format(day=format_date(at, lang)))
    if output == "json":
        listed = [instrument_json(one, law) for one in instruments]
        unchecked = list(_unchecked(at, _latest(law), lang))
        show_json({"law": law.version, "at": _iso(at), "instruments": listed, "unchecked": unchecked})
    else:
        show((*instrument_lines(instruments, law, lang), *_unchecked(at, _latest(law), lang)))


def _unchecked(at: date | None, entries: Iterable[Entry | None], lang: Lang) -> Iterator[str]:
    """Yield a warning where the law was last looked up before the day asked for: it may have changed."""
    checked_on = max((entry.checked_on for entry in entries if entry is not None), default=None)
    if at is not None and checked_on is not None and checked_on < at:
        day, last = format_date(at, lang), format_date(checked_on, lang)
        yield wrapped(_UNCHECKED(lang).format(day=day, checked_on=last))


def _latest(law: Lawbook) -> Iterator[Entry]:
    return (entry for parameter in law.parameters for entry in parameter.provisions)


def _asked(law: Lawbook, wanted: str, typed: str, lang: Lang) -> Parameter[object]:
    try:
        return law.parameter(wanted)
    except UnknownNameError as error:
        near = ", ".join(_near(law, wanted, (*error.known, INSTRUMENTS)))
        raise Refusal(_UNKNOWN(lang).format(name=typed, known=near)) from error


def _near(law: Lawbook, wanted: str, known: tuple[str, ...]) -> list[str]:
    """Return the names that are spelled alike, else those whose title holds the words, else all."""
    words = wanted.replace("_", " ")
    alike = difflib.get_close_matches(wanted, known, n=MOST_NEAR)
    titled = [one.name for one in law.parameters if words in one.title.id or words in one.title.en]
    return alike or titled or list(known)


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
    'Ketentuan "{name}" tidak dikenal. Yang mirip: {known}. Semua ketentuan: ppid hukum',
    'There is no provision "{name}". Like it: {known}. All provisions: ppid law',
)
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
