"""Where a rule of law stands, and how sure we are of what it says."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from attrs import frozen

from ppid_core.language import Bilingual, Lang

_UNVERIFIED = Bilingual("(belum diverifikasi)", "(not verified)")


class Confidence(StrEnum):
    """How sure we are of a legal fact (*tingkat keyakinan*)."""

    CONFIRMED = "confirmed"
    """Read in the text itself."""
    SECONDARY = "secondary"
    """Read in a page about the text: an agency's, the press, a commission's notes."""
    UNCONFIRMED = "unconfirmed"
    """Found in no text; always printed as such."""

    @property
    def label(self) -> Bilingual:
        """The words that a reader sees."""
        return _CONFIDENCE_LABELS[self]


_CONFIDENCE_LABELS = {
    Confidence.CONFIRMED: Bilingual("terverifikasi", "confirmed"),
    Confidence.SECONDARY: Bilingual("sumber sekunder", "secondary source"),
    Confidence.UNCONFIRMED: Bilingual("belum diverifikasi", "not verified"),
}


@frozen(kw_only=True)
class Citation:
    """A place in an instrument (*dasar hukum*).

    >>> from ppid_core.law import Citation, Confidence, cite
    >>> cite([Citation(instrument="UU 14/2008", article="Pasal 22 ayat (7)")], Confidence.CONFIRMED)
    'UU 14/2008 Pasal 22 ayat (7)'

    Attributes:
        instrument: short name, "UU 14/2008".
        article: the place in it, "Pasal 22 ayat (7)"; "" for the whole instrument.
        url: where the text can be read, if known.
    """

    instrument: str
    article: str = ""
    url: str | None = None

    def __str__(self) -> str:
        """Return ``UU 14/2008 Pasal 22 ayat (7)``: the same in both languages."""
        return f"{self.instrument} {self.article}".rstrip()


def cite(citations: Iterable[Citation], confidence: Confidence, lang: Lang = "id") -> str:
    """Return the citations as printed: joined by commas, an unconfirmed one says so.

    >>> from ppid_core.law import Citation, Confidence, cite
    >>> cite([Citation(instrument="Perki 1/2021", article="Pasal 36")], Confidence.UNCONFIRMED, "en")
    'Perki 1/2021 Pasal 36 (not verified)'
    """
    printed = ", ".join(str(citation) for citation in citations)
    return f"{printed} {_UNVERIFIED(lang)}" if confidence is Confidence.UNCONFIRMED else printed


def unmarked(printed: str, lang: Lang = "id") -> str:
    """Return printed citations without that mark: a document that a city signs tells doubts of ours once."""
    return printed.replace(f" {_UNVERIFIED(lang)}", "")


class Citable:
    """What rests on places in instruments: their classes share how they are told."""

    __slots__ = ()
    citations: tuple[Citation, ...]
    confidence: Confidence

    def cite(self, lang: Lang = "id") -> str:
        """Return the citations as printed; an unconfirmed one says so."""
        return cite(self.citations, self.confidence, lang)
