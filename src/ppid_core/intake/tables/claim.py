"""Figures that the text claims (*pernyataan*)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from ppid_core.glossary import label, recognise
from ppid_core.glossary.vocabulary import is_word, unquoted
from ppid_core.intake.cells import (
    FIGURES,
    ROUGH,
    cell,
    figure,
    is_percent,
    rough,
    words_beside,
    year,
)
from ppid_core.intake.cells.cell import Cell, Cells
from ppid_core.intake.setting import Setting
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
from ppid_core.model import Bound, FigureUnit, Measure, Register, StatedFigure
from ppid_core.writing import format_number

_MEASURE = member_column(
    "apa",
    "measure",
    Measure,
    "permohonan, keberatan, sengketa, rerata_waktu, staf, anggaran, opd, dan seterusnya = ukuran",
    offers="ukuran",
    blank=Blank.REFUSED_AS_COLUMN,
    example=("permohonan", "permohonan", "anggaran"),
)
_DIMENSION = dimension_column(
    "rincian yang dimaksud; kosong untuk jumlah seluruhnya = rincian menurut", example=("", "keputusan")
)
_CATEGORY = text_column("nilai", "category", "isi rincian itu = rincian", example=("", "ditolak"))
_VALUE = TableColumn(
    name="jumlah",
    field="value",
    told="angkanya = angka = jml",
    read=rough,
    ways=ROUGH,
    example=("4", "1", "25.000.000"),
)
_OF = TableColumn(
    name="dari", field="of", told="pembagi, untuk persen = dari jumlah", read=figure, ways=FIGURES, example=()
)
_YEAR = TableColumn(name="tahun", field="year", told="tahun lain yang dimaksud = thn", read=year, example=())
_UNIT = text_column(
    "satuan",
    "unit_typed",
    "perkara, persen, hari, hari kerja, rupiah, orang, atau satuan lain = unit",
    example=("perkara", "perkara", "rupiah"),
)
_PASSAGE = text_column(
    "bagian",
    "passage",
    "bagian naskah yang menyebutnya = bab",
    example=("kata-pengantar", "kata-pengantar", "penutup"),
)

_REGISTERS: Mapping[Measure, Register] = {Measure(f"{register}.total"): register for register in Register}


def _build(row: Row, setting: Setting) -> StatedFigure | None:
    measure, said, dimension = row[_MEASURE], row[_VALUE], row[_DIMENSION]
    if measure is None or said is None:
        return None
    value, bound = said
    return StatedFigure(
        measure=measure,
        dimension=dimension,
        category=read_category(dimension, row.words(_CATEGORY), setting) if dimension else "",
        value=value,
        value_in_words=words_beside(row.typed(_VALUE)),
        bound=bound,
        of=row[_OF],
        year=None if row[_YEAR] == setting.year else row[_YEAR],
        unit=_unit(row),
        unit_typed=row.words(_UNIT),
        passage=row.words(_PASSAGE),
        source=row.source,
    )


def _unit(row: Row) -> FigureUnit:
    if typed := row[_UNIT]:
        return recognise(FigureUnit, typed) or FigureUnit.OTHER
    return FigureUnit.PERCENT if is_percent(row.typed(_VALUE)) else FigureUnit.CASES


def _write(row: StatedFigure, _: int) -> Cells:
    return {
        _MEASURE.name: row.measure,
        _DIMENSION.name: row.dimension,
        _CATEGORY.name: category_cell(row.dimension, row.category),
        _VALUE.name: _claimed(row),
        _OF.name: row.of,
        _YEAR.name: row.year,
        _UNIT.name: cell.words(row.unit_typed),
        _PASSAGE.name: cell.words(row.passage),
    }


def _claimed(row: StatedFigure) -> Cell:
    """Return the figure, with its sign of percent where no unit is typed that says so."""
    sign = "%" if row.unit is FigureUnit.PERCENT and not row.unit_typed else ""
    beside = f" ({row.value_in_words})" if row.value_in_words is not None else ""
    if row.bound is None:
        return f"{_plain(row.value)}{beside}{sign}" if sign or beside else row.value
    number, word = f"{_plain(row.value)}{beside}{sign}", label(row.bound)
    return f"{number} {word}" if row.bound is Bound.OVER else f"{word} {number}"


def _plain(value: Decimal) -> str:
    decimals = max(-int(value.as_tuple().exponent), 0)
    return format_number(value, "id", decimals).replace(".", "")


def _check(row: Row, setting: Setting) -> Iterator[Fault]:
    measure, dimension = row[_MEASURE], row[_DIMENSION]
    register = _REGISTERS.get(measure) if measure else None
    if dimension is None:
        return
    if register and dimension not in dimensions_of(register):
        yield Fault(_DIMENSION, not_along(register))
    else:
        yield from check_category(row, dimension, _CATEGORY, setting)


def _about(row: Row) -> str:
    return str(row[_MEASURE] or "")


def _unlisted(claims: Iterable[StatedFigure]) -> Iterator[tuple[TableColumn[Any], str]]:
    for claim in claims:
        if is_word(claim.dimension, claim.category):
            yield _CATEGORY, unquoted(claim.category)


CLAIMS = TableSpec(
    name="pernyataan",
    rows=("stated_figures",),
    told="Angka yang disebut dalam naskah, untuk dicocokkan",
    columns=(_MEASURE, _DIMENSION, _CATEGORY, _VALUE, _OF, _YEAR, _UNIT, _PASSAGE),
    build=_build,
    write=_write,
    check=_check,
    about=_about,
    bearing=(_DIMENSION, _CATEGORY, _VALUE, _OF, _YEAR, _UNIT),
    unlisted=_unlisted,
    totals=False,
)
