"""What the sheets are made of: the findings in their order, numbered, each with who acts on it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property

from attrs import frozen

from ppid_core.glossary import say
from ppid_core.intake import Intake
from ppid_core.language import Bilingual, Lang
from ppid_core.report.findings.acting import PPID, Actor, Actors
from ppid_core.report.material import period_words
from ppid_core.report.text import running
from ppid_core.report.values import Counted
from ppid_core.rules import Checked, Finding, Severity, Status

ASKED = frozenset({Status.PASSED, Status.FOUND})
SEVERITIES = {
    Severity.ERROR: Bilingual("Harus diperbaiki", "To be mended"),
    Severity.WARNING: Bilingual("Perlu diperiksa", "To be checked"),
    Severity.INFO: Bilingual("Catatan", "Notes"),
}
EXPLAINED = Bilingual("Sudah dijelaskan", "Explained")


@frozen(kw_only=True)
class Entry:
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
    def entries(self) -> tuple[Entry, ...]:
        """Every finding once: by severity, those that are explained last."""
        return tuple(
            Entry(number=number, finding=finding, actor=self.who.of_finding(finding))
            for number, finding in enumerate(self._ordered(), start=1)
        )

    @cached_property
    def sheets(self) -> Mapping[Actor, tuple[Entry, ...]]:
        """What each has to act on: the PPID first, then agencies in the order of their list.

        What is explained needs no action; who has nothing to act on is left out.
        """
        handed: dict[Actor, list[Entry]] = {actor: [] for actor in (PPID, *self.who.agencies.values())}
        for entry in self._open():
            handed[entry.actor].append(entry)
        return {actor: tuple(entries) for actor, entries in handed.items() if entries}

    @property
    def explained(self) -> tuple[Entry, ...]:
        """The findings that an explanation covers."""
        return tuple(entry for entry in self.entries if entry.finding.waived)

    def of_severity(self, severity: Severity) -> tuple[Entry, ...]:
        """Return the findings of one severity that nothing explains."""
        return tuple(entry for entry in self._open() if entry.finding.severity is severity)

    def has_asked(self, severity: Severity) -> bool:
        """Tell whether any rule of this severity ran to its end."""
        return any(run.severity is severity and run.status in ASKED for run in self.checked.runs)

    def _open(self) -> Iterator[Entry]:
        return (entry for entry in self.entries if not entry.finding.waived)

    def _ordered(self) -> Iterator[Finding]:
        for severity in SEVERITIES:
            yield from self.checked.unexplained(severity)
        yield from (finding for finding in self.checked.findings if finding.waived)
