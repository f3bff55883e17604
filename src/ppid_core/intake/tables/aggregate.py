"""Totals along one dimension, or two (*rekap*)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from attrs import evolve, frozen

from ppid_core.glossary.vocabulary import is_word, unquoted
from ppid_core.intake.cells import COUNTS, CellError, cell, count, counted, remark_on_count, year
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
from ppid_core.model import Aggregate, Dimension, JointPart, Register

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
_SECOND_DIMENSION = dimension_column(
    "rincian kedua bila satu baris menghitung dua hal sekaligus, misalnya OPD dan keputusan = menurut 2",
    name="menurut_2",
    field="second",
)
_SECOND_CATEGORY = text_column("nilai_2", "second", "isi rincian kedua, misalnya ditolak = nilai 2")
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
    remark=remark_on_count,
    example=("2", "2", "6"),
)


@frozen
class _Along:
    """What a row says along one dimension: the two cells, and the columns that they stand under."""

    dimension: Dimension | None
    typed: str
    along: TableColumn[Dimension]
    column: TableColumn[str]

    def part(self, setting: Setting) -> JointPart | None:
        """Return the part that the cells name, None where they name none, or a month."""
        if self.dimension is None or not self.typed:
            return None
        category = read_category(self.dimension, self.typed, setting)
        return JointPart(dimension=self.dimension, category=category, typed=self.typed)


def _alongs(row: Row) -> tuple[_Along, _Along]:
    """Return what a row says along both dimensions."""
    return (
        _Along(row[_DIMENSION], row.words(_CATEGORY), _DIMENSION, _CATEGORY),
        _Along(row[_SECOND_DIMENSION], row.words(_SECOND_CATEGORY), _SECOND_DIMENSION, _SECOND_CATEGORY),
    )


def _build(row: Row, setting: Setting) -> Aggregate | None:
    register, counting, within = row[_REGISTER], row[_COUNT], row[_WITHIN]
    alongs = _alongs(row)
    named = any(one.dimension is not None for one in alongs)
    if register is None or (counting is None and (named or within is not None)):
        return None
    number, words = counting or (None, None)
    line_year = row[_YEAR] or setting.year
    first, second = (*(part for one in alongs if (part := one.part(setting))), None, None)[:2]
    dimension = first.dimension if first else alongs[0].dimension
    return Aggregate(
        register=register,
        dimension=dimension,
        category=first.category if first else "",
        typed=first.typed if first else "",
        second=second,
        period=None if within is None else within.within(line_year),
        year=None if line_year == setting.year else line_year,
        count=number,
        count_in_words=words,
        source=row.source,
    )


def _write(row: Aggregate, of_year: int) -> Cells:
    second = row.second
    return {
        _REGISTER.name: row.register,
        _DIMENSION.name: row.dimension,
        _CATEGORY.name: _words(row),
        _SECOND_DIMENSION.name: None if second is None else second.dimension,
        _SECOND_CATEGORY.name: "" if second is None else _words(second),
        _WITHIN.name: cell.month(row.period, row.year or of_year),
        _YEAR.name: row.year,
        _COUNT.name: cell.counted(row.count, row.count_in_words),
    }


def _words(part: Aggregate | JointPart) -> str:
    return cell.words(part.typed) if part.typed else category_cell(part.dimension, part.category)


def _check(row: Row, setting: Setting) -> Iterator[Fault]:
    first, second = _alongs(row)
    if not row.typed(_DIMENSION).strip() and row.typed(_SECOND_DIMENSION).strip():
        yield Fault(_SECOND_DIMENSION, _second_alone())
    elif second.dimension is not None and second.dimension is first.dimension:
        yield Fault(_SECOND_DIMENSION, _twice_along())
    else:
        for one in (first, second):
            yield from _check_along(row, one, setting)


def _check_along(row: Row, one: _Along, setting: Setting) -> Iterator[Fault]:
    register = row[_REGISTER]
    if one.typed and not row.typed(one.along).strip():
        yield Fault(one.column, _category_without_dimension(one.along.name, one.column.name))
    elif register and one.dimension and one.dimension not in dimensions_of(register):
        yield Fault(one.along, not_along(register))
    elif one.dimension is Dimension.MONTH:
        yield from _check_month(row, one)
    elif one.dimension:
        yield from check_category(row, one.dimension, one.column, setting)


def _check_month(row: Row, one: _Along) -> Iterator[Fault]:
    if one.typed:
        yield Fault(one.column, _month_in_category(one.column.name))
    elif not row.typed(_WITHIN).strip():
        yield Fault(_WITHIN, blank_cell("bulan"))


def _about(row: Row) -> str:
    return str(row[_REGISTER] or "")


def _unlisted(lines: Iterable[Aggregate]) -> Iterator[tuple[TableColumn[Any], str]]:
    for line in lines:
        if is_word(line.dimension, line.category):
            yield _CATEGORY, unquoted(line.category)
        if line.second is not None and is_word(line.second.dimension, line.second.category):
            yield _SECOND_CATEGORY, unquoted(line.second.category)


def _category_without_dimension(along: str, name: str) -> CellError:
    whole = " untuk jumlah seluruhnya" if along == _DIMENSION.name else ""
    of_whole = " for the total" if whole else ""
    return CellError(
        Bilingual(
            f'"{{value}}" tidak terpakai: isi kolom {along}, atau kosongkan {name}{whole}.',
            f'"{{value}}" is not used: fill in {along}, or clear {name}{of_whole}.',
        ),
        Bilingual(f"kosong bila {along} kosong", f"blank where {along} is blank"),
    )


def _month_in_category(name: str) -> CellError:
    return CellError(
        Bilingual(
            f'"{{value}}": untuk rincian menurut bulan, tulis bulannya di kolom bulan dan kosongkan {name}.',
            f'"{{value}}": for a breakdown by month write the month under bulan and clear {name}.',
        ),
        Bilingual("kosong", "blank"),
    )


def _second_alone() -> CellError:
    return CellError(
        Bilingual(
            '"{value}" adalah rincian kedua tanpa rincian pertama: isi dahulu kolom menurut.',
            '"{value}" is a second breakdown without a first one: fill in menurut first.',
        ),
        Bilingual("kosong bila menurut kosong", "blank where menurut is blank"),
    )


def _twice_along() -> CellError:
    return CellError(
        Bilingual(
            '"{value}" sudah tertulis di kolom menurut: pilih rincian lain, atau kosongkan menurut_2.',
            '"{value}" stands under menurut already: choose another breakdown, or clear menurut_2.',
        ),
        Bilingual("rincian lain dari kolom menurut", "another breakdown than under menurut"),
    )


AGGREGATES = TableSpec(
    name="rekap",
    rows=("aggregates",),
    told="Jumlah menurut satu atau dua rincian, bila register baris demi baris tidak ada; tabel silang"
    " (sudut kiri atas berisi, misalnya, bulan/keputusan) juga dibaca = rekapitulasi",
    columns=(_REGISTER, _DIMENSION, _CATEGORY, _SECOND_DIMENSION, _SECOND_CATEGORY, _WITHIN, _YEAR, _COUNT),
    build=_build,
    write=_write,
    check=_check,
    bearing=(_DIMENSION, _CATEGORY, _SECOND_DIMENSION, _SECOND_CATEGORY, _WITHIN, _YEAR, _COUNT),
    about=_about,
    unlisted=_unlisted,
    groups=(_REGISTER, _DIMENSION, _SECOND_DIMENSION, _YEAR),
)
