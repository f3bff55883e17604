"""The matrix as its agencies delivered it by period: what is stored of it, and the figures of each period.

Rows of several batches are added first and told apart by period after that, so that it does not matter how a
matrix was divided: which period is the year's, and who was silent in it, is known of all rows together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import pairwise

from attrs import frozen

from ppid_core.model import OUT_OF_QUESTION, Absent, CellState, ComplianceMatrix, MatrixRow, Reason, YearPart
from ppid_core.summary.parts import Counts, Key
from ppid_core.summary.register import NOT_RECORDED, UNREAD, share
from ppid_core.summary.tally import MatrixTally

OF_A_PERIOD = (
    *("agencies", "reporting_agencies", "silent", "late", "disclosed", "denominator"),
    *("denominator_of_reporting", "unread", "share", "gained", "lost"),
)
"""What is told of each period: those named as figures of the year are what they are there."""
_ROWS, _BLANK, _BLANK_CELLS = "rows", "blank", "blank_cells"
_Changes = Mapping[tuple[str, str], str]


def period_rows(matrix: ComplianceMatrix) -> Iterator[tuple[Key, int]]:
    """Yield how many rows each agency has in each period, the blank ones of them, and the cells of those."""
    for part, row in matrix.typed_rows():
        agency = row.agency.key
        yield (str(part), agency, _ROWS), 1
        yield (str(part), agency, _BLANK), int(row.is_blank)
        yield (str(part), agency, _BLANK_CELLS), len(row.states) * row.is_blank


def period_cells(matrix: ComplianceMatrix) -> Iterator[tuple[Key, int]]:
    """Yield every cell of every period, by agency, type and category."""
    for part, row in matrix.typed_rows():
        for code, category, cell in cells_of(matrix, row):
            yield (str(part), row.agency.key, code, category, cell), 1


def cells_of(matrix: ComplianceMatrix, row: MatrixRow) -> Iterator[tuple[str, str, str]]:
    """Yield what each cell of a row says, with the code and the category of its type."""
    for kind, stated in zip(matrix.types, row.states, strict=True):
        cell = UNREAD if kind.code in row.unread else str(stated)
        yield kind.code, str(kind.category or NOT_RECORDED), cell


@frozen(kw_only=True, slots=False)
class Deliveries:
    """The periods of one matrix, read from its tally."""

    tally: MatrixTally

    @cached_property
    def parts(self) -> tuple[YearPart, ...]:
        """The periods in their order; none where the matrix is of the year."""
        return _in_order(self.tally.parts.values)

    @cached_property
    def roster(self) -> tuple[str, ...]:
        """Every agency that has a row in any period."""
        return tuple(dict.fromkeys(agency for (_, agency, _), _ in self.tally.period_rows.pairs))

    def year_cells(self) -> Iterator[tuple[str, str, str, str, int]]:
        """Yield agency, type, category and state of the cells of the year with their number.

        An agency without a row in the period of the year left all its cells blank.
        """
        own, categories = self._own, dict[str, str]()
        for (part, agency, code, category, cell), number in self.tally.period_cells.pairs:
            categories[code] = category
            if part == own:
                yield agency, code, category, cell, number
        for agency in self._without_row:
            for code, category in categories.items():
                yield agency, code, category, str(CellState.NOT_REPORTED), 1

    def year_rows(self) -> Iterator[tuple[str, int, int, int]]:
        """Yield each agency with its rows of the year, the blank ones of them, and the cells of those."""
        for agency in self.roster:
            rows, blank, cells = (
                self._row(self._own, agency, name) for name in (_ROWS, _BLANK, _BLANK_CELLS)
            )
            if rows:
                yield agency, rows, blank, cells
            else:
                yield agency, 1, 1, self._width

    def figures(self) -> Mapping[str, Mapping[str, object]]:
        """Return what is told of each period."""
        gained, lost = self._changed()
        return {
            str(part): {
                **self._coverage(part, self.parts[at:]),
                "gained": gained.get(part, Absent(Reason.NO_BASE)),
                "lost": lost.get(part, Absent(Reason.NO_BASE)),
            }
            for at, part in enumerate(self.parts)
        }

    @cached_property
    def _own(self) -> str:
        """The period whose rows are the state of the year: the last that any batch delivered."""
        told = _in_order(self.tally.own.values)
        return str(next((one for one in reversed(told) if self._delivering(one)), told[-1]))

    @property
    def _without_row(self) -> Iterable[str]:
        return (agency for agency in self.roster if not self._row(self._own, agency, _ROWS))

    @property
    def _width(self) -> int:
        return len(self.tally.types.values)

    @cached_property
    def _row_counts(self) -> Mapping[Key, int]:
        return dict(self.tally.period_rows.pairs)

    def _row(self, part: str, agency: str, name: str) -> int:
        return self._row_counts.get((part, agency, name), 0)

    def _delivering(self, part: str) -> frozenset[str]:
        """Return the agencies that filled anything in."""
        return frozenset(
            agency
            for agency in self.roster
            if self._row(part, agency, _ROWS) > self._row(part, agency, _BLANK)
        )

    def _coverage(self, part: str, since: Iterable[str]) -> Mapping[str, object]:
        delivering = self._delivering(part)
        silent = [agency for agency in self.roster if agency not in delivering]
        returned = frozenset[str]().union(*map(self._delivering, since))
        states = self._states(part)
        blank = sum(self._row(part, agency, _BLANK_CELLS) for agency in self.roster)
        asked = sum(states.values()) - blank - sum(states.get(one, 0) for one in OUT_OF_QUESTION)
        disclosed, unread = states.get(CellState.DISCLOSED, 0), states.get(UNREAD, 0)
        whole = asked + len(silent) * self._width
        return {
            "agencies": len(self.roster),
            "reporting_agencies": len(delivering),
            "silent": len(silent),
            "late": sum(agency in returned for agency in silent),
            "disclosed": disclosed,
            "denominator": whole,
            "denominator_of_reporting": asked,
            "unread": unread,
            "share": _share(disclosed, whole, unread) if delivering else Absent(),
        }

    def _states(self, part: str) -> Mapping[str, int]:
        return Counts.of(
            ((key[-1],), number) for key, number in self.tally.period_cells.pairs if key[0] == part
        ).under()

    def _changed(self) -> tuple[Mapping[str, int], Mapping[str, int]]:
        """Return how many cells became available in each period, and how many are so no more.

        Each is compared with the one delivered before it, of the agencies that delivered both; a cell that
        could not be read with none.
        """
        gained, lost = dict[str, int](), dict[str, int]()
        for earlier, later in pairwise(part for part in self.parts if self._delivering(part)):
            before, after = self._told(earlier), self._told(later)
            both = [key for key in after if key in before and UNREAD not in {before[key], after[key]}]
            changed = [(before[key], after[key]) for key in both if before[key] != after[key]]
            gained[later] = sum(now == CellState.DISCLOSED for _, now in changed)
            lost[later] = sum(then == CellState.DISCLOSED for then, _ in changed)
        return gained, lost

    def _told(self, part: str) -> _Changes:
        delivering = self._delivering(part)
        return {
            (agency, code): cell
            for (one, agency, code, _, cell), _ in self.tally.period_cells.pairs
            if one == part and agency in delivering
        }


def _share(part: int, whole: int, unread: int) -> object:
    return Absent(Reason.UNREAD) if unread else share(part, whole)


def _in_order(parts: Iterable[str]) -> tuple[YearPart, ...]:
    return tuple(sorted(map(YearPart, parts), key=lambda part: (part.months.start, part.months.stop)))
