"""Types of information (*jenis_informasi*)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ppid_core.glossary import spelling
from ppid_core.intake.cells import CellError
from ppid_core.intake.fault import blank_cell
from ppid_core.intake.setting import Setting
from ppid_core.intake.tables.column import member_column, named_columns, text_column
from ppid_core.intake.tables.matrix import OWN_HEADINGS
from ppid_core.intake.tables.spec import Fault, Row, TableColumn, TableSpec
from ppid_core.language import Bilingual
from ppid_core.model import InformationCategory, InformationType

_CODE = text_column(
    "kode",
    "code",
    "kode yang menjadi judul kolom di tabel ketersediaan = kode jenis",
    example=("profil", "anggaran", "darurat", "dip"),
)
_NAME = text_column(
    "nama",
    "name",
    "nama jenis informasi = jenis informasi = nama jenis informasi",
    example=(
        "Profil badan publik",
        "Ringkasan anggaran",
        "Informasi yang mengancam hajat hidup orang banyak",
        "Daftar informasi publik",
    ),
)
_SHORT_NAME = text_column(
    "singkatan", "short_name", "nama pendek = nama singkat", example=("Profil", "Anggaran", "Darurat", "DIP")
)
_CALLED = named_columns(_CODE, _NAME, _SHORT_NAME)


def _check(row: Row, _: Setting) -> Iterator[Fault]:
    if not any(row.typed(column).strip() for column in (_CODE, _NAME, _SHORT_NAME)):
        yield Fault(_CODE, blank_cell(_CODE.name))
    elif spelling(row.words(_CODE)) in OWN_HEADINGS:
        yield Fault(_CODE, _called_as_the_agencies())


def _called_as_the_agencies() -> CellError:
    return CellError(
        Bilingual(
            '"{value}" sudah menjadi judul kolom OPD atau periode di tabel ketersediaan. Pilih kode lain.',
            '"{value}" heads the agencies or the periods in ketersediaan. Choose another code.',
        ),
        Bilingual("kode lain", "another code"),
    )


def _claims(row: Row, setting: Setting) -> Iterator[tuple[TableColumn[Any], str]]:
    yield _CODE, spelling(_CALLED.read(row, setting)["code"])


INFORMATION_TYPES = TableSpec(
    name="jenis_informasi",
    rows=("information_types",),
    told="Jenis informasi yang menjadi kolom tabel ketersediaan",
    holds=InformationType,
    columns=(
        *_CALLED.columns,
        member_column(
            "kelompok",
            "category",
            InformationCategory,
            "berkala, serta-merta, setiap saat, atau dikecualikan = kategori = klasifikasi",
            example=("berkala", "berkala", "serta-merta", "setiap saat"),
        ),
    ),
    composites=(_CALLED,),
    check=_check,
    bearing=(_CODE, _NAME, _SHORT_NAME),
    claims=_claims,
)
