"""What one body reported of one year, as a roll-up counts it: figures and what was found, no case."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property
from typing import Any, Protocol, Self

from attrs import evolve, field, frozen

from ppid_core.errors import Problem
from ppid_core.language import Bilingual
from ppid_core.model import (
    Absent,
    CountUnit,
    Outline,
    PublicBody,
    Reason,
    ReportingPeriod,
    ServiceYear,
    YearPart,
)
from ppid_core.model.redaction import Redaction
from ppid_core.rules import Checked, Severity, Status
from ppid_core.summary import Scope, Summary, Tree, renamed, without_cases
from ppid_core.summary.tally import Tally

MOST_EXAMPLES = 12
"""So many findings of one rule are kept word for word; of the others, their number."""


class Reported(Protocol):
    """A year with its figures and findings (*yang dilaporkan*), such as a `Dossier`.

    >>> from ppid_core import Dossier
    >>> from ppid_core.rollup import BodyYear, Reported
    >>> work: Reported = Dossier.open("examples/kota-serang-2020")
    >>> BodyYear.of(work).year
    2020

    What each holds stands in its sentence: one of two type checkers takes a field with a converter, and a
    property that is kept, for none of their own types.
    """

    @property
    def year(self) -> Any:  # noqa: ANN401  see above
        """The year, a `ServiceYear`."""

    @property
    def summary(self) -> Any:  # noqa: ANN401  see above
        """Its figures, a `Summary`."""

    @property
    def checked(self) -> Any:  # noqa: ANN401  see above
        """What was found in it, a `Checked`."""

    @property
    def problems(self) -> Sequence[Problem]:
        """What of it could not be read."""


@frozen(kw_only=True)
class CodeCount:
    """What one rule found in one body's year (*hasil satu aturan*).

    >>> from ppid_core import Dossier
    >>> from ppid_core.rollup import BodyYear
    >>> one = BodyYear.of(Dossier.open("examples/kota-serang-2020"))
    >>> [(found.count, found.affected) for found in one.found if found.code == "T101"]
    [(1, 1)]

    Attributes:
        title: what is asked.
        count: how many findings no explanation covers.
        affected: for how many cases they stand.
        examples: the first of them, at most `MOST_EXAMPLES`.
        mend: what to do about the first.
    """

    code: str
    severity: Severity
    title: Bilingual
    count: int
    affected: int
    examples: tuple[Bilingual, ...]
    mend: Bilingual


@frozen(kw_only=True, slots=False)
class BodyYear:
    """One body's year in a roll-up (*laporan badan publik*).

    It holds no row of a register and no case, so that thousands of them lie in memory at once.

    >>> from ppid_core import Dossier
    >>> from ppid_core.rollup import BodyYear
    >>> one = BodyYear.of(Dossier.open("examples/kota-serang-2020"), file="serang")
    >>> one.body.name, one.figure("objections.total"), one.unit.value
    ('Pemerintah Kota Serang', 53, 'applicant')

    Attributes:
        summary: its figures; of one body and one year.
        body: whose they are, without addresses.
        submitted_on: when the report was handed in; None where nobody says.
        signed_on: when it was signed.
        outline: the order of its chapters; None where only figures are known.
        found: what rules found, by code.
        judged: codes of the rules that could be asked.
        unread: how many entries could not be read; with any, it is a draft.
        file: where it was read, as typed; "" where from no file.
    """

    summary: Summary
    body: PublicBody
    submitted_on: date | None = None
    signed_on: date | None = None
    outline: Outline | None = None
    found: tuple[CodeCount, ...] = ()
    judged: frozenset[str] = field(default=frozenset(), repr=False)
    unread: int = 0
    file: str = ""

    @classmethod
    def of(cls, work: Reported, *, file: str = "") -> Self:
        """Return the year of a dossier, without the names of persons that somebody typed into a category."""
        year: ServiceYear = work.year
        summary: Summary = work.summary
        checked: Checked = work.checked
        asked = {Status.PASSED, Status.FOUND}
        return cls(
            summary=renamed(without_cases(summary), Redaction.of(year, traits=False).key),
            body=_bare(year.body),
            submitted_on=None if year.submission is None else year.submission.on,
            signed_on=None if year.signatory is None else year.signatory.on,
            outline=year.presentation.outline,
            found=tuple(_code_counts(checked)),
            judged=frozenset(run.code for run in checked.runs if run.status in asked),
            unread=max(len(work.problems), year.unread_count),
            file=file,
        )

    @classmethod
    def of_summary(cls, summary: Summary, *, file: str = "") -> Sequence[Self]:
        """Return the years of a summary, of one or of many: figures alone, nothing that was found."""
        return tuple(
            cls(summary=without_cases(Summary(parts=(part,))), body=_told_body(part[0]), file=file)
            for part in summary.parts
        )

    @property
    def scope(self) -> Scope:
        """Whose and which year it is, and by what it was counted."""
        return self.summary.parts[0][0]

    @property
    def tally(self) -> Tally:
        """What is stored of it."""
        return self.summary.parts[0][1]

    @property
    def year(self) -> int:
        """The year."""
        return self.scope.year

    @property
    def period(self) -> ReportingPeriod:
        """The year, or the part of it, that is told."""
        return ReportingPeriod(self.scope.year, self.scope.part)

    @property
    def is_draft(self) -> bool:
        """Whether something of it could not be read."""
        return self.unread > 0

    @property
    def is_whole(self) -> bool:
        """Whether it tells the whole year."""
        return self.scope.part is YearPart.YEAR

    @property
    def is_estimated(self) -> bool:
        """Whether its times rest on days that no decree fixes yet."""
        return bool(self.scope.estimated_years)

    @cached_property
    def unit(self) -> CountUnit | None:
        """What its register of requests counts: requests or applicants; None where lines differ."""
        units = self.tally.requests.rows.under("unit")
        kinds = {CountUnit(unit) for unit, number in units.items() if number}
        return kinds.pop() if len(kinds) == 1 else None if kinds else CountUnit.REQUEST

    def figure(self, path: str, unit: CountUnit = CountUnit.REQUEST) -> Tree:
        """Return the figure at ``path``; of requests that it counts in another unit, that it is not known.

        Args:
            path: as `Summary.figure` takes it.
            unit: what is added up.
        """
        if path.startswith("requests.") and self.unit is not unit:
            return Absent(Reason.UNCOUNTED_UNIT)
        return self.summary.branch(path)


def _bare(body: PublicBody) -> PublicBody:
    """Return who a body is, without what only its own report prints."""
    return evolve(body, address="", phone="", email="", website="", logo="", superior="")


def _told_body(scope: Scope) -> PublicBody:
    code = scope.identity[0] if len(scope.identity) == 1 else ""
    return PublicBody(name=scope.body, code=code)


def _code_counts(checked: Checked) -> Iterator[CodeCount]:
    for run in checked.runs:
        if run.status is not Status.FOUND:
            continue
        found = [one for one in checked.findings if one.code == run.code and not one.waived]
        if found:
            yield CodeCount(
                code=run.code,
                severity=run.severity,
                title=run.title,
                count=len(found),
                affected=sum(one.affected for one in found),
                examples=tuple(
                    Bilingual(one.message("id"), one.message("en")) for one in found[:MOST_EXAMPLES]
                ),
                mend=Bilingual(found[0].mend("id"), found[0].mend("en")),
            )
