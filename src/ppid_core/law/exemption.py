"""Why an access may be refused, and why a refusal may be objected to."""

from __future__ import annotations

from attrs import frozen

from ppid_core.language import Bilingual, Lang
from ppid_core.law.citation import Citation, Confidence, cite


@frozen(kw_only=True)
class LetteredGround:
    """One letter of a list of grounds (*alasan berhuruf*): Pasal 17 a–j, Pasal 35 ayat (1) a–g.

    Attributes:
        letter: "a" to "j".
        title: what it is about, in a few words; not the text of the law.
    """

    letter: str
    title: Bilingual


@frozen(kw_only=True)
class RefusalGround:
    """A reason that bodies give for a refusal, and whether the law knows it (*alasan penolakan*).

    Attributes:
        reason: slug of the reason, as in the register of requests.
        lawful: whether a PPID may refuse a request for it.
        citations: where that stands.
        confidence: how sure we are of this one reason.
        note: why, in one sentence for staff.
    """

    reason: str
    lawful: bool
    citations: tuple[Citation, ...]
    confidence: Confidence
    note: Bilingual

    def cite(self, lang: Lang = "id") -> str:
        """Return the citations as printed; an unconfirmed one says so."""
        return cite(self.citations, self.confidence, lang)
