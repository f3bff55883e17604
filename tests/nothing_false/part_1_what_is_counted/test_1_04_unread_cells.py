"""1.4: a cell that cannot be read costs the cell, not the row."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.nothing_false.work import OURS, found, from_files, from_tables

from ppid_core import Dossier, structure, unstructure
from ppid_core.intake import from_rows
from ppid_core.intake.tables import DISPUTES, OBJECTIONS, REQUESTS, SUITS
from ppid_core.intake.tables.spec import TableSpec
from ppid_core.intake.typed_tables import typed_tables
from ppid_core.model import Absent, Coded, Reason, RefusalReason, UnreadCell
from ppid_core.report import Report, Section

MISSPELT = [
    {"nomor": "1", "tanggal": "2023-03-01", "keputusan": "dikabulkan"},
    {"nomor": "2", "tanggal": "2023-03-02", "keputusan": "dkabulkn"},
]


def registered(work: Dossier) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return number and unread fields of each request of the year."""
    assert not isinstance(work.year.requests, Absent)
    return tuple((row.number, row.unread) for row in work.year.requests)


def test_row_with_a_misspelt_outcome_stays_in_the_total() -> None:
    work = from_tables(permohonan=MISSPELT)

    assert registered(work) == (("1", ()), ("2", ("outcome",)))
    assert work.figure("requests.total") == 2
    assert [problem.source.column for problem in work.problems] == ["keputusan"]
    assert work.year.unread == (UnreadCell(table="permohonan", column="keputusan"),)


def test_read_is_accepted_and_rejected_and_a_bad_cell_rejects_nothing() -> None:
    intake = from_tables(permohonan=MISSPELT).intake

    assert (intake.read["permohonan"], intake.accepted["permohonan"], intake.rejected) == (2, 2, ())


@pytest.mark.parametrize("count", ["tiga puluh", "-1", ""])
def test_row_whose_count_cannot_be_read_makes_the_total_absent(count: str) -> None:
    work = from_tables(permohonan=[{"bulan": "Mei", "jumlah": 3}, {"bulan": "Juni", "jumlah": count}])

    assert len(registered(work)) == 2
    assert work.figure("requests.total") == Absent(Reason.UNREAD)


def test_date_and_month_that_contradict_each_other_cost_both_and_not_the_row() -> None:
    work = from_tables(permohonan=[{"nomor": "1", "tanggal": "2023-05-07", "bulan": "Juni"}])

    assert registered(work) == (("1", ("period",)),)
    assert work.figure("requests.total") == 1


def test_year_of_receipt_that_cannot_be_read_leaves_open_whether_the_row_counts() -> None:
    work = from_tables(permohonan=[{"nomor": "1", "bawaan": "tahun lalu"}])

    assert work.figure("requests.total") == Absent(Reason.UNREAD)
    assert work.figure("requests.carried_over") == Absent(Reason.UNREAD)


@pytest.mark.parametrize(
    ("table", "row", "place"),
    [
        ("keberatan", {"nomor": "K-1", "tanggal_jawaban": "kemarin"}, "objections"),
        ("sengketa", {"nomor": "S-1", "tanggal_sidang": "kemarin"}, "disputes"),
        ("gugatan", {"nomor_sengketa": "S-1", "tanggal": "kemarin"}, "suits"),
    ],
)
def test_every_register_keeps_its_row(table: str, row: dict[str, str], place: str) -> None:
    work = from_tables(**{table: [row]})  # type: ignore[arg-type]

    assert work.figure(f"{place}.total") == 1
    assert len(work.year.unread) == 1


@pytest.mark.parametrize("spec", [REQUESTS, OBJECTIONS, DISPUTES, SUITS], ids=lambda spec: spec.name)
def test_every_column_of_a_register_has_a_field_that_tells_when_it_is_unread(spec: TableSpec[Any]) -> None:
    assert {column.name for column in spec.columns} == set(spec.fields)
    work = from_tables(**{spec.name: [dict.fromkeys(spec.fields, "\x01")]})  # type: ignore[arg-type]

    (row,) = next(
        rows
        for rows in (work.year.requests, work.year.objections, work.year.disputes, work.year.suits)
        if not isinstance(rows, Absent)
    )
    assert set(row.unread) == set(spec.fields.values())


def test_column_under_a_misspelt_heading_is_unread_and_not_blank() -> None:
    row = {"nomor": "1", "tanggal": "2023-03-01", "Keputusn": "ditolak"}
    work = from_tables(permohonan=[row, {**row, "nomor": "2", "Keputusn": ""}])

    assert registered(work) == (("1", ("outcome",)), ("2", ()))
    assert work.figure("requests.by_outcome.unread") == 1
    assert len(work.problems) == 1
    assert from_tables(permohonan=[{"Jumlh": 3}]).figure("requests.total") == Absent(Reason.UNREAD)
    assert from_tables(permohonan=[{"nomor": "1", "Foto": "x"}]).figure("requests.total") == 1


def test_other_tables_keep_their_rows_without_the_value() -> None:
    work = from_tables(
        anggaran=[{"sumber": "APBD", "alokasi": "sekitar Rp 75 juta", "realisasi": 1000}],
        kunjungan=[{"bulan": "Mei", "kunjungan": "banyak"}],
        sdm=[{"bagian": "PPID", "jumlah": "beberapa"}],
    )

    assert [line.funding for line in work.year.budget_lines] == ["APBD"]
    assert work.figure("visits.total") == Absent(Reason.UNREAD)
    assert work.figure("staff.total") == Absent(Reason.UNREAD)
    assert {(cell.table, cell.column) for cell in work.year.unread} == {
        ("anggaran", "alokasi"),
        ("kunjungan", "kunjungan"),
        ("sdm", "jumlah"),
    }


def test_table_whose_rows_all_fail_is_not_readable_rather_than_not_recorded() -> None:
    work = from_tables(opd=[{"singkatan": "", "kode": ""}, {"kode": "\x01"}], peringkat_opd=[{"nilai": 3}])

    assert work.year.agencies == Absent(Reason.UNREADABLE)
    assert work.year.activity.ranking == Absent(Reason.UNREADABLE)


def test_file_that_cannot_be_opened_is_not_readable_rather_than_not_recorded(tmp_path: Path) -> None:
    (tmp_path / "permohonan.csv").write_bytes("nomor\n– 1\n".encode("cp1252"))

    work = from_files(tmp_path)

    assert work.figure("requests.total") == Absent(Reason.UNREADABLE)


def test_second_file_of_a_register_without_numbers_leaves_its_total_unknown(tmp_path: Path) -> None:
    work = from_files(tmp_path, permohonan="kanal\nwebsite\n", Permohonan="kanal\nwebsite\n")

    assert work.figure("requests.total") == Absent(Reason.UNREAD)


def test_breakdowns_name_what_is_unread_beside_what_is_not_recorded() -> None:
    blank = {"nomor": "3", "tanggal": "2023-03-03"}
    work = from_tables(permohonan=[*MISSPELT, blank])

    assert work.figure("requests.by_outcome") == {"granted": 1, "unread": 1, "not_recorded": 1}
    assert work.figure("requests.by_outcome.unread") == 1
    assert isinstance(work.figure("requests.by_outcome.refused"), Absent)


def test_reason_and_month_that_cannot_be_read_are_categories_too() -> None:
    work = from_tables(
        permohonan=[{"tanggal": "kemarin", "keputusan": "ditolak", "alasan_penolakan": "\x01"}]
    )

    assert work.figure("requests.by_refusal_reason") == {"unread": 1}
    assert work.figure("requests.by_month") == Absent(Reason.UNREAD)


def test_time_of_an_unread_notice_is_unknown_and_named() -> None:
    work = from_tables(
        permohonan=[
            {"tanggal": "2023-03-01", "tanggal_pemberitahuan": "2023-03-03"},
            {"tanggal": "2023-03-01", "tanggal_pemberitahuan": "maret"},
        ]
    )

    assert work.figure("requests.timeliness.unknown") == 1
    assert work.figure("requests.untimed_unread") == 1
    assert work.figure("requests.response_time.count") == 1


def test_unread_outcome_is_neither_open_nor_closed() -> None:
    work = from_tables(permohonan=MISSPELT, as_of=date(2023, 12, 31))

    assert work.summary.figure("requests.oldest_open") == ()
    assert work.figure("requests.balance.closing") == Absent(Reason.UNREAD)


def test_sum_of_money_with_an_unread_amount_is_not_known() -> None:
    work = from_tables(anggaran=[{"sumber": "APBD", "alokasi": "sekitar Rp 75 juta"}, {"alokasi": 1000}])

    assert work.figure("budget.allocated") == Absent(Reason.UNREAD)


def test_unread_aggregate_line_leaves_the_count_unknown() -> None:
    lines = [
        {"apa": "permohonan", "menurut": "keputusan", "nilai": "dikabulkan", "jumlah": 10},
        {"apa": "permohonan", "menurut": "keputusan", "nilai": "ditolak", "jumlah": "l5"},
    ]

    assert from_tables(rekap=lines).figure("requests.total") == Absent(Reason.UNREAD)
    assert from_tables(rekap=lines).figure("objections.total") == Absent()


def test_lost_tick_makes_no_share_and_no_blank_agency() -> None:
    work = from_tables(ketersediaan=[{"opd": "Dinas A", "profil": "?"}, {"opd": "Dinas B", "profil": "ya"}])

    assert work.figure("compliance.unread") == 1
    assert work.figure("compliance.share") == Absent(Reason.UNREAD)
    assert not found(work, "M101")


def test_report_names_what_is_unread() -> None:
    report = from_tables(permohonan=MISSPELT).report()

    text = "\n".join(plain(report))
    assert "Tidak terbaca" in text
    assert "tidak terbaca keputusannya" in text


def plain(report: Report) -> Iterator[str]:
    def walk(section: Section) -> Iterator[str]:
        yield from (block.plain() for block in section.blocks)
        for inner in section.sections:
            yield from walk(inner)

    for section in report.sections:
        yield from walk(section)


def test_what_is_unread_survives_json() -> None:
    year = from_tables(permohonan=MISSPELT, anggaran=[{"alokasi": "x"}]).year

    assert structure(unstructure(year)) == year


def test_value_of_our_json_that_cannot_be_costs_the_value(tmp_path: Path) -> None:
    plain = unstructure(from_tables(permohonan=MISSPELT[:1]).year)
    plain["requests"][0] |= {"outcome": "entah"}
    (tmp_path / "tahun.json").write_text(json.dumps(plain), encoding="utf-8")

    work = Dossier.open(tmp_path / "tahun.json", plugins=OURS)

    assert registered(work) == (("1", ("outcome",)),)
    assert work.year.unread_cells("permohonan", "keputusan")
    assert (work.figure("requests.total"), len(work.problems)) == (1, 1)


def test_json_of_a_year_with_unread_cells_is_no_clean_year(tmp_path: Path) -> None:
    year = from_tables(permohonan=MISSPELT).year
    (tmp_path / "tahun.json").write_text(json.dumps(unstructure(year)), encoding="utf-8")

    work = Dossier.open(tmp_path / "tahun.json", plugins=OURS)

    assert work.year == year
    assert [problem.source.row for problem in work.problems] == [3]


def test_row_written_back_is_read_as_unread_again_and_never_as_blank() -> None:
    year = from_tables(
        permohonan=[
            *MISSPELT,
            {"nomor": "3", "tanggal": "kemarin", "bulan": "Mei", "jumlah": "x", "nama": "\x01"},
        ],
        keberatan=[{"nomor": "K-1", "huruf": "z", "tanggal_jawaban": "?"}],
    ).year

    again = from_rows(typed_tables(year)).year

    assert (again.requests, again.objections) == (year.requests, year.objections)
    assert len(again.unread) == len(year.unread)


def test_of_two_columns_of_a_count_nobody_knows_which_is_meant() -> None:
    """Read as one of them, people would be counted as requests, or requests as people."""
    work = from_tables(permohonan=[{"bulan": "Mei", "jumlah": 3, "jumlah_pemohon": ""}])

    assert registered(work) == (("", ("count",)),)
    assert work.figure("requests.total") == Absent(Reason.UNREAD)
    assert [problem.source.column for problem in work.problems] == ["jumlah_pemohon"]


def test_cell_of_any_table_written_back_is_unread_again() -> None:
    year = from_tables(
        sdm=[{"bagian": "Layanan", "jumlah": "lima"}],
        kunjungan=[{"bulan": "Mei", "kunjungan": "ramai"}],
        anggaran=[{"sumber": "APBD", "alokasi": "besar"}],
    ).year
    tables = typed_tables(year)

    assert [tables[name][0][column] for name, column in UNREAD_IN] == ["(tidak terbaca)"] * 3
    assert from_rows(tables).year == year


UNREAD_IN = (("sdm", "jumlah"), ("kunjungan", "kunjungan"), ("anggaran", "alokasi"))


def test_letter_that_is_none_of_the_act_is_not_taken_from_a_word() -> None:
    """A tick typed as *V* is no letter of Pasal 17, and no reason either."""
    year = from_tables(permohonan=[{"keputusan": "ditolak", "alasan_penolakan": "V"}]).year

    assert not isinstance(year.requests, Absent)
    assert [(row.exemption_letter, row.reason) for row in year.requests] == [
        ("", Coded(RefusalReason.OTHER, "V"))
    ]
