"""Each rule keeps what the kit promises, and finds what a person counts."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve
from hypothesis import given
from ppid_rules_banten import ANSWER_TARGET, AVAILABILITY_TARGET, BTN101, BTN102, BTN103, ppid_register_rules

from ppid_core import Rule, ServiceYear
from ppid_core.language import Lang
from ppid_core.law import Confidence, Parameter
from ppid_core.model import CellState, PublicBody
from ppid_core.rules import Status, known
from ppid_core.testing import RuleContract, judged, service_years
from ppid_core.testing.samples import small

RULES = tuple(ppid_register_rules())
BANTEN = PublicBody(
    name="Badan Contoh", province="Provinsi Banten", commission="Komisi Informasi Provinsi Banten"
)


def in_banten(year: ServiceYear, commission: str = BANTEN.commission) -> ServiceYear:
    return evolve(year, body=evolve(BANTEN, commission=commission))


def answered_on(*days: date) -> ServiceYear:
    """Return a year of one granted request for each day; all were received on Monday, 6 March 2023."""
    row, *_ = known(small().requests)
    rows = (evolve(row, number=f"{at}", notice_on=day, source=None) for at, day in enumerate(days, start=1))
    return in_banten(evolve(small(), requests=tuple(rows), objections=()))


def poorer() -> ServiceYear:
    """Return the sample with one available cell fewer: of three that count, one."""
    matrix = known(small().matrix)
    first, second = matrix.rows
    blank = evolve(second, states=(CellState.NOT_DISCLOSED, *second.states[1:]))
    return in_banten(evolve(small(), matrix=evolve(matrix, rows=(first, blank))))


class TestCommission(RuleContract):
    """BTN101."""

    @pytest.fixture
    def rule(self) -> Rule:
        return BTN101

    @pytest.fixture
    def fires(self) -> ServiceYear:
        return in_banten(small(), commission="Komisi Informasi Provinsi Contoh")

    @pytest.fixture
    def passes(self) -> ServiceYear:
        return in_banten(small())

    @pytest.fixture
    def not_applicable(self) -> ServiceYear:
        return in_banten(small(), commission="")


class TestAnswerTarget(RuleContract):
    """BTN102: of the week from 13 March on, Monday is the fifth working day and Tuesday the sixth."""

    @pytest.fixture
    def rule(self) -> Rule:
        return BTN102

    @pytest.fixture
    def fires(self) -> ServiceYear:
        return answered_on(date(2023, 3, 10), date(2023, 3, 14))

    @pytest.fixture
    def passes(self) -> ServiceYear:
        return answered_on(date(2023, 3, 10), date(2023, 3, 13))


class TestAvailabilityTarget(RuleContract):
    """BTN103: of the four cells of the sample one does not apply; two of the other three are available."""

    @pytest.fixture
    def rule(self) -> Rule:
        return BTN103

    @pytest.fixture
    def fires(self) -> ServiceYear:
        return poorer()

    @pytest.fixture
    def passes(self) -> ServiceYear:
        return in_banten(small())


def test_findings_are_those_that_a_person_counts() -> None:
    checked = judged(answered_on(date(2023, 3, 10), date(2023, 3, 14)), "BTN", rules=RULES)
    (late,) = checked.findings

    assert (late.subject, late.provided, late.expected) == ("request:2", 6, 5)
    (low,) = judged(poorer(), "BTN103", rules=RULES).findings
    assert (str(low.provided), low.expected) == ("33.33", 60)


@pytest.mark.parametrize("lang", ["id", "en"])
def test_example_is_called_an_example_wherever_it_is_printed(lang: Lang) -> None:
    checked = judged(poorer(), "BTN103", rules=RULES)
    (low,) = checked.findings
    said = {"id": ("contoh, bukan peraturan", "belum diverifikasi"), "en": ("an example", "not verified")}

    assert said[lang][0] in checked.message(low, lang)
    assert said[lang][1] in low.basis[0](lang)
    assert "bukan peraturan" in low.basis[0](lang)


@pytest.mark.parametrize("parameter", [ANSWER_TARGET, AVAILABILITY_TARGET], ids=lambda one: one.name)
def test_no_target_claims_to_be_law(parameter: Parameter[int]) -> None:
    for entry in parameter.provisions:
        assert entry.citation.instrument == "contoh, bukan peraturan"
        assert entry.confidence is Confidence.UNCONFIRMED


def test_body_elsewhere_is_not_judged() -> None:
    year = evolve(poorer(), body=evolve(BANTEN, province="Provinsi Contoh"))

    assert {run.status for run in judged(year, "BTN", rules=RULES).runs} == {Status.NOT_APPLICABLE}


@given(service_years())
def test_no_year_of_a_body_in_banten_breaks_a_rule(year: ServiceYear) -> None:
    """The kit's years are of bodies anywhere, so that most of them end before the question."""
    runs = judged(in_banten(year), rules=RULES).runs

    assert not [run.reason for run in runs if run.status is Status.FAILED]
