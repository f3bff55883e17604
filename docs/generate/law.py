"""The page of the law: every value with its history, the instruments, the decrees on holidays by year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import zip_longest
from typing import Any

from docs.generate.calendar import calendar_part
from docs.generate.markdown import NOTHING, code, details, link, listed, page, table, whole, words
from ppid_core.deadlines import DeadlineKind
from ppid_core.law import (
    Citation,
    Confidence,
    Instrument,
    Lawbook,
    Listed,
    Parameter,
    Precision,
    Provision,
    Repeal,
    worded,
)
from ppid_core.law import listed as listed_in
from ppid_core.rules import CATALOGUE

INTRODUCTION = """\
# Law (*hukum*)

What the library takes from the law, since when, where it stands, and how sure we are. An act is judged by the
law of its day, a report by the law of the day it is due. `ppid law NAME --at DATE` (*ppid hukum*) shows the
same on the console; in Python a value is `Lawbook.load().request_response.at(day)`, and its citation travels
with it. This is no legal advice.

- [Parameters](#parameters-ketentuan): every value, by its name in the book
- [Instruments](#instruments-peraturan): what is in force, and what took the place of what
- [Calendar](#calendar-kalender): national holidays and joint leave, each day by its decree"""


def law_page(_: str) -> str:
    """Return the page."""
    law = Lawbook.load()
    return whole(
        INTRODUCTION,
        _confidences(),
        "## Parameters (*ketentuan*)",
        _overview(law.parameters),
        *map(_parameter, law.parameters),
        "## Instruments (*peraturan*)",
        _instruments(law.instruments),
        calendar_part(),
    )


def cited(citation: Citation) -> str:
    """Return a citation, a link where its text can be read."""
    return link(words(str(citation)), citation.url) if citation.url else words(str(citation))


def sure(confidence: Confidence) -> str:
    """Return how sure we are, in both languages."""
    return f"{confidence.label.en} (*{confidence.label.id}*)"


def _confidences() -> str:
    return table(
        ["Confidence", "Indonesian", "Means"],
        ([one.label.en, one.label.id, MEANING[one]] for one in Confidence),
    )


MEANING = {
    Confidence.CONFIRMED: "read in the text itself",
    Confidence.SECONDARY: "read in another source about the text: the page of an agency, the press",
    Confidence.UNCONFIRMED: "read in no text yet; always printed as such",
}


def _overview(parameters: Iterable[Parameter[Any]]) -> str:
    rows = (
        [link(code(one.name), f"#{one.name}"), one.title.id, one.title.en, _value(one.provisions[-1])]
        for one in parameters
    )
    return table(["Name", "Ketentuan", "What it is", "Latest value"], rows)


def _parameter(parameter: Parameter[Any]) -> str:
    return page(
        f"### {parameter.name}",
        f"**{parameter.title.id}** · **{parameter.title.en}**",
        table(
            ["Since", "Value", "Nilai", "Citation", "Confidence", "Checked on", "Note (*catatan*)"],
            map(_entry, parameter.provisions),
        ),
        *(_list(entry) for entry in parameter.provisions if isinstance(entry, Provision)),
        f"Rules and time limits that rest on it: {listed(_users(parameter.name))}",
    )


def _entry(entry: Provision[Any] | Repeal) -> list[str]:
    return [
        _since(entry),
        _value(entry),
        "*dicabut*" if isinstance(entry, Repeal) else words(worded(entry)),
        cited(entry.citation),
        sure(entry.confidence),
        str(entry.checked_on),
        words(entry.note),
    ]


def _value(entry: Provision[Any] | Repeal) -> str:
    return "*repealed*" if isinstance(entry, Repeal) else words(worded(entry, "en"))


def _since(entry: Provision[Any] | Repeal | Instrument) -> str:
    """Return the first day as far as it is known, and how sure we are of it where that differs."""
    day = entry.in_force_from if isinstance(entry, Instrument) else entry.since
    length = _KNOWN[entry.precision] if isinstance(entry, Instrument) else None
    told = str(day)[:length]
    return told if entry.since_confidence is None else f"{told} ({entry.since_confidence.label.en})"


_KNOWN = {Precision.DAY: None, Precision.MONTH: len("2020-02"), Precision.YEAR: len("2020")}


def _list(entry: Provision[Any]) -> str:
    """Return what a value lists, behind a click."""
    pairs = tuple(zip_longest(listed_in(entry, "id"), listed_in(entry, "en")))
    if not pairs:
        return ""
    rows = [[*_said(indonesian, english), words(english.basis)] for indonesian, english in pairs]
    return details(
        f"{len(rows)} entries since {entry.since}",
        table(["Entry", "Indonesian", "English", "Basis of its own"], rows),
    )


def _said(indonesian: Listed, english: Listed) -> Iterator[str]:
    group = f"{english.group}: " if english.group else ""
    yield f"{words(group)}{code(english.mark)}" if group else code(english.mark)
    yield from (words(indonesian.words), words(english.words))


def _users(name: str) -> Iterator[str]:
    """Yield the rules and the time limits that rest on a parameter."""
    for rule in CATALOGUE:
        if name in rule.basis:
            yield link(rule.code, f"rules.md#{rule.code.lower()}")
    for kind in DeadlineKind:
        if name in {kind.limit.parameter, kind.limit.extension, kind.limit.before}:
            yield f"`ppid deadline {kind}`"


def _instruments(instruments: Iterable[Instrument]) -> str:
    rows = (
        [
            words(one.name),
            words(one.title),
            _since(one),
            NOTHING if one.in_force_until is None else str(one.in_force_until),
            words(one.replaced_by or ""),
            cited(one.citation),
            sure(one.confidence),
            words(one.note),
        ]
        for one in instruments
    )
    heading = [
        "Instrument",
        "Tentang",
        "From",
        "Until",
        "Replaced by",
        "Citation",
        "Confidence",
        "Note (*catatan*)",
    ]
    return table(heading, rows)
