"""L905: a body whose standard of service is another, or is not known, is told."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve

from ppid_core.model import BodyKind, Outcome, Period, PublicBody, ReportingPeriod, Request, ServiceYear
from ppid_core.rules import Status
from ppid_core.testing.judgement import judged

YEAR = ServiceYear(period=ReportingPeriod(2023))
ANSWERED = Request(period=Period(2023, 3, 1), notice_on=date(2023, 3, 8), outcome=Outcome.GRANTED)


def of(kind: BodyKind | None, *rows: Request) -> ServiceYear:
    return evolve(YEAR, body=PublicBody(kind=kind), requests=rows)


def test_l905_fires_for_an_election_body_and_counts_by_its_own_times() -> None:
    quick = evolve(ANSWERED, notice_on=date(2023, 3, 6))
    extended = evolve(ANSWERED, extended_on=date(2023, 3, 3))
    longer = evolve(extended, notice_on=date(2023, 3, 9))

    (finding,) = judged(of(BodyKind.ELECTION_BODY, quick, ANSWERED, extended, longer), "L905").findings

    assert finding.subject == "body:standard"
    assert "Penyelenggara pemilu, Perki 1/2019 (sumber sekunder)" in finding.message("id")
    assert "waktunya 3 + 2 hari kerja; 2 permohonan dijawab lebih lama" in finding.message("id")
    assert "3 + 2 working days; 2 requests took longer" in finding.message("en")


def test_l905_fires_for_working_days_that_the_register_states() -> None:
    stated = (Request(working_days=4, count=7), Request(working_days=3), Request())

    (finding,) = judged(of(BodyKind.ELECTION_BODY, *stated), "L905").findings

    assert "; 7 permohonan dijawab lebih lama" in finding.message("id")


def test_l905_fires_for_a_village_whose_times_were_not_found() -> None:
    (finding,) = judged(of(BodyKind.VILLAGE), "L905").findings

    assert finding.message("id").startswith("Desa, Perki 1/2018 (sumber sekunder): badan publik desa")
    assert "tenggat dan isi laporannya tidak ditemukan" in finding.message("id")


@pytest.mark.parametrize(
    "kind",
    [
        *(BodyKind.POLITICAL_PARTY, BodyKind.BUMN, BodyKind.BUMD, BodyKind.UNIVERSITY, BodyKind.COURT),
        BodyKind.NON_GOVERNMENT,
    ],
)
def test_l905_fires_where_it_is_not_known_whether_there_is_a_standard(kind: BodyKind) -> None:
    (finding,) = judged(of(kind), "L905").findings

    assert "belum diketahui" in finding.message("id")
    assert [basis.id for basis in finding.basis] == ["UU 14/2008 (belum diverifikasi)"]


@pytest.mark.parametrize("kind", [BodyKind.REGIONAL_GOVERNMENT, BodyKind.MINISTRY, BodyKind.HOSPITAL])
def test_l905_passes_bodies_of_the_general_standard(kind: BodyKind) -> None:
    assert judged(of(kind), "L905").run("L905").status is Status.PASSED


def test_l905_passes_a_village_before_its_standard_came_into_force() -> None:
    earlier = evolve(of(BodyKind.VILLAGE), period=ReportingPeriod(2017))
    assert judged(earlier, "L905").run("L905").status is Status.PASSED


def test_l905_is_not_applicable_where_the_kind_of_body_is_not_recorded() -> None:
    run = judged(of(None), "L905").run("L905")

    assert run.status is Status.NOT_APPLICABLE
    assert "kunci badan.jenis" in run.reason.id


def test_l905_counts_what_was_answered_on_the_day_itself() -> None:
    year = of(BodyKind.ELECTION_BODY, ANSWERED)

    (finding,) = judged(year, "L905", as_of=date(2023, 3, 8)).findings

    assert "; 1 permohonan dijawab lebih lama" in finding.message("id")


@pytest.mark.parametrize(
    ("received", "noticed", "longer"),
    [
        (Period(2023, 3, 1), date(2023, 3, 2), 0),
        (Period(2023, 3, 1), date(2023, 3, 1), 0),
        (Period(2023, 3, 1), date(2023, 2, 28), 1),
        (Period(2023, 3, 1), date(2023, 3, 3), 1),
        (Period(2023, 3, 1), None, 1),
        (None, date(2023, 3, 2), 1),
        (Period(2023, 3), date(2023, 3, 2), 1),
    ],
)
def test_l905_takes_the_stated_days_only_where_the_dates_tell_none_on_the_day_of_the_check(
    received: Period | None, noticed: date | None, longer: int
) -> None:
    row = evolve(ANSWERED, period=received, notice_on=noticed, working_days=9)

    (finding,) = judged(of(BodyKind.ELECTION_BODY, row), "L905", as_of=date(2023, 3, 2)).findings

    assert f"; {longer} permohonan dijawab lebih lama" in finding.message("id")


def test_l905_counts_none_that_took_no_more_than_its_own_time() -> None:
    quick, just = Request(working_days=2), Request(working_days=3)
    extended = Request(working_days=5, extended_on=date(2023, 3, 3))

    (finding,) = judged(of(BodyKind.ELECTION_BODY, quick, just, extended), "L905").findings

    assert "; 0 permohonan dijawab lebih lama" in finding.message("id")
