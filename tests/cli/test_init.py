from __future__ import annotations

import json
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
