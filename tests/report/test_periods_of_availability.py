"""Availability by period in the report: the period of the matrix, and the others beside it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from ppid_core import Dossier
from ppid_core.model import Absent, Reason
from ppid_core.report import Ratio, Report, Section, Table

ROWS = [
    {"opd": "Dinkes", "periode": "semester-1", "profil": "√", "aset": "-"},
    {"opd": "Setda", "periode": "semester-1", "profil": "√", "aset": "√"},
    {"opd": "Dinkes", "periode": "semester-2", "profil": "", "aset": "√"},
]


def report(rows: list[dict[str, str]], lang: str = "id") -> Report:
    laporan = [{"kunci": "tahun", "isi": "2024"}]
    return Dossier.from_rows({"laporan": laporan, "ketersediaan": rows}).report(lang=lang)  # type: ignore[arg-type]  # one of two


def blocks(sections: tuple[Section, ...]) -> Iterator[object]:
    for section in sections:
        yield from section.blocks
        yield from blocks(section.sections)


def table(made: Report, key: str = "availability_by_period") -> Table | None:
    found = [one for one in blocks(made.sections) if isinstance(one, Table)]
    return next((one for one in found if one.key == key), None)


def test_each_period_stands_with_its_coverage_and_what_changed() -> None:
    made = table(report(ROWS))

    assert made is not None
    assert made.rows == (
        ("semester-1", 2, 0, Ratio(3, 4), "–", "–"),
        ("semester-2", 1, 1, Ratio(1, 4), 1, 1),
    )
    assert made.notes[-1] == "Tanpa isian pada semester-2: Setda."


def test_each_agency_stands_with_its_share_in_each_period_and_silence_in_words() -> None:
    rows = [*ROWS, {"opd": "BPBD", "periode": "semester-2", "profil": "?", "aset": "√"}]
    several = {f"j{at}": "√" for at in range(9)}
    made = table(report([{**row, **several} for row in rows]), "availability_by_agency_and_period")

    assert made is not None
    assert [column.toned for column in made.columns] == [False, True, True]
    assert made.rows == (
        ("Dinkes", Ratio(10, 11), Ratio(10, 11)),
        ("Setda", Ratio(11, 11), "tanpa isian"),
        ("BPBD", "tanpa isian", Absent(Reason.UNREAD)),
    )
    assert made.total == ("Seluruh OPD", Ratio(21, 33), "–")


def test_shares_of_few_are_told_in_parts_and_one_period_has_no_such_table() -> None:
    key = "availability_by_agency_and_period"
    made = table(report(ROWS), key)

    assert made is not None
    assert made.rows[0][1] == Ratio(1, 2, in_parts=True)
    assert table(report(ROWS[:2]), key) is None


@pytest.mark.parametrize(("lang", "said"), [("id", "tidak dijumlahkan"), ("en", "are not added")])
def test_the_report_says_of_which_period_its_matrix_is(lang: str, said: str) -> None:
    assert said in repr(report(ROWS, lang))


def test_a_matrix_of_the_year_has_no_such_table() -> None:
    made = report([{"opd": "Dinkes", "profil": "√"}])

    assert table(made) is None
    assert "tidak dijumlahkan" not in repr(made)
