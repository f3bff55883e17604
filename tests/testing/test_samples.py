"""The samples hold what their docstrings say, and the figures that a person counts in them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import get_args

import attrs
import pytest

from ppid_core.law import Lawbook
from ppid_core.model import Absent, Measure, ServiceYear, redact
from ppid_core.report import Block, Table
from ppid_core.rules import known
from ppid_core.summary import Summary, summarize
from ppid_core.testing import samples
from ppid_core.testing.samples import COUNTED, FORMULAS, MARKUP, SCRIPTS
from ppid_core.workdays import WorkdayCalendar

REGISTERS = ("agencies", "information_types", "requests", "objections", "disputes", "suits", "stated_figures")
MEASURES = tuple(measure for measure in Measure if measure is not Measure.OTHER)


def sample(name: str) -> ServiceYear:
    made: ServiceYear = getattr(samples, name)()
    return made


def summary_of(year: ServiceYear) -> Summary:
    return summarize(year, Lawbook.load(), WorkdayCalendar.of(year), year.as_of)


def texts_in(value: object) -> Iterator[str]:
    """Yield every text of a value, however deep, without the places it came from."""
    if type(value) is str:
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from texts_in(one)
    elif attrs.has(kind := type(value)):
        for part in attrs.fields(kind):
            yield from () if part.name == "source" else texts_in(getattr(value, part.name))


@pytest.mark.parametrize("name", COUNTED)
def test_figures_are_those_that_a_person_counts_and_the_others_are_absent(name: str) -> None:
    summary = summary_of(sample(name))
    figures = {measure: summary.figure(measure) for measure in MEASURES}

    assert COUNTED[name] == {
        measure: figure for measure, figure in figures.items() if not isinstance(figure, Absent)
    }


def test_days_of_the_small_year_are_working_days_of_the_calendar() -> None:
    """The table in its docstring: 6–10 March and 2–11 May 2023, holidays and weekends left out."""
    workdays = WorkdayCalendar.of(samples.small())

    assert workdays.between(date(2023, 3, 6), date(2023, 3, 10)) == 4
    assert workdays.between(date(2023, 5, 2), date(2023, 5, 11)) == 7


def test_named_year_is_the_small_one_with_personal_data_that_redaction_takes_away() -> None:
    year = samples.named()

    assert all(row.applicant and row.applicant.name for row in known(year.requests))
    assert all(row.applicant and row.applicant.name for row in known(year.objections))
    assert redact(year) == samples.small()


@pytest.mark.parametrize("register", REGISTERS)
def test_empty_year_keeps_no_register_and_a_nihil_year_every_one_without_a_row(register: str) -> None:
    assert isinstance(getattr(samples.empty(), register), Absent)
    assert getattr(samples.nihil(), register) == ()


@pytest.mark.parametrize("rows", [0, 1, 12, 10_000])
def test_large_year_has_so_many_requests_each_with_its_number(rows: int) -> None:
    requests = known(samples.large(rows).requests)

    assert len({request.number for request in requests}) == len(requests) == rows


def test_large_year_is_spread_over_the_months_evenly() -> None:
    months = Counter(request.period and request.period.month for request in known(samples.large(24).requests))

    assert months == dict.fromkeys(range(1, 13), 2)


def test_worded_year_has_the_words_in_every_text_that_staff_type() -> None:
    untold = {"", "T101", "1.1", "kata-pengantar", "latar-belakang", "kebijakan", "pelaksanaan", "penutup"}
    plain = set(texts_in(ServiceYear(period=samples.empty().period)))
    words = list(texts_in(samples.worded("tanda")))

    assert set(words) - untold - plain == {"tanda"}
    assert words.count("tanda") > 60


def test_hostile_year_begins_as_a_formula_and_holds_markup_of_every_format() -> None:
    words = max(texts_in(samples.hostile()), key=len)

    assert words.startswith("=")
    assert all(part in words for part in (*FORMULAS, *MARKUP))


def test_scripts_are_pairs_of_different_words_of_one_length() -> None:
    for word, other in SCRIPTS.values():
        assert word != other
        assert len(word) == len(other)


def test_document_of_every_block_has_one_of_each_kind() -> None:
    made = [type(block) for block in samples.every_block().blocks()]

    assert set(made) == set(get_args(Block))


def test_totals_of_the_documents_are_the_sums_of_their_rows() -> None:
    (cases,) = samples.every_block().tables()

    assert cases.total is not None
    assert [row[1].number for row in cases.lines if hasattr(row[1], "number")] == [2, 1, 3]


def test_table_is_as_wide_as_its_headings() -> None:
    made = samples.table(("a", 1), ("b", 2), total=("Jumlah", 3))

    assert isinstance(made, Table)
    assert {len(line) for line in made.lines} == {len(made.columns)}


def test_composed_report_is_of_the_year_and_in_the_language_asked_for() -> None:
    report = samples.composed(samples.small(), form="brief", lang="en")

    assert report.year == samples.small()
    assert (report.meta.form, report.meta.lang, report.meta.edition) == ("brief", "en", "public")
