"""The lists of information: how many entries there are, of which kind, and what they lack."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from attrs import evolve

from ppid_core.glossary.refusal import EXEMPTING, LETTERS
from ppid_core.model import Absent, ExemptInformation, InformationCategory, Reason, ServiceYear
from ppid_core.summary.parts import Counts, Key, Marks
from ppid_core.summary.register import NOT_RECORDED, UNREAD, RegisterFigures
from ppid_core.summary.tally import ROWS, RegisterTally, state

_PUBLIC, _EXEMPT = "dip", "dik"
_CATEGORY, _LETTER = "category", "letter"
_EXPIRED, _UNDATED, _UNTESTED = "expired", "undated", "untested"


def public_list_tally(year: ServiceYear) -> RegisterTally:
    """Return the tally of the list of public information."""
    entries = year.public_information
    if isinstance(entries, Absent):
        return RegisterTally(state=state(entries))
    named = [one.category for one in entries if one.category is not None]
    lost = min(_unread(year, _PUBLIC, "kelompok"), len(entries) - len(named))
    keys = [((_CATEGORY, str(one)), 1) for one in named]
    counts = [(("total",), len(entries)), *keys, *([((_CATEGORY, UNREAD), lost)] if lost else [])]
    return _tally(year, _PUBLIC, Counts.of(counts))


def exempt_list_tally(year: ServiceYear, as_of: date) -> RegisterTally:
    """Return the tally of the list of exempt information on a day."""
    entries = year.exempt_information
    if isinstance(entries, Absent):
        return RegisterTally(state=state(entries))
    hidden = {
        "berlaku_sampai": (_EXPIRED, _UNDATED),
        "tanggal_uji": (_UNTESTED,),
        "huruf": (_LETTER,),
    }
    unread = [
        ((UNREAD, name), lost)
        for column, names in hidden.items()
        if (lost := _unread(year, _EXEMPT, column))
        for name in names
    ]
    counted = [pair for one in entries for pair in _of_an_entry(one, as_of)]
    return _tally(year, _EXEMPT, Counts.of([(("total",), len(entries)), *counted, *unread]))


def _of_an_entry(entry: ExemptInformation, as_of: date) -> Iterator[tuple[Key, int]]:
    letters = [letter for part in entry.letter.split(",") if (letter := part.strip())]
    for letter in dict.fromkeys(letters or [NOT_RECORDED]):
        yield (_LETTER, letter), 1
    yield (_EXPIRED,), int(entry.has_ended(as_of))
    yield (_UNDATED,), int(entry.valid_until is None)
    yield (_UNTESTED,), int(entry.tested_on is None)


def _tally(year: ServiceYear, table: str, counts: Counts) -> RegisterTally:
    unread = Marks.of([ROWS] if year.has_unread_rows(table) else [])
    return evolve(RegisterTally(state=state(()), rows=counts), unread=unread)


def _unread(year: ServiceYear, table: str, column: str) -> int:
    return sum(cell.count for cell in year.unread_cells(table, column) if cell.column == column)


def public_list_figures(tally: RegisterTally) -> Mapping[str, object] | Absent:
    """Return how many entries the list of public information has, and of which category."""
    entries = RegisterFigures(tally=tally)
    if isinstance(entries.total, Absent):
        return entries.total
    return {"total": entries.total, "by_category": entries.by(_CATEGORY, InformationCategory)}


def exempt_list_figures(tally: RegisterTally) -> Mapping[str, object] | Absent:
    """Return how many entries the list of exempt information has, on which letters they rest, what they lack.

    ``expired`` are those whose last day has passed, ``undated`` those of which none is recorded: where it is
    recorded of none, nothing says how many have ended. ``untested`` have no recorded day of a consequence
    test.
    """
    entries = RegisterFigures(tally=tally)
    if isinstance(entries.total, Absent):
        return entries.total
    undated = entries.counted(_UNDATED)
    are_all_undated = bool(undated) and undated == entries.total
    return {
        "total": entries.total,
        "by_letter": _by_letter(entries, entries.total),
        "expired": Absent(Reason.NO_DATES) if are_all_undated else entries.counted(_EXPIRED),
        "undated": undated,
        "untested": entries.counted(_UNTESTED),
    }


def _by_letter(entries: RegisterFigures, total: int) -> Mapping[str, int] | Absent:
    """Return how many entries rest on each letter; one may rest on several, so that nothing adds them."""
    named = dict(entries.tally.rows.under(_LETTER))
    blank = named.pop(NOT_RECORDED, 0)
    if total and not named:
        return Absent(Reason.NO_CATEGORY)
    unread = entries.tally.rows.get(UNREAD, _LETTER)
    unnamed = {UNREAD: unread, NOT_RECORDED: blank - unread}
    zeros = {} if blank else dict.fromkeys(LETTERS[EXEMPTING], 0)
    listed = {**zeros, **named}
    order = sorted(listed, key=lambda letter: (letter not in LETTERS[EXEMPTING], letter))
    return {**{one: listed[one] for one in order}, **{name: n for name, n in unnamed.items() if n > 0}}
