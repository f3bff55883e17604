"""Totals along one dimension (*rekap*)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ppid_core.glossary.vocabulary import is_word, unquoted
from ppid_core.intake.cells import COUNTS, CellError, count, counted, line, member, year
from ppid_core.intake.fault import blank_cell
from ppid_core.intake.setting import Setting
from ppid_core.intake.spec import Blank, Column, Fault, Row, TableSpec
from ppid_core.intake.tables.case import MONTH
from ppid_core.intake.tables.category import dimensions_of, not_along, read_category, read_dimension
from ppid_core.language import Bilingual
from ppid_core.model import Aggregate, Dimension, Register

REGISTER = Column(name="apa", read=member(Register), blank=Blank.REFUSED_AS_COLUMN)
DIMENSION = Column(name="menurut", read=read_dimension)
CATEGORY = Column(name="nilai", read=line)
YEAR = Column(name="tahun", read=year)
COUNT = Column(name="jumlah", read=count, total=counted, ways=COUNTS)


def _build(row: Row, setting: Setting) -> Aggregate | None:
    register, counting = row[REGISTER], row[COUNT]
    dimension, typed, within = row[DIMENSION], row.words(CATEGORY), row[MONTH]
    is_part = dimension is not None or within is not None
    if register is None or (counting is None and is_part):
        return None
    number, words = counting or (None, None)
    line_year = row[YEAR] or setting.year
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


def _check(row: Row, setting: Setting) -> Iterator[Fault]:
    register, dimension, typed = row[REGISTER], row[DIMENSION], row.words(CATEGORY)
    if typed and not row.typed(DIMENSION).strip():
        yield Fault(CATEGORY, _category_without_dimension())
    elif register and dimension and dimension not in dimensions_of(register):
        yield Fault(DIMENSION, not_along(register))
    elif dimension is Dimension.MONTH:
        yield from _check_month(row)
    elif dimension and not typed and not row.typed(CATEGORY).strip():
        yield Fault(CATEGORY, blank_cell("nilai"))
    elif dimension and typed:
        try:
            read_category(dimension, typed, setting)
        except CellError as error:
            yield Fault(CATEGORY, error)


def _check_month(row: Row) -> Iterator[Fault]:
    if row.words(CATEGORY):
        yield Fault(CATEGORY, _month_in_category())
    elif not row.typed(MONTH).strip():
        yield Fault(MONTH, blank_cell("bulan"))


def _about(row: Row) -> str:
    return str(row[REGISTER] or "")


def _unlisted(line: Aggregate) -> Iterator[tuple[Column[Any], str]]:
    if is_word(line.dimension, line.category):
        yield CATEGORY, unquoted(line.category)


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
    columns=(REGISTER, DIMENSION, CATEGORY, MONTH, YEAR, COUNT),
    build=_build,
    check=_check,
    bearing=(DIMENSION, CATEGORY, MONTH, YEAR, COUNT),
    about=_about,
    unlisted=_unlisted,
    groups=(REGISTER, DIMENSION, YEAR),
)
