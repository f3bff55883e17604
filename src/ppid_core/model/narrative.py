"""What the report tells in words, and the instruments it names."""

from __future__ import annotations

from enum import StrEnum

from attrs import field, frozen

from ppid_core.model.absent import NOT_KEPT, Absent
from ppid_core.source import Source


@frozen(kw_only=True)
class Passage:
    """Prose of one chapter (*naskah*): ``part`` is its key ("kata-pengantar"), ``text`` as typed."""

    part: str
    text: str
    source: Source | None = field(default=None, eq=False)


@frozen(kw_only=True)
class Entry:
    """One item of a list (*uraian*)."""

    text: str
    date: str = ""
    note: str = ""
    source: Source | None = field(default=None, eq=False)


@frozen(kw_only=True)
class Recommendation(Entry):
    """A recommendation (*rekomendasi*) and what is planned to come of it, or what became of it.

    Attributes:
        year: the year whose report made it; None is that of this report.
        follow_up: the plan (*rencana tindak lanjut*); of an earlier report, what became of it.
    """

    year: int | None = None
    follow_up: str = ""

    def is_earlier(self, year: int) -> bool:
        """Tell whether the report of a year before ``year`` made it."""
        return self.year is not None and self.year < year


class ConstraintKind(StrEnum):
    """Kinds of constraint."""

    INTERNAL = "internal"
    EXTERNAL = "external"


@frozen(kw_only=True)
class Constraint:
    """An obstacle to the service (*kendala*)."""

    text: str
    kind: ConstraintKind | None = None
    source: Source | None = field(default=None, eq=False)


@frozen(kw_only=True)
class Regulation:
    """A regulation that the service rests on (*regulasi*)."""

    number: str = ""
    about: str = ""
    year: int | None = None
    source: Source | None = field(default=None, eq=False)


class MentionKind(StrEnum):
    """What a quotation names."""

    INSTRUMENT = "instrument"
    BODY = "body"
    DATE = "date"


@frozen(kw_only=True)
class InstrumentMention:
    """An instrument, a body or a dated weekday as the text names it (*kutipan*).

    Attributes:
        text: the name or number as it stands there.
        passage: the chapter in which it stands.
    """

    kind: MentionKind = MentionKind.INSTRUMENT
    text: str = ""
    about: str = ""
    year: int | None = None
    passage: str = ""
    source: Source | None = field(default=None, eq=False)


@frozen(kw_only=True)
class Narrative:
    """Everything that is told and not counted."""

    passages: tuple[Passage, ...] = ()
    priorities: tuple[Entry, ...] | Absent = NOT_KEPT
    constraints: tuple[Constraint, ...] | Absent = NOT_KEPT
    recommendations: tuple[Recommendation, ...] | Absent = NOT_KEPT
    regulations: tuple[Regulation, ...] | Absent = NOT_KEPT
    mentions: tuple[InstrumentMention, ...] | Absent = NOT_KEPT

    def passage(self, part: str) -> Passage | None:
        """Return the prose of one chapter, None where none is typed."""
        return next((passage for passage in self.passages if passage.part == part), None)
