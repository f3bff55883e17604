"""Problems of a workbook name sheet and cell, as a person looks them up."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Protocol

import pytest
from openpyxl import Workbook

EXAMPLES = Path(__file__).parents[2] / "examples"


class Ended(Protocol):
    code: object
    out: str
    err: str


class Run(Protocol):
    def __call__(self, *arguments: str | Path) -> Ended: ...


def begun() -> Workbook:
    """Return a workbook of a year; its registers are missing."""
    made = Workbook()
    report = made.active
    assert report is not None
    report.title = "Laporan"
    for row in (["Kunci", "Isi"], ["tahun", 2024]):
        report.append(row)
    return made


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A workbook with a wrong month in C4, under a title row."""
    made = begun()
    requests = made.create_sheet("Permohonan 2024")
    for row in (["REGISTER PERMOHONAN"], [], ["Nomor", "Keputusan", "Bulan"], ["P-1", "ditolak", "13"]):
        requests.append(row)
    made.save(tmp_path / "buku.xlsx")
    return tmp_path / "buku.xlsx"


def test_problem_names_sheet_cell_heading_and_value(run: Run, book: Path) -> None:
    ended = run("check", book)

    assert ended.code == 2
    said = " ".join(ended.out.split())
    assert 'buku.xlsx lembar "Permohonan 2024" sel C4, kolom "Bulan": "13" bukan bulan.' in said


def test_json_names_the_cell_too(run: Run, book: Path) -> None:
    (problem,) = json.loads(run("check", book, "--format", "json").out)["problems"]

    assert (problem["sheet"], problem["row"], problem["cell"]) == ("Permohonan 2024", 4, "C4")


def test_a_folder_with_one_workbook_is_read_by_it(run: Run, book: Path) -> None:
    beside, alone = run("check", book.parent), run("check", book)

    assert beside.code == alone.code
    assert beside.out.splitlines()[:4] == alone.out.splitlines()[:4]


def test_a_copy_of_a_workbook_beside_it_is_told_once_and_neither_is_read(run: Run, book: Path) -> None:
    (book.parent / "buku - Salin.xlsx").write_bytes(book.read_bytes())

    ended = run("check", book.parent)

    assert ended.code == 2
    assert " ".join(ended.out.split()) == (
        "TIDAK TERBACA – betulkan lebih dahulu (1) ada 2 berkas yang masing-masing memuat satu laporan:"
        ' buku - Salin.xlsx, buku.xlsx. Sebut yang dimaksud, misalnya ppid periksa "buku - Salin.xlsx", atau'
        " pindahkan yang lain ke folder lain."
    )


def test_a_workbook_that_is_empty_yet_is_filled_in_where_its_own_guide_stands(
    run: Run, tmp_path: Path
) -> None:
    run("init", tmp_path, "--xlsx", "--year", "2026")

    assert "isi dan simpan buku kerjanya (lihat lembar Petunjuk)" in run("check", tmp_path).out


@pytest.fixture
def late(tmp_path: Path) -> Path:
    """A workbook with two late answers, the columns in an order of its own, under a title row."""
    made = begun()
    requests = made.create_sheet("Permohonan")
    for row in (
        *(["REGISTER PERMOHONAN"], []),
        ["Keputusan", "OPD", "Tanggal Pemberitahuan", "Nomor", "Tanggal"],
        ["dikabulkan", "Dinas Sosail", "2024-05-06", "P-1", "2024-03-04"],
        ["dikabulkan", "Dinas Sosial", "2024-08-05", "P-2", "2024-06-03"],
    ):
        requests.append(row)
    agencies = made.create_sheet("OPD")
    for row in (["Kode", "Nama"], ["1", "Dinas Sosial"]):
        agencies.append(row)
    made.save(tmp_path / "buku.xlsx")
    return tmp_path / "buku.xlsx"


def test_findings_name_the_cells_of_the_columns_that_are_to_be_mended(run: Run, late: Path) -> None:
    said = " ".join(run("check", late, "--select", "L106,S101").out.split())

    assert "- Permohonan P-1 – 1 permohonan: dijawab 6 Mei 2024" in said
    assert '(buku.xlsx lembar "Permohonan" sel E4, C4, A4).' in said
    assert '(buku.xlsx lembar "Permohonan" sel E5, C5, A5).' in said
    assert 'OPD "Dinas Sosail" tidak ada di tabel opd. buku.xlsx lembar "Permohonan" sel B4' in said
    assert 'Maksudnya "Dinas Sosial"?' in said


def test_json_and_sarif_of_findings_name_the_cells_too(run: Run, late: Path) -> None:
    found = json.loads(run("check", late, "--select", "S101", "--format", "json").out)["findings"]
    (scan,) = json.loads(run("check", late, "--select", "S101", "--format", "sarif").out)["runs"]

    (place,) = [one["source"] for one in found]
    assert (place["row"], place["column"], place["cell"]) == (4, "OPD", "B4")
    (location,) = scan["results"][0]["locations"]
    assert location["physicalLocation"]["region"] == {"startLine": 4, "startColumn": 2}


def test_the_document_of_findings_names_the_cells_too(run: Run, late: Path, tmp_path: Path) -> None:
    run("check", late, "--select", "L106,S101", "--to", "markdown", "-o", tmp_path / "lembar")

    written = (tmp_path / "lembar" / "hasil-pemeriksaan.md").read_text("utf-8")

    assert "buku.xlsx, lembar Permohonan, sel B4" in written
    assert "buku.xlsx, lembar Permohonan, sel E4, C4, A4" in written


def test_findings_about_few_rows_name_cells_whatever_they_are_about(run: Run, tmp_path: Path) -> None:
    """A claim, two numbers of one decree, a gap between pictures; of many rows it is still their numbers."""
    run("convert", EXAMPLES / "kota-serang-2020", tmp_path / "serang.xlsx")

    said = run("check", tmp_path / "serang.xlsx", "--select", "T101,D101,D102").out

    assert 'lembar "pernyataan" sel D4 ↔ serang.xlsx lembar "keberatan" baris 4–9' in said
    assert 'lembar "kutipan" sel B8 ↔ serang.xlsx lembar "regulasi" sel A5' in said
    assert 'lembar "gambar" sel A6, A9' in said


def test_what_is_about_a_register_as_a_whole_names_no_cell(run: Run, late: Path) -> None:
    """It has none that would be the one; L901 is about the year's."""
    found = json.loads(run("check", late, "--format", "json").out)["findings"]

    named = {one["code"] for one in found if one["source"] and "cell" in one["source"]}
    assert named == {"S101", "L106", "L901"}
