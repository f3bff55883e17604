"""The sheets that are read by people alone: *Petunjuk* and *Contoh*."""

from __future__ import annotations

import csv
from collections.abc import Iterator

from ppid_core.intake.example import EXAMPLE
from ppid_core.intake.form.pen import Pen, Worksheet
from ppid_core.intake.tables import table_headings

SHOWN = ("opd", "jenis_informasi", "ketersediaan", "permohonan", "keberatan")

INTRODUCTION = """\
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
ONE_LINE = 108
"""Characters of the two columns together."""
NEXT = "Setelah mengisi, simpan, lalu jalankan 1-periksa, atau: ppid periksa"
EXAMPLE_ONLY = "Contoh pengisian. Lembar ini tidak dibaca sebagai data."


def write_guide(sheet: Worksheet, pen: Pen) -> None:
    """Write how the workbook is filled in, and what each sheet is for."""
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 92)
    sheet.write_string(0, 0, "Petunjuk pengisian", pen.formats["title"])
    row = 2
    for line in (*_paragraphs(), NEXT):
        sheet.merge_range(row, 0, row, 1, line, pen.formats["text"])
        sheet.set_row(row, 32 if len(line) > ONE_LINE else 16)
        row += 1
    for at, table in enumerate(table_headings().values(), start=row + 1):
        sheet.write_url(at, 0, f"internal:'{table.name}'!A1", pen.formats["link"], table.name)
        sheet.write_string(at, 1, table.meaning, pen.formats["text"])
    sheet.set_portrait()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)


def _paragraphs() -> list[str]:
    return [" ".join(paragraph.split()) for paragraph in INTRODUCTION.split("\n\n")]


def write_example(sheet: Worksheet, pen: Pen) -> None:
    """Write a few tables of an invented body."""
    sheet.set_column(0, 20, 20)
    sheet.write_string(0, 0, EXAMPLE_ONLY, pen.formats["title"])
    for row, look, cells in _example_lines():
        for at, text in enumerate(cells):
            sheet.write_string(row, at, text, pen.formats[look])


def _example_lines() -> Iterator[tuple[int, str, list[str]]]:
    row = 2
    for table in SHOWN:
        yield row, "key", [f"lembar {table}"]
        for at, cells in enumerate(csv.reader(EXAMPLE[f"{table}.csv"].splitlines()), start=1):
            row += 1
            yield row, "heading" if at == 1 else "text", cells
        row += 2
