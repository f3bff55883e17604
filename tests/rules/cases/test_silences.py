"""C311–C317: extensions, what is held, tests, letter j, what is always open, courts and mediation."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve

from ppid_core.model import (
    BodyKind,
    Coded,
    CourtCase,
    Dispute,
    DisputeResult,
    Objection,
    ObjectionGround,
    Outcome,
    Period,
    PublicBody,
    RefusalReason,
    ReportingPeriod,
    Request,
    ServiceYear,
    Stage,
    StageKind,
)
from ppid_core.rules import Checked, Status
from ppid_core.testing.judgement import judged

EMPTY = ServiceYear(period=ReportingPeriod(2021), body=PublicBody(kind=BodyKind.REGIONAL_GOVERNMENT))
RECEIVED = Request(number="P-1", period=Period(2021, 3, 1))
REFUSED = evolve(
    RECEIVED,
    outcome=Outcome.REFUSED,
    reason=Coded(RefusalReason.EXEMPT, "dikecualikan"),
    exemption_letter="j",
    consequence_test="berita acara 7 Maret 2021",
    notice_on=date(2021, 3, 10),
    subject="riwayat kesehatan",
)


def asked(request: Request) -> ServiceYear:
    return evolve(EMPTY, requests=(request,))


def adjudicated(*kinds: StageKind, ground: ObjectionGround = ObjectionGround.D) -> ServiceYear:
    return evolve(
        EMPTY,
        objections=(Objection(number="K-1", ground=Coded(ground)),),
        disputes=(
            Dispute(
                number="S-1",
                objection_number="K-1",
                stages=tuple(Stage(kind=kind) for kind in kinds),
                result=Coded(DisputeResult.GRANTED),
            ),
        ),
    )


def sued(court: str) -> ServiceYear:
    return evolve(EMPTY, suits=(CourtCase(dispute_number="S-1", court=court),))


def said(checked: Checked) -> list[str]:
    return [checked.message(finding) for finding in checked.findings]


def is_passed(year: ServiceYear, code: str) -> bool:
    return judged(year, code).run(code).status is Status.PASSED


def is_not_applicable(year: ServiceYear, code: str) -> bool:
    return judged(year, code).run(code).status is Status.NOT_APPLICABLE


def test_c311_fires_on_an_extension_told_after_the_last_day() -> None:
    checked = judged(asked(evolve(RECEIVED, extended_on=date(2021, 3, 31))), "C311")
    (message,) = said(checked)
    assert message.endswith(
        "diperpanjang 31 Maret 2021, setelah batas pemberitahuannya 16 Maret 2021 (1 permohonan)."
    )


@pytest.mark.parametrize("day", [10, 16])
def test_c311_passes_an_extension_told_within_the_time(day: int) -> None:
    assert is_passed(asked(evolve(RECEIVED, extended_on=date(2021, 3, day))), "C311")


@pytest.mark.parametrize("row", [RECEIVED, Request(extended_on=date(2021, 3, 31))])
def test_c311_is_not_applicable_without_the_days_of_receipt_and_extension(row: Request) -> None:
    assert is_not_applicable(asked(row), "C311")


NOT_HELD = evolve(RECEIVED, outcome=Outcome.NOT_HELD)
REFUSED_AS_NOT_HELD = evolve(RECEIVED, outcome=Outcome.REFUSED, reason=Coded(RefusalReason.NOT_HELD))


@pytest.mark.parametrize(
    ("row", "why"),
    [(NOT_HELD, "keputusan: "), (REFUSED_AS_NOT_HELD, "alasan penolakan: ")],
)
def test_c312_fires_on_what_is_not_held_and_recorded_as_held(row: Request, why: str) -> None:
    (message,) = said(judged(asked(evolve(row, held=True)), "C312"))
    assert 'dikuasai berisi "ya"' in message
    assert why in message


@pytest.mark.parametrize("row", [NOT_HELD, REFUSED_AS_NOT_HELD])
def test_c312_passes_what_is_recorded_as_not_held(row: Request) -> None:
    assert is_passed(asked(evolve(row, held=False)), "C312")


@pytest.mark.parametrize("row", [NOT_HELD, evolve(REFUSED, held=True), evolve(RECEIVED, held=True)])
def test_c312_is_not_applicable_where_one_of_the_two_is_not_said(row: Request) -> None:
    assert is_not_applicable(asked(row), "C312")


@pytest.mark.parametrize("test", ["BA 7-4-2021", "berita acara 7 April 2021", "2021-04-07"])
def test_c313_fires_on_a_test_after_the_refusal(test: str) -> None:
    (message,) = said(judged(asked(evolve(REFUSED, consequence_test=test)), "C313"))
    assert "7 April 2021, sesudah pemberitahuan penolakan 10 Maret 2021" in message


def test_c313_passes_a_test_before_the_refusal() -> None:
    assert is_passed(asked(REFUSED), "C313")


@pytest.mark.parametrize(
    "row",
    [
        evolve(REFUSED, consequence_test="BA 12/2021"),
        evolve(REFUSED, notice_on=None),
        evolve(REFUSED, outcome=Outcome.GRANTED),
        evolve(REFUSED, reason=Coded(RefusalReason.NOT_HELD), exemption_letter=""),
    ],
)
def test_c313_is_not_applicable_without_two_days_and_an_exemption(row: Request) -> None:
    assert is_not_applicable(asked(row), "C313")


def by_reason(typed: str) -> ServiceYear:
    return asked(evolve(REFUSED, reason=Coded(RefusalReason.EXEMPT, typed)))


def test_c314_fires_on_letter_j_beside_a_rule_below_an_act() -> None:
    checked = judged(by_reason("Pasal 17 huruf j, Perda 5/2019"), "C314")
    (message,) = said(checked)
    assert message.endswith("ditolak dengan huruf j; dasarnya menyebut peraturan daerah.")
    assert checked.mend(checked.findings[0]).startswith("Periksa apakah ada undang-undang")


def test_c314_passes_letter_j_beside_an_act() -> None:
    assert is_passed(by_reason("Pasal 17 huruf j, UU 43/2009"), "C314")


def test_c314_is_not_applicable_to_another_letter() -> None:
    row = evolve(REFUSED, reason=Coded(RefusalReason.EXEMPT, "Perda 5/2019"), exemption_letter="h")
    assert is_not_applicable(asked(row), "C314")


def test_c315_fires_on_a_refusal_of_what_is_always_open() -> None:
    checked = judged(asked(evolve(REFUSED, subject="salinan putusan pengadilan")), "C315")
    (message,) = said(checked)
    assert message.endswith("ditolak karena dikecualikan; informasinya menyebut putusan pengadilan.")
    assert "Pasal 18 ayat (1)" in checked.mend(checked.findings[0])


def test_c315_passes_a_refusal_of_anything_else() -> None:
    assert is_passed(asked(REFUSED), "C315")


@pytest.mark.parametrize(
    "row",
    [
        evolve(REFUSED, subject=" "),
        evolve(RECEIVED, outcome=Outcome.GRANTED, subject="putusan pengadilan"),
        evolve(REFUSED_AS_NOT_HELD, subject="putusan pengadilan"),
    ],
)
def test_c315_is_not_applicable_where_nothing_known_was_exempted(row: Request) -> None:
    assert is_not_applicable(asked(row), "C315")


def test_c316_fires_on_a_body_of_the_state_before_a_district_court() -> None:
    (message,) = said(judged(sued("Pengadilan Negeri Serang"), "C316"))
    assert 'tertulis "Pengadilan Negeri Serang"' in message


def test_c316_passes_an_administrative_court() -> None:
    assert is_passed(sued("PTUN Serang"), "C316")


@pytest.mark.parametrize(
    "year",
    [
        sued(" "),
        evolve(sued("PN Serang"), body=PublicBody(kind=BodyKind.NON_GOVERNMENT)),
        evolve(sued("PN Serang"), body=PublicBody()),
    ],
)
def test_c316_is_not_applicable_without_a_court_and_a_body_of_the_state(year: ServiceYear) -> None:
    assert is_not_applicable(year, "C316")


def test_c317_fires_on_adjudication_without_mediation() -> None:
    (message,) = said(judged(adjudicated(StageKind.ADJUDICATION), "C317"))
    assert "tanpa tahap mediasi; alasan keberatannya huruf d." in message


@pytest.mark.parametrize(
    "year",
    [
        adjudicated(StageKind.MEDIATION, StageKind.ADJUDICATION),
        adjudicated(StageKind.ADJUDICATION, ground=ObjectionGround.A),
    ],
)
def test_c317_passes_mediation_first_and_the_ground_that_needs_none(year: ServiceYear) -> None:
    assert is_passed(year, "C317")


@pytest.mark.parametrize(
    "year",
    [
        adjudicated(),
        evolve(adjudicated(StageKind.ADJUDICATION), objections=(Objection(number="K-1"),)),
        evolve(adjudicated(StageKind.ADJUDICATION), objections=()),
    ],
)
def test_c317_is_not_applicable_without_stages_or_a_ground(year: ServiceYear) -> None:
    assert is_not_applicable(year, "C317")


@pytest.mark.parametrize("code", ["C311", "C312", "C313", "C314", "C315", "C316", "C317"])
def test_c311_c312_c313_c314_c315_c316_c317_are_not_applicable_to_a_blank_year(code: str) -> None:
    assert is_not_applicable(EMPTY, code)
