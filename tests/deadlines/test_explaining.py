"""The reasons of a due date, word for word, as they may stand in a letter.

After a change of texts that is meant: ``PPID_RENEW_GOLDEN=1 pytest tests/deadlines/test_explaining.py``, then
read the difference. Versions of the calendar and of ``holidays`` are left out: they change with every entry.
"""

from __future__ import annotations

import os
from datetime import date
from importlib.metadata import version
from itertools import pairwise
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from ppid_core.deadlines import Deadline, DeadlineKind, deadline
from ppid_core.language import Lang
from ppid_core.law import Lawbook, Track
from ppid_core.model import Closure
from ppid_core.workdays import WorkdayCalendar

GOLDEN = Path(__file__).parents[1] / "golden"
LAW, WORKDAYS = Lawbook.load(), WorkdayCalendar.load()
REQUEST = DeadlineKind.REQUEST
NO_VERSION = "0" * 12
LANGS: tuple[Lang, ...] = ("id", "en")


def counted(kind: DeadlineKind, day: date, workdays: WorkdayCalendar = WORKDAYS, **how: bool) -> Deadline:
    return deadline(kind, day, LAW, workdays, **how)


LETTERS = {
    "request": counted(REQUEST, date(2020, 12, 18)),
    "request-extended": counted(REQUEST, date(2020, 12, 18), extended=True),
    "request-received": counted(REQUEST, date(2023, 4, 10)),
    "request-complete": counted(REQUEST, date(2023, 4, 10), complete=True),
    "request-completeness": counted(DeadlineKind.REQUEST_COMPLETENESS, date(2023, 4, 10)),
    "objection-filing": counted(DeadlineKind.OBJECTION_FILING, date(2018, 5, 25)),
    "dispute-filing-after-silence": counted(DeadlineKind.DISPUTE_FILING_AFTER_SILENCE, date(2021, 3, 1)),
    "commission-start": counted(DeadlineKind.COMMISSION_START, date(2023, 6, 1)),
    "cassation": counted(DeadlineKind.CASSATION, date(2020, 12, 11)),
    "yearly-report": counted(DeadlineKind.YEARLY_REPORT, date(2023, 12, 31)),
    "conflict": counted(REQUEST, date(2021, 12, 15)),
    "estimate": counted(REQUEST, date(2027, 12, 20), WorkdayCalendar.load(until=2028)),
    "track": counted(
        DeadlineKind.MEDIATION,
        date(2027, 2, 1),
        WorkdayCalendar.load(
            [Closure(on=date(2027, 2, 9), reason="Hari jadi kabupaten"), Closure(on=date(2027, 2, 10))],
            track=Track.ASN,
            as_known_on=date(2026, 12, 1),
        ),
    ),
    "no-joint-leave": counted(REQUEST, date(2020, 12, 18), WorkdayCalendar.load(cuti_bersama=False)),
}


def printed(found: Deadline) -> str:
    """Return both languages, one below the other, without versions."""
    texts = [evolve(found, calendar_version=NO_VERSION).explain(lang) for lang in LANGS]
    return "\n\n---\n\n".join(texts).replace(f"holidays {version('holidays')}", "holidays 0.109") + "\n"


@pytest.mark.parametrize("name", LETTERS)
def test_the_reasons_are_told_word_for_word(name: str) -> None:
    golden, told = GOLDEN / f"explain-{name}.txt", printed(LETTERS[name])

    if os.environ.get("PPID_RENEW_GOLDEN"):
        golden.write_text(told, encoding="utf-8", newline="\n")
    assert told == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("kind", DeadlineKind)
def test_every_convention_is_named_in_the_explanation(kind: DeadlineKind, lang: Lang) -> None:
    found = counted(kind, date(2023, 5, 31))

    assert kind.limit.convention(lang) in found.explain(lang)
    assert kind.limit.event(lang) in found.explain(lang)


@pytest.mark.parametrize("kind", [DeadlineKind.CASSATION, DeadlineKind.YEARLY_REPORT])
def test_what_no_calendar_has_a_say_in_speaks_of_none(kind: DeadlineKind) -> None:
    day = date(2027, 12, 31)
    workdays = WorkdayCalendar.load(
        cuti_bersama=False, track=Track.ASN, as_known_on=date(2026, 12, 1), until=2028
    )

    assert deadline(kind, day, LAW, workdays).explain() == counted(kind, day).explain()


@given(st.sampled_from(DeadlineKind), st.dates(date(2021, 6, 30), date(2026, 12, 31)), st.sampled_from(LANGS))
def test_the_explanation_names_the_last_day_the_law_and_every_weekday_that_does_not_count(
    kind: DeadlineKind, day: date, lang: Lang
) -> None:
    found = counted(kind, day)

    text = found.explain(lang)

    assert text.splitlines()[0] == found.sentence(lang)
    assert all(caveat in text for caveat in found.caveats(lang))
    assert str(found.provision.citation) in text
    reasons = [step.why(lang) for step in found.skipped if step.date.weekday() < 5 and step.why is not None]
    assert sum(text.count(f": {reason}") for reason in set(reasons)) == len(reasons)


@given(st.dates(date(2021, 6, 30), date(2027, 1, 15)))
def test_the_days_counted_are_numbered_from_one_to_the_last(day: date) -> None:
    found = counted(DeadlineKind.COMMISSION_FINISH, day)

    lines = [line for line in found.explain("en").splitlines() if ": day" in line]

    numbers = [
        line.partition(": ")[2].replace("days ", "").replace("day ", "").split(" to ") for line in lines
    ]
    assert numbers[0][0] == "1"
    assert numbers[-1][-1] == str(found.provision.value)
    assert all(int(before[-1]) + 1 == int(after[0]) for before, after in pairwise(numbers))


def test_a_confirmed_basis_says_so_in_brackets_and_an_unconfirmed_one_by_itself_alone() -> None:
    kind = DeadlineKind.OBJECTION_ANSWER_REGISTERED
    (old,), (new,) = (
        [line for line in counted(kind, day).explain("en").splitlines() if "Basis: " in line]
        for day in (date(2018, 5, 2), date(2023, 4, 10))
    )

    assert new.endswith(" Pasal 44 ayat (1) (confirmed).")
    assert old.endswith("(not verified).")
    assert old.count("(not verified)") == 1
