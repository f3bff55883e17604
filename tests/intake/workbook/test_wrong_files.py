"""Files that are no good workbook: a clear problem, within bounds, and nothing run or fetched."""

from __future__ import annotations

import re
import resource
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from struct import pack
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile

import pytest
import xlsxwriter
from openpyxl import Workbook
from tests.intake.workbook.making import REPORT, read, refused, repacked, told, workbook

from ppid_core.errors import ExtraMissingError
from ppid_core.intake.files.workbook import archive, marks, sheets
from ppid_core.source import column_letters

REQUESTS = (("nomor", "pemohon"), ("1", "LSM"))
SHEET = "xl/worksheets/sheet2.xml"
AGAIN = "Buka di Excel atau LibreOffice, lalu simpan sebagai .xlsx."


@pytest.fixture
def good() -> bytes:
    """Return a workbook with all the parts that Excel writes."""
    stream = BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        for name, rows in {"Laporan": REPORT, "Permohonan": REQUESTS}.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    return stream.getvalue()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "buku.xlsx"


def told_of(path: Path, content: bytes) -> str:
    path.write_bytes(content)
    return refused(path)


def compound(name: str) -> bytes:
    """Return how a file of the old Office begins that has a part of this name."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(1536, b"\x00") + name.encode("utf-16-le").ljust(
        512, b"\x00"
    )


def with_rows(content: bytes, rows: str) -> bytes:
    """Return the workbook with more rows in the sheet of requests."""
    end = b"</sheetData>"
    return repacked(
        content, lambda name, part: part.replace(end, rows.encode() + end) if name == SHEET else part
    )


@pytest.mark.parametrize(
    "content", [b"", b"nomor,pemohon\n1,LSM\n", b"<html><table></table></html>", b"%PDF-1.7", bytes(4096)]
)
def test_file_that_only_bears_the_ending_is_no_workbook(path: Path, content: bytes) -> None:
    assert told_of(path, content) == (
        f"buku.xlsx: isi berkas ini bukan buku kerja, apa pun akhiran namanya. {AGAIN}"
    )


def test_archive_that_is_no_workbook_is_told_so(path: Path) -> None:
    stream = BytesIO()
    with ZipFile(stream, "w") as file:
        file.writestr("word/document.xml", "<document/>")

    assert "bukan buku kerja" in told_of(path, stream.getvalue())


@pytest.mark.parametrize("ending", [".xls", ".ods", ".XLSX"])
def test_workbook_with_another_ending_is_read_as_what_it_is(path: Path, good: bytes, ending: str) -> None:
    other = path.with_suffix(ending)
    other.write_bytes(good)

    assert read(other).accepted["permohonan"] == 1


@pytest.mark.parametrize("share", [0.02, 0.3, 0.6, 0.9, 0.99])
def test_workbook_that_is_cut_off_is_told_so(path: Path, good: bytes, share: float) -> None:
    assert told_of(path, good[: int(len(good) * share)]).startswith(
        "buku.xlsx: buku kerja ini rusak atau terpotong."
    )


def test_each_damaged_byte_of_an_archive_is_told_or_does_no_harm(path: Path, good: bytes) -> None:
    for at in range(0, len(good), 211):
        path.write_bytes(good[:at] + bytes([good[at] ^ 0xFF]) + good[at + 1 :])
        if not (sentence := refused(path)):
            assert read(path).read["laporan"] == 1, sentence


@pytest.mark.parametrize("part", [SHEET, "xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml"])
def test_xml_that_ends_early_is_told_so(path: Path, good: bytes, part: str) -> None:
    cut = repacked(good, lambda name, content: content[:-30] if name == part else content)

    assert "rusak atau terpotong" in told_of(path, cut)


@pytest.mark.parametrize("part", [SHEET, "xl/workbook.xml", "xl/sharedStrings.xml", "[Content_Types].xml"])
@pytest.mark.parametrize(
    "definition",
    [
        '<!DOCTYPE a [<!ENTITY b "c">]>',
        '<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd">',
        '<!DOCTYPE a [<!ENTITY % b SYSTEM "file:///etc/hostname"> %b;]>',
    ],
)
def test_xml_with_definitions_is_refused_before_anyone_reads_it(
    path: Path, good: bytes, part: str, definition: str
) -> None:
    def define(name: str, content: bytes) -> bytes:
        return definition.encode() + content.partition(b"?>\n")[2] if name == part else content

    assert "memuat definisi XML" in told_of(path, repacked(good, define))


def test_definitions_in_another_encoding_are_seen_too(path: Path, good: bytes) -> None:
    xml = '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE a [<!ENTITY b "c">]><a/>'.encode("utf-16")

    assert "memuat definisi XML" in told_of(path, repacked(good, more={"xl/more.xml": xml}))


def test_archive_that_unpacks_to_too_much_is_refused_before_it_is_unpacked(
    path: Path, good: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "MOST_UNPACKED", 2**20)
    bomb = repacked(good, more={"xl/worksheets/sheet9.xml": b" " * 2**21})

    assert len(bomb) < 2**15
    assert told_of(path, bomb).startswith("buku.xlsx: buku kerja ini terlalu besar: paling banyak 1 MB")


def test_archive_that_hides_its_size_is_read_no_further_than_it_says(path: Path, good: bytes) -> None:
    """The size in the list of parts is a lie; what follows is never unpacked."""
    bomb = bytearray(repacked(good, more={"xl/worksheets/sheet9.xml": b" " * 2**26}))
    listed = bomb.rindex(b"xl/worksheets/sheet9.xml") - 46
    bomb[listed + 24 : listed + 28] = pack("<I", 1000)

    assert "rusak atau terpotong" in told_of(path, bytes(bomb))


def test_pictures_and_programs_are_never_unpacked(
    path: Path, good: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "MOST_UNPACKED", 2**20)
    more = {
        f"xl/{name}": b" " * 2**21 for name in ("media/image1.png", "vbaProject.bin", "drawings/drawing1.xml")
    }
    path.write_bytes(repacked(good, more=more))

    assert read(path).accepted["permohonan"] == 1


def test_archive_packed_in_another_way_is_refused(path: Path, good: bytes) -> None:
    stream = BytesIO()
    with ZipFile(BytesIO(good)) as old, ZipFile(stream, "w", ZIP_BZIP2) as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))

    assert "rusak" in told_of(path, stream.getvalue())


def test_file_that_is_too_big_is_not_read_to_its_end(
    path: Path, good: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sheets, "MOST_OF_A_FILE", len(good) - 1)

    assert "terlalu besar" in told_of(path, good)


def test_archive_of_very_many_parts_is_refused(path: Path) -> None:
    stream = BytesIO()
    with ZipFile(stream, "w") as file:
        for number in range(10_001):
            file.writestr(f"{number}", b"")

    assert "terlalu besar" in told_of(path, stream.getvalue())


@pytest.mark.parametrize("name", ["EncryptedPackage", "EncryptionInfo"])
def test_workbook_with_a_password_says_how_to_go_on(path: Path, name: str) -> None:
    assert told_of(path, compound(name)) == (
        "buku.xlsx: buku kerja ini dikunci dengan kata sandi. "
        "Buka dengan sandinya, lalu simpan salinan tanpa sandi."
    )


@pytest.mark.parametrize("name", ["Workbook", "Book"])
def test_workbook_of_the_old_form_that_is_cut_off_is_damaged(path: Path, name: str) -> None:
    assert "rusak atau terpotong" in told_of(path.with_suffix(".xls"), compound(name))


def test_without_its_reader_an_old_workbook_says_what_to_install(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "xlrd", None)
    old = path.with_suffix(".xls")
    old.write_bytes(compound("Workbook"))

    with pytest.raises(ExtraMissingError, match=r'pip install "ppid-core\[xlsx\]"'):
        read(old)


def test_open_document_with_a_password_says_so(path: Path) -> None:
    stream = BytesIO()
    with ZipFile(stream, "w") as file:
        file.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        file.writestr("content.xml", b"\x8a\x00\x01")
        file.writestr("META-INF/manifest.xml", "<manifest><encryption-data/></manifest>")

    assert "kata sandi" in told_of(path.with_suffix(".ods"), stream.getvalue())


def test_compound_file_of_another_program_is_no_workbook(path: Path) -> None:
    assert "bukan buku kerja" in told_of(path, compound("WordDocument"))


@pytest.mark.parametrize("length", [8, 60, 512, 1100])
def test_compound_file_that_is_cut_off_before_its_names_is_no_workbook(path: Path, length: int) -> None:
    assert "bukan buku kerja" in told_of(path, compound("Workbook")[:length])


def test_sheet_with_a_cell_in_the_last_corner_is_told_and_the_others_are_read(
    path: Path, good: bytes
) -> None:
    """Laid out, the blank cells before it would fill any memory."""
    path.write_bytes(with_rows(good, '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'))
    intake = read(path)

    assert list(map(told, intake.problems)) == [
        (
            'buku.xlsx lembar "Permohonan" |  | lembar ini terisi sampai sel XFD1048576; yang dibaca '
            "paling banyak 512 kolom. Hapus isi yang terlewat jauh di bawah atau di kanan tabel, lalu simpan."
        )
    ]


def test_cells_of_all_sheets_are_counted_together(
    path: Path, good: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(marks, "MOST_CELLS", 100)
    path.write_bytes(with_rows(good, '<row r="49"><c r="B49"><v>1</v></c></row>'))

    assert [one.source.sheet for one in read(path).problems] == ["Permohonan"]


def test_open_document_that_repeats_a_cell_without_end_is_refused(path: Path) -> None:
    urn = "urn:oasis:names:tc:opendocument:xmlns"
    content = f"""
    <o:document-content xmlns:o="{urn}:office:1.0" xmlns:t="{urn}:table:1.0"><o:body><o:spreadsheet>
    <t:table t:name="Permohonan"><t:table-row t:number-rows-repeated="1048576">
    <t:table-cell o:value-type="float" o:value="1" t:number-columns-repeated="16384"/>
    </t:table-row></t:table></o:spreadsheet></o:body></o:document-content>
    """
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as file:
        file.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        file.writestr("content.xml", content.strip())

    assert "terisi sampai sel XFD1048576" in told_of(path.with_suffix(".ods"), stream.getvalue())


@pytest.mark.parametrize("count", ["0", "99999999999999999", "-1", "x"])
def test_shared_texts_that_lie_about_their_number_cost_nothing(path: Path, good: bytes, count: str) -> None:
    """A reader that believes the number reserves room for so many texts."""
    lie = re.compile(rb'ount="[0-9]+"')
    path.write_bytes(
        repacked(
            good,
            lambda name, part: lie.sub(f'ount="{count}"'.encode(), part) if "sharedStrings" in name else part,
        )
    )

    assert read(path).accepted["permohonan"] == 1


@pytest.mark.parametrize(
    "row",
    [
        '<row r="9"><c r="A4294967295"><v>1</v></c></row>',
        '<row r="9"><c r="A99999999999999999999"><v>1</v></c></row>',
        '<row r="9"><c r="ZZZ9"><v>1</v></c></row>',
        '<row r="9"><c r="a9"><v>1</v></c></row>',
        '<row r="4294967296"><c><v>1</v></c></row>',
        '<row r="-1"><c><v>1</v></c></row>',
        '<row r="²"><c><v>1</v></c></row>',
    ],
)
def test_place_that_no_sheet_has_is_damage(path: Path, good: bytes, row: str) -> None:
    assert "rusak" in told_of(path, with_rows(good, row))


@pytest.mark.parametrize("cell", ["<v></v>", "<v/>", "<is><t></t></is>", "<f>1+1</f>"])
def test_cell_without_a_value_in_the_last_corner_costs_nothing(path: Path, good: bytes, cell: str) -> None:
    path.write_bytes(with_rows(good, f'<row r="1048576"><c r="XFD1048576" t="str">{cell}</c></row>'))

    assert len(read(path).problems) == 1


def test_very_many_joined_cells_cost_little(path: Path, good: bytes) -> None:
    joined = "".join(f'<mergeCell ref="A{row}:XFD1048576"/>' for row in range(2, 50_000))
    merged = repacked(
        good,
        lambda name, part: (
            part.replace(b"</sheetData>", f"</sheetData><mergeCells>{joined}</mergeCells>".encode())
            if name == SHEET
            else part
        ),
    )
    path.write_bytes(merged)

    assert read(path).accepted["permohonan"] == 1


def test_unknown_encoding_is_damage(path: Path, good: bytes) -> None:
    content = repacked(
        good, lambda name, part: part.replace(b"UTF-8", b"UTF-x") if name == "xl/workbook.xml" else part
    )

    assert "rusak" in told_of(path, content)


def test_16384_headings_are_one_problem(path: Path, good: bytes) -> None:
    cells = "".join(f'<c r="{column_letters(at)}9"><v>1</v></c>' for at in range(16_384))
    path.write_bytes(with_rows(good, f'<row r="9">{cells}</row>'))

    assert len(read(path).problems) == 1


def test_16384_formatted_columns_are_none(path: Path, good: bytes) -> None:
    cells = "".join(f'<c r="{column_letters(at)}9" s="0"/>' for at in range(16_384))
    path.write_bytes(with_rows(good, f'<row r="9">{cells}</row>'))

    assert (read(path).accepted["permohonan"], read(path).problems) == (1, ())


@pytest.mark.parametrize("cell", ['<c r="{at}" s="1"/>', '<c r="{at}" s="1"></c>', '<c s="1" r="{at}"/>'])
def test_blank_cells_leave_what_stands_among_them_in_its_place(path: Path, good: bytes, cell: str) -> None:
    words = '<c r="B{row}" t="inlineStr"><is><t>LSM</t></is></c>'
    rows = "".join(
        f'<row r="{row}">{cell.format(at=f"A{row}")}{words.format(row=row)}</row>' for row in range(3, 6)
    )
    path.write_bytes(with_rows(good, rows))
    intake = read(path)

    assert (intake.accepted["permohonan"], intake.problems) == (4, ())


def test_empty_workbook_is_told_so(path: Path) -> None:
    Workbook().save(path)

    assert refused(path) == "buku.xlsx: buku kerja ini kosong: tidak ada lembar yang terisi."


def test_missing_package_says_what_to_install(
    path: Path, good: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "python_calamine", None)
    path.write_bytes(good)

    with pytest.raises(ExtraMissingError, match=r'pip install "ppid-core\[xlsx\]"'):
        read(path)


MEASURED = """
import resource, sys
from pathlib import Path
from ppid_core.intake.files.workbook import WorkbookImporter

WorkbookImporter().read(Path(sys.argv[1]))
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
intake = WorkbookImporter().read(Path(sys.argv[2]))
used = resource.getrusage(resource.RUSAGE_SELF)
print(intake.accepted["permohonan"], len(intake.problems), used.ru_maxrss - before)
"""


@pytest.mark.slow
def test_many_rows_of_empty_formats_cost_little(path: Path, good: bytes) -> None:
    """Eight formatted cells in each of 300,000: 55 MB of XML; a list for each row alone would be 36 MB."""
    letters = "ABCDEFGH"
    rows = "".join(
        f'<row r="{row}">' + "".join(f'<c r="{letter}{row}" s="1"/>' for letter in letters) + "</row>"
        for row in range(10, 300_010)
    )
    path.write_bytes(with_rows(good, rows))
    small = path.with_name("kecil.xlsx")
    small.write_bytes(good)
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, str(small), str(path)], check=True, capture_output=True, text=True
    )
    accepted, problems, kilobytes = map(int, done.stdout.split())

    assert (accepted, problems) == (1, 0)
    assert kilobytes < 33_000


def test_workbook_is_read_with_a_bounded_stack_and_no_child_process(path: Path) -> None:
    workbook({"Permohonan": REQUESTS}).save(path)
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    read(path)

    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss == before
