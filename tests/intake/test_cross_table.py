"""Wide tables of totals are read as yearly reports print them: each cell is a line of *rekap*."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppid_core import Dossier, structure, unstructure
from ppid_core.glossary import label
from ppid_core.intake.typed_tables import typed_tables
from ppid_core.model import Dimension, Outcome, Period, Register
from ppid_core.writing import month_name

Line = tuple[object, ...]
LAPORAN = [{"kunci": "tahun", "isi": 2023}]
HEADING = ("Dikabulkan Seluruhnya", "Ditolak", "Jumlah")


def work(*rows: Sequence[object], heading: Sequence[str] = HEADING, corner: str = "OPD/Hasil") -> Dossier:
    return Dossier.from_rows(
        {"laporan": LAPORAN, "rekap": [dict(zip((corner, *heading), row, strict=True)) for row in rows]}
    )


def lines(one: Dossier) -> list[Line]:
    return [
        (
            line.dimension,
            line.category,
            line.second and (line.second.dimension, line.second.category),
            line.period and line.period.month,
            line.count,
        )
        for line in one.year.aggregates
    ]


def totals(one: Dossier) -> list[tuple[str, object, object]]:
    return [
        (found.subject.removeprefix("total:rekap:"), found.provided, found.expected)
        for found in one.findings
        if found.subject.startswith("total:rekap")
    ]


def notes(one: Dossier) -> str:
    return "\n".join(note.message.id for note in one.intake.notes)


def test_a_table_of_agencies_and_outcomes_is_a_line_for_each_cell() -> None:
    one = work(("Dinkes", 4, 2, 6), ("Disdik", 7, 0, 7))

    assert one.problems == ()
    assert lines(one) == [
        (Dimension.AGENCY, "Dinkes", (Dimension.OUTCOME, "granted"), None, 4),
        (Dimension.AGENCY, "Dinkes", (Dimension.OUTCOME, "refused"), None, 2),
        (Dimension.AGENCY, "Disdik", (Dimension.OUTCOME, "granted"), None, 7),
        (Dimension.AGENCY, "Disdik", (Dimension.OUTCOME, "refused"), None, 0),
    ]
    assert one.figure("requests.total") == 13
    assert totals(one) == []


@pytest.mark.parametrize(
    "corner",
    [
        "bulan \\ keputusan",
        "Bulan/Hasil",
        "Bulan x Status Permohonan",
        "Bulan",
        "BULAN | KEPUTUSAN",
        "Uraian",
    ],
)
def test_months_and_outcomes_are_read_by_a_corner_that_names_both_or_the_rows_alone(corner: str) -> None:
    one = work(("Januari", 4, 2, 6), ("Pebruari", 1, 0, 1), corner=corner)

    assert one.problems == ()
    assert lines(one) == [
        (Dimension.OUTCOME, "granted", None, 1, 4),
        (Dimension.OUTCOME, "refused", None, 1, 2),
        (Dimension.OUTCOME, "granted", None, 2, 1),
        (Dimension.OUTCOME, "refused", None, 2, 0),
    ]
    assert one.figure("requests.by_month.1") == 6


def test_a_table_that_lies_on_its_side_says_the_same() -> None:
    upright = work(("Januari", 4, 2), ("Mei", 1, 0), heading=HEADING[:2], corner="Bulan / Keputusan")
    lying = work(
        ("dikabulkan seluruhnya", 4, 1),
        ("ditolak", 2, 0),
        heading=("Januari", "Mei"),
        corner="Keputusan / Bulan",
    )

    assert set(lines(upright)) == set(lines(lying))


def test_a_blank_cell_is_not_recorded_and_a_zero_is() -> None:
    one = work(("Dinkes", 4, "", 6), ("Disdik", 7, 0, 7))

    assert (Dimension.AGENCY, "Disdik", (Dimension.OUTCOME, "refused"), None, 0) in lines(one)
    assert len(lines(one)) == 3
    assert totals(one) == []  # six may be right: nobody knows the blank one


def test_sums_at_the_end_of_rows_and_columns_are_claims_and_no_data() -> None:
    one = work(("Dinkes", 4, 2, 7), ("Disdik", 7, 0, 7), ("JUMLAH", 12, 2, 14))

    assert one.figure("requests.total") == 13
    assert totals(one) == [
        ("Dinkes#2", 7, 6),
        ("Dikabulkan Seluruhnya#4", 12, 11),
        ("Jumlah#4", 14, 13),
    ]


def test_sums_that_are_right_are_no_finding_and_one_below_what_is_known_is() -> None:
    right = work(("Dinkes", 4, 2, 6), ("Disdik", 7, 0, 7), ("JUMLAH", 11, 2, 13))
    below = work(("Dinkes", 4, "", 3), ("Disdik", 7, 0, 7))

    assert totals(right) == []
    assert totals(below) == [("Dinkes#2", 3, 4)]


def test_reasons_in_columns_of_their_own_are_joint_counts_and_tell_how_many_were_refused() -> None:
    one = work(
        ("Perorangan", 5, 2, 1, 8),
        ("Badan Hukum", 4, 0, 1, 5),
        heading=("Dikabulkan", "Ditolak (dikecualikan)", "Ditolak - tidak dikuasai", "Jumlah"),
        corner="Pemohon",
    )

    assert one.problems == ()
    assert one.figure("requests.by_outcome.refused") == 4
    assert one.figure("requests.by_refusal_reason.exempt") == 2
    assert one.figure("requests.by_applicant") == {"individual": 8, "group": 0, "organisation": 5}
    assert one.figure("requests.total") == 13
    assert totals(one) == []


def test_reasons_beside_their_outcome_are_not_added_twice() -> None:
    one = work(
        ("Januari", 5, 3, 2, 1, 8),
        heading=("Dikabulkan", "Ditolak", "Ditolak dikecualikan", "Ditolak tidak dikuasai", "Jumlah"),
        corner="Bulan",
    )

    assert one.figure("requests.total") == 8
    assert totals(one) == []


def test_one_column_of_counts_beside_names_is_a_breakdown() -> None:
    one = work(("Dinkes", 4), ("Disdik", 7), ("Jumlah", 12), heading=("Jumlah Keberatan",), corner="OPD")

    assert lines(one) == [
        (Dimension.AGENCY, "Dinkes", None, None, 4),
        (Dimension.AGENCY, "Disdik", None, None, 7),
    ]
    assert {line.register for line in one.year.aggregates} == {Register.OBJECTIONS}
    assert totals(one) == [("Jumlah Keberatan#4", 12, 11)]


def test_how_a_table_was_understood_is_told_and_what_was_taken_for_granted() -> None:
    assumed = work(("Januari", 4, 2, 6), corner="Bulan")
    said = work(("Januari", 4, 2, 6), heading=(*HEADING[:2], "Jumlah Permohonan"), corner="Bulan")

    assert "dibaca sebagai jumlah permohonan menurut bulan, keputusan. Bila yang dihitung lain" in notes(
        assumed
    )
    assert "dibaca sebagai jumlah permohonan menurut bulan, keputusan.\n" in notes(said) + "\n"


def test_shares_and_remarks_beside_the_counts_are_told_and_not_read() -> None:
    one = work(("Januari", 4, 2, 6, "66,7", "-"), heading=(*HEADING, "Persentase", "Ket."), corner="Bulan")

    assert one.problems == ()
    assert len(lines(one)) == 2
    assert 'kolom "Persentase" tidak dibaca' in notes(one)


def test_a_cell_that_is_no_number_costs_the_cell_and_no_sum_is_judged_by_the_rest() -> None:
    one = work(("Dinkes", 4, "banyak", 6), ("Disdik", 7, 0, 7))

    assert [(problem.source.column, problem.value) for problem in one.problems] == [("Ditolak", "banyak")]
    assert len(lines(one)) == 3
    assert totals(one) == []
    assert "total" not in {found.subject for found in one.findings}


def test_a_row_that_is_no_part_is_told() -> None:
    one = work(("Januari", 4, 2, 6), ("Smarch", 1, 1, 2), corner="Bulan / Keputusan")

    assert [problem.source.column for problem in one.problems] == ["Bulan / Keputusan"]
    assert len(lines(one)) == 2


def test_a_column_that_names_no_part_is_told() -> None:
    one = work(("Januari", 4, 2, 6), heading=("Dikabulkan", "Ditolak", "Lunas"), corner="Bulan")

    assert [problem.source.column for problem in one.problems] == ["Lunas"]


def test_words_that_have_two_meanings_are_told() -> None:
    one = work(("Januari", 4, 2, 6), heading=("Diterima", "Ditolak", "Jumlah"), corner="Bulan")

    assert 'kolom "Diterima": dibaca sebagai dikabulkan seluruhnya' in notes(one)


def test_a_list_of_lines_stays_a_list() -> None:
    rows = [{"apa": "permohonan", "menurut": "keputusan", "nilai": "ditolak", "jumlah": 3}]
    one = Dossier.from_rows({"laporan": LAPORAN, "rekap": rows})

    assert lines(one) == [(Dimension.OUTCOME, "refused", None, None, 3)]
    assert notes(one) == ""


def test_several_tables_lie_in_a_folder_beside_each_other(tmp_path: Path) -> None:
    folder(
        tmp_path,
        {
            "rekap.csv": "No,Bulan,Dikabulkan,Ditolak\n1,Januari,4,2\n2,Mei,6,1\n",
            "Rekapitulasi per OPD.csv": "OPD/Hasil;Dikabulkan;Ditolak;Total\nDinkes;9;3;12\nJumlah;10;3;13\n",
            "rekap keberatan.csv": "Bulan;Alasan;Jumlah\n",
        },
    )
    one = Dossier.open(tmp_path)

    assert one.problems == ()
    assert one.figure("requests.by_agency.Dinkes") == 12
    assert one.figure("requests.by_month.5") == 7
    assert ("Dikabulkan#3", 10, 9) in totals(one)
    assert "rekap keberatan.csv tidak dibaca" in notes(one)


def test_what_was_read_is_carried_in_json_with_its_claims() -> None:
    year = work(("Dinkes", 4, "", 6), ("JUMLAH", 5, 2, 7)).year

    assert structure(unstructure(year)) == year
    assert [(total.lines, total.is_partial) for total in year.stated_totals] == [
        ((0,), True),
        ((0,), False),
        ((), True),
        ((0,), True),
    ]


def test_what_was_read_is_written_back_as_lines() -> None:
    one = work(("Dinkes", 4, 2, 6), ("Disdik", 7, 0, 7))

    assert Dossier.from_rows(typed_tables(one.year)).year.aggregates == one.year.aggregates


CELLS = st.integers(0, 30) | st.just("")
TABLES = st.lists(st.tuples(CELLS, CELLS, CELLS), min_size=1, max_size=12)
OUTCOMES = (Outcome.GRANTED, Outcome.REFUSED, Outcome.WITHDRAWN)
MONTHS = tuple(month_name(number) for number in range(1, 13))


@given(TABLES)
def test_each_number_is_one_line_and_right_sums_are_never_told(table: list[tuple[object, ...]]) -> None:
    def added(cells: Iterable[object]) -> int:
        return sum(cell for cell in cells if isinstance(cell, int))

    body = [(name, *cells, added(cells)) for name, cells in zip(MONTHS, table, strict=False)]
    last = ("JUMLAH", *(added(column) for column in zip(*table, strict=True)), added(map(added, table)))
    one = work(*body, last, heading=(*map(label, OUTCOMES), "Jumlah"), corner="Bulan")
    told: Mapping[tuple[Period | None, str], int | None] = {
        (line.period, line.category): line.count for line in one.year.aggregates
    }

    assert told == {
        (Period(2023, month), str(outcome)): cell
        for month, cells in enumerate(table, start=1)
        for outcome, cell in zip(OUTCOMES, cells, strict=True)
        if cell != ""
    }
    assert totals(one) == []


def folder(path: Path, files: Mapping[str, str]) -> None:
    for name, text in {"laporan.csv": "kunci,isi\ntahun,2023\n", **files}.items():
        (path / name).write_text(text, encoding="utf-8")
