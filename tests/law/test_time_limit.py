"""The time limits of the procedure: which parameters they rest on, and how each is told."""

from __future__ import annotations

import pytest

from ppid_core.law import Lawbook, Parameter, Provision, Unit
from ppid_core.law.time_limit import DeadlineKind

LAW = Lawbook.load()
DAYS = {Unit.WORKING_DAY, Unit.CALENDAR_DAY}
NAMES = (
    *("request", "request-completeness", "request-repair", "objection-filing", "objection-answer"),
    *(
        "objection-answer-registered",
        "dispute-filing",
        "dispute-filing-after-silence",
        "commission-start",
        "commission-finish",
    ),
    *("mediation", "court-statement", "court", "cassation", "cassation-perma", "yearly-report"),
)
OPEN_IN_THE_LAW = {
    DeadlineKind.OBJECTION_FILING: ("hari kerja setelah hari terakhir", "working day after the last day"),
    DeadlineKind.OBJECTION_ANSWER_REGISTERED: ("sejak keberatan diterima", "from the receipt"),
    DeadlineKind.COMMISSION_FINISH: ("hari permohonan diterima Komisi", "the receipt at the commission"),
    DeadlineKind.DISPUTE_FILING_AFTER_SILENCE: ("masih prematur", "premature"),
    DeadlineKind.CASSATION: ("hari kalender", "calendar days"),
    DeadlineKind.CASSATION_PERMA: ("hari kalender", "calendar days"),
    DeadlineKind.YEARLY_REPORT: ("menggeser", "moves"),
}
"""What the law leaves open, with words of the convention that must be told."""


def parameters(kind: DeadlineKind) -> list[Parameter[object]]:
    limit = kind.limit
    return [
        LAW.parameter(name)
        for name in (limit.before, limit.standard, limit.parameter, limit.extension)
        if name
    ]


def test_the_kinds_are_those_of_the_command() -> None:
    assert tuple(DeadlineKind) == NAMES


@pytest.mark.parametrize("kind", DeadlineKind)
def test_every_time_limit_rests_on_parameters_of_the_law_book(kind: DeadlineKind) -> None:
    assert [parameter.name for parameter in parameters(kind)][-1:] == [
        kind.limit.extension or kind.limit.parameter
    ]


@pytest.mark.parametrize("kind", [kind for kind in DeadlineKind if kind is not DeadlineKind.YEARLY_REPORT])
def test_every_time_that_is_counted_is_a_number_of_days(kind: DeadlineKind) -> None:
    entries = [entry for parameter in parameters(kind) for entry in parameter.provisions]

    assert all(
        isinstance(entry, Provision) and isinstance(entry.value, int) and entry.unit in DAYS
        for entry in entries
    )


def test_only_a_request_and_a_mediation_can_be_extended_and_only_silence_runs_before() -> None:
    assert {kind for kind in DeadlineKind if kind.limit.extension} == {
        DeadlineKind.REQUEST,
        DeadlineKind.MEDIATION,
    }
    assert {kind: kind.limit.before for kind in DeadlineKind if kind.limit.before} == {
        DeadlineKind.DISPUTE_FILING_AFTER_SILENCE: "objection_answer"
    }


@pytest.mark.parametrize("kind", DeadlineKind)
def test_what_is_due_and_from_which_event_is_told_in_both_languages(kind: DeadlineKind) -> None:
    limit = kind.limit

    for told in (limit.act, limit.done, limit.event):
        assert told.id.strip() == told.id != ""
        assert told.en.strip() == told.en != ""
    assert limit.act.id[0].isupper()
    assert limit.act.en[0].isupper()
    assert "paling lambat" in limit.done.id


@pytest.mark.parametrize(("kind", "words"), OPEN_IN_THE_LAW.items())
def test_what_the_law_leaves_open_is_told_with_how_it_is_read(
    kind: DeadlineKind, words: tuple[str, str]
) -> None:
    convention = kind.limit.convention

    assert words[0] in convention.id
    assert words[1] in convention.en


def test_the_other_time_limits_name_no_convention() -> None:
    assert {kind for kind in DeadlineKind if kind.limit.convention.id} == OPEN_IN_THE_LAW.keys()
