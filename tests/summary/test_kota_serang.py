"""The figures of the example equal those counted by hand in the printed report."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from tests.by_name import built_in_order

from ppid_core import Dossier, Lawbook, WorkdayCalendar, unstructure
from ppid_core.intake import load
from ppid_core.model import BREAKDOWNS, Absent, ReportingPeriod
from ppid_core.summary import (
    Summary,
    chronicle_of,
    counterpart_of,
    coverage_by_period,
    docket,
    next_year,
    tidy_figures,
    year_until,
)
from ppid_core.summary.assessment import category_facts
from ppid_core.summary.checklist import checklist

FOLDER = Path(__file__).parents[2] / "examples" / "kota-serang-2020"
SIGNED_ON = date(2021, 1, 7)


@pytest.fixture(scope="module")
def figures(count: Callable[..., Summary]) -> dict[str, Any]:
    return unstructure(count(load(FOLDER).year, SIGNED_ON))


def counted(breakdown: dict[str, int]) -> dict[str, int]:
    return {category: number for category, number in breakdown.items() if number}


def test_what_is_told_of_it_is_built_by_name_but_three_small_values(
    law: Lawbook, workdays: WorkdayCalendar
) -> None:
    year = load(FOLDER).year
    work = Dossier(year=year, as_of=SIGNED_ON)
    unstructure(work.summary)
    assert all((checklist(evolve(year, period=ReportingPeriod(2024)), law), list(tidy_figures(work.summary))))
    assert all((category_facts(evolve(year, period=ReportingPeriod(2025)), law), next_year(year).cases))
    assert docket(year_until(year, 6).year, law, workdays, SIGNED_ON)
    assert isinstance(counterpart_of(work.history, BREAKDOWNS[0]), Absent)
    assert not isinstance(year.matrix, Absent)
    assert (chronicle_of(work.history), coverage_by_period(year.matrix)) == (None, ())

    assert built_in_order("summary") == {"Counts", "Marks", "Histogram"}


def test_84_requests_counted_as_applicants(figures: dict[str, Any]) -> None:
    assert figures["requests"]["total"] == 84
    assert figures["applicants"]["total"] == 84
    assert figures["requests"]["by_month"] == [1, 13, 13, 49, 0, 0, 0, 0, 5, 1, 2, 0]
    assert figures["requests"]["carried_over"] == figures["requests"]["outside_period"] == 0


def test_what_became_of_them_who_asked_and_how(figures: dict[str, Any]) -> None:
    requests = figures["requests"]

    assert counted(requests["by_outcome"]) == {
        "granted": 5,
        "partly_granted": 22,
        "refused": 53,
        "unanswered": 4,
    }
    assert counted(requests["by_applicant"]) == {"organisation": 75, "individual": 9}
    assert counted(requests["by_channel"]) == {"desk": 79, "agency_desk": 5}
    assert requests["by_channel"]["online"] == requests["by_channel"]["website"] == 0


def test_reasons_are_given_for_refusals_and_not_for_partial_grants(figures: dict[str, Any]) -> None:
    requests = figures["requests"]

    assert counted(requests["by_refusal_reason"]) == {"not_held": 6, "bad_faith": 42, "unclear_identity": 5}
    assert requests["by_partial_reason"] == {"not_recorded": 22}


def test_no_time_is_known_for_lack_of_dates(figures: dict[str, Any]) -> None:
    assert figures["requests"]["response_time"] is None
    assert figures["requests"]["timeliness"] is None
    assert "tanggal" in figures["absent"]["requests.response_time"]["text"]


def test_53_objections_of_one_ground_with_one_answer(figures: dict[str, Any]) -> None:
    objections = figures["objections"]

    assert objections["total"] == 53
    assert objections["by_month"] == [0, 10, 5, 7, 18, 12, 0, 0, 0, 1, 0, 0]
    assert counted(objections["by_ground"]) == {"ground_d": 53}
    assert counted(objections["by_answer"]) == {"rejected": 53}
    assert counted(objections["by_applicant"]) == {"organisation": 53}


def test_5_disputes_and_nothing_said_of_suits(figures: dict[str, Any]) -> None:
    assert figures["disputes"]["total"] == 5
    assert counted(figures["disputes"]["by_result"]) == {"withdrawn": 1, "mediated": 4}
    assert figures["suits"]["total"] is None
    assert figures["complaints"]["total"] is None


def test_462_cells_199_of_them_available(figures: dict[str, Any]) -> None:
    compliance = figures["compliance"]

    assert (compliance["agencies"], compliance["types"], compliance["cells"]) == (33, 14, 462)
    assert (compliance["disclosed"], compliance["not_reported"]) == (199, 263)
    assert compliance["share"] == 0.4307
    assert (compliance["reporting_agencies"], compliance["denominator_of_reporting"]) == (29, 406)
    assert compliance["share_of_reporting"] == 0.4901
    assert list(compliance["by_type"].values()) == [22, 16, 22, 13, 19, 17, 14, 6, 11, 9, 8, 23, 4, 15]
    assert sum(compliance["by_agency"].values()) == 199
    assert list(compliance["by_agency"].values()).count(14) == 2
    assert list(compliance["by_agency"].values()).count(0) == 4


def test_money_visits_and_staff(figures: dict[str, Any]) -> None:
    assert figures["budget"] == {"allocated": 51904000, "realised": None, "absorption": None}
    assert figures["visits"]["total"] == 82800
    assert (figures["visits"]["by_month"][0], figures["visits"]["by_month"][11]) == (5074, 8475)
    assert figures["staff"]["total"] == 7
