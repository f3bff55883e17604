"""A year as plain JSON values and back."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, time
from decimal import Decimal
from typing import Any

import pytest
from cattrs import BaseValidationError, transform_error
from hypothesis import given
from hypothesis import strategies as st
from tests.years import shared_years

from ppid_core import structure, unstructure
from ppid_core.model import (
    NOT_KEPT,
    Absent,
    Channel,
    Coded,
    Period,
    PublicBody,
    Reason,
    ReportingPeriod,
    Request,
    Service,
    ServiceHours,
    ServiceYear,
    StatedFigure,
    YearPart,
)
from ppid_core.model.measure import Measure
from ppid_core.source import Source

BARE = ServiceYear(period=ReportingPeriod(2020))


def objects(plain: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401  whatever JSON holds
    match plain:
        case dict():
            yield plain
            for value in plain.values():
                yield from objects(value)
        case list() | tuple():
            for value in plain:
                yield from objects(value)


def refusals(**fields: object) -> list[str]:
    with pytest.raises(BaseValidationError) as refused:
        structure({"period": {"year": 2020}, **fields})
    return sorted(transform_error(refused.value))


@given(shared_years())
def test_any_year_comes_back_equal(year: ServiceYear) -> None:
    assert year == structure(unstructure(year))


@given(shared_years())
def test_every_source_survives_though_it_is_no_part_of_equality(year: ServiceYear) -> None:
    again = structure(unstructure(year))
    assert repr(year) == repr(again)
    assert unstructure(year) == unstructure(again)


@given(shared_years())
def test_json_text_keeps_the_year_and_its_sources(year: ServiceYear) -> None:
    again = structure(json.loads(json.dumps(unstructure(year), allow_nan=False)))
    assert year == again
    assert repr(year) == repr(again)


def test_sources_of_an_otherwise_empty_body_and_service_survive() -> None:
    place = Source(file="laporan.csv")
    year = ServiceYear(
        period=ReportingPeriod(2020), body=PublicBody(source=place), service=Service(staff_basis_source=place)
    )
    again = structure(unstructure(year))
    assert place == again.body.source
    assert place == again.service.staff_basis_source


def test_what_is_at_its_default_is_left_out() -> None:
    assert unstructure(BARE) == {"period": {"year": 2020}, "body": {}, "service": {}}


def test_values_are_written_as_words_that_other_programs_read() -> None:
    year = ServiceYear(
        period=ReportingPeriod(2020, YearPart.SEMESTER_1),
        requests=(
            Request(
                period=Period(2020, 2),
                notice_on=date(2020, 2, 13),
                cost=Decimal("1500.50"),
                channel=Coded(Channel.DESK, "Desk Informasi"),
            ),
        ),
        objections=(),
        disputes=Absent(Reason.NO_ROWS, "rekap"),
        service=Service(hours=(ServiceHours(days=(0, 1), opens=time(9)),)),
    )
    expected = {
        "period": {"year": 2020, "part": "semester_1"},
        "body": {},
        "requests": [
            {
                "period": "2020-02",
                "channel": {"slug": "desk", "typed": "Desk Informasi"},
                "notice_on": "2020-02-13",
                "cost": "1500.50",
            }
        ],
        "objections": [],
        "disputes": {"absent": "no_rows", "detail": "rekap"},
        "service": {"hours": [{"days": [0, 1], "opens": "09:00:00"}]},
    }
    assert expected == json.loads(json.dumps(unstructure(year)))


def test_absent_empty_and_filled_registers_stay_apart() -> None:
    year = structure(
        {"period": {"year": 2020}, "requests": [], "objections": {"absent": "not_kept"}, "disputes": [{}]}
    )
    assert year.requests == ()
    assert year.objections == NOT_KEPT
    assert isinstance(year.disputes, tuple)
    assert len(year.disputes) == 1


@given(shared_years(), st.integers(min_value=0))
def test_an_unknown_key_is_refused_wherever_it_stands(year: ServiceYear, which: int) -> None:
    plain = unstructure(year)
    inside = list(objects(plain))
    inside[which % len(inside)]["tak_dikenal"] = 1
    with pytest.raises(BaseValidationError):
        structure(plain)


def test_all_that_is_wrong_is_told_at_once() -> None:
    told = refusals(
        tahun=2020,
        body={"name": 5, "kind": "kingdom"},
        requests=[{}, {"count": -1}, {"cost": 1.5, "notice_on": "kemarin"}],
    )
    places = sorted(sentence.rpartition("@ ")[2] for sentence in told)
    expected = [
        "$",
        "$.body.kind",
        "$.body.name",
        "$.requests[1]",
        "$.requests[2].cost",
        "$.requests[2].notice_on",
    ]
    assert expected == places


@pytest.mark.parametrize(
    "row",
    [
        pytest.param({"count": True}, id="a bool is no count"),
        pytest.param({"count": 1.0}, id="a float is no count"),
        pytest.param({"count": "1"}, id="text is no count"),
        pytest.param({"count": None}, id="a count cannot be null"),
        pytest.param({"held": 1}, id="a number is no yes or no"),
        pytest.param({"held": "ya"}, id="text is no yes or no"),
        pytest.param({"number": 7}, id="a number is no text"),
        pytest.param({"number": None}, id="null is no text"),
        pytest.param({"cost": 1.5}, id="a float is no exact amount"),
        pytest.param({"cost": True}, id="a bool is no amount"),
        pytest.param({"cost": "seribu"}, id="words are no amount"),
        pytest.param({"cost": "NaN"}, id="NaN is no amount"),
        pytest.param({"cost": "Infinity"}, id="infinity is no amount"),
        pytest.param({"outcome": "Dikabulkan"}, id="a label is no slug"),
        pytest.param({"outcome": "ground_a"}, id="a slug of another list"),
        pytest.param({"channel": "desk"}, id="an open list wants slug and words"),
        pytest.param({"channel": {"slug": "granted"}}, id="a slug of another open list"),
        pytest.param({"channel": {"typed": "Desk"}}, id="words without a slug"),
        pytest.param({"period": 2020}, id="a number is no period"),
        pytest.param({"period": "2020-13"}, id="there is no month 13"),
        pytest.param({"notice_on": "2020-02-30"}, id="there is no 30 February"),
        pytest.param({"notice_on": "2020-02"}, id="a month is no day"),
        pytest.param({"agency": "Dinkes"}, id="a mention is no text"),
        pytest.param({"source": "permohonan.csv"}, id="a source is no text"),
        pytest.param([], id="a row is no list"),
        pytest.param("", id="a row is no text"),
    ],
)
def test_a_row_with_a_wrong_type_is_refused(row: object) -> None:
    assert refusals(requests=[row])


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param({"requests": ""}, id="text is no register"),
        pytest.param({"requests": {}}, id="an object is no register"),
        pytest.param({"requests": None}, id="null is no register"),
        pytest.param({"requests": {"absent": "lost"}}, id="an unknown reason"),
        pytest.param({"requests": {"absent": "not_kept", "detail": 1}}, id="a detail is text"),
        pytest.param({"agencies": [{"code": "1", "name": "A", "aliases": "abc"}]}, id="text taken apart"),
        pytest.param({"presentation": {"options": ["ab"]}}, id="a pair is no text"),
        pytest.param({"presentation": {"options": [["a"]]}}, id="a pair has two"),
        pytest.param({"body": []}, id="a body is no list"),
        pytest.param({"period": {}}, id="a report has a year"),
        pytest.param({"period": {"year": 0}}, id="no calendar has a year 0"),
        pytest.param({"period": "2020"}, id="the period of a report is no text"),
        pytest.param({"service": {"hours": [{"opens": "09:00+07:00"}]}}, id="hours are local"),
        pytest.param({"service": {"hours": [{"days": [7]}]}}, id="a week has seven days"),
    ],
)
def test_a_part_with_a_wrong_type_is_refused(fields: dict[str, object]) -> None:
    assert refusals(**fields)


@pytest.mark.parametrize("written", [1, "1", "1.0", "1e0"])
def test_an_exact_number_may_be_whole_or_text(written: object) -> None:
    plain = {"measure": "requests.total", "value": written}
    year = structure({"period": {"year": 2020}, "stated_figures": [plain]})
    assert year.stated_figures == (StatedFigure(measure=Measure.REQUESTS_TOTAL, value=Decimal(1)),)


@pytest.mark.slow
def test_a_year_is_read_in_a_process_that_has_written_none() -> None:
    rows = [{"channel": {"slug": "email", "typed": "surel"}}]
    code = f"from ppid_core import structure; structure({{'period': {{'year': 2023}}, 'requests': {rows}}})"

    subprocess.run([sys.executable, "-c", code], check=True)
