"""What a part stood at last year: agencies by those they go on with, unknown where nobody can tell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from tests.three_years import city

from ppid_core import Dossier
from ppid_core.model import (
    Absent,
    AgencyRef,
    Aggregate,
    Dimension,
    Outcome,
    Reason,
    Register,
    ReportingPeriod,
    Request,
    ServiceYear,
    breakdowns_of,
)
from ppid_core.model.agency import Agency
from ppid_core.plugins import Plugins
from ppid_core.summary import Counterpart, counterpart_of
from ppid_core.summary.counterpart import Division, Merger
from ppid_core.summary.history import Origin

NOBODY = Plugins()
REQUESTS = breakdowns_of(Register.REQUESTS)
A, B, C = (Agency(code=code, name=f"Dinas {code}") for code in "ABC")


def ended(agency: Agency, year: int, successor: str = "") -> Agency:
    return evolve(agency, valid_until=date(year, 12, 31), successor=successor)


def of(
    year: int, counts: Mapping[str, int], agencies: Sequence[Agency] = (), previous: Sequence[Dossier] = ()
) -> Dossier:
    """Return a year of so many requests of each agency."""
    rows = tuple(
        Request(number=code, count=count, agency=AgencyRef(typed=code, code=code))
        for code, count in counts.items()
    )
    made = ServiceYear(period=ReportingPeriod(year), requests=rows, agencies=tuple(agencies))
    return Dossier(year=made, previous=previous, plugins=NOBODY)


def beside(work: Dossier, dimension: Dimension = Dimension.AGENCY) -> Counterpart:
    found = counterpart_of(work.history, REQUESTS[dimension])
    assert isinstance(found, Counterpart)
    return found


def test_a_renamed_agency_stands_beside_what_it_was() -> None:
    last = of(2023, {"A": 5}, [A])
    found = beside(of(2024, {"B": 7}, [ended(A, 2023, "B"), B], [last]))
    assert (found.before("B"), found.mergers) == (5, (Merger(heir="B", origins={"Dinas A": 5}),))


def test_a_merged_agency_stands_beside_the_sum_of_those_before_it() -> None:
    last = of(2023, {"A": 5, "B": 6}, [A, B])
    found = beside(of(2024, {"C": 7}, [ended(A, 2023, "C"), ended(B, 2023, "C"), C], [last]))

    assert found.before("C") == 11
    assert found.mergers == (Merger(heir="C", origins={"Dinas A": 5, "Dinas B": 6}),)
    assert sum(number for number in found.parts.values() if isinstance(number, int)) == found.whole


def test_successors_are_followed_over_several_steps_by_the_list_of_last_year_too() -> None:
    last = of(2023, {"A": 5}, [ended(A, 2023, "B"), ended(B, 2023, "C")])
    assert beside(of(2024, {"C": 7}, [C], [last])).before("C") == 5


def test_what_a_split_agency_had_is_nobodys_and_the_reason_names_it() -> None:
    last = of(2023, {"A": 5}, [A])
    found = beside(of(2024, {"B": 7}, [ended(A, 2023, "B | C"), B, C], [last]))

    because = Absent(Reason.NO_BASE, "Dinas A → B, C")
    assert (found.before("B"), found.before("C")) == (because, because)
    assert found.divisions == (Division(name="Dinas A", figure=5, heirs=("B", "C")),)


def test_an_agency_that_nobody_goes_on_with_is_told_apart() -> None:
    last = of(2023, {"A": 5, "B": 4}, [A, B])
    found = beside(of(2024, {"B": 7}, [ended(A, 2023), B], [last]))
    assert (found.divisions, found.before("B")) == ((Division(name="Dinas A", figure=5, heirs=()),), 4)


def test_a_new_agency_has_nothing_beside_it_and_one_without_requests_a_nought() -> None:
    last = of(2023, {"A": 5}, [A, B])
    found = beside(of(2024, {"A": 5, "B": 1, "C": 1}, [A, B, C], [last]))
    assert (found.before("B"), found.before("C")) == (0, Absent(Reason.NO_BASE, "2023"))


def test_one_that_this_year_still_counts_under_its_own_key_goes_on_with_itself() -> None:
    last = of(2023, {"A": 5}, [A])
    found = beside(of(2024, {"A": 2, "B": 3}, [ended(A, 2024, "B"), B], [last]))
    assert (found.before("A"), found.mergers) == (5, ())


def test_a_part_that_last_year_left_open_is_not_nought() -> None:
    """Of 9 requests two name an agency: any of the others may have been of this one."""
    last = of(2023, {"A": 2}, [A, B])
    lines = (Aggregate(register=Register.REQUESTS, count=9),)
    named = Aggregate(
        register=Register.REQUESTS, dimension=Dimension.AGENCY, category="A", typed="A", count=2
    )
    partly = Dossier(year=evolve(last.year, requests=Absent(), aggregates=(*lines, named)), plugins=NOBODY)

    assert beside(of(2024, {"A": 1, "B": 1}, [A, B], [partly])).before("B") == Absent(Reason.PART_OF_ROWS)


def test_words_that_both_years_typed_are_one_part_however_they_are_written() -> None:
    last = of(2023, {"DINAS  x": 3})
    assert beside(of(2024, {"Dinas X": 4}, (), [last])).before("Dinas X") == 3


def test_without_an_earlier_year_there_is_no_counterpart() -> None:
    history = of(2024, {"A": 1}).history
    assert counterpart_of(history, REQUESTS[Dimension.AGENCY]) == Absent(Reason.NO_BASE, "2023")


def test_lines_of_comparison_tell_outcomes_of_last_year() -> None:
    typed = Aggregate(register=Register.REQUESTS, dimension=Dimension.OUTCOME, count=4, year=2023)
    line = evolve(typed, category=str(Outcome.REFUSED))
    year = evolve(of(2024, {"A": 1}).year, aggregates=(line,))
    assert beside(Dossier(year=year, plugins=NOBODY), Dimension.OUTCOME).before("refused") == 4


@pytest.mark.parametrize("dimension", [Dimension.AGENCY, Dimension.MONTH, Dimension.OUTCOME])
def test_the_years_of_a_city_that_merged_agencies_add_up_to_last_years_total(dimension: Dimension) -> None:
    found = beside(city(2023), dimension)
    assert sum(number for number in found.parts.values() if isinstance(number, int)) == 29 == found.whole


@given(
    counts=st.dictionaries(st.sampled_from("ABCDEF"), st.integers(1, 99), min_size=1),
    heirs=st.dictionaries(st.sampled_from("ABCDEF"), st.sampled_from(["", "X", "Y", "X | Y"])),
)
def test_every_request_of_last_year_stands_beside_one_agency_or_is_told_as_nobodys(
    counts: Mapping[str, int], heirs: Mapping[str, str]
) -> None:
    every = [Agency(code=code, name=code) for code in "ABCDEF"]
    now = [ended(one, 2023, heirs[one.code]) if one.code in heirs else one for one in every]
    taking_over = [Agency(code="X", name="X"), Agency(code="Y", name="Y")]

    found = beside(of(2024, {"X": 1}, [*now, *taking_over], [of(2023, counts, every)]))

    lost = {heir for one in found.divisions for heir in one.heirs}
    stand = sum(number for number in found.parts.values() if isinstance(number, int))
    by_hand = sum(
        number
        for code, number in counts.items()
        if heirs.get(code, code) in {"X", "Y", code} and heirs.get(code, code) not in lost
    )
    assert stand == by_hand
    assert sum(one.figure for one in found.divisions) == sum(
        number for code, number in counts.items() if heirs.get(code) in {"", "X | Y"}
    )


def test_other_topics_than_last_year_stand_beside_it_all_the_same() -> None:
    last, now = (
        Dossier(
            year=ServiceYear(
                period=ReportingPeriod(year),
                aggregates=(
                    Aggregate(
                        register=Register.REQUESTS, dimension=Dimension.TOPIC, category=topic, count=count
                    ),
                ),
            ),
            plugins=NOBODY,
        )
        for year, topic, count in ((2023, "air", 5), (2024, "jalan", 7))
    )

    found = beside(evolve(now, previous=(last,)), Dimension.TOPIC)

    assert found.parts == {"air": 5}


@pytest.mark.parametrize(("last", "origin"), [(True, Origin.REPORT), (False, Origin.TYPED)])
def test_classes_of_time_stand_beside_those_of_last_year_and_say_where_these_come_from(
    *, last: bool, origin: Origin
) -> None:
    """Both years know the same three; unanswered ones are in none."""
    before = ServiceYear(
        period=ReportingPeriod(2023), requests=(Request(working_days=4, count=5), Request(working_days=12))
    )
    lines = tuple(
        Aggregate(register=Register.REQUESTS, dimension=Dimension.TIME, category=name, count=count, year=2023)
        for name, count in (("0-10", 5), ("11-17", 1), ("over_17", 0))
    )
    now = ServiceYear(
        period=ReportingPeriod(2024),
        requests=(Request(working_days=3, count=7), Request()),
        aggregates=() if last else lines,
    )
    previous = [Dossier(year=before, plugins=NOBODY)] if last else []

    found = beside(Dossier(year=now, previous=previous, plugins=NOBODY), Dimension.TIME)

    assert [found.before(name) for name in ("0-10", "11-17", "over_17")] == [5, 1, 0]
    assert (found.year, found.origin) == (2023, origin)
