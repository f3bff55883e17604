"""Figures as rows, one a number: what a table of figures, a frame or another program stacks and filters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from attrs import fields, frozen

from ppid_core.model import Absent, Dimension, FigureUnit, Reason, Register, ReportingPeriod
from ppid_core.summary.delivery import OF_A_PERIOD
from ppid_core.summary.figures import MEASURES, Tree, counts_applicants, figures_of, told_figures
from ppid_core.summary.joint import AND, JointTable
from ppid_core.summary.register import RegisterFigures
from ppid_core.summary.response import AT_AGENCY, OF_A_PART
from ppid_core.summary.summary import Summary
from ppid_core.summary.tally import Scope, Tally

_BY, _JOINT = "by_", "joint"
_WHOLE = ("", "")
_TIMED, _STANDARD, _CLASS = "requests.response_time", "requests.standard_time", "class"
_STANDING = "requests.standing"
_TOLD_OF_PARTS = {
    **{f"{_TIMED}.by_{name}": OF_A_PART for name in ("agency", "outcome", "information")},
    f"{_STANDING}.by_agency": AT_AGENCY,
    "compliance.by_period": OF_A_PERIOD,
}
"""What is told of each part of a breakdown whose parts are no single numbers."""
_COUNTED = frozenset({"count", "closed_in_time", "closed_late"})
_WHOLES = {_TIMED: f"{_TIMED}.count", "compliance": "compliance.disclosed"}
"""What breakdowns divide that are not of a register's total."""
_NAMES = {_CLASS: str(Dimension.TIME)}
_DIMENSIONS = {
    _TIMED: (_CLASS, "agency", "outcome"),
    "compliance": ("agency", "type", "category"),
    "public_information": ("category",),
    "exempt_information": ("letter",),
}
"""Along what a group is broken down that is absent as a whole."""
_UNITS = {
    "budget": str(FigureUnit.RUPIAH),
    "staff": str(FigureUnit.PERSONS),
    "compliance.agencies": "agencies",
    "compliance.reporting_agencies": "agencies",
    "compliance.silent": "agencies",
    "compliance.late": "agencies",
    "compliance.types": "types",
    "compliance": "cells",
    "public_information": "entries",
    "exempt_information": "entries",
}


@frozen(kw_only=True)
class TidyFigure:
    """One number of a summary, or why there is none (*satu angka*).

    >>> from ppid_core import Dossier
    >>> from ppid_core.summary import tidy_figures
    >>> first = next(iter(tidy_figures(Dossier.open("examples/kota-serang-2020").summary)))
    >>> first.measure, first.year, first.value
    ('requests.total', 2020, 84)

    Attributes:
        body: name of the public body.
        year: the year.
        period: the part of it that is told: ``year``, ``semester_1`` … (`YearPart`).
        measure: what was counted, as its path in the summary JSON; of a breakdown, what that divides.
        dimension: along what the number is a part; "" for the whole.
        category: the part, a slug, a key or, of an open list, its words; months are "1" to "12".
        second_dimension: of a joint count, along what else it is a part.
        second_category: that part.
        value: the number; None where it is absent.
        unit: in what it is measured, a slug: the register for what is counted case by case, ``applicants``
            also of requests whose rows count these; ``working_days``, ``share`` (1 for all), ``rupiah``,
            ``agencies``, ``types``, ``cells``, ``entries``, ``persons``, ``visits``.
        reason: the slug of why it is absent (`Reason`); "" where it is known.
    """

    body: str
    year: int
    period: str
    measure: str
    dimension: str = ""
    category: str = ""
    second_dimension: str = ""
    second_category: str = ""
    value: int | Decimal | None
    unit: str
    reason: str = ""


FIGURE_COLUMNS = tuple(attribute.name for attribute in fields(TidyFigure))
"""What the columns of a table of figures are called, in this order; no language changes them."""


def tidy_figures(summary: Summary) -> Iterator[TidyFigure]:
    """Yield each number of a summary as a row, in the order of the summary JSON.

    A summary of several years or bodies yields one after the other: that is how years are stacked. An absent
    breakdown is one row without a category; below an absent group each of its measures is a row of its own,
    so that no year lacks a measure. Joint counts, which only totals tell, follow what else is told of their
    register as rows with a second dimension. Open cases (``oldest_open``) are lines of a register, not
    figures.

    >>> from ppid_core import Dossier
    >>> from ppid_core.summary import tidy_figures
    >>> rows = list(tidy_figures(Dossier.open("examples/kota-serang-2020").summary))
    >>> [(row.category, row.value) for row in rows if row.dimension == "outcome" and row.value][:3]
    [('granted', 5), ('partly_granted', 22), ('refused', 53)]
    >>> [(row.value, row.reason) for row in rows if row.measure == "suits.total" and not row.dimension]
    [(None, 'not_kept')]

    Args:
        summary: the figures; of a public edition, those of `Report.summary`.
    """
    for scope, tally in summary.parts:
        scribe = _Scribe(scope=scope, tally=tally)
        for name, tree in told_figures(figures_of(scope, tally)).items():
            if isinstance(tree, Mapping | Absent):
                yield from scribe.below(name, tree)


@frozen(kw_only=True)
class _Scribe:
    """Writes the rows of one body's year."""

    scope: Scope
    tally: Tally

    def below(self, path: str, tree: Tree) -> Iterator[TidyFigure]:
        """Yield what stands at ``path``, and below it."""
        group, _, step = path.rpartition(".")
        if step == _JOINT:
            yield from self._joint(f"{group}.total", tree)
        elif step.startswith(_BY):
            yield from self._broken_down(group, step.removeprefix(_BY), tree)
        elif isinstance(tree, Mapping):
            for name, branch in tree.items():
                yield from self.below(f"{path}.{name}", branch)
        elif isinstance(tree, Absent) and path not in MEASURES:
            yield from (self._row(one, tree) for one in MEASURES if one.startswith(f"{path}."))
            for name in _DIMENSIONS.get(path, ()):
                yield from self._broken_down(path, name, tree)
        elif path in MEASURES and tree is not None:
            yield self._row(path, tree)

    def _joint(self, measure: str, tables: Mapping[str, JointTable]) -> Iterator[TidyFigure]:
        """Yield the joint counts of a register, as its totals tell them."""
        for name, table in tables.items():
            one, _, other = name.partition(AND)
            for first, row in table.items():
                for second, number in row.items():
                    yield self._row(measure, number, (one, first), (other, second))

    def _broken_down(self, group: str, dimension: str, parts: Tree) -> Iterator[TidyFigure]:
        """Yield the parts of a breakdown; of times and of what agencies did, each measure of each part."""
        names = _TOLD_OF_PARTS.get(f"{group}.{_BY}{dimension}", ())
        measures = [f"{group}.{name}" for name in names]
        if not names:
            measure, dimension = _WHOLES.get(group, f"{group}.total"), _NAMES.get(dimension, dimension)
            for category, value in self._categories(parts):
                yield self._row(measure, value, (dimension, category))
        elif isinstance(parts, Absent):
            yield from (self._row(measure, parts, (dimension, "")) for measure in measures)
        else:
            for category, told in parts.items():
                for name, measure in zip(names, measures, strict=True):
                    yield self._row(measure, told[name], (dimension, category))

    def _categories(self, parts: Tree) -> Iterator[tuple[str, Tree]]:
        """Yield each category with its number: a month of the period that nobody names has none."""
        if isinstance(parts, Absent):
            yield "", parts
        elif isinstance(parts, Mapping):
            yield from parts.items()
        else:
            for month in ReportingPeriod(self.scope.year, self.scope.part).part.months:
                number = parts[month - 1]
                yield str(month), Absent(Reason.NO_CATEGORY) if number is None else number

    def _row(
        self, measure: str, value: Tree, part: tuple[str, str] = _WHOLE, second: tuple[str, str] = _WHOLE
    ) -> TidyFigure:
        is_absent = isinstance(value, Absent)
        return TidyFigure(
            body=self.scope.body,
            year=self.scope.year,
            period=str(self.scope.part),
            measure=measure,
            dimension=str(part[0]),
            category=part[1],
            second_dimension=str(second[0]),
            second_category=second[1],
            value=None if is_absent else value,
            unit=self._unit(measure),
            reason=str(value.reason) if is_absent else "",
        )

    def _unit(self, measure: str) -> str:
        register, _, step = measure.rpartition(".")
        if register in {_TIMED, _STANDARD, f"{_TIMED}.percentiles"} and step not in _COUNTED:
            return FigureUnit.WORKING_DAYS
        if step.startswith("share") or step == "absorption":
            return "share"
        if measure in _UNITS or register in _UNITS:
            return _UNITS.get(measure) or _UNITS[register]
        name = measure.partition(".")[0]
        is_of_applicants = name == Register.REQUESTS and counts_applicants(
            RegisterFigures(tally=self.tally.requests)
        )
        return Register.APPLICANTS if is_of_applicants else name
