"""How the service is equipped: visits, staff, facilities, hours, pictures."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import evolve

from ppid_core.intake.cells import (
    COUNTS,
    cell,
    count,
    counted,
    hour,
    inside,
    remark_on_count,
    weekdays,
    whole,
)
from ppid_core.intake.cells.cell import Cells
from ppid_core.intake.setting import Setting
from ppid_core.intake.tables.case import MONTH
from ppid_core.intake.tables.column import Example, agency_column, text_column
from ppid_core.intake.tables.spec import Composite, Row, TableColumn, TableSpec
from ppid_core.model import Facility, Picture, ServiceHours, Staff, Visits
from ppid_core.writing import format_weekdays


def _read_month(row: Row, setting: Setting) -> Mapping[str, Any]:
    within = row[MONTH]
    return {"period": None if within is None else within.within(setting.year)}


def _write_month(row: Visits, year: int) -> Cells:
    return {MONTH.name: cell.month(row.period, year)}


_WITHIN = Composite(
    columns=(
        evolve(
            MONTH, field="period", told="nama bulan = bln", example=("Januari", "Februari", "Maret", "JUMLAH")
        ),
    ),
    read=_read_month,
    write=_write_month,
)

VISITS = TableSpec(
    name="kunjungan",
    rows=("service", "visits"),
    told="Kunjungan ke laman PPID tiap bulan",
    holds=Visits,
    columns=(
        *_WITHIN.columns,
        TableColumn(
            name="kunjungan",
            field="count",
            told="banyaknya kunjungan"
            " = jumlah kunjungan = jumlah = jumlah pengunjung = jumlah kunjungan website",
            read=whole,
            total=counted,
            ways=COUNTS,
            remark=remark_on_count,
            example=("310", "295", "402", "1.007"),
        ),
    ),
    composites=(_WITHIN,),
)

_PEOPLE = TableColumn(
    name="jumlah",
    field="count",
    told="banyaknya orang = jumlah orang = jml = jumlah sdm",
    read=count,
    total=counted,
    ways=COUNTS,
    remark=remark_on_count,
    example=("2 (dua)", "1 (satu)", "3"),
)


def _read_people(row: Row, _: Setting) -> Mapping[str, Any]:
    people, words = row[_PEOPLE] or (None, None)
    return {"count": people, "count_in_words": words}


def _write_people(row: Staff, _: int) -> Cells:
    return {_PEOPLE.name: cell.counted(row.count, row.count_in_words)}


_COUNTED = Composite(columns=(_PEOPLE,), read=_read_people, write=_write_people)

STAFF = TableSpec(
    name="sdm",
    rows=("service", "staff"),
    told="Petugas layanan informasi = staf = petugas",
    holds=Staff,
    columns=(
        text_column(
            "bagian",
            "unit",
            "unit atau bagian = unit = bidang",
            example=("Layanan", "Pengelolaan data", "JUMLAH"),
        ),
        *_COUNTED.columns,
        text_column(
            "kualifikasi",
            "qualification",
            "pendidikan atau kualifikasi = pendidikan",
            example=("sarjana", "diploma"),
        ),
    ),
    composites=(_COUNTED,),
)

FACILITIES = TableSpec(
    name="sarana_prasarana",
    rows=("service", "facilities"),
    told="Sarana dan prasarana layanan = sarana = sarana dan prasarana",
    holds=Facility,
    columns=(
        text_column(
            "tempat", "place", "tempatnya = lokasi = ruang", example=("Ruang layanan", "Ruang layanan")
        ),
        text_column(
            "nama", "name", "nama barang = nama sarana = sarana", example=("Meja layanan", "Komputer")
        ),
        TableColumn(
            name="jumlah",
            field="count",
            told="banyaknya = jml",
            read=whole,
            total=counted,
            ways=COUNTS,
            remark=remark_on_count,
            example=("1", "2"),
        ),
        text_column("kondisi", "condition", "kondisi barang = keadaan", example=("baik", "baik")),
    ),
)


def _hour_column(name: str, field: str, told: str, example: Example) -> TableColumn[Any]:
    return TableColumn(name=name, field=field, told=told, read=hour, example=example)


HOURS = TableSpec(
    name="jam_layanan",
    rows=("service", "hours"),
    told="Jam layanan, satu baris untuk hari yang sama jamnya = jam pelayanan",
    holds=ServiceHours,
    columns=(
        agency_column("OPD; kosong berarti PPID Utama = perangkat daerah = unit kerja", example=()),
        TableColumn(
            name="hari",
            field="days",
            told="satu hari, atau misalnya Senin s/d Kamis = hari layanan",
            read=weekdays,
            write=format_weekdays,
            otherwise=(),
            example=("Senin s/d Kamis", "Jumat"),
        ),
        _hour_column("buka", "opens", "jam buka, misalnya 08.00 = jam buka", ("08.00", "08.00")),
        _hour_column("tutup", "closes", "jam tutup = jam tutup", ("16.00", "16.30")),
        _hour_column("istirahat_mulai", "break_from", "awal istirahat = mulai istirahat", ("12.00", "11.30")),
        _hour_column(
            "istirahat_selesai", "break_until", "akhir istirahat = selesai istirahat", ("13.00", "13.00")
        ),
    ),
)

PICTURES = TableSpec(
    name="gambar",
    rows=("service", "pictures"),
    told="Gambar dalam laporan",
    holds=Picture,
    columns=(
        text_column(
            "nomor",
            "number",
            "nomor gambar, misalnya 2.1; kosong bila tanpa nomor = nomor gambar",
            example=("1.1", "1.3"),
        ),
        text_column(
            "judul",
            "caption",
            "judul gambar = judul gambar = keterangan gambar",
            example=("Alur permohonan informasi", "Alur keberatan"),
        ),
        TableColumn(
            name="berkas",
            field="file",
            told="nama berkas di dalam folder ini = file = nama berkas",
            read=inside,
            write=cell.words,
            otherwise="",
            example=(),
        ),
    ),
)
