"""The year in numbers: mergeable parts inside, figures outside."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property, reduce
from typing import Self

from attrs import frozen

from ppid_core.model import Absent, Reason
from ppid_core.summary.figures import Tree, figures_of
from ppid_core.summary.tally import Scope, Tally

UNKNOWN = Absent(Reason.NO_CATEGORY)


@frozen(kw_only=True)
class Summary:
    """The figures of one body's year, or of many (*ringkasan*): a commutative monoid under `merge`.

    A summary of several bodies or years merges like any other, but has no figures of its own: bodies
    differ in what they record, so their figures are not those of one larger body.

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

    @cached_property
    def figures(self) -> Mapping[str, Tree]:
        """Every figure, under the names of the summary JSON; unknown ones are `Absent`."""
        return figures_of(*self.parts[0]) if len(self.parts) == 1 else {}

    def figure(self, path: str) -> Tree:
        """Return the figure at ``path`` ("objections.total"); what lies below an absent one is absent too.

        A category that nobody names is absent, unless its breakdown says that every row names one. A month
        is named by its number ("requests.by_month.2").
        """
        return _at(self.figures, path)


def _at(tree: Tree, path: str) -> Tree:
    if isinstance(tree, tuple):
        month = int(path) - 1 if path.isdecimal() else len(tree)
        figure = tree[month] if 0 <= month < len(tree) else None
        return UNKNOWN if figure is None else figure
    if not isinstance(tree, Mapping):
        return tree if isinstance(tree, Absent) else UNKNOWN
    if path in tree:
        return tree[path]
    # Names of agencies and occupations hold dots themselves, so what is left is looked up whole first.
    step, dot, rest = path.partition(".")
    return _at(tree[step], rest) if dot and step in tree else UNKNOWN


def merge(*summaries: Summary) -> Summary:
    """Return the summaries as one; the order does not matter."""
    return reduce(Summary.merge, summaries, Summary())
