"""A due date with its reasons: the times that run, and every day that was counted or skipped."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from ppid_core.deadlines.caveats import caveats
from ppid_core.deadlines.explaining import explanation, sentence
from ppid_core.language import Bilingual, Lang
from ppid_core.law.decree import Track
from ppid_core.law.parameter import Provision, Unit
from ppid_core.law.report import MonthDay
from ppid_core.law.time_limit import DeadlineKind


@frozen(kw_only=True)
class Step:
    """One day after day zero, up to the due date (*langkah*).

    Attributes:
        counted: whether it counts.
        why: why it does not, None where it does.
    """

    date: date
    counted: bool
    why: Bilingual | None = None


@frozen(kw_only=True)
class Leg:
    """One time that runs by one provision (*jangka waktu*): extended, a deadline has two.

    Attributes:
        start: day zero.
        end: the last day.
    """

    provision: Provision[int]
    start: date
    end: date

    @property
    def is_worked(self) -> bool:
        """Whether working days are counted, so that the calendar has a say."""
        return self.provision.unit is Unit.WORKING_DAY


@frozen(kw_only=True)
class Deadline:
    """A due date with its reasons (*batas waktu*).

    Attributes:
        opened_on: the day of the event; it counts as zero.
        due_on: the last day.
        extended: whether the extension was counted in.
        provision: what the law says of its length; of the yearly report, the day of the year.
        legs: the times that run one after the other; none where the law names a day.
        steps: every day after ``opened_on`` up to ``due_on``; none where the law names a day.
        calendar_version: short name of the calendar it was counted along.
        track: whose joint leave counted.
        as_known_on: the day whose decrees were known, None for all there are.
        estimated: whether working days are counted in a year that no decree fixes.
        conflict: days passed on which the decrees of the two tracks disagree: the due date hangs on them.
        following: years counted in which ``track`` has no decree of its own and follows the other.
        clock: of a request, from which day the law lets the time run: "received" or "complete".
        complete: of a request, whether ``opened_on`` is the day on which it was complete, not of receipt.
        cuti_bersama: whether days of joint leave were skipped.
    """

    kind: DeadlineKind
    opened_on: date
    due_on: date
    extended: bool = False
    provision: Provision[int] | Provision[MonthDay]
    legs: tuple[Leg, ...] = ()
    steps: tuple[Step, ...] = ()
    calendar_version: str
    track: Track
    as_known_on: date | None = None
    estimated: bool = False
    conflict: tuple[date, ...] = ()
    following: tuple[int, ...] = ()
    clock: Provision[str] | None = None
    complete: bool = False
    cuti_bersama: bool = True

    @property
    def is_worked(self) -> bool:
        """Whether any working days are counted: where none are, no calendar has a say."""
        return any(leg.is_worked for leg in self.legs)

    @property
    def skipped(self) -> tuple[Step, ...]:
        """The steps that do not count."""
        return tuple(step for step in self.steps if not step.counted)

    def sentence(self, lang: Lang = "id") -> str:
        """Return what is due, and by which day."""
        return sentence(self, lang)

    def caveats(self, lang: Lang = "id") -> tuple[str, ...]:
        """Return what is convention, unknown or in dispute: a sentence each."""
        return tuple(caveats(self, lang))

    def explain(self, lang: Lang = "id") -> str:
        """Return the reasons as text that can go into a letter: lines, some of them blank."""
        return "\n".join(explanation(self, lang))
