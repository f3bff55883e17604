"""The strategies for what a plugin meets reach every field, and make nothing that the library would not."""

from __future__ import annotations

from typing import get_args

import attrs
import pytest
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st
from tests.testing.drawing import never_filled

from ppid_core import report as report_package
from ppid_core.deadlines import Deadline, DeadlineKind
from ppid_core.errors import Problem
from ppid_core.intake import Intake
from ppid_core.language import Bilingual
from ppid_core.law import Citation, Instrument, Lawbook, Parameter, Provision
from ppid_core.plugins import Artifact, Owner, PluginProblem
from ppid_core.report import (
    Block,
    Chart,
    Contents,
    DataColumn,
    DataLink,
    DataPackage,
    DataTable,
    Report,
    Table,
    Value,
    text,
)
from ppid_core.rules import CATALOGUE, Checked, Evidence, Finding, Run, Severity
from ppid_core.source import Source
from ppid_core.summary import Summary
from ppid_core.testing import strategies

SEEK = settings(database=None, deadline=None, max_examples=2000, phases=[Phase.generate])
UNHURRIED = settings(deadline=None, suppress_health_check=list(HealthCheck))
MADE: dict[type[attrs.AttrsInstance], st.SearchStrategy[object]] = {
    Artifact: strategies.artifacts(),
    Bilingual: strategies.bilingual(),
    Finding: strategies.findings(),
    Intake: strategies.intakes(),
    Owner: strategies.owners(),
    PluginProblem: strategies.plugin_problems(),
    Problem: strategies.problems(),
    Source: strategies.sources(),
    Summary: strategies.summaries(),
    report_package.Chart: strategies.charts(),
    report_package.Column: strategies.columns(),
    report_package.Counted: strategies.counted(),
    report_package.Cover: strategies.covers(),
    report_package.Days: strategies.working_days(),
    report_package.Items: strategies.lists(),
    report_package.Meta: strategies.metas(),
    report_package.Notice: strategies.notices(),
    report_package.Num: strategies.figures_in_text(),
    report_package.Paragraph: strategies.paragraphs(),
    report_package.Picture: strategies.placed_pictures(),
    report_package.Ratio: strategies.ratios(),
    report_package.Report: strategies.reports() | strategies.rollups(),
    report_package.Rupiah: strategies.rupiah(),
    report_package.Section: strategies.sections(),
    report_package.Signature: strategies.signatures(),
    report_package.Table: strategies.tables(),
    report_package.Theme: strategies.themes(),
}


PACKAGED = {DataColumn, DataLink, DataPackage, DataTable}
"""What is made of a report and never given to a plugin: `DataPackage.of` makes it of any that is drawn."""


def test_every_public_class_of_reports_has_a_strategy() -> None:
    """But `Contents`, which has no fields; it stands among the blocks."""
    public = [getattr(report_package, name) for name in report_package.__all__]
    kinds = {kind for kind in public if isinstance(kind, type) and attrs.has(kind)}
    assert kinds - set(MADE) == {Contents, *PACKAGED}


@pytest.mark.slow
@pytest.mark.parametrize("kind", MADE, ids=lambda kind: kind.__name__)
def test_a_strategy_fills_in_every_field_of_its_class(kind: type[attrs.AttrsInstance]) -> None:
    assert never_filled(kind, MADE[kind]) == set()


@pytest.mark.parametrize("kind", [one for one in get_args(Block) if one is not Chart])
def test_blocks_are_of_every_kind(kind: type) -> None:
    assert isinstance(find(strategies.blocks(), lambda block: isinstance(block, kind), settings=SEEK), kind)


@pytest.mark.parametrize("kind", get_args(Value), ids=lambda kind: kind.__name__)
def test_values_are_of_every_kind_that_a_cell_may_hold(kind: type) -> None:
    assert isinstance(find(strategies.values(), lambda value: isinstance(value, kind), settings=SEEK), kind)


@given(strategies.values())
def test_values_can_be_printed_in_both_languages(value: Value) -> None:
    assert isinstance(text(value, "id"), str)
    assert isinstance(text(value, "en"), str)


@given(strategies.tables())
def test_rows_of_a_table_are_as_wide_as_its_heading(table: Table) -> None:
    assert {len(line) for line in table.lines} <= {len(table.columns)}


@settings(UNHURRIED)
@given(strategies.documents())
def test_documents_have_unique_keys_and_every_chart_its_table(document: Report) -> None:
    tables = {table.key: table for table in document.tables()}
    charts = [block for block in document.blocks() if isinstance(block, Chart)]
    keys = [section.key for _, section in document.walk()]

    assert len(tables) == len(list(document.tables()))
    assert len(set(keys)) == len(keys)
    for chart in charts:
        columns = {column.key for column in tables[chart.table].columns}
        assert {chart.category, *chart.series} <= columns


@pytest.mark.slow
def test_documents_have_charts() -> None:
    def has_chart(document: Report) -> bool:
        return any(isinstance(block, Chart) for block in document.blocks())

    assert has_chart(find(strategies.documents(), has_chart, settings=SEEK))


@pytest.mark.slow
@settings(UNHURRIED)
@given(strategies.intakes())
def test_no_more_is_rejected_than_was_read(intake: Intake) -> None:
    assert all(count >= 0 for count in intake.accepted.values())


@pytest.mark.slow
@settings(UNHURRIED)
@given(strategies.outcomes_of_checks())
def test_what_was_found_can_be_told(checked: Checked) -> None:
    assert all(checked.message(finding) and checked.mend(finding, "en") for finding in checked.findings)


@pytest.mark.slow
@settings(UNHURRIED)
@given(strategies.evidence())
def test_evidence_is_of_one_year(evidence: Evidence) -> None:
    assert evidence.summary.scope is not None
    assert evidence.summary.scope.year == evidence.year.period.year


@pytest.mark.parametrize("kind", DeadlineKind)
def test_due_dates_are_of_every_kind_and_after_what_opened_them(kind: DeadlineKind) -> None:
    found = find(strategies.due_dates(), lambda due: due.kind is kind, settings=SEEK)

    assert isinstance(found, Deadline)
    assert found.due_on > found.opened_on


LAW = Lawbook.load()


@given(strategies.provisions(), strategies.citations(), strategies.instruments(), strategies.parameters())
def test_no_law_is_invented(
    provision: Provision[object], citation: Citation, instrument: Instrument, parameter: Parameter[object]
) -> None:
    entries = [entry for one in LAW.parameters for entry in one.provisions]

    assert provision in entries
    assert citation in [entry.citation for entry in entries]
    assert instrument in LAW.instruments
    assert parameter in LAW.parameters


@pytest.mark.parametrize("severity", Severity)
def test_rules_are_of_every_severity(severity: Severity) -> None:
    assert find(strategies.rules(), lambda rule: rule.severity is severity, settings=SEEK) in CATALOGUE


@pytest.mark.slow
@UNHURRIED
@given(strategies.runs())
def test_runs_are_those_of_known_rules(run: Run) -> None:
    assert run.code in {rule.code for rule in CATALOGUE}
