"""Why an access may be refused, how long, and why a refusal may be objected to."""

from __future__ import annotations

from enum import StrEnum

from attrs import frozen

from ppid_core.language import Bilingual
from ppid_core.law.citation import Citable, Citation, Confidence


@frozen(kw_only=True)
class LetteredGround(Citable):
    """One letter of a list of grounds (*alasan berhuruf*): Pasal 35 ayat (1) a–g, Pasal 6 ayat (3).

    >>> from datetime import date
    >>> from ppid_core import Lawbook
    >>> [one.letter for one in Lawbook.load().objection_grounds.at(date(2024, 1, 1)).value]
    ['a', 'b', 'c', 'd', 'e', 'f', 'g']

    Attributes:
        letter: "a" to "g".
        title: what it is about, in a few words; not the text of the law.
        citations: where that stands.
        confidence: how sure we are of this one letter.
    """

    letter: str
    title: Bilingual
    citations: tuple[Citation, ...]
    confidence: Confidence


@frozen(kw_only=True)
class ExemptionLetter(Citable):
    """One letter of Pasal 17, and what bounds it (*huruf pengecualian*).

    >>> from datetime import date
    >>> from ppid_core import Lawbook
    >>> Lawbook.load().exemption_letters.at(date(2024, 1, 1)).value[7].letter
    'h'

    Attributes:
        letter: "a" to "j".
        title: what it is about, in a few words; not the text of the law.
        permanent: False where Pasal 20 says that it is not; None where nothing is said.
        lifted_by_consent: whether it falls with the written consent of the person concerned (Pasal 18).
        lifted_by_public_office: whether it falls where it concerns a public office (Pasal 18).
        limited_by: where what bounds it stands, None where nothing does.
        citations: where the letter itself stands.
        confidence: how sure we are of this one letter and its bounds.
        note: what a reader must know besides.
    """

    letter: str
    title: Bilingual
    permanent: bool | None = None
    lifted_by_consent: bool = False
    lifted_by_public_office: bool = False
    limited_by: Citation | None = None
    citations: tuple[Citation, ...]
    confidence: Confidence
    note: Bilingual | None = None


class DurationRule(StrEnum):
    """How long an exemption may last (*masa pengecualian*)."""

    AT_MOST = "at_most"
    AS_NEEDED = "as_needed"
    BY_LEGISLATION = "by_legislation"

    @property
    def label(self) -> Bilingual:
        """The words that a reader sees."""
        return _DURATION_LABELS[self]


_DURATION_LABELS = {
    DurationRule.AT_MOST: Bilingual("paling lama", "at most"),
    DurationRule.AS_NEEDED: Bilingual("selama pelindungannya diperlukan", "as long as it is needed"),
    DurationRule.BY_LEGISLATION: Bilingual("menurut peraturan perundang-undangan", "by legislation"),
}


@frozen(kw_only=True)
class ExemptionDuration(Citable):
    """How long a letter of Pasal 17 may exempt (*masa pengecualian*); no rule is recorded for letter j.

    >>> from datetime import date
    >>> from ppid_core import Lawbook
    >>> durations = Lawbook.load().exemption_durations.at(date(2024, 1, 1)).value
    >>> [(one.letter, one.years) for one in durations][:2]
    [('a', 30), ('b', None)]

    Attributes:
        letter: "a" to "i".
        rule: how its length is fixed.
        years: the length where it is a number, None elsewhere.
        citations: where that stands.
        confidence: how sure we are of this one letter.
        note: what a reader must know besides.
    """

    letter: str
    rule: DurationRule
    years: int | None = None
    citations: tuple[Citation, ...]
    confidence: Confidence
    note: Bilingual


@frozen(kw_only=True)
class RefusalGround(Citable):
    """A reason that bodies give for a refusal, and whether the law knows it (*alasan penolakan*).

    >>> from datetime import date
    >>> from ppid_core import Lawbook
    >>> [one.lawful for one in Lawbook.load().refusal_grounds.at(date(2024, 1, 1)).value][:2]
    [True, True]

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
