"""Registers that *laporan* says are recorded and empty (*nihil*)."""

from __future__ import annotations

from typing import TypeVar

from attrs import frozen

from ppid_core.glossary import label
from ppid_core.intake.fault import nihil_with_rows
from ppid_core.intake.ledger import Ledger
from ppid_core.intake.report_values import ReportValues
from ppid_core.model import Absent, Aggregate, Register
from ppid_core.source import Source

T = TypeVar("T")


@frozen(kw_only=True)
class Nihil:
    """What stands under the key ``nihil``; with rows in such a table it is a problem."""

    registers: tuple[Register, ...]
    source: Source | None
    ledger: Ledger

    @classmethod
    def of(cls, values: ReportValues, ledger: Ledger) -> Nihil:
        """Return what ``values`` say."""
        return cls(registers=values.get("nihil") or (), source=values.source("nihil"), ledger=ledger)

    def or_nothing(self, rows: tuple[T, ...] | Absent, register: Register) -> tuple[T, ...] | Absent:
        """Return the rows of a register; ``()`` where it is said to be empty and holds none."""
        if register not in self.registers:
            return rows
        if self.ledger.read.get(label(register)):
            self._refuse(register)
        return () if isinstance(rows, Absent) and not self.ledger.read.get(label(register)) else rows

    def with_complaints(self, rows: tuple[Aggregate, ...]) -> tuple[Aggregate, ...]:
        """Return the aggregate lines; complaints have no register, so their zero is such a line."""
        if Register.COMPLAINTS not in self.registers:
            return rows
        if any(row.register is Register.COMPLAINTS and row.year is None for row in rows):
            self._refuse(Register.COMPLAINTS)
            return rows
        return (*rows, Aggregate(register=Register.COMPLAINTS, count=0, source=self.source))

    def _refuse(self, register: Register) -> None:
        self.ledger.refuse(self.source or Source(), nihil_with_rows(), label(register))
