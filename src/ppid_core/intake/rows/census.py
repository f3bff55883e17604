"""Goes through a table once, before its rows are read: which lines are data, and what the others are."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cached_property, lru_cache
from typing import Any, Generic, TypeVar, overload

from attrs import evolve, field, frozen

from ppid_core.glossary import spelling
from ppid_core.intake.cells import COUNTS, FIGURES, CellError, Month, TimeFrame, refuse_control
from ppid_core.intake.cells.text import UNREAD
from ppid_core.intake.ledger import Ledger
from ppid_core.intake.line_kind import LineKind
from ppid_core.intake.rows.columns import Columns
from ppid_core.intake.rows.facts import Facts
from ppid_core.intake.rows.heading import Place
from ppid_core.intake.rows.label import PeriodLabel, is_mean_label, is_total_label, period_label
from ppid_core.intake.rows.repeats import NUMBER, NumberedRows, repeats
from ppid_core.intake.rows.runs import places_of
from ppid_core.intake.rows.sums import Sums, TotalLine
from ppid_core.intake.rows.under import RUNNING_CELL, Under, notes_below
from ppid_core.intake.sheet import Sheet
from ppid_core.intake.tables.spec import TableColumn, TableSpec
from ppid_core.source import Source
from ppid_core.writing import read_count, tidy

S = TypeVar("S")
T = TypeVar("T")

_REMEMBERED = 8192
_MONTH, _DATE, _COUNT, _AGENCY = "bulan", "tanggal", "jumlah", "opd"
MONTH_OF_BAND = _MONTH
"""The column whose value a band supplies."""
_COUNTED = re.compile(
    r"([0-9][0-9., ]*(?: ?\(.*\))?)(?: (?:permohonan|permintaan|pemohon|keberatan|sengketa|gugatan|perkara"
    r"|orang|kali|buah|pengunjung|kunjungan|kasus|berkas))?",
    re.IGNORECASE | re.ASCII,
)
_NARROW = 2
"""Under so few columns ``1,2`` may be data: two visits in January."""
_ONE = Decimal(1)
_NONSENSE = "\u00bf?"
"""What no column of days, numbers or closed lists can hold."""

_Filled = Sequence[tuple[int, str]]
"""The filled cells of a line, each with its position."""
_BLANK, _FEW, _MANY = range(3)
"""How many cells a line has: so few that it may be no case, or more."""
_BLANKS = bytes([1, *bytes(255)])
_TOGETHER = re.compile(bytes([_FEW]) + b"|" + bytes([_MANY]) + b"+")
"""A line of few cells, or lines of more that follow each other."""
_NOT_OURS = frozenset({LineKind.ELSEWHERE, LineKind.LEFT_OUT})
"""Lines that are as if they were not there, whatever they say."""
_Placed = dict[str, tuple[Decimal, Source]]


@frozen(kw_only=True)
class _Census:
    """What the lines of one table are.

    Attributes:
        apart: the lines that are no data, from 0.
        blank: for each line, whether nothing stands in it.
        months: the month that a band above a line supplies.
        claims: what totals say.
        numbered: the rows, of a register that has numbers; None elsewhere.
        repeated: those of them that say once more what others say.
    """

    apart: Mapping[int, LineKind]
    blank: bytes
    months: Mapping[int, Month]
    claims: Sequence[TotalLine]
    numbered: NumberedRows | None = None
    repeated: frozenset[int] = frozenset()


def census_of(
    sheet: Sheet,
    spec: TableSpec[Any],
    facts: Facts,
    frame: TimeFrame,
    ledger: Ledger,
    *,
    earlier: Sequence[NumberedRows] = (),
) -> _Census:
    """Return what the lines of a table are; each kind that is no data is told once.

    Args:
        sheet: what is typed.
        spec: describes the table.
        facts: what is known of it.
        frame: what its days need to be read.
        ledger: what is found is told there.
        earlier: the rows of the same register in files that were read before.
    """
    census = _without_repeats(
        _Going(sheet=sheet, spec=spec, facts=facts, frame=frame, ledger=ledger).census(),
        sheet,
        spec,
        facts,
        earlier,
    )
    rows: dict[LineKind, list[int]] = {}
    for at, kind in sorted(census.apart.items(), key=lambda item: item[0]):
        if kind is not LineKind.ELSEWHERE:  # told where the other table is found
            rows.setdefault(kind, []).append(sheet.first_row + at)
    for kind, numbers in rows.items():
        ledger.note(kind.told(sheet.title, numbers), sheet.source(numbers[0]))
    return census


def _without_repeats(
    census: _Census, sheet: Sheet, spec: TableSpec[Any], facts: Facts, earlier: Sequence[NumberedRows]
) -> _Census:
    """Return the same with the rows of a register that say once more what others say."""
    places = facts.layout.places
    if not spec.cases or all(place.column.name != NUMBER for place in places):
        return census
    faulty = (row - sheet.first_row for row, _ in sheet.faults)
    passed = frozenset((*census.apart, *facts.nihil, *faulty))
    numbered = NumberedRows(rows=facts.rows, places=places, months=census.months, passed=passed)
    repeated = frozenset(repeats(numbered, earlier))
    apart = {**census.apart, **dict.fromkeys(repeated, LineKind.REPEATED)}
    return evolve(census, apart=apart, numbered=numbered, repeated=repeated)


class _View(Sequence[T], Generic[S, T]):
    """What of each row is looked at, made anew whenever it is asked for, and never held."""

    def __init__(self, rows: Sequence[S], look: Callable[[S], T]) -> None:
        self._rows, self._look = rows, look

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[T]:
        return map(self._look, self._rows)

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> _View[S, T]: ...
    def __getitem__(self, at: int | slice) -> T | _View[S, T]:
        return _View(self._rows[at], self._look) if isinstance(at, slice) else self._look(self._rows[at])


class _Lines(Sequence[_Filled]):
    """The filled cells of each line; of a line with very many of them nothing more is asked here."""

    def __init__(self, rows: Columns, most: int) -> None:
        """Look at lines of at most so many cells."""
        self._rows, self._most = rows, most
        self.amounts = bytearray()
        for some, filled in rows.filled(most):
            if filled is None:
                self.amounts += bytes([_MANY]) * len(some)
            else:
                self.amounts += bytes(_MANY if number > most else min(number, _FEW) for number in filled)
        for at in rows.extra:
            self.amounts[at] = _FEW

    @cached_property
    def _many(self) -> _Filled:
        """What stands for the cells of a line of more than ``most``."""
        return [(-1, "")] * (self._most + 1)

    @property
    def few(self) -> Iterator[int]:
        """The lines of few cells."""
        return places_of(_FEW, self.amounts)

    def __len__(self) -> int:
        return len(self.amounts)

    @overload
    def __getitem__(self, at: int) -> _Filled: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[_Filled]: ...
    def __getitem__(self, at: int | slice) -> _Filled | Sequence[_Filled]:
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(len(self)))]
        if self.amounts[at] != _FEW:
            return self._many if self.amounts[at] == _MANY else ()
        cells = [(position, text) for position, cell in enumerate(self._rows[at]) if (text := cell.strip())]
        return self._many if len(cells) > self._most else cells


@frozen(kw_only=True, slots=False)
class _Going:
    sheet: Sheet
    spec: TableSpec[Any]
    facts: Facts
    frame: TimeFrame
    ledger: Ledger
    sums: Sums = field(init=False)

    @sums.default
    def _nothing_yet(self) -> Sums:
        return Sums(said=self._said, by_group=bool(self.spec.groups))

    @cached_property
    def places(self) -> Mapping[int, Place]:
        """The columns by position."""
        return {place.position: place for place in self.facts.layout.places}

    @cached_property
    def summed(self) -> Mapping[int, Callable[[str], Decimal | CellError]]:
        """The readers of columns that can be added up."""
        places = self.places.items()
        return {at: _remembering(one.column.total) for at, one in places if one.column.total is not None}

    @cached_property
    def numbers(self) -> frozenset[int]:
        """Positions of numbers that may be typed ahead: a table of nothing but numbers holds cases."""
        ahead = self._named(NUMBER) if self.spec.cases and len(self.places) > 1 else ()
        return frozenset((*self.facts.layout.running, *ahead))

    @cached_property
    def counts_lines(self) -> bool:
        """Whether each line is one case."""
        return self.spec.cases and not any(self._named(_COUNT, "jumlah_pemohon"))

    @cached_property
    def most(self) -> int:
        """A line of a register with more cells than so many is a case, whatever one of them is called."""
        return len(self.summed) + len(self.facts.layout.running) + 3 if self.spec.cases else 1 << 20

    def _named(self, *names: str) -> Sequence[int]:
        return [at for at, place in self.places.items() if place.column.name in names]

    def census(self) -> _Census:
        first = self.sheet.first_row
        lines = _Lines(self.facts.rows, self.most)
        apart = dict(self._headings())
        apart |= {row - first: kind for row, kind in self.sheet.apart.items()}
        for row in (row for row, kind in self.sheet.apart.items() if kind in _NOT_OURS):
            lines.amounts[row - first] = _BLANK
        faulty = {row - first for row, position in self.sheet.faults if position is None}
        apart |= dict.fromkeys(self._notes(lines), LineKind.NOTE)
        bands = {at: band for at, band in self._bands(lines) if at not in apart}
        nihil = self.facts.nihil if self.spec.nihil else ()
        passed = {at for at in (*apart, *faulty, *nihil) if 0 <= at < len(lines)}
        months: dict[int, Month] = {}
        supplied: set[int] = set()
        above = -1
        blank = bytes(lines.amounts.translate(_BLANKS))
        for at in passed:
            lines.amounts[at] = _BLANK
        for found in _TOGETHER.finditer(lines.amounts):
            rows = range(*found.span())
            at = rows.start
            if at in bands:
                apart[at], above = LineKind.BAND, at
            elif lines.amounts[at] == _FEW and (kind := self._kind(at, lines[at])) is not None:
                apart[at] = kind
            else:
                self.sums.add(rows)
                band = bands[above].month if above in bands else None
                if band is not None and (
                    timeless := [one for one in rows if not self._has(one, _DATE, _MONTH)]
                ):
                    months |= dict.fromkeys(timeless, band)
                    supplied.add(above)
        apart |= dict.fromkeys(supplied, LineKind.MONTH)
        return _Census(apart=apart, blank=blank, months=months, claims=tuple(self.sums.claims()))

    def _headings(self) -> Mapping[int, LineKind]:
        titles, running = self.sheet.heading, self.facts.layout.running
        found = Under(rows=self.facts.rows, titles=titles, running=running).headings()
        is_narrow = sum(map(bool, titles)) <= _NARROW
        return {at: kind for at, kind in found.items() if not (is_narrow and kind is LineKind.COLUMN_NUMBERS)}

    def _has(self, at: int, *names: str) -> bool:
        """Tell whether a line has a cell in one of some columns."""
        return any(self.facts.rows[at][position].strip() for position in self._named(*names))

    def _is_nihil(self, at: int) -> bool:
        return self.spec.nihil and at in self.facts.nihil

    def _own(self, cells: _Filled) -> list[str]:
        """Return the texts of a line, running numbers apart."""
        running = self.facts.layout.running
        return [text for at, text in cells if not (at in running and RUNNING_CELL.fullmatch(text))]

    # Data

    def _said(self, at: int) -> tuple[Mapping[str, Decimal], object]:
        """Return the numbers of a line by column, and which group it is of."""
        cells = self.facts.rows[at]
        values: dict[str, Decimal] = {_COUNT: _ONE} if self.counts_lines else {}
        for position, read in () if self.spec.signs else self.summed.items():
            if cells[position] and isinstance(value := read(cells[position].strip()), Decimal):
                values[self.places[position].column.name] = value
        return values, tuple(spelling(cells[position]) for position in self.grouping)

    @cached_property
    def grouping(self) -> Sequence[int]:
        """The columns that tell apart lines of several groups."""
        return self._named(*(column.name for column in self.spec.groups))

    def _name(self, position: int) -> str:
        return self.places[position].column.name if position in self.places else ""

    # Numbers alone, and totals

    def _kind(self, at: int, cells: _Filled) -> LineKind | None:
        kind = self._total(at, cells) if self.spec.totals else None
        if kind is None and all(position in self.numbers for position, _ in cells):
            has_number = any(any(map(str.isdigit, text)) or " " not in text for _, text in cells)
            return LineKind.NUMBER if has_number else LineKind.NOTE
        if kind is None and all(position not in self.facts.layout.titled for position, _ in cells):
            return LineKind.OUTSIDE
        return kind

    def _total(self, at: int, cells: _Filled) -> LineKind | None:
        row = self.sheet.first_row + at
        labels = [(position, text) for position, text in cells if is_total_label(text)]
        rest = [cell for cell in cells if cell not in labels]
        beside = [(position, text) for position, text in rest if position not in self.summed]
        if labels and self._is_labelled(labels, beside, cells):
            self.sums.total(at, self._placed(row, rest, is_labelled=True))
            return LineKind.TOTAL
        formulas = {position for position, _ in cells if (row, position) in self.sheet.sums}
        if formulas and len([one for one in beside if one[0] not in formulas]) <= 1:
            self.sums.total(at, self._placed(row, rest, is_labelled=True))
            return LineKind.FORMULA
        if is_mean_label(cells[0][1]) and all(position in self.summed for position, _ in cells[1:]):
            return LineKind.MEAN
        placed = {} if labels or self.spec.signs else self._placed(row, rest, is_labelled=False)
        if len(placed) == len(rest) and self.sums.is_sum(
            {name: value for name, (value, _) in placed.items()}
        ):
            self.sums.total(at, placed)
            return LineKind.SUM
        return None

    def _is_labelled(self, labels: _Filled, beside: _Filled, cells: _Filled) -> bool:
        """Tell whether a line that says *jumlah* is a total: in a register other cells make it a case."""
        if self.spec.groups:
            return True
        others = [text for at, text in beside if at in self.numbers or not _COUNTED.fullmatch(text)]
        if self.spec.cases:
            is_leading = any(self._leads(position) for position, _ in labels)
            return len(others) <= (1 if is_leading else 0)
        own = [cell for cell in cells if cell[0] not in self.facts.layout.running]
        is_first = bool(own) and own[0] in labels
        return (is_first and bool(self.summed)) or not others

    def _leads(self, position: int) -> bool:
        """Tell whether a column cannot hold the word *jumlah* as a value of a case."""
        name = self._name(position)
        return position in self.numbers or name in {"", NUMBER, _DATE, _MONTH}

    def _placed(self, row: int, cells: _Filled, *, is_labelled: bool) -> _Placed:
        """Return the numbers of a total by column; what is no number there is refused under a label."""
        placed: _Placed = {}
        source = self.sheet.source(row)
        for position, text in cells:
            if position in self.summed and (row, position) not in self.sheet.faults:
                place, value = self.places[position], self.summed[position](text)
                if isinstance(value, Decimal):
                    placed[place.column.name] = value, place.on(source)
                elif is_labelled:
                    self.ledger.refuse(place.on(source), value, text)
        return placed or (self._counted(source, cells, is_labelled=is_labelled) if self.counts_lines else {})

    def _counted(self, source: Source, cells: _Filled, *, is_labelled: bool) -> _Placed:
        """Return the count of cases that stands in a column of something else, where no column counts."""
        found = [(at, match) for at, text in cells if (match := _COUNTED.fullmatch(text))]
        if len(found) != 1 or not (is_labelled or len(cells) == 1):
            return {}
        position, match = found[0]
        place = self.places.get(position)
        is_number = place is not None and place.column.ways in (COUNTS, FIGURES)
        is_free = place is None or not _is_strict(place.column)
        may_be_a_word = position in self.numbers or self._name(position) == _AGENCY
        if is_number or not (is_labelled or (is_free and not may_be_a_word)):
            return {}
        try:
            value = Decimal(read_count(match[1])[0])
        except ValueError:
            return {}
        return {_COUNT: (value, source.at(place.heading if place else "", position))}

    # Months and spans above what belongs to them

    def _bands(self, filled: _Lines) -> Iterator[tuple[int, PeriodLabel]]:
        if not self.spec.cases:
            return
        named = {at: label for at in filled.few if (label := self._period(filled[at])) is not None}
        if not named:
            return
        doubtful = {at for at in named if any(self._name(position) == _MONTH for position, _ in filled[at])}
        others = [at for at, cells in enumerate(filled) if cells and at not in named and self._is_case(cells)]
        is_timed = any(self._has(at, _MONTH) for at in others)
        following = iter(others)
        after = next(following, None)
        for at, label in named.items():
            while after is not None and after < at:
                after = next(following, None)
            is_above = after is not None and not self._has(after, _DATE, _MONTH)
            if at not in doubtful or (others and not is_timed) or is_above:
                yield at, label

    def _period(self, cells: _Filled) -> PeriodLabel | None:
        """Return what a line names where it names a month or span and nothing else."""
        texts = {tidy(text).casefold() for text in self._own(cells)} if len(cells) <= self.most else ()
        return period_label(next(iter(texts))) if len(texts) == 1 else None

    def _is_case(self, cells: _Filled) -> bool:
        is_total = len(cells) <= self.most and any(is_total_label(text) for _, text in cells)
        return not is_total and any(position not in self.numbers for position, _ in cells)

    # Notes below

    def _notes(self, filled: _Lines) -> Iterator[int]:
        if not self.spec.totals:
            return
        rows = _View(filled, self._own)
        others = self._saying(filled, rows)
        yield from notes_below(rows, others, after_gap=self.spec.cases)
        if self.spec.cases:
            yield from self._strays(filled, rows)

    def _strays(self, filled: Sequence[_Filled], rows: Sequence[Sequence[str]]) -> Iterator[int]:
        """Yield the last lines of a register that are words alone in a column that cannot hold them."""
        strays = []
        for at in reversed(range(len(rows))):
            if rows[at] and not self._is_stray(filled[at]):
                break
            strays += [at] if rows[at] else []
        above = rows[: strays[-1]] if strays else ()
        if any(above) and all(len(row) > 1 for row in above if row):
            yield from strays

    def _saying(self, filled: Sequence[_Filled], rows: Sequence[Sequence[str]]) -> Container[int]:
        """Return the lines at the end that say something a column can hold: a day, a month, a number."""
        saying = set()
        for at in reversed(range(len(rows))):
            if len(rows[at]) > 2:  # noqa: PLR2004  two blocks of signatures at most
                break
            if self._is_nihil(at) or any(self._reads(*cell) for cell in filled[at]):
                saying.add(at)
        return saying

    def _reads(self, position: int, text: str) -> bool:
        """Tell whether a column can hold a text; what we write for an unread cell stands for one."""
        if text == UNREAD:
            return True
        place = self.places.get(position)
        if place is None or not _is_strict(place.column):
            return position in self.numbers and bool(RUNNING_CELL.fullmatch(text))
        try:
            place.column.reader(self.frame)(text)
        except CellError:
            return False
        return True

    def _is_stray(self, cells: _Filled) -> bool:
        """Tell whether a line is one cell of several words in a column that cannot hold them."""
        if len(cells) != 1 or " " not in cells[0][1] or not any(map(str.isalpha, cells[0][1])):
            return False
        position, text = cells[0]
        place = self.places.get(position)
        is_label = is_total_label(text) or period_label(text) is not None
        return (
            place is not None
            and _is_strict(place.column)
            and not is_label
            and not self._reads(position, text)
        )


def _is_strict(column: TableColumn[Any]) -> bool:
    """Tell whether a column refuses words that it does not know."""
    try:
        column.read(_NONSENSE)
    except CellError:
        return True
    return False


def _remembering(read: Callable[[str], Any]) -> Callable[[str], Decimal | CellError]:
    @lru_cache(maxsize=_REMEMBERED)
    def reader(text: str) -> Decimal | CellError:
        try:
            refuse_control(text)
            return Decimal(read(text))
        except CellError as error:
            return CellError(error.message, error.expected)  # what was raised holds on to all that was read

    return reader
