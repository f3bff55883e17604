"""The budget of the information service."""

from __future__ import annotations

from decimal import Decimal

from attrs import field, frozen

from ppid_core.model.amount import amount
from ppid_core.source import Source


@frozen(kw_only=True)
class BudgetLine:
    """One source of money (*anggaran*).

    >>> from decimal import Decimal
    >>> from ppid_core.model import BudgetLine
    >>> BudgetLine(funding="APBD", allocated=Decimal(51_904_000), realised=Decimal(50_904_000)).funding
    'APBD'

    Attributes:
        funding: where the money comes from ("APBD").
        allocated: rupiah granted (*alokasi*).
        realised: rupiah spent (*realisasi*).
        allocated_in_words: the allocation as written in words (*terbilang*), as typed.
        use: what it was spent on (*penggunaan*).
    """

    funding: str = ""
    allocated: Decimal | None = field(default=None, validator=amount)
    realised: Decimal | None = field(default=None, validator=amount)
    allocated_in_words: str = ""
    use: str = ""
    source: Source | None = field(default=None, eq=False)


@frozen(kw_only=True)
class Budget:
    """The budget, line by line.

    >>> from decimal import Decimal
    >>> from ppid_core.model import Budget, BudgetLine
    >>> Budget(lines=(BudgetLine(funding="APBD", allocated=Decimal(50_000_000)),)).lines[0].realised is None
    True
    """

    lines: tuple[BudgetLine, ...] = ()
