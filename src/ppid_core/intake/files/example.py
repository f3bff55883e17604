"""The filled example in *contoh/*: an invented regency, every table once, no person."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from io import StringIO
from itertools import zip_longest
from types import MappingProxyType
from typing import Any, Final

from ppid_core.intake.tables import TABLES, table_headings
from ppid_core.intake.tables.spec import TableSpec

_WHOLE = {
    "laporan.csv": """\
kunci,isi
tahun,2023
periode,tahun
badan.nama,Pemerintah Kabupaten Contoh Makmur
badan.jenis,pemerintah daerah
badan.tingkat,kabupaten
badan.provinsi,Contoh Raya
badan.komisi,Komisi Informasi Provinsi Contoh Raya
badan.alamat,"Jalan Contoh Nomor 1, Contoh Makmur"
badan.laman,https://ppid.contoh.example
badan.ppid,PPID Utama Kabupaten Contoh Makmur
badan.atasan_ppid,Sekretaris Daerah
badan.cuti_bersama,ya
penandatangan.jabatan,PPID Utama Kabupaten Contoh Makmur
penandatangan.tempat,Contoh Makmur
penandatangan.tanggal,15 Januari 2024
penyampaian.tanggal,22 Januari 2024
penyampaian.kepada,Ketua Komisi Informasi Provinsi Contoh Raya
penyampaian.nomor,480/12/PPID/2024
penyampaian.sifat,biasa
penyampaian.lampiran,satu berkas
penyampaian.hal,Laporan Layanan Informasi Publik Tahun 2023
penyampaian.tembusan,Bupati Contoh Makmur|Sekretaris Daerah
sdm.jumlah,3
sdm.dasar,Keputusan Bupati Nomor 480/7/2023
kanal_ditawarkan,meja layanan PPID|website|surel
tampilan.susunan,perki
""",
    "naskah/penutup.txt": "Demikian laporan ini disusun.\n",
    "ketersediaan.csv": """\
opd,profil,anggaran,darurat,dip
Dinkes,√,√,√,√
Disdik,√,√,n/a,-
BKD,√,√,n/a,√
""",
}
"""Files whose cells hang together: the keys of *laporan*, prose of a file of its own, columns of types."""


def _files() -> Iterator[tuple[str, str]]:
    described = {spec.name: spec for spec in TABLES}
    for name in table_headings():
        file = f"{name}.csv"
        yield file, _WHOLE[file] if file in _WHOLE else _example_of(described[name])
        yield from ((other, text) for other, text in _WHOLE.items() if other.startswith(f"{name}/"))


def _example_of(spec: TableSpec[Any]) -> str:
    """Return the example of a table: what each of its columns shows, side by side."""
    shown = [(column.name, column.example) for column in spec.columns if column.example is not None]
    stream = StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(name for name, _ in shown)
    writer.writerows(zip_longest(*(cells for _, cells in shown), fillvalue=""))
    return stream.getvalue()


EXAMPLE: Final[Mapping[str, str]] = MappingProxyType(dict(_files()))


def example_rows() -> dict[str, list[dict[str, str]]]:
    """Return the tables of the example as `from_rows` takes them."""
    tables = ((name.removesuffix(".csv"), text) for name, text in EXAMPLE.items() if name.endswith(".csv"))
    return {name: list(csv.DictReader(StringIO(text))) for name, text in tables}
