"""C311–C317: each fires on one year, passes another and is not applicable to a blank one."""

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
from ppid_core.rules import Status
from ppid_core.testing.judging import judged

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


def adjudicated(*kinds: StageKind) -> ServiceYear:
    return evolve(
        EMPTY,
        objections=(Objection(number="K-1", ground=Coded(ObjectionGround.D, "tidak sesuai")),),
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


NOT_HELD = evolve(RECEIVED, outcome=Outcome.NOT_HELD)
BY_PERDA = Coded(RefusalReason.EXEMPT, "Pasal 17 huruf j, Perda 5/2019")
CASES = {
    "C311": (
        asked(evolve(RECEIVED, extended_on=date(2021, 3, 31))),
        asked(evolve(RECEIVED, extended_on=date(2021, 3, 10))),
    ),
    "C312": (asked(evolve(NOT_HELD, held=True)), asked(evolve(NOT_HELD, held=False))),
    "C313": (asked(evolve(REFUSED, consequence_test="BA 7-4-2021")), asked(REFUSED)),
    "C314": (asked(evolve(REFUSED, reason=BY_PERDA)), asked(REFUSED)),
    "C315": (asked(evolve(REFUSED, subject="putusan pengadilan")), asked(REFUSED)),
    "C316": (sued("Pengadilan Negeri Serang"), sued("PTUN Serang")),
    "C317": (
        adjudicated(StageKind.ADJUDICATION),
        adjudicated(StageKind.MEDIATION, StageKind.ADJUDICATION),
    ),
}


@pytest.mark.parametrize("code", CASES)
def test_c311_to_c317_fire_where_something_is_to_be_told(code: str) -> None:
    checked = judged(CASES[code][0], code)
    (finding,) = checked.findings
    assert finding.code == code
    assert {checked.message(finding, "id"), checked.message(finding, "en")} != {""}


@pytest.mark.parametrize("code", CASES)
def test_c311_to_c317_pass_where_nothing_is(code: str) -> None:
    assert judged(CASES[code][1], code).run(code).status is Status.PASSED


@pytest.mark.parametrize("code", CASES)
def test_c311_to_c317_are_not_applicable_to_a_blank_year(code: str) -> None:
    assert judged(EMPTY, code).run(code).status is Status.NOT_APPLICABLE
