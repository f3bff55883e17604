"""Bodies whose standard of service is another than the general one, or is not known."""

from __future__ import annotations

from attrs import frozen

from ppid_core.language import Bilingual
from ppid_core.law.citation import Citable, Citation, Confidence


@frozen(kw_only=True)
class OwnStandard(Citable):
    """The standard of one kind of body (*standar layanan sendiri*).

    >>> from datetime import date
    >>> from ppid_core import Lawbook
    >>> [one.kind for one in Lawbook.load().own_standards.at(date(2024, 1, 1)).value][:1]
    ['political_party']

    Attributes:
        kind: slug of the kind of body.
        standard: name of the instrument, None where none is known.
        response: working days for the answer, None where they were not found.
        extension: working days by which that may be extended, None where they were not found.
        citations: where that stands.
        confidence: how sure we are of this one kind.
        note: what it means for the report, in one sentence.
    """

    kind: str
    standard: str | None = None
    response: int | None = None
    extension: int | None = None
    citations: tuple[Citation, ...]
    confidence: Confidence
    note: Bilingual
