"""Totals along one dimension (*rekap*)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from attrs import evolve

from ppid_core.glossary.vocabulary import is_word, unquoted
from ppid_core.intake.cells import COUNTS, CellError, cell, count, counted, year
from ppid_core.intake.cells.cell import Cells
from ppid_core.intake.fault import blank_cell
from ppid_core.intake.setting import Setting
from ppid_core.intake.tables.case import MONTH
from ppid_core.intake.tables.category import (
    category_cell,
    check_category,
    dimension_column,
    dimensions_of,
    not_along,
    read_category,
)
from ppid_core.intake.tables.column import member_column, text_column
from ppid_core.intake.tables.spec import Blank, Fault, Row, TableColumn, TableSpec
from ppid_core.language import Bilingual
from ppid_core.model import Aggregate, Dimension, Register

_REGISTER = member_column(
    "apa",
    "register",
    Register,
    "permohonan, pemohon, pengaduan, keberatan, sengketa, atau gugatan = register",
    offers="register",
    blank=Blank.REFUSED_AS_COLUMN,
    example=("pengaduan", "pengaduan", "permohonan"),
)
_DIMENSION = dimension_column(
    "kosong untuk jumlah seluruhnya; atau bulan, keputusan, kanal, dan seterusnya = rincian menurut",
    example=("", "kanal"),
)
_CATEGORY = text_column(
    "nilai",
    "category",
    "isi rincian, misalnya ditolak; kosong untuk rincian menurut bulan = rincian",
    example=("", "surel"),
)
_WITHIN = evolve(MONTH, field="period", told="bulan baris ini = bln", example=())
_YEAR = TableColumn(
    name="tahun",
    field="year",
    told="tahun lain sebagai pembanding; tidak ikut dihitung = thn",
    read=year,
    example=("", "", "2022"),
)
_COUNT = TableColumn(
    name="jumlah",
    field="count",
    told="jumlahnya = jml",
    read=count,
    total=counted,
    ways=COUNTS,
    example=("2", "2", "6"),
)


def _build(row: Row, setting: Setting) -> Aggregate | None:
    register, counting = row[_REGISTER], row[_COUNT]
    dimension, typed, within = row[_DIMENSION], row.words(_CATEGORY), row[_WITHIN]
    is_part = dimension is not None or within is not None
    if register is None or (counting is None and is_part):
        return None
    number, words = counting or (None, None)
    line_year = row[_YEAR] or setting.year
    return Aggregate(
        register=register,
        dimension=dimension,
        category=read_category(dimension, typed, setting) if dimension and typed else "",
        typed=typed,
        period=None if within is None else within.within(line_year),
        year=None if line_year == setting.year else line_year,
        count=number,
        count_in_words=words,
        source=row.source,
    )


def _write(row: Aggregate, of_year: int) -> Cells:
    return {
        _REGISTER.name: row.register,
        _DIMENSION.name: row.dimension,
        _CATEGORY.name: cell.words(row.typed) if row.typed else category_cell(row.dimension, row.category),
        _WITHIN.name: cell.month(row.period, row.year or of_year),
        _YEAR.name: row.year,
        _COUNT.name: cell.counted(row.count, row.count_in_words),
    }


def _check(row: Row, setting: Setting) -> Iterator[Fault]:
    register, dimension, typed = row[_REGISTER], row[_DIMENSION], row.words(_CATEGORY)
    if typed and not row.typed(_DIMENSION).strip():
        yield Fault(_CATEGORY, _category_without_dimension())
    elif register and dimension and dimension not in dimensions_of(register):
        yield Fault(_DIMENSION, not_along(register))
    elif dimension is Dimension.MONTH:
        yield from _check_month(row)
    elif dimension:
        yield from check_category(row, dimension, _CATEGORY, setting)


def _check_month(row: Row) -> Iterator[Fault]:
    if row.words(_CATEGORY):
        yield Fault(_CATEGORY, _month_in_category())
    elif not row.typed(_WITHIN).strip():
        yield Fault(_WITHIN, blank_cell("bulan"))


def _about(row: Row) -> str:
    return str(row[_REGISTER] or "")


def _unlisted(lines: Iterable[Aggregate]) -> Iterator[tuple[TableColumn[Any], str]]:
    for line in lines:
        if is_word(line.dimension, line.category):
            yield _CATEGORY, unquoted(line.category)


def _category_without_dimension() -> CellError:
    return CellError(
        Bilingual(
            '"{value}" tidak terpakai: isi kolom menurut, atau kosongkan nilai untuk jumlah seluruhnya.',
            '"{value}" is not used: fill in menurut, or clear nilai for the total.',
        ),
        Bilingual("kosong bila menurut kosong", "blank where menurut is blank"),
    )


def _month_in_category() -> CellError:
    return CellError(
        Bilingual(
            '"{value}": untuk rincian menurut bulan, tulis bulannya di kolom bulan dan kosongkan nilai.',
            '"{value}": for a breakdown by month write the month under bulan and clear nilai.',
        ),
        Bilingual("kosong", "blank"),
    )


AGGREGATES = TableSpec(
    name="rekap",
    rows=("aggregates",),
    told="Jumlah menurut satu sudut pandang, bila register baris demi baris tidak ada = rekapitulasi",
    columns=(_REGISTER, _DIMENSION, _CATEGORY, _WITHIN, _YEAR, _COUNT),
    build=_build,
    write=_write,
    check=_check,
    bearing=(_DIMENSION, _CATEGORY, _WITHIN, _YEAR, _COUNT),
    about=_about,
    unlisted=_unlisted,
    groups=(_REGISTER, _DIMENSION, _YEAR),
)
