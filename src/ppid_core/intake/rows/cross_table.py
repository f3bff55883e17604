"""From a wide table of totals to lines of *rekap*: each cell is one, and its sums are claims about them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from attrs import evolve, frozen

from ppid_core.glossary import label, spelling
from ppid_core.glossary.heading import Accepted
from ppid_core.intake.cells import COUNTS, CellError, ambiguous_outcome, count, counted, line, month
from ppid_core.intake.cells.cell import Cells
from ppid_core.intake.fault import blank_cell
from ppid_core.intake.ledger import Ledger
from ppid_core.intake.rows.cross_heading import REASONS, CrossTable
from ppid_core.intake.rows.reading import read_table
from ppid_core.intake.setting import Setting
from ppid_core.intake.sheet import Sheet
from ppid_core.intake.tables import AGGREGATES
from ppid_core.intake.tables.category import read_category
from ppid_core.intake.tables.spec import Fault, Row, TableColumn, TableSpec
from ppid_core.language import Bilingual
from ppid_core.model import Absent, Aggregate, Dimension, JointPart, Outcome, Register, StatedTotal
from ppid_core.source import Source


@frozen(kw_only=True)
class _CrossRow:
    """One row of such a table.

    Attributes:
        typed: what it is called.
        cells: its counts by the name of their column; None where nothing is recorded.
        derived: what its reasons add up to, where no column says how many were refused.
        total: what its cell JUMLAH says, with its place.
    """

    typed: str
    cells: Mapping[str, Aggregate | None]
    derived: tuple[Aggregate, ...]
    total: tuple[int, Source] | None


def read_cross_table(
    sheet: Sheet, known: CrossTable, setting: Setting, ledger: Ledger, *, first: int
) -> tuple[Aggregate, ...]:
    """Return the counts of such a table as lines of *rekap*; its sums are claims about them.

    Args:
        sheet: the table as typed.
        known: its heading, understood.
        setting: of the report.
        ledger: what is found is told there.
        first: the place of its first line among all lines of the year.
    """
    _note_reading(sheet, known, ledger)
    totals, unread = len(ledger.totals), len(ledger.unread)
    columns = _Columns.of(sheet, known)
    rows = read_table(columns.spec(), sheet, setting, ledger)
    ledger.unread[unread:] = [evolve(cell, column=str(known.register)) for cell in ledger.unread[unread:]]
    stated, ledger.totals[totals:] = ledger.totals[totals:], []
    if isinstance(rows, Absent):
        return ()
    lines, placed = list[Aggregate](), list[Mapping[str, int | None]]()
    for row in rows:
        places: dict[str, int | None] = {}
        for name, cell in row.cells.items():
            places[name] = None if cell is None else first + len(lines)
            lines += () if cell is None else (cell,)
        placed.append(places)
        lines += row.derived
    ledger.totals += columns.claims(rows, placed, stated)
    return tuple(lines)


@frozen(kw_only=True)
class _Columns:
    """The columns of such a table.

    Attributes:
        register: what it counts.
        down: along what its rows go.
        corner: what stands above their names.
        parts: the columns of counts, each with what it counts; None where it counts the row alone.
        total: the column JUMLAH.
        aside: headings of what is not read, in the form of `spelling`.
    """

    register: Register
    down: Dimension
    corner: TableColumn[str]
    parts: Mapping[TableColumn[tuple[int, str | None]], JointPart | None]
    total: TableColumn[tuple[int, str | None]] | None
    aside: frozenset[str]

    @classmethod
    def of(cls, sheet: Sheet, known: CrossTable) -> _Columns:
        """Return the columns under a heading; a table of one column JUMLAH counts its rows by it."""

        def counts(at: int) -> TableColumn[tuple[int, str | None]]:
            return TableColumn(name=sheet.heading[at].strip(), read=count, total=counted, ways=COUNTS)

        total = None if known.total is None else counts(known.total)
        parts = {counts(at): part for at, part in known.parts.items()}
        return cls(
            register=known.register,
            down=known.down,
            corner=TableColumn(name=sheet.heading[known.corner].strip(), read=line),
            parts=parts or ({} if total is None else {total: None}),
            total=total if parts else None,
            aside=frozenset(spelling(sheet.heading[at]) for at in known.passed),
        )

    def spec(self) -> TableSpec[_CrossRow]:
        """Return the table that they make up."""
        columns = (self.corner, *self.parts, *((self.total,) if self.total else ()))
        return TableSpec(
            name=AGGREGATES.name,
            columns=columns,
            build=self._row,
            write=_unwritten,
            check=self._check,
            bearing=(self.corner,),
            about=lambda _: str(self.register),
            unlisted=lambda _: iter(()),
            accepted=Accepted({spelling(column.name): column.name for column in reversed(columns)}),
            aside=self.aside,
            nihil=False,
        )

    def _check(self, row: Row, setting: Setting) -> Iterator[Fault]:
        label_ = row.words(self.corner)
        try:
            if not label_:
                raise blank_cell(self.corner.name)
            _row_part(self.down, label_, setting)
        except CellError as error:
            yield Fault(self.corner, error)

    def _row(self, row: Row, setting: Setting) -> _CrossRow:
        down = _row_part(self.down, row.words(self.corner), setting)
        cells = {
            column.name: None
            if (number := row[column]) is None
            else self._counted(down, part, number, setting, row.at(column))
            for column, part in self.parts.items()
        }
        said = row[self.total] if self.total else None
        return _CrossRow(
            typed=row.words(self.corner),
            cells=cells,
            derived=tuple(self._refused(down, row, setting)),
            total=(said[0], row.at(self.total)) if said and self.total else None,
        )

    def _counted(
        self,
        down: JointPart,
        across: JointPart | None,
        number: tuple[int, str | None],
        setting: Setting,
        source: Source,
    ) -> Aggregate:
        """Return a cell as a line; a month on either side narrows it."""
        both = [part for part in (down, across) if part is not None]
        first, second = (*(part for part in both if part.dimension is not Dimension.MONTH), None, None)[:2]
        months = [month(part.typed) for part in both if part.dimension is Dimension.MONTH]
        period = months[0].within(setting.year) if months else None
        return Aggregate(
            register=self.register,
            dimension=first.dimension if first else Dimension.MONTH,
            category=first.category if first else "",
            typed=first.typed if first else "",
            second=second,
            period=period,
            year=period.year if period and period.year != setting.year else None,
            count=number[0],
            count_in_words=number[1],
            source=source,
        )

    def _refused(self, down: JointPart, row: Row, setting: Setting) -> Iterator[Aggregate]:
        """Yield how many had an outcome of which only the reasons have columns."""
        for outcome, along in self._explained():
            numbers = [
                number[0]
                for column, part in self.parts.items()
                if part and part.dimension is along and (number := row[column]) is not None
            ]
            if numbers:
                part = JointPart(dimension=Dimension.OUTCOME, category=str(outcome), typed=label(outcome))
                yield self._counted(down, part, (sum(numbers), None), setting, row.source)

    def _explained(self) -> Iterator[tuple[Outcome, Dimension]]:
        said = {part.category for part in self._said(Dimension.OUTCOME)}
        for outcome, along in REASONS.items():
            if outcome not in said and self._said(Dimension.OUTCOME) and self._said(along):
                yield outcome, along

    def _said(self, along: Dimension) -> Sequence[JointPart]:
        return [part for part in self.parts.values() if part and part.dimension is along]

    @property
    def added(self) -> frozenset[str]:
        """The columns that a sum of a row adds: reasons only where no column has the outcome itself."""
        explained = {along for _, along in self._explained()}
        reasons = set(REASONS.values()) if self._said(Dimension.OUTCOME) else set()
        return frozenset(
            column.name
            for column, part in self.parts.items()
            if part is None or part.dimension not in reasons - explained
        )

    def claims(
        self,
        rows: Sequence[_CrossRow],
        placed: Sequence[Mapping[str, int | None]],
        stated: Iterable[StatedTotal],
    ) -> Iterator[StatedTotal]:
        """Yield the sums that the table states, in its last column and in its last row.

        Args:
            rows: its rows.
            placed: the places of the lines that each of them became.
            stated: what its rows JUMLAH say.
        """
        for row, places in zip(rows, placed, strict=True):
            if row.total is not None:
                summed = [places[name] for name in places if name in self.added]
                yield _claim(row.typed, *row.total, summed)
        for total in stated:
            first, last = total.rows or (0, len(rows))
            names = self.added if self.total and total.column == self.total.name else {total.column}
            summed = [places[name] for places in placed[first:last] for name in places if name in names]
            yield _claim(total.column, total.value, total.source, summed)


def _claim(
    name: str, value: int | Decimal, source: Source | None, summed: Sequence[int | None]
) -> StatedTotal:
    lines = tuple(place for place in summed if place is not None)
    return StatedTotal(
        table=AGGREGATES.name,
        column=name,
        value=Decimal(value),
        lines=lines,
        is_partial=len(lines) < len(summed),
        source=source,
    )


def _row_part(down: Dimension, text: str, setting: Setting) -> JointPart:
    return JointPart(dimension=down, category=read_category(down, text, setting), typed=text)


def _unwritten(_: _CrossRow, __: int) -> Cells:
    """Refuse to write a row: its counts are lines of *rekap*, and are written as such."""
    raise TypeError(AGGREGATES.name)


def _note_reading(sheet: Sheet, known: CrossTable, ledger: Ledger) -> None:
    """Say how a table was understood, and what to do where it counts something else."""
    across = dict.fromkeys(part.dimension for part in known.parts.values())
    along = [known.down, *across]
    names = Bilingual(", ".join(label(one) for one in along), ", ".join(label(one, "en") for one in along))
    counts = known.register
    unsaid = "" if known.is_said else _UNSAID.id
    english = "" if known.is_said else _UNSAID.en
    ledger.note(
        Bilingual(
            f"{sheet.title}: dibaca sebagai jumlah {label(counts)} menurut {names.id}.{unsaid}",
            f"{sheet.title}: read as counts of {label(counts, 'en')} by {names.en}.{english}",
        ),
        sheet.heading_source(),
    )
    for at in sorted(known.passed):
        title = sheet.heading[at].strip()
        ledger.note(
            Bilingual(
                f'{sheet.title}: kolom "{title}" tidak dibaca.',
                f'{sheet.title}: column "{title}" is not read.',
            ),
            sheet.column_source(title),
        )
    for at, part in known.parts.items():
        if part.dimension is Dimension.OUTCOME and (how := ambiguous_outcome(part.typed)) is not None:
            title = sheet.heading[at].strip()
            ledger.note(
                Bilingual(
                    f'{sheet.title}, kolom "{title}": {how.id}.',
                    f'{sheet.title}, column "{title}": {how.en}.',
                ),
                sheet.column_source(title),
            )


_UNSAID = Bilingual(
    " Bila yang dihitung lain, sebutkan pada kolom jumlahnya, misalnya Jumlah Keberatan.",
    " Where something else is counted, say so above the totals: Jumlah Keberatan.",
)
