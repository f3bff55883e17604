"""Which agency publishes which type of information: cells of five states."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from attrs import field, frozen

from ppid_core.model.agency import AgencyRef
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
class ComplianceMatrix:
    """The availability of information (*ketersediaan informasi*), agencies × types.

    >>> from ppid_core.model import AgencyRef, CellState, ComplianceMatrix, InformationType, MatrixRow
    >>> types = (InformationType(code="1", name="Profil"), InformationType(code="2", name="Anggaran"))
    >>> states = (CellState.DISCLOSED, CellState.NOT_REPORTED)
    >>> row = MatrixRow(agency=AgencyRef(typed="Dinas A"), states=states)
    >>> ComplianceMatrix(types=types, rows=(row,)).rows[0].states[0].value
    'disclosed'

    Raises:
        ValueError: where a row has not one state for each type, or two types share a code.
    """

    types: tuple[InformationType, ...]
    rows: tuple[MatrixRow, ...]

    def __attrs_post_init__(self) -> None:
        """Refuse rows of another length and types that cannot be told apart."""
        if len({kind.code for kind in self.types}) != len(self.types):
            raise ValueError("each type of a matrix has a code of its own")
        if any(len(row.states) != len(self.types) for row in self.rows):
            raise ValueError("each row of a matrix has one state for each type")

    def cells(self) -> Iterator[tuple[MatrixRow, InformationType, CellState]]:
        """Yield every cell with its row and type."""
        for row in self.rows:
            for kind, state in zip(self.types, row.states, strict=True):
                yield row, kind, state
