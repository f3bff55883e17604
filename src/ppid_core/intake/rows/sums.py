"""What the lines above a total add up to, and which of them it sums."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from functools import reduce

from attrs import define, field, frozen

from ppid_core.intake.rows.runs import Runs
from ppid_core.source import Source
from ppid_core.writing.numbers import EXACT

_Values = Mapping[str, Decimal]
"""A number by canonical name of its column."""
_Placed = Mapping[str, tuple[Decimal, Source]]
"""The same, each with its place."""
_NOTHING = Decimal(0)
_FEWEST_SUMMED = 2
"""So many lines at least make a line below them a sum without a label."""


@define
class _Scope:
    """Lines that follow each other from ``first`` on; ``before`` is what the columns added up to by then."""

    first: int = 0
    lines: int = 0
    before: _Values = field(factory=dict)


@define(kw_only=True)
class _Total:
    at: int
    placed: _Placed
    lines: tuple[int, int]
    is_exact: bool


@frozen(kw_only=True)
class TotalLine:
    """What a total says.

    Attributes:
        placed: its numbers.
        lines: the first line that it sums, from 0, and the one after the last; None where it sums them all.
    """

    placed: _Placed
    lines: tuple[int, int] | None


@define(kw_only=True)
class Sums:
    """Adds up a table from line to line, once it is asked for a sum.

    Attributes:
        said: returns the numbers of a line, and which group it is of.
        by_group: whether the table has several groups, of which a total sums one.
    """

    said: Callable[[int], tuple[_Values, object]]
    by_group: bool = False
    _waiting: Runs = field(factory=Runs, init=False)
    _sums: dict[str, Decimal] = field(factory=dict, init=False)
    _whole: _Scope = field(factory=_Scope, init=False)
    _block: _Scope = field(factory=_Scope, init=False)
    _group: _Scope = field(factory=_Scope, init=False)
    _key: object = field(default=None, init=False)
    _lines: list[int] = field(factory=list, init=False)
    _totals: list[_Total] = field(factory=list, init=False)

    def add(self, rows: range) -> None:
        """Add lines of data."""
        self._waiting.add(rows)

    def _add_up(self) -> None:
        """Add up the lines that wait: most tables end without a total, and their lines are never asked."""
        for at in self._waiting:
            values, key = self.said(at)
            if key != self._key:
                self._key, self._group = key, self._beginning(at)
            for scope in (self._whole, self._block, self._group):
                scope.lines += 1
            for name, value in values.items():
                self._sums[name] = EXACT.add(self._sums.get(name, _NOTHING), value)
            self._lines.append(at)
        self._waiting = Runs()

    def _beginning(self, at: int) -> _Scope:
        return _Scope(first=at, before=dict(self._sums))

    def _sum(self, scope: _Scope, name: str) -> Decimal | None:
        """Return what a column adds up to in some lines, None where it has said no number at all."""
        if name not in self._sums:
            return None
        return EXACT.subtract(self._sums[name], scope.before.get(name, _NOTHING))

    def _is_sum(self, scope: _Scope, values: _Values) -> bool:
        return bool(values) and all(self._sum(scope, name) == value for name, value in values.items())

    def _distance(self, scope: _Scope, values: _Values) -> Decimal:
        sums = ((value, self._sum(scope, name) or _NOTHING) for name, value in values.items())
        return reduce(EXACT.add, (EXACT.subtract(*pair).copy_abs() for pair in sums), _NOTHING)

    @property
    def _scopes(self) -> tuple[_Scope, ...]:
        """What a total here may sum, the likeliest first."""
        return (self._group, self._block) if self.by_group else (self._whole, self._block)

    def is_sum(self, values: _Values) -> bool:
        """Tell whether numbers without a label are the sum of lines right above."""
        if not any(values.values()):
            return False
        self._add_up()
        return any(scope.lines >= _FEWEST_SUMMED and self._is_sum(scope, values) for scope in self._scopes)

    def total(self, at: int, placed: _Placed) -> None:
        """Take a total; lines below it begin anew."""
        self._add_up()
        self._look_below()
        values = {name: value for name, (value, _) in placed.items()}
        exact = next((scope for scope in self._scopes if self._is_sum(scope, values)), None)
        summing = [scope for scope in self._scopes if scope.lines] or self._scopes
        nearest = exact or min(summing, key=lambda scope: self._distance(scope, values))
        lines = nearest.first, at
        self._totals.append(_Total(at=at, placed=placed, lines=lines, is_exact=exact is not None))
        self._block, self._group, self._key = self._beginning(at + 1), self._beginning(at + 1), None

    def _look_below(self) -> None:
        """Let the last total sum the lines below it where it is their sum, or where none stands above."""
        one = self._totals[-1] if self._totals else None
        if one is not None and not one.is_exact and self._block.lines:
            stands_above = self._lines[0] > one.at
            values = {name: value for name, (value, _) in one.placed.items()}
            if stands_above or self._is_sum(self._block, values):
                one.lines = one.at + 1, self._lines[-1] + 1

    def claims(self) -> Iterator[TotalLine]:
        """Yield what each total says, after the last line."""
        if not self._totals:
            return
        self._add_up()
        self._look_below()
        for one in self._totals:
            first, last = one.lines
            covers_all = not self._lines or (first <= self._lines[0] and last > self._lines[-1])
            yield TotalLine(placed=one.placed, lines=None if covers_all and not self.by_group else one.lines)
