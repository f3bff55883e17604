from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Protocol

import pytest


class Ended(Protocol):
    code: object
    out: str
    err: str


class Run(Protocol):
    def __call__(self, *arguments: str | Path) -> Ended: ...


def test_new_folder_is_empty_for_the_check_and_nothing_contradicts(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "laporan-2026"

    made = run("mulai", folder, "--year", "2026")

    assert made.code == 0
    assert (folder / "PETUNJUK.txt").is_file()
    assert (folder / "contoh" / "laporan.csv").is_file()
    checked = run("check", folder)
    assert checked.code == 0
    assert checked.out.startswith("Belum ada yang diisi untuk tahun 2026.\n")
    assert run("summary", folder).out.startswith("Belum ada yang diisi untuk tahun 2026.\n")
    assert run("check", folder, "--format", "json").code == 0


def test_new_folder_without_a_year_has_that_one_problem(run: Run, tmp_path: Path) -> None:
    run("init", tmp_path / "laporan")

    ended = run("check", tmp_path / "laporan", "--format", "json")

    assert ended.code == 2
    assert len(json.loads(ended.out)["problems"]) == 1


def test_filled_example_is_complete(run: Run, tmp_path: Path) -> None:
    run("init", tmp_path / "laporan")

    assert run("check", tmp_path / "laporan" / "contoh").code == 0


@pytest.mark.parametrize("there", ["opd.csv", "contoh/permohonan.csv"])
def test_nothing_is_written_where_one_file_is_there(run: Run, tmp_path: Path, there: str) -> None:
    (tmp_path / there).parent.mkdir(exist_ok=True)
    (tmp_path / there).write_text("milik saya", encoding="utf-8")
    before = sorted(tmp_path.rglob("*"))

    ended = run("init", tmp_path)

    assert ended.code == 2
    assert f"sudah ada {there}. Pilih folder lain." in " ".join(ended.err.split())
    assert before == sorted(tmp_path.rglob("*"))
    assert (tmp_path / there).read_text(encoding="utf-8") == "milik saya"


def test_other_files_of_the_folder_stay(run: Run, tmp_path: Path) -> None:
    (tmp_path / "surat.docx").write_bytes(b"milik saya")

    assert run("init", tmp_path, "--year", "2026").code == 0
    assert (tmp_path / "surat.docx").read_bytes() == b"milik saya"


def test_files_to_click_check_and_report_in_their_own_folder(run: Run, tmp_path: Path) -> None:
    run("init", tmp_path / "laporan", "--year", "2026")

    check = (tmp_path / "laporan" / "1-periksa.cmd").read_bytes()
    report = (tmp_path / "laporan" / "2-buat-laporan.cmd").read_bytes()

    assert check.startswith(b"@echo off\r\n")
    assert b'cd /d "%~dp0"\r\n' in check
    assert b'ppid periksa "."\r\n' in check
    assert b'ppid laporan "."\r\n' in report
    assert check.endswith(b"pause\r\n")


@pytest.mark.slow
def test_shell_files_run_where_they_lie(run: Run, tmp_path: Path) -> None:
    run("init", tmp_path / "laporan", "--year", "2026")
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"

    done = subprocess.run(
        [tmp_path / "laporan" / "1-periksa.sh"],
        check=True,
        capture_output=True,
        text=True,
        input="\n",
        cwd=tmp_path,
        env={**os.environ, "PATH": path},
    )

    assert "Belum ada yang diisi untuk tahun 2026." in done.stdout


def test_a_workbook_comes_with_files_that_check_it(run: Run, tmp_path: Path) -> None:
    ended = run("init", tmp_path, "--xlsx", "--year", "2026")

    assert sorted(path.name for path in tmp_path.iterdir()) == [
        *("1-periksa.cmd", "1-periksa.sh", "2-buat-laporan.cmd", "2-buat-laporan.sh", "register.xlsx"),
    ]
    assert b'ppid periksa "register.xlsx"' in (tmp_path / "1-periksa.cmd").read_bytes()
    assert "Buku kerja register.xlsx siap" in ended.out


def test_next_year_begins_with_this_one(run: Run, example: Path, tmp_path: Path) -> None:
    ended = run("init", tmp_path / "baru", "--from", example)

    assert ended.code == 0
    said = " ".join(ended.out.split())
    assert "Disiapkan untuk tahun 2021: 33 OPD, 14 jenis informasi" in said
    assert "menjadi bawaan: 4 permohonan." in said
    assert "Perbarui: penandatangan" in said
    assert run("check", tmp_path / "baru").code == 0
    assert "2021" in run("summary", tmp_path / "baru").out


def test_next_year_needs_a_year_that_can_be_read(run: Run, tmp_path: Path) -> None:
    (tmp_path / "lama").mkdir()
    (tmp_path / "lama" / "laporan.csv").write_text("kunci,isi\n", "utf-8")

    ended = run("init", tmp_path / "baru", "--from", tmp_path / "lama")

    assert ended.code == 2
    assert "tahun" in ended.err
    assert not (tmp_path / "baru").exists()


LAST_YEAR = {
    "laporan": "kunci,isi\ntahun,2023\nbadan.nama,Kota Contoh\n",
    "opd": "nama\nDinas Sosial\nDinas Kesehatan\n",
    "regulasi": "nomor,tentang\nPerwal 1/2020,PPID\nPerwal 2/2020,DIP\nPerwal 3/2020,SOP\n",
    "sdm": "bagian,jumlah\npetugas,2\n",
    "sarana_prasarana": "tempat,nama,jumlah\nmeja,kursi,4\nmeja,komputer,1\n",
    "jam_layanan": "hari,buka,tutup\nSenin,08.00,16.00\n",
    "naskah": "bagian,teks\nkebijakan,Kebijakan layanan.\n",
    "permohonan": "nomor,tanggal,jumlah,keputusan,tanggal_pemberitahuan\n"
    "P-1,2023-12-28,2,masih diproses,\nP-2,2023-03-01,1,dikabulkan seluruhnya,2023-03-07\n",
    "keberatan": "nomor,tanggal,jumlah,jawaban,tanggal_jawaban\n"
    "K-1,2023-12-20,3,,\nK-2,2023-02-01,1,ditolak,2023-02-20\n",
    "sengketa": "nomor,tanggal,hasil,tanggal_putusan\nS-1,2023-11-01,,\nS-2,2023-02-01,ditolak,2023-05-02\n",
    "gugatan": "nomor_sengketa,pengadilan,tanggal,putusan\nS-2,PTUN,2023-06-01,\n"
    "S-0,PTUN,2023-01-05,ditolak\n",
}
CARRIED = (
    "Disiapkan untuk tahun 2024: 2 OPD, 3 peraturan, 1 baris petugas, 2 baris sarana, 1 baris jam layanan,"
    " 1 bagian naskah."
)
OPEN = "Perkara yang masih terbuka, menjadi bawaan: 2 permohonan, 3 keberatan, 1 sengketa, 1 gugatan."


def last_year(folder: Path, **tables: str) -> Path:
    folder.mkdir()
    for name, text in {**LAST_YEAR, **tables}.items():
        (folder / f"{name}.csv").write_text(text, "utf-8")
    return folder


@pytest.mark.parametrize("form", [(), ("--xlsx",)])
def test_next_year_tells_everything_that_it_took_over(
    run: Run, tmp_path: Path, form: tuple[str, ...]
) -> None:
    ended = run("init", tmp_path / "baru", "--from", last_year(tmp_path / "lama"), *form)

    said = " ".join(ended.out.split())
    assert CARRIED in said
    assert OPEN in said
    assert "Perbarui: penandatangan, peraturan, petugas" in said


def test_next_year_says_where_no_case_is_open_and_nothing_was_taken_over(run: Run, tmp_path: Path) -> None:
    blank = {name: LAST_YEAR[name].partition("\n")[0] + "\n" for name in LAST_YEAR if name != "laporan"}

    ended = run("init", tmp_path / "baru", "--from", last_year(tmp_path / "lama", **blank))

    said = " ".join(ended.out.split())
    assert "Disiapkan untuk tahun 2024: –." in said
    assert "Tidak ada perkara yang masih terbuka." in said
    assert "bawaan" not in said


def test_next_year_tells_the_same_in_english(run: Run, tmp_path: Path) -> None:
    ended = run("init", tmp_path / "baru", "--from", last_year(tmp_path / "lama"), "--lang", "en")

    said = " ".join(ended.out.split())
    assert "Prepared for 2024: 2 agencies, 3 regulations" in said
    assert "carried over: 2 requests, 3 objections, 1 disputes, 1 suits." in said


def test_an_empty_beginning_tells_of_no_year_before(run: Run, tmp_path: Path) -> None:
    said = run("init", tmp_path / "baru").out
    assert "Disiapkan" not in said
    assert "Perbarui" not in said


@pytest.mark.parametrize("more", [(), ("--xlsx",)])
def test_registers_in_the_layout_of_the_regulation_are_empty_for_the_check(
    run: Run, tmp_path: Path, more: tuple[str, ...]
) -> None:
    folder = tmp_path / "laporan"

    made = run("init", folder, "--year", "2026", "--susunan", "perki", *more)

    assert made.code == 0
    checked = run("check", folder / "register.xlsx" if more else folder)
    assert (checked.code, checked.out.splitlines()[0]) == (0, "Belum ada yang diisi untuk tahun 2026.")
