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
