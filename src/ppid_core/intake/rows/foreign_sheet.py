"""Sheets as *peta* says they are: rows that are of another table, or of none, and columns that are one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from attrs import evolve, frozen

from ppid_core.glossary import spelling
from ppid_core.glossary.heading import accepted
from ppid_core.intake.cells import CellError, is_unrecorded
from ppid_core.intake.ledger import Ledger
from ppid_core.intake.line_kind import LineKind, named_rows
from ppid_core.intake.rows.columns import Columns
from ppid_core.intake.rows.joint import as_one, between, filled
from ppid_core.intake.sheet import Sheet
from ppid_core.intake.tables import table_headings
from ppid_core.intake.tables.translation import (
    FIRST_FILLED,
    JOINTS,
    NOBODYS,
    TRANSLATIONS,
    Dictionary,
    Translation,
    folded_word,
)
from ppid_core.language import Bilingual
from ppid_core.writing import format_number


def foreign_sheets(sheets: Mapping[str, Sheet], foreign: Dictionary, ledger: Ledger) -> Mapping[str, Sheet]:
    """Return the sheets by table, each with the rows and columns that are its own.

    Args:
        sheets: as they were opened.
        foreign: what *peta* says.
        ledger: what is done is told there.
    """
    _refuse_contradictions(foreign, ledger)
    found = dict(sheets)
    for table, sheet in sheets.items() if foreign.lines else ():
        if table == TRANSLATIONS.name or not (lines := foreign.of(table)):
            continue
        ours = _Ours(table=table, sheet=_joined(sheet, lines, ledger), lines=lines, ledger=ledger)
        for name, one in ours.by_table(foreign).items():
            if name != table and name in sheets:
                ledger.refuse(sheets[name].source(1), _both(name, sheet.file))
                ledger.lose_table(name, sheets[name].source(1))
            else:
                found[name] = one
    return found


def _refuse_contradictions(foreign: Dictionary, ledger: Ledger) -> None:
    """Tell of a heading that is to be two columns, or of columns that are to be joined in two ways."""
    first: dict[tuple[str, str], Translation] = {}
    joints: dict[tuple[str, str], Translation] = {}
    for line in foreign.lines:
        if line.heading and line.column:
            other = first.setdefault((line.table, line.heading), line)
            if other.column != line.column:
                ledger.refuse(line.source.at("kolom"), _two(other, other.column), line.column)
        if line.joint:
            other = joints.setdefault((line.table, line.column), line)
            if other.joint != line.joint:
                ledger.refuse(line.source.at("gabung"), _two(other, other.joint), line.joint)


@frozen(kw_only=True)
class _Ours:
    """The rows of one sheet, of which some may be another table's."""

    table: str
    sheet: Sheet
    lines: Sequence[Translation]
    ledger: Ledger

    def by_table(self, foreign: Dictionary) -> Mapping[str, Sheet]:
        """Return the sheet for each table whose rows are in it."""
        sheet, out = self.sheet, dict[int, LineKind]()
        moved: dict[str, dict[int, LineKind]] = {}
        for line in self.lines:
            if not (line.target or line.leaves_out):
                continue
            for row in self._rows(line):
                if line.leaves_out:
                    out[row] = LineKind.LEFT_OUT
                elif line.target != self.table:
                    moved.setdefault(line.target, {})[row] = LineKind.ELSEWHERE
        if not (out or moved):
            return {self.table: sheet}
        for rows in moved.values():
            for row in out.keys() & rows.keys():
                del rows[row]
        return dict(self._sorted(out, {name: rows for name, rows in moved.items() if rows}, foreign))

    def _sorted(
        self, out: Mapping[int, LineKind], moved: Mapping[str, dict[int, LineKind]], foreign: Dictionary
    ) -> Iterator[tuple[str, Sheet]]:
        sheet = self.sheet
        elsewhere = {row: kind for rows in moved.values() for row, kind in rows.items()}
        known = {name: frozenset(_names(name, foreign.of(name))) for name in (self.table, *moved)}
        titles = frozenset(map(spelling, sheet.heading))
        every = range(sheet.first_row, sheet.first_row + len(sheet.rows))
        for name, rows in {self.table: {}, **moved}.items():
            others = (
                elsewhere
                if name == self.table
                else dict.fromkeys((row for row in every if row not in rows), LineKind.ELSEWHERE)
            )
            own = {} if name != self.table else out
            shared = (titles & frozenset().union(*known.values())) - known[name] if moved else frozenset()
            one = evolve(sheet, apart={**sheet.apart, **others, **own}, shared=shared)
            if name != self.table:
                self._tell(name, sorted(rows))
            self._tell_shared(name, one)
            yield name, one

    def _rows(self, line: Translation) -> Iterator[int]:
        """Yield the rows, as a spreadsheet counts them, that say the word of a line."""
        names = _names(self.table, self.lines)
        columns = Columns.of(self.sheet.rows, len(self.sheet.heading))
        for position, title in enumerate(map(spelling, self.sheet.heading)):
            is_meant = title == line.heading if line.heading else names.get(title) == line.column
            if title and is_meant:
                says = columns.places(position, lambda text: folded_word(text) == line.word)
                yield from (self.sheet.first_row + at for at in says)

    def _tell(self, name: str, rows: Sequence[int]) -> None:
        sheet = self.sheet
        count, where = len(rows), named_rows(rows)
        self.ledger.note(
            Bilingual(
                f"{sheet.title}: {format_number(count)} baris dibaca sebagai {name} menurut peta"
                f" (baris {where}).",
                f"{sheet.title}: {format_number(count, 'en')} × read as {name}, as peta says (row {where}).",
            ),
            sheet.source(rows[0]),
        )

    def _tell_shared(self, name: str, sheet: Sheet) -> None:
        """Say which columns of another table hold something in rows of this one, where nothing reads it."""
        columns = Columns.of(sheet.rows, len(sheet.heading))
        for position, title in enumerate(sheet.heading):
            if spelling(title) not in sheet.shared:
                continue
            filled = [
                sheet.first_row + at
                for at in columns.places(
                    position, lambda text: bool(text) and not is_unrecorded(text.strip())
                )
                if sheet.first_row + at not in sheet.apart
            ]
            if filled:
                self.ledger.note(_unshared(sheet, name, title.strip(), filled), sheet.column_source(title))


def _names(table: str, lines: Sequence[Translation]) -> Mapping[str, str]:
    """Return the column for each heading that is known in a table, foreign ones too."""
    own = dict(accepted(table_headings()[table].headings)) if table in table_headings() else {}
    columns = {*own.values(), NOBODYS, ""}
    return own | {line.heading: line.column for line in lines if line.heading and line.column in columns}


def _joined(sheet: Sheet, lines: Sequence[Translation], ledger: Ledger) -> Sheet:
    """Return the sheet with one column in place of those that *peta* joins: it stands where the first did."""
    joints = {line.column: line.joint for line in lines if line.joint}
    if not joints:
        return sheet
    headings = dict.fromkeys((line.heading, line.column) for line in lines if line.heading)
    meant = sorted(((name, heading) for heading, name in headings if name in joints), key=lambda one: one[0])
    for name, found in groupby(meant, key=lambda one: one[0]):
        places = [
            at for _, heading in found for at, title in enumerate(sheet.heading) if spelling(title) == heading
        ]
        if len(places) > 1:
            sheet = _as_one(sheet, name, joints[name], places, ledger)
    return sheet


def _as_one(sheet: Sheet, name: str, joint: str, places: Sequence[int], ledger: Ledger) -> Sheet:
    titles = [sheet.heading[at].strip() for at in places]
    differing: list[int] = []
    if joint == FIRST_FILLED:
        one, differing = as_one(sheet, places, _first_filled, _differ)
    else:
        one, _ = as_one(sheet, places, between(JOINTS[joint]))
    rows = [at + sheet.first_row for at in differing]
    ledger.note(_told(sheet, name, joint, titles, rows), sheet.column_source(titles[0]))
    return one


def _first_filled(texts: Sequence[str]) -> str:
    return next(iter(filled(texts)), "")


def _differ(texts: Sequence[str]) -> bool:
    return len(set(map(folded_word, filled(texts)))) > 1


def _told(sheet: Sheet, name: str, joint: str, titles: Sequence[str], differing: Sequence[int]) -> Bilingual:
    columns = " + ".join(titles)
    if joint == FIRST_FILLED:
        more, further = "", ""
        if differing:
            where = named_rows(differing)
            more = f" Beberapa terisi dengan isi berbeda (baris {where}); yang dibaca yang lebih dahulu."
            further = f" Several are filled and differ (row {where}); the one before is read."
        return Bilingual(
            f"{sheet.title}: kolom {columns} dibaca sebagai {name}, yang terisi lebih dahulu.{more}",
            f"{sheet.title}: the columns {columns} are read as {name}, the first that is filled.{further}",
        )
    return Bilingual(
        f"{sheet.title}: kolom {columns} digabung menjadi {name} dengan {joint}.",
        f"{sheet.title}: the columns {columns} are joined to {name}, with {joint}.",
    )


def _unshared(sheet: Sheet, name: str, title: str, rows: Sequence[int]) -> Bilingual:
    where = named_rows(rows)
    return Bilingual(
        f'{sheet.title}: kolom "{title}" bukan kolom {name}; isinya pada baris {where} tidak dibaca.',
        f'{sheet.title}: "{title}" is no column of {name}; what it says in row {where} is not read.',
    )


def _both(name: str, file: str) -> CellError:
    return CellError(
        Bilingual(
            f"baris tabel {name} ada di sini dan, menurut peta, juga di {file}. Satukan di salah satunya.",
            f"rows of the table {name} are here and, as peta says, in {file}, too. Put them into one.",
        ),
        Bilingual("satu berkas untuk satu tabel", "one file for one table"),
    )


def _two(other: Translation, said: str) -> CellError:
    row = other.source.row
    return CellError(
        Bilingual(
            f'"{{value}}" bertentangan dengan baris {row}, yang berisi "{said}".',
            f'"{{value}}" contradicts row {row}, which says "{said}".',
        ),
        Bilingual("satu isi saja", "one of them"),
    )
