"""What the yearly report must hold, and by which day of the year it is due."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from attrs import field, frozen

from ppid_core.language import Bilingual
from ppid_core.law.citation import Citable, Citation, Confidence


@frozen(kw_only=True)
class MonthDay:
    """A day that comes back each year (*tanggal tahunan*).

    >>> from datetime import date
    >>> from ppid_core.law import MonthDay
    >>> MonthDay(month=3, day=31).after(date(2024, 12, 31))
    datetime.date(2025, 3, 31)

    Attributes:
        month: 1 to 12.
        day: 1 to 31, a day that every year has.
    """

    month: int
    day: int = field()

    @day.validator
    def _every_year_has_it(self, _: object, day: int) -> None:
        date(date.min.year, self.month, day)

    def after(self, day: date) -> date:
        """Return the first such day later than ``day``."""
        same_year = date(day.year, self.month, self.day)
        return same_year if same_year > day else date(day.year + 1, self.month, self.day)


class ContentCondition(StrEnum):
    """When a content is asked for at all (*syarat isi*)."""

    ALWAYS = "always"
    IF_ANY = "if_any"
    """Only where there was such a case; a register that says *nihil* has answered."""
    IF_OBLIGED = "if_obliged"
    """Execution: only where an answer or a result obliges the body to something."""
    IF_ADJUDICATED = "if_adjudicated"
    """Suits: only where a dispute ended in adjudication."""


@frozen(kw_only=True)
class RequiredContent(Citable):
    """One thing that the report must tell (*isi minimum*).

    >>> from datetime import date
    >>> from ppid_core import Lawbook
    >>> [one.slug for one in Lawbook.load().required_contents.at(date(2024, 1, 1)).value][:3]
    ['policy', 'facilities', 'facilities_condition']

    Attributes:
        slug: stable name, as in the subject ``content:response_time``.
        head: letter of the list in the regulation, a–f.
        item: its place under that letter, as the regulation writes it: a figure or a letter; "" where the
            letter has no list.
        title: what it is called.
        typed_in: the table, or table and column (for ``naskah`` its *bagian*), where staff type it; any one
            of them suffices.
        part_of: slug of the whole; a part is asked for only where its whole is there.
        condition: when it is asked for at all.
        citations: where it stands.
        confidence: how sure we are of this one content.
    """

    slug: str
    head: str
    item: str = ""
    title: Bilingual
    typed_in: tuple[str, ...]
    part_of: str | None = None
    condition: ContentCondition = ContentCondition.ALWAYS
    citations: tuple[Citation, ...]
    confidence: Confidence

    @property
    def place(self) -> str:
        """Its letter and its place under it, ``c.2`` or ``c.b``."""
        return f"{self.head}.{self.item}" if self.item else self.head
