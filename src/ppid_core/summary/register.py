"""The figures of one register: rows where there are any, else its aggregate lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from attrs import frozen

from ppid_core.language import Bilingual
from ppid_core.model import (
    BREAKDOWNS,
    OFFLINE_CHANNELS,
    ONLINE_CHANNELS,
    OVERLAPPING,
    Absent,
    Channel,
    Dimension,
    Outcome,
    Reason,
)
from ppid_core.summary.joint import JointTable, tables_of
from ppid_core.summary.tally import LINES, ROWS, RegisterTally, absence
from ppid_core.writing.numbers import EXACT

NOT_RECORDED = "not_recorded"
"""The category of what nobody wrote down: every breakdown adds up to its total with it."""
UNREAD = "unread"
"""The category of what stands in the register and could not be read."""
UNNAMED: Mapping[str, Bilingual] = {
    UNREAD: Bilingual("tidak terbaca", "could not be read"),
    NOT_RECORDED: Bilingual("tidak tercatat", "not recorded"),
}
"""Categories of no list: what stands in the register and could not be read, and what nobody wrote down."""
_FOUR_PLACES = 4
_Parts = Mapping[str, int]

_SUBDIVISIONS = frozenset(one.dimension for one in BREAKDOWNS if one.of or one.is_overlapping)
"""Groups of a part of the register, or whose parts overlap: their sum is never the count."""
UNCOUNTED = "uncounted"
"""The line of the whole that says that its count is not recorded: then no group is the count."""
_NO_GROUPS = _SUBDIVISIONS | {UNCOUNTED}

COULD_BE: Mapping[str, frozenset[StrEnum]] = {
    Channel.ONLINE: frozenset(ONLINE_CHANNELS),
    Channel.OFFLINE: frozenset(OFFLINE_CHANNELS),
    Outcome.FULFILLED: frozenset({Outcome.GRANTED, Outcome.PARTLY_GRANTED}),
    Outcome.ANSWERED: frozenset(
        {
            Outcome.GRANTED,
            Outcome.PARTLY_GRANTED,
            Outcome.FULFILLED,
            Outcome.REFUSED,
            Outcome.NOT_HELD,
            Outcome.INCOMPLETE,
        }
    ),
}
"""What a vague word may stand for: where it was counted, the exact ones that nobody typed are not 0."""


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
        return self.absence

    @property
    def is_stated(self) -> bool:
        """Whether only aggregate lines tell of it: then each part is what they say, whatever the total."""
        return not self.tally.is_recorded and bool(self.tally.stated.pairs)

    @property
    def absence(self) -> Absent:
        """Why rows cannot tell something."""
        if LINES in self.tally.unread.values and not self.tally.stated.pairs:
            return Absent(Reason.UNREAD)
        return Absent(Reason.NO_ROWS) if self.tally.stated.pairs else absence(self.tally.state)

    def by(
        self, dimension: str, vocabulary: type[StrEnum] | None = None, whole: int | Absent | None = None
    ) -> _Parts | Absent:
        """Return the breakdown along ``dimension``; what is not named is ``unread`` or ``not_recorded``.

        A breakdown above its total keeps its figures, and so does one whose total is unknown.

        Args:
            dimension: "outcome", "channel" …
            vocabulary: the closed list of categories; where every row names one, the others are 0.
            whole: the total it must add up to, where that is not the register's.
        """
        total = self.total if whole is None else whole
        parts = self._in_words(dimension)
        if isinstance(total, Absent):
            return _ordered(vocabulary, parts) if self.is_stated and parts else total
        if dimension in OVERLAPPING:
            return self._overlapping(dimension, parts, total, vocabulary)
        rest = total - sum(parts.values())
        if rest < 0:
            return _ordered(vocabulary, parts)
        if total and not parts:
            return Absent(Reason.NO_CATEGORY)
        unnamed = UNREAD if self.is_stated and LINES in self.tally.unread.values else NOT_RECORDED
        if rest or parts.get(NOT_RECORDED):
            return _ordered(vocabulary, {**parts, unnamed: parts.get(unnamed, 0) + rest})
        if parts.get(UNREAD):
            return _ordered(vocabulary, parts)
        return _ordered(vocabulary, {**_zeros(vocabulary, parts), **parts})

    def _overlapping(
        self, dimension: str, parts: _Parts, total: int, vocabulary: type[StrEnum] | None
    ) -> _Parts | Absent:
        """Return a breakdown of which one case may be several parts: they need not add up to anything.

        Rows say which of them name none; of aggregate lines, at least what they fall short of is not named.
        """
        named = {part: number for part, number in parts.items() if part != NOT_RECORDED}
        if total and not named:
            return Absent(Reason.NO_CATEGORY)
        rest = total - sum(named.values())
        is_counted = bool(set(self.tally.rows.under(dimension)) - {NOT_RECORDED})
        unnamed = parts.get(NOT_RECORDED, 0) if is_counted else max(rest, 0)
        if unnamed:
            why = UNREAD if not is_counted and LINES in self.tally.unread.values else NOT_RECORDED
            return _ordered(vocabulary, {**named, why: unnamed})
        is_open = UNREAD in named or (not is_counted and rest < 0)
        return _ordered(vocabulary, named if is_open else {**_zeros(vocabulary, named), **named})

    def by_month(self, months: range, whole: int | Absent | None = None) -> tuple[int | None, ...] | Absent:
        """Return twelve counts, None outside ``months``; absent where a row names no month that can be read.

        Months that do not add up to the total leave those open that nobody names: None, not 0.

        Args:
            months: those of the period.
            whole: the total they must add up to, where that is not the register's.
        """
        named = self.by(Dimension.MONTH, whole=whole)
        if isinstance(named, Absent):
            return named
        if named.get(UNREAD):
            return Absent(Reason.UNREAD)
        if named.get(NOT_RECORDED):
            return Absent(Reason.PART_OF_ROWS)
        unnamed = 0 if sum(named.values()) == (self.total if whole is None else whole) else None
        return tuple(named.get(str(month), unnamed) if month in months else None for month in range(1, 13))

    def counted(self, key: str) -> int | Absent:
        """Return a count that only rows can tell, such as those carried over."""
        if not self.tally.is_recorded:
            return self.absence
        return Absent(Reason.UNREAD) if self._has_unread(key) else self.tally.rows.get(key)

    @property
    def is_uncounted(self) -> bool:
        """Whether a row that counts for the total, or for what was carried over, has an unread count."""
        return self._has_unread("total") or self._has_unread("carried_over")

    def _has_unread(self, key: str) -> bool:
        """Whether rows of such a standing have a count that could not be read."""
        is_hidden = ROWS in self.tally.unread.values and key == "total"
        return is_hidden or bool(self.tally.rows.get(UNREAD, key))

    def parts(self, dimension: str) -> _Parts:
        """Return what is named along ``dimension``: by rows, or where none names any by aggregate lines."""
        named = self.tally.rows.under(dimension) if self.tally.is_recorded else {}
        return named if set(named) - {NOT_RECORDED} else self._stated_parts(dimension) or named

    @property
    def joint(self) -> Mapping[str, JointTable]:
        """What aggregate lines count of two things at once; of cases that are kept, nothing is told so."""
        return tables_of(self.tally.joint) if self.is_stated else {}

    def _in_words(self, dimension: str) -> _Parts:
        """Return the same, each category that no list holds in the words in which it was typed most often."""
        typed: dict[str, tuple[int, int, str]] = {}
        for (line, category, word, *of_lines), number in self.tally.words.pairs:
            if line == dimension:
                place = (len(of_lines), -number, word)
                typed[category] = min(typed.get(category, place), place)
        return {
            typed[category][-1] if category in typed else category: number
            for category, number in self.parts(dimension).items()
        }

    def _stated_parts(self, dimension: str) -> _Parts:
        """Return what the aggregate lines say; a line for the whole period wins over its months."""
        whole: Counter[str] = Counter()
        monthly: Counter[str] = Counter()
        for (line, category, month), number in self.tally.stated.pairs:
            if line == dimension:
                home = monthly if month else whole
                home[category] += number
        if dimension == Dimension.MONTH and not whole:
            return self._months_of_groups()
        return {**monthly, **whole}

    def _months_of_groups(self) -> _Parts:
        """Return the months of a group whose every line names one; groups that differ tell none."""
        groups: dict[str, Counter[str]] = {}
        for (line, _, month), number in self.tally.stated.pairs:
            if line not in _NO_GROUPS:
                groups.setdefault(line, Counter())[month] += number
        told = [months for months in groups.values() if "" not in months]
        return told[0] if told and all(months == told[0] for months in told) else {}

    def _counted(self) -> int | Absent:
        if self._has_unread("total"):
            return Absent(Reason.UNREAD)
        if self.tally.rows.get("unknown"):
            return Absent(Reason.PART_OF_ROWS)
        return self.tally.rows.get("total")

    def _stated_total(self) -> int | Absent:
        groups = {key[0] for key, _ in self.tally.stated.pairs}
        if "total" in groups:
            return self.tally.stated.get("total", "", "")
        if UNCOUNTED in groups:
            return Absent(Reason.NO_COUNT)
        if LINES in self.tally.unread.values:
            return Absent(Reason.UNREAD)
        sums = {sum(self._stated_parts(group).values()) for group in groups - _NO_GROUPS}
        if not sums:
            return Absent()
        return sums.pop() if len(sums) == 1 else Absent(Reason.TOTALS_DIFFER)


def _zeros(vocabulary: type[StrEnum] | None, parts: _Parts) -> _Parts:
    """Return 0 for each word of the list, but for those that a vaguer word may stand for."""
    open_ = {word for vague, words in COULD_BE.items() if parts.get(vague) for word in words}
    return {str(word): 0 for word in vocabulary or () if word not in open_}


def _ordered(vocabulary: type[StrEnum] | None, parts: _Parts) -> _Parts:
    """Return ``parts`` in the order of the list; what is not on it comes after."""
    known = [str(word) for word in vocabulary or () if word in parts]
    unnamed = [word for word in UNNAMED if word in parts]
    others = (part for part in parts if part not in {*known, *unnamed})
    return {word: parts[word] for word in (*known, *others, *unnamed)}


def ratio(part: int | Decimal, whole: int | Decimal, places: int) -> Decimal:
    """Return ``part`` / ``whole`` exactly, rounded once, half up to ``places`` decimals.

    Raises:
        ZeroDivisionError: where ``whole`` is 0.
    """
    scaled = Fraction(part) / Fraction(whole) * 10**places
    return EXACT.scaleb(Decimal((2 * scaled + 1) // 2), -places)


def share(part: int | Decimal, whole: int | Decimal) -> Decimal | Absent:
    """Return ``part`` of ``whole``, 1 for all of it, rounded half up to four decimals."""
    return ratio(part, whole, _FOUR_PLACES) if whole else Absent(Reason.NOTHING_TO_SHARE)
