"""L101, L102, L104–L106: what the law asks of each answer and of the report."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve

from ppid_core.model import (
    Aggregate,
    Coded,
    Desk,
    Dimension,
    Outcome,
    Period,
    RefusalReason,
    Register,
    ReportingPeriod,
    Request,
    ServiceYear,
    Submission,
)
from ppid_core.rules import Checked, Status
from ppid_core.testing.judging import judged

EMPTY = ServiceYear(period=ReportingPeriod(2021))


def refused(slug: RefusalReason | None, typed: str = "", letter: str = "") -> ServiceYear:
    reason = None if slug is None else Coded(slug, typed)
    row = Request(count=42, outcome=Outcome.REFUSED, reason=reason, exemption_letter=letter)
    return evolve(EMPTY, requests=(row,))


def told(checked: Checked) -> list[str]:
    return [checked.message(finding) for finding in checked.findings]


@pytest.mark.parametrize(
    ("slug", "typed", "said", "basis"),
    [
        (RefusalReason.BAD_FAITH, "Tidak Itikad Baik", "Komisi Informasi", "Perki 1/2013 Pasal 4"),
        (RefusalReason.UNCLEAR_IDENTITY, "Identitas Tidak Jelas", "Identitas", "UU 14/2008 Pasal 17"),
        (RefusalReason.REPEATED, "berulang", "berulang", "UU 14/2008 Pasal 17 (belum diverifikasi)"),
        (
            RefusalReason.INCOMPLETE,
            "tidak lengkap",
            "melengkapinya",
            "UU 14/2008 Pasal 17 (belum diverifikasi)",
        ),
        (RefusalReason.OTHER, "kantor tutup", "tidak ada dalam daftar", "UU 14/2008 Pasal 17"),
        (None, "", "tanpa alasan", "UU 14/2008 Pasal 17"),
    ],
)
def test_l101_fires_with_a_text_for_each_reason(
    slug: RefusalReason | None, typed: str, said: str, basis: str
) -> None:
    checked = judged(refused(slug, typed), "L101")
    (finding,) = checked.findings
    assert (finding.provided, finding.affected) == (typed or None, 42)
    assert said in told(checked)[0]
    assert finding.basis[0].id == basis
    assert len(finding.basis) == len(set(finding.basis))


@pytest.mark.parametrize(
    "year",
    [
        refused(RefusalReason.EXEMPT, "dikecualikan"),
        refused(RefusalReason.NOT_HELD, "Data Tidak dikuasai"),
        refused(RefusalReason.OTHER, "rahasia pribadi", letter="H"),
        evolve(
            EMPTY, requests=(Request(count=0, outcome=Outcome.REFUSED), Request(outcome=Outcome.NOT_HELD))
        ),
        evolve(EMPTY, requests=(Request(outcome=Outcome.REFUSED, period=Period(2019)),)),
    ],
)
def test_l101_passes_lawful_grounds_and_what_is_not_counted(year: ServiceYear) -> None:
    assert judged(year, "L101").run("L101").status is Status.PASSED


def test_l101_judges_a_slip_of_the_date_by_the_law_of_the_report() -> None:
    row = Request(outcome=Outcome.REFUSED, reason=Coded(RefusalReason.NOT_HELD), notice_on=date(201, 3, 3))
    assert judged(evolve(EMPTY, requests=(row,)), "L101").run("L101").status is Status.PASSED


def test_l101_fires_on_aggregate_lines_where_there_are_no_rows() -> None:
    lines = (
        Aggregate(register=Register.REQUESTS, dimension=Dimension.OUTCOME, category="refused", count=9),
        Aggregate(
            register=Register.REQUESTS, dimension=Dimension.REFUSAL_REASON, category="bad_faith", count=7
        ),
        Aggregate(
            register=Register.REQUESTS, dimension=Dimension.REFUSAL_REASON, category="not_held", count=2
        ),
    )
    (finding,) = judged(evolve(EMPTY, aggregates=lines), "L101").findings
    assert (finding.subject, finding.affected) == ("requests.by_refusal_reason.bad_faith", 7)


@pytest.mark.parametrize("code", ["L101", "L102", "L105", "L106"])
def test_l101_l102_l105_l106_are_not_applicable_without_a_register(code: str) -> None:
    assert judged(EMPTY, code).run(code).status is Status.NOT_APPLICABLE


def test_l102_fires_on_each_line_without_a_reason() -> None:
    rows = (
        Request(count=13, outcome=Outcome.PARTLY_GRANTED),
        Request(count=1, outcome=Outcome.PARTLY_GRANTED, reason=Coded(RefusalReason.NOT_HELD)),
        Request(count=8, outcome=Outcome.PARTLY_GRANTED),
    )
    checked = judged(evolve(EMPTY, requests=rows), "L102")
    assert [(one.subject, one.affected) for one in checked.findings] == [
        ("request:#1", 13),
        ("request:#3", 8),
    ]
    assert told(checked)[0] == "Dikabulkan sebagian tanpa alasan (13 permohonan)."


def test_l102_passes_other_outcomes_and_given_reasons() -> None:
    rows = (
        Request(outcome=Outcome.GRANTED),
        Request(outcome=Outcome.PARTLY_GRANTED, reason=Coded(RefusalReason.EXEMPT)),
    )
    assert judged(evolve(EMPTY, requests=rows), "L102").run("L102").status is Status.PASSED


def submitted(day: date | None) -> ServiceYear:
    return evolve(EMPTY, submission=Submission(on=day))


def test_l104_fires_after_31_march() -> None:
    (finding,) = judged(submitted(date(2022, 4, 1)), "L104").findings
    assert (date(2022, 4, 1), date(2022, 3, 31)) == (finding.provided, finding.expected)
    assert [basis.id for basis in finding.basis] == ["Perki 1/2021 Pasal 56"]


def test_l104_passes_on_31_march() -> None:
    assert judged(submitted(date(2022, 3, 31)), "L104").run("L104").status is Status.PASSED


@pytest.mark.parametrize("year", [EMPTY, submitted(None)])
def test_l104_is_not_applicable_without_its_day(year: ServiceYear) -> None:
    assert judged(year, "L104").run("L104").status is Status.NOT_APPLICABLE


def test_l105_fires_and_names_the_desk_that_did_not_answer() -> None:
    row = Request(count=4, outcome=Outcome.UNANSWERED, desk=Desk.AGENCY)
    checked = judged(evolve(EMPTY, requests=(row,)), "L105")
    assert told(checked) == ["4 permohonan tidak dijawab oleh PPID Pembantu/Pelaksana."]
    assert [finding.affected for finding in checked.findings] == [4]


def test_l105_fires_on_an_aggregate_line() -> None:
    line = Aggregate(register=Register.REQUESTS, dimension=Dimension.OUTCOME, category="unanswered", count=4)
    (finding,) = judged(evolve(EMPTY, aggregates=(line,)), "L105").findings
    assert finding.subject == "requests.by_outcome.unanswered"


def test_l105_passes_a_blank_outcome_and_what_is_pending() -> None:
    rows = (Request(), Request(outcome=Outcome.PENDING))
    assert judged(evolve(EMPTY, requests=rows), "L105").run("L105").status is Status.PASSED


RECEIVED = Period(2021, 3, 1)


@pytest.mark.parametrize(
    ("row", "days", "limit"),
    [
        (Request(period=RECEIVED, notice_on=date(2021, 3, 17)), 11, 10),
        (Request(period=RECEIVED, extended_on=date(2021, 3, 5), notice_on=date(2021, 3, 26)), 18, 17),
        (Request(working_days=12, outcome=Outcome.GRANTED), 12, 10),
        (Request(period=RECEIVED, outcome=Outcome.PENDING), None, 10),
        (Request(period=RECEIVED, opening=2020, notice_on=date(2021, 3, 17)), 11, 10),
    ],
)
def test_l106_fires_on_each_late_answer(row: Request, days: int | None, limit: int) -> None:
    checked = judged(evolve(EMPTY, requests=(row,)), "L106")
    (finding,) = checked.findings
    assert (finding.provided, finding.expected) == (days, limit)
    assert f"batasnya {limit} hari kerja." in told(checked)[0]


def test_l106_passes_the_last_day() -> None:
    row = Request(period=RECEIVED, notice_on=date(2021, 3, 16))
    assert judged(evolve(EMPTY, requests=(row,)), "L106").run("L106").status is Status.PASSED


def test_l106_is_not_applicable_without_dates() -> None:
    year = evolve(EMPTY, requests=(Request(period=Period(2021, 3), outcome=Outcome.GRANTED),))
    assert judged(year, "L106").run("L106").status is Status.NOT_APPLICABLE
