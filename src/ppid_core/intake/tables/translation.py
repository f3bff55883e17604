"""Foreign headings and codes (*peta*): what a database calls by other names, and a table read so."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import tzinfo
from functools import cache
from typing import Any, TypeVar

from attrs import evolve, frozen

from ppid_core.glossary import spelling
from ppid_core.glossary.heading import accepted
from ppid_core.intake.cells import CellError
from ppid_core.intake.fault import blank_cell
from ppid_core.intake.nearest import ask_nearest
from ppid_core.intake.setting import Setting
from ppid_core.intake.tables.column import text_column
from ppid_core.intake.tables.spec import Blank, Column, Fault, Row, TableSpec
from ppid_core.language import Bilingual

DOT = "."
HEADING = text_column(
    "kolom_asal",
    told="judul kolom dalam sistem lain; kosong bila hanya nilainya yang berbeda = judul asal",
    example=("tgl_masuk_surat",),
)
COLUMN = text_column(
    "kolom",
    told="kolom yang dimaksud, misalnya keputusan, atau permohonan.keputusan untuk satu tabel = kolom tujuan",
    blank=Blank.REFUSED_AS_COLUMN,
    example=("permohonan.tanggal", "permohonan.keputusan"),
)
WORD = text_column(
    "nilai_asal", told="isi sel dalam sistem lain, misalnya kode 1 = kode asal", example=("", "01")
)
MEANT = text_column(
    "nilai",
    told="isi yang dimaksud, misalnya dikabulkan seluruhnya = nilai tujuan = arti",
    example=("", "dikabulkan seluruhnya"),
)


@frozen
class Translation:
    """One line of *peta*.

    Attributes:
        table: the one table in which it counts, "" for every table that has the column.
        column: canonical name of the column.
        heading: what the column is called there, in the form of `spelling`; "" where only a word is meant.
        word: a cell of that column, in the form of `spelling`; "" where only the heading is meant.
        meant: what the word stands for.
    """

    table: str
    column: str
    heading: str
    word: str
    meant: str


@cache
def _columns() -> dict[str, dict[str, str]]:
    """Return the canonical name of each column of each table by accepted spelling."""
    from ppid_core.intake.tables.catalogue import table_headings  # noqa: PLC0415  it lists this table, too

    return {name: dict(accepted(table.headings)) for name, table in table_headings().items()}


def _place(typed: str) -> tuple[str, str] | None:
    """Return table and column of ``permohonan.keputusan`` or ``keputusan``, None where there is none."""
    table, _, column = typed.rpartition(DOT)
    if table:
        found = _columns().get(table.strip(), {}).get(spelling(column))
        return (table.strip(), found) if found else None
    named = {known[spelling(column)] for known in _columns().values() if spelling(column) in known}
    exact = [name for name in named if spelling(name) == spelling(column)]
    chosen = exact or sorted(named)
    return ("", chosen[0]) if len(chosen) == 1 else None


def _check(row: Row, _: Setting) -> Iterator[Fault]:
    if row[COLUMN] and _place(row.words(COLUMN)) is None:
        yield Fault(COLUMN, _no_column(row.words(COLUMN), row.source.row or 1))
    if not row[HEADING] and not row[WORD]:
        yield Fault(HEADING, blank_cell(HEADING.name))
    if row[WORD] and not row[MEANT]:
        yield Fault(MEANT, blank_cell(MEANT.name))
    if row[MEANT] and not row[WORD]:
        yield Fault(WORD, blank_cell(WORD.name))


def _build(row: Row, _: Setting) -> Translation:
    table, column = _place(row.words(COLUMN)) or ("", "")
    return Translation(
        table=table,
        column=column,
        heading=spelling(row.words(HEADING)),
        word=spelling(row.words(WORD)),
        meant=row.words(MEANT),
    )


def _claims(row: Row, setting: Setting) -> Iterator[tuple[Column[Any], str]]:
    said = _build(row, setting)
    if said.word:
        yield WORD, f"{said.table}.{said.column}={said.word}"


def _no_column(typed: str, number: int) -> CellError:
    names = {text: name for known in _columns().values() for text, name in known.items()}
    nearest = ask_nearest(typed.rpartition(DOT)[2], names, number)
    return CellError(
        Bilingual(f'kolom "{{value}}" tidak dikenal. {nearest.id}', f'no column "{{value}}". {nearest.en}'),
        Bilingual(
            "nama kolom di PETUNJUK.txt, atau tabel.kolom", "a column of PETUNJUK.txt, table.column too"
        ),
    )


TRANSLATIONS = TableSpec(
    name="peta",
    told="Padanan judul kolom dan kode dari sistem lain, agar datanya tidak perlu diganti nama",
    columns=(HEADING, COLUMN, WORD, MEANT),
    build=_build,
    check=_check,
    bearing=(HEADING, COLUMN, WORD, MEANT),
    claims=_claims,
    totals=False,
    signs=True,
)


T = TypeVar("T")


@frozen
class Dictionary:
    """The lines of *peta*."""

    lines: tuple[Translation, ...] = ()

    def applied(self, spec: TableSpec[T]) -> TableSpec[T]:
        """Return the table that also knows the foreign headings and words."""
        lines = [line for line in self.lines if line.table in {"", spec.name}]
        names = {column.name for column in spec.columns}
        headings = {line.heading: line.column for line in lines if line.heading and line.column in names}
        columns = tuple(_reading(column, lines) for column in spec.columns)
        if not headings and columns == spec.columns:
            return spec
        return evolve(spec, columns=columns, accepted={**spec.accepted, **headings})


def _reading(column: Column[Any], lines: Iterable[Translation]) -> Column[Any]:
    words = {line.word: line.meant for line in lines if line.word and line.column == column.name}
    if not words:
        return column
    return evolve(
        column,
        read=_translated(column.read, words),
        zoned=None if column.zoned is None else _translated(column.zoned, words),
        means=lambda text: spelling(text) in words,
    )


def _translated(read: Callable[..., T], words: Mapping[str, str]) -> Callable[..., T]:
    def reader(text: str, *zone: tzinfo) -> T:
        return read(words.get(spelling(text), text), *zone)

    return reader
