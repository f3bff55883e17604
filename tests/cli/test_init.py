from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Protocol

import pytest

from ppid_core.intake import load
from ppid_core.intake.files.launcher import launchers
from ppid_core.model import ComplianceMatrix, YearPart

NAMED = ("1-periksa", "2-draf", "3-laporan", "4-surat-dan-pengumuman", "5-tahun-berikut")


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


def clicked(name: str, path: str, *, cwd: Path) -> str:
    """Return what a file to click prints where commands are looked for in ``path``."""
    done = subprocess.run(
        [cwd / name],
        check=True,
        capture_output=True,
        text=True,
        input="\n",
        cwd=cwd.parent,
        env={**os.environ, "PATH": path},
    )
    return done.stdout


@pytest.mark.parametrize("form", [(), ("--xlsx",)])
def test_a_folder_and_a_workbook_come_with_five_files_to_click(
    run: Run, tmp_path: Path, form: tuple[str, ...]
) -> None:
    run("init", tmp_path, "--year", "2026", *form)

    assert [path.stem for path in sorted(tmp_path.glob("*.cmd"))] == list(NAMED)
    assert b"%PPID% periksa . --to docx\r\n" in (tmp_path / "1-periksa.cmd").read_bytes()


def test_the_year_after_a_workbook_is_begun_as_a_workbook(run: Run, tmp_path: Path) -> None:
    run("init", tmp_path, "--xlsx", "--year", "2026", "--susunan", "perki")

    assert (
        b'mulai "../laporan-{tahun}" --from . --xlsx --susunan perki\r\n'
        in (tmp_path / "5-tahun-berikut.cmd").read_bytes()
    )


def test_no_file_to_click_is_taken_for_a_table(run: Run, tmp_path: Path) -> None:
    run("init", tmp_path, "--year", "2026")
    for platform in ("win32", "darwin", "linux"):
        for name, content in launchers(platform=platform).items():
            (tmp_path / name).write_bytes(content)

    assert run("report", tmp_path, "--draft", "--to", "json").err.split("\n")[1:] == [
        " Belum ada yang diisi selain tahun laporan.",
        "",
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="a shell of the Unix kind runs them")
@pytest.mark.slow
def test_a_file_to_click_finds_the_python_that_wrote_it_where_nothing_is_on_the_path(
    run: Run, tmp_path: Path
) -> None:
    folder = tmp_path / "Data & Laporan (2026) 'baru'"
    run("init", folder, "--year", "2026")

    assert "Belum ada yang diisi untuk tahun 2026." in clicked("1-periksa.sh", "/usr/bin:/bin", cwd=folder)


@pytest.mark.skipif(sys.platform == "win32", reason="a shell of the Unix kind runs them")
@pytest.mark.slow
def test_a_file_to_click_of_another_computer_finds_the_command_on_the_path_or_says_what_to_do(
    tmp_path: Path,
) -> None:
    file = tmp_path / "1-periksa.sh"
    file.write_bytes(launchers("/tidak/ada/di sini/python", "linux")[file.name])
    file.chmod(0o755)
    found = tmp_path / "ada"
    found.mkdir()
    (found / "ppid").write_text('#!/bin/sh\necho "ppid $*"\n', "utf-8")
    (found / "ppid").chmod(0o755)
    for tool in ("dirname", "sh"):
        (found / tool).symlink_to(shutil.which(tool) or tool)

    told = clicked(file.name, str(found), cwd=tmp_path)
    (found / "ppid").unlink()
    missed = clicked(file.name, str(found), cwd=tmp_path)

    assert told.startswith("ppid periksa . --to docx\n")
    assert missed.startswith(
        "Program ppid tidak ditemukan di komputer ini.\nPasanglah menurut halaman Pemasangan"
    )


def test_the_year_stands_in_the_name_of_a_new_folder_where_it_is_asked_for(run: Run, tmp_path: Path) -> None:
    begun = run("init", tmp_path / "laporan-{tahun}", "--from", last_year(tmp_path / "lama"))
    unknown = run("init", tmp_path / "baru-{tahun}")

    assert (tmp_path / "laporan-2024" / "laporan.csv").is_file()
    assert str(tmp_path / "laporan-2024") in begun.out
    assert unknown.code == 2
    assert "tambahkan --year TAHUN" in " ".join(unknown.err.split())


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
    "dip": "nomor,ringkasan,tanggal_pemutakhiran\n1,Profil,2023-07-01\n2,Anggaran,2023-07-01\n",
    "dik": "nomor,informasi,berlaku_sampai\nDIK-1,Rekam medis,2030-12-31\n",
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
    "Disiapkan untuk tahun 2024: 2 OPD, 2 entri DIP, 1 entri DIK, 3 peraturan, 1 baris petugas,"
    " 2 baris sarana, 1 baris jam layanan, 1 bagian naskah."
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
    assert "Pembanding: ../lama (tahun_lalu di tabel laporan)." in said


@pytest.mark.parametrize("form", [(), ("--xlsx",), ("--xlsx", "--susunan", "perki"), ("--susunan", "perki")])
def test_next_year_has_the_lists_the_periods_and_the_place_of_this_one(
    run: Run, tmp_path: Path, form: tuple[str, ...]
) -> None:
    matrix = "opd,periode,profil\nDinas Sosial,semester-1,√\nDinas Kesehatan,semester-2,√\n"
    before = load(last_year(tmp_path / "lama", ketersediaan=matrix)).year

    run("init", tmp_path / "baru", "--from", tmp_path / "lama", *form)
    begun = load(tmp_path / "baru")

    assert (begun.problems, begun.last_report and begun.last_report.path) == ((), "../lama")
    assert begun.year.public_information == before.public_information
    assert begun.year.exempt_information == before.exempt_information
    assert isinstance(begun.year.matrix, ComplianceMatrix)
    assert [one.part for one in begun.year.matrix.deliveries] == [YearPart.SEMESTER_1, YearPart.SEMESTER_2]
    assert [len(one.rows) for one in begun.year.matrix.deliveries] == [2, 2]
    assert not any(one.is_delivered for one in begun.year.matrix.deliveries)


def test_a_year_that_lies_elsewhere_is_not_named_and_that_is_told(run: Run, tmp_path: Path) -> None:
    said = run("init", tmp_path / "jauh" / "baru", "--from", last_year(tmp_path / "lama")).out

    assert "tahun_lalu belum diisi" in said
    assert load(tmp_path / "jauh" / "baru").last_report is None


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
    assert "Prepared for 2024: 2 agencies, 2 entries of the DIP, 1 entries of the DIK, 3 regulations" in said
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
