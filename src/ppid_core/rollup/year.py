"""One year of many bodies: which of them count, in which group they stand, and who did not report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum
from functools import cached_property

from attrs import frozen

from ppid_core.deadlines import report_due_for
from ppid_core.errors import CalendarRangeError, NotInForceError
from ppid_core.glossary import label
from ppid_core.language import Bilingual
from ppid_core.law import Lawbook
from ppid_core.model import Absent, BodyKind, BodyLevel, ReportingPeriod, normal
from ppid_core.rollup.body_year import BodyYear
from ppid_core.rollup.child_sum import ChildSum, child_sums
from ppid_core.rollup.commission import CommissionRegister, DisputeDifference, differences
from ppid_core.rollup.group import BodyGroup
from ppid_core.rollup.region import Regions
from ppid_core.rollup.roster import RosterEntry
from ppid_core.rollup.selection import AsideReport, Identities, Selection, selected


class By(StrEnum):
    """Along what bodies are grouped (*menurut*)."""

    PROVINCE = "province"
    LEVEL = "level"
    KIND = "kind"
    YEAR = "year"

    @property
    def label(self) -> Bilingual:
        """What tables call it."""
        return _BY[self]


class Handed(StrEnum):
    """What became of the duty of a body to report."""

    IN_TIME = "in_time"
    LATE = "late"
    UNDATED = "undated"
    WITHIN_PARENT = "within_parent"
    DRAFT = "draft"
    PART_OF_YEAR = "part_of_year"
    MISSING = "missing"

    @property
    def label(self) -> Bilingual:
        """What tables call it."""
        return _HANDED[self]


COUNTED = frozenset({Handed.IN_TIME, Handed.LATE, Handed.UNDATED})
"""What becomes of a report that is counted."""


@frozen(kw_only=True)
class RosterLine:
    """A body, and what it handed in for a year (*baris daftar*).

    >>> from ppid_core import Dossier
    >>> from ppid_core.rollup import rollup
    >>> year = rollup([Dossier.open("examples/kabupaten-contoh-2024")]).latest
    >>> [(line.name, line.handed.value) for line in year.lines]
    [('Pemerintah Kabupaten Contoh', 'in_time')]

    Attributes:
        key: what tells it from all others.
        entry: as the roster has it; None where it is not there.
        report: its whole year, else its draft, else the longest part of the year; None where there is none.
        handed: what became of it.
    """

    key: str
    entry: RosterEntry | None
    report: BodyYear | None
    handed: Handed

    @property
    def name(self) -> str:
        """The name of the roster, else that of the report."""
        own = "" if self.report is None else self.report.body.name
        return own if self.entry is None or not self.entry.name else self.entry.name

    @property
    def code(self) -> str:
        """The code of the roster, else that of the report."""
        own = "" if self.report is None else self.report.body.code
        return own if self.entry is None or not self.entry.code else self.entry.code


@frozen(kw_only=True, slots=False)
class YearRollup:
    """One year of many bodies (*rekapitulasi setahun*).

    >>> from ppid_core import Dossier
    >>> from ppid_core.rollup import rollup
    >>> year = rollup([Dossier.open("examples/kabupaten-contoh-2024")]).latest
    >>> year.due_on.isoformat(), len(year.whole.members)
    ('2025-03-31', 1)

    Attributes:
        year: the year.
        due_on: the last day for its reports; None where no law says one.
        standard: the instrument by which they are judged; "" where none is in force.
        whole: the bodies that are counted.
        groups: the same, grouped.
        drafts: whole years of which something could not be read; in no other figure.
        parts: parts of the year, each part by itself; in no other figure.
        lines: the bodies of the roster in its order, and after them those that are not there.
        aside: reports that are not counted, and why.
        child_sums: figures of parents beside those of the bodies that they contain, where the two differ.
        disputes: bodies of which the register of the commission has another number of disputes; none where
            no register was given.
    """

    year: int
    due_on: date | None
    standard: str
    whole: BodyGroup
    groups: tuple[BodyGroup, ...]
    drafts: BodyGroup
    parts: tuple[BodyGroup, ...]
    lines: tuple[RosterLine, ...]
    aside: tuple[AsideReport, ...]
    child_sums: tuple[ChildSum, ...]
    disputes: tuple[DisputeDifference, ...] = ()

    @property
    def owed(self) -> tuple[RosterLine, ...]:
        """The bodies of the roster."""
        return tuple(line for line in self.lines if line.entry is not None)

    @property
    def unlisted(self) -> tuple[RosterLine, ...]:
        """The bodies that reported and are not in the roster."""
        return tuple(line for line in self.lines if line.entry is None)

    def of(self, *handed: Handed) -> tuple[RosterLine, ...]:
        """Return the bodies with which it came to this."""
        return tuple(line for line in self.lines if line.handed in handed)


@frozen(kw_only=True, slots=False)
class YearMaker:
    """Makes the years of a roll-up (*penyusun rekapitulasi*).

    Attributes:
        identities: all reports, and who is who.
        by: along what bodies are grouped.
        by_latest_codes: whether provinces are those of the latest list.
        law: by which reports are due.
        commission: the register of disputes that a commission keeps; None without one.
    """

    identities: Identities
    by: By
    by_latest_codes: bool
    law: Lawbook
    commission: CommissionRegister | None = None

    @cached_property
    def _contained(self) -> Mapping[str, Sequence[RosterEntry]]:
        """The bodies of the roster that a parent contains, by its key."""
        roster = self.identities.roster
        found: defaultdict[str, list[RosterEntry]] = defaultdict(list)
        for entry in () if roster is None else roster.entries:
            if (parent := roster.parent(entry) if roster else None) is not None:
                found[self.identities.key_of_entry(parent)].append(entry)
        return found

    def year(self, year: int) -> YearRollup:
        """Return one year."""
        reports = (one for one in self.identities.reports if one.year == year)
        sorted_out = selected(reports, self.identities)
        lines = tuple(self._lines(year, sorted_out))
        order = {line.key: at for at, line in enumerate(lines)}

        def group(key: str, told: Bilingual, some: Mapping[str, BodyYear]) -> BodyGroup:
            return BodyGroup(
                key=key, label=told, members=tuple(some[one] for one in sorted(some, key=order.__getitem__))
            )

        return YearRollup(
            year=year,
            due_on=self._due_on(year),
            standard=self._standard(year),
            whole=group("", _ALL, sorted_out.counted),
            groups=tuple(self._groups(year, sorted_out.counted, order)),
            drafts=group("draft", _DRAFTS, sorted_out.drafts),
            parts=tuple(
                group(str(part), Bilingual(label(part, "id"), label(part, "en")), some)
                for part, some in sorted_out.parts.items()
            ),
            lines=lines,
            aside=tuple(sorted(sorted_out.aside, key=_by_report)),
            child_sums=tuple(self._child_sums(sorted_out)),
            disputes=self._disputes(year, lines),
        )

    def _disputes(self, year: int, lines: Sequence[RosterLine]) -> tuple[DisputeDifference, ...]:
        """Return where reports and the register of the commission differ.

        A report that is not counted says nothing; what its parent's contains is the parent's.
        """
        if self.commission is None:
            return ()
        counted = {line.key for line in lines if line.handed in COUNTED}
        called: defaultdict[str, set[str]] = defaultdict(set)
        stated: dict[str, tuple[str, int | Absent]] = {}
        for line in lines:
            report, key = line.report, line.key
            if report is not None and line.handed is Handed.WITHIN_PARENT:
                key = self.identities.counted_parent(report, counted)
            else:
                is_counted = report is not None and key in counted
                stated[key] = (
                    line.name,
                    report.figure("disputes.total") if report and is_counted else Absent(),
                )
            for name in {normal(line.name), normal(report.body.name) if report else "", line.key} - {""}:
                called[name].add(key)
        names = {name: next(iter(keys)) for name, keys in called.items() if len(keys) == 1}
        return differences((case for case in self.commission.cases if case.year == year), names, stated)

    def _due_on(self, year: int) -> date | None:
        try:
            return report_due_for(year, self.law)
        except (NotInForceError, CalendarRangeError):
            return None

    def _standard(self, year: int) -> str:
        due = self._due_on(year)
        try:
            return "" if due is None else self.law.report_standard.at(due).value
        except NotInForceError:
            return ""

    def _lines(self, year: int, chosen: Selection) -> Iterator[RosterLine]:
        """Yield the bodies of the roster in its order, then the others by code and name."""
        reports = {**self._longest_parts(chosen), **chosen.drafts, **chosen.within, **chosen.counted}
        roster = self.identities.roster
        listed = () if roster is None else tuple(entry for entry in roster.entries if entry.owes(year))
        seen = set()
        for entry in listed:
            key = self.identities.key_of_entry(entry)
            if key not in seen:
                seen.add(key)
                yield self._line(key, entry, reports.get(key), chosen, year)
        others = sorted(
            reports.keys() - seen,
            key=lambda key: (reports[key].body.code, normal(reports[key].body.name), key),
        )
        for key in others:
            yield self._line(key, None, reports[key], chosen, year)

    @staticmethod
    def _longest_parts(chosen: Selection) -> Mapping[str, BodyYear]:
        found: dict[str, BodyYear] = {}
        for part in sorted(chosen.parts, key=lambda part: len(part.months)):
            found |= chosen.parts[part]
        return found

    def _line(
        self, key: str, entry: RosterEntry | None, report: BodyYear | None, chosen: Selection, year: int
    ) -> RosterLine:
        if report is None:
            handed = Handed.MISSING
        elif key in chosen.within:
            handed = Handed.WITHIN_PARENT
        elif key in chosen.counted:
            handed = _in_time(report, self._due_on(year))
        else:
            handed = Handed.DRAFT if key in chosen.drafts else Handed.PART_OF_YEAR
        return RosterLine(key=key, entry=entry, report=report, handed=handed)

    def _groups(
        self, year: int, counted: Mapping[str, BodyYear], order: Mapping[str, int]
    ) -> Iterator[BodyGroup]:
        if self.by is By.YEAR:
            return
        found: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        labels: dict[tuple[str, str], Bilingual] = {}
        for key, one in counted.items():
            rank, told = self._place(one, year)
            found[rank].append(key)
            labels[rank] = told
        for rank in sorted(found):
            members = tuple(counted[key] for key in sorted(found[rank], key=order.__getitem__))
            yield BodyGroup(key=labels[rank].id, label=labels[rank], rank=rank, members=members)

    def _place(self, one: BodyYear, year: int) -> tuple[tuple[str, str], Bilingual]:
        """Return in which group a body stands: what sorts it, and what it is called."""
        entry = self.identities.entry(one)
        member: BodyKind | BodyLevel | None
        match self.by:
            case By.PROVINCE:
                name = self.province(one, entry, year)
                return (("0" if name else "1"), self._province_rank(name)), Bilingual.both(
                    name
                ) if name else _NO_PROVINCE
            case By.KIND:
                member = one.body.kind or (entry.kind if entry else None)
                members: tuple[BodyKind | BodyLevel, ...] = tuple(BodyKind)
            case _:
                member, members = one.body.level or _level_of(self.identities.code(one)), tuple(BodyLevel)
        if member is None:
            return ("1", ""), _NOT_SAID
        return ("0", f"{members.index(member):02}"), Bilingual(label(member, "id"), label(member, "en"))

    def province(self, one: BodyYear, entry: RosterEntry | None, year: int) -> str:
        """Return the province of a body: as its report says, else by its code, else as the roster says."""
        regions, code = self.identities.regions, self.identities.code(one)
        said, listed = one.body.province, "" if entry is None else entry.province
        day = None if self.by_latest_codes else ReportingPeriod(year).last_day
        by_code = regions.province(code, day)
        named = (by_code, listed, said) if self.by_latest_codes else (said, by_code, listed)
        return regions.province_name(next((name for name in named if name.strip()), ""))

    def _province_rank(self, name: str) -> str:
        return self.identities.regions.province_code(name) or f"99{normal(name)}"

    def _child_sums(self, chosen: Selection) -> Iterator[ChildSum]:
        """Yield where a parent and the bodies that it contains differ."""
        for key, parent in (*chosen.counted.items(), *chosen.within.items()):
            keys = {
                self.identities.key_of_entry(entry): entry
                for entry in self._contained.get(key, ())
                if entry.owes(parent.year)
            }
            reports = tuple(chosen.within[one] for one in keys if one in chosen.within)
            yield from child_sums(parent, reports, of=len(keys))


def _in_time(report: BodyYear, due_on: date | None) -> Handed:
    if report.submitted_on is None or due_on is None:
        return Handed.UNDATED
    return Handed.IN_TIME if report.submitted_on <= due_on else Handed.LATE


def _level_of(code: str) -> BodyLevel | None:
    """Return the level that the code of a region says; None for any other code."""
    region = Regions.load().of(code)
    if region is None:
        return None
    if region.is_province:
        return BodyLevel.PROVINCE
    return BodyLevel.CITY if region.name.startswith("Kota ") else BodyLevel.REGENCY


def _by_report(one: AsideReport) -> tuple[str, str, str, str]:
    return normal(one.report.body.name), one.report.file, str(one.report.scope.part), str(one.reason)


_ALL = Bilingual("Seluruh badan publik", "All bodies")
_DRAFTS = Bilingual("Draf", "Drafts")
_NO_PROVINCE = Bilingual("Provinsi tidak tercatat", "Province not recorded")
_NOT_SAID = Bilingual("Tidak tercatat", "Not recorded")
_BY: Mapping[By, Bilingual] = {
    By.PROVINCE: Bilingual("Provinsi", "Province"),
    By.LEVEL: Bilingual("Tingkat", "Level"),
    By.KIND: Bilingual("Jenis", "Kind"),
    By.YEAR: Bilingual("Tahun", "Year"),
}
_HANDED: Mapping[Handed, Bilingual] = {
    Handed.IN_TIME: Bilingual("Menyampaikan tepat waktu", "Handed in in time"),
    Handed.LATE: Bilingual("Menyampaikan setelah batas waktu", "Handed in after the last day"),
    Handed.UNDATED: Bilingual("Melapor, tanggal penyampaian tidak tercatat", "Reported, day not recorded"),
    Handed.WITHIN_PARENT: Bilingual(
        "Termuat dalam laporan induknya", "Contained in the report of its parent"
    ),
    Handed.DRAFT: Bilingual("Baru berupa draf", "A draft so far"),
    Handed.PART_OF_YEAR: Bilingual("Baru untuk sebagian tahun", "A part of the year so far"),
    Handed.MISSING: Bilingual("Laporan tidak ada di antara berkas ini", "No report among these files"),
}
