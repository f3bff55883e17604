"""The workbook as a whole: its sheets in order, those for people alone, the same file each time."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime

from ppid_core.errors import ExtraMissingError
from ppid_core.intake.cells.cell import Cells
from ppid_core.intake.files.example import EXAMPLE
from ppid_core.intake.files.form.choices import all_choices
from ppid_core.intake.files.form.pen import LISTS, Pen, Worksheet
from ppid_core.intake.files.form.printed import write_form
from ppid_core.intake.files.form.sheet import write_table
from ppid_core.intake.tables import table_headings
from ppid_core.intake.tables.printed_form import NO_FORMS, PrintedForm
from ppid_core.model import InformationType

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_GUIDE, _FILLED_EXAMPLE = "Petunjuk", "Contoh"
"""Sheets that are never read as data."""
_LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)


def form(
    tables: Mapping[str, Sequence[Cells]] | None = None,
    types: Sequence[InformationType] = (),
    forms: Mapping[str, PrintedForm] = NO_FORMS,
) -> bytes:
    """Return a workbook (.xlsx) with a sheet for each table.

    Args:
        tables: rows that are filled in already, by table; the others are empty.
        types: the types of information, which head the columns of *ketersediaan*; without any, its headings
            are chosen from the sheet *jenis_informasi*.
        forms: the tables that are laid out as a form of the law.

    Raises:
        ExtraMissingError: XlsxWriter is not installed.
    """
    try:
        from xlsxwriter import Workbook  # noqa: PLC0415  an extra
    except ModuleNotFoundError as missing:
        raise ExtraMissingError("xlsx", "xlsx") from missing
    file = io.BytesIO()
    with Workbook(file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        book.set_properties({"title": "Register PPID", "created": _LONG_AGO})
        pen = Pen.of(book, all_choices())
        _write_guide(book.add_worksheet(_GUIDE), pen)
        for table in table_headings().values():
            sheet, rows = book.add_worksheet(table.name), (tables or {}).get(table.name, ())
            if table.name in forms:
                write_form(sheet, pen, table, forms[table.name], rows)
            else:
                write_table(sheet, pen, table, rows, types)
        _write_example(book.add_worksheet(_FILLED_EXAMPLE), pen)
        pen.write_lists(book.add_worksheet(LISTS))
    return file.getvalue()


_SHOWN = ("opd", "jenis_informasi", "ketersediaan", "permohonan", "keberatan")

_INTRODUCTION = """\
Buku kerja ini berisi satu lembar untuk satu tabel. Isilah yang datanya ada; lembar yang tidak terpakai boleh
dibiarkan kosong. Hanya lembar laporan yang wajib, dengan tahun terisi.

Tulis data mulai baris di bawah judul kolom. Urutan kolom bebas; kolom yang tidak terpakai boleh dihapus.

Sel kosong berarti tidak dicatat. Angka nol ditulis 0.

Register yang dicatat tetapi tidak ada isinya: tulis NIHIL di kolom pertama.

Tanggal: 07/01/2021 (hari lebih dahulu) atau 7 Januari 2021. Bila hanya bulannya yang dicatat, isi kolom
bulan.

Di permohonan, keberatan, sengketa, dan gugatan, satu baris adalah satu perkara. Bila satu baris mewakili
beberapa perkara, tambahkan kolom jumlah dan isi di setiap baris: 13 atau 13 (tiga belas).

Baris JUMLAH boleh ada: angkanya dicocokkan, tidak ikut dihitung.

Beberapa isian dalam satu sel dipisah tanda |.

Di lembar ketersediaan, isi judul kolom dengan kode dari lembar jenis_informasi. Isi selnya √ (tersedia),
- (tidak tersedia), n/a (tidak berlaku), dikecualikan; kosong berarti belum diisi.

Pilihan di dalam sel hanya membantu. Kata lain yang lazim tetap terbaca; yang tidak terbaca akan disebut dalam
hasil pemeriksaan.

Lembar Petunjuk dan Contoh tidak dibaca sebagai data.
"""
_ONE_LINE = 108
"""Characters of the two columns together."""
_NEXT = "Setelah mengisi, simpan, lalu klik dua kali 1-periksa di folder ini, atau: ppid periksa"
_EXAMPLE_ONLY = "Contoh pengisian. Lembar ini tidak dibaca sebagai data."


def _write_guide(sheet: Worksheet, pen: Pen) -> None:
    """Write how the workbook is filled in, and what each sheet is for."""
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 92)
    sheet.write_string(0, 0, "Petunjuk pengisian", pen.formats["title"])
    row = 2
    for line in (*_paragraphs(), _NEXT):
        sheet.merge_range(row, 0, row, 1, line, pen.formats["text"])
        sheet.set_row(row, 32 if len(line) > _ONE_LINE else 16)
        row += 1
    for at, table in enumerate(table_headings().values(), start=row + 1):
        sheet.write_url(at, 0, f"internal:'{table.name}'!A1", pen.formats["link"], table.name)
        sheet.write_string(at, 1, table.meaning, pen.formats["text"])
    sheet.set_portrait()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)


def _paragraphs() -> list[str]:
    return [" ".join(paragraph.split()) for paragraph in _INTRODUCTION.split("\n\n")]


def _write_example(sheet: Worksheet, pen: Pen) -> None:
    """Write a few tables of an invented body."""
    sheet.set_column(0, 20, 20)
    sheet.write_string(0, 0, _EXAMPLE_ONLY, pen.formats["title"])
    for row, look, cells in _example_lines():
        for at, text in enumerate(cells):
            sheet.write_string(row, at, text, pen.formats[look])


def _example_lines() -> Iterator[tuple[int, str, list[str]]]:
    row = 2
    for table in _SHOWN:
        yield row, "key", [f"lembar {table}"]
        for at, cells in enumerate(csv.reader(EXAMPLE[f"{table}.csv"].splitlines()), start=1):
            row += 1
            yield row, "heading" if at == 1 else "text", cells
        row += 2
