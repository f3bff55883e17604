"""A year beside those before it: where each figure comes from, what it rose or fell by, where it breaks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from itertools import pairwise

from attrs import evolve, field, frozen

from ppid_core.deadlines import report_due_for
from ppid_core.errors import CalendarRangeError, NotInForceError
from ppid_core.law import Lawbook
from ppid_core.model import Absent, Aggregate, Reason, Register, ReportingPeriod, ServiceYear
from ppid_core.model.lineage import in_force
from ppid_core.summary.figures import counts_applicants
from ppid_core.summary.frame import PeriodFrame
from ppid_core.summary.register import RegisterFigures, ratio
from ppid_core.summary.rows import lines_tally, listed
from ppid_core.summary.summary import Summary
from ppid_core.summary.tally import RegisterTally, Tally
from ppid_core.writing.numbers import EXACT

MOST_YEARS = 5
"""So many years stand beside each other, the report's own among them."""
SMALLEST_BASE = 10
"""Of a smaller figure no percentage of change is told: it says more than is known."""
_PLACES = 4
Number = int | Decimal


@frozen(kw_only=True)
class EarlierYear:
    """An earlier year of the same body, with its figures (*tahun sebelumnya*).

    >>> from ppid_core import Dossier
    >>> keys = {"tahun": 2022, "badan.nama": "Pemerintah Kota Contoh"}
    >>> tables = {"laporan": [{"kunci": key, "isi": value} for key, value in keys.items()]}
    >>> last = Dossier.from_rows({**tables, "permohonan": [{"nomor": 1}]})
    >>> last.counted.summary.figure("requests.total")
    1

    Attributes:
        year: the year.
        summary: its figures, as they stood on the day of its own report.
    """

    year: ServiceYear
    summary: Summary


class Origin(StrEnum):
    """Where the figure of a year comes from."""

    REPORT = "report"
    """The report of that year."""
    TYPED = "typed"
    """A line of comparison in a later one."""


class BreakKind(StrEnum):
    """Why figures of two years are not of the same thing."""

    LAW = "law"
    UNIT = "unit"
    AGENCIES = "agencies"


@frozen(kw_only=True)
class Break:
    """What makes figures of a year others than those of the year before it (*patahan*).

    Attributes:
        year: the first year that is counted otherwise.
        before: by what the year before was counted; of a law its name, of agencies their codes.
        after: by what this one is.
    """

    year: int
    kind: BreakKind
    before: tuple[str, ...]
    after: tuple[str, ...]


@frozen(kw_only=True)
class YearFigure:
    """The figure of one year (*angka setahun*)."""

    year: int
    value: Number | Absent
    origin: Origin = Origin.REPORT


@frozen(kw_only=True)
class Series:
    """One figure over the years (*deret*).

    >>> from ppid_core import Dossier
    >>> lines = [{"apa": "permohonan", "jumlah": 84}, {"apa": "permohonan", "jumlah": 61, "tahun": 2022}]
    >>> work = Dossier.from_rows({"laporan": [{"kunci": "tahun", "isi": 2023}], "rekap": lines})
    >>> series = work.history.series("requests.total")
    >>> series.before, series.change, series.growth
    (61, 23, Decimal('0.3770'))

    Attributes:
        path: of the figure.
        points: of each year of which anything is known, the report's own last; never more than five.
        breaks: where they are not of the same thing.
    """

    path: str
    points: tuple[YearFigure, ...]
    breaks: tuple[Break, ...] = ()

    @property
    def latest(self) -> Number | Absent:
        """The figure of the report's own year."""
        return self.points[-1].value

    @property
    def before(self) -> Number | Absent:
        """That of the year before; absent where nobody says it."""
        year = self.points[-1].year - 1
        known = (point.value for point in self.points if point.year == year)
        return next(known, Absent(Reason.NO_BASE, str(year)))

    @property
    def change(self) -> Number | Absent:
        """What it rose by, negative where it fell; absent as the one of the two figures that is."""
        now, before = self.latest, self.before
        if isinstance(now, Absent):
            return now
        if isinstance(before, Absent):
            return before
        if isinstance(now, int) and isinstance(before, int):
            return now - before
        return EXACT.subtract(Decimal(now), Decimal(before))

    @property
    def growth(self) -> Decimal | Absent:
        """The change as a share of the year before, 1 for all of it; absent on a base under ten."""
        change, before = self.change, self.before
        if isinstance(change, Absent):
            return change
        if isinstance(before, Absent):
            return before
        return Absent(Reason.SMALL_BASE) if before < SMALLEST_BASE else ratio(change, before, _PLACES)


@frozen(kw_only=True, slots=False)
class History:
    """A year and those before it (*riwayat*): each figure as a series.

    A year of which there is no report is told by lines of comparison (*rekap*, *tahun*) of the newest one
    that has any.

    >>> from ppid_core import Dossier
    >>> history = Dossier.open("examples/kota-serang-2020").evidence.history
    >>> list(history.reports), history.own.year.period.year
    ([], 2020)

    Attributes:
        own: the year of the report.
        previous: those before it, the newest first.
        law: by which each was judged.
    """

    own: EarlierYear
    previous: tuple[EarlierYear, ...] = ()
    law: Lawbook = field(repr=False)

    @cached_property
    def reports(self) -> Mapping[int, EarlierYear]:
        """The reports of earlier years that cover the same part of theirs, the newest first."""
        part = self.own.year.period.part
        comparable = (one for one in self.previous if one.year.period.part is part)
        return {one.year.period.year: one for one in comparable}

    @cached_property
    def _typed(self) -> Mapping[int, EarlierYear]:
        """The years of which only lines of comparison tell."""
        found: dict[int, EarlierYear] = {}
        for one in (self.own, *self.reports.values()):
            for year in dict.fromkeys(line.year for line in one.year.aggregates):
                if year is not None and year not in found:
                    found[year] = typed_year(one, year)
        return found

    @cached_property
    def years(self) -> Mapping[int, tuple[EarlierYear, Origin]]:
        """The years of which anything is known, the oldest first and the report's own last."""
        latest = self.own.year.period.year
        known = {year: (one, Origin.TYPED) for year, one in self._typed.items()}
        known |= {year: (one, Origin.REPORT) for year, one in self.reports.items()}
        told = [year for year in sorted(known) if latest - MOST_YEARS < year < latest]
        return {year: known[year] for year in told} | {latest: (self.own, Origin.REPORT)}

    @property
    def last(self) -> EarlierYear | None:
        """The report of the year before, or what lines of comparison say of it; None where nothing does."""
        known = self.years.get(self.own.year.period.year - 1)
        return None if known is None else known[0]

    @property
    def last_report(self) -> EarlierYear | None:
        """The report of the year before, of the same part of it; None where there is none."""
        return self.reports.get(self.own.year.period.year - 1)

    def series(self, path: str) -> Series:
        """Return the figure at ``path`` over the years.

        >>> from ppid_core import Dossier
        >>> series = Dossier.open("examples/kota-serang-2020").history.series("requests.total")
        >>> series.latest, series.before.reason.value
        (84, 'no_base')

        Raises:
            TypeError: the path leads to a breakdown.
        """
        points = tuple(
            YearFigure(year=year, value=one.summary.number(path), origin=origin)
            for year, (one, origin) in self.years.items()
        )
        return Series(path=path, points=points, breaks=tuple(self._breaks(path)))

    def _breaks(self, path: str) -> Iterator[Break]:
        for earlier, later in pairwise(self.years):
            for kind in _kinds(path):
                before, after = self._counted_by(kind, earlier), self._counted_by(kind, later)
                if before and after and before != after:
                    yield Break(year=later, kind=kind, before=before, after=after)

    def _counted_by(self, kind: BreakKind, year: int) -> tuple[str, ...]:
        """Return by what a year is counted; nothing where that is not known."""
        one, origin = self.years[year]
        if kind is BreakKind.LAW:
            return self._standard(year)
        if origin is Origin.TYPED:
            return ()
        if kind is BreakKind.UNIT:
            return _unit(one.summary)
        day = one.year.period.last_day
        known = (agency for agency in listed(one.year.agencies) if in_force(agency, day))
        return tuple(sorted(f"{agency.code} {agency.name}" for agency in known))

    def _standard(self, year: int) -> tuple[str, ...]:
        try:
            return (self.law.report_standard.at(report_due_for(year, self.law)).value,)
        except (NotInForceError, CalendarRangeError):
            return ()


_OF_AGENCIES = ("compliance.", "requests.by_agency.", "requests.standing.", "objections.by_agency.")


def _kinds(path: str) -> Iterator[BreakKind]:
    """Yield what may make figures at ``path`` others than they were."""
    yield BreakKind.LAW
    if path.startswith("requests."):
        yield BreakKind.UNIT
    if path.startswith(_OF_AGENCIES):
        yield BreakKind.AGENCIES


def _unit(summary: Summary) -> tuple[str, ...]:
    tally = summary.parts[0][1].requests
    if not tally.is_recorded:
        return ()
    is_of_applicants = counts_applicants(RegisterFigures(tally=tally))
    return (str(Register.APPLICANTS if is_of_applicants else Register.REQUESTS),)


def comparison_lines(year: ServiceYear, of: int) -> tuple[Aggregate, ...]:
    """Return what aggregate lines say of another year, as if they were of that year's own report."""
    return tuple(evolve(line, year=None) for line in year.aggregates if line.year == of)


def typed_year(one: EarlierYear, of: int) -> EarlierYear:
    """Return the year that lines of comparison in the report ``one`` tell of."""
    year = ServiceYear(
        period=ReportingPeriod(of, one.year.period.part),
        body=one.year.body,
        aggregates=comparison_lines(one.year, of),
    )
    frame = PeriodFrame(reporting=year.period)
    ((scope, _),) = one.summary.parts

    def told(register: Register) -> RegisterTally:
        return lines_tally(year, register, frame)

    tally = Tally(
        requests=told(Register.REQUESTS),
        applicants=told(Register.APPLICANTS),
        complaints=told(Register.COMPLAINTS),
        objections=told(Register.OBJECTIONS),
        disputes=told(Register.DISPUTES),
        suits=told(Register.SUITS),
    )
    return EarlierYear(year=year, summary=Summary(parts=((evolve(scope, year=of), tally),)))
