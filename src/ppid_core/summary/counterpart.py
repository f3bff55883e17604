"""What the parts of a breakdown stood at last year: under this year's categories, agencies by their heirs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from attrs import evolve, frozen

from ppid_core.model import Absent, Agency, Breakdown, Dimension, Reason, normal
from ppid_core.model.lineage import Lineage, in_force
from ppid_core.summary.figures import Tree
from ppid_core.summary.history import EarlierYear, History, Origin
from ppid_core.summary.register import UNNAMED
from ppid_core.summary.rows import listed


@frozen(kw_only=True)
class Merger:
    """Agencies of last year that one of this year goes on with (*OPD pendahulu*).

    Attributes:
        heir: the key under which this year counts it.
        origins: the figure of each, by its name in last year's list.
    """

    heir: str
    origins: Mapping[str, int]


@frozen(kw_only=True)
class Division:
    """An agency of last year whose figure is no single one's of this year: it was split (*pemecahan*).

    Attributes:
        name: in last year's list.
        figure: what it stood at.
        heirs: the keys of those that took over; () where nobody did.
    """

    name: str
    figure: int
    heirs: tuple[str, ...]


@frozen(kw_only=True)
class Counterpart:
    """What the parts of a breakdown stood at in the year before (*angka tahun lalu*).

    >>> from ppid_core import Dossier
    >>> from ppid_core.model import Dimension, Register, breakdowns_of
    >>> from ppid_core.summary import counterpart_of
    >>> keys = [{"kunci": "badan.nama", "isi": "Pemerintah Kota Contoh"}, {"kunci": "tahun", "isi": 2023}]
    >>> outcomes = {"apa": "permohonan", "menurut": "keputusan", "nilai": "ditolak"}
    >>> lines = [{**outcomes, "jumlah": 9}, {**outcomes, "jumlah": 4, "tahun": 2022}]
    >>> history = Dossier.from_rows({"laporan": keys, "rekap": lines}).history
    >>> found = counterpart_of(history, breakdowns_of(Register.REQUESTS)[Dimension.OUTCOME])
    >>> found.before("refused"), found.before("granted")
    (4, 0)

    Attributes:
        year: the year before.
        origin: where its figures come from.
        whole: what its parts are of.
        told: its parts, as that year names them.
        parts: the same under the names of this year; of one whose figure cannot be told apart, why.
        others: the figure of every part that it does not name: none, or unknown.
        mergers: the agencies whose figure is the sum of several, or has another name.
        divisions: those whose figure no agency of this year has.
        newcomers: agencies of this year that go on with none.
        predecessors: the keys of last year behind each key of this one, where agencies are followed.
    """

    year: int
    origin: Origin
    whole: int | Absent
    told: Mapping[str, int]
    parts: Mapping[str, int | Absent]
    others: int | Absent
    mergers: tuple[Merger, ...] = ()
    divisions: tuple[Division, ...] = ()
    newcomers: frozenset[str] = frozenset()
    predecessors: Mapping[str, tuple[str, ...]] = {}

    def before(self, key: str) -> int | Absent:
        """Return what a part stood at; of an agency that was not there, that nothing is beside it."""
        if key in self.newcomers:
            return Absent(Reason.NO_BASE, str(self.year))
        return self.parts.get(key, self.others)


def counterpart_of(history: History, breakdown: Breakdown) -> Counterpart | Absent:
    """Return what the parts of a breakdown stood at last year; absent where nobody says it, with the reason.

    An agency stands beside those that it goes on with (renames, mergers, successors): what they had is
    added. What belonged to one that was split, or that nobody goes on with, is nobody's.

    >>> from ppid_core import Dossier
    >>> from ppid_core.model import Dimension, Register, breakdowns_of
    >>> from ppid_core.summary import counterpart_of
    >>> history = Dossier.open("examples/kota-serang-2020").history
    >>> counterpart_of(history, breakdowns_of(Register.REQUESTS)[Dimension.AGENCY]).reason.value
    'no_base'

    Args:
        history: the year and those before it.
        breakdown: of which parts.
    """
    last, own = history.last, history.own
    if last is None:
        return Absent(Reason.NO_BASE, str(own.year.period.year - 1))
    figure, now = last.summary.branch(breakdown.path), parts_of(own.summary.branch(breakdown.path))
    if isinstance(figure, Absent):
        return figure
    told = parts_of(figure)
    if breakdown.dimension is Dimension.TIME and told.keys() - UNNAMED.keys() != now.keys() - UNNAMED.keys():
        return Absent(Reason.NO_BASE, str(last.year.period.year))
    told = _respelled(told, now)
    known = Counterpart(
        year=last.year.period.year,
        origin=history.years[last.year.period.year][1],
        whole=last.summary.whole(breakdown.path),
        told=told,
        parts=told,
        others=_others(last, breakdown, told),
    )
    return _followed(known, own, last, now) if breakdown.dimension is Dimension.AGENCY else known


def parts_of(figure: Tree) -> Mapping[str, int]:
    """Return the parts of a breakdown by their category, months by their number; none of an absent one."""
    if isinstance(figure, tuple):
        return {str(month): number for month, number in enumerate(figure, start=1) if number is not None}
    return figure if isinstance(figure, Mapping) else {}


def _respelled(told: Mapping[str, int], now: Mapping[str, int]) -> Mapping[str, int]:
    """Return the parts of last year, words that both years typed as this year has them."""
    spelled = {normal(key): key for key in now}
    return {spelled.get(normal(key), key): number for key, number in told.items()}


def _others(last: EarlierYear, breakdown: Breakdown, told: Mapping[str, int]) -> int | Absent:
    """Return the figure of a part that last year does not name: 0 where it names a part of every case."""
    if breakdown.is_overlapping:
        return 0
    named = sum(number for key, number in told.items() if key not in UNNAMED)
    is_complete = named == last.summary.whole(breakdown.path)
    return 0 if is_complete else Absent(Reason.PART_OF_ROWS)


def _followed(known: Counterpart, own: EarlierYear, last: EarlierYear, now: Mapping[str, int]) -> Counterpart:
    """Return the figures of agencies under the keys of those that go on with them.

    One under whose own key this year counts something goes on with itself, whoever took over since.
    """
    before, agencies = listed(last.year.agencies), listed(own.year.agencies)
    lineage, day = Lineage(agencies=agencies, earlier=before), own.year.period.last_day
    codes = {normal(one.code): one for one in (*agencies, *before)}
    origins: dict[str, dict[str, int]] = {}
    predecessors: dict[str, tuple[str, ...]] = {}
    divisions: list[Division] = []
    for key, figure in known.told.items():
        one = codes.get(normal(key)) or Agency(code=key, name=key)
        is_itself = key in now or key in UNNAMED
        heirs = (key,) if is_itself else tuple(heir.code for heir in lineage.heirs(one, day))
        if len(heirs) == 1:
            origins.setdefault(heirs[0], {})[one.name] = figure
            predecessors[heirs[0]] = (*predecessors.get(heirs[0], ()), key)
        elif figure:
            divisions.append(Division(name=one.name, figure=figure, heirs=heirs))
    parts: dict[str, int | Absent] = {key: sum(some.values()) for key, some in origins.items()}
    return evolve(
        known,
        parts=parts | _divided(divisions),
        mergers=tuple(_mergers(origins, agencies)),
        divisions=tuple(divisions),
        newcomers=_newcomers(own, last, lineage),
        predecessors=predecessors,
    )


def _divided(divisions: Iterable[Division]) -> dict[str, Absent]:
    """Return why those that took over from a split agency have no figure of their own."""
    return {
        heir: Absent(Reason.NO_BASE, f"{one.name} → {', '.join(one.heirs)}")
        for one in divisions
        for heir in one.heirs
    }


def _mergers(origins: Mapping[str, Mapping[str, int]], agencies: Iterable[Agency]) -> Iterator[Merger]:
    """Yield the agencies that went by other names last year."""
    names = {one.code: frozenset(map(normal, (one.code, one.name))) for one in agencies}
    for key, some in origins.items():
        if key in names and (len(some) > 1 or not names[key].issuperset(map(normal, some))):
            yield Merger(heir=key, origins=some)


def _newcomers(own: EarlierYear, last: EarlierYear, lineage: Lineage) -> frozenset[str]:
    """Return the codes of agencies that go on with none of last year's list; none where it has no list."""
    day = own.year.period.last_day
    there = [one for one in listed(last.year.agencies) if in_force(one, last.year.period.last_day)]
    heirs = {heir.code for one in there for heir in lineage.heirs(one, day)}
    codes = {one.code for one in listed(own.year.agencies) if in_force(one, day)}
    return frozenset(codes - heirs) if there else frozenset()
