"""Figures that the text claims (*pernyataan*)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ppid_core.glossary import recognise
from ppid_core.glossary.vocabulary import is_word, unquoted
from ppid_core.intake.cells import (
    FIGURES,
    ROUGH,
    CellError,
    figure,
    is_percent,
    line,
    member,
    rough,
    words_beside,
    year,
)
from ppid_core.intake.fault import blank_cell
from ppid_core.intake.setting import Setting
from ppid_core.intake.spec import Blank, Column, Fault, Row, TableSpec
from ppid_core.intake.tables.category import dimensions_of, not_along, read_category, read_dimension
from ppid_core.intake.tables.column import text_column
from ppid_core.model import FigureUnit, Measure, Register, StatedFigure

MEASURE = Column(name="apa", read=member(Measure), blank=Blank.REFUSED_AS_COLUMN)
DIMENSION = Column(name="menurut", read=read_dimension)
CATEGORY = Column(name="nilai", read=line)
VALUE = Column(name="jumlah", read=rough, ways=ROUGH)
OF = Column(name="dari", read=figure, ways=FIGURES)
YEAR = Column(name="tahun", read=year)
UNIT = text_column("satuan")
PASSAGE = text_column("bagian")

_REGISTERS: Mapping[Measure, Register] = {Measure(f"{register}.total"): register for register in Register}


def _build(row: Row, setting: Setting) -> StatedFigure | None:
    measure, said, dimension = row[MEASURE], row[VALUE], row[DIMENSION]
    if measure is None or said is None:
        return None
    value, bound = said
    return StatedFigure(
        measure=measure,
        dimension=dimension,
        category=read_category(dimension, row.words(CATEGORY), setting) if dimension else "",
        value=value,
        value_in_words=words_beside(row.typed(VALUE)),
        bound=bound,
        of=row[OF],
        year=None if row[YEAR] == setting.year else row[YEAR],
        unit=_unit(row),
        unit_typed=row.words(UNIT),
        passage=row.words(PASSAGE),
        source=row.source,
    )


def _unit(row: Row) -> FigureUnit:
    if typed := row[UNIT]:
        return recognise(FigureUnit, typed) or FigureUnit.OTHER
    return FigureUnit.PERCENT if is_percent(row.typed(VALUE)) else FigureUnit.CASES


def _check(row: Row, setting: Setting) -> Iterator[Fault]:
    measure, dimension, typed = row[MEASURE], row[DIMENSION], row.words(CATEGORY)
    register = _REGISTERS.get(measure) if measure else None
    if dimension is None:
        return
    if register and dimension not in dimensions_of(register):
        yield Fault(DIMENSION, not_along(register))
    elif not typed and not row.typed(CATEGORY).strip():
        yield Fault(CATEGORY, blank_cell("nilai"))
    elif typed:
        try:
            read_category(dimension, typed, setting)
        except CellError as error:
            yield Fault(CATEGORY, error)


def _about(row: Row) -> str:
    return str(row[MEASURE] or "")


def _unlisted(claim: StatedFigure) -> Iterator[tuple[Column[Any], str]]:
    if is_word(claim.dimension, claim.category):
        yield CATEGORY, unquoted(claim.category)


CLAIMS = TableSpec(
    name="pernyataan",
    columns=(MEASURE, DIMENSION, CATEGORY, VALUE, OF, YEAR, UNIT, PASSAGE),
    build=_build,
    check=_check,
    about=_about,
    bearing=(DIMENSION, CATEGORY, VALUE, OF, YEAR, UNIT),
    unlisted=_unlisted,
    totals=False,
)
