"""How the information commission grades a public body each year."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from attrs import frozen

from ppid_core.language import Bilingual
from ppid_core.law.citation import Citable, Citation, Confidence


@frozen(kw_only=True)
class MonevBand(Citable):
    """A span of scores with one grade (*golongan nilai monev*), half-open: ``low <= score < high``.

    The printed spans end at one decimal and leave holes between them; half-open ones leave none.

    >>> from datetime import date
    >>> from ppid_core import Lawbook
    >>> [(one.title.id, one.low) for one in Lawbook.load().monev_bands.at(date(2024, 1, 1)).value][:2]
    [('Informatif', 90), ('Menuju Informatif', 80)]

    Attributes:
        slug: stable name.
        title: the grade.
        low: its first score, None for the lowest grade.
        high: the first score above it, None for the highest grade.
        citations: where it stands.
        confidence: how sure we are of this one span.
    """

    slug: str
    title: Bilingual
    low: int | None = None
    high: int | None = None
    citations: tuple[Citation, ...]
    confidence: Confidence

    def holds(self, score: Decimal | Fraction | int) -> bool:
        """Return whether a body with ``score`` has this grade."""
        return (self.low is None or self.low <= score) and (self.high is None or score < self.high)


@frozen(kw_only=True)
class AssessedCategory(Citable):
    """What the evaluation of one year looks at (*kategori penilaian*).

    >>> from datetime import date
    >>> from ppid_core import Lawbook
    >>> [(one.slug, one.weight) for one in Lawbook.load().monev_categories.at(date(2025, 12, 31)).value][:2]
    [('quality', 10), ('kinds', 40)]

    Attributes:
        slug: stable name, as a member of `MonevCategory`.
        title: what it is called.
        weight: its part of the questionnaire in percent, None where that was not found.
        citations: where it stands.
        confidence: how sure we are of this one category.
    """

    slug: str
    title: Bilingual
    weight: int | None = None
    citations: tuple[Citation, ...]
    confidence: Confidence


def are_gapless(bands: Sequence[MonevBand]) -> bool:
    """Return whether bands, the highest first, hold every score once."""
    ends = (bands[0].high, bands[-1].low) if bands else (0,)
    return not any(end is not None for end in ends) and all(
        above.low is not None and above.low == below.high for above, below in pairwise(bands)
    )
