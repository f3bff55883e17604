"""What is said in two languages, and in English of one thing or of several."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppid_core import Dossier, Report, export, load_plugins
from ppid_core.intake import from_rows, load
from ppid_core.intake.typed_tables import typed_tables
from ppid_core.language import Bilingual, Lang, filled, of_many
from ppid_core.model import ReportingPeriod, Request, ServiceYear
from ppid_core.report import Form, compose_rollup
from ppid_core.rollup import BodyYear, rollup
from ppid_core.writing import format_number

CONTOH = Path(__file__).parents[1] / "examples" / "kabupaten-contoh-2024"
WHOLE = {"laporan", "jenis_informasi", "opd"}
"""Tables of which more than one row is needed, so that the others can be read."""
ONE_OF_SEVERAL = re.compile(r"(?<![\w.,/–:-])1 (?!was|is|has)(?:public )?[a-z]+(?:s|ies)\b")
"""As *1 requests*; *Chart 1 Requests* and *2020-1 rows* are something else."""


@pytest.mark.parametrize(
    ("count", "told"),
    [
        (1, "1 row was read"),
        ("1", "1 row was read"),
        (0, "0 rows were read"),
        (11, "11 rows were read"),
        ("1.000", "1.000 rows were read"),
        ("–", "– rows were read"),
    ],
)
def test_one_is_told_apart_from_every_other_number(count: object, told: str) -> None:
    assert filled("{count} {count:row was|rows were} read", {"count": count}) == told


@given(st.integers(0, 10**7))
def test_a_number_that_is_written_chooses_as_the_number_does(number: int) -> None:
    template = "{n:one|more}"

    assert filled(template, {"n": number}) == filled(template, {"n": format_number(number, "en")})


def test_other_formats_and_other_signs_are_left_alone() -> None:
    assert filled("{share:.1f} | {name}", {"share": 0.25, "name": "{a:b|c}"}) == "0.2 | {a:b|c}"


def test_a_place_that_stands_for_nothing_is_an_error() -> None:
    with pytest.raises(KeyError, match="rows"):
        Bilingual("", "{rows:row|rows}").fill(count=1)


def test_a_template_that_is_shown_unfilled_speaks_of_several() -> None:
    assert of_many("{affected} {affected:request was|requests were} refused") == (
        "{affected} requests were refused"
    )


@pytest.fixture(scope="module")
def work() -> Dossier:
    """A year in which there is one of everything."""
    tables = typed_tables(load(CONTOH).year)
    return Dossier(
        year=from_rows({name: rows if name in WHOLE else rows[:1] for name, rows in tables.items()}).year
    )


def printed(report: Report) -> str:
    (markdown, *_) = export(report, "markdown", load_plugins())
    return markdown.content.decode()


@pytest.mark.parametrize("form", ["full", "brief", "letter"])
def test_an_english_report_says_of_one_what_is_said_of_one(work: Dossier, form: Form) -> None:
    assert ONE_OF_SEVERAL.findall(printed(work.report(form=form, lang="en"))) == []


def test_an_english_roll_up_of_one_body_says_so(work: Dossier) -> None:
    report = compose_rollup(rollup([BodyYear.of(work, file="satu")]), lang="en")

    assert ONE_OF_SEVERAL.findall(printed(report)) == []


def test_english_findings_say_of_one_what_is_said_of_one(work: Dossier) -> None:
    told = [f"{finding.message('en')} {finding.mend('en')}" for finding in work.findings]

    assert told
    assert [one for one in told if ONE_OF_SEVERAL.search(one)] == []


@pytest.mark.parametrize(("count", "told"), [(1, "1 request for"), (2, "2 requests for")])
def test_a_sentence_agrees_with_its_figure(count: int, told: str) -> None:
    year = ServiceYear(period=ReportingPeriod(2023), requests=(Request(count=count),))

    assert f"received {told} public information" in printed(Dossier(year=year).report(lang="en"))


@pytest.mark.parametrize(
    ("lang", "told"), [("id", "Badan publik ini menerima "), ("en", "This public body received ")]
)
def test_a_sentence_that_begins_with_a_body_without_a_name_begins_with_a_capital(
    lang: Lang, told: str
) -> None:
    year = ServiceYear(period=ReportingPeriod(2023), requests=(), objections=(), disputes=())

    assert told in printed(Dossier(year=year).report(lang=lang))
