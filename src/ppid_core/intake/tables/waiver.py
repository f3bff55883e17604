"""Findings explained (*penjelasan*), and days on which the body was closed (*hari_libur*)."""

from __future__ import annotations

from attrs import evolve

from ppid_core.intake.setting import Setting
from ppid_core.intake.tables.column import day_column, text_column
from ppid_core.intake.tables.spec import Blank, Row, TableSpec
from ppid_core.model import Closure, Waiver


def _capitals(_: Setting, code: str) -> str:
    return code.upper()


_SUBJECT = text_column(
    "subjek",
    "subject",
    "nomor register perkara, barisnya, atau subjek lain; kosong untuk semua hasil aturan itu = subyek",
    example=(),
)
_REASON = text_column(
    "alasan",
    "reason",
    "mengapa memang demikian = penjelasan",
    example=("Gambar 1.2 dimuat dalam lampiran tersendiri",),
)
_UNTIL = day_column(
    "berlaku_sampai", "until", "hari terakhir penjelasan berlaku = sampai", example=("31 Desember 2024",)
)

WAIVERS = TableSpec(
    name="penjelasan",
    rows=("waivers",),
    told="Penjelasan atas hasil pemeriksaan yang memang demikian adanya",
    holds=Waiver,
    columns=(
        evolve(
            text_column(
                "kode",
                "code",
                "kode aturan, misalnya L102 = kode aturan",
                blank=Blank.REFUSED_AS_COLUMN,
                example=("D102",),
            ),
            settle=_capitals,
        ),
        _SUBJECT,
        _REASON,
        text_column("oleh", "by", "jabatan yang menjelaskan = penjelas", example=("PPID Utama",)),
        day_column("tanggal", "on", "tanggal penjelasan = tgl", example=("15 Januari 2024",)),
        _UNTIL,
    ),
    bearing=(_SUBJECT, _REASON, _UNTIL),
    totals=False,
)

_CLOSED_ON = day_column(
    "tanggal", "on", "tanggalnya = tgl", blank=Blank.REFUSED_AS_COLUMN, example=("27 Maret 2023",)
)
_CAUSE = text_column("sebab", "reason", "sebabnya = keterangan = alasan", example=("Hari jadi kabupaten",))


def _closure(row: Row, _: Setting) -> Closure | None:
    on = row[_CLOSED_ON]
    return None if on is None else Closure(on=on, reason=row.words(_CAUSE), source=row.source)


CLOSURES = TableSpec(
    name="hari_libur",
    rows=("closures",),
    told="Hari libur daerah dan hari layanan ditutup",
    columns=(_CLOSED_ON, _CAUSE),
    build=_closure,
    totals=False,
)
