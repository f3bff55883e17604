"""Y101–Y108: the year goes on where the report of the year before ended."""

from __future__ import annotations

import pickle
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings
from tests.years import shared_years

from ppid_core.language import LANGS
from ppid_core.model import (
    Agency,
    Aggregate,
    Budget,
    BudgetLine,
    Coded,
    Constraint,
    CountUnit,
    Dimension,
    Dispute,
    DisputeResult,
    FigureUnit,
    Measure,
    Narrative,
    Objection,
    ObjectionAnswer,
    Outcome,
    Passage,
    Period,
    Recommendation,
    Register,
    ReportingPeriod,
    Request,
    Service,
    ServiceYear,
    Signatory,
    StatedFigure,
    UnreadCell,
    Visits,
    Waiver,
    YearPart,
)
from ppid_core.rules import Checked, Status
from ppid_core.summary import listed
from ppid_core.testing.judgement import evidence_of, judged

LAST = ServiceYear(period=ReportingPeriod(2022))
YEAR = ServiceYear(period=ReportingPeriod(2023))
DONE = Request(number="1", period=Period(2022, 5, 2), outcome=Outcome.GRANTED, notice_on=date(2022, 5, 9))
OPEN = Request(number="7", period=Period(2022, 12, 20), outcome=Outcome.PENDING)
CARRIED = evolve(OPEN, opening=2022, outcome=Outcome.GRANTED, notice_on=date(2023, 1, 4))


def found(checked: Checked) -> list[tuple[str, object, object]]:
    return [(finding.subject, finding.provided, finding.expected) for finding in checked.findings]


def status(checked: Checked, code: str) -> Status:
    return checked.run(code).status


def asked(code: str, year: ServiceYear, last: ServiceYear | None) -> Checked:
    return judged(year, code, previous=last)


# Y101


def test_y101_fires_where_the_opening_is_not_last_years_closing() -> None:
    own = Request(number="3", period=Period(2023, 2, 1), outcome=Outcome.GRANTED)
    opened = evolve(CARRIED, number="9")

    checked = asked(
        "Y101",
        evolve(YEAR, requests=(own, opened)),
        evolve(LAST, requests=(DONE, OPEN, evolve(OPEN, number="8"))),
    )

    assert found(checked) == [("requests.balance.opening", 1, 2)]
    (finding,) = checked.findings
    assert finding.affected == 1
    assert finding.message() == (
        "Permohonan bawaan: 1; laporan 2022 menutup dengan 2 yang masih terbuka per 31 Desember 2022."
    )
    assert "Belum ada di register: 7, 8." in finding.mend()
    assert "tidak terbuka di laporan itu: 9." in finding.mend()


def test_y101_fires_where_nothing_is_carried_over_and_something_was_open() -> None:
    checked = asked("Y101", evolve(YEAR, requests=(DONE,)), evolve(LAST, requests=(DONE, OPEN)))
    assert found(checked) == [("requests.balance.opening", None, 1)]
    assert "Permohonan bawaan: tidak tercatat" in checked.findings[0].message()


def test_y101_passes_where_the_balances_meet() -> None:
    assert (
        status(asked("Y101", evolve(YEAR, requests=(CARRIED,)), evolve(LAST, requests=(DONE, OPEN))), "Y101")
        is Status.PASSED
    )
    nothing = evolve(YEAR, requests=(Request(number="1", period=Period(2023, 1, 3)),))
    assert status(asked("Y101", nothing, evolve(LAST, requests=(DONE,))), "Y101") is Status.PASSED


@pytest.mark.parametrize(("carried", "passes"), [(1, False), (2, True), (3, True), (4, False)])
def test_y101_counts_by_the_day_of_last_years_report_and_names_late_answers(
    carried: int, *, passes: bool
) -> None:
    """One was open on 31 December and answered before the report was signed: it may be there or not."""
    late = evolve(OPEN, number="8", outcome=Outcome.GRANTED, notice_on=date(2023, 1, 5))
    still_open = (OPEN, evolve(OPEN, number="9"))
    last = evolve(LAST, requests=(*still_open, late), signatory=Signatory(on=date(2023, 1, 20)))
    rows = tuple(evolve(CARRIED, number=str(number)) for number in range(carried))

    checked = asked("Y101", evolve(YEAR, requests=rows), last)

    assert (status(checked, "Y101") is Status.PASSED) is passes
    if not passes:
        assert (
            "per 20 Januari 2023; 1 lainnya dijawab sesudah tahun itu berakhir"
            in checked.findings[0].message()
        )


def test_y101_accuses_nobody_of_an_opening_that_could_not_be_read() -> None:
    """Beside a line of this year, where one of last year has a count that nobody can read."""
    received = Request(number="1", period=Period(2023, 1, 3), outcome=Outcome.PENDING)
    year = evolve(YEAR, requests=(received, evolve(CARRIED, unread=("count",))))

    checked = asked("Y101", year, evolve(LAST, requests=(DONE, OPEN)))

    assert (checked.findings, status(checked, "Y101")) == ((), Status.NOT_APPLICABLE)


def test_y101_is_not_applicable_without_a_report_of_rows_of_the_year_before() -> None:
    year = evolve(YEAR, requests=(CARRIED,))
    counted = evolve(LAST, aggregates=(Aggregate(register=Register.REQUESTS, count=9),))
    older = evolve(LAST, period=ReportingPeriod(2021), requests=(DONE, OPEN))
    half = ReportingPeriod(2023, YearPart.SEMESTER_1)

    for last in (None, counted, older):
        assert status(asked("Y101", year, last), "Y101") is Status.NOT_APPLICABLE
    before = evolve(LAST, period=ReportingPeriod(2022, YearPart.SEMESTER_1), requests=(OPEN,))
    assert status(asked("Y101", evolve(year, period=half), before), "Y101") is Status.NOT_APPLICABLE


# Y102


def typed(count: int, **beside: Any) -> ServiceYear:  # noqa: ANN401  each field of its own type
    line = Aggregate(register=Register.REQUESTS, year=2022, count=count)
    return evolve(YEAR, aggregates=(evolve(line, **beside),))


def test_y102_fires_where_a_line_of_comparison_is_not_what_that_report_says() -> None:
    last = evolve(LAST, requests=(DONE, OPEN))
    checked = asked("Y102", typed(61), last)
    assert found(checked) == [("year:2022:requests.total", 61, 2)]
    assert checked.findings[0].message() == (
        "Permohonan tahun 2022: di sini tertulis 61, laporan 2022 menyebut 2."
    )
    part = typed(3, dimension=Dimension.OUTCOME, category="granted")
    assert found(asked("Y102", part, last)) == [("year:2022:requests.by_outcome.granted", 3, 1)]
    month = typed(3, dimension=Dimension.MONTH, period=Period(2022, 5))
    assert found(asked("Y102", month, last)) == [("year:2022:requests.by_month.5", 3, 1)]


def claim(value: int, year: int = 2022) -> ServiceYear:
    said = StatedFigure(measure=Measure.REQUESTS_TOTAL, value=Decimal(value), year=year)
    return evolve(YEAR, stated_figures=(said,))


def test_y102_fires_where_the_text_says_another_figure_of_last_year() -> None:
    assert found(asked("Y102", claim(5), evolve(LAST, requests=(DONE,)))) == [
        ("year:2022:requests.total", Decimal(5), 1)
    ]


@pytest.mark.parametrize("measure", [Measure.APPLICANTS_TOTAL, Measure.OBJECTIONS_TOTAL, Measure.VISITS])
def test_y102_compares_whatever_the_text_counts_but_no_other_thing(measure: Measure) -> None:
    (said,) = listed(claim(5).stated_figures)
    counted = Request(number="1", period=Period(2022, 5, 2), count=2, unit=CountUnit.APPLICANT)
    objections, visits = (Objection(count=2),), (Visits(period=Period(2022, 1), count=2),)
    last = evolve(LAST, requests=(counted,), objections=objections, service=Service(visits=visits))
    here = evolve(YEAR, stated_figures=(evolve(said, measure=measure), evolve(said, measure=Measure.OTHER)))

    assert found(asked("Y102", here, last)) == [(f"year:2022:{measure}", Decimal(5), 2)]


def test_y102_passes_where_they_agree() -> None:
    last = evolve(LAST, requests=(DONE, OPEN))
    for year in (typed(2), claim(2), typed(1, dimension=Dimension.OUTCOME, category="granted")):
        assert status(asked("Y102", year, last), "Y102") is Status.PASSED


def test_y102_is_not_applicable_where_nothing_can_be_compared() -> None:
    last = evolve(LAST, requests=(DONE,))
    percent = evolve(YEAR, stated_figures=(evolve(claim(5).stated_figures[0], unit=FigureUnit.PERCENT),))  # type: ignore[index]
    for year, before in ((typed(61), None), (YEAR, last), (typed(61, year=2019), last), (percent, last)):
        assert status(asked("Y102", year, before), "Y102") is Status.NOT_APPLICABLE


# Y103

VISITED = Service(visits=(Visits(period=Period(2022, 1), count=40),))


def test_y103_fires_where_a_series_is_told_no_more() -> None:
    came = Period(2023, 3, 1)
    channels = tuple(Request(number=str(number), period=came) for number in range(2))
    last = evolve(LAST, requests=(DONE, OPEN), service=VISITED)

    checked = asked("Y103", evolve(YEAR, requests=channels), last)

    assert [finding.subject for finding in checked.findings] == [
        "visits.total",
        "requests.response_time.median",
        "requests.by_outcome",
    ]
    assert checked.findings[0].message() == "Jumlah kunjungan: ada di laporan 2022, tahun ini tidak tercatat."


@pytest.mark.parametrize(("dimension", "category"), [(Dimension.TOPIC, "air"), (Dimension.CHANNEL, "email")])
def test_y103_fires_where_a_breakdown_is_told_no_more(dimension: Dimension, category: str) -> None:
    line = Aggregate(register=Register.REQUESTS, dimension=dimension, category=category, count=2)
    last = evolve(LAST, requests=(), aggregates=(line,))

    checked = asked("Y103", evolve(YEAR, requests=(Request(period=Period(2023, 3, 1)),)), last)

    assert f"requests.by_{dimension}" in [finding.subject for finding in checked.findings]


def test_y103_fires_once_where_a_whole_register_is_gone() -> None:
    checked = asked("Y103", YEAR, evolve(LAST, requests=(), objections=(Objection(number="1"),)))
    assert [finding.subject for finding in checked.findings] == ["requests.total", "objections.total"]


def test_y103_passes_where_the_same_is_told() -> None:
    last = evolve(LAST, requests=(DONE,), service=VISITED)
    here = evolve(YEAR, requests=(), service=Service(visits=()))
    assert status(asked("Y103", here, last), "Y103") is Status.PASSED


def test_y103_asks_for_no_time_of_answers_where_no_request_came_in() -> None:
    carried = evolve(YEAR, requests=(Request(number="7", opening=2022, outcome=Outcome.PENDING),))

    assert status(asked("Y103", carried, evolve(LAST, requests=(DONE,))), "Y103") is Status.PASSED


def test_y103_is_not_applicable_without_the_report_of_the_year_before() -> None:
    assert status(asked("Y103", typed(61), None), "Y103") is Status.NOT_APPLICABLE


# Y104

OLD = (Agency(code="D1", name="Dinas A"), Agency(code="D2", name="Dinas B", short_name="DB"))


def agencies(*rows: Agency) -> ServiceYear:
    return evolve(YEAR, agencies=rows)


def test_y104_fires_where_an_agency_leads_to_none() -> None:
    last = evolve(LAST, agencies=OLD)
    checked = asked("Y104", agencies(OLD[0]), last)
    assert found(checked) == [("agency:D2", "Dinas B", None)]
    astray = evolve(OLD[1], successor="D9")
    assert found(asked("Y104", agencies(OLD[0]), evolve(last, agencies=(OLD[0], astray))))


@pytest.mark.parametrize(
    "now",
    [
        OLD,
        (OLD[0], Agency(code="D2", name="Dinas Baru")),
        (OLD[0], Agency(code="N2", name="Dinas Baru", aliases=("Dinas B",))),
        (OLD[0], evolve(OLD[1], valid_until=date(2022, 12, 31), successor="D1")),
    ],
    ids=["the same", "renamed under its code", "under an alias", "with its end"],
)
def test_y104_passes_where_each_goes_on(now: tuple[Agency, ...]) -> None:
    assert status(asked("Y104", agencies(*now), evolve(LAST, agencies=OLD)), "Y104") is Status.PASSED


def test_y104_passes_where_last_years_list_names_the_successor_or_an_earlier_end() -> None:
    merged = evolve(LAST, agencies=(OLD[0], evolve(OLD[1], successor="D1")))
    ended = evolve(LAST, agencies=(OLD[0], evolve(OLD[1], valid_until=date(2021, 12, 31))))
    for last in (merged, ended):
        assert status(asked("Y104", agencies(OLD[0]), last), "Y104") is Status.PASSED


def test_y104_is_not_applicable_without_both_lists() -> None:
    for year, last in ((YEAR, evolve(LAST, agencies=OLD)), (agencies(*OLD), LAST), (agencies(*OLD), None)):
        assert status(asked("Y104", year, last), "Y104") is Status.NOT_APPLICABLE


# Y105


def told(year: ServiceYear, count: int) -> ServiceYear:
    return evolve(year, aggregates=(Aggregate(register=Register.REQUESTS, count=count),))


@pytest.mark.parametrize(("before", "now"), [(10, 100), (100, 10), (61, 840)])
def test_y105_fires_where_a_figure_is_ten_times_another(before: int, now: int) -> None:
    checked = asked("Y105", told(YEAR, now), told(LAST, before))
    assert found(checked) == [("requests.total", now, None)]
    assert checked.findings[0].message() == f"Jumlah permohonan: {now}; pada tahun 2022 {before}."


def test_y105_fires_on_a_typed_comparison_where_there_is_no_report() -> None:
    lines = (Aggregate(register=Register.REQUESTS, count=840), *typed(61).aggregates)
    assert found(asked("Y105", evolve(YEAR, aggregates=lines), None)) == [("requests.total", 840, None)]


def test_y105_fires_on_money() -> None:
    budgets = [Budget(lines=(BudgetLine(funding="APBD", allocated=Decimal(sum_)),)) for sum_ in (519, 51_904)]
    checked = asked("Y105", evolve(YEAR, budget=budgets[1]), evolve(LAST, budget=budgets[0]))
    assert [finding.subject for finding in checked.findings] == ["budget.allocated"]


@pytest.mark.parametrize(("before", "now"), [(10, 99), (9, 900), (0, 500), (100, 11), (100, 9)])
def test_y105_passes_on_less_and_on_small_figures(before: int, now: int) -> None:
    assert status(asked("Y105", told(YEAR, now), told(LAST, before)), "Y105") is Status.PASSED


def test_y105_is_not_applicable_where_nothing_is_known_of_last_year() -> None:
    assert status(asked("Y105", told(YEAR, 5), None), "Y105") is Status.NOT_APPLICABLE


# Y106

ADVICE = Recommendation(text="Menambah petugas meja layanan")


def advised(year: ServiceYear, *rows: Recommendation) -> ServiceYear:
    return evolve(year, narrative=Narrative(recommendations=rows))


def test_y106_fires_where_nothing_is_said_of_a_recommendation() -> None:
    last = advised(LAST, ADVICE, evolve(ADVICE, text="Yang lama", year=2020))
    for year in (YEAR, advised(YEAR, evolve(ADVICE, text="Lain")), advised(YEAR, evolve(ADVICE, year=2022))):
        checked = asked("Y106", year, last)
        assert found(checked) == [("recommendation:2022#1", "Menambah petugas meja layanan", None)]


@pytest.mark.parametrize(("letters", "is_whole"), [(80, True), (81, False)])
def test_y106_quotes_up_to_eighty_signs(letters: int, *, is_whole: bool) -> None:
    text = f"Menambah {'a' * (letters - 9)}"

    (finding,) = asked("Y106", YEAR, advised(LAST, evolve(ADVICE, text=text))).findings

    assert finding.provided == (text if is_whole else "Menambah …")


def test_y106_passes_where_its_outcome_is_told_or_it_is_made_again() -> None:
    last = advised(LAST, ADVICE)
    became = evolve(
        ADVICE, text="menambah  petugas meja layanan", year=2022, follow_up="Dua petugas ditambah"
    )
    for row in (became, ADVICE):
        assert status(asked("Y106", advised(YEAR, row), last), "Y106") is Status.PASSED


def test_y106_is_not_applicable_where_nothing_was_recommended() -> None:
    for last in (None, LAST, advised(LAST, evolve(ADVICE, year=2021))):
        assert status(asked("Y106", YEAR, last), "Y106") is Status.NOT_APPLICABLE


# Y107

DISPUTE = Dispute(number="004/PS/2022", filed=Period(2022, 11, 2), result=Coded(DisputeResult.PENDING))
OBJECTION = Objection(number="K-5", period=Period(2022, 12, 1), answer=Coded(ObjectionAnswer.PENDING))
LEFT = evolve(LAST, disputes=(DISPUTE,), objections=(OBJECTION, evolve(OBJECTION, number="K-6")))


def test_y107_fires_where_an_open_case_is_not_in_the_register() -> None:
    checked = asked("Y107", evolve(YEAR, objections=(evolve(OBJECTION, number="k-6"),)), LEFT)
    assert [finding.subject for finding in checked.findings] == [
        "year:2022:objection:K-5",
        "year:2022:dispute:004/PS/2022",
    ]
    assert checked.findings[1].message() == (
        "Sengketa 004/PS/2022 masih terbuka di laporan 2022, tetapi tidak ada di register tahun ini."
    )


def test_y107_passes_where_each_is_there_again() -> None:
    here = evolve(YEAR, disputes=LEFT.disputes, objections=LEFT.objections)
    assert status(asked("Y107", here, LEFT), "Y107") is Status.PASSED


def test_y107_is_not_applicable_where_none_was_open() -> None:
    ended = evolve(DISPUTE, result=Coded(DisputeResult.MEDIATED))
    unnumbered = evolve(OBJECTION, number="")
    for last in (None, LAST, evolve(LAST, disputes=(ended,), objections=(unnumbered,))):
        assert status(asked("Y107", YEAR, last), "Y107") is Status.NOT_APPLICABLE


def test_y107_says_nothing_of_a_register_of_which_a_number_is_unread() -> None:
    here = evolve(YEAR, unread=(UnreadCell(table="sengketa", column="nomor"),))

    assert status(asked("Y107", here, evolve(LAST, disputes=(DISPUTE,))), "Y107") is Status.NOT_APPLICABLE
    lost = [finding.subject for finding in asked("Y107", here, LEFT).findings]
    assert lost == ["year:2022:objection:K-5", "year:2022:objection:K-6"]


# Y108

CLOSING = "Sebanyak 84 permohonan diterima.\n\nUndang-Undang Nomor 14 Tahun 2008 menjadi dasarnya."


def written(year: ServiceYear, text: str, *constraints: str) -> ServiceYear:
    rows = tuple(Constraint(text=one) for one in constraints)
    return evolve(year, narrative=Narrative(passages=(Passage(part="penutup", text=text),), constraints=rows))


def test_y108_fires_on_a_paragraph_with_figures_and_on_a_constraint() -> None:
    checked = asked(
        "Y108",
        written(YEAR, f"Baru.\n\n{CLOSING}", "Petugas  kurang", "Lain"),
        written(LAST, CLOSING, "petugas kurang"),
    )
    assert [(one.subject, one.provided) for one in checked.findings] == [
        ("passage:penutup#2", "Sebanyak 84 permohonan diterima."),
        ("constraint:#1", "Petugas kurang"),
    ]


def test_y108_passes_on_other_words_and_on_paragraphs_that_only_name_instruments() -> None:
    text = "Perki Nomor 1 Tahun 2021 Pasal 60 ayat (2) berlaku sejak 30 Juni 2021. Surat 042/Kep.1/2019."
    last, here = (f"{text}\n\n{count} permohonan diterima." for count in (84, 61))
    assert status(asked("Y108", written(YEAR, here, "A"), written(LAST, last, "B")), "Y108") is Status.PASSED


def test_y108_is_not_applicable_where_a_report_has_no_text() -> None:
    for year, last in ((YEAR, written(LAST, CLOSING)), (written(YEAR, CLOSING), LAST), (YEAR, None)):
        assert status(asked("Y108", year, last), "Y108") is Status.NOT_APPLICABLE


def test_a_continuity_finding_is_explained_as_any_other() -> None:
    waiver = Waiver(code="Y107", subject="year:2022:dispute:004/PS/2022", reason="Dicabut lisan")
    checked = asked("Y107", evolve(YEAR, waivers=(waiver,)), evolve(LAST, disputes=(DISPUTE,)))
    assert [finding.waived for finding in checked.findings] == ["Dicabut lisan"]


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(year=shared_years(), last=shared_years())
def test_no_rule_of_continuity_fails_whatever_two_years_say(year: ServiceYear, last: ServiceYear) -> None:
    before = evolve(last, period=ReportingPeriod(year.period.year - 1, year.period.part))
    checked = judged(year, "Y", previous=before)
    assert [run for run in checked.runs if run.status is Status.FAILED] == []
    assert all(finding.message(lang) and finding.mend(lang) for finding in checked.findings for lang in LANGS)


def test_earlier_years_travel_to_another_process_with_the_evidence() -> None:
    evidence = evidence_of(YEAR, previous=LEFT)
    again = pickle.loads(pickle.dumps(evidence))  # noqa: S301  what this test pickled itself
    assert again.previous == evidence.previous
