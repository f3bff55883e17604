"""Types of information (*jenis_informasi*)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ppid_core.glossary import spelling
from ppid_core.intake.cells import CellError, member
from ppid_core.intake.fault import blank_cell
from ppid_core.intake.setting import Setting
from ppid_core.intake.spec import Column, Fault, Row, TableSpec
from ppid_core.intake.tables.case import text_column
from ppid_core.intake.tables.matrix import AGENCY_HEADINGS
from ppid_core.language import Bilingual
from ppid_core.model import InformationCategory, InformationType

CODE = text_column("kode")
NAME = text_column("nama")
SHORT_NAME = text_column("singkatan")
CATEGORY = Column(name="kelompok", read=member(InformationCategory))


def _build(row: Row, _: Setting) -> InformationType:
    name = row.words(NAME) or row.words(SHORT_NAME) or row.words(CODE)
    return InformationType(
        code=row.words(CODE) or name,
        name=name,
        short_name=row.words(SHORT_NAME),
        category=row[CATEGORY],
        source=row.source,
    )


def _check(row: Row, _: Setting) -> Iterator[Fault]:
    if not any(row.typed(column).strip() for column in (CODE, NAME, SHORT_NAME)):
        yield Fault(CODE, blank_cell(CODE.name))
    elif spelling(row.words(CODE)) in AGENCY_HEADINGS:
        yield Fault(CODE, _called_as_the_agencies())


def _called_as_the_agencies() -> CellError:
    return CellError(
        Bilingual(
            '"{value}" sudah menjadi judul kolom OPD di tabel ketersediaan. Pilih kode lain.',
            '"{value}" is the heading of the agencies in ketersediaan. Choose another code.',
        ),
        Bilingual("kode lain", "another code"),
    )


def _claims(row: Row, setting: Setting) -> Iterator[tuple[Column[Any], str]]:
    yield CODE, spelling(_build(row, setting).code)


INFORMATION_TYPES = TableSpec(
    name="jenis_informasi",
    columns=(CODE, NAME, SHORT_NAME, CATEGORY),
    build=_build,
    check=_check,
    bearing=(CODE, NAME, SHORT_NAME),
    claims=_claims,
)
