"""What the chapters of a roll-up are made of, and how its figures stand in a cell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from attrs import frozen

from ppid_core.glossary import label
from ppid_core.language import Bilingual, Lang
from ppid_core.model import Absent, CountUnit, Outcome, Reason, ReportingPeriod
from ppid_core.report.blocks import Column, Paragraph
from ppid_core.report.text import running
from ppid_core.report.values import SMALLEST_WHOLE_FOR_PERCENT, Counted, Days, Ratio, Rupiah, Value
from ppid_core.rollup import (
    BodyGroup,
    GroupParts,
    GroupTimes,
    GroupTotal,
    Regions,
    Rollup,
    RosterLine,
    YearRollup,
)

GRANTED = (Outcome.GRANTED, Outcome.PARTLY_GRANTED, Outcome.FULFILLED)
"""What is granted, wholly or partly."""
REFUSED = (Outcome.REFUSED,)
OUTCOMES = "requests.by_outcome"

UNITS: Mapping[CountUnit | None, Bilingual] = {
    CountUnit.REQUEST: Bilingual("permohonan", "requests"),
    CountUnit.APPLICANT: Bilingual("pemohon", "applicants"),
    None: Bilingual("bercampur", "mixed"),
}
"""What registers of requests count."""
_OTHER_UNIT = Bilingual("dihitung dalam satuan lain", "counted in another unit")


@frozen(kw_only=True)
class RollupMaterial:
    """Everything that a chapter of a roll-up may tell (*bahan rekapitulasi*).

    Attributes:
        rollup: the roll-up.
        year: the year that is told in full.
        lang: the language.
    """

    rollup: Rollup
    year: YearRollup
    lang: Lang = "id"

    def t(self, indonesian: str, english: str) -> str:
        """Return the text in the language of the document."""
        return indonesian if self.lang == "id" else english

    def said(self, indonesian: str, english: str) -> Paragraph:
        """Return a paragraph in the language of the document."""
        return Paragraph(content=(self.t(indonesian, english),))

    def columns(self, *heads: tuple[str, str, str]) -> tuple[Column, ...]:
        """Return columns by key and heading in both languages."""
        return tuple(Column(key=key, title=self.t(one, other)) for key, one, other in heads)

    def count(self, number: int) -> str:
        """Return a number as running text prints it, with its words."""
        return running(Counted(number), self.lang)

    def province(self, line: RosterLine) -> str:
        """Return the province of a body: by its report, its code, or the roster; "" where none says it."""
        said = "" if line.report is None else line.report.body.province
        listed = "" if line.entry is None else line.entry.province
        regions, day = Regions.load(), ReportingPeriod(self.year.year).last_day
        by_code = regions.province(line.code, None if self.rollup.by_latest_codes else day)
        return regions.province_name(said or by_code or listed)

    def reasons(self, reasons: Iterable[tuple[Reason, int]]) -> str:
        """Return why bodies do not tell a figure, each reason with their number."""
        return "; ".join(f"{self.reason(reason)} ({number})" for reason, number in reasons)

    def reason(self, reason: Reason) -> str:
        """Return why a body does not tell a figure."""
        if reason is Reason.UNCOUNTED_UNIT:
            return _OTHER_UNIT(self.lang)
        return label(reason, self.lang)


NOBODY = "–"
"""Stands for how many tell a figure where there is no report that could."""


def told_of(total: GroupTotal | GroupParts | GroupTimes) -> Value:
    """Return how many bodies tell a figure: *81 dari 310*; `NOBODY` where no report is added up."""
    return Ratio(total.told, total.of, in_parts=True) if total.of else NOBODY


def value_of(total: GroupTotal, *, money: bool = False) -> Value:
    """Return a total as a cell prints it."""
    if isinstance(total.number, Absent):
        return total.number
    return Rupiah(Decimal(total.number)) if money else total.number


def some_of(parts: GroupParts, outcomes: Iterable[Outcome]) -> int | Absent:
    """Return how many of the requests had one of these outcomes, by those bodies that tell outcomes."""
    known = [parts.parts[outcome] for outcome in outcomes if outcome in parts.parts]
    return sum(known) if known else Absent(Reason.NO_CATEGORY)


def short(value: Value) -> Value:
    """Return a value as a narrow cell has it: what is absent is a dash, and told in a chapter of its own."""
    return "–" if isinstance(value, Absent) else value


def printed(value: Value) -> Value:
    """Return a value as the main table has it: of what is absent, why, unless all are of another unit."""
    return "–" if isinstance(value, Absent) and value.reason is Reason.UNCOUNTED_UNIT else value


def median_of(times: GroupTimes) -> Value:
    """Return the median as a cell prints it."""
    return times.median if isinstance(times.median, Absent) else Days(times.median)


def share_in_time(group: BodyGroup, unit: CountUnit = CountUnit.REQUEST) -> tuple[Value, GroupTotal]:
    """Return which share of the judged requests was closed in time, and of how many bodies that is known."""
    closed, judged = group.in_time(unit)
    if isinstance(closed.number, Absent) or isinstance(judged.number, Absent):
        return Absent(Reason.NO_DATES), judged
    if not judged.number:
        return Absent(Reason.NOTHING_TO_SHARE), judged
    is_small = judged.number < SMALLEST_WHOLE_FOR_PERCENT
    return Ratio(closed.number, judged.number, in_parts=is_small), judged
