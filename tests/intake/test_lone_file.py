"""One file read alone, and files of any name in a folder: which table it is, which year, where it stands."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from openpyxl import Workbook
from tests.lone import FIGURES, HEADING, KINDS, ROWS, page, records, separated, written

from ppid_core import Dossier, InputError, load, summarize_files
from ppid_core.errors import OptionError, UnknownNameError
from ppid_core.model import Absent, YearPart

WRONG = (*ROWS[:2], ("3", "2024-02-31", *ROWS[2][2:]), ROWS[3])
"""The third request came in on a day that there is not."""


def notes(path: Path) -> list[str]:
    return [note.message.id for note in load(path).notes]


def refusal(path: Path, **said: object) -> str:
    with pytest.raises(InputError) as caught:
        load(path, **said)  # type: ignore[arg-type]  # whatever is said
    (problem,) = caught.value.problems
    return f"{problem.source}: {problem.message.id}"


@pytest.mark.parametrize("name", KINDS)
def test_each_kind_of_file_gives_the_figures_that_were_counted_by_hand(tmp_path: Path, name: str) -> None:
    work = Dossier.open(written(tmp_path, name), keys={"badan.nama": "Kota Contoh"})

    assert {path: work.figure(path) for path in FIGURES} == FIGURES
    assert (work.year.period.year, work.year.body.name, work.problems) == (2024, "Kota Contoh", ())
    assert list(work.intake.inputs) == [name]
    assert work.ids == tuple(work.intake.inputs.values())


@pytest.mark.parametrize(
    ("name", "place", "row", "cell"),
    [
        ("data.csv", "data.csv baris 4", 4, ""),
        ("titik-koma.csv", "titik-koma.csv baris 4", 4, ""),
        ("data.csv.gz", "data.csv.gz baris 4", 4, ""),
        ("data.tsv", "data.tsv baris 4", 4, ""),
        ("tab.xls", 'tab.xls lembar "tab" sel B4', 4, "B4"),
        ("halaman.xls", 'halaman.xls lembar "halaman" sel B5', 5, "B5"),
        ("buku.xlsx", 'buku.xlsx lembar "Sheet1" sel B6', 6, "B6"),
        ("daftar.json", "daftar.json baris 4", 4, ""),
        ("tanggapan.json", "tanggapan.json[data] baris 4", 4, ""),
        ("data.jsonl", "data.jsonl baris 3", 3, ""),
        ("data.ndjson.gz", "data.ndjson.gz baris 3", 3, ""),
    ],
)
def test_place_of_a_problem_is_that_of_the_real_file(
    tmp_path: Path, name: str, place: str, row: int, cell: str
) -> None:
    (problem,) = load(written(tmp_path, name, WRONG)).problems

    assert (str(problem.source), problem.source.row, problem.source.cell) == (place, row, cell)
    assert (problem.source.column, problem.value) == ("Tanggal", "2024-02-31")


def test_blank_line_of_json_lines_moves_no_place(tmp_path: Path) -> None:
    lines = [json.dumps(record) for record in records(WRONG)]
    (tmp_path / "a.jsonl").write_text("\n\n".join(lines), encoding="utf-8")

    (problem,) = load(tmp_path / "a.jsonl").problems
    assert problem.source.row == 5


def test_year_is_that_of_all_days_of_receipt_and_this_is_said(tmp_path: Path) -> None:
    assert "Tahun laporan: 2024, sebab semua tanggal terima (4) ada di tahun itu." in " ".join(
        notes(written(tmp_path, "data.csv"))
    )


def test_case_of_an_earlier_year_that_is_said_to_be_one_does_not_hide_the_year(tmp_path: Path) -> None:
    heading, rows = (*HEADING, "Bawaan"), [(*row, "") for row in ROWS]
    rows.append(("5", "2023-12-29", "perorangan", "website", "Peta", "dikabulkan", "2024-01-03", "2023"))
    lines = [",".join(row) for row in (heading, *rows)]
    (tmp_path / "a.csv").write_text("\n".join(lines), encoding="utf-8")

    assert load(tmp_path / "a.csv").year.period.year == 2024


def test_month_that_names_its_year_tells_it_and_a_bare_one_does_not(tmp_path: Path) -> None:
    for name, month in (("a.csv", "Mei 2023"), ("b.csv", "Mei")):
        text = f"bulan,jumlah,pemohon,informasi,keputusan\n{month},2,Lembaga,APBD,ditolak\n"
        (tmp_path / name).write_text(text, encoding="utf-8")

    assert load(tmp_path / "a.csv").year.period.year == 2023
    assert "Tahun dapat juga disebut dengan --year." in refusal(tmp_path / "b.csv")


def test_year_that_is_said_is_taken_whatever_the_dates_are(tmp_path: Path) -> None:
    assert load(written(tmp_path, "data.csv"), year=2023).year.period.year == 2023


def test_part_of_a_year_may_be_said_by_its_key(tmp_path: Path) -> None:
    intake = load(written(tmp_path, "data.csv"), keys={"periode": "semester-1", "tahun": "2024"})

    assert intake.year.period.part is YearPart.SEMESTER_1


@pytest.mark.parametrize(
    ("said", "error"),
    [
        ({"keys": {"badan.namaa": "X"}}, UnknownNameError),
        ({"tables": {"data.csv": "permohonanan"}}, UnknownNameError),
        ({"keys": {"badan.tingkat": "antah"}}, OptionError),
        ({"year": 20}, OptionError),
    ],
)
def test_what_nobody_understands_is_an_exception(
    tmp_path: Path, said: dict[str, object], error: type[Exception]
) -> None:
    with pytest.raises(error):
        load(written(tmp_path, "data.csv"), **said)  # type: ignore[arg-type]  # on purpose


def test_sheets_of_a_workbook_are_known_by_name_or_heading(tmp_path: Path) -> None:
    book = Workbook()
    book.worksheets[0].title = "Keberatan 2024"
    for objection in (("nomor", "tanggal", "alasan", "jawaban"), ("K-1", "2024-06-03", "c", "diterima")):
        book["Keberatan 2024"].append(objection)
    requests = book.create_sheet("Lembar2")
    for request in (HEADING, *ROWS):
        requests.append(request)
    book.create_sheet("Harga").append(("Nama Barang", "Harga"))
    book.save(tmp_path / "buku.xlsx")

    intake = load(tmp_path / "buku.xlsx")

    assert intake.read == {"permohonan": 4, "keberatan": 1}
    told = [note.message.id for note in intake.notes]
    assert any('lembar "Lembar2" tampak seperti register permohonan' in one for one in told)
    assert any(one.startswith('Lembar "Harga" tidak dibaca.') for one in told)


def test_workbook_with_one_sheet_may_be_called_after_its_table(tmp_path: Path) -> None:
    book = Workbook()
    for row in (("nomor", "tanggal"), ("1", "2024-06-03")):
        book.worksheets[0].append(row)
    book.save(tmp_path / "keberatan.xlsx")

    assert load(tmp_path / "keberatan.xlsx").read == {"keberatan": 1}


def test_workbook_and_foreign_files_of_a_folder_are_read(tmp_path: Path) -> None:
    (tmp_path / "laporan.csv").write_text("kunci,isi\ntahun,2024\nbadan.nama,X\n", encoding="utf-8")
    written(tmp_path, "buku.xlsx")
    (tmp_path / "lain.csv").write_text(
        "nomor_permohonan,tanggal,pemohon,alasan,jawaban\n1,2024-06-03,perorangan,c,diterima\n",
        encoding="utf-8",
    )
    (tmp_path / "harga.csv").write_text("nama barang,harga\nKertas,5\n", encoding="utf-8")

    intake = load(tmp_path)

    assert (intake.read, intake.problems) == ({"laporan": 2, "permohonan": 4, "keberatan": 1}, ())
    assert set(intake.inputs) == {"laporan.csv", "buku.xlsx", "lain.csv"}
    assert [
        note.message.id.split(" tidak dibaca")[0] for note in intake.notes if "dibaca." in note.message.id
    ][-1:] == ["harga.csv"]


def test_folder_streams_what_it_reads(tmp_path: Path) -> None:
    (tmp_path / "laporan.csv").write_text("kunci,isi\ntahun,2024\n", encoding="utf-8")
    written(tmp_path, "data.csv.gz")

    counted, work = summarize_files([tmp_path]), Dossier.open(tmp_path)

    assert counted.summary == work.summary
    assert counted.work.notes == work.notes
    assert counted.figure("requests.total") == 4


def test_report_of_its_own_in_a_folder_is_no_part_of_it(tmp_path: Path) -> None:
    (tmp_path / "laporan.csv").write_text("kunci,isi\ntahun,2024\nbadan.nama,X\n", encoding="utf-8")
    other = {"laporan": {"tahun": 2022}, "permohonan": records()}
    (tmp_path / "lama.json").write_text(json.dumps(other), encoding="utf-8")

    intake = load(tmp_path)

    assert isinstance(intake.year.requests, Absent)
    assert [note.message.id for note in intake.notes] == [
        "lama.json tidak dibaca: di dalamnya ada tabel laporan sendiri, dan folder ini memakai laporan.csv."
    ]


def test_folder_without_the_reader_of_workbooks_says_so_and_reads_the_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "python_calamine", None)
    (tmp_path / "laporan.csv").write_text("kunci,isi\ntahun,2024\nbadan.nama,X\n", encoding="utf-8")
    written(tmp_path, "buku.xlsx")

    (note,) = load(tmp_path).notes
    assert note.message.id.startswith("buku.xlsx tidak dibaca: ")
    assert 'pip install "ppid-core[xlsx]"' in note.message.id


def test_file_that_is_said_to_be_nobodys_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "laporan.csv").write_text("kunci,isi\ntahun,2024\n", encoding="utf-8")
    written(tmp_path, "data.csv")

    assert isinstance(load(tmp_path, tables={"data.csv": "abaikan"}).year.requests, Absent)


def test_peta_of_a_folder_makes_a_foreign_file_known(tmp_path: Path) -> None:
    (tmp_path / "laporan.csv").write_text("kunci,isi\ntahun,2024\n", encoding="utf-8")
    (tmp_path / "peta.csv").write_text("kolom_asal,kolom\nIsi Surat,permohonan.informasi\n", encoding="utf-8")
    text = separated(",").replace("Informasi yang Diminta", "Isi Surat")
    (tmp_path / "a.csv").write_text(text, encoding="utf-8")

    assert load(tmp_path).read["permohonan"] == 4


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.csv", b"", "tanpa judul kolom"),
        ("a.csv", "nomor\né\n".encode("latin-1"), "bukan UTF-8"),
        ("a.jsonl", b"[1]\n", "baris 1 bukan objek JSON"),
        ("a.json", b"[1]", "JSON ini bukan laporan yang dikenal"),
        ("a.csv.gz", b"x", "rusak atau terpotong"),
        ("a.pdf.gz", b"\x1f\x8b", "tidak memuat tabel"),
        ("a.xls", b"<p>tidak ada</p>", "bukan buku kerja"),
        ("a.xls", b"catatan saja", "bukan buku kerja"),
        ("a.xls", b'nomor\ttanggal\n"1\t2\n', "tidak berpasangan"),
        ("a.xls", b"<table><tr><td colspan=99999>a<td>b</table>", "512 kolom"),
    ],
)
def test_file_that_holds_no_table_is_one_problem(
    tmp_path: Path, name: str, content: bytes, told: str
) -> None:
    (tmp_path / name).write_bytes(content)

    assert told in refusal(tmp_path / name)


def test_page_in_windows_1252_is_read_as_it_says(tmp_path: Path) -> None:
    text = page().replace("\ufeff", "").replace("charset=utf-8", "charset=windows-1252")
    (tmp_path / "a.xls").write_bytes(text.replace("Peta jalan", "Peta jalan – pantai").encode("cp1252"))

    requests = load(tmp_path / "a.xls").year.requests
    assert isinstance(requests, tuple)
    assert requests[3].subject == "Peta jalan – pantai"


def test_page_is_laid_out_as_a_spreadsheet_shows_it(tmp_path: Path) -> None:
    """A line above the table is a row, joined cells take their places, missing ends are made up for."""
    (tmp_path / "a.xls").write_text(
        "<h3>Register</h3><table><tr><th rowspan=2>Tanggal<th rowspan=2>Pemohon"
        "<th colspan=2>Permohonan<tr><th>Informasi<th>Status"
        "<tr><td>2024-05-06<td>perorangan<td>Peta<br>jalan<td>ditolak"
        "<tr><td>2024-13-06<td>perorangan<td>&nbsp;<td>ditolak</table><script>var a = '<td>x'</script>",
        encoding="utf-8",
    )

    intake = load(tmp_path / "a.xls")

    (problem,) = intake.problems
    assert (problem.source.cell, intake.read) == ("A5", {"permohonan": 2})
    assert isinstance(intake.year.requests, tuple)
    assert [one.subject for one in intake.year.requests] == ["Peta jalan", ""]


def test_first_row_that_is_a_case_is_not_quoted(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("1,2024-05-06,Seseorang,3671010101010001,ditolak\n", encoding="utf-8")

    told = refusal(tmp_path / "a.csv")
    assert "Baris pertamanya bukan judul kolom." in told
    assert "Seseorang" not in told
