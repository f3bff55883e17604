"""Foreign headings and codes (*peta*): what a database calls by other names, and a table read so."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import Any, TypeVar

from attrs import evolve, field, frozen

from ppid_core.glossary import spelling
from ppid_core.glossary.heading import Accepted, accepted
from ppid_core.intake.cells import CellError, TimeFrame
from ppid_core.intake.fault import blank_cell
from ppid_core.intake.nearest import ask_nearest
from ppid_core.intake.setting import Setting
from ppid_core.intake.tables.column import text_column
from ppid_core.intake.tables.spec import Fault, Given, Row, TableColumn, TableSpec
from ppid_core.language import Bilingual
from ppid_core.source import Source

NOBODYS = "abaikan"
"""Stands for the column of a heading that is nobody's, and for the meaning of a row that is no case."""
UNDECIDED = "?"
"""Stands in a draft where somebody has to decide."""
EVERY_ROW = "*"
"""Stands for the foreign word where every row says the same, because the file has no such column."""
FIRST_FILLED = "pertama"
JOINTS: Mapping[str, str] = {
    FIRST_FILLED: "",
    "spasi": " ",
    "koma": ", ",
    "titik koma": "; ",
    "baris baru": "\n",
}
"""How cells of several columns become one: the first that is filled, or all, with this between them."""
_DOT = "."
_HEADING = text_column(
    "kolom_asal",
    told="judul kolom dalam sistem lain; kosong bila hanya nilainya yang berbeda = judul asal",
    example=("tgl_masuk_surat", "", "foto_ktp"),
)
_COLUMN = text_column(
    "kolom",
    told="kolom yang dimaksud, misalnya keputusan, atau permohonan.keputusan untuk satu tabel; abaikan bila"
    " kolom itu tidak dipakai = kolom tujuan",
    example=("permohonan.tanggal", "permohonan.keputusan", "abaikan"),
)
_WORD = text_column(
    "nilai_asal",
    told="isi sel dalam sistem lain, misalnya kode 1; tanda * berarti setiap baris = kode asal",
    example=("", "01", ""),
)
_MEANT = text_column(
    "nilai",
    told="isi yang dimaksud, misalnya dikabulkan seluruhnya; kosong berarti tidak dicatat, abaikan berarti"
    " barisnya tidak dihitung = nilai tujuan = arti",
    example=("", "dikabulkan seluruhnya", ""),
)
_TABLE = text_column("tabel", told="tabel bagi baris yang berisi nilai_asal itu, misalnya keberatan")
_JOINT = text_column(
    "gabung",
    told="cara menggabungkan beberapa kolom_asal menjadi satu kolom: pertama (yang terisi), spasi, koma,"
    " titik koma, atau baris baru",
)
_REMARK = text_column("keterangan", told="catatan untuk pembaca; tidak dipakai = catatan")


@frozen(kw_only=True)
class Translation:
    """One line of *peta*.

    Attributes:
        table: the one table in which it counts, "" for every table that has the column.
        column: canonical name of the column; `NOBODYS`, or "" where only rows are told apart.
        heading: what the column is called there, in the form of `spelling`; "" where only a word is meant.
        word: a cell of that column, in the form of `spelling`; "" where only the heading is meant.
        meant: what the word stands for; "" for nothing that is recorded.
        target: the table of the rows that say the word; "" where they stay.
        joint: a key of `JOINTS`, where several headings are one column.
        is_constant: whether every row says what is meant.
        source: where it stands.
    """

    table: str = ""
    column: str = ""
    heading: str = ""
    word: str = ""
    meant: str = ""
    target: str = ""
    joint: str = ""
    is_constant: bool = False
    source: Source = field(default=Source(), eq=False)

    @property
    def leaves_out(self) -> bool:
        """Whether rows that say the word are no cases."""
        return bool(self.word) and spelling(self.meant) == NOBODYS

    def counts_in(self, table: str) -> bool:
        """Tell whether it counts in a table."""
        return self.table in {"", table}


def known_headings(foreign: Iterable[Translation] = ()) -> Accepted:
    """Return the column for each heading of any table, foreign ones too: by them a heading is found."""
    return _any_heading() | {line.heading: line.column for line in foreign if line.heading}


@cache
def _any_heading() -> Accepted:
    from ppid_core.intake.tables.catalogue import table_headings  # noqa: PLC0415  it lists this table, too

    return accepted(heading for table in table_headings().values() for heading in table.headings)


@cache
def _columns() -> dict[str, Accepted]:
    """Return the canonical name of each column of each table by accepted spelling."""
    from ppid_core.intake.tables.catalogue import table_headings  # noqa: PLC0415  it lists this table, too

    return {name: accepted(table.headings) for name, table in table_headings().items()}


def _place(typed: str) -> tuple[str, str] | None:
    """Return table and column of ``permohonan.keputusan`` or ``keputusan``, None where there is none."""
    table, _, column = typed.rpartition(_DOT)
    if table and table.strip() not in _columns():
        return None
    if spelling(column) == NOBODYS:
        return table.strip(), NOBODYS
    if table:
        found = _columns()[table.strip()].get(column)
        return (table.strip(), found) if found else None
    named = {known[column] for known in _columns().values() if column in known}
    exact = [name for name in named if spelling(name) == spelling(column)]
    chosen = exact or sorted(named)
    return ("", chosen[0]) if len(chosen) == 1 else None


def _table(typed: str) -> str | None:
    """Return the table of a name, None where there is none."""
    from ppid_core.intake.tables.catalogue import known_tables  # noqa: PLC0415  it lists this table, too

    return known_tables().get(spelling(typed))


def _check(row: Row, _: Setting) -> Iterator[Fault]:
    asked = (_COLUMN, _MEANT, _TABLE)
    open_cells = [column for column in asked if row.words(column).rpartition(_DOT)[2] == UNDECIDED]
    yield from (Fault(column, _undecided()) for column in open_cells)
    if not open_cells:
        yield from _faults_of_column(row)
        yield from _faults_of_word(row)
        yield from _faults_of_choice(row)


def _faults_of_column(row: Row) -> Iterator[Fault]:
    typed, word = row.words(_COLUMN), row.words(_WORD)
    sorts = bool(row.words(_TABLE)) or spelling(row.words(_MEANT)) == NOBODYS
    if not typed:
        if not (sorts and row.words(_HEADING)):
            yield Fault(_COLUMN, blank_cell(_COLUMN.name))
        return
    _, found = _place(typed) or ("", "")
    is_nobodys = found == NOBODYS and bool(word) and (word == EVERY_ROW or not sorts)
    if not found or is_nobodys:
        yield Fault(_COLUMN, _no_column(typed, row.source.row or 1))


def _faults_of_word(row: Row) -> Iterator[Fault]:
    if not row[_HEADING] and not row[_WORD]:
        yield Fault(_HEADING, blank_cell(_HEADING.name))
    if not row[_WORD]:
        yield from (Fault(_WORD, blank_cell(_WORD.name)) for one in (_MEANT, _TABLE) if row[one])
    if _is_constant(row):
        if not row[_MEANT]:
            yield Fault(_MEANT, blank_cell(_MEANT.name))
        yield from (Fault(one, _beside_constant()) for one in (_HEADING, _TABLE, _JOINT) if row[one])


def _faults_of_choice(row: Row) -> Iterator[Fault]:
    if row[_TABLE] and _table(row.words(_TABLE)) is None:
        yield Fault(_TABLE, _no_table(row.words(_TABLE), row.source.row or 1))
    if row[_JOINT] and spelling(row.words(_JOINT)) not in JOINTS:
        yield Fault(_JOINT, _no_joint())


def _is_constant(row: Row) -> bool:
    return row.words(_WORD) == EVERY_ROW


def _build(row: Row, _: Setting) -> Translation:
    table, column = _place(row.words(_COLUMN)) or ("", "")
    return Translation(
        table=table,
        column=column,
        heading=spelling(row.words(_HEADING)),
        word="" if _is_constant(row) else folded_word(row.words(_WORD)),
        meant=row.words(_MEANT),
        target=_table(row.words(_TABLE)) or "",
        joint=spelling(row.words(_JOINT)),
        is_constant=_is_constant(row),
        source=row.source,
    )


def _claims(row: Row, setting: Setting) -> Iterator[tuple[TableColumn[Any], str]]:
    said = _build(row, setting)
    if said.word or said.is_constant:
        yield _WORD, f"{said.table}.{said.column or said.heading}={said.word}"


def folded_word(text: str) -> str:
    """Return a word so that two of them that mean one are the same; of signs alone, as they are typed."""
    return spelling(text) or text.strip()


def _undecided() -> CellError:
    return CellError(
        Bilingual(
            'belum diputuskan. Ganti tanda "?" dengan isi yang dimaksud, atau abaikan.',
            'not decided yet. Put what is meant, or abaikan, in place of "?".',
        ),
        Bilingual("isi yang dimaksud, atau abaikan", "what is meant, or abaikan"),
    )


def _no_column(typed: str, number: int) -> CellError:
    names = {text: name for known in _columns().values() for text, name in known.items()}
    nearest = ask_nearest(typed.rpartition(_DOT)[2], names, number)
    return CellError(
        Bilingual(f'kolom "{{value}}" tidak dikenal. {nearest.id}', f'no column "{{value}}". {nearest.en}'),
        Bilingual(
            "nama kolom di PETUNJUK.txt, atau tabel.kolom", "a column of PETUNJUK.txt, table.column too"
        ),
    )


def _no_table(typed: str, number: int) -> CellError:
    from ppid_core.intake.tables.catalogue import known_tables  # noqa: PLC0415  it lists this table, too

    nearest = ask_nearest(typed, known_tables(), number)
    return CellError(
        Bilingual(f'tabel "{{value}}" tidak dikenal. {nearest.id}', f'no table "{{value}}". {nearest.en}'),
        Bilingual("nama tabel, misalnya keberatan", "a table, such as keberatan"),
    )


def _no_joint() -> CellError:
    return CellError(
        Bilingual(
            "cara menggabungkan kolom ini tidak dikenal.", "no such way of making one column of several."
        ),
        Bilingual(f"salah satu dari: {', '.join(JOINTS)}", f"one of: {', '.join(JOINTS)}"),
    )


def _beside_constant() -> CellError:
    return CellError(
        Bilingual(
            "baris dengan nilai_asal * hanya berisi kolom dan nilai. Kosongkan sel ini.",
            "a line with nilai_asal * has kolom and nilai alone. Clear this cell.",
        ),
        Bilingual("kosong", "nothing"),
    )


TRANSLATIONS = TableSpec(
    name="peta",
    told="Padanan judul kolom dan kode dari sistem lain, agar datanya tidak perlu diganti nama",
    columns=(_HEADING, _COLUMN, _WORD, _MEANT, _TABLE, _JOINT, _REMARK),
    build=_build,
    check=_check,
    bearing=(_HEADING, _COLUMN, _WORD, _MEANT, _TABLE, _JOINT),
    claims=_claims,
    totals=False,
    signs=True,
)


T = TypeVar("T")


@frozen
class Dictionary:
    """The lines of *peta*."""

    lines: tuple[Translation, ...] = ()

    def of(self, table: str) -> tuple[Translation, ...]:
        """Return the lines that count in a table, those that name it last: they win."""
        lines = (line for line in self.lines if line.counts_in(table))
        return tuple(sorted(lines, key=lambda line: line.table))

    def applied(self, spec: TableSpec[T]) -> TableSpec[T]:
        """Return the table that also knows the foreign headings and words."""
        if not self.lines or spec.name == TRANSLATIONS.name:
            return spec
        lines = self.of(spec.name)
        names = {column.name for column in spec.columns}
        meant = {line.heading: line.column for line in lines if line.heading}
        headings = {heading: name for heading, name in meant.items() if name in names}
        passed = frozenset(heading for heading, name in meant.items() if name in {"", NOBODYS})
        columns = tuple(_reading(column, lines) for column in spec.columns)
        given = {
            line.column: Given(line.meant, line.source)
            for line in lines
            if line.is_constant and line.column in names and (line.table or spec.cases)
        }
        if not (headings or passed or given) and columns == spec.columns:
            return spec
        own = Accepted({heading: name for heading, name in spec.accepted.items() if heading not in passed})
        return spec.altered(
            columns=columns,
            accepted=own | headings,
            aside=spec.aside | passed,
            foreign=frozenset(headings),
            given=given,
        )


def _reading(column: TableColumn[Any], lines: Iterable[Translation]) -> TableColumn[Any]:
    words = {
        line.word: line.meant
        for line in lines
        if line.word and line.column == column.name and not (line.leaves_out or line.target)
    }
    if not words:
        return column
    return evolve(
        column,
        read=_translated(column.read, words),
        zoned=None if column.zoned is None else _translated(column.zoned, words),
        remark=column.remark and _remarking(column.remark, words),
        means=lambda text: bool(words.get(folded_word(text))),
        unrecorded=lambda text: words.get(folded_word(text)) == "",
    )


def _remarking(
    remark: Callable[[str, TimeFrame], Bilingual | None], words: Mapping[str, str]
) -> Callable[[str, TimeFrame], Bilingual | None]:
    """Return what is said of texts that *peta* does not explain."""
    return lambda text, frame: None if folded_word(text) in words else remark(text, frame)


def _translated(read: Callable[..., T], words: Mapping[str, str]) -> Callable[..., T]:
    def reader(text: str, *frame: TimeFrame) -> T:
        return read(words.get(folded_word(text)) or text, *frame)

    return reader
