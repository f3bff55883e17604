"""What the body's own answers add up to: weights, unknown answers, grades; and the facts of each category."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppid_core import Dossier, Lawbook, ServiceYear, from_rows
from ppid_core.model import NOT_KEPT, Absent, AssessmentQuestion, Coded, ReportingPeriod, SelfAnswer
from ppid_core.summary.assessment import (
    SelfAssessment,
    by_category,
    category_facts,
    self_assessment,
)
from ppid_core.testing.strategies import assessment_questions

LAW = Lawbook.load()


def asked(*rows: tuple[str, str], year: int = 2025, **tables: list[dict[str, Any]]) -> ServiceYear:
    questions = [
        {"pertanyaan": f"Pertanyaan {at}", "bobot": weight, "jawaban": answer}
        for at, (weight, answer) in enumerate(rows, 1)
    ]
    report = [{"kunci": "tahun", "isi": str(year)}]
    return from_rows({"laporan": report, **({"saq": questions} if rows else {}), **tables}).year


def own(*rows: tuple[str, str]) -> SelfAssessment:
    added = self_assessment(asked(*rows))
    assert not isinstance(added, Absent)
    return added


def grades(*rows: tuple[str, str]) -> list[str]:
    return [band.title.id for band in own(*rows).bands(LAW, asked(*rows))]


def test_there_is_no_score_without_a_questionnaire_whatever_the_tables_prove() -> None:
    year = asked(dip=[{"ringkasan": "Profil"}], permohonan=[{"nomor": "1"}])

    assert self_assessment(year) == NOT_KEPT
    assert any(one.proofs for one in category_facts(year, LAW))


def test_weights_are_added_by_the_share_that_each_answer_says() -> None:
    added = own(("40", "ya"), ("40", "75%"), ("20", "tidak"))

    assert [added.points, added.measured_weight, added.weight] == list(map(Decimal, (70, 100, 100)))
    assert added.is_whole
    assert added.lowest == added.highest == Fraction(70)


def test_what_is_unknown_is_never_nothing() -> None:
    added = own(("40", "ya"), ("30", ""), ("20", "sebagian"), ("10", "akan dijawab"))

    assert (added.points, added.measured, added.measured_weight) == (Decimal(40), 1, Decimal(40))
    assert (added.unanswered, added.unmeasured) == (1, 2)
    assert (added.lowest, added.highest) == (Fraction(40), Fraction(100))


def test_answers_for_a_year_before_there_were_grades_are_added_up_and_given_none() -> None:
    rows = ("40", "ya"), ("40", "tidak")
    early = asked(*rows, year=2009)

    assert own(*rows).bands(LAW, early) == ()
    assert "Golongannya tidak dapat disebut: golongan belum ada" in str(Dossier(year=early).report())


def test_a_question_without_a_weight_leaves_the_whole_unknown() -> None:
    added = own(("40", "ya"), ("", "ya"))

    assert isinstance(added.lowest, Absent)
    assert grades(("40", "ya"), ("", "ya")) == []


@pytest.mark.parametrize(
    ("rows", "titles"),
    [
        ([("90", "ya"), ("10", "tidak")], ["Informatif"]),
        ([("89.99", "ya"), ("10.01", "tidak")], ["Menuju Informatif"]),
        ([("95", "ya"), ("5", "")], ["Informatif"]),
        ([("70", "ya"), ("30", "")], ["Cukup Informatif", "Informatif"]),
        ([("30", "ya"), ("10", "tidak")], ["Cukup Informatif"]),
    ],
)
def test_a_grade_is_told_only_where_nothing_unknown_changes_it(
    rows: list[tuple[str, str]], titles: list[str]
) -> None:
    assert grades(*rows) == titles


def test_no_grade_is_told_where_cells_could_not_be_read() -> None:
    rows = (("90", "ya"), ("berat", "ya"))

    assert grades(*rows) == []


def test_answers_that_earn_something_and_name_no_proof_are_counted() -> None:
    assert own(("40", "ya"), ("60", "tidak")).unproven == 1


@given(st.lists(assessment_questions(), max_size=8))
def test_the_sum_is_that_of_exact_parts_and_lies_between_its_bounds(
    rows: Sequence[AssessmentQuestion],
) -> None:
    added = SelfAssessment.of(rows)

    parts = {SelfAnswer.YES: Fraction(1), SelfAnswer.NO: Fraction(0)}
    plain = [row for row in rows if row.answer is None or row.answer.slug in {*parts, SelfAnswer.PARTLY}]
    known = [row for row in plain if row.answer and row.answer.slug in parts and row.weight is not None]
    expected = sum(
        (Fraction(row.weight or 0) * parts[row.answer.slug] for row in known if row.answer), Fraction(0)
    )
    assert Fraction(SelfAssessment.of(plain).points) == expected
    assert 0 <= added.points <= added.measured_weight <= added.weight
    if not isinstance(added.lowest, Absent) and not isinstance(added.highest, Absent):
        assert 0 <= added.lowest <= added.highest <= 100
        assert (added.lowest == added.highest) or not added.is_whole


@given(st.lists(assessment_questions(), max_size=6), st.lists(assessment_questions(), max_size=6))
def test_answers_add_up_however_they_are_parted(
    first: list[AssessmentQuestion], second: list[AssessmentQuestion]
) -> None:
    whole, one, other = map(SelfAssessment.of, (first + second, first, second))

    for name in ("questions", "weighted", "weight", "measured", "measured_weight", "points", "unanswered"):
        assert getattr(whole, name) == getattr(one, name) + getattr(other, name)


@given(st.lists(assessment_questions(), min_size=1, max_size=6))
def test_to_leave_an_answer_out_never_turns_it_into_nothing(rows: list[AssessmentQuestion]) -> None:
    blank = AssessmentQuestion(question="?", weight=Decimal(7))
    before, after = SelfAssessment.of(rows), SelfAssessment.of([*rows, blank])

    assert (after.points, after.measured_weight) == (before.points, before.measured_weight)


def test_categories_are_told_as_they_were_typed_each_with_its_own_sum() -> None:
    year = asked(
        saq=[
            {"kategori": "Kualitas", "pertanyaan": "a", "bobot": "10", "jawaban": "ya"},
            {"kategori": "Kualitas informasi", "pertanyaan": "b", "bobot": "10", "jawaban": "tidak"},
            {"kategori": "Keramahan", "pertanyaan": "c", "bobot": "80", "jawaban": ""},
            {"pertanyaan": "d"},
        ]
    )

    assert [(title.id, one.questions, one.points) for title, one in by_category(year)] == [
        ("kualitas informasi", 2, Decimal(10)),
        ("Keramahan", 1, Decimal(0)),
        ("kategori tidak dicatat", 1, Decimal(0)),
    ]


def test_facts_stand_under_the_categories_of_the_year_with_their_weights() -> None:
    facts = category_facts(asked(dip=[{"ringkasan": "Profil", "kelompok": "berkala"}]), LAW)

    assert [(one.title.id, one.weight) for one in facts][:3] == [
        ("kualitas informasi", 10),
        ("jenis informasi", 40),
        ("pelayanan informasi", 10),
    ]
    assert [proof.told.id for proof in facts[1].proofs] == ["1 entri berkala"]


@pytest.mark.parametrize("year", [2018, 2020, 2024])
def test_of_a_year_whose_categories_were_not_found_only_those_of_the_questionnaire_are_told(
    year: int,
) -> None:
    saq = [{"kategori": "digitalisasi", "pertanyaan": "a"}]

    assert category_facts(asked(year=year), LAW) == ()
    assert [one.title.id for one in category_facts(asked(year=year, saq=saq), LAW)] == ["digitalisasi"]


def test_of_a_questionnaire_all_categories_are_told_but_what_is_no_category() -> None:
    saq = [{"kategori": name, "pertanyaan": "a"} for name in ("kualitas", "Keramahan", "digitalisasi")]

    facts = category_facts(asked(year=2020, saq=saq), LAW)

    assert [one.title.id for one in facts] == ["kualitas informasi", "digitalisasi"]


def test_only_requests_that_came_in_online_show_how_digital_a_service_is() -> None:
    rows = [{"nomor": str(at), "kanal": name} for at, name in enumerate(("surel", "pos", "daring", "luring"))]
    saq = [{"kategori": "digitalisasi", "pertanyaan": "a"}]

    (facts,) = category_facts(asked(year=2020, saq=saq, permohonan=rows), LAW)

    assert [one.told.id for one in facts.proofs] == [
        "1 permohonan melalui surel",
        "1 permohonan melalui daring",
    ]


def test_facts_of_an_opening_balance_are_none_of_the_year() -> None:
    year = asked(
        permohonan=[{"nomor": "1", "kanal": "surel", "bawaan": "2024"}, {"nomor": "2", "kanal": "pos"}]
    )
    (service,) = (one for one in category_facts(year, LAW) if one.title.id == "pelayanan informasi")

    assert [proof.told.id for proof in service.proofs] == ["1 permohonan"]


def test_an_empty_year_proves_nothing() -> None:
    year = ServiceYear(period=ReportingPeriod(2025))

    assert {one.proofs for one in category_facts(year, LAW)} == {()}
    assert SelfAssessment.of([AssessmentQuestion(answer=Coded(SelfAnswer.YES))]).points == 0
