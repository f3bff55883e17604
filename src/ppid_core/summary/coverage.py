"""Availability by period: who delivered in each, what was available then, and what changed between them.

Periods are never added: each tells the state of its own last day, and that of the year is the last delivered.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import pairwise

from attrs import frozen

from ppid_core.model import (
    OUT_OF_QUESTION,
    Absent,
    AgencyRef,
    CellState,
    ComplianceMatrix,
    InformationType,
    MatrixPeriod,
    MatrixRow,
    Reason,
    YearPart,
)
from ppid_core.summary.delivery import cells_of
from ppid_core.summary.register import UNREAD, share


@frozen(kw_only=True)
class Coverage:
    """How far the agencies told the availability of information in one period (*cakupan*).

    Every agency that has a row in any period counts in each, so that the periods stand beside each other: one
    without a row was silent, and its cells are not reported.

    >>> from ppid_core.model import AgencyRef, CellState, ComplianceMatrix, InformationType, MatrixPeriod
    >>> from ppid_core.model import MatrixRow, YearPart
    >>> from ppid_core.summary import coverage_by_period
    >>> row = MatrixRow(agency=AgencyRef(typed="Dinas A"), states=(CellState.DISCLOSED,))
    >>> told = [MatrixPeriod(part=YearPart.SEMESTER_1, rows=(row,))]
    >>> (first,) = coverage_by_period(
    ...     ComplianceMatrix.of((InformationType(code="1", name="Profil"),), told)
    ... )
    >>> str(first.part), first.agencies, first.silent, first.share
    ('semester_1', 1, (), Decimal('1.0000'))

    Attributes:
        part: the period.
        agencies: how many agencies have a row in any period.
        silent: those of them that filled nothing in.
        late: those of the silent ones that delivered in a later period.
        disclosed: cells that say *available*.
        denominator: cells that could be available: without those not applicable and exempt.
        denominator_of_delivering: the same of the agencies that delivered.
        unread: cells that could not be read.
    """

    part: YearPart
    agencies: int
    silent: tuple[AgencyRef, ...]
    late: tuple[AgencyRef, ...]
    disclosed: int
    denominator: int
    denominator_of_delivering: int
    unread: int

    @property
    def is_delivered(self) -> bool:
        """Whether any agency delivered."""
        return len(self.silent) < self.agencies

    @property
    def share(self) -> Decimal | Absent:
        """The share of the cells that could be available; absent where nobody delivered or one is unread."""
        if not self.is_delivered:
            return Absent()
        return Absent(Reason.UNREAD) if self.unread else share(self.disclosed, self.denominator)


@frozen(kw_only=True)
class ChangedCell:
    """A cell that says another thing in a period than in the one delivered before it (*perubahan*).

    >>> from ppid_core.model import AgencyRef, CellState, InformationType, YearPart
    >>> from ppid_core.summary import ChangedCell
    >>> ChangedCell(
    ...     agency=AgencyRef(typed="Dinas A"),
    ...     kind=InformationType(code="1", name="Profil"),
    ...     since=YearPart.SEMESTER_1,
    ...     part=YearPart.SEMESTER_2,
    ...     before=CellState.NOT_REPORTED,
    ...     after=CellState.DISCLOSED,
    ... ).is_gained
    True

    Attributes:
        since: the earlier period.
        part: the later one.
    """

    agency: AgencyRef
    kind: InformationType
    since: YearPart
    part: YearPart
    before: CellState
    after: CellState

    @property
    def is_gained(self) -> bool:
        """Whether it has become available."""
        return self.after is CellState.DISCLOSED

    @property
    def is_lost(self) -> bool:
        """Whether it is available no more, or no longer told to be."""
        return self.before is CellState.DISCLOSED


def coverage_by_period(matrix: ComplianceMatrix) -> tuple[Coverage, ...]:
    """Return the coverage of each period in its order; nothing where the matrix is not told by period.

    >>> from ppid_core import Dossier
    >>> from ppid_core.summary import coverage_by_period
    >>> coverage_by_period(Dossier.open("examples/kota-serang-2020").year.matrix)
    ()
    """
    periods = matrix.deliveries
    roster = {row.agency.key: row.agency for row in matrix.rows}
    return tuple(_coverage(matrix, one, roster, periods[at + 1 :]) for at, one in enumerate(periods))


def _coverage(
    matrix: ComplianceMatrix,
    told: MatrixPeriod,
    roster: Mapping[str, AgencyRef],
    later: tuple[MatrixPeriod, ...],
) -> Coverage:
    rows = [row for row in told.rows if not row.is_blank]
    silent = tuple(agency for key, agency in roster.items() if key not in told.delivering)
    returned = frozenset().union(*(one.delivering for one in later))
    cells = [cell for row in rows for *_, cell in cells_of(matrix, row)]
    asked = sum(cell not in OUT_OF_QUESTION for cell in cells)
    return Coverage(
        part=told.part,
        agencies=len(roster),
        silent=silent,
        late=tuple(agency for agency in silent if agency.key in returned),
        disclosed=cells.count(CellState.DISCLOSED),
        denominator=asked + len(silent) * len(matrix.types),
        denominator_of_delivering=asked,
        unread=cells.count(UNREAD),
    )


def changed_cells(matrix: ComplianceMatrix) -> Iterator[ChangedCell]:
    """Yield each cell that changed from one delivered period to the next.

    An agency that was silent in either of them is not compared; nor is a cell that could not be read.

    >>> from ppid_core import Dossier
    >>> from ppid_core.summary import changed_cells
    >>> list(changed_cells(Dossier.open("examples/kota-serang-2020").year.matrix))
    []
    """
    told = [one for one in matrix.deliveries if one.is_delivered]
    for earlier, later in pairwise(told):
        before = {row.agency.key: row for row in earlier.rows if not row.is_blank}
        for row in later.rows:
            if not row.is_blank and row.agency.key in before:
                yield from _changes(matrix, (earlier.part, before[row.agency.key]), (later.part, row))


def _changes(
    matrix: ComplianceMatrix, then: tuple[YearPart, MatrixRow], now: tuple[YearPart, MatrixRow]
) -> Iterator[ChangedCell]:
    (since, old), (part, row) = then, now
    unread = old.unread | row.unread
    for kind, before, after in zip(matrix.types, old.states, row.states, strict=True):
        if before is not after and kind.code not in unread:
            yield ChangedCell(
                agency=row.agency, kind=kind, since=since, part=part, before=before, after=after
            )
