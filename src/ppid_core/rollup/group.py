"""Bodies together: what those that tell a figure tell together, and how many they are."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cached_property

from attrs import frozen

from ppid_core.language import Bilingual
from ppid_core.model import Absent, CountUnit, Reason
from ppid_core.rollup.body_year import BodyYear, CodeCount
from ppid_core.rules import Severity
from ppid_core.summary import Summary, Tree, merge, ratio
from ppid_core.summary.parts import Counts
from ppid_core.summary.response import Histogram
from ppid_core.writing.numbers import EXACT

_TIMES = ("requests.response_time", "requests.timeliness", "requests.judged", "requests.share_in_time")
"""Figures that rest on a calendar."""
_BANDS: tuple[tuple[int, int | None], ...] = ((0, 0), (1, 9), (10, 99), (100, 999), (1_000, None))
"""The fewest and the most requests of each band of size."""
_FOUR_PLACES = 4


@frozen(kw_only=True)
class GroupTotal:
    """One figure of several bodies (*jumlah gabungan*).

    >>> from ppid_core import Dossier
    >>> from ppid_core.rollup import rollup
    >>> whole = rollup([Dossier.open("examples/kota-serang-2020")]).latest.whole
    >>> total = whole.total("suits.total")
    >>> total.number, total.told, total.of
    (Absent(reason=<Reason.NOT_KEPT: 'not_kept'>, detail=''), 0, 1)

    Attributes:
        number: what those that tell it come to; absent, for their commonest reason, where none does.
        told: how many bodies tell it.
        of: how many there are.
        reasons: why the others do not, the commonest first.
    """

    number: int | Decimal | Absent
    told: int
    of: int
    reasons: tuple[tuple[Reason, int], ...] = ()


@frozen(kw_only=True)
class GroupParts:
    """One breakdown of several bodies (*rincian gabungan*).

    >>> from ppid_core import Dossier
    >>> from ppid_core.rollup import rollup
    >>> year = rollup([Dossier.open("examples/kota-serang-2020")]).latest
    >>> year.whole.parts("disputes.by_result").parts["mediated"]
    4

    Attributes:
        parts: what those that tell it come to, category by category; what nobody names of theirs is among
            them.
        told: how many bodies tell it; one whose parts exceed their whole does not.
        of: how many there are.
        reasons: why the others do not.
    """

    parts: Mapping[str, int]
    told: int
    of: int
    reasons: tuple[tuple[Reason, int], ...] = ()

    @property
    def whole(self) -> int:
        """What the parts add up to."""
        return sum(self.parts.values())


@frozen(kw_only=True)
class GroupTimes:
    """The response times of several bodies, from their histograms put together (*waktu gabungan*).

    >>> from ppid_core import Dossier
    >>> from ppid_core.rollup import rollup
    >>> year = rollup([Dossier.open("examples/kabupaten-contoh-2024")]).latest
    >>> times = year.whole.times()
    >>> times.median, times.told, times.of
    (Decimal('7.0'), 1, 1)

    Attributes:
        answers: how many answers they count.
        median: of these, in working days; absent where nobody counts any.
        within_90: the working days within which nine of ten came; absent likewise.
        told: how many bodies have a histogram.
        of: how many there are.
        estimated: how many more have one that rests on days that no decree fixes yet; they are not in it.
        clocks: from which day days are counted; of several the answers differ in that.
    """

    answers: int
    median: Decimal | Absent
    within_90: int | Absent
    told: int
    of: int
    estimated: int = 0
    clocks: tuple[str, ...] = ()


@frozen(kw_only=True)
class SizeBand:
    """Bodies with about as many requests (*kelompok ukuran*).

    >>> from ppid_core import Dossier
    >>> from ppid_core.rollup import rollup
    >>> year = rollup([Dossier.open("examples/kabupaten-contoh-2024")]).latest
    >>> [(band.least, band.most) for band in year.whole.bands() if band.bodies]
    [(10, 99)]

    Attributes:
        least: the fewest requests.
        most: the most; None where there is no end.
        bodies: how many bodies.
        requests: how many requests they have together.
    """

    least: int
    most: int | None
    bodies: int
    requests: int


@frozen(kw_only=True)
class CodeTotal:
    """What one rule found in several bodies (*hasil menurut kode*).

    >>> from ppid_core import Dossier
    >>> from ppid_core.rollup import rollup
    >>> year = rollup([Dossier.open("examples/kota-serang-2020")]).latest
    >>> [(found.bodies, found.judged) for found in year.whole.codes if found.code == "T101"]
    [(1, 1)]

    Attributes:
        title: what is asked.
        bodies: in how many it found something.
        judged: in how many it could be asked.
        count: how many findings.
        affected: for how many cases they stand.
        example: the first finding of the body that comes first by name.
        example_body: that body.
    """

    code: str
    severity: Severity
    title: Bilingual
    bodies: int
    judged: int
    count: int
    affected: int
    example: Bilingual
    example_body: str


@frozen(kw_only=True, slots=False)
class BodyGroup:
    """Several bodies' years (*kelompok badan publik*), each of them once.

    >>> from ppid_core import Dossier
    >>> from ppid_core.rollup import rollup
    >>> whole = rollup([Dossier.open("examples/kabupaten-contoh-2024")]).latest.whole
    >>> whole.total("requests.total").number == whole.members[0].figure("requests.total")
    True

    Attributes:
        key: a slug; of a province its name.
        label: what it is called.
        rank: what sorts it among the groups of any year.
        members: in official order.
    """

    key: str = ""
    label: Bilingual = Bilingual("", "")
    rank: tuple[str, str] = ("", "")
    members: tuple[BodyYear, ...] = ()

    @cached_property
    def summary(self) -> Summary:
        """The figures of all, merged."""
        return merge(*(one.summary for one in self.members))

    def total(self, path: str, unit: CountUnit = CountUnit.REQUEST) -> GroupTotal:
        """Return the figure at ``path`` of those that tell it.

        Args:
            path: of a number that can be added up.
            unit: which requests are added; those that are counted in another unit are none of them.
        """
        told: list[int | Decimal] = []
        reasons: list[Absent] = []
        for value in self._values(path, unit):
            (reasons if isinstance(value, Absent) else told).append(value)
        number = _sum(told) if told else _commonest(reasons)
        return GroupTotal(number=number, told=len(told), of=len(self.members), reasons=_counted(reasons))

    def parts(self, path: str, unit: CountUnit = CountUnit.REQUEST) -> GroupParts:
        """Return the breakdown at ``path`` of those that tell it, category by category."""
        added: defaultdict[str, int] = defaultdict(int)
        reasons: list[Absent] = []
        for one in self.members:
            value = one.figure(path, unit)
            if isinstance(value, Absent):
                reasons.append(value)
            elif one.summary.exceeds(path):
                reasons.append(Absent(Reason.EXCEEDS_TOTAL))
            else:
                for category, number in value.items():
                    added[category] += number
        told = len(self.members) - len(reasons)
        return GroupParts(parts=dict(added), told=told, of=len(self.members), reasons=_counted(reasons))

    def times(self, unit: CountUnit = CountUnit.REQUEST) -> GroupTimes:
        """Return the response times of those that have a histogram of them."""
        having = [one for one in self._in_unit(unit) if one.tally.requests.days.under()]
        timed = [one for one in having if not one.is_estimated]
        days = Counts().merge(*(one.tally.requests.days for one in timed))
        histogram = Histogram.of(days.under().items())
        answers = histogram.count
        nothing = Absent(Reason.NO_DATES)
        return GroupTimes(
            answers=answers,
            median=histogram.median if answers else nothing,
            within_90=histogram.percentile(90) if answers else nothing,
            told=len(timed),
            of=len(self.members),
            estimated=len(having) - len(timed),
            clocks=tuple(sorted({clock for one in timed for clock in one.tally.requests.clocks.values})),
        )

    def in_time(self, unit: CountUnit = CountUnit.REQUEST) -> tuple[GroupTotal, GroupTotal]:
        """Return how many requests were closed in time, and of how many that is decided, of the same."""
        both = ("requests.timeliness.closed_in_time", "requests.judged")
        judged = BodyGroup(members=tuple(self._judged(both, unit)))
        closed, decided = (judged.total(path, unit) for path in both)
        return (
            GroupTotal(number=closed.number, told=closed.told, of=len(self.members)),
            GroupTotal(number=decided.number, told=decided.told, of=len(self.members)),
        )

    def _judged(self, paths: Sequence[str], unit: CountUnit) -> Iterator[BodyYear]:
        for one in self.members:
            values = [one.figure(path, unit) for path in paths]
            if not (one.is_estimated or any(isinstance(value, Absent) for value in values)):
                yield one

    def bands(self, unit: CountUnit = CountUnit.REQUEST) -> tuple[SizeBand, ...]:
        """Return how many bodies have how many requests; those that do not say are in none."""
        known = [value for value in self._values("requests.total", unit) if isinstance(value, int)]
        bands = []
        for least, most in _BANDS:
            inside = [one for one in known if one >= least and (most is None or one <= most)]
            bands.append(SizeBand(least=least, most=most, bodies=len(inside), requests=sum(inside)))
        return tuple(bands)

    @cached_property
    def codes(self) -> tuple[CodeTotal, ...]:
        """What rules found, the code of most bodies first."""
        found: defaultdict[str, list[tuple[BodyYear, CodeCount]]] = defaultdict(list)
        for one in sorted(self.members, key=_by_name):
            for count in one.found:
                found[count.code].append((one, count))
        judged = Counter(code for one in self.members for code in one.judged)
        totals = (_code_total(counts, judged[code]) for code, counts in found.items())
        return tuple(sorted(totals, key=lambda total: (-total.bodies, -total.count, total.code)))

    @property
    def units(self) -> Mapping[CountUnit | None, int]:
        """How many bodies count their requests in which unit; None for those of which lines differ in it."""
        return Counter(one.unit for one in self.members)

    def _in_unit(self, unit: CountUnit) -> Iterator[BodyYear]:
        return (one for one in self.members if one.unit is unit)

    def _values(self, path: str, unit: CountUnit) -> Iterator[Tree]:
        for one in self.members:
            is_estimated = one.is_estimated and path.startswith(_TIMES)
            yield Absent(Reason.NO_CALENDAR) if is_estimated else one.figure(path, unit)


def share_of(part: GroupTotal, whole: GroupTotal) -> Decimal | Absent:
    """Return one total as a share of another, 1 for all of it."""
    if isinstance(part.number, Absent):
        return part.number
    if isinstance(whole.number, Absent) or not whole.number:
        return Absent(Reason.NOTHING_TO_SHARE)
    return ratio(part.number, whole.number, _FOUR_PLACES)


def _sum(numbers: Iterable[int | Decimal]) -> int | Decimal:
    total: int | Decimal = 0
    for number in numbers:
        if isinstance(total, int) and isinstance(number, int):
            total += number
        else:
            total = EXACT.add(Decimal(total), Decimal(number))
    return total


def _counted(reasons: Iterable[Absent]) -> tuple[tuple[Reason, int], ...]:
    counts = Counter(absent.reason for absent in reasons)
    return tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def _commonest(reasons: Sequence[Absent]) -> Absent:
    return Absent(_counted(reasons)[0][0]) if reasons else Absent()


def _by_name(one: BodyYear) -> tuple[str, tuple[str, ...], int]:
    return one.body.name, one.scope.identity, one.year


def _code_total(counts: Sequence[tuple[BodyYear, CodeCount]], judged: int) -> CodeTotal:
    body, first = counts[0]
    return CodeTotal(
        code=first.code,
        severity=first.severity,
        title=first.title,
        bodies=len(counts),
        judged=judged,
        count=sum(count.count for _, count in counts),
        affected=sum(count.affected for _, count in counts),
        example=first.examples[0],
        example_body=body.body.name,
    )
