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
from ppid_core.intake.tables.spec import Blank, Fault, Row, TableColumn, TableSpec
from ppid_core.language import Bilingual

_DOT = "."
_HEADING = text_column(
    "kolom_asal",
    told="judul kolom dalam sistem lain; kosong bila hanya nilainya yang berbeda = judul asal",
    example=("tgl_masuk_surat",),
)
_COLUMN = text_column(
    "kolom",
    told="kolom yang dimaksud, misalnya keputusan, atau permohonan.keputusan untuk satu tabel = kolom tujuan",
    blank=Blank.REFUSED_AS_COLUMN,
    example=("permohonan.tanggal", "permohonan.keputusan"),
)
_WORD = text_column(
    "nilai_asal", told="isi sel dalam sistem lain, misalnya kode 1 = kode asal", example=("", "01")
)
_MEANT = text_column(
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
    table, _, column = typed.rpartition(_DOT)
    if table:
        found = _columns().get(table.strip(), {}).get(spelling(column))
        return (table.strip(), found) if found else None
    named = {known[spelling(column)] for known in _columns().values() if spelling(column) in known}
    exact = [name for name in named if spelling(name) == spelling(column)]
    chosen = exact or sorted(named)
    return ("", chosen[0]) if len(chosen) == 1 else None


def _check(row: Row, _: Setting) -> Iterator[Fault]:
    if row[_COLUMN] and _place(row.words(_COLUMN)) is None:
        yield Fault(_COLUMN, _no_column(row.words(_COLUMN), row.source.row or 1))
    if not row[_HEADING] and not row[_WORD]:
        yield Fault(_HEADING, blank_cell(_HEADING.name))
    if row[_WORD] and not row[_MEANT]:
        yield Fault(_MEANT, blank_cell(_MEANT.name))
    if row[_MEANT] and not row[_WORD]:
        yield Fault(_WORD, blank_cell(_WORD.name))


def _build(row: Row, _: Setting) -> Translation:
    table, column = _place(row.words(_COLUMN)) or ("", "")
    return Translation(
        table=table,
        column=column,
        heading=spelling(row.words(_HEADING)),
        word=spelling(row.words(_WORD)),
        meant=row.words(_MEANT),
    )


def _claims(row: Row, setting: Setting) -> Iterator[tuple[TableColumn[Any], str]]:
    said = _build(row, setting)
    if said.word:
        yield _WORD, f"{said.table}.{said.column}={said.word}"


def _no_column(typed: str, number: int) -> CellError:
    names = {text: name for known in _columns().values() for text, name in known.items()}
    nearest = ask_nearest(typed.rpartition(_DOT)[2], names, number)
    return CellError(
        Bilingual(f'kolom "{{value}}" tidak dikenal. {nearest.id}', f'no column "{{value}}". {nearest.en}'),
        Bilingual(
            "nama kolom di PETUNJUK.txt, atau tabel.kolom", "a column of PETUNJUK.txt, table.column too"
        ),
    )


TRANSLATIONS = TableSpec(
    name="peta",
    told="Padanan judul kolom dan kode dari sistem lain, agar datanya tidak perlu diganti nama",
    columns=(_HEADING, _COLUMN, _WORD, _MEANT),
    build=_build,
    check=_check,
    bearing=(_HEADING, _COLUMN, _WORD, _MEANT),
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


def _reading(column: TableColumn[Any], lines: Iterable[Translation]) -> TableColumn[Any]:
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
