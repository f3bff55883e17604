"""The budget of the information service."""

from __future__ import annotations

from decimal import Decimal

from attrs import Attribute, field, frozen

from ppid_core.source import Source


def _is_amount(_: object, attribute: Attribute[Decimal | None], value: Decimal | None) -> None:
    if value is not None and not (value.is_finite() and value >= 0):
        raise ValueError(f"{attribute.name} is a finite amount of rupiah, not negative")


@frozen(kw_only=True)
class BudgetLine:
    """One source of money (*anggaran*).

    Attributes:
        funding: where the money comes from ("APBD").
        allocated: rupiah granted (*alokasi*).
        realised: rupiah spent (*realisasi*).
        allocated_in_words: the allocation as written in words (*terbilang*), as typed.
        use: what it was spent on (*penggunaan*).
    """

    funding: str = ""
    allocated: Decimal | None = field(default=None, validator=_is_amount)
    realised: Decimal | None = field(default=None, validator=_is_amount)
    allocated_in_words: str = ""
    use: str = ""
    source: Source | None = field(default=None, eq=False)


@frozen(kw_only=True)
class Budget:
    """The budget, line by line."""

    lines: tuple[BudgetLine, ...] = ()
