"""The year in numbers: mergeable parts inside, figures outside."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cached_property
from typing import Self

from attrs import frozen

from ppid_core.argument import refuse_other
from ppid_core.errors import CountedTwiceError, SeveralScopesError
from ppid_core.glossary.vocabulary import same
from ppid_core.model import OVERLAPPING, Absent, Breakdown, Dimension, Reason, Register
from ppid_core.summary.figures import PARTS_OF, Figure, Tree, counts_applicants, figures_of
from ppid_core.summary.notebook import TextPage, summary_html, summary_line
from ppid_core.summary.register import RegisterFigures
from ppid_core.summary.rows import WORDED
from ppid_core.summary.tally import Scope, Tally

_UNKNOWN = Absent(Reason.NO_CATEGORY)


@frozen(kw_only=True)
class Summary:
    """The figures of one body's year, or of many (*ringkasan*): a commutative monoid under `merge`.

    A summary of several bodies or years merges like any other, but has no figures of its own: bodies
    differ in what they record, so their figures are not those of one larger body. Asking for one raises.

    >>> from ppid_core import Dossier
    >>> summary = Dossier.open("examples/kota-serang-2020").summary
    >>> summary.figure("requests.by_outcome.refused")
    53

    Attributes:
        parts: what is stored of each body and year, sorted; ``Summary()`` is the identity.
    """

    parts: tuple[tuple[Scope, Tally], ...] = ()

    def _repr_html_(self) -> str:
        """Return the main figures, as a notebook shows them."""
        return summary_html(self.parts)

    def _repr_pretty_(self, page: TextPage, *_: object) -> None:
        """Say on one line whose year it is, where a notebook keeps text: categories are typed."""
        page.text(f"Summary: {summary_line(self.parts)}")

    def merge(self, *others: Self) -> Self:
        """Return all as one; parts of the same scope are batches of one register, and are added.

        Raises:
            CountedTwiceError: two of them have counted the same file or batch.
        """
        grouped: dict[Scope, list[tuple[Scope, Tally]]] = {}
        for one in (self, *others):
            for scope, tally in one.parts:
                grouped.setdefault(scope, []).append((scope, tally))
        return type(self)(parts=tuple(_added(grouped[scope]) for scope in sorted(grouped)))

    @property
    def scope(self) -> Scope | None:
        """Whose year it is, None where it is not of exactly one."""
        return self.parts[0][0] if len(self.parts) == 1 else None

    @cached_property
    def figures(self) -> Mapping[str, Tree]:
        """Every figure, under the names of the summary JSON; unknown ones are `Absent`.

        Raises:
            SeveralScopesError: it is of several bodies or years.
        """
        if len(self.parts) > 1:
            raise SeveralScopesError(f"{scope.body} {scope.year}".strip() for scope, _ in self.parts)
        return figures_of(*self.parts[0]) if self.parts else {}

    def figure(self, path: str) -> Figure:
        """Return the figure at ``path`` ("objections.total"); what lies below an absent one is absent too.

        A category that nobody names is absent, unless its breakdown says that every row names one. A month
        is named by its number ("requests.by_month.2"), what no list holds by its words, in any case.
        """
        found: Figure = self.branch(path)
        return found

    def number(self, path: str) -> int | Decimal | Absent:
        """Return the number at ``path``, or why there is none.

        >>> from ppid_core import Dossier
        >>> Dossier.open("examples/kota-serang-2020").summary.number("compliance.disclosed")
        199

        Raises:
            TypeError: the path leads to a breakdown.
        """
        found = self.figure(path)
        if isinstance(found, int | Decimal | Absent):
            return found
        raise TypeError(f"{path} is a breakdown, not a number: ask for its parts")

    def parts_of(self, path: str) -> Mapping[str, int] | Absent:
        """Return the categories of the breakdown at ``path`` with their numbers, or why there are none.

        >>> from ppid_core import Dossier
        >>> Dossier.open("examples/kota-serang-2020").summary.parts_of("disputes.by_result")["mediated"]
        4

        Raises:
            TypeError: the path leads to a number, or to months.
        """
        found = self.figure(path)
        if isinstance(found, Mapping | Absent):
            return found
        raise TypeError(f"{path} is a number or goes by month, not a breakdown by category")

    def branch(self, path: str) -> Tree:
        """Return whatever stands at ``path`` in the summary JSON: a figure, or all that lies below it."""
        return _at(self.figures, path)

    def whole(self, path: str) -> int | Absent:
        """Return what the breakdown at ``path`` divides: its register, or a part of that."""
        part = PARTS_OF.get(path)
        total: int | Absent = self.branch(f"{path.partition('.')[0]}.total")
        known: int | Absent = self.branch(part) if part else total
        if not isinstance(known, Absent):
            return known
        parts = self.branch(path)
        if part is None or isinstance(parts, Absent):
            return total
        # Where nothing else tells how many had a reason, the reasons together do.
        return min(_sum(parts), total) if isinstance(total, int) else _sum(parts)

    def repeats_requests(self, breakdown: Breakdown) -> bool:
        """Tell whether a breakdown of applicants says again what is said of requests: rows count both."""
        if breakdown.register is not Register.APPLICANTS or len(self.parts) != 1:
            return False
        of_requests = self.figure(f"{Register.REQUESTS}.{breakdown.step}")
        is_same = bool(self.figure(breakdown.path) == of_requests)
        return is_same and counts_applicants(RegisterFigures(tally=self.parts[0][1].requests))

    def exceeds(self, path: str) -> bool:
        """Tell whether the parts at ``path`` add up to more than their whole (*melebihi jumlahnya*).

        Such figures contradict each other: they are told as they are, and no share of them is.
        """
        parts, whole = self.branch(path), self.whole(path)
        if isinstance(parts, Absent) or not isinstance(whole, int):
            return False
        if _is_overlapping(path):
            return any(number > whole for number in parts.values())
        return _sum(parts) > whole


def _is_overlapping(path: str) -> bool:
    """Tell whether one case may fall into several parts of the breakdown at ``path``."""
    return path.rpartition(".by_")[2] in OVERLAPPING


def _sum(parts: Mapping[str, int] | tuple[int | None, ...]) -> int:
    numbers = parts.values() if isinstance(parts, Mapping) else parts
    return sum(number for number in numbers if number is not None)


def _at(tree: Tree, path: str) -> Tree:
    if isinstance(tree, tuple):
        month = int(path) - 1 if path.isdecimal() else len(tree)
        figure = tree[month] if 0 <= month < len(tree) else None
        return _UNKNOWN if figure is None else figure
    if not isinstance(tree, Mapping):
        return tree if isinstance(tree, Absent) else _UNKNOWN
    if path in tree:
        return tree[path]
    # Names of agencies and occupations hold dots themselves, so what is left is looked up whole first.
    dots = (at for at, letter in enumerate(path) if letter == "." and path[:at] in tree)
    at = next(dots, None)
    if at is None:
        return _UNKNOWN
    step, rest = path[:at], path[at + 1 :]
    return _at(tree[step], _as_named(step, tree[step], rest))


def _as_named(step: str, breakdown: Tree, category: str) -> str:
    """Return the category as the breakdown names it: words are the same in any case."""
    along = step.removeprefix("by_")
    if along == step or along not in WORDED or not isinstance(breakdown, Mapping) or category in breakdown:
        return category
    dimension = Dimension(along)
    wanted = same(dimension, category)
    return next((name for name in breakdown if same(dimension, name) == wanted), category)


def _added(parts: Sequence[tuple[Scope, Tally]]) -> tuple[Scope, Tally]:
    """Return batches of one scope as one; of two ways to type its name the first in the alphabet."""
    ids = Counter(mark for _, tally in parts for mark in tally.counted.values)
    if twice := sorted(mark for mark, number in ids.items() if number > 1):
        raise CountedTwiceError(twice)
    scope = min((scope for scope, _ in parts), key=lambda scope: scope.body)
    first, *rest = (tally for _, tally in parts)
    return scope, first.merge(*rest) if rest else first


def merge(*summaries: Summary) -> Summary:
    """Return the summaries as one; the order does not matter.

    >>> from ppid_core import Dossier, merge
    >>> rows = {"laporan": [{"kunci": "tahun", "isi": 2023}], "permohonan": [{"kanal": "website"}]}
    >>> merge(*(Dossier.from_rows(rows, batch=part).summary for part in "ab")).figure("requests.total")
    2

    Raises:
        ArgumentError: one of them is none, as where a list of them is given.
        CountedTwiceError: two of them have counted the same file or batch.
    """
    for one in summaries:
        refuse_other("summaries", one, Summary, "Summary: merge(*summaries)")
    return Summary().merge(*summaries)
