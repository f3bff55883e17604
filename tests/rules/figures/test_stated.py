"""T101–T103: claims, amounts in words, counts in words."""

from __future__ import annotations

from decimal import Decimal

import pytest
from attrs import evolve

from ppid_core.model import (
    Aggregate,
    Bound,
    Budget,
    BudgetLine,
    Dimension,
    FigureUnit,
    Measure,
    Objection,
    Outcome,
    Period,
    Register,
    ReportingPeriod,
    Request,
    Service,
    ServiceYear,
    Staff,
    StatedFigure,
)
from ppid_core.rules import Status
from ppid_core.rules.figures.stated_figures import agrees
from ppid_core.source import Source
from ppid_core.testing.judgement import judged

OBJECTIONS = tuple(
    Objection(count=count, source=Source(file="keberatan.csv", row=row))
    for row, count in enumerate((10, 5, 7, 18, 12, 1), start=2)
)


EMPTY = ServiceYear(period=ReportingPeriod(2021))


def claim(value: int | str, measure: Measure = Measure.OBJECTIONS_TOTAL) -> StatedFigure:
    return StatedFigure(measure=measure, value=Decimal(value))


def test_t101_fires_with_claim_count_difference_and_the_rows_that_were_counted() -> None:
    place = Source(file="pernyataan.csv", row=2)
    checked = judged(
        evolve(EMPTY, objections=OBJECTIONS, stated_figures=(evolve(claim(51), source=place),)), "T101"
    )
    (finding,) = checked.findings
    assert finding.subject == "objections.total"
    assert (finding.provided, finding.expected, finding.difference) == (51, 53, -2)
    counted = tuple(Source(file="keberatan.csv", row=row) for row in range(2, 8))
    assert (place, *counted) == finding.sources
    assert checked.message(finding) == "Jumlah keberatan: naskah menyebut 51, tabel berjumlah 53 (selisih 2)."


@pytest.mark.parametrize("said", [52, 54])
def test_t101_fires_on_one_more_or_less(said: int) -> None:
    checked = judged(evolve(EMPTY, objections=OBJECTIONS, stated_figures=(claim(said),)), "T101")
    assert [(finding.provided, finding.expected) for finding in checked.findings] == [(said, 53)]


@pytest.mark.parametrize(
    "other",
    [
        evolve(claim(51), unit=FigureUnit.PERCENT),
        evolve(claim(51), year=2019),
        claim(51, Measure.OTHER),
        claim(53),
        evolve(claim(53), year=2021),
    ],
)
def test_t101_passes_over_shares_other_years_and_what_agrees(other: StatedFigure) -> None:
    checked = judged(evolve(EMPTY, objections=OBJECTIONS, stated_figures=(claim(53), other)), "T101")
    assert checked.run("T101").status is Status.PASSED


def test_t101_fires_on_the_part_of_a_breakdown_and_on_one_month() -> None:
    requests = (
        Request(count=5, outcome=Outcome.REFUSED, period=Period(2021, 2)),
        Request(count=2, outcome=Outcome.GRANTED, period=Period(2021, 3)),
    )
    refused = evolve(claim(4, Measure.REQUESTS_TOTAL), dimension=Dimension.OUTCOME, category="refused")
    march = evolve(claim(3, Measure.REQUESTS_TOTAL), dimension=Dimension.MONTH, category="3")
    checked = judged(evolve(EMPTY, requests=requests, stated_figures=(refused, march)), "T101")
    assert [(finding.subject, finding.provided, finding.expected) for finding in checked.findings] == [
        ("requests.by_outcome.refused", 4, 5),
        ("requests.by_month.3", 3, 2),
    ]
    assert checked.message(checked.findings[0], "en").startswith(
        "Requests (outcome: refused): the text says 4"
    )


@pytest.mark.parametrize(("category", "is_judged"), [("1", True), ("12", True), ("0", False), ("13", False)])
def test_t101_knows_the_months_of_a_year_and_no_others(category: str, *, is_judged: bool) -> None:
    rows = tuple(Request(count=2, period=Period(2021, month)) for month in range(1, 13))
    told = evolve(claim(3, Measure.REQUESTS_TOTAL), dimension=Dimension.MONTH, category=category)
    checked = judged(evolve(EMPTY, requests=rows, stated_figures=(told,)), "T101")
    assert [finding.expected for finding in checked.findings] == ([2] if is_judged else [])


def test_t101_passes_a_mean_that_the_text_rounds() -> None:
    requests = tuple(Request(working_days=days, outcome=Outcome.GRANTED) for days in (8, 8, 9))
    told = evolve(claim("8.3", Measure.RESPONSE_MEAN), unit=FigureUnit.WORKING_DAYS)
    assert (
        judged(evolve(EMPTY, requests=requests, stated_figures=(told,)), "T101").run("T101").status
        is Status.PASSED
    )


def test_t101_is_not_applicable_where_every_count_is_absent() -> None:
    run = judged(evolve(EMPTY, stated_figures=(claim(51),)), "T101").run("T101")
    assert (run.status, run.reason.id) == (Status.NOT_APPLICABLE, "tidak tercatat")


def test_t101_judges_the_claims_whose_count_is_known_beside_one_that_is_absent() -> None:
    claims = (claim(5, Measure.DISPUTES_TOTAL), claim(51))
    checked = judged(evolve(EMPTY, objections=OBJECTIONS, stated_figures=claims), "T101")
    assert [finding.subject for finding in checked.findings] == ["objections.total"]


def budget(amount: str, words: str) -> ServiceYear:
    line = BudgetLine(funding="APBD", allocated=Decimal(amount), allocated_in_words=words)
    return evolve(EMPTY, budget=Budget(lines=(line,)))


def test_t102_calls_a_budget_line_without_a_name_by_its_place() -> None:
    amount = BudgetLine(allocated=Decimal(2000), allocated_in_words="seribu rupiah")
    year = evolve(EMPTY, budget=Budget(lines=(BudgetLine(), amount)))

    assert [finding.subject for finding in judged(year, "T102").findings] == ["budget:#2"]


def test_t102_fires_where_words_and_figures_are_two_amounts() -> None:
    checked = judged(budget("51904000", "lima puluh juta sembilan ratus empat ribu rupiah"), "T102")
    (finding,) = checked.findings
    assert (finding.subject, finding.provided, finding.expected) == ("budget:APBD", 50904000, 51904000)
    assert (
        checked.message(finding)
        == 'Anggaran Rp51.904.000,00, terbilang "lima puluh juta sembilan ratus empat ribu" (50.904.000).'
    )
    assert (
        checked.mend(finding) == "Bila angkanya benar: lima puluh satu juta sembilan ratus empat ribu rupiah."
    )


def test_t102_fires_where_the_words_are_no_number() -> None:
    (finding,) = judged(budget("1000", "seribuu rupiah"), "T102").findings
    assert finding.provided == "seribuu rupiah"


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        ("51904000", "(Lima Puluh Satu Juta Sembilan Ratus Empat Ribu Rupiah)"),
        ("1000.50", "seribu rupiah lima puluh sen"),
        ("1000.055", "seribu rupiah lima sen"),
        ("10000000000000000", "sepuluh ribu triliun rupiah"),
    ],
)
def test_t102_passes_equal_amounts_and_those_too_long_or_too_fine_for_words(amount: str, words: str) -> None:
    assert judged(budget(amount, words), "T102").run("T102").status is Status.PASSED


def test_t102_is_not_applicable_without_words() -> None:
    assert judged(budget("1000", " "), "T102").run("T102").status is Status.NOT_APPLICABLE


def test_t103_fires_once_for_each_row_of_every_table() -> None:
    checked = judged(
        evolve(
            EMPTY,
            requests=(Request(count=13, count_in_words="Tiga Puluh"), Request(count=2, count_in_words="dua")),
            aggregates=(Aggregate(register=Register.OBJECTIONS, count=4, count_in_words="lima"),),
            service=Service(staff=(Staff(count=5, count_in_words="limaa"),)),
        ),
        "T103",
    )
    rows = [(found.subject, found.provided, found.expected, found.affected) for found in checked.findings]
    assert rows == [
        ("request:#1", 30, 13, 13),
        ("aggregate:#1", 5, 4, 4),
        ("staff:#1", "limaa", 5, 5),
    ]
    assert checked.message(checked.findings[0]) == 'Angka 13, dengan huruf "Tiga Puluh" (30).'
    assert checked.mend(checked.findings[0]) == "Bila angkanya benar: 13 (tiga belas)."


def test_t103_fires_on_a_claim_of_the_text_whose_words_say_another_number() -> None:
    claims = (
        StatedFigure(measure=Measure.OBJECTIONS_TOTAL, value=Decimal(13), value_in_words="Tiga Puluh"),
        StatedFigure(measure=Measure.DISPUTES_TOTAL, value=Decimal(2), value_in_words="dua"),
        StatedFigure(measure=Measure.STAFF, value=Decimal(5)),
        StatedFigure(measure=Measure.ALLOCATED, value=Decimal(5_000_000), value_in_words="lima juta rupiah"),
    )
    checked = judged(evolve(EMPTY, stated_figures=claims), "T103")
    assert [(one.subject, one.provided, one.expected) for one in checked.findings] == [
        ("objections.total", 30, 13)
    ]


def test_t103_reads_words_that_name_the_currency() -> None:
    claims = (
        evolve(claim("50"), value_in_words="lima puluh rupiah nol sen"),
        evolve(claim("50"), value_in_words="lima puluh satu rupiah nol sen"),
    )
    checked = judged(evolve(EMPTY, stated_figures=claims), "T103")

    assert [(one.provided, one.expected) for one in checked.findings] == [(51, 50)]


def test_t103_passes_words_of_any_case() -> None:
    run = judged(evolve(EMPTY, requests=(Request(count=13, count_in_words="TIGA BELAS"),)), "T103").run(
        "T103"
    )
    assert run.status is Status.PASSED


@pytest.mark.parametrize(
    "year",
    [
        evolve(EMPTY, requests=(Request(),)),
        evolve(EMPTY, stated_figures=(evolve(claim("8.5"), value_in_words="sembilan"),)),
    ],
)
def test_t103_is_not_applicable_where_no_whole_number_is_written_in_words(year: ServiceYear) -> None:
    assert judged(year, "T103").run("T103").status is Status.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("bound", "holds"),
    [
        (Bound.MORE, (False, False, True)),
        (Bound.AT_LEAST, (False, True, True)),
        (Bound.LESS, (True, False, False)),
        (Bound.AT_MOST, (True, True, False)),
        (Bound.ALMOST, (True, False, False)),
        (Bound.OVER, (False, False, True)),
    ],
)
def test_what_is_said_roughly_holds_below_at_or_above_the_figure(
    bound: Bound, holds: tuple[bool, bool, bool]
) -> None:
    assert holds == tuple(agrees(figure, Decimal(40), bound) for figure in (39, 40, 41))


@pytest.mark.parametrize(
    ("bound", "said", "holds"),
    [
        (Bound.ABOUT, 44, (40, 48)),
        (Bound.ABOUT, 40, (35, 45)),
        (Bound.ABOUT, 1000, (500, 1500)),
        (Bound.ALMOST, 50, (45, 49)),
        (Bound.ALMOST, 200, (180, 199)),
        (Bound.OVER, 40, (41, 49)),
        (Bound.OVER, 150, (151, 159)),
    ],
)
def test_what_is_said_roughly_holds_up_to_its_last_figure_and_not_beyond(
    bound: Bound, said: int, holds: tuple[int, int]
) -> None:
    least, most = holds
    around = (least - 1, least, most, most + 1)
    assert [agrees(figure, Decimal(said), bound) for figure in around] == [False, True, True, False]


@pytest.mark.parametrize(
    ("said", "bound", "fires"),
    [
        (1, None, True),
        (2, None, False),
        (3, None, False),
        (4, None, False),
        (5, None, False),
        (6, None, True),
        (2, Bound.LESS, True),
        (5, Bound.MORE, True),
    ],
)
def test_t101_passes_what_the_unread_ones_may_make_true_and_nothing_else(
    said: int, bound: Bound | None, *, fires: bool
) -> None:
    """Two requests are refused, and of three more nobody could read what became of them."""
    requests = (
        Request(count=2, outcome=Outcome.REFUSED),
        Request(count=3, unread=("outcome",)),
        Request(outcome=Outcome.GRANTED),
    )
    told = evolve(
        claim(said, Measure.REQUESTS_TOTAL), dimension=Dimension.OUTCOME, category="refused", bound=bound
    )
    checked = judged(evolve(EMPTY, requests=requests, stated_figures=(told,)), "T101")
    assert bool(checked.findings) is fires


def test_t101_names_the_aggregate_lines_of_the_register_alone() -> None:
    lines = tuple(
        Aggregate(register=register, count=3, source=Source(file="rekap.csv", row=row))
        for row, register in enumerate((Register.DISPUTES, Register.OBJECTIONS, Register.SUITS), start=2)
    )
    (finding,) = judged(evolve(EMPTY, aggregates=lines, stated_figures=(claim(4),)), "T101").findings
    assert [place.row for place in finding.places] == [3]


@pytest.mark.parametrize(
    ("amount", "right"),
    [("1000.05", "seribu rupiah lima sen"), ("1000.99", "seribu rupiah sembilan puluh sembilan sen")],
)
def test_t102_spells_the_sen_of_an_amount(amount: str, right: str) -> None:
    checked = judged(budget(amount, "seribu rupiah"), "T102")
    assert checked.mend(checked.findings[0]) == f"Bila angkanya benar: {right}."


@pytest.mark.parametrize(
    ("said", "holds"),
    [
        ("8", True),
        ("8.3", True),
        ("8.33", True),
        ("9", False),
        ("8.2", False),
        ("8.4", False),
        ("8.34", False),
    ],
)
def test_a_mean_is_what_it_is_rounded_to_and_nothing_above_or_below(said: str, *, holds: bool) -> None:
    assert agrees(Decimal(25) / 3, Decimal(said), None) is holds


@pytest.mark.parametrize(("said", "holds"), [("8.3", True), ("8.333333", True), ("8.3333333", False)])
def test_a_mean_is_rounded_to_six_decimal_places_at_most(said: str, *, holds: bool) -> None:
    assert agrees(Decimal(25) / 3, Decimal(said), None) is holds


@pytest.mark.parametrize(("amount", "status"), [(10**15 - 1, Status.FOUND), (10**15, Status.PASSED)])
def test_t102_compares_amounts_of_up_to_fifteen_figures(amount: int, status: Status) -> None:
    assert judged(budget(str(amount), "seribu rupiah"), "T102").run("T102").status is status
