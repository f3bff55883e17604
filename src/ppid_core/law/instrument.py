"""The instruments themselves: what is in force, and what took the place of what."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from attrs import frozen

from ppid_core.law.citation import Citation, Confidence


class Precision(StrEnum):
    """How much of a date is known; the rest is counted as the first day (*ketelitian tanggal*)."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


@frozen(kw_only=True)
class Instrument:
    """An act, regulation or decree (*peraturan*).

    >>> from ppid_core import Lawbook
    >>> [one.replaced_by for one in Lawbook.load().instruments if one.name == "Permendagri 35/2010"]
    ['Permendagri 3/2017']

    Attributes:
        kind: as people write it, "UU", "Perki", "Permendagri".
        number: "35"; text, since some numbers hold letters.
        year: year in its name.
        title: short, what it is about; not its official title.
        in_force_from: first day on which it applies.
        in_force_until: first day on which it no longer applies, None while in force.
        precision: how much of ``in_force_from`` is known.
        replaced_by: name of the instrument that took its place.
        citation: where that stands.
        confidence: how sure we are of the instrument.
        since_confidence: how sure we are of ``in_force_from``, where that differs.
        checked_on: the day on which it was last compared with what its ``confidence`` rests on.
        note: what a reader must know besides, in Indonesian.
    """

    kind: str
    number: str
    year: int
    title: str
    in_force_from: date
    in_force_until: date | None = None
    precision: Precision = Precision.DAY
    replaced_by: str | None = None
    citation: Citation
    confidence: Confidence
    since_confidence: Confidence | None = None
    checked_on: date
    note: str = ""

    @property
    def name(self) -> str:
        """Short name, ``Permendagri 35/2010``."""
        return f"{self.kind} {self.number}/{self.year}"

    def in_force(self, day: date) -> bool:
        """Return whether it applied on ``day``."""
        ended = self.in_force_until is not None and day >= self.in_force_until
        return self.in_force_from <= day and not ended
