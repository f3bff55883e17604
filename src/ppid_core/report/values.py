"""Values of a report that characters cannot hold without saying what they are."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Self

from attrs import field, frozen

from ppid_core.model import Absent, Measure, Period
from ppid_core.summary import Summary, ratio
from ppid_core.writing.numbers import EXACT

_PLACES = 4


@frozen(order=True)
class Counted:
    """A count of things: ``13`` in a table, ``13 (tiga belas)`` in running text.

    >>> from ppid_core.report import Counted, running, text
    >>> text(Counted(13)), running(Counted(13))
    ('13', '13 (tiga belas)')
    """

    number: int


@frozen(order=True)
class Rupiah:
    """An amount of money.

    >>> from decimal import Decimal
    >>> from ppid_core.report import Rupiah, text
    >>> text(Rupiah(Decimal(51_904_000)))
    'Rp51.904.000,00'
    """

    amount: Decimal


@frozen
class Ratio:
    """A share, ``part`` of ``whole``: printed as a percentage with two decimals.

    >>> from ppid_core.report import Ratio, text
    >>> text(Ratio(1, 3)), text(Ratio(1, 3), "en")
    ('33,33%', '33.33%')

    Attributes:
        in_parts: whether it is printed as "2 dari 3": of few, a percentage says more than is known.
    """

    part: Decimal | int
    whole: Decimal | int
    in_parts: bool = field(default=False, kw_only=True)

    @property
    def fraction(self) -> Decimal:
        """The share between 0 and 1, rounded half up to four decimals."""
        return ratio(self.part, self.whole, _PLACES)

    @property
    def percentage(self) -> Decimal:
        """The same as a percentage with two decimals."""
        return EXACT.scaleb(self.fraction, 2)


@frozen(order=True)
class Days:
    """A number of working days.

    >>> from decimal import Decimal
    >>> from ppid_core.report import Days, text
    >>> text(Days(Decimal("8.48"))), text(Days(Decimal("8.48")), "en")
    ('8,48', '8.48')
    """

    number: Decimal | int


class Typed(str):
    """Words as staff typed them, in Indonesian: a document in another language marks them so.

    A cell, a heading, a note or a part of running text may be such; to everything else it is text.

    >>> from ppid_core.report import Column, Typed
    >>> Column(key="type-1", title=Typed("Renja")).title == "Renja"
    True
    """

    __slots__ = ()


class Phrase(str):
    """Words of which some are as staff typed them and others are ours.

    >>> from ppid_core.report import Phrase, Typed
    >>> note = Phrase("Unit: ", Typed("poin"), " in every row.")
    >>> note == "Unit: poin in every row.", note.parts[1]
    (True, 'poin')

    Attributes:
        parts: the words in their order, those typed by staff among them.
    """

    __slots__ = ("parts",)
    parts: tuple[str, ...]

    def __new__(cls, *parts: str) -> Self:
        """Join words, of which others may be phrases."""
        phrase = super().__new__(cls, "".join(parts))
        phrase.parts = tuple(one for part in parts for one in _parts_of(part))
        return phrase


def _parts_of(words: str) -> tuple[str, ...]:
    """Return the parts of a phrase, of any other words themselves."""
    return words.parts if isinstance(words, Phrase) else (words,)


def phrased(parts: Iterable[str], between: str) -> str:
    """Return words set apart by ``between``, those that staff typed still known as such."""
    listed = [part for part in parts if part]
    return Phrase(*[one for part in listed for one in (between, part)][1:])


Value = str | int | Decimal | Counted | Rupiah | Ratio | Days | date | Period | StrEnum | Absent
"""What a cell of a table, or a figure in a sentence, may hold."""


def number(value: Value) -> Decimal | None:
    """Return the figure behind a value, a share between 0 and 1; None of words and of what is unknown.

    >>> from ppid_core.report import Ratio, Rupiah, number
    >>> number(Rupiah(1500)), number(Ratio(1, 4)), number("-")
    (Decimal('1500'), Decimal('0.2500'), None)
    """
    match value:
        case Counted(figure) | Days(figure) | Rupiah(figure):
            return Decimal(figure)
        case Ratio():
            return value.fraction
        case int() | Decimal():
            return Decimal(value)
        case _:
            return None


@frozen
class Num:
    """A figure inside a sentence, identified by its measure.

    >>> from ppid_core.model import Measure
    >>> from ppid_core.report import Counted, Num, Paragraph
    >>> figure = Num(Measure.OBJECTIONS_TOTAL, Counted(53))
    >>> Paragraph(content=("Ada ", figure, " keberatan.")).plain()
    'Ada 53 (lima puluh tiga) keberatan.'
    """

    measure: Measure
    value: Value


Inline = str | Num
"""A part of running text: characters, or a figure that knows what it is of."""


SMALLEST_WHOLE_FOR_PERCENT = 10
"""Of fewer, a percentage says more than is known."""
_MONEY = frozenset({Measure.ALLOCATED, Measure.REALISED})
_DAYS = frozenset(
    {
        Measure.RESPONSE_MEAN,
        Measure.RESPONSE_MEDIAN,
        Measure.RESPONSE_MIN,
        Measure.RESPONSE_MAX,
        Measure.RESPONSE_P25,
        Measure.RESPONSE_P75,
        Measure.RESPONSE_P90,
        Measure.RESPONSE_P95,
        Measure.STANDARD_MEAN,
    }
)
_SHARES = {
    Measure.SHARE_IN_TIME: ("requests.timeliness.closed_in_time", "requests.judged"),
    Measure.SHARE: ("compliance.disclosed", "compliance.denominator"),
    Measure.SHARE_OF_REPORTING: ("compliance.disclosed", "compliance.denominator_of_reporting"),
    Measure.ABSORPTION: ("budget.realised", "budget.allocated"),
}


def of_enough(part: Decimal | int, whole: Decimal | int) -> Ratio:
    """Return a share as it is told: of few things in parts, "2 dari 3"."""
    return Ratio(part, whole, in_parts=isinstance(whole, int) and whole < SMALLEST_WHOLE_FOR_PERCENT)


def measured(summary: Summary, measure: Measure) -> Value:
    """Return the figure of ``measure`` with what it is: a count, money, days or a share."""
    figure = summary.number(measure)
    if isinstance(figure, Absent):
        return figure
    if measure in _SHARES:
        part, whole = (summary.branch(path) for path in _SHARES[measure])
        return of_enough(part, whole)
    if measure in _MONEY:
        return Rupiah(Decimal(figure))
    if measure in _DAYS:
        return Days(figure)
    return Counted(int(figure))
