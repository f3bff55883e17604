"""The year in numbers: mergeable parts inside, figures outside."""

from __future__ import annotations

from collections.abc import Mapping
from functools import reduce
from typing import Self

from attrs import frozen

from ppid_core.model import Absent, Reason
from ppid_core.summary.figures import Tree, figures_of
from ppid_core.summary.tally import Scope, Tally


@frozen(kw_only=True)
class Summary:
    """The figures of one body's year, or of many (*ringkasan*): a commutative monoid under `merge`.

    Attributes:
        parts: what is stored of each body and year, sorted; ``Summary()`` is the identity.
    """

    parts: tuple[tuple[Scope, Tally], ...] = ()

    def merge(self, other: Self) -> Self:
        """Return both; parts of the same scope are added."""
        merged = dict(self.parts)
        for scope, tally in other.parts:
            merged[scope] = merged[scope].merge(tally) if scope in merged else tally
        return type(self)(parts=tuple(sorted(merged.items(), key=lambda part: part[0])))

    @property
    def scope(self) -> Scope | None:
        """Whose year it is, None where it is not of exactly one."""
        return self.parts[0][0] if len(self.parts) == 1 else None

    @property
    def figures(self) -> Mapping[str, Tree]:
        """Every figure, under the names of the summary JSON; unknown ones are `Absent`."""
        return figures_of(*self.parts[0]) if len(self.parts) == 1 else {}

    def figure(self, path: str) -> Tree:
        """Return the figure at ``path`` ("objections.total"); what lies below an absent one is absent too.

        A category that nobody names is absent, unless its breakdown says that every row names one.
        """
        found: Tree = self.figures
        for step in path.split("."):
            if isinstance(found, Absent):
                return found
            if not isinstance(found, Mapping) or step not in found:
                return Absent(Reason.NO_CATEGORY)
            found = found[step]
        return found


def merge(*summaries: Summary) -> Summary:
    """Return the summaries as one; the order does not matter."""
    return reduce(Summary.merge, summaries, Summary())
