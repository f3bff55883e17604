"""The list of agencies (*opd*), and their ranking (*peringkat_opd*)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ppid_core.intake.cells import FIGURES, cell, figure, line, several
from ppid_core.intake.fault import blank_cell
from ppid_core.intake.setting import Setting
from ppid_core.intake.tables.column import agency_column, day_column, named_columns, text_column
from ppid_core.intake.tables.spec import Blank, Fault, Row, TableColumn, TableSpec
from ppid_core.model import Agency, AgencyRef, AgencyScore, normal

_CODE = text_column("kode", "code", "kode pendek yang tidak berubah = kode opd", example=("D1", "D2", "D3"))
_NAME = text_column(
    "nama",
    "name",
    "nama resmi = nama opd = nama perangkat daerah = perangkat daerah = opd",
    example=("Dinas Contoh Kesehatan", "Dinas Contoh Pendidikan", "Badan Contoh Keuangan"),
)
_SHORT_NAME = text_column(
    "singkatan",
    "short_name",
    "nama pendek untuk tabel dan grafik = nama singkat",
    example=("Dinkes", "Disdik", "BKD"),
)
_CALLED = named_columns(_CODE, _NAME, _SHORT_NAME)
_ALIASES = TableColumn(
    name="alias",
    field="aliases",
    told='nama lain yang dipakai di register, dipisah tanda "|" = nama lain',
    read=several(line),
    several=True,
    write=cell.several,
    otherwise=(),
    example=("Dinas Kesehatan|DINKES Contoh", "Dinas Pendidikan"),
)


def _check(row: Row, _: Setting) -> Iterator[Fault]:
    if not any(row.typed(column).strip() for column in (_CODE, _NAME, _SHORT_NAME)):
        yield Fault(_NAME, blank_cell(_NAME.name))


def _claims(row: Row, _: Setting) -> Iterator[tuple[TableColumn[Any], str]]:
    """Yield each name once: two agencies of one name could not be told apart."""
    claimed: dict[str, TableColumn[Any]] = {}
    for column in (_CODE, _NAME, _SHORT_NAME):
        claimed.setdefault(normal(row.words(column)), column)
    for alias in row[_ALIASES] or ():
        claimed.setdefault(normal(alias), _ALIASES)
    return ((column, name) for name, column in claimed.items() if name)


AGENCIES = TableSpec(
    name="opd",
    rows=("agencies",),
    told="Daftar perangkat daerah (OPD) = perangkat daerah = daftar opd",
    holds=Agency,
    columns=(
        *_CALLED.columns,
        _ALIASES,
        day_column(
            "berlaku_sejak",
            "valid_from",
            "hari pertama nama ini berlaku = sejak",
            example=("", "", "2022-01-01"),
        ),
        day_column("berlaku_sampai", "valid_until", "hari terakhir nama ini berlaku = sampai", example=()),
        text_column(
            "pengganti",
            "successor",
            "kode OPD penggantinya, beberapa dipisahkan | bila dipecah = kode pengganti",
            example=(),
        ),
    ),
    composites=(_CALLED,),
    check=_check,
    bearing=(_CODE, _NAME, _SHORT_NAME),
    claims=_claims,
)

RANKING = TableSpec(
    name="peringkat_opd",
    rows=("activity", "ranking"),
    told="Peringkat OPD menurut penilaian badan publik sendiri = peringkat",
    holds=AgencyScore,
    columns=(
        agency_column(
            "kode, nama, singkatan, atau alias OPD = nama opd = perangkat daerah",
            otherwise=AgencyRef(typed=""),
            blank=Blank.REFUSED_AS_COLUMN,
            example=("Dinkes",),
        ),
        TableColumn(
            name="nilai",
            field="value",
            told="nilainya = skor = jumlah",
            read=figure,
            total=figure,
            ways=FIGURES,
            example=("92",),
        ),
        text_column("satuan", "unit", "satuan nilai, misalnya poin = unit", example=("poin",)),
    ),
)
