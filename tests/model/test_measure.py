"""The vocabulary of figures, and the path of a claim in the summary."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ppid_core.model import Dimension, Measure, Outcome, Register, StatedFigure


@pytest.mark.parametrize("measure", Measure)
def test_the_path_of_a_whole_is_the_measure_itself(measure: Measure) -> None:
    assert measure.value == StatedFigure(measure=measure, value=Decimal(1)).path


@pytest.mark.parametrize("outcome", Outcome)
def test_a_part_by_outcome_has_the_path_of_its_own_measure(outcome: Outcome) -> None:
    claim = StatedFigure(
        measure=Measure.REQUESTS_TOTAL, dimension=Dimension.OUTCOME, category=outcome, value=Decimal(5)
    )
    assert claim.path in {measure.value for measure in Measure}


@pytest.mark.parametrize(
    ("measure", "dimension", "category", "path"),
    [
        (Measure.REQUESTS_TOTAL, Dimension.CHANNEL, "agency_desk", "requests.by_channel.agency_desk"),
        (Measure.REQUESTS_TOTAL, Dimension.MONTH, "2", "requests.by_month.2"),
        (Measure.OBJECTIONS_TOTAL, Dimension.GROUND, "ground_d", "objections.by_ground.ground_d"),
        (Measure.DISPUTES_TOTAL, Dimension.RESULT, "mediated", "disputes.by_result.mediated"),
        (Measure.APPLICANTS_TOTAL, Dimension.SEX, "perempuan", "applicants.by_sex.perempuan"),
    ],
)
def test_the_path_of_a_part_goes_through_its_breakdown(
    measure: Measure, dimension: Dimension, category: str, path: str
) -> None:
    claim = StatedFigure(measure=measure, dimension=dimension, category=category, value=Decimal(1))
    assert path == claim.path


@pytest.mark.parametrize("register", Register)
def test_every_register_has_a_total(register: Register) -> None:
    assert f"{register}.total" in set(Measure)


def test_a_measure_that_is_an_outcome_speaks_of_each_outcome_and_of_what_names_none() -> None:
    prefix = "requests.by_outcome."
    assert {*Outcome, "not_recorded", "unread"} == {
        measure.removeprefix(prefix) for measure in Measure if measure.startswith(prefix)
    }
