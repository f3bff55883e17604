"""The strategies reach every field of the model, and stay within what a table can hold."""

from __future__ import annotations

import subprocess
import sys
import unicodedata
from typing import Any

import attrs
import pytest
from hypothesis import find, given, settings
from hypothesis import strategies as st
from tests.testing.drawing import is_drawn, never_filled

from ppid_core import model
from ppid_core.model import (
    Absent,
    Agency,
    CourtCase,
    Dispute,
    Objection,
    Period,
    ReportingPeriod,
    Request,
    ServiceYear,
    YearPart,
    name_index,
    normal,
)
from ppid_core.testing import strategies
from ppid_core.testing.strategies import (
    days,
    disputes,
    objections,
    periods,
    requests,
    service_years,
    suits,
    texts,
    words,
)
from ppid_core.testing.strategies.agency import registers_of_agencies

SHRINK = settings(database=None, deadline=None, max_examples=3000)
MADE: dict[type[attrs.AttrsInstance], st.SearchStrategy[object]] = {
    model.Absent: strategies.absent(),
    model.Activity: strategies.activities(),
    model.Agency: strategies.agencies(),
    model.AgencyRef: strategies.agency_refs(),
    model.AssessmentQuestion: strategies.assessment_questions(),
    model.AgencyScore: strategies.agency_scores(),
    model.Aggregate: strategies.aggregates(),
    model.Applicant: strategies.applicants(),
    model.Breakdown: strategies.breakdowns(),
    model.Budget: strategies.budgets(),
    model.BudgetLine: strategies.budget_lines(),
    model.Closure: strategies.closures(),
    model.Coded: strategies.coded(model.Channel),
    model.ComplianceMatrix: strategies.matrices(),
    model.Constraint: strategies.constraints(),
    model.CourtCase: strategies.suits(),
    model.Dispute: strategies.disputes(),
    model.Entry: strategies.entries(),
    model.ExemptInformation: strategies.exempt_information(),
    model.Facility: strategies.facilities(),
    model.InformationType: strategies.information_types(),
    model.JointPart: strategies.joint_parts(),
    model.InstrumentMention: strategies.mentions(),
    model.MatrixPeriod: strategies.matrix_periods(),
    model.MatrixRow: strategies.matrix_rows(),
    model.Narrative: strategies.narratives(),
    model.Objection: strategies.objections(),
    model.OfferedChannel: strategies.offered_channels(),
    model.Passage: strategies.passages(),
    model.Recommendation: strategies.recommendations(),
    model.Period: strategies.periods(),
    model.Picture: strategies.pictures(),
    model.Presentation: strategies.presentations(),
    model.PublicBody: strategies.public_bodies(),
    model.PublicInformation: strategies.public_information(),
    model.Regulation: strategies.regulations(),
    model.ReportingPeriod: strategies.reporting_periods(),
    model.Request: strategies.requests(),
    model.Service: strategies.services(),
    model.ServiceHours: strategies.service_hours(),
    model.ServiceYear: strategies.service_years(),
    model.ServiceStandard: strategies.service_standards(),
    model.Signatory: strategies.signatories(),
    model.Staff: strategies.staff(),
    model.Stage: strategies.stages(),
    model.StatedFigure: strategies.stated_figures(),
    model.StatedTotal: strategies.stated_totals(),
    model.Submission: strategies.submissions(),
    model.UnclearSign: strategies.unclear_signs(),
    model.UnreadCell: strategies.unread_cells(),
    model.Visits: strategies.visits(),
    model.Waiver: strategies.waivers(),
}
REGISTERS = ("requests", "objections", "disputes", "suits")


def test_every_public_class_has_a_strategy() -> None:
    public = [getattr(model, name) for name in model.__all__]
    assert {kind for kind in public if isinstance(kind, type) and attrs.has(kind)} == set(MADE)


@pytest.mark.slow
@pytest.mark.parametrize("kind", MADE, ids=lambda kind: kind.__name__)
def test_a_strategy_fills_in_every_field_of_its_class(kind: type[attrs.AttrsInstance]) -> None:
    assert never_filled(kind, MADE[kind]) == set()


@pytest.mark.parametrize("text", [words(), texts()])
def test_text_holds_only_what_a_table_can(text: st.SearchStrategy[str]) -> None:
    @settings(database=None)
    @given(text)
    def check(value: str) -> None:
        assert not [
            sign for sign in value if unicodedata.category(sign) in {"Cc", "Cs", "Cn"} and sign not in "\n\t"
        ]

    check()


@given(words())
def test_words_stand_on_one_line_without_blanks_around_them(text: str) -> None:
    assert text == " ".join(text.split())


@pytest.mark.slow
@settings(max_examples=25)
@given(service_years(ReportingPeriod(2020, YearPart.SEMESTER_1), registers_kept=True))
def test_registers_are_kept_where_a_test_needs_them(year: ServiceYear) -> None:
    assert ReportingPeriod(2020, YearPart.SEMESTER_1) == year.period
    assert not [name for name in REGISTERS if isinstance(getattr(year, name), Absent)]


@pytest.mark.slow
@settings(max_examples=25)
@given(service_years(registers_kept=False))
def test_registers_are_absent_where_a_test_needs_that(year: ServiceYear) -> None:
    assert not [name for name in REGISTERS if not isinstance(getattr(year, name), Absent)]


@pytest.mark.slow
def test_a_register_may_be_absent_empty_or_filled() -> None:
    seen: set[tuple[str, str]] = set()
    wanted = {(register, state) for register in REGISTERS for state in ("absent", "empty", "filled")}

    def adds_the_last(year: ServiceYear) -> bool:
        for register in REGISTERS:
            rows = getattr(year, register)
            seen.add((register, "absent" if isinstance(rows, Absent) else "filled" if rows else "empty"))
        return seen == wanted

    assert is_drawn(service_years(), adds_the_last), wanted - seen


@pytest.mark.parametrize("covered", [ReportingPeriod(1), ReportingPeriod(9999, YearPart.QUARTER_4)])
def test_the_first_and_the_last_year_of_the_calendar_can_be_asked_for(covered: ReportingPeriod) -> None:
    @settings(database=None)
    @given(days(covered), periods(covered))
    def check(day: object, period: Period) -> None:
        assert day is not None
        assert period.first_day <= period.last_day

    check()


def test_agencies_are_mentioned_by_names_that_resolve() -> None:
    def resolves(drawn: tuple[tuple[Agency, ...] | Absent, list[Request]]) -> bool:
        agencies, rows = drawn
        if isinstance(agencies, Absent):
            return False
        index = name_index(agencies)
        return any(row.agency and index.get(normal(row.agency.typed)) for row in rows)

    assert is_drawn(st.tuples(registers_of_agencies(), st.lists(requests())), resolves)


@pytest.mark.parametrize(
    ("rows", "kind"),
    [(requests(), Request), (objections(), Objection), (disputes(), Dispute), (suits(), CourtCase)],
    ids=["requests", "objections", "disputes", "suits"],
)
def test_a_failing_row_shrinks_to_what_fails(rows: st.SearchStrategy[Any], kind: type) -> None:
    shrunk = find(rows, lambda row: row.count == 0, settings=SHRINK)
    assert kind(count=0) == shrunk


def test_importing_the_kit_does_not_import_hypothesis() -> None:
    code = "import sys, ppid_core.testing; print('hypothesis' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "False"
