"""From a sheet to values: every bad cell is told and costs the cell; the rest of its row is in the year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import chain
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from attrs import evolve

from ppid_core.intake import fault
from ppid_core.intake.cells import (
    PRIVATE,
    CellError,
    line,
    prose,
    shown,
)
from ppid_core.intake.cells.value import ListError
from ppid_core.intake.ledger import Ledger
from ppid_core.intake.line_kind import LineKind
from ppid_core.intake.result import RejectedRow, UnreadRow
from ppid_core.intake.rows.batch import BatchReader
from ppid_core.intake.rows.cell_reader import CellReader, Refusal
from ppid_core.intake.rows.census import MONTH_OF_BAND, census_of
from ppid_core.intake.rows.columns import Column, Distinct
from ppid_core.intake.rows.facts import Cells, facts_of
from ppid_core.intake.rows.head import with_head
from ppid_core.intake.rows.heading import Place, lay_out
from ppid_core.intake.rows.nihil import refuse_beside_nihil
from ppid_core.intake.rows.repeats import NUMBER, NumberedRows
from ppid_core.intake.rows.runs import Runs, places_of
from ppid_core.intake.rows.taker import Taker
from ppid_core.intake.rows.unlisted import UnlistedWords
from ppid_core.intake.rows.veil import Veil, is_ordinary, looks_like_data, texts_of
from ppid_core.intake.setting import Setting
from ppid_core.intake.sheet import Sheet
from ppid_core.intake.tables.spec import COUNT_HEADING, Blank, Row, TableColumn, TableSpec
from ppid_core.language import Bilingual
from ppid_core.model import NOT_KEPT, UNREADABLE, Absent, StatedTotal
from ppid_core.model.redaction.word import folded
from ppid_core.source import Source

if TYPE_CHECKING:
    from ppid_core.intake.rows.weighted import WeightedRows

T = TypeVar("T")

_HEADS = frozenset({LineKind.COLUMN_NUMBERS, LineKind.HEADING})
"""Lines in which nobody is named under the title of a name."""
_PARTS = re.compile(r"[,;/|]")


def read_table(
    spec: TableSpec[T], sheet: Sheet | None, setting: Setting, ledger: Ledger, taker: Taker[T] | None = None
) -> tuple[T, ...] | Absent:
    """Return the values of a table: ``()`` for NIHIL, absent where nothing is typed or can be read.

    Of a register in several files, rows that stand in more than one of them are read once.

    Args:
        spec: describes the table.
        sheet: what is typed; None where there is no such file.
        setting: of the report.
        ledger: what is found is told there.
        taker: takes the values instead: ``()`` is returned where there are any.
    """
    if sheet is None:
        return UNREADABLE if spec.name in ledger.unreadable else NOT_KEPT
    readings: list[_Reading[T]] = []
    found: list[tuple[T, ...] | Absent] = []
    for one in (sheet, *sheet.more):
        before = len(ledger.problems)
        numbered = [other.census.numbered for other in readings if other.census.numbered is not None]
        rows = sum(len(other.built) for other in readings)
        reading = _Reading(
            spec, with_head(one, spec, ledger), setting, ledger, taker, earlier=numbered, before=rows
        )
        headings = len(ledger.problems)
        found.append(reading.values())
        if reading.private:
            reading.hide_persons(before, headings)
        readings.append(reading)
    if taker is not None:
        taker.end(lambda words: chain.from_iterable(reading.naming(words) for reading in readings))
    return _joined(found)


def _joined(found: Sequence[tuple[T, ...] | Absent]) -> tuple[T, ...] | Absent:
    """Return the values of several files; what none of them tells is absent, for the gravest reason."""
    values = [one for one in found if not isinstance(one, Absent)]
    if values:
        return values[0] if len(values) == 1 else tuple(chain.from_iterable(values))
    return UNREADABLE if UNREADABLE in found else NOT_KEPT


class _Reading(Generic[T]):
    """The reading of one sheet."""

    def __init__(
        self,
        spec: TableSpec[T],
        sheet: Sheet,
        setting: Setting,
        ledger: Ledger,
        taker: Taker[T] | None,
        *,
        earlier: Sequence[NumberedRows],
        before: int,
    ) -> None:
        self.spec, self.sheet, self.setting, self.ledger = spec, sheet, setting, ledger
        self.taker = taker
        found = facts_of(sheet, spec, lay_out(sheet, spec, ledger), ledger)
        self.census = census_of(sheet, spec, found, setting.frame, ledger, earlier=earlier)
        self.before, self.is_alone = before, not (before or sheet.more)
        facts = found.without(self.census.apart)
        self.layout, self.headings = facts.layout, facts.layout.headings
        self.given = dict(self._given())
        self.facts = facts = evolve(facts, given=self.given, kept=facts.kept | set(self.given))
        self.rows, self.kept, self.nihil_rows = facts.rows, facts.kept, facts.nihil
        faulty = (row - sheet.first_row for row, _ in sheet.faults)
        self.marked = frozenset({*faulty, *self.census.months, *self.rows.extra, *self.nihil_rows})
        self.readers = [CellReader(place, setting.frame, self._tell) for place in self.layout.places]
        self.missing = [
            column
            for column in spec.columns
            if column.blank is Blank.REFUSED_AS_COLUMN and column.name not in {*self.headings, *self.given}
        ]
        self.built = Runs()
        self.unlisted = UnlistedWords(spec)
        self.claimed: dict[str, int | None] = {}
        self.nihil: list[tuple[Source, str]] = []
        self.private = any(column.private for column in spec.columns)
        self.closed = {
            place.position: place.column.name
            for place in self.layout.places
            if not place.column.private
            and (place.column.read not in {line, prose} or place.column.name == NUMBER)
        }
        self.bearing = _bearing(spec)
        self.rejected = 0
        ledger.read.setdefault(spec.name, 0)

    def _given(self) -> Iterator[tuple[str, Any]]:
        """Yield what every row says of columns that are not there; what cannot be read is told."""
        for column in self.spec.columns if self.spec.given else ():
            if (said := self.spec.given.get(column.name)) is None:
                continue
            if column.name in self.headings:
                _, heading = self.headings[column.name]
                self.ledger.note(fault.given_column(column.name, heading), self.sheet.column_source(heading))
                continue
            try:
                yield column.name, column.reader(self.setting.frame)(said.text)
            except CellError as error:
                self.ledger.refuse(said.source.at("nilai"), error, "" if column.private else said.text)
                self.ledger.lose(self.spec.name, column.name, said.source)

    def values(self) -> tuple[T, ...] | Absent:
        kept: list[T] = []
        take = kept.extend if self.taker is None else self.taker.take
        has_any = False
        for values in filter(len, self._values()):
            has_any = True
            self.unlisted.take(values)
            if isinstance(values, Sequence):
                take(values)
            elif self.taker is not None:
                self.taker.weigh(values)
        self._note_unlisted()
        self._state_totals()
        if self.ledger.read[self.spec.name]:
            for source, typed in self.nihil:
                self.ledger.refuse(source, fault.nihil_with_rows(), typed)
            self._refuse_missing_columns()
            self.ledger.close()
        elif not self.nihil:
            self.ledger.untyped.append(self.sheet.title)
        is_nil = self.nihil and not self.ledger.read[self.spec.name]
        if has_any or is_nil:
            return tuple(kept)
        return UNREADABLE if self.rejected else NOT_KEPT

    def _note_unlisted(self) -> None:
        """Say once for each column which of its words are in no list: each stays a category of its own."""
        for name, words in self.unlisted.by_column():
            _, heading = self.headings.get(name, (0, name))
            place = self.sheet.column_source(heading)
            self.ledger.note(fault.unlisted(self.sheet.title, heading, words), place)

    def hide_persons(self, before: int, headings: int) -> None:
        """Hide who is named in problems from ``before`` on: of headings, then of cells."""
        named = {place.position for place in self.layout.places if place.column.names_person}
        heads = [self.rows[at] for at, kind in self.census.apart.items() if kind in _HEADS]
        persons = [self.rows.texts(at, {cells[at].strip() for cells in heads}) for at in named]
        self.ledger.persons += persons
        problems = self.ledger.problems
        told = (text for problem in problems[before:] for text in texts_of(problem))
        veil = Veil.of(chain.from_iterable(persons), told)
        is_data = looks_like_data(self.sheet.heading)
        free = {place.heading for place in self.layout.places if place.column.read in {line, prose}}
        for at in range(before, len(problems)):
            closed = problems[at].source.column not in free
            problems[at] = veil.problem(problems[at], strict=closed and (is_data or at >= headings))
        self.ledger.veiled.update(range(before, len(problems)))

    def _values(self) -> Iterator[Sequence[T] | WeightedRows[T]]:
        by_columns = None if self.missing else self._by_columns()
        for rows, columns in self.rows.batches():
            apart, alone = self._apart(rows), self._alone(rows)
            if by_columns is None:
                yield self._of_batch(None, rows, columns, apart, set(range(len(rows))))
            elif known := self._weighable(columns):
                alone |= by_columns.odd(columns, apart | alone, is_counted=True)
                weighted = self._weighted(by_columns, known, apart, alone)
                yield self._of_batch(None, rows, columns, apart, alone)
                yield weighted
            else:
                alone |= by_columns.odd(columns, apart | alone)
                yield self._of_batch(by_columns, rows, columns, apart, alone)

    def _weighable(self, columns: Sequence[Column]) -> Sequence[Distinct]:
        """Return the columns of rows of which those that say the same may be taken as one; else none."""
        known = [column for column in columns if isinstance(column, Distinct)]
        is_wanted = self.taker is not None and self.taker.weighs
        return known if is_wanted and len(known) == len(columns) else ()

    def _weighted(
        self, by_columns: BatchReader[T], columns: Sequence[Distinct], apart: set[int], alone: set[int]
    ) -> WeightedRows[T]:
        """Return what rows say that are not read alone.

        Of names and words what comes first is told: where some rows are read alone, those in which a new one
        comes first are read in their order with them.
        """
        from ppid_core.intake.rows.weighted import WeightedRows  # noqa: PLC0415  polars, an extra

        weighted = WeightedRows.of(by_columns, columns, apart | alone)
        if alone <= apart:
            return weighted
        alone |= {*by_columns.first_rows(columns, apart | alone), *self.unlisted.first_rows(weighted)}
        return WeightedRows.of(by_columns, columns, apart | alone)

    def _of_batch(
        self,
        by_columns: BatchReader[T] | None,
        rows: range,
        columns: Sequence[Column],
        apart: set[int],
        alone: set[int],
    ) -> Sequence[T]:
        """Return the values of rows: those that are read alone, and by columns, if so, the others."""
        values: list[T] = []
        start = 0
        for stop in (*sorted(alone | apart), len(rows)):
            if start < stop:
                self.built.add(rows[start:stop])
                self.ledger.read[self.spec.name] += stop - start
            if by_columns is not None and start < stop:
                part = [column[start:stop] for column in columns]
                values += by_columns.values(part, self.sheet.first_row + rows[start])
            if stop in alone and stop not in apart:
                values += self._read_alone(rows[stop])
            start = stop + 1
        return values

    def naming(self, words: AbstractSet[str]) -> Iterator[T]:
        """Yield once more the rows that hold a person, a word of whom is one of ``words``.

        What is told of them has been told.
        """
        self.ledger, self.built = Ledger(read={self.spec.name: 0}), Runs()
        self.taker = None
        private = [place for place in self.layout.places if place.column.private]
        for rows, columns in self.rows.batches() if private and words else ():
            apart, hits = self._apart(rows), set[int]()
            for place in private:
                cells = columns[place.position]
                named = {text for text in set(cells) if _may_name(text, words, place.column.names_person)}
                hits.update(at for at, text in enumerate(cells) if text in named)
            for at in sorted(hits - apart):
                yield from self._read_alone(rows[at])

    def _read_alone(self, at: int) -> Iterator[T]:
        """Yield the value of one row, read cell by cell."""
        number, cells = at + self.sheet.first_row, self.rows[at]
        self.ledger.latest.clear()
        if self._is_faulty(at):
            value = self._unread_row(number, cells)
        else:
            is_nihil = self._is_nihil(number, cells)
            value = None if is_nihil else self._value(self.sheet.source(number), cells)
        if self.taker is not None and self.ledger.latest:
            self.taker.set_aside(self._unread(number, cells))
        if value is not None:
            self.built.add(range(at, at + 1))
            yield value

    def _unread(self, number: int, cells: Cells) -> UnreadRow:
        """Return a row of which something could not be read just now."""
        lost = tuple(dict.fromkeys(self.ledger.latest))
        closed = {at: name for at, name in self.closed.items() if name not in lost or is_ordinary(cells[at])}
        return UnreadRow(
            table=self.spec.name,
            source=self.sheet.source(number),
            heading=self.sheet.heading,
            cells=tuple(cells),
            unread=lost,
            personal=frozenset(range(len(cells))).difference(closed),
        )

    def _apart(self, rows: range) -> set[int]:
        """Return which of some rows are no data, from the first of them."""
        blank = self.census.blank[rows.start : rows.stop]
        apart = {at - rows.start for at in self.census.apart if at in rows}
        apart.update(places_of(1, blank))
        return {at for at in apart if not self._is_faulty(rows[at])}

    def _alone(self, rows: range) -> set[int]:
        """Return of which of some rows something is known that no column says, from the first of them."""
        return {at - rows.start for at in self.marked if at in rows}

    def _is_faulty(self, at: int) -> bool:
        return (at + self.sheet.first_row, None) in self.sheet.faults

    def _by_columns(self) -> BatchReader[T] | None:
        if not BatchReader.can_read(self.spec):
            return None
        is_placed = self.taker is None  # who takes rows counts them, and asks of none where it stands
        return BatchReader(self.spec, self.sheet, self.facts, self.readers, self.setting, is_placed=is_placed)

    def _is_nihil(self, number: int, cells: Cells) -> bool:
        if not (self.spec.nihil and number - self.sheet.first_row in self.nihil_rows):
            return False
        source = self.sheet.source(number)
        refuse_beside_nihil(source, cells, self.layout, self.ledger)
        self.nihil.append((source, "NIHIL"))
        return True

    def _state_totals(self) -> None:
        """Record what totals say; which rows they sum is told by the place of those rows among the values."""
        for claim in self.census.claims:
            lines = claim.lines or (None if self.is_alone else (0, len(self.rows)))
            if lines is not None and self.before and self.census.repeated.intersection(range(*lines)):
                continue  # it sums rows that were read from another file
            first, last = (self.before + self.built.below(line) for line in lines or (0, 0))
            for column, (value, place) in claim.placed.items():
                self.ledger.totals.append(
                    StatedTotal(
                        table=self.spec.name,
                        column=column,
                        value=value,
                        rows=(first, last) if lines else None,
                        source=place,
                    )
                )

    def _value(self, source: Source, cells: Cells) -> T | None:
        before = len(self.ledger.unread)
        row = self._row(source, cells)
        self._refuse_untitled(source, cells)
        for one in tuple(self.spec.faults(row, self.setting)):
            self.ledger.refuse(row.at(one.column), one.error, row.typed(one.column).strip())
            for column in (one.column, *one.beside):
                self._lose(row.at(column), column)
                row.lose(column)
        return self._built(row, cells, before)

    def _built(self, row: Row, cells: Cells, before: int) -> T | None:
        """Return the value of a row, or reject it; what was lost of it since ``before`` is then all of it."""
        self.ledger.read[self.spec.name] += 1
        if not self.missing and self.bearing.isdisjoint(row.unread) and self._claims(row):
            return self.spec.build(row, self.setting)
        self._reject(row, cells, before)
        return None

    def _reject(self, row: Row, cells: Cells, before: int) -> None:
        self.rejected += 1
        about = self.spec.about(row)
        lost = [evolve(cell, column=about) for cell in self.ledger.unread[before:]]
        self.ledger.unread[before:] = lost
        if not lost:
            self.ledger.lose(self.spec.name, about, row.source)
        if self.taker is None:
            rejected = RejectedRow(table=self.spec.name, source=row.source, cells=tuple(cells))
            self.ledger.rejected.append(rejected)

    def _lose(self, place: Source, column: TableColumn[Any]) -> None:
        self.ledger.lose(self.spec.name, column.name, place)

    def _row(self, source: Source, cells: Cells) -> Row:
        values: dict[str, Any] = {}
        unread: list[str] = []
        for reader in self.readers:
            place = reader.place
            if text := cells[place.position].strip():
                value = self._fault_of(source, place) or reader.attempt(text)
                if not isinstance(value, Refusal):
                    values[place.column.name] = value
                    continue
                self._refuse_cell(source, place, text, value)
            elif place.column.blank is not Blank.NOT_RECORDED:
                self._refuse_blank(source, place)
            else:
                continue
            unread.append(place.column.name)
        for position, name in self.layout.unread:
            if cells[position].strip():
                self.ledger.lose(
                    self.spec.name, name, source.at(self.sheet.heading[position].strip(), position)
                )
                unread.append(name)
        month = self.census.months.get((source.row or 0) - self.sheet.first_row)
        values |= {} if month is None else {MONTH_OF_BAND: month}
        values = {**self.given, **values}
        return Row(source, self.headings, cells, values, kept=self.kept, unread=unread)

    def _fault_of(self, source: Source, place: Place) -> Refusal | None:
        """Return what was wrong with the cell before it became text."""
        if not self.sheet.faults or source.row is None:
            return None
        error = self.sheet.faults.get((source.row, place.position))
        is_list = isinstance(error, ListError) and place.column.several
        return None if error is None or is_list else Refusal(error.message, error.expected)

    def _tell(self, place: Place, text: str, how: Bilingual) -> None:
        table, column = self.sheet.title, place.heading
        said = shown(text) if not self.private or is_ordinary(text) else PRIVATE
        self.ledger.note(
            Bilingual(
                f'{table}, kolom {column}: "{said.id}" {how.id}.',
                f'{table}, column {column}: "{said.en}" {how.en}.',
            ),
            self.sheet.column_source(place.heading),
        )

    def _refuse_cell(self, source: Source, place: Place, text: str, refusal: Refusal) -> None:
        value, cell = PRIVATE.id if place.column.private else text, place.on(source)
        self.ledger.tell(cell, value, refusal.expected, refusal.message)
        self._lose(cell, place.column)

    def _refuse_blank(self, source: Source, place: Place) -> None:
        self.ledger.refuse(place.on(source), fault.blank_cell(place.heading))
        self._lose(place.on(source), place.column)

    def _refuse_untitled(self, source: Source, cells: Cells) -> None:
        for position, cell in enumerate(cells):
            if position not in self.layout.titled and cell.strip():
                error = fault.untitled_cell() if source.is_in_workbook else fault.extra_cell(position + 1)
                self.ledger.refuse(source.at("", position), error, "" if self.private else cell.strip())
                self.ledger.lose(self.spec.name, "", source.at("", position))

    def _unread_row(self, number: int, cells: Cells) -> T | None:
        """Return a row whose cells cannot be told apart: a case is one, whatever it says."""
        source = self.sheet.source(number)
        before = len(self.ledger.unread)
        self.ledger.refuse(source, self.sheet.faults[number, None], "" if self.private else "".join(cells))
        self.ledger.lose(self.spec.name, "", source)
        unread = (*self.headings, COUNT_HEADING)
        row = Row(source, self.headings, cells, {}, kept=self.kept, unread=unread)
        if self.spec.fields:
            return self._built(row, cells, before)
        self.ledger.read[self.spec.name] += 1
        self._reject(row, cells, before)
        return None

    def _claims(self, row: Row) -> bool:
        claims = tuple(self.spec.claims(row, self.setting))
        taken = [(column, key) for column, key in claims if key in self.claimed]
        for column, key in taken:
            error = fault.claimed(self.claimed[key])
            self.ledger.refuse(row.at(column), error, row.typed(column).strip())
            self._lose(row.at(column), column)
        if not taken:
            self.claimed |= {key: row.source.row for _, key in claims}
        return not taken

    def _refuse_missing_columns(self) -> None:
        for column in self.missing:
            self.ledger.refuse(self.sheet.heading_source(), fault.missing_column(column.name))
            self.ledger.lose(self.spec.name, "", self.sheet.heading_source())


def _may_name(text: str, words: AbstractSet[str], is_name: bool) -> bool:  # noqa: FBT001  one text
    """Tell whether the person of a private cell may be meant in a text of some words.

    Of a name one word may be enough, of numbers and addresses it takes a whole one.
    """
    if is_name:
        return not words.isdisjoint(folded(text))
    return any(words >= set(part) for part in map(folded, _PARTS.split(text)) if part)


def _bearing(spec: TableSpec[Any]) -> frozenset[str]:
    """Return the columns whose unread cell costs the row, for without it the row says another thing."""
    named = (column for column in spec.columns if column.blank is Blank.REFUSED_AS_COLUMN)
    return frozenset(column.name for column in (*spec.bearing, *named))
