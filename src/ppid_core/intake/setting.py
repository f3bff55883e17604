"""What the cells of one table need to know of others: the year, the agencies, the types."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import tzinfo

from attrs import field, frozen

from ppid_core.intake.cells import TimeFrame
from ppid_core.law import Lawbook
from ppid_core.model import AgencyRef, CellState, InformationType, ReportingPeriod, normal
from ppid_core.writing import WIB


@frozen(kw_only=True)
class Setting:
    """The setting in which a cell is read.

    Attributes:
        period: the period of the report.
        is_dated: whether the year of the report is known; else another stands in for it.
        agencies: code for each normal form of a name; None without an *opd* table.
        types: the types of information; None without a table *jenis_informasi*.
        refused_types: codes of types whose own row could not be read.
        zone: the time zone of the body, in which a moment is a day.
        cross: what ``x`` means in the matrix; None where *laporan* does not say.
        law: the law whose classes of response time the tables name.
        names: without an *opd* table, the first typed form of each name: later ones are counted under it.
    """

    period: ReportingPeriod
    is_dated: bool = True
    agencies: Mapping[str, str] | None = None
    types: tuple[InformationType, ...] | None = None
    refused_types: frozenset[str] = frozenset()
    zone: tzinfo = WIB
    cross: CellState | None = None
    law: Lawbook = field(factory=Lawbook.load, eq=False, repr=False)
    names: dict[str, str] = field(factory=dict, eq=False)

    @property
    def year(self) -> int:
        """The year of the report."""
        return self.period.year

    @property
    def frame(self) -> TimeFrame:
        """What days need to be read."""
        return TimeFrame(zone=self.zone, year=self.year if self.is_dated else None)

    def agency(self, typed: str | None) -> AgencyRef | None:
        """Return the agency that the words name; its code is None where no agency is so called."""
        if not typed:
            return None
        if self.agencies is None:
            first = self.names.setdefault(normal(typed), typed)
            return AgencyRef(typed=typed, code=None if first == typed else first)
        return AgencyRef(typed=typed, code=self.agencies.get(normal(typed)))
