"""Which report of a body counts: who it is, which version, and what is contained in another's report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping
from datetime import date
from enum import StrEnum
from functools import cached_property

from attrs import evolve, field, frozen

from ppid_core.language import Bilingual
from ppid_core.model import YearPart, normal
from ppid_core.rollup.body_year import BodyYear
from ppid_core.rollup.region import Regions
from ppid_core.rollup.roster import Roster, RosterEntry
from ppid_core.summary.tally import Tally


class AsideReason(StrEnum):
    """Why a report is not counted."""

    SAME_DATA = "same_data"
    """Another one holds the same data."""
    REPLACED = "replaced"
    """Another one was signed or handed in later."""
    UNDATED_VERSION = "undated_version"
    """Another one is of the same body and year, and no day tells which is the later one."""
    WITHIN_PARENT = "within_parent"
    """The report of its parent contains it."""
    DRAFT = "draft"
    """Something of it could not be read."""
    PART_OF_YEAR = "part_of_year"
    """It tells a part of the year."""

    @property
    def label(self) -> Bilingual:
        """What tables call it."""
        return _REASONS[self]


@frozen(kw_only=True)
class AsideReport:
    """A report that is not counted among the whole years (*laporan yang tidak ikut dijumlahkan*).

    >>> from ppid_core import Dossier
    >>> from ppid_core.rollup import rollup
    >>> one = Dossier.open("examples/kota-serang-2020")
    >>> [aside.reason.value for aside in rollup([one, one]).latest.aside]
    ['same_data']

    Attributes:
        report: the report.
        reason: why.
        instead: the one that counts in its place; None where none does.
    """

    report: BodyYear
    reason: AsideReason
    instead: BodyYear | None = None


@frozen(kw_only=True)
class Selection:
    """The reports of one year, sorted by what becomes of them (*pemilahan*).

    Attributes:
        counted: whole years that are read whole, one of each body, by the key of the body.
        drafts: whole years of which something could not be read, of bodies without any other.
        parts: parts of the year, by part, one of each body.
        within: whole years that the report of a parent contains, by the key of the body.
        aside: all that is not counted, and why.
    """

    counted: Mapping[str, BodyYear]
    drafts: Mapping[str, BodyYear]
    parts: Mapping[YearPart, Mapping[str, BodyYear]]
    within: Mapping[str, BodyYear]
    aside: tuple[AsideReport, ...]


@frozen(kw_only=True, slots=False)
class Identities:
    """Who is who over all reports (*identitas badan publik*): by code, by the roster, else by name.

    Attributes:
        roster: the bodies that owe a report; None without a roster.
        reports: all reports, of all years: a name that one of them gives a code has it in the others.
    """

    roster: Roster | None
    reports: tuple[BodyYear, ...] = field(repr=False)
    regions: Regions = field(factory=Regions.load, repr=False)

    @cached_property
    def _codes_by_name(self) -> Mapping[str, frozenset[tuple[str, str]]]:
        found: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
        for one in self.reports:
            if one.body.code:
                code = self.regions.current(one.body.code)
                found[normal(one.body.name)].add((code, normal(one.body.province)))
        return {name: frozenset(codes) for name, codes in found.items()}

    def code(self, one: BodyYear) -> str:
        """Return the code that a body has today; "" where nobody says one."""
        if one.body.code:
            return self.regions.current(one.body.code)
        province = normal(one.body.province)
        near = {
            code
            for code, other in self._codes_by_name.get(normal(one.body.name), ())
            if not (province and other) or province == other
        }
        return near.pop() if one.body.name and len(near) == 1 else ""

    def entry(self, one: BodyYear) -> RosterEntry | None:
        """Return the body in the roster; None where it is not there, or nobody can tell which it is."""
        if self.roster is None:
            return None
        return self.roster.entry(code=self.code(one), name=one.body.name, province=one.body.province)

    def key(self, one: BodyYear) -> str:
        """Return what tells the body from all others."""
        entry = self.entry(one)
        if entry is not None:
            return self.key_of_entry(entry)
        if code := self.code(one):
            return f"code:{code}"
        return ":".join(("name", *one.scope.identity))

    def key_of_entry(self, entry: RosterEntry) -> str:
        """Return the same of a body in the roster."""
        if entry.code:
            return f"code:{self.regions.current(entry.code)}"
        return ":".join(("roster", normal(entry.province), normal(entry.name)))

    def counted_parent(self, one: BodyYear, counted: Container[str]) -> str:
        """Return the key of the nearest counted body whose report contains this one; "" for none."""
        entry, seen = self.entry(one), {self.key(one)}
        while entry is not None and self.roster is not None:
            entry = self.roster.parent(entry)
            if entry is None or (key := self.key_of_entry(entry)) in seen:
                return ""
            if key in counted:
                return key
            seen.add(key)
        return ""


def selected(reports: Iterable[BodyYear], identities: Identities) -> Selection:
    """Return what becomes of the reports of one year; their order does not matter."""
    versions: defaultdict[tuple[str, YearPart], list[BodyYear]] = defaultdict(list)
    for one in reports:
        versions[identities.key(one), one.scope.part].append(one)
    latest: defaultdict[YearPart, dict[str, BodyYear]] = defaultdict(dict)
    aside: list[AsideReport] = []
    for (key, part), some in sorted(versions.items()):
        latest[part][key], *others = sorted(some, key=_rank, reverse=True)
        aside += (
            AsideReport(report=one, reason=_why(one, latest[part][key]), instead=latest[part][key])
            for one in others
        )
    whole = latest.pop(YearPart.YEAR, {})
    drafts = {key: one for key, one in whole.items() if one.is_draft}
    complete = {key: one for key, one in whole.items() if not one.is_draft}
    parents = {
        key: parent for key, one in complete.items() if (parent := identities.counted_parent(one, complete))
    }
    aside += (AsideReport(report=one, reason=AsideReason.DRAFT) for one in drafts.values())
    aside += (
        AsideReport(report=one, reason=AsideReason.PART_OF_YEAR, instead=complete.get(key))
        for ones in latest.values()
        for key, one in ones.items()
    )
    aside += (
        AsideReport(report=complete[key], reason=AsideReason.WITHIN_PARENT, instead=complete[parent])
        for key, parent in parents.items()
    )
    return Selection(
        counted={key: one for key, one in complete.items() if key not in parents},
        drafts=drafts,
        parts={part: latest[part] for part in YearPart if part in latest},
        within={key: complete[key] for key in parents},
        aside=tuple(aside),
    )


def _rank(one: BodyYear) -> tuple[bool, date, str, str]:
    """Return what sorts versions of one report: whole ones last, then the one of the latest day."""
    return not one.is_draft, _day(one) or date.min, one.file, repr(one.summary)


def _day(one: BodyYear) -> date | None:
    return one.submitted_on or one.signed_on


def _figures(one: BodyYear) -> Tally:
    """Return what is stored of a report, whatever file it was counted from."""
    return evolve(one.tally, counted=Tally().counted)


def _why(one: BodyYear, winner: BodyYear) -> AsideReason:
    """Return why a version does not count where another one does."""
    mine, other = _day(one), _day(winner)
    is_earlier = mine is not None and other is not None and mine < other
    if _figures(one) == _figures(winner) and not is_earlier:
        return AsideReason.SAME_DATA
    if one.is_draft and not winner.is_draft:
        return AsideReason.DRAFT
    return AsideReason.REPLACED if is_earlier else AsideReason.UNDATED_VERSION


_REASONS: Mapping[AsideReason, Bilingual] = {
    AsideReason.SAME_DATA: Bilingual("datanya sama dengan berkas lain", "its data are those of another file"),
    AsideReason.REPLACED: Bilingual("ada versi yang lebih baru", "there is a later version"),
    AsideReason.UNDATED_VERSION: Bilingual(
        "ada versi lain, dan tanggalnya tidak menunjukkan mana yang lebih baru",
        "there is another version, and no day tells which is the later one",
    ),
    AsideReason.WITHIN_PARENT: Bilingual(
        "sudah termuat dalam laporan induknya", "the report of its parent contains it"
    ),
    AsideReason.DRAFT: Bilingual("ada isian yang belum terbaca", "entries of it could not be read"),
    AsideReason.PART_OF_YEAR: Bilingual("hanya sebagian tahun", "a part of the year only"),
}
