"""A register of another program is read as *peta* says: its columns, its codes, its rows."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppid_core import Dossier, summarize_files, summarize_rows
from ppid_core.intake import Intake, from_rows, load
from ppid_core.intake.rows import batch, columns
from ppid_core.model import Channel, Coded, ObjectionGround, Outcome, Period, Request
from ppid_core.summary import listed

Rows = list[dict[str, object]]
REPORT: Rows = [{"kunci": "tahun", "isi": 2024}]


def lines(*typed: str) -> Rows:
    """Return lines of *peta*: its first columns, between bars."""
    names = ("kolom_asal", "kolom", "nilai_asal", "nilai", "tabel", "gabung")
    padded = ([*map(str.strip, line.split("|")), *[""] * 6][:6] for line in typed)
    return [dict(zip(names, cells, strict=True)) for cells in padded]


def read(requests: Rows, *typed: str) -> Intake:
    return from_rows({"laporan": REPORT, "permohonan": requests, "peta": lines(*typed)})


def requests(intake: Intake) -> tuple[Request, ...]:
    assert intake.problems == ()
    return tuple(listed(intake.year.requests))


def told(intake: Intake) -> str:
    return "\n".join(note.message.id for note in intake.notes)


def test_a_column_that_is_nobodys_is_passed_over() -> None:
    (row,) = requests(read([{"kanal": "website", "token_fcm": "abc"}], "token_fcm | abaikan"))

    assert row.channel == Coded(Channel.WEBSITE, "website")


def test_a_column_of_ours_is_passed_over_too_where_it_means_something_else() -> None:
    (row,) = requests(
        read([{"status": "aktif", "HASIL_PPID": "ditolak"}], "status|abaikan", "HASIL_PPID|keputusan")
    )

    assert row.outcome is Outcome.REFUSED


def test_what_is_nobodys_in_one_table_may_be_known_in_another() -> None:
    intake = from_rows(
        {
            "laporan": REPORT,
            "permohonan": [{"kanal": "website", "alasan": "x"}],
            "keberatan": [{"tanggal": "2024-02-01", "alasan": "tidak ditanggapi"}],
            "peta": lines("alasan | permohonan.abaikan"),
        }
    )

    assert intake.problems == ()
    assert [row.grounds for row in listed(intake.year.objections)] == [(ObjectionGround.C,)]


def test_a_line_beats_a_heading_of_ours() -> None:
    (row,) = requests(
        read(
            [{"tanggal": "2024-05-02", "masuk": "2024-05-01"}],
            "masuk|tanggal",
            "tanggal|tanggal_pemberitahuan",
        )
    )

    assert (row.period, row.notice_on) == (Period.of(date(2024, 5, 1)), date(2024, 5, 2))


def test_of_two_columns_that_mean_one_the_foreign_one_is_read_and_the_other_told() -> None:
    intake = read([{"tanggal": "2024-05-02", "masuk": "2024-05-01"}], "masuk | tanggal")

    (problem,) = intake.problems
    assert (problem.source.column, "gabung" in problem.message.id) == ("tanggal", True)
    (row,) = listed(intake.year.requests)
    assert row.period == Period.of(date(2024, 5, 1))


def test_a_code_may_mean_that_nothing_is_recorded() -> None:
    intake = read([{"opd": "A", "kanal": "0"}, {"opd": "A", "kanal": "1"}], "|kanal|0|", "|kanal|1|website")

    assert [row.channel for row in requests(intake)] == [None, Coded(Channel.WEBSITE, "website")]
    assert '"0" dibaca sebagai belum tercatat (1 sel)' in told(intake)


def test_rows_of_a_code_that_is_no_case_are_told_and_not_counted() -> None:
    intake = read(
        [{"kanal": "website", "jenis": "uji coba"}, {"kanal": "email", "jenis": ""}],
        "jenis | abaikan | Uji Coba | abaikan",
    )

    assert [row.channel for row in requests(intake)] == [Coded(Channel.EMAIL, "email")]
    assert intake.read["permohonan"] == 1
    assert "1 baris diabaikan menurut peta dan tidak dihitung (baris 2)" in told(intake)


@pytest.mark.parametrize(
    ("joint", "expected"),
    [
        ("spasi", "Jalan Mawar 3"),
        ("koma", "Jalan Mawar, 3"),
        ("titik koma", "Jalan Mawar; 3"),
        ("pertama", "Jalan Mawar"),
    ],
)
def test_two_columns_become_one_in_the_way_that_is_said(joint: str, expected: str) -> None:
    intake = read(
        [{"jalan": "Jalan Mawar", "kanal": "website", "rumah": "3"}],
        f"jalan|tujuan|||| {joint}",
        f"rumah|tujuan|||| {joint}",
    )

    assert [row.purpose for row in requests(intake)] == [expected]
    assert "jalan + rumah" in told(intake)


def test_of_columns_of_which_one_is_filled_that_one_is_read_and_rows_in_which_they_differ_are_told() -> None:
    intake = read(
        [
            {"dikirim": "2024-02-01", "ditolak": "-"},
            {"dikirim": "", "ditolak": "2024-02-02"},
            {"dikirim": "2024-02-03", "ditolak": "2024-02-04"},
        ],
        "dikirim|tanggal_pemberitahuan||||pertama",
        "ditolak|tanggal_pemberitahuan||||pertama",
    )

    assert [row.notice_on for row in requests(intake)] == [date(2024, 2, day) for day in (1, 2, 3)]
    assert "isi berbeda (baris 4)" in told(intake)


def test_a_joined_cell_that_cannot_be_read_is_told_where_the_first_stands() -> None:
    intake = read([{"hari": "31", "b": "Pebuari"}], "hari|tanggal||||spasi", "b|tanggal||||spasi")

    (problem,) = intake.problems
    assert (problem.source.row, problem.source.column) == (2, "hari")


def test_a_column_that_the_file_lacks_says_the_same_in_each_row() -> None:
    intake = read(
        [{"tanggal": "2024-02-01"}, {"tanggal": "2024-02-02"}], "| kanal | * | website", "|opd|*|Dinas X"
    )

    assert [row.channel for row in requests(intake)] == [Coded(Channel.WEBSITE, "website")] * 2
    assert [row.agency.typed for row in requests(intake) if row.agency] == ["Dinas X"] * 2


def test_a_constant_gives_way_to_a_column_that_is_there() -> None:
    intake = read([{"kanal": "email"}], "| kanal | * | website")

    assert [row.channel for row in requests(intake)] == [Coded(Channel.EMAIL, "email")]
    assert "nilai tetap untuk kolom kanal tidak dipakai" in told(intake)


def test_a_constant_that_cannot_be_read_is_told_where_it_stands() -> None:
    (problem,) = read([{"kanal": "email"}], "| permohonan.tanggal | * | kemarin").problems

    assert (problem.source.file, problem.source.column, problem.value) == ("peta", "nilai", "kemarin")


BOTH: Rows = [
    {"jenis_layanan": "Permohonan", "tanggal": "2024-02-01", "kanal": "website", "alasan": ""},
    {"jenis_layanan": "Keberatan", "tanggal": "2024-03-01", "kanal": "email", "alasan": "tidak ditanggapi"},
    {"jenis_layanan": "Permohonan", "tanggal": "2024-04-01", "kanal": "website", "alasan": ""},
]
SPLIT = "jenis_layanan | | Keberatan | | keberatan"


def test_one_table_is_two_by_what_a_column_says() -> None:
    intake = read(BOTH, SPLIT)

    assert [row.source.row for row in requests(intake) if row.source] == [2, 4]
    (objection,) = listed(intake.year.objections)
    assert objection.grounds == (ObjectionGround.C,)
    assert objection.source is not None
    assert objection.source.row == 3
    assert dict(intake.read) | {"permohonan": 2, "keberatan": 1} == dict(intake.read)
    assert "1 baris dibaca sebagai keberatan menurut peta (baris 3)" in told(intake)
    assert '"kanal" bukan kolom keberatan; isinya pada baris 3 tidak dibaca' in told(intake)


def test_rows_of_a_table_that_has_a_file_of_its_own_are_not_mixed_with_it() -> None:
    intake = from_rows(
        {
            "laporan": REPORT,
            "permohonan": BOTH,
            "keberatan": [{"tanggal": "2024-05-01"}],
            "peta": lines(SPLIT),
        }
    )

    assert any("juga di permohonan" in problem.message.id for problem in intake.problems)


@pytest.mark.parametrize(
    "typed",
    [
        ("A | tanggal", "A | tanggal_pemberitahuan"),
        ("A | tujuan |||| spasi", "B | tujuan |||| koma"),
    ],
)
def test_lines_that_contradict_each_other_are_told(typed: tuple[str, str]) -> None:
    (problem,) = read([{"tanggal": "2024-02-01"}], *typed).problems

    assert "bertentangan" in problem.message.id


FOREIGN = {
    "tgl_ajuan": st.sampled_from(["2024-02-01", "2024-03-05 10:00:00", "", "kemarin"]),
    "status_id": st.sampled_from(["1", "2", "9", "0", ""]),
    "jenis_layanan": st.sampled_from(["Permohonan", "Keberatan", "Uji"]),
    "selesai": st.sampled_from(["2024-03-01", "-", ""]),
    "batal": st.sampled_from(["2024-03-01", "2024-03-02", ""]),
    "token": st.sampled_from(["x", ""]),
    "alasan": st.sampled_from(["tidak ditanggapi", ""]),
}
MAP = lines(
    SPLIT,
    "jenis_layanan || Uji | abaikan",
    "tgl_ajuan | tanggal",
    "status_id | permohonan.keputusan | 1 | dikabulkan",
    "status_id | permohonan.keputusan | 2 | ditolak",
    "status_id | permohonan.keputusan | 0 |",
    "status_id | keberatan.abaikan",
    "selesai | permohonan.tanggal_pemberitahuan |||| pertama",
    "batal | permohonan.tanggal_pemberitahuan |||| pertama",
    "token | abaikan",
    "| permohonan.kanal | * | website",
)


@pytest.mark.slow
@given(st.lists(st.fixed_dictionaries(FOREIGN), max_size=12), st.sampled_from([1, 3, 4096]))
def test_by_columns_one_by_one_and_streamed_the_same_is_read(rows: Rows, length: int) -> None:
    tables = {"laporan": REPORT, "permohonan": rows, "peta": MAP}

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(columns, "BATCH", length)
        by_columns = from_rows(tables)
        streamed = summarize_rows(tables)
        patch.setattr(batch.BatchReader, "can_read", lambda _: False)
        one_by_one = from_rows(tables)

    assert by_columns == one_by_one
    assert streamed.problems == by_columns.problems
    work = Dossier.from_rows(tables)
    assert streamed.figure("requests.total") == work.figure("requests.total")
    assert streamed.figure("requests.by_outcome") == work.figure("requests.by_outcome")
    assert streamed.figure("objections.total") == work.figure("objections.total")


def test_tables_with_a_map_are_read_by_columns() -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(batch.BatchReader, "values", lambda *_: iter(()))
        intake = read([{"masuk": "2024-05-01"}], "masuk|tanggal")

    assert intake.read["permohonan"] == 1
    assert listed(intake.year.requests) == ()


def test_a_folder_and_its_stream_agree(tmp_path: Path) -> None:
    (tmp_path / "laporan.csv").write_text("kunci,isi\ntahun,2024\n", "utf-8")
    (tmp_path / "permohonan.csv").write_text(
        "jenis_layanan,tanggal,alasan\nPermohonan,2024-02-01,\nKeberatan,2024-03-01,tidak ditanggapi\n",
        "utf-8",
    )
    (tmp_path / "peta.csv").write_text(
        "kolom_asal,kolom,nilai_asal,nilai,tabel\njenis_layanan,,Keberatan,,keberatan\n", "utf-8"
    )

    intake, streamed = load(tmp_path), summarize_files([tmp_path])

    assert intake.problems == streamed.problems == ()
    assert [note.message for note in intake.notes] == [note.message for note in streamed.work.intake.notes]
    assert streamed.figure("objections.total") == 1
