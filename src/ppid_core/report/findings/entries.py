"""The findings in their order, numbered, each with who acts on it: the agency of its row, else the PPID."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from itertools import chain

from attrs import frozen

from ppid_core.glossary import say
from ppid_core.intake import Intake
from ppid_core.language import Bilingual, Lang
from ppid_core.model import (
    Absent,
    AgencyRef,
    Dimension,
    Dispute,
    Objection,
    Request,
    ServiceYear,
)
from ppid_core.report.blocks import Column
from ppid_core.report.material import period_words
from ppid_core.report.text import running
from ppid_core.report.values import Counted
from ppid_core.rules import Checked, Finding, Severity, Status
from ppid_core.rules.casebook.aggregate_lines import part_key
from ppid_core.rules.engine.place import keyed
from ppid_core.rules.engine.subjects import Subjects
from ppid_core.summary import listed
from ppid_core.summary.joint import parts_of_line


@frozen(kw_only=True)
class Actor:
    """Who acts (*yang menindaklanjuti*).

    Attributes:
        key: slug for keys of tables and sections: "ppid", or "agency-3", the third of the list.
        short: the name where room is short.
    """

    key: str
    name: str
    short: str


PPID = Actor(key="ppid", name="PPID", short="PPID")


@frozen(kw_only=True)
class Actors:
    """Finds who acts on a finding.

    A finding belongs to an agency where its subject is that agency, a cell of its row in the matrix, or a row
    of a register that names it. What is about a total, a text or a heading belongs to the PPID, and so does a
    name that is not in the list of agencies: it has to be resolved first.

    Attributes:
        agencies: those that can be handed a sheet, by key, in the order of the list.
        subjects: the key of the agency, by the subject of findings.
    """

    agencies: Mapping[str, Actor]
    subjects: Mapping[str, str]

    @classmethod
    def of(cls, year: ServiceYear) -> Actors:
        """Return the actors of a year; without a list of agencies, each name as it is typed."""
        named = tuple(_subjects(year))
        return cls(
            agencies=dict(_listed(year) if not isinstance(year.agencies, Absent) else _typed(named)),
            subjects={subject: agency.key for subject, agency in named},
        )

    def of_finding(self, finding: Finding) -> Actor:
        """Return who acts on ``finding``."""
        return self.agencies.get(self.subjects.get(finding.subject, ""), PPID)


def _listed(year: ServiceYear) -> Iterator[tuple[str, Actor]]:
    for place, agency in enumerate(listed(year.agencies), start=1):
        yield agency.code, Actor(key=f"agency-{place}", name=agency.name, short=agency.label)


def _typed(named: tuple[tuple[str, AgencyRef], ...]) -> Iterator[tuple[str, Actor]]:
    keys = dict.fromkeys(agency.key for _, agency in named)
    for place, key in enumerate(keys, start=1):
        yield key, Actor(key=f"agency-{place}", name=key, short=key)


def _subjects(year: ServiceYear) -> Iterator[tuple[str, AgencyRef]]:
    """Yield every subject that is an agency's, with the agency as it was mentioned."""
    if not isinstance(year.matrix, Absent):
        for row in year.matrix.rows:
            yield f"agency:{row.agency.key}", row.agency
            yield from ((f"cell:{row.agency.key}/{kind.code}", row.agency) for kind in year.matrix.types)
    cases: tuple[tuple[str, Request | Objection | Dispute], ...] = (
        *keyed("request", year.requests),
        *keyed("objection", year.objections),
        *keyed("dispute", year.disputes),
    )
    subjects = Subjects(year=year)
    yield from ((subjects.of(place), row.agency) for place, row in cases if row.agency)
    for line in chain.from_iterable(map(parts_of_line, year.aggregates)):
        if line.dimension is Dimension.AGENCY:
            yield part_key(line), AgencyRef(typed=line.typed or line.category, code=line.category)


_ASKED = frozenset({Status.PASSED, Status.FOUND})
SEVERITIES = {
    Severity.ERROR: Bilingual("Harus diperbaiki", "To be mended"),
    Severity.WARNING: Bilingual("Perlu diperiksa", "To be checked"),
    Severity.INFO: Bilingual("Catatan", "Notes"),
}
EXPLAINED = Bilingual("Sudah dijelaskan", "Explained")


@frozen(kw_only=True)
class NumberedFinding:
    """A finding (*hasil*) with its number in the document, and who acts on it."""

    number: int
    finding: Finding
    actor: Actor


@frozen(kw_only=True)
class Findings:
    """Everything that the document tells (*bahan hasil pemeriksaan*).

    Attributes:
        as_of: the day whose state was judged.
    """

    intake: Intake
    checked: Checked
    as_of: date
    lang: Lang

    def t(self, indonesian: str, english: str) -> str:
        """Return the text in the language of the document."""
        return indonesian if self.lang == "id" else english

    def columns(self, *heads: tuple[str, str, str]) -> tuple[Column, ...]:
        """Return columns by key and heading in both languages."""
        return tuple(Column(key=key, title=self.t(one, other)) for key, one, other in heads)

    def count(self, number: int) -> str:
        """Return a number as running text prints it, with its words."""
        return running(Counted(number), self.lang)

    @property
    def period(self) -> str:
        """The period in words."""
        return period_words(self.intake.year.period, self.lang)

    @property
    def day(self) -> str:
        """The day whose state was judged, in words."""
        return say(self.as_of, self.lang)

    @cached_property
    def who(self) -> Actors:
        """Who acts on what."""
        return Actors.of(self.intake.year)

    @cached_property
    def entries(self) -> tuple[NumberedFinding, ...]:
        """Every finding once: by severity, those that are explained last."""
        return tuple(
            NumberedFinding(number=number, finding=finding, actor=self.who.of_finding(finding))
            for number, finding in enumerate(self._ordered(), start=1)
        )

    @cached_property
    def sheets(self) -> Mapping[Actor, tuple[NumberedFinding, ...]]:
        """What each has to act on: the PPID first, then agencies in the order of their list.

        What is explained needs no action; who has nothing to act on is left out.
        """
        handed: dict[Actor, list[NumberedFinding]] = {
            actor: [] for actor in (PPID, *self.who.agencies.values())
        }
        for entry in self._open():
            handed[entry.actor].append(entry)
        return {actor: tuple(entries) for actor, entries in handed.items() if entries}

    @property
    def explained(self) -> tuple[NumberedFinding, ...]:
        """The findings that an explanation covers."""
        return tuple(entry for entry in self.entries if entry.finding.waived)

    def of_severity(self, severity: Severity) -> tuple[NumberedFinding, ...]:
        """Return the findings of one severity that nothing explains."""
        return tuple(entry for entry in self._open() if entry.finding.severity is severity)

    def has_asked(self, severity: Severity) -> bool:
        """Tell whether any rule of this severity ran to its end."""
        return any(run.severity is severity and run.status in _ASKED for run in self.checked.runs)

    def _open(self) -> Iterator[NumberedFinding]:
        return (entry for entry in self.entries if not entry.finding.waived)

    def _ordered(self) -> Iterator[Finding]:
        for severity in SEVERITIES:
            yield from self.checked.unexplained(severity)
        yield from (finding for finding in self.checked.findings if finding.waived)
