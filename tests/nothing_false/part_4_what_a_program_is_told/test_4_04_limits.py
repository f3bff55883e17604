"""Part 4, line 4: what is too much is told in a sentence, and costs neither memory nor time without bound."""

from __future__ import annotations

import ast
import errno
import json
import os
import re
import subprocess
import sys
import tracemalloc
from collections.abc import Callable, Iterator, Sequence
from decimal import ROUND_UP, Decimal, localcontext
from difflib import SequenceMatcher
from io import BytesIO
from pathlib import Path
from typing import Any
from unicodedata import normalize

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageOps
from pypdf import PdfWriter
from tests.conftest import Site
from tests.intake.workbook.making import repacked
from tests.nothing_false.work import OURS, found, from_files, from_tables

from ppid_core import Dossier, export, workdays
from ppid_core.cli.command import ppid
from ppid_core.glossary import spelling
from ppid_core.intake import InputError, Intake, ledger, load, nearest, sheet
from ppid_core.intake.cells import UNREAD, CellError
from ppid_core.intake.cells.number import rough
from ppid_core.intake.files.carried import attachment, html, pdf
from ppid_core.intake.files.csv_file import read_csv
from ppid_core.intake.files.workbook.archive import Archive
from ppid_core.intake.rows import cell_reader, columns
from ppid_core.intake.rows.columns import Columns
from ppid_core.intake.tables import known_tables
from ppid_core.intake.tables.report import known_keys
from ppid_core.language import Lang
from ppid_core.model import Absent, Reason, normal
from ppid_core.rules.figures.stated_figures import agrees, last_place, read_amount_words
from ppid_core.writing import format_number, format_rupiah, tidy
from ppid_exporters.csv import CsvExporter
from ppid_exporters.html import HtmlExporter
from ppid_exporters.json import JsonExporter
from ppid_exporters.layout.photo import photo
from ppid_exporters.markdown import MarkdownExporter
from ppid_exporters.xlsx import XlsxExporter

ROOT = Path(__file__).parents[3]
MEGABYTE = 2**20
LANGUAGES: tuple[Lang, ...] = ("id", "en")
DATA = b'{"laporan": {"tahun": 2020}}'


def most_memory(work: Callable[[], object]) -> int:
    """Return the memory that Python takes for some work at its height, in bytes."""
    tracemalloc.start()
    try:
        work()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(
    "part",
    ["<p>x</p>", "<p a=b c ", "< ", "&a ", """<p =" =' """, "<!-- ", "<style> ", "teks "],
    ids=["tags", "attributes", "brackets", "entities", "quotes", "comments", "styles", "text"],
)
def test_a_page_of_anything_takes_little_more_memory_than_it_is_long(part: str) -> None:
    whole = f"<p>ppid-data</p>{part * (2 * MEGABYTE // len(part))}".encode()

    def work() -> None:
        with pytest.raises(CellError, match="no data"):
            html.data_in(whole)

    assert most_memory(work) < 4 * len(whole)


@pytest.mark.parametrize(
    "tag",
    [
        "<script id=ppid-data>",
        "<SCRIPT ID='ppid-data' TYPE=application/json>",
        '<script\ntype="a>b" id="ppid-data">',
        '<script id = "ppid-data" >',
    ],
)
def test_a_page_that_another_program_saved_is_read_all_the_same(tag: str) -> None:
    around = b"<!doctype html><p title='<script id=ppid-data>'><!-- <script id=ppid-data> --><br/>3 < 4"

    assert html.data_in(around + tag.encode() + DATA + b"</script ><p>") == DATA


def paper(**attached: bytes) -> PdfWriter:
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    for data in attached.values():
        writer.add_attachment("laporan.json", data)
    return writer


def written(writer: PdfWriter) -> bytes:
    made = BytesIO()
    writer.write(made)
    return made.getvalue()


@pytest.mark.slow
def test_a_pdf_is_read_in_a_process_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(attachment, "data_in", refused)

    assert pdf.data_in(written(paper(one=DATA))) == DATA


def test_a_pdf_that_takes_too_long_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MOST_SECONDS", 0.001)

    with pytest.raises(CellError, match="more time or memory than is allowed"):
        pdf.data_in(written(paper(one=DATA)))


@pytest.mark.parametrize("code", [attachment.COSTLY, -9, -24])
def test_a_process_that_ran_out_of_memory_or_time_is_told_as_such(
    code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def ended(*_: object) -> tuple[int, bytes]:
        return code, b""

    monkeypatch.setattr(pdf, "answer", ended)

    with pytest.raises(CellError, match="more time or memory than is allowed"):
        pdf.data_in(written(paper(one=DATA)))


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="a process bounds itself on Linux only")
def test_the_process_that_reads_a_pdf_bounds_its_memory_and_its_time() -> None:
    asked = (
        "import resource; from ppid_core.intake.files.carried.attachment import *; "
        "bound(MOST_MEMORY, MOST_SECONDS); "
        "print(*resource.getrlimit(resource.RLIMIT_AS), *resource.getrlimit(resource.RLIMIT_CPU))"
    )
    done = subprocess.run([sys.executable, "-c", asked], check=True, capture_output=True, text=True)

    memory, seconds = attachment.MOST_MEMORY, attachment.MOST_SECONDS
    assert done.stdout.split() == [str(memory), str(memory), str(seconds), str(seconds)]


@pytest.mark.parametrize("interpreter", ["", "/tidak/ada/python"])
def test_where_no_process_can_start_a_pdf_is_refused_with_that_reason(
    interpreter: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", interpreter)

    with pytest.raises(CellError, match="none can be started here"):
        pdf.data_in(written(paper(one=DATA)))


@pytest.mark.slow
def test_the_folder_that_a_command_is_called_in_lends_no_module_to_the_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pypdf.py").write_text("raise SystemExit(0)", encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    assert pdf.data_in(written(paper(one=DATA))) == DATA


def imports() -> Iterator[str]:
    for file in (ROOT / "src").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                yield from (name.name for name in node.names)
            elif isinstance(node, ast.ImportFrom):
                yield node.module or ""


@pytest.mark.slow
def test_no_module_of_ours_could_open_a_connection_as_is_promised() -> None:
    networked = {"socket", "ssl", "http", "ftplib", "smtplib", "asyncio", "requests", "httpx", "urllib3"}

    assert not {name for name in imports() if name.partition(".")[0] in networked or name == "urllib.request"}


def test_no_page_promises_a_sandbox() -> None:
    pages = [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]
    said = {page.name: page.read_text("utf-8").casefold() for page in pages}

    assert {name for name, text in said.items() if "sandbox" in text} <= {
        "README.md",
        "SECURITY.md",
        "plugins.md",
        "CHANGELOG.md",
    }
    assert "there is no sandbox for plugins" in said["SECURITY.md"]
    assert "there is no sandbox" in said["plugins.md"]
    assert all("object.__setattr__" in said[name] for name in ("SECURITY.md", "plugins.md"))


@pytest.fixture
def told_by(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., tuple[object, str]]:
    """Return the command: its code, and what it told beside its result, on one line."""
    monkeypatch.delenv("PPID_LANG", raising=False)

    def run(*arguments: str | Path) -> tuple[object, str]:
        with pytest.raises(SystemExit) as end:
            ppid.main([str(argument) for argument in arguments], prog_name="ppid")
        return end.value.code, " ".join(capsys.readouterr().err.split())

    return run


REASONS = {
    errno.ENOSPC: "ruang penyimpanan penuh. Kosongkan sebagian, lalu jalankan lagi",
    errno.EROFS: "folder itu tertutup untuk ditulis. Periksa hak aksesnya, atau pilih folder lain dengan -o",
    errno.EACCES: "folder itu tertutup untuk ditulis. Periksa hak aksesnya, atau pilih folder lain dengan -o",
}


@pytest.mark.parametrize("number", REASONS)
def test_a_full_disk_or_a_closed_folder_is_one_sentence_said_once(
    told_by: Callable[..., tuple[object, str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def refuse(*_: object, **__: object) -> str:
        raise OSError(number, os.strerror(number), str(tmp_path / "hasil"))

    from_files(tmp_path)
    monkeypatch.setattr("ppid_core.output.writer.mkdtemp", refuse)

    code, told = told_by("report", tmp_path, "--to", "html,markdown,json,csv", "--draft")

    sentence = f'Tidak dapat menulis ke folder "{tmp_path / "hasil"}": {REASONS[number]}.'
    assert (code, told) == (3, f"{sentence} Berkas lama tidak berubah.")


def test_a_rule_of_a_plugin_that_failed_is_told_by_the_report_too(
    told_by: Callable[..., tuple[object, str]], site: Site, tmp_path: Path
) -> None:
    site.install("ppid-rules-patah", aturan_patah=BROKEN_RULE)
    from_files(tmp_path, permohonan="bulan,jumlah\nMei,3\n")

    code, told = told_by("report", tmp_path, "--to", "markdown")
    strict, _ = told_by("report", tmp_path, "--to", "markdown", "--strict-plugins")

    assert "Aturan PTH101 gagal dijalankan (" in told
    assert "yang dicarinya belum diperiksa." in told
    assert (code, strict) == (0, 3)


BROKEN_RULE = """
from ppid_core.language import Bilingual
from ppid_core.plugins import hookimpl
from ppid_core.rules import Rule, Severity

def check(evidence):
    raise ZeroDivisionError("patah")
    yield

@hookimpl
def ppid_register_rules():
    words = Bilingual("Patah", "Broken")
    return [
        Rule(
            code="PTH101", severity=Severity.INFO, title=words, message=words, mend=words, explanation=words,
            where=words, example=words, check=check,
        )
    ]
"""


class Compared:
    """Counts how often two names are compared."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.times = 0
        monkeypatch.setattr(nearest, "SequenceMatcher", self._counted)

    def _counted(self, *, a: str, b: str, autojunk: bool) -> SequenceMatcher[str]:
        self.times += 1
        assert all(len(text) <= nearest.LONGEST for text in (a, b))
        return SequenceMatcher(a=a, b=b, autojunk=autojunk)


LAPORAN = {"tahun": 2023, "badan.nama": "Pemerintah Kota Contoh"}
KEYS = {f"kunci tak dikenal {number}": "1" for number in range(5_000)}


def as_json(folder: Path, plain: dict[str, object]) -> Intake:
    file = folder / "laporan.json"
    file.write_text(json.dumps(plain), encoding="utf-8")
    return load(file)


def test_a_row_of_very_many_unknown_keys_is_one_problem_and_no_key_is_compared(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared = Compared(monkeypatch)

    intake = as_json(tmp_path, {"laporan": LAPORAN, "permohonan": [KEYS]})

    (problem,) = intake.problems
    assert problem.message.id == (
        "tabel ini berkolom 5.000; yang dibaca paling banyak 512 kolom. Periksa apakah berkas ini tabel "
        "yang dimaksud."
    )
    assert compared.times == 0


@pytest.mark.slow
@pytest.mark.parametrize("place", ["keys", "tables", "lines"])
def test_of_very_many_unknown_names_a_bounded_number_is_compared(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    lines = [{"kunci": key, "isi": value} for key, value in (LAPORAN | KEYS).items()]
    many: dict[str, dict[str, object]] = {
        "keys": {"laporan": LAPORAN | KEYS},
        "tables": {"laporan": LAPORAN, **{key: [] for key in KEYS}},
        "lines": {"laporan": lines},
    }
    compared, known = Compared(monkeypatch), max(len(known_keys()), len(known_tables()))
    for module in (nearest, cell_reader):  # each of the thousand takes seven milliseconds
        monkeypatch.setattr(module, "MOST_ASKED", 50)

    intake = as_json(tmp_path, many[place])

    told = [*(one.message.id for one in intake.problems), *(one.message.id for one in intake.notes)]
    others = re.match(r"([\d.]+) sel lain", told[-1])
    more = int(others[1].replace(".", "")) - 1 if others else 0
    assert len(told) + more >= len(KEYS)
    assert compared.times <= nearest.MOST_ASKED * known


def test_a_long_unknown_name_is_compared_by_its_beginning(monkeypatch: pytest.MonkeyPatch) -> None:
    compared = Compared(monkeypatch)

    assert nearest.ask_nearest("permohonan" * 100_000, known_tables()).id.startswith("Yang terdekat")
    assert compared.times == len(known_tables())


def test_a_name_that_stands_twice_among_very_many_is_found_in_one_pass(tmp_path: Path) -> None:
    names = ",".join(f'"k{number}":1' for number in range(100_000))
    (tmp_path / "a.json").write_text(f'{{"laporan":{{{names},"k99999":1}}}}', encoding="utf-8")

    with pytest.raises(InputError, match='"k99999" tertulis dua kali'):
        load(tmp_path / "a.json")


@pytest.mark.slow
def test_rows_of_which_each_has_a_column_of_its_own_are_refused_before_they_are_laid_out(
    tmp_path: Path,
) -> None:
    rows = [{f"k{number % 500}": "1"} for number in range(20_000)]

    def work() -> None:
        (problem,) = as_json(tmp_path, {"laporan": LAPORAN, "permohonan": rows}).problems
        assert "hampir tidak punya kolom yang sama" in problem.message.id

    assert most_memory(work) < 40 * MEGABYTE


@pytest.mark.parametrize("name", ["csv", "rows"])
def test_a_table_of_very_many_columns_is_one_problem_from_wherever(tmp_path: Path, name: str) -> None:
    if name == "csv":
        work = from_files(tmp_path, permohonan=",".join(KEYS) + "\n" + "1," * 5_000 + "\n")
    else:
        work = from_tables(permohonan=[KEYS])

    assert [one.message.id.partition(";")[0] for one in work.problems] == ["tabel ini berkolom 5.000"]


def test_blank_columns_at_the_right_are_none(tmp_path: Path) -> None:
    work = from_files(tmp_path, permohonan="bulan,jumlah" + "," * 16_000 + "\nMei,3" + "," * 16_000 + "\n")

    assert (work.problems, work.figure("requests.total")) == ((), 3)


def blank_book(cell: str) -> bytes:
    """Return a workbook of many sheets in which nothing is written, though each cell is there."""
    made = BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as book:
        for number in range(8):
            book.add_worksheet(f"Lembar {number}")
    row = "".join(cell.format(at=f"{letter}1") for letter in "ABCDEFGH")
    rows = "".join(f"<row>{row}</row>" for _ in range(2_000))
    return repacked(
        made.getvalue(),
        lambda name, part: (
            part.replace(b"<sheetData/>", f"<sheetData>{rows}</sheetData>".encode())
            if name.startswith("xl/worksheets/")
            else part
        ),
    )


@pytest.mark.parametrize("cell", ['<c><is><t xml:space="preserve"> </t></is></c>', '<c s="1"/>'])
def test_sheets_of_blanks_are_packed_while_they_are_read_and_held_once(cell: str) -> None:
    archive = Archive(blank_book(cell))
    unpacked = sum(map(len, archive.parts.values()))

    def work() -> None:
        assert len(archive.packed().getvalue()) < unpacked / 20

    assert unpacked > MEGABYTE
    assert most_memory(work) < unpacked / 4
    assert not archive.parts


def test_cells_that_say_the_same_are_one_text_in_memory() -> None:
    rows = "".join(f"{number},perorangan melalui kuasa\n" for number in range(1_000))
    words = [row[1] for row in read_csv("a.csv", f"nomor,pemohon\n{rows}".encode()).rows]

    assert len(set(map(id, words))) == 1


def test_of_very_many_unreadable_cells_a_bounded_number_is_told_one_by_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The others are one problem a column, with their number and rows; none is forgotten in the counts."""
    monkeypatch.setattr(ledger, "MOST", 3)
    rows = [{"tanggal": "2023-02-01", "keputusan": f"entah {at}", "biaya": f"entah {at}"} for at in range(10)]
    work = from_tables(permohonan=rows)

    told = [problem for problem in work.problems if problem.source.column == "keputusan"]
    assert [problem.source.row for problem in told] == [2, 3, 4, None]
    assert told[-1].message.id == "7 sel lain di kolom ini juga tidak terbaca (baris 5–11)."
    assert told[-1].expected == told[0].expected
    assert len(work.problems) == 8
    assert work.year.unread_count == 20
    assert {cell.column: cell.count for cell in work.year.unread if cell.count > 1} == {
        "keputusan": 7,
        "biaya": 7,
    }
    assert work.figure("requests.by_outcome.unread") == 10


def test_what_is_told_of_a_column_at_once_keeps_findings_of_its_rows_back(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A refusal without its reason is accused; one whose reason cannot be read waits for it."""
    monkeypatch.setattr(ledger, "MOST", 3)
    refusal = {"tanggal": "2023-02-01", "keputusan": "ditolak"}

    assert len(found(from_tables(permohonan=[refusal] * 9), "L101")) == 9
    assert found(from_tables(permohonan=[{**refusal, "alasan_penolakan": UNREAD}] * 9), "L101") == ()


def test_rows_that_are_not_in_the_year_are_counted_however_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ledger, "MOST", 2)
    work = from_tables(rekap=[{"register": "permohonan", "jumlah": "banyak"} for _ in range(6)])

    assert sum(cell.count for cell in work.year.unread_cells("rekap", "requests")) == 6
    assert work.figure("requests.total") == Absent(Reason.UNREAD)


def test_a_file_of_more_rows_than_a_year_has_is_one_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sheet, "MOST_ROWS", 3)
    few, many = "nomor\n1\n2\n3\n", "nomor\n1\n2\n3\n4\n"

    assert from_files(tmp_path, permohonan=few).problems == ()
    work = from_files(tmp_path, permohonan=many)

    assert [problem.message.id for problem in work.problems] == [
        "tabel ini berbaris lebih dari 3. Periksa apakah berkas ini tabel satu tahun yang dimaksud."
    ]
    assert work.figure("requests.total") == Absent(Reason.UNREADABLE)


def test_rows_of_many_different_texts_are_held_as_one_text_each(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(columns, "BATCH", 500)
    text = "".join(f"{at},a{at},b{at},c{at}\n" for at in range(5_000))
    content = f"nomor,kanal,opd,tujuan\n{text}".encode()

    def held() -> int:
        return most_memory(lambda: read_csv("a.csv", content))

    packed = held()
    monkeypatch.setattr(columns, "_NEARLY_ALL", 1)
    monkeypatch.setattr(columns, "_DIFFERENT", 0)

    assert packed < held() / 2


CELL = st.text(st.characters(codec="utf-8")) | st.sampled_from(["", "ya", "\x00"])


@given(st.lists(st.lists(CELL), max_size=30), st.integers(0, 4), st.integers(1, 9))
def test_rows_kept_by_column_are_the_rows_that_they_were(
    rows: list[list[str]], width: int, length: int
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(columns, "BATCH", length)
        kept = Columns.of(rows, width)
        other = Columns.of(kept, width)
        for position in range(width):
            other.clear(position, {"ya"}, spared={0})

        assert list(kept) == [kept[at] for at in range(len(kept))] == kept[:]
    assert [_plain(row) for row in kept] == [_plain(row) for row in rows]
    assert all(len(row) >= width for row in kept)
    assert [_plain(row) for row in other[1:]] == [_plain(_without_ya(row, width)) for row in rows[1:]]


def _plain(row: Sequence[str]) -> list[str]:
    """Return a row without blank cells at its end, and with no difference between those in between."""
    cells = ["" if cell.isspace() else cell for cell in row]
    while cells and not cells[-1]:
        cells.pop()
    return cells


def _without_ya(row: Sequence[str], width: int) -> list[str]:
    return ["" if cell == "ya" and at < width else cell for at, cell in enumerate(row)]


@pytest.mark.slow
def test_a_row_of_unreadable_cells_takes_no_more_memory_than_one_that_is_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def most(outcome: str, fee: str) -> int:
        workdays._common.cache_clear()  # noqa: SLF001  each weighs all of a reading, its calendar too
        table = [{"nomor": f"{at}", "keputusan": outcome, "biaya": fee} for at in range(2000)]
        return most_memory(lambda: from_tables(permohonan=table).year)

    monkeypatch.setattr(ledger, "MOST", 50)

    kinds = (("entah", "lupa"), ("ditolak", "0"))
    for kind in kinds:  # what is made once, as the tables of words and what is near to one, is no row's
        most(*kind)
    unread, read = (most(*kind) for kind in kinds)
    assert unread < 1.1 * read


def test_a_table_is_read_without_a_second_copy_of_its_text() -> None:
    content = ("nomor,isi\n" + f"1,{'é' * 1_000}\n" * 1_000).encode()

    assert most_memory(lambda: read_csv("a.csv", content)) < 3 * len(content)


def test_no_test_of_the_suite_measures_time() -> None:
    """But one that prints how much faster engines are, and holds nothing against it."""
    clocks = ("perf_counter", "process_time", "ru_utime")
    files = [*(ROOT / "tests").rglob("*.py")]
    passed_over = (Path(__file__).name, "test_many_bodies.py")

    assert {
        (file.name, clock)
        for file in files
        for clock in clocks
        if clock in file.read_text("utf-8") and file.name not in passed_over
    } == set()


def photograph(width: int, height: int, kind: str = "JPEG") -> bytes:
    made = BytesIO()
    Image.new("RGB", (width, height), "#3F8F8A").save(made, kind)
    return made.getvalue()


def test_a_large_photograph_is_unpacked_no_larger_than_it_takes(monkeypatch: pytest.MonkeyPatch) -> None:
    sizes = []
    transpose = ImageOps.exif_transpose

    def seen(image: Image.Image, *, in_place: bool) -> None:
        assert in_place
        transpose(image, in_place=True)
        sizes.append(image.size)

    monkeypatch.setattr(ImageOps, "exif_transpose", seen)
    made = photo(photograph(6_400, 4_800), longest=400)

    assert made is not None
    assert (made.width, made.height) == (400, 300)
    assert sizes == [(800, 600)]


def test_a_photograph_is_scaled_once_for_all_formats_of_a_report(monkeypatch: pytest.MonkeyPatch) -> None:
    content, opened = photograph(641, 480), []
    real = Image.open

    def counted(*arguments: Any, **named: Any) -> Image.Image:  # noqa: ANN401  as Pillow takes them
        opened.append(1)
        return real(*arguments, **named)

    monkeypatch.setattr(Image, "open", counted)

    assert photo(content) == photo(bytes(bytearray(content))) != photo(content, longest=100)
    assert len(opened) == 2


@pytest.mark.slow
def test_a_drawing_of_too_many_points_is_not_unpacked() -> None:
    assert photo(photograph(8_001, 5_000, "PNG")) is None


PLACES = {
    "gambar": ("nomor,berkas,judul\n1,foto.jpg,Ruang layanan\n", ""),
    "logo": ("", "badan.logo,foto.jpg\n"),
}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(
    "content", [b"", b"%PDF-1.7", b"<svg/>", b"PK\x03\x04", b"RIFF....WAVE", b"BMW", b"x" * 999]
)
def test_a_picture_that_is_no_picture_is_a_finding(tmp_path: Path, content: bytes, place: str) -> None:
    (tmp_path / "foto.jpg").write_bytes(content)
    table, keys = PLACES[place]

    (finding,) = found(from_files(tmp_path, keys=keys, **({"gambar": table} if table else {})), "D103")

    assert finding.message() == (
        'Berkas gambar "foto.jpg" bukan gambar (JPEG, PNG, GIF, BMP, TIFF, atau WebP), '
        "apa pun akhiran namanya."
    )


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "BMP", "TIFF", "WEBP"])
def test_a_picture_of_each_kind_that_documents_take_is_none(tmp_path: Path, kind: str) -> None:
    (tmp_path / "foto.jpg").write_bytes(photograph(8, 8, kind))

    assert found(from_files(tmp_path, gambar=PLACES["gambar"][0]), "D103") == ()


def test_a_picture_that_is_not_there_is_told_as_such(tmp_path: Path) -> None:
    (finding,) = found(from_files(tmp_path, gambar=PLACES["gambar"][0]), "D103")

    assert finding.message() == 'Berkas gambar "foto.jpg" tidak ditemukan di dalam folder laporan.'


def money(folder: Path) -> Dossier:
    """Return a year of which each figure is longer than a narrow context keeps."""
    return from_files(
        folder,
        permohonan="bulan,jumlah,keputusan\nJan,12345,dikabulkan\nFeb,6789,ditolak\n",
        anggaran="sumber,alokasi,realisasi,terbilang\n"
        'APBD,"Rp51.904.123,45","Rp40.000.001,05",lima puluh satu juta rupiah lima sen\n'
        'APBN,"Rp1.000.000.000.001,99","Rp999.999.999.999,01",\n',
        pernyataan="ukuran,nilai\nrequests.total,sekitar 19 ribu\nbudget.allocated,1000051904125\n",
        rekap="register,bulan,jumlah\npermohonan,,19135\n",
    )


def everything(work: Dossier) -> list[object]:
    """Return all that is said of a year, in both languages and in each format that needs no package."""
    reports = [work.report(lang=lang) for lang in LANGUAGES]
    formats = (CsvExporter(), JsonExporter(), MarkdownExporter(), XlsxExporter(), HtmlExporter())
    files = [export(report, one, OURS) for report in reports for one in formats]
    told = [(one.message(lang), one.difference) for one in work.findings for lang in LANGUAGES]
    return [work.year, work.summary, work.problems, told, files]


@pytest.mark.slow
def test_no_amount_depends_on_the_decimal_context_of_the_host(tmp_path: Path) -> None:
    usual = everything(money(tmp_path))
    with localcontext(prec=3, rounding=ROUND_UP, Emax=4, Emin=-4):
        narrow = everything(money(tmp_path))

    assert [finding for finding, _ in usual[3]] == [finding for finding, _ in narrow[3]]  # type: ignore[attr-defined]
    assert usual == narrow


@pytest.mark.parametrize("written", ["Rp51.904.123,45", "1.234.567.890.123", "8,4812345", "sekitar 73 ribu"])
def test_amounts_are_read_and_written_alike_in_any_context(written: str) -> None:
    def read() -> list[object]:
        number, bound = rough(written.removeprefix("Rp"))
        shown = [format_number(number), format_number(number, "en", 2), format_rupiah(number)]
        return [number, bound, *shown, agrees(number, number, bound), last_place(number)]

    usual = read()
    with localcontext(prec=3, Emax=4, Emin=-4):
        assert read() == usual


def test_words_of_an_amount_are_read_alike_in_any_context() -> None:
    said = "lima puluh satu juta sembilan ratus empat ribu rupiah lima sen"
    with localcontext(prec=3):
        assert read_amount_words(said) == Decimal("51904000.05")


def with_unseen(text: str) -> str:
    """Return a text as it comes from a page: a sign of no width inside, and letters in parts."""
    return normalize("NFD", f"{text[:2]}\u200b{text[2:]}\ufeff")


def test_words_numbers_and_names_are_folded_before_they_are_compared(tmp_path: Path) -> None:
    lines = (
        "nomor,tanggal,bulan,jumlah,kanal,keputusan,opd,alasan_penolakan",
        "1/PPID/2023,13 Februari 2023,Februari,12,website,ditolak,Dinas Kesehatán,Pasal 17 huruf h",
    )
    agencies = "kode,nama\n1,Dinas Kesehatán\n"
    usual = from_files(tmp_path, permohonan="\n".join(lines), opd=agencies)
    odd = "\n".join(",".join(map(with_unseen, line.split(","))) for line in lines)
    folded = from_files(tmp_path, permohonan=odd, opd=agencies)

    assert folded.problems == usual.problems == ()
    assert folded.figure("requests.total") == 12
    for path in (
        "requests.by_channel",
        "requests.by_outcome",
        "requests.by_agency",
        "requests.by_refusal_reason",
    ):
        assert folded.figure(path) == usual.figure(path)
    assert found(folded, "S101") == ()


@pytest.mark.parametrize("written", ["NIHIL", "nihil."])
def test_nihil_is_known_whatever_is_not_seen_in_it(tmp_path: Path, written: str) -> None:
    work = from_files(tmp_path, keberatan=f"nomor,bulan\n{with_unseen(written)},\n")

    assert (work.problems, work.figure("objections.total")) == ((), 0)


def test_references_are_found_whatever_is_not_seen_in_them(tmp_path: Path) -> None:
    number = "1/PPID/2023"
    work = from_files(
        tmp_path,
        permohonan=f"nomor,bulan,keputusan\n{number},Mei,ditolak\n",
        keberatan=f"nomor,nomor_permohonan,bulan\nK1,{with_unseen(number)},Juni\n",
    )

    assert found(work, "S103") == ()


def test_one_number_twice_is_found_whatever_is_not_seen_in_it(tmp_path: Path) -> None:
    number = "1/PPID/2023"
    work = from_files(tmp_path, permohonan=f"nomor,bulan\n{number},Mei\n{with_unseen(number)},Mei\n")

    assert len(found(work, "S102")) == 1


def test_what_is_not_seen_is_shown_where_a_word_is_not_known(tmp_path: Path) -> None:
    work = from_files(tmp_path, kunjungan="bulan,jumlah\nen\u200btah,1\nentah\u202elah,1\n")

    said = [problem.message.id for problem in work.problems]
    assert ["\\x200b" in said[0], "\\x202e" in said[1]] == [True, True]
    assert all(text.isprintable() for text in said)


@pytest.mark.parametrize("text", ["perorangan", "12.345,67", "Rp 75.000", "7 Januari 2021", "√"])
def test_a_text_and_the_same_with_signs_that_nobody_sees_have_one_spelling(text: str) -> None:
    assert spelling(with_unseen(text)) == spelling(text)
    assert normal(with_unseen(text)) == normal(text)
    assert tidy(with_unseen(text)) == tidy(text)
