"""Headings of tables whose module does not describe them yet: a line each, ``name: meaning = spelling``.

A deeper line that begins with ``=`` goes on with the spellings of the one above.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from ppid_core.glossary.heading import TableHeadings, parse_heading

_TABLES = """
rekap: Jumlah menurut satu sudut pandang, bila register baris demi baris tidak ada = rekapitulasi
  apa: permohonan, pemohon, pengaduan, keberatan, sengketa, atau gugatan = register
  menurut: kosong untuk jumlah seluruhnya; atau bulan, keputusan, kanal, dan seterusnya = rincian menurut
  nilai: isi rincian, misalnya ditolak; kosong untuk rincian menurut bulan = rincian
  bulan: bulan baris ini = bln
  tahun: tahun lain sebagai pembanding; tidak ikut dihitung = thn
  jumlah: jumlahnya = jml
pernyataan: Angka yang disebut dalam naskah, untuk dicocokkan
  apa: permohonan, keberatan, sengketa, rerata_waktu, staf, anggaran, opd, dan seterusnya = ukuran
  menurut: rincian yang dimaksud; kosong untuk jumlah seluruhnya = rincian menurut
  nilai: isi rincian itu = rincian
  jumlah: angkanya = angka = jml
  dari: pembagi, untuk persen = dari jumlah
  tahun: tahun lain yang dimaksud = thn
  satuan: perkara, persen, hari, hari kerja, rupiah, orang, atau satuan lain = unit
  bagian: bagian naskah yang menyebutnya = bab
"""


@cache
def table_headings() -> Mapping[str, TableHeadings]:
    """Return those tables by name."""
    return {table.name: table for table in _parsed(_TABLES)}


def _parsed(text: str) -> Iterator[TableHeadings]:
    for block in text.strip().replace("\n    = ", " = ").replace("\n  ", "\t").splitlines():
        first, *columns = (parse_heading(line) for line in block.split("\t"))
        yield TableHeadings(first.name, first.meaning, first.spellings, tuple(columns))
