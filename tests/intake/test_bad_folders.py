"""Folders that cannot be used as they are: every problem with its place, and no traceback."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

from ppid_core.errors import Problem
from ppid_core.intake import InputError, Intake, ledger, load
from ppid_core.model import Absent

Report = Callable[..., Intake]
Told = tuple[str, int | None, str, str]


def told(problem: Problem) -> Told:
    source = problem.source
    return source.file, source.row, source.column, problem.message.id


def test_a_folder_that_is_not_there_is_told_with_its_neighbours(tmp_path: Path) -> None:
    (tmp_path / "laporan-2020").mkdir()
    (tmp_path / ".git").mkdir()

    with pytest.raises(InputError) as caught:
        load(tmp_path / "laporan2020")

    (problem,) = caught.value.problems
    expected = f'Folder "{tmp_path}/laporan2020" tidak ditemukan. Folder yang ada di sini: laporan-2020.'
    assert problem.message.id == expected


def test_a_file_that_is_neither_folder_nor_json_is_refused(tmp_path: Path) -> None:
    (tmp_path / "laporan.doc").write_bytes(b"PK")

    with pytest.raises(InputError, match=r"bukan folder, buku kerja .*, atau JSON"):
        load(tmp_path / "laporan.doc")


def test_without_laporan_every_problem_of_the_other_tables_is_told_too(tmp_path: Path) -> None:
    (tmp_path / "permohonan.csv").write_text("bulan,jumlah\n13,1\nMei,-2\n", encoding="utf-8")

    with pytest.raises(InputError) as caught:
        load(tmp_path)

    assert [(problem.source.file, problem.source.row) for problem in caught.value.problems] == [
        ("laporan.csv", None),
        ("permohonan.csv", 2),
        ("permohonan.csv", 3),
    ]


@pytest.mark.parametrize("year", ["dua ribu dua puluh", "20", "-2020", "2020,5"])
def test_a_year_that_is_none_is_one_problem(tmp_path: Path, year: str) -> None:
    (tmp_path / "laporan.csv").write_text(f'kunci,isi\ntahun,"{year}"\n', encoding="utf-8")

    with pytest.raises(InputError) as caught:
        load(tmp_path)

    (problem,) = caught.value.problems
    assert told(problem) == (
        "laporan.csv",
        2,
        "isi",
        f'"{year}" bukan tahun. Tulis empat angka, misalnya 2024.',
    )


def test_wrong_heading_names_the_nearest_and_keeps_the_rows(report: Report) -> None:
    intake = report(permohonan="Tgl Pmohonan,jumlah\n1 Mei 2020,1\n2 Mei 2020,2\n")

    (problem,) = intake.problems
    assert told(problem) == (
        "permohonan.csv",
        1,
        "Tgl Pmohonan",
        'kolom "Tgl Pmohonan" tidak dikenal. Maksudnya "tanggal"?',
    )
    assert problem.value == "Tgl Pmohonan"
    assert intake.accepted["permohonan"] == 2


def test_month_13(report: Report) -> None:
    (problem,) = report(permohonan="bulan,jumlah\nMei,1\n13,1\n").problems

    message = '"13" bukan bulan. Tulis Januari–Desember atau 1–12.'
    assert told(problem) == ("permohonan.csv", 3, "bulan", message)
    assert problem.expected.id == "Januari–Desember atau 1–12"


def test_text_in_a_number(report: Report) -> None:
    (problem,) = report(keberatan="bulan,jumlah\nMei,1\nlima,lima\n").problems[1:]

    message = '"lima" tidak terbaca sebagai angka. Tulis 5 atau 5 (lima).'
    assert told(problem) == ("keberatan.csv", 3, "jumlah", message)


def test_negative_count(report: Report) -> None:
    (problem,) = report(permohonan="Bulan ,JUMLAH\nMei,-3\n").problems

    assert told(problem)[:3] == ("permohonan.csv", 2, "JUMLAH")
    assert problem.value == "-3"
    assert "jumlah tidak boleh negatif" in problem.message.id


def test_a_lone_question_mark_is_a_lost_tick(report: Report) -> None:
    intake = report(ketersediaan="opd,profil,dip\nDinas A,√,?\nDinas B,√,-\n")

    (problem,) = intake.problems
    assert told(problem)[:3] == ("ketersediaan.csv", 2, "dip")
    assert "tanda √ hilang saat disimpan" in problem.message.id
    assert "CSV UTF-8" in problem.message.id
    assert intake.accepted["ketersediaan"] == 2


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("bulan,jumlah\nMei,1\n".encode("utf-16"), id="UTF-16"),
        pytest.param(b"bulan,jumlah\nMei,\x00\n", id="NUL"),
        pytest.param(b"\x89PNG\r\n\x1a\n\x00\x00", id="picture"),
        pytest.param(b"PK\x03\x04rest", id="workbook"),
        pytest.param("nomor\n\u2013 1\n".encode("cp1252"), id="windows-1252"),
    ],
)
def test_a_file_that_is_no_utf_8_text_is_one_problem_that_says_how_to_save(
    report: Report, content: bytes
) -> None:
    intake = report(permohonan=content)

    (problem,) = intake.problems
    assert told(problem)[:3] == ("permohonan.csv", None, "")
    assert "CSV UTF-8" in problem.message.id
    assert isinstance(intake.year.requests, Absent)


@pytest.mark.parametrize("content", [b"", b"\xef\xbb\xbf", b"\n\n", b" , \nMei,1\n"])
def test_a_file_without_a_heading_is_a_problem(report: Report, content: bytes) -> None:
    (problem,) = report(permohonan=content).problems

    assert told(problem)[:3] == ("permohonan.csv", None, "")
    assert "judul kolom" in problem.message.id


def test_an_empty_laporan_is_the_only_problem_told_of_it(report: Report) -> None:
    with pytest.raises(InputError) as caught:
        report(laporan=b"")

    assert [told(problem)[:2] for problem in caught.value.problems] == [("laporan.csv", None)]


def test_rows_with_another_delimiter_than_the_heading_are_told(report: Report) -> None:
    intake = report(permohonan="nomor,bulan,keputusan\n1,Mei,ditolak\n2;Mei;ditolak\n3\tMei\tditolak\n")

    assert [told(problem)[:2] for problem in intake.problems] == [
        ("permohonan.csv", 3),
        ("permohonan.csv", 4),
    ]
    assert 'pemisah ";"' in intake.problems[0].message.id
    assert (intake.read["permohonan"], intake.accepted["permohonan"]) == (3, 3)


def test_a_quotation_mark_left_open_is_told_where_it_opens(report: Report) -> None:
    intake = report(permohonan='nomor,informasi\n1,a\n2,"b\n3,c\n')

    (problem,) = intake.problems
    assert told(problem)[:2] == ("permohonan.csv", 3)
    assert "tanda kutip" in problem.message.id
    assert intake.accepted["permohonan"] == 2


def test_control_characters_are_told_and_not_repeated(report: Report) -> None:
    (problem,) = report(permohonan="informasi\nabc\x07def\n").problems

    assert told(problem)[:3] == ("permohonan.csv", 2, "informasi")
    assert r"abc\x07def" in problem.message.id
    assert "\x07" not in problem.message.id


def test_cells_beyond_the_heading_are_told_and_not_quoted(report: Report) -> None:
    intake = report(permohonan="nama,jumlah\nSeseorang,1,Rahasia\nOrang,2,\n")

    (problem,) = intake.problems
    assert told(problem)[:2] == ("permohonan.csv", 2)
    assert "Rahasia" not in repr(problem)
    assert intake.accepted["permohonan"] == 2


def test_all_bad_cells_of_a_row_are_told_and_the_row_stays(report: Report) -> None:
    intake = report(permohonan="bulan,jumlah,keputusan,pemohon\n13,x,entah,siapa\nMei,1,ditolak,individu\n")

    assert [problem.source.column for problem in intake.problems] == [
        "bulan",
        "jumlah",
        "keputusan",
        "pemohon",
    ]
    assert (intake.read["permohonan"], intake.accepted["permohonan"], intake.rejected) == (2, 2, ())


def test_personal_data_are_in_no_problem_and_no_repr(report: Report) -> None:
    intake = report(permohonan="nama,kontak,jumlah\nSi\x01Fulan,08\x02123,x\nFulanah,99,1\n")

    shown = repr(intake.problems) + repr(intake.rejected) + repr(intake.year)
    assert len(intake.problems) == 3
    assert "(data pribadi)" in intake.problems[0].message.id
    assert not [word for word in ("Fulan", "123", "Fulanah") if word in shown]


@pytest.mark.slow
def test_bad_rows_beyond_the_bound_are_told_by_their_number_in_bounded_memory(
    report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of each column the first cells are told one by one, the others together; the count is exact."""
    monkeypatch.setattr(ledger, "MOST", 100)
    rows = "".join(f"P-{n},x{n},-1,entah\n" for n in range(2_000))
    tracemalloc.start()

    intake = report(permohonan=f"nomor,tanggal,jumlah,keputusan\n{rows}")

    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    one_by_one = [problem for problem in intake.problems if problem.source.row is not None]
    others = [problem for problem in intake.problems if problem.source.row is None]
    assert (len(one_by_one), len(intake.rejected)) == (300, 0)
    assert max(problem.source.row or 0 for problem in one_by_one) == 101
    assert one_by_one[2].message is one_by_one[-1].message
    assert [(told(problem)[2], told(problem)[3]) for problem in others] == [
        (column, "1.900 sel lain di kolom ini juga tidak terbaca (baris 102–2001).")
        for column in ("tanggal", "jumlah", "keputusan")
    ]
    assert intake.year.unread_count == 6_000
    assert peak < 12 * 2**20
