"""Which agency publishes which type of information: cells of five states."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum

from attrs import field, frozen

from ppid_core.model.agency import AgencyRef
from ppid_core.model.period import YearPart
from ppid_core.source import Source


class InformationCategory(StrEnum):
    """Categories of public information, UU 14/2008 Pasal 9, 10, 11 and 17."""

    PERIODIC = "periodic"
    IMMEDIATE = "immediate"
    AT_ALL_TIMES = "at_all_times"
    EXEMPT = "exempt"


class CellState(StrEnum):
    """What a cell of the matrix says; blank is not "no"."""

    DISCLOSED = "disclosed"
    NOT_DISCLOSED = "not_disclosed"
    NOT_APPLICABLE = "not_applicable"
    EXEMPT = "exempt"
    NOT_REPORTED = "not_reported"


OUT_OF_QUESTION = frozenset({CellState.NOT_APPLICABLE, CellState.EXEMPT})
"""What no share counts: the information cannot be there, or may not."""


@frozen(kw_only=True)
class InformationType:
    """A type of information (*jenis informasi*) with its legal category.

    >>> from ppid_core.model import InformationType
    >>> InformationType(code="1", name="Profil badan publik", short_name="Profil").label
    'Profil'
    """

    code: str
    name: str
    short_name: str = ""
    category: InformationCategory | None = None
    source: Source | None = field(default=None, eq=False)

    @property
    def label(self) -> str:
        """The name to print where room is short."""
        return self.short_name or self.name


UNREAD_SIGN = "?"
"""What stands for a cell that could not be read: it is a lost tick wherever it is typed."""


@frozen(kw_only=True)
class UnclearSign:
    """A sign in a cell that the list does not know: the cell counts as not reported.

    >>> from ppid_core.model import UnclearSign
    >>> UnclearSign(code="1", sign="x").sign
    'x'

    Attributes:
        sign: as typed; `UNREAD_SIGN` for a cell that could not be read.
    """

    code: str
    sign: str
    source: Source | None = field(default=None, eq=False)


@frozen(kw_only=True)
class MatrixRow:
    """What one agency says of each type, in the order of the matrix's types.

    >>> from ppid_core.model import AgencyRef, CellState, MatrixRow
    >>> row = MatrixRow(agency=AgencyRef(typed="Dinas A"), states=(CellState.EXEMPT,))
    >>> [state.value for state in row.states]
    ['exempt']
    """

    agency: AgencyRef
    states: tuple[CellState, ...]
    unclear: tuple[UnclearSign, ...] = ()
    source: Source | None = field(default=None, eq=False)

    @property
    def unread(self) -> frozenset[str]:
        """The codes of the types whose cell could not be read."""
        return frozenset(cell.code for cell in self.unclear if cell.sign == UNREAD_SIGN)

    @property
    def is_blank(self) -> bool:
        """Whether nothing is filled in (*tanpa isian*); an unclear sign is something."""
        return not self.unclear and all(state is CellState.NOT_REPORTED for state in self.states)


@frozen(kw_only=True)
class MatrixPeriod:
    """What the agencies delivered for one semester or quarter (*penyampaian*): its rows as they were typed.

    >>> from ppid_core.model import AgencyRef, CellState, MatrixPeriod, MatrixRow, YearPart
    >>> row = MatrixRow(agency=AgencyRef(typed="Dinas A"), states=(CellState.NOT_REPORTED,))
    >>> MatrixPeriod(part=YearPart.SEMESTER_1, rows=(row,)).is_delivered
    False
    """

    part: YearPart
    rows: tuple[MatrixRow, ...]

    @property
    def is_delivered(self) -> bool:
        """Whether any agency filled anything in."""
        return any(not row.is_blank for row in self.rows)

    @property
    def delivering(self) -> frozenset[str]:
        """The keys of the agencies that filled anything in; the others were silent."""
        return frozenset(row.agency.key for row in self.rows if not row.is_blank)


@frozen(kw_only=True)
class ComplianceMatrix:
    """The availability of information (*ketersediaan informasi*), agencies × types.

    >>> from ppid_core.model import AgencyRef, CellState, ComplianceMatrix, InformationType, MatrixRow
    >>> types = (InformationType(code="1", name="Profil"), InformationType(code="2", name="Anggaran"))
    >>> states = (CellState.DISCLOSED, CellState.NOT_REPORTED)
    >>> row = MatrixRow(agency=AgencyRef(typed="Dinas A"), states=states)
    >>> ComplianceMatrix(types=types, rows=(row,)).rows[0].states[0].value
    'disclosed'

    Where agencies deliver by semester or quarter, ``rows`` are those of the last period in which any of them
    delivered anything: they are the figures of the year. The other periods are a series beside it and are
    never added to it; nor does an earlier row stand in for an agency that was silent in the last period.

    Attributes:
        types: its columns.
        rows: the state of the year.
        part: the period of ``rows``; the year where nothing is told by period.
        series: the other periods, in their order.

    Raises:
        ValueError: where a row has not one state for each type, two types share a code, or periods recur or
            are of several lengths.
    """

    types: tuple[InformationType, ...]
    rows: tuple[MatrixRow, ...]
    part: YearPart = YearPart.YEAR
    series: tuple[MatrixPeriod, ...] = ()

    def __attrs_post_init__(self) -> None:
        """Refuse rows of another length, and types and periods that cannot be told apart."""
        if len({kind.code for kind in self.types}) != len(self.types):
            raise ValueError("each type of a matrix has a code of its own")
        rows = (*self.rows, *(row for one in self.series for row in one.rows))
        if any(len(row.states) != len(self.types) for row in rows):
            raise ValueError("each row of a matrix has one state for each type")
        parts = [self.part, *(one.part for one in self.series)]
        if len(set(parts)) != len(parts) or len({len(part.months) for part in parts}) != 1:
            raise ValueError("each period of a matrix comes once, and all are of one length")

    @classmethod
    def of(cls, types: tuple[InformationType, ...], deliveries: Iterable[MatrixPeriod]) -> ComplianceMatrix:
        """Return the matrix of several periods: the last one delivered is the state of the year.

        An agency that has a row in any period has one in that of the year: blank where it was silent, as a
        row that was typed and left blank is. The agencies stand in the order in which they first delivered.

        Args:
            types: its columns.
            deliveries: one for each period; none says that the table is empty.
        """
        told = sorted(deliveries, key=lambda one: one.part.months.start)
        if not told:
            return cls(types=types, rows=())
        last = next((one for one in reversed(told) if one.is_delivered), told[-1])
        by_agency: dict[str, list[MatrixRow]] = {row.agency.key: [] for one in told for row in one.rows}
        for row in last.rows:
            by_agency[row.agency.key].append(row)
        called = {row.agency.key: row.agency for one in reversed(told) for row in reversed(one.rows)}
        silent = (CellState.NOT_REPORTED,) * len(types)
        return cls(
            types=types,
            rows=tuple(
                row
                for key, rows in by_agency.items()
                for row in rows or [MatrixRow(agency=called[key], states=silent)]
            ),
            part=last.part,
            series=tuple(one for one in told if one is not last),
        )

    @property
    def is_by_period(self) -> bool:
        """Whether it is told by semester or quarter."""
        return self.part is not YearPart.YEAR

    @property
    def deliveries(self) -> tuple[MatrixPeriod, ...]:
        """Every period in its order, that of the year among them; none where nothing is told by period."""
        if not self.is_by_period:
            return ()
        every = (*self.series, MatrixPeriod(part=self.part, rows=self.rows))
        return tuple(sorted(every, key=lambda one: one.part.months.start))

    def typed_rows(self) -> Iterator[tuple[YearPart, MatrixRow]]:
        """Yield every row with its period, in the order of the periods."""
        for one in self.deliveries or (MatrixPeriod(part=self.part, rows=self.rows),):
            yield from ((one.part, row) for row in one.rows)

    def cells(self) -> Iterator[tuple[MatrixRow, InformationType, CellState]]:
        """Yield every cell with its row and type."""
        for row in self.rows:
            for kind, state in zip(self.types, row.states, strict=True):
                yield row, kind, state
