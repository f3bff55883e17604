"""The figures of one register: rows where there are any, else its aggregate lines."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from attrs import frozen

from ppid_core.model import Absent, Reason
from ppid_core.summary.tally import RegisterTally

NOT_RECORDED = "not_recorded"
Breakdown = Mapping[str, int]


@frozen(kw_only=True)
class RegisterFigures:
    """One register of one body, read from its tally."""

    tally: RegisterTally

    @property
    def total(self) -> int | Absent:
        """How many there were."""
        if self.tally.is_recorded:
            return self._counted()
        if self.tally.stated.pairs:
            return self._stated_total()
        return self._absence()

    def by(
        self, dimension: str, vocabulary: type[StrEnum] | None = None, whole: int | Absent | None = None
    ) -> Breakdown | Absent:
        """Return the breakdown along ``dimension``; what is not named is ``not_recorded``.

        Args:
            dimension: "outcome", "channel" …
            vocabulary: the closed list of categories; where every row names one, the others are 0.
            whole: the total it must add up to, where that is not the register's.
        """
        total = self.total if whole is None else whole
        if isinstance(total, Absent):
            return total
        parts = self._parts(dimension)
        rest = total - sum(parts.values())
        if rest < 0:
            return Absent(Reason.EXCEEDS_TOTAL)
        if total and not parts:
            return Absent(Reason.NO_CATEGORY)
        if rest:
            return {**parts, NOT_RECORDED: rest}
        return {member: parts.get(member, 0) for member in _words(vocabulary, parts)}

    def by_month(self, months: range) -> tuple[int | None, ...] | Absent:
        """Return twelve counts, None outside ``months``; absent where a row names no month."""
        total = self.total
        if isinstance(total, Absent):
            return total
        parts = self._parts("month")
        if total and not parts:
            return Absent(Reason.NO_CATEGORY)
        if sum(parts.values()) != total:
            rest_known = sum(parts.values()) < total
            return Absent(Reason.PART_OF_ROWS if rest_known else Reason.EXCEEDS_TOTAL)
        return tuple(parts.get(str(month), 0) if month in months else None for month in range(1, 13))

    def counted(self, key: str) -> int | Absent:
        """Return a count that only rows can tell, such as those carried over."""
        return self.tally.rows.get(key) if self.tally.is_recorded else Absent(self._row_reason())

    def stated_parts(self, dimension: str) -> Breakdown:
        """Return what the aggregate lines say; a line for the whole period wins over its months."""
        whole: dict[str, int] = {}
        monthly: dict[str, int] = {}
        for (line, category, month), number in self.tally.stated.pairs:
            if line == dimension:
                home = monthly if month else whole
                home[category] = home.get(category, 0) + number
        return {**monthly, **whole}

    def _parts(self, dimension: str) -> Breakdown:
        named = self.tally.rows.under(dimension) if self.tally.is_recorded else {}
        return named or self.stated_parts(dimension)

    def _counted(self) -> int | Absent:
        if self.tally.rows.get("unknown"):
            return Absent(Reason.PART_OF_ROWS)
        return self.tally.rows.get("total")

    def _stated_total(self) -> int | Absent:
        stated = self.tally.stated
        if any(key == ("total", "", "") for key, _ in stated.pairs):
            return stated.get("total", "", "")
        sums = {sum(self.stated_parts(line).values()) for line in {key[0] for key, _ in stated.pairs}}
        return sums.pop() if len(sums) == 1 else Absent(Reason.TOTALS_DIFFER)

    def _absence(self) -> Absent:
        reasons = self.tally.state.values
        return Absent(Reason(reasons[0])) if reasons else Absent()

    def _row_reason(self) -> Reason:
        return Reason.NO_ROWS if self.tally.stated.pairs else self._absence().reason


def _words(vocabulary: type[StrEnum] | None, parts: Breakdown) -> list[str]:
    known = [] if vocabulary is None else [str(member) for member in vocabulary]
    return [*known, *(part for part in parts if part not in known)]
