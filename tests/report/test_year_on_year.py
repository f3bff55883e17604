"""What the report says of the years before: main figures, changes, lines, breaks."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest
from attrs import evolve
from tests.three_years import city, tables_of

from ppid_core import Dossier, export, load_plugins
from ppid_core.language import Bilingual, Lang
from ppid_core.model import Aggregate, Dimension, Measure, Register
from ppid_core.plugins import Plugins
from ppid_core.report import Chart, Report, Table
from ppid_core.report.document import walk
from ppid_core.report.parts.year_on_year import MAIN
from ppid_core.report.text import text
from ppid_core.rules import CATALOGUE, Status, check
from ppid_core.testing.readers import read_docx, read_html, read_markdown

NOBODY = Plugins()
ROSE = Bilingual(
    "Dibandingkan dengan tahun 2023: jumlah permohonan naik 8 (delapan) atau 21,05 persen; permohonan "
    "ditolak naik 3 (tiga); jumlah keberatan naik 1 (satu).",
    "Compared with the year 2023: requests up 8 or 21.05 percent; requests refused up 3; objections up 1.",
)


def report(work: Dossier, lang: Lang = "id") -> Report:
    return work.report(lang=lang)


def tables(told: Report) -> dict[str, Table]:
    return {
        block.key: block for _, one in walk(told.sections) for block in one.blocks if isinstance(block, Table)
    }


def rows(table: Table) -> list[tuple[str, ...]]:
    return [tuple(text(value) for value in row) for row in table.rows]


def test_main_figures_stand_beside_those_of_the_year_before() -> None:
    table = tables(report(city(2024)))["year_on_year"]

    assert rows(table)[:3] == [
        ("Jumlah permohonan", "38", "46", "+8", "+21,05%"),
        ("Permohonan ditolak", "6", "9", "+3", "pembanding di bawah 10"),
        ("Median waktu pemenuhan (hari kerja)", "1", "1", "0", "pembanding di bawah 10"),
    ]
    assert table.notes == ("Sumber: laporan tahun 2023.",)


def test_what_both_years_do_not_know_or_count_as_none_is_no_row() -> None:
    names = [row[0] for row in rows(tables(report(city(2024)))["year_on_year"])]
    assert "Jumlah gugatan" not in names
    assert "Jumlah sengketa" not in names


def test_three_years_are_drawn_as_lines_with_their_ends() -> None:
    told = report(city(2024))
    charts = [block for _, one in walk(told.sections) for block in one.blocks if isinstance(block, Chart)]

    assert rows(tables(told)["years"]) == [
        ("2022", "29", "4", "3"),
        ("2023", "38", "6", "4"),
        ("2024", "46", "9", "5"),
    ]
    (line,) = (chart for chart in charts if chart.key == "years_requests_total")
    assert (line.kind, line.subtitle) == ("line", "2022: 29 · 2024: 46")
    assert line.alt == "Jumlah permohonan: 2022: 29; 2023: 38; 2024: 46."


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("id", ROSE.id),
        ("en", ROSE.en),
    ],
)
def test_the_page_of_key_figures_says_what_rose(lang: Lang, said: str) -> None:
    page = next(one for one in report(city(2024), lang).sections if one.key == "key_figures")
    assert said in [block.plain(lang) for block in page.blocks]


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize(
    ("name", "read"), [("html", read_html), ("markdown", read_markdown), ("docx", read_docx)]
)
def test_readers_find_this_years_figures_beside_last_years(
    name: str, read: Callable[..., Mapping[Measure, object]], lang: Lang
) -> None:
    """None is taken for another: a reader that found two figures of one measure would raise."""
    work = city(2024)
    found = read(export(report(work, lang), name, load_plugins()), lang)
    assert {measure: work.figure(measure) for measure in found if measure in MAIN} == {
        measure: figure for measure, figure in found.items() if measure in MAIN
    }
    assert found[Measure.REQUESTS_TOTAL] == 46


def test_a_report_without_an_earlier_year_has_no_such_section() -> None:
    assert not {"year_on_year", "years"} & set(tables(report(city(2022))))


def test_typed_lines_serve_where_no_report_is_there_and_say_so() -> None:
    work = Dossier.from_rows(tables_of(2024), plugins=NOBODY)
    line = Aggregate(register=Register.REQUESTS, year=2023, count=40)
    typed = Dossier(year=evolve(work.year, aggregates=(line,)), plugins=NOBODY)

    table = tables(report(typed))["year_on_year"]

    assert rows(table)[0] == ("Jumlah permohonan", "40", "46", "+6", "+15,00%")
    assert len(table.rows) == 1
    assert table.notes == (
        "Sumber: angka pembanding di rekap (2023).",
        "Angka tahun 2023 yang tidak disebut di rekap tidak dibandingkan, di sini dan di bab lainnya.",
    )


@pytest.mark.parametrize(("year", "codes"), [(2022, []), (2023, []), (2024, ["Y101"])])
def test_each_rule_of_continuity_fires_where_it_should_and_nowhere_else(year: int, codes: list[str]) -> None:
    checked = check(city(year).evidence, CATALOGUE, select=["Y"])

    assert [finding.code for finding in checked.findings] == codes
    asked = {run.code for run in checked.runs if run.status in {Status.PASSED, Status.FOUND}}
    assert asked == (set() if year == 2022 else {"Y101", "Y103", "Y104", "Y105", "Y106", "Y108"})


def test_a_merger_is_followed_and_one_without_a_successor_is_not() -> None:
    tables_ = {**tables_of(2023), "opd": [{"kode": "D1", "nama": "Dinas Contoh Kesehatan"}]}
    work = Dossier.from_rows(tables_, plugins=NOBODY, previous=[city(2022)])
    assert [one.subject for one in check(work.evidence, CATALOGUE, select=["Y104"]).findings] == [
        "agency:D2",
        "agency:D3",
    ]


def test_one_that_was_split_is_followed_to_those_that_took_over() -> None:
    split = {"kode": "D1", "nama": "Dinas Contoh Kesehatan", "berlaku_sampai": "2023-12-31"}
    halves = [{"kode": code, "nama": f"Dinas Contoh {code}"} for code in ("D7", "D8")]
    last = Dossier.from_rows({**tables_of(2023), "opd": [{**split, "pengganti": "D7 | D8"}]}, plugins=NOBODY)
    work = Dossier.from_rows({**tables_of(2024), "opd": halves}, plugins=NOBODY, previous=[last])

    assert check(work.evidence, CATALOGUE, select=["Y104"]).findings == ()


def test_a_line_of_another_year_that_nothing_is_beside_makes_no_empty_section() -> None:
    line = Aggregate(
        register=Register.OBJECTIONS, dimension=Dimension.GROUND, category="a", count=3, year=2022
    )
    work = Dossier(year=evolve(city(2024).year, aggregates=(line,)), plugins=NOBODY)

    assert list(work.history.years) == [2022, 2024]
    assert "year_on_year" not in {section.key for _, section in report(work).walk()}
