"""What became of the requests of each agency, against a list of every request written out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable
from datetime import date

from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from ppid_core.model import (
    Absent,
    AgencyRef,
    Outcome,
    Period,
    Reason,
    ReportingPeriod,
    Request,
    ServiceYear,
)
from ppid_core.summary import NOT_RECORDED, Summary, merge

Count = Callable[..., Summary]

AS_OF = date(2020, 12, 31)
RECEIVED = Period(2020, 3, 2)
DAYS = {
    "in time": Request(outcome=Outcome.GRANTED, notice_on=date(2020, 3, 5)),
    "late": Request(outcome=Outcome.GRANTED, notice_on=date(2020, 6, 30)),
    "open": Request(outcome=Outcome.PENDING),
    "undated": Request(outcome=Outcome.GRANTED),
}
"""A notice after three days, one after four months, none at all, and one of which the day is not kept."""
EXPECTED = {
    "in time": ("closed",),
    "late": ("closed", "late"),
    "open": ("open", "late"),
    "undated": ("closed", "unjudged"),
}
CASES = st.lists(
    st.tuples(
        st.sampled_from(sorted(DAYS)),
        st.sampled_from(("2", "10", "Kec. Serang", None)),
        st.sampled_from((None, 2019)),
        st.integers(0, 3),
    ),
    max_size=12,
)
Case = tuple[str, str | None, int | None, int]


def request(case: Case) -> Request:
    kind, agency, opening, number = case
    named = None if agency is None else AgencyRef(typed=agency)
    return evolve(DAYS[kind], period=RECEIVED, agency=named, opening=opening, count=number)


def year_of(*rows: Request) -> ServiceYear:
    return ServiceYear(period=ReportingPeriod(2020), requests=rows)


def expected(cases: list[Case]) -> dict[str, Counter[str]]:
    told: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for kind, agency, opening, number in cases:
        for one in ("received" if opening is None else "carried_over", *EXPECTED[kind]):
            told[agency or NOT_RECORDED][one] += number
    return told


@settings(deadline=None)
@given(CASES)
def test_each_agency_has_its_own_requests_and_they_balance(count: Count, cases: list[Case]) -> None:
    figure = count(year_of(*map(request, cases)), AS_OF).branch("requests.standing.by_agency")

    if {agency for _, agency, _, _ in cases} <= {None}:
        assert isinstance(figure, Absent)
        return
    assert {agency: +counted for agency, counted in expected(cases).items()} == {
        agency: +Counter(told) for agency, told in figure.items()
    }
    for told in figure.values():
        assert told["received"] + told["carried_over"] == told["closed"] + told["open"] + told["unknown"]


@settings(deadline=None)
@given(CASES, CASES)
def test_standing_merges(count: Count, first: list[Case], second: list[Case]) -> None:
    parts = [count(year_of(*map(request, cases)), AS_OF) for cases in (first, second)]

    whole = count(year_of(*map(request, [*first, *second])), AS_OF)

    path = "requests.standing.by_agency"
    if not isinstance(whole.branch(path), Absent):
        assert merge(*parts).branch(path) == whole.branch(path)


def test_a_register_that_keeps_no_endings_tells_nothing_of_agencies(count: Count) -> None:
    row = Request(period=RECEIVED, agency=AgencyRef(typed="Dinkes"))

    figure = count(year_of(row), AS_OF).branch("requests.standing.by_agency")

    assert Absent(Reason.NO_DATES) == figure


def test_a_blank_ending_beside_others_is_open(count: Count) -> None:
    agency = AgencyRef(typed="Dinkes")
    rows = (
        Request(period=RECEIVED, agency=agency),
        Request(period=RECEIVED, agency=agency, outcome=Outcome.GRANTED, notice_on=date(2020, 3, 5)),
    )

    figure = count(year_of(*rows), AS_OF).branch("requests.standing.by_agency")

    assert (figure["Dinkes"]["open"], figure["Dinkes"]["closed"], figure["Dinkes"]["late"]) == (1, 1, 1)
