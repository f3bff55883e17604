"""Other bodies: one that keeps dates, one that knows totals only, a semester, and a quiet one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from attrs import evolve

from ppid_core import unstructure
from ppid_core.model import (
    Absent,
    AgencyRef,
    Aggregate,
    ApplicantClass,
    CellState,
    Channel,
    Coded,
    ComplianceMatrix,
    Dimension,
    InformationType,
    MatrixRow,
    Outcome,
    Period,
    RefusalReason,
    Register,
    ReportingPeriod,
    Request,
    Service,
    ServiceYear,
    Staff,
    Visits,
    YearPart,
)
from ppid_core.summary import Summary

Count = Callable[..., Summary]

AGENCIES = tuple(AgencyRef(typed=name, code=name) for name in ("DINKES", "DISDIK", "SETDA"))
TYPES = tuple(InformationType(code=code, name=code) for code in ("profil", "renja", "dpa", "lhkpn", "dik"))
YES, NO = CellState.DISCLOSED, CellState.NOT_DISCLOSED

CASES = ServiceYear(
    period=ReportingPeriod(2022),
    requests=(
        Request(
            number="1",
            period=Period(2022, 2, 7),
            outcome=Outcome.GRANTED,
            channel=Coded(Channel.EMAIL),
            applicant_class=ApplicantClass.INDIVIDUAL,
            agency=AGENCIES[0],
            notice_on=date(2022, 2, 9),
        ),
        Request(
            number="2",
            period=Period(2022, 2, 7),
            outcome=Outcome.REFUSED,
            reason=Coded(RefusalReason.EXEMPT),
            channel=Coded(Channel.DESK),
            applicant_class=ApplicantClass.ORGANISATION,
            agency=AGENCIES[0],
            notice_on=date(2022, 2, 22),
        ),
        Request(
            number="3",
            period=Period(2022, 12, 27),
            outcome=Outcome.PENDING,
            channel=Coded(Channel.DESK),
            applicant_class=ApplicantClass.INDIVIDUAL,
            agency=AGENCIES[2],
        ),
    ),
    objections=(),
    matrix=ComplianceMatrix(
        types=TYPES,
        rows=(
            MatrixRow(agency=AGENCIES[0], states=(YES, YES, YES, NO, CellState.EXEMPT)),
            MatrixRow(agency=AGENCIES[1], states=(YES, NO, NO, NO, CellState.NOT_APPLICABLE)),
            MatrixRow(agency=AGENCIES[2], states=(CellState.NOT_REPORTED,) * 5),
        ),
    ),
)


def test_a_year_of_dated_cases_tells_times(count: Count) -> None:
    requests = unstructure(count(CASES))["requests"]

    assert requests["total"] == 3
    assert requests["by_month"] == [0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]
    assert requests["by_agency"] == {"DINKES": 2, "SETDA": 1}
    assert requests["timeliness"] == {
        "closed_in_time": 1,
        "closed_late": 1,
        "open_in_time": 1,
        "open_late": 0,
        "unknown": 0,
    }
    assert requests["response_time"] == {
        "clock": "received",
        "count": 2,
        "mean": 6.5,
        "median": 6.5,
        "min": 2,
        "max": 11,
        "percentiles": {"p25": 2, "p75": 11, "p90": 11, "p95": 11},
        "by_class": {"0-10": 1, "11-17": 1, "over_17": 0},
        "by_agency": {"DINKES": {"count": 2, "mean": 6.5, "median": 6.5, "min": 2, "max": 11}},
        "by_outcome": {
            "granted": {"count": 1, "mean": 2, "median": 2, "min": 2, "max": 2},
            "refused": {"count": 1, "mean": 11, "median": 11, "min": 11, "max": 11},
        },
    }
    assert (requests["judged"], requests["share_in_time"]) == (2, 0.5)
    assert requests["balance"] == {"opening": None, "received": 3, "closed": 2, "closing": 1}
    assert requests["undated_open"] == 0
    assert requests["oldest_open"] == [
        {
            "received_on": "2022-12-27",
            "due_on": "2023-01-10",
            "number": "3",
            "agency": "SETDA",
            "count": 1,
            "state": "open_in_time",
            "days": 3,
            "days_left": 7,
            "days_late": 0,
            "days_unit": "working_day",
        }
    ]


def test_a_year_of_dated_cases_without_objections_says_nihil(count: Count) -> None:
    summary = count(CASES)

    assert summary.figure("objections.total") == 0
    assert summary.figure("objections.by_ground.ground_a") == 0
    assert isinstance(summary.figure("disputes.total"), Absent)


def test_three_agencies_and_five_types_give_fifteen_cells(count: Count) -> None:
    summary = count(CASES)

    assert summary.figure("compliance.cells") == 15
    assert summary.branch("compliance.by_agency") == {"DINKES": 3, "DISDIK": 1, "SETDA": 0}
    assert Decimal("0.3077") == summary.figure("compliance.share")
    assert Decimal("0.5000") == summary.figure("compliance.share_of_reporting")


def test_the_same_year_seen_later_has_its_last_request_late(count: Count) -> None:
    timeliness = count(CASES, date(2023, 1, 31)).branch("requests.timeliness")

    assert timeliness["open_late"] == 1
    assert timeliness["open_in_time"] == 0


def test_a_body_that_knows_yearly_totals_along_one_dimension_only(count: Count) -> None:
    outcomes = {"granted": 310, "refused": 12, "pending": 4}
    lines = tuple(
        Aggregate(register=Register.REQUESTS, dimension=Dimension.OUTCOME, category=slug, count=number)
        for slug, number in outcomes.items()
    )

    plain = unstructure(count(ServiceYear(period=ReportingPeriod(2020), aggregates=lines)))

    assert plain["requests"]["total"] == 326
    assert outcomes == {slug: number for slug, number in plain["requests"]["by_outcome"].items() if number}
    assert plain["requests"]["by_month"] is None
    assert plain["absent"]["requests.by_month"]["text"] == "rinciannya tidak tercatat"
    assert (
        plain["absent"]["requests.timeliness"]["text"] == "hanya jumlah yang tercatat, bukan baris register"
    )


def test_a_semester_counts_its_own_months_only(count: Count) -> None:
    semester = evolve(CASES, period=ReportingPeriod(2022, YearPart.SEMESTER_1))

    requests = unstructure(count(semester))["requests"]

    assert requests["by_month"] == [0, 2, 0, 0, 0, 0, *[None] * 6]
    assert requests["total"] == 2
    assert requests["outside_period"] == 1


def test_a_quiet_body_with_everything_nihil_is_0_throughout(count: Count) -> None:
    quiet = ServiceYear(
        period=ReportingPeriod(2020),
        requests=(),
        objections=(),
        disputes=(),
        suits=(),
        aggregates=(Aggregate(register=Register.COMPLAINTS, count=0),),
        service=Service(staff=(), visits=()),
    )

    plain = unstructure(count(quiet))

    for register in ("requests", "objections", "disputes", "suits", "visits", "complaints"):
        assert plain[register]["total"] == 0
        assert plain[register]["by_month"] == [0] * 12
    assert plain["applicants"]["total"] == 0
    assert plain["staff"]["total"] == 0
    assert set(plain["requests"]["timeliness"].values()) == {0}
    assert set(plain["disputes"]["by_result"].values()) == {0}
    assert plain["compliance"] is None


def test_a_blank_number_of_staff_or_visits_is_unknown_not_0(count: Count) -> None:
    service = Service(
        staff=(Staff(unit="Sekretariat", count=5), Staff(unit="Pelayanan")),
        visits=(Visits(period=Period(2020, 1), count=10), Visits(period=Period(2020, 2))),
    )

    plain = unstructure(count(ServiceYear(period=ReportingPeriod(2020), service=service)))

    assert plain["staff"]["total"] is None
    assert plain["visits"] == {"total": None, "by_month": None}
    assert plain["absent"]["visits.total"]["text"] == "sebagian baris tidak mencatatnya"


def test_a_blank_number_outside_the_period_makes_nothing_unknown(count: Count) -> None:
    visits = (Visits(period=Period(2020, 1), count=10), Visits(period=Period(2019, 12)))

    summary = count(ServiceYear(period=ReportingPeriod(2020), service=Service(visits=visits)))

    assert summary.figure("visits.total") == 10
