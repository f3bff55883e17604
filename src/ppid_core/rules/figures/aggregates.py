"""T105: aggregate lines against the rows of the same register, and parts that only one of them names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen

from ppid_core.glossary.vocabulary import is_word, same
from ppid_core.language import Bilingual
from ppid_core.model import (
    BREAKDOWNS,
    Absent,
    Aggregate,
    CountUnit,
    Dimension,
    Outcome,
    Period,
    Reason,
    Register,
    Request,
    ServiceYear,
)
from ppid_core.model.redaction import TRAITS_IN_SIGHT, TRAITS_OF_ROWS
from ppid_core.rules.casebook.aggregate_lines import (
    AggregateLines,
    lines_of,
    part_key,
    part_named,
    part_title,
    same_part,
)
from ppid_core.rules.engine.evidence import Evidence, present
from ppid_core.rules.engine.finding import Finding, Severity
from ppid_core.rules.engine.labels import said
from ppid_core.rules.engine.place import Placed, places_of
from ppid_core.rules.engine.rule import Rule
from ppid_core.summary import UNNAMED, Summary
from ppid_core.summary.register import COULD_BE
from ppid_core.summary.rows import Case, Named, kept_in_rows, naming, placed, rows_of

_NO_BOTH = Bilingual(
    "tidak ada rekap yang barisnya juga tercatat", "no aggregate line has rows of the register beside it"
)
_SAID = Bilingual("rekap menyebut {number}", "rekap says {number}")
_GAP = Bilingual(" (selisih {number})", " (difference {number})")
_UNSAID = Bilingual("rekap tidak menyebutnya", "the lines do not name it")
_Judged = tuple[Finding, bool]
_Bounds = tuple[int, int]
_Parts = Mapping[Dimension, Named]
_Entry = tuple[Placed, int, Period | None, _Parts]
_Cell = tuple[int | None, Dimension | None, str | None]
_Names = frozenset[str | None]
_TIMED = frozenset({Register.REQUESTS, Register.APPLICANTS})
"""The registers of whose rows the response time is counted."""
_OF_APPLICANTS = TRAITS_OF_ROWS.keys() - TRAITS_IN_SIGHT.keys()
"""What rows say of a person who is shown to no rule."""
_LARGEST_ONLY = frozenset(one.dimension for one in BREAKDOWNS if one.is_open_ended)
"""Groups without a closed list, of which reports often name the largest parts only."""
_Part = tuple[str, int | None]
"""A category, and the month that narrows it."""


@frozen(kw_only=True)
class _RegisterRows:
    """The rows of one register, counted by month, dimension and category (*baris register*).

    Attributes:
        register: which it is.
        cells: how many there are; the month or the category is None where rows name none.
        words: in which words a category was typed first.
    """

    register: Register
    rows: tuple[Placed, ...]
    cells: Counter[_Cell]
    words: Mapping[tuple[Dimension, str], str]
    summary: Summary

    def bounds(self, line: Aggregate, named: frozenset[str]) -> _Bounds | None:
        """Return the least and the most that ``line`` may say; None where the rows cannot tell.

        Rows that name no category, or no month, may belong to any; so may those whose words no list holds,
        unless a line says the same words.

        Args:
            line: an aggregate line.
            named: what the lines of its group name.
        """
        dimension, category, month = same_part(line)
        if dimension is Dimension.TIME and self.register in _TIMED:
            return self._time_bounds(category) if month is None else None
        if dimension in _OF_APPLICANTS and self.register in _TIMED:
            return self._trait_bounds(dimension, category) if month is None else None
        cells = [(cell, number) for cell, number in self.cells.items() if cell[1] is dimension]
        if all(name is None for (_, _, name), _ in cells):
            return None if self.rows else (0, 0)
        surely, perhaps = _names(category)
        names = {name for (_, _, name), _ in cells if name is not None}
        perhaps |= {name for name in names - named if is_word(dimension, name)}
        if is_word(dimension, category) and category not in names:
            perhaps |= names
        sure = sum(n for (m, _, name), n in cells if name in surely and month in {None, m})
        most = sum(n for (m, _, name), n in cells if name in perhaps and (not (m and month) or m == month))
        return sure, most

    def _trait_bounds(self, dimension: Dimension, category: str) -> _Bounds | None:
        """Return how many have a trait of applicants, by the figures: no rule is shown the applicant."""
        (_, tally), *others = self.summary.parts or ((None, None),)
        if tally is None or others:
            return None
        rows = tally.requests.rows
        named = {name: number for name, number in rows.under(dimension).items() if name not in UNNAMED}
        low = named.get(category, 0)
        return (low, low + rows.get("total") - sum(named.values())) if named else None

    def _time_bounds(self, category: str) -> _Bounds | None:
        """Return the answers whose time the rows tell; the others may fall into any class.

        A class that the law did not have when the rows were counted cannot be compared.
        """
        classes = self.summary.figure("requests.response_time.by_class")
        counted = self.summary.figure("requests.response_time.count")
        total = self.summary.figure("requests.total")
        if not isinstance(classes, Mapping) or not isinstance(counted, int) or not isinstance(total, int):
            return None
        low = classes.get(category)
        return None if low is None else (low, low + max(total - counted, 0))


def _recorded_rows(year: ServiceYear, register: Register, summary: Summary) -> _RegisterRows | None:
    """Return the rows of a register; None where there are none to compare with, or their count is unread."""
    entries = _entries(year, register)
    if entries is None or summary.figure(f"{register}.total") == Absent(Reason.UNREAD):
        return None
    rows: list[Placed] = []
    cells: Counter[_Cell] = Counter()
    words: dict[tuple[Dimension, str], str] = {}
    for row, count, period, parts in entries:
        month = None if period is None else period.month
        rows.append(row)
        cells[month, None, ""] += count
        cells[month, Dimension.MONTH, None if month is None else str(month)] += count
        for dimension, named in parts.items():
            for category in (named or (None,)) if isinstance(named, tuple) else (named,):
                name = same(dimension, category) if category else None
                cells[month, dimension, name] += count
                if name and category:
                    words.setdefault((dimension, name), category)
    return _RegisterRows(register=register, rows=tuple(rows), cells=cells, words=words, summary=summary)


def _entries(year: ServiceYear, register: Register) -> Iterator[_Entry] | None:
    """Return the rows that came in within the period: neither carried over nor outside it."""
    rows = _rows(year, register)
    if rows is None:
        return None
    readers = [(one.dimension, one.of, naming(one)) for one in kept_in_rows(register)]
    return (
        (row, row.count, when, {along: named(row) for along, of, named in readers if _is_of(row, of)})
        for row in rows
        for when, opening in (placed(row),)
        if opening is None and (when is None or year.period.may_hold(when))
    )


def _is_of(row: Case, outcome: Outcome | None) -> bool:
    """Tell whether a row is part of what a breakdown divides: all of the register, or one outcome."""
    return outcome is None or (isinstance(row, Request) and row.outcome is outcome)


def _rows(year: ServiceYear, register: Register) -> tuple[Case, ...] | None:
    """Return the rows of a register, None where there are none that tell of it."""
    rows = rows_of(year, register)
    if isinstance(rows, Absent) or (register is Register.APPLICANTS and not _are_applicants(rows)):
        return None
    return rows


def _are_applicants(rows: tuple[Case, ...]) -> bool:
    return bool(rows) and all(isinstance(row, Request) and row.unit is CountUnit.APPLICANT for row in rows)


def _names(category: str | None) -> tuple[_Names, _Names]:
    """Return the categories of rows that surely and that perhaps belong to ``category``.

    A vague word (*daring*, *dipenuhi*) may stand for the exact ones or for what they leave over.
    """
    own: _Names = frozenset({category})
    members: set[str | None] = set()
    holders: set[str | None] = set()
    for vague, exact in COULD_BE.items():
        members |= set(map(str, exact)) if vague == category else set()
        holders |= {str(vague)} if category in exact else set()
    return own, own | members | holders | {None}


def _aggregates_and_rows(evidence: Evidence) -> Iterator[Finding]:
    """Yield each part of which aggregate lines and rows say different things, or only the rows anything."""
    pairs = [pair for register in Register for pair in _both_ways(register, evidence)]
    for finding, contradicts in present(pairs, _NO_BOTH):
        if contradicts:
            yield finding


def _both_ways(register: Register, evidence: Evidence) -> Iterator[_Judged]:
    lines = lines_of(evidence.year, register)
    if evidence.year.unread_cells("rekap", register):
        return
    rows = _recorded_rows(evidence.year, register, evidence.summary) if lines.lines else None
    if rows is None:
        return
    parts: dict[tuple[Dimension | None, str, int | None], list[Aggregate]] = {}
    for line in (line for line in lines.lines if line.count is not None):
        parts.setdefault(same_part(line), []).append(line)
    for alike in parts.values():
        bounds = rows.bounds(alike[0], _named_in(lines, alike[0]))
        if bounds is not None:
            yield _beside(alike, bounds, rows)
    for part, number in _unnamed(lines, rows, evidence.year.period.year):
        yield _left_out(part, number, lines, rows), True


def _named_in(lines: AggregateLines, line: Aggregate) -> frozenset[str]:
    """Return the categories that the lines of one group name."""
    dimension = part_named(line)[0]
    return frozenset() if dimension is None else frozenset(lines.parts(dimension))


def _beside(lines: Sequence[Aggregate], bounds: _Bounds, rows: _RegisterRows) -> _Judged:
    """Judge the lines of one part, which add up where there are several."""
    (low, high), stated = bounds, sum(line.number for line in lines)
    nearest = low if stated < low else high
    gap = abs(stated - nearest)
    finding = Finding(
        subject=part_key(lines[0]),
        sources=(*places_of(lines), *places_of(rows.rows)),
        provided=stated,
        expected=nearest,
        facts={
            "what": part_title(lines[0]),
            "said": _SAID.fill(number=said(stated)),
            "gap": _GAP.fill(number=said(gap)),
        },
    )
    return finding, not low <= stated <= high


def _left_out(part: Aggregate, number: int, lines: AggregateLines, rows: _RegisterRows) -> Finding:
    """Return a part that the rows name and the lines of its group do not."""
    group, _, _ = part_named(part)
    beside = () if group is None else lines.under(group)
    return Finding(
        subject=part_key(part),
        sources=(*places_of(beside), *places_of(rows.rows)),
        expected=number,
        facts={"what": part_title(part), "said": _UNSAID, "gap": ""},
    )


def _unnamed(lines: AggregateLines, rows: _RegisterRows, year: int) -> Iterator[tuple[Aggregate, int]]:
    """Yield each part that is left out, as the line that it would be, with what the rows count.

    A group below its total may leave parts out, as long as the rest holds them. Where no line states the
    total, the group itself is the whole; only of open lists is the total of the rows the whole. A total that
    is said not to be recorded may hold any rest.
    """
    for group in () if lines.is_uncounted else lines.dimensions:
        parts = _parts_without_line(lines, group, _named(rows, group))
        if sum(parts.values()) > _rest(lines, group, rows):
            for (category, month), number in parts.items():
                word = rows.words.get((group, category), category)
                period = None if month is None else Period(year, month)
                yield (
                    Aggregate(
                        register=lines.register, dimension=group, category=word, period=period, count=0
                    ),
                    number,
                )


def _rest(lines: AggregateLines, group: Dimension, rows: _RegisterRows) -> int:
    whole = lines.whole_of(group)
    if whole is None and group in _LARGEST_ONLY:
        whole = sum(number for (_, dimension, _), number in rows.cells.items() if dimension is None)
    return 0 if whole is None else max(whole - lines.sum_of(group), 0)


def _named(rows: _RegisterRows, group: Dimension) -> Mapping[_Part, int]:
    """Return what the rows name along a group, month by month."""
    if group is Dimension.TIME and rows.register in _TIMED:
        classes = rows.summary.figure("requests.response_time.by_class")
        told = classes.items() if isinstance(classes, Mapping) else ()
        return {(name, None): number for name, number in told if isinstance(number, int) and number}
    return {
        ("" if group is Dimension.MONTH else name, month): number
        for (month, dimension, name), number in rows.cells.items()
        if dimension is group and name is not None and number
    }


def _parts_without_line(
    lines: AggregateLines, group: Dimension, named: Mapping[_Part, int]
) -> Mapping[_Part, int]:
    """Return the parts that no line holds; a category that no line holds in any month is one part.

    Words that no list holds, and that only one of both sides says, may stand for any part of the other.
    """
    stated = [
        (same(group, line.category), None if line.period is None else line.period.month)
        for line in lines.under(group)
    ]
    names = {name for name, _ in named}
    words = {category for category, _ in stated if is_word(group, category)} - names
    left: Counter[_Part] = Counter()
    for (name, month), number in named.items():
        is_any = is_word(group, name) and name not in {category for category, _ in stated}
        months = {at for category, at in stated if is_any or category in words or _may_hold(category, name)}
        if group is not Dimension.MONTH and not months:
            left[name, None] += number
        elif month is not None and not months & {None, month}:
            left[name, month] += number
    return left


def _may_hold(stated: str, name: str) -> bool:
    """Tell whether rows of ``name`` may belong to a line; a vague word may stand for an exact one."""
    return stated == name or name in COULD_BE.get(stated, ()) or stated in COULD_BE.get(name, ())


T105 = Rule(
    code="T105",
    severity=Severity.ERROR,
    title=Bilingual("Rekap berbeda dari baris register", "Aggregate lines differ from the rows"),
    message=Bilingual(
        "{what}: {said}, register berjumlah {expected}{gap}.",
        "{what}: {said}, the register adds up to {expected}{gap}.",
    ),
    mend=Bilingual(
        "Laporan memakai register, {expected}. Betulkan atau lengkapi rekap, atau perbaiki baris register.",
        "The report uses the register, {expected}. Correct or complete the lines, or mend the rows.",
    ),
    explanation=Bilingual(
        "Rekap dan register mencatat hal yang sama; bila keduanya ada, hasilnya harus sama dari kedua arah:"
        " bagian yang hanya ada di rekap, dan bagian yang hanya ada di register. Rekap yang kurang dari"
        " jumlahnya boleh tidak menyebut bagian selama sisanya cukup.",
        "Aggregate lines and the register record the same cases; where both exist, they have to agree both"
        " ways: what only the lines name, and what only the rows do. Lines that fall short of their total may"
        " leave parts out as long as the rest holds them.",
    ),
    where=Bilingual(
        "tabel rekap, kolom jumlah; atau baris register", "table rekap, column jumlah; or the register's rows"
    ),
    example=Bilingual(
        "rekap: permohonan 84; permohonan: dua belas baris yang berjumlah 84",
        "rekap: permohonan 84; permohonan: twelve rows that add up to 84",
    ),
    check=_aggregates_and_rows,
)
