"""What may stand beside a register: its map, and nothing at all where its days say the year."""

from __future__ import annotations

from pathlib import Path

import pytest

from ppid_core.errors import InputError
from ppid_core.intake import Intake, load
from ppid_core.model import Outcome
from ppid_core.summary import listed

HEAD = "nomor,tgl_surat,nama_pemohon,informasi_yang_diminta,hasil_akhir,kanal"
FOREIGN = f"{HEAD}\nP-1,2024-03-05,Pemohon 1,Daftar aset,S1,website\n"
MAP = "kolom_asal,kolom,nilai_asal,nilai\ntgl_surat,tanggal,,\nhasil_akhir,keputusan,S1,ditolak\n"
OURS = "nomor,tanggal,nama,informasi,keputusan\nP-1,2024-03-05,Pemohon 1,Daftar aset,ditolak\n"


def written(home: Path, **files: str) -> Path:
    for name, text in files.items():
        (home / f"{name}.csv").write_text(text, encoding="utf-8")
    return home


def told(intake: Intake) -> str:
    return "\n".join(note.message.id for note in intake.notes)


# peta


def test_a_map_beside_the_one_file_is_read_and_told(tmp_path: Path) -> None:
    intake = load(written(tmp_path, ekspor=FOREIGN, peta=MAP) / "ekspor.csv")

    (row,) = listed(intake.year.requests)
    assert (intake.problems, row.outcome, intake.year.period.year) == ((), Outcome.REFUSED, 2024)
    assert "peta.csv di folder yang sama ikut dibaca sebagai peta judul kolom dan kode." in told(intake)
    assert set(intake.inputs) == {"ekspor.csv", "peta.csv"}


def test_a_map_of_another_name_is_read_where_it_is_said(tmp_path: Path) -> None:
    written(tmp_path, ekspor=FOREIGN, padanan=MAP)

    intake = load(tmp_path / "ekspor.csv", tables={"padanan.csv": "peta"})

    assert intake.problems == ()
    assert set(intake.inputs) == {"ekspor.csv", "padanan.csv"}


def test_a_map_that_is_said_to_be_nobodys_is_passed_over(tmp_path: Path) -> None:
    written(tmp_path, permohonan=OURS, peta="kolom_asal,kolom\nnama,abaikan\n")

    intake = load(tmp_path / "permohonan.csv", tables={"peta.csv": "abaikan"})

    (row,) = listed(intake.year.requests)
    assert row.applicant is not None
    assert set(intake.inputs) == {"permohonan.csv"}


def test_a_map_makes_no_table_of_a_file_that_nobody_knows(tmp_path: Path) -> None:
    written(tmp_path, daftar="merek,warna\na,b\n", peta=MAP)

    with pytest.raises(InputError, match=r"daftar\.csv: tidak dikenali"):
        load(tmp_path / "daftar.csv")


def test_what_a_map_beside_it_says_wrong_is_told_at_its_place(tmp_path: Path) -> None:
    written(tmp_path, permohonan=OURS, peta="kolom_asal,kolom\nmerek,wrna\n")

    (problem,) = load(tmp_path / "permohonan.csv").problems

    assert (problem.source.file, problem.source.row) == ("peta.csv", 2)


# The year


def test_a_folder_without_laporan_takes_the_year_in_which_all_cases_came_in(tmp_path: Path) -> None:
    intake = load(written(tmp_path, permohonan=OURS))

    assert (intake.problems, intake.year.period.year) == ((), 2024)
    assert "Tahun laporan: 2024, sebab semua tanggal terima (1) ada di tahun itu." in told(intake)


def test_a_folder_without_laporan_is_asked_for_the_year_where_its_days_lie_in_two(tmp_path: Path) -> None:
    written(tmp_path, permohonan=f"{OURS}P-2,2023-12-30,Pemohon 2,Daftar aset,ditolak\n")

    with pytest.raises(InputError, match=r"Tanggal terima: 20\d\d \(1\), 20\d\d \(1\)"):
        load(tmp_path)


def test_a_folder_whose_laporan_names_no_year_is_asked_for_it(tmp_path: Path) -> None:
    """Whoever keeps *laporan* says the year there."""
    with pytest.raises(InputError, match="tahun laporan belum diisi"):
        load(written(tmp_path, permohonan=OURS, laporan="kunci,isi\ntahun,\n"))
