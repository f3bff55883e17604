"""A file of another program may have titles above its heading: it is found, and told; ours keep row 1."""

from __future__ import annotations

from pathlib import Path

import pytest

from ppid_core.intake import Intake, load
from ppid_core.intake.files.csv_file import csv_titles
from ppid_core.intake.tables import known_headings
from ppid_core.model import Outcome
from ppid_core.source import Source
from ppid_core.summary import listed

HEAD = "No;Tanggal Permohonan;Nama Pemohon;Informasi yang Diminta;Keputusan;Tanggal Jawab"
ROWS = "1;5/3/2024;Pemohon 1;Aset;ditolak;8/3/2024\n2;6/3/2024;Pemohon 2;Rencana;diberikan;9/3/2024\n"
TITLES = "DAFTAR PERMINTAAN INFORMASI\nDinas Contoh, Kabupaten Contoh\n\n"


def told(intake: Intake) -> str:
    return "\n".join(note.message.id for note in intake.notes)


def written(home: Path, name: str, text: str) -> Path:
    path = home / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("titles", [TITLES, "DAFTAR PERMINTAAN INFORMASI;;;;;\n;;;;;\nTahun;2024;;;;\n"])
def test_a_heading_under_titles_is_found_and_told(tmp_path: Path, titles: str) -> None:
    intake = load(written(tmp_path, "ekspor.csv", f"{titles}{HEAD}\n{ROWS}"))

    assert intake.problems == ()
    first, second = listed(intake.year.requests)
    assert (first.outcome, second.outcome) == (Outcome.REFUSED, Outcome.GRANTED)
    assert first.source == Source(file="ekspor.csv", row=5)
    assert "ekspor.csv: judul kolom ada di baris 4; baris 1–3 di atasnya tidak dibaca." in told(intake)


def test_it_is_found_in_a_folder_too(tmp_path: Path) -> None:
    written(tmp_path, "laporan.csv", "kunci,isi\ntahun,2024\n")
    written(tmp_path, "ekspor.csv", f"{TITLES}{HEAD}\n{ROWS}")

    intake = load(tmp_path)

    assert intake.problems == ()
    assert len(listed(intake.year.requests)) == 2


def test_a_cell_under_titles_is_told_with_its_row(tmp_path: Path) -> None:
    bad = ROWS.replace("6/3/2024", "36/3/2024")

    (problem,) = load(written(tmp_path, "ekspor.csv", f"{TITLES}{HEAD}\n{bad}")).problems

    assert (problem.source.row, problem.source.column) == (6, "Tanggal Permohonan")


def test_a_broken_row_under_titles_is_told_with_its_row(tmp_path: Path) -> None:
    broken = f'{ROWS}3;7/3/2024;Pemohon 3;"Daftar;ditolak;9/3/2024\n'
    text = f"{TITLES}{HEAD}\n{ROWS * 20}{broken}"

    (problem,) = load(written(tmp_path, "ekspor.csv", text)).problems

    assert problem.source.row == 4 + 2 * 21 + 1


def test_a_first_line_that_names_a_column_is_the_heading() -> None:
    """What stands below may be a row of words: nothing is looked for."""
    lines = ["Tanggal;Lain\n", f"{HEAD}\n"]

    assert csv_titles(iter(lines), known_headings()) == ("Tanggal", "Lain")
    assert csv_titles(iter(["Lain\n", *lines[1:]]), known_headings()) == tuple(HEAD.split(";"))


def test_a_file_that_is_called_after_a_table_of_ours_has_its_heading_in_row_1(tmp_path: Path) -> None:
    intake = load(written(tmp_path, "permohonan.csv", f"{TITLES}{HEAD}\n{ROWS}"), year=2024)

    assert intake.problems[0].source.row == 1
    assert "DAFTAR PERMINTAAN INFORMASI" in intake.problems[0].message.id
