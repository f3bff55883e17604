"""C207, C208: the check for completeness and the repair, each in its time."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve

from ppid_core.model import Coded, Outcome, Period, RefusalReason, ReportingPeriod, Request, ServiceYear
from ppid_core.rules import Checked, Severity, Status
from ppid_core.testing.judgement import judged

EMPTY = ServiceYear(period=ReportingPeriod(2024))
# Monday 4 March 2024 is day zero: 5=1 6=2 7=3.
REGISTERED = Request(period=Period(2024, 3, 4), registered_on=date(2024, 3, 4))
# Thursday 7 March 2024 is day zero: 8=1 [11 Nyepi] [12 joint leave] 13=2 14=3.
TOLD = evolve(REGISTERED, told_incomplete_on=date(2024, 3, 6), letter_received_on=date(2024, 3, 7))


def checked(row: Request, code: str, as_of: date = date(2024, 12, 31)) -> Checked:
    return judged(evolve(EMPTY, requests=(row,)), code, as_of=as_of)


@pytest.mark.parametrize(
    "row",
    [
        evolve(REGISTERED, told_incomplete_on=date(2024, 3, 8)),
        evolve(REGISTERED, completed_on=date(2024, 3, 8)),
        evolve(REGISTERED, registered_on=None, completed_on=date(2024, 3, 8)),
    ],
)
def test_c207_fires_the_day_after_the_last_of_the_letter_or_of_completeness(row: Request) -> None:
    (finding,) = checked(evolve(row, count=2), "C207").findings
    assert (finding.provided, finding.expected) == (date(2024, 3, 8), date(2024, 3, 7))
    assert (finding.severity, finding.affected) == (Severity.INFO, 2)
    assert [basis.id for basis in finding.basis] == ["Perki 1/2021 Pasal 31 ayat (2)"]


def test_c207_counts_from_the_entry_and_not_from_the_receipt_where_both_are_known() -> None:
    row = evolve(REGISTERED, registered_on=date(2024, 3, 5), told_incomplete_on=date(2024, 3, 8))
    assert checked(row, "C207").run("C207").status is Status.PASSED


@pytest.mark.parametrize(
    "row",
    [TOLD, evolve(REGISTERED, completed_on=date(2024, 3, 7)), evolve(TOLD, repaired_on=date(2024, 3, 20))],
)
def test_c207_passes_the_last_day_and_asks_nothing_of_a_repair(row: Request) -> None:
    assert checked(row, "C207").run("C207").status is Status.PASSED


@pytest.mark.parametrize(
    "row",
    [
        REGISTERED,
        evolve(REGISTERED, letter_received_on=date(2024, 3, 8), completed_on=date(2024, 3, 20)),
        evolve(REGISTERED, period=Period(2024, 3), registered_on=None, completed_on=date(2024, 3, 20)),
        evolve(REGISTERED, completed_on=date(2024, 3, 1)),
        Request(
            period=Period(2021, 6, 29),
            registered_on=date(2021, 6, 30),
            completed_on=date(2021, 7, 20),
            opening=2021,
        ),
    ],
    ids=["no check", "only the repair", "no day", "before its entry", "received under Perki 1/2010"],
)
def test_c207_is_not_applicable_where_no_check_is_known_or_the_law_has_no_such_time(row: Request) -> None:
    run = checked(row, "C207").run("C207")
    assert run.status is Status.NOT_APPLICABLE
    assert "tanggal_register" in run.reason.id


@pytest.mark.parametrize(
    ("row", "provided", "said"),
    [
        (evolve(TOLD, repaired_on=date(2024, 3, 15)), date(2024, 3, 15), "dilengkapi 15 Maret 2024"),
        (evolve(TOLD, completed_on=date(2024, 3, 15)), date(2024, 3, 15), "dilengkapi 15 Maret 2024"),
        (TOLD, None, "belum dilengkapi per 15 Maret 2024"),
        (evolve(TOLD, repaired_on=date(2024, 3, 18)), None, "belum dilengkapi per 15 Maret 2024"),
        (
            evolve(TOLD, outcome=Outcome.REFUSED, reason=Coded(RefusalReason.INCOMPLETE)),
            None,
            "Register mencatatnya sebagai penolakan.",
        ),
    ],
)
def test_c208_fires_after_the_last_day_and_says_that_it_is_a_note(
    row: Request, provided: date | None, said: str
) -> None:
    outcome = checked(row, "C208", as_of=date(2024, 3, 15))
    (finding,) = outcome.findings
    assert (finding.provided, finding.expected) == (provided, date(2024, 3, 14))
    assert said in outcome.message(finding)
    assert "bukan penolakan" in outcome.message(finding)
    assert [basis.id for basis in finding.basis] == [
        "Perki 1/2021 Pasal 33 ayat (3)",
        "Perki 1/2021 Pasal 33 ayat (4)",
    ]


@pytest.mark.parametrize("reason", [one for one in RefusalReason if one is not RefusalReason.INCOMPLETE])
def test_c208_says_that_it_was_noted_as_a_refusal_only_where_that_was_the_reason(
    reason: RefusalReason,
) -> None:
    row = evolve(TOLD, outcome=Outcome.REFUSED, reason=Coded(reason))
    outcome = checked(row, "C208", as_of=date(2024, 3, 15))

    assert not any("sebagai penolakan" in outcome.message(finding) for finding in outcome.findings)


@pytest.mark.parametrize(
    ("row", "as_of"),
    [(evolve(TOLD, repaired_on=date(2024, 3, 14)), date(2024, 12, 31)), (TOLD, date(2024, 3, 14))],
)
def test_c208_passes_the_last_day(row: Request, as_of: date) -> None:
    assert checked(row, "C208", as_of=as_of).run("C208").status is Status.PASSED


@pytest.mark.parametrize(
    "row",
    [
        REGISTERED,
        evolve(TOLD, repaired_on=date(2024, 3, 1)),
        Request(period=Period(2021, 6, 29), letter_received_on=date(2021, 7, 1), opening=2021),
    ],
)
def test_c208_is_not_applicable_without_the_receipt_of_a_letter(row: Request) -> None:
    run = checked(row, "C208").run("C208")
    assert run.status is Status.NOT_APPLICABLE
    assert "tanggal_terima_surat" in run.reason.id
