"""T105: aggregate lines against the rows of the same register, and parts that only one of them names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from ppid_core.glossary import say
from ppid_core.glossary.vocabulary import is_word, same
from ppid_core.language import Bilingual
from ppid_core.model import BREAKDOWNS, Aggregate, Dimension, Period, Register
from ppid_core.rules.casebook.aggregate_lines import (
    Lines,
    lines_of,
    part_key,
    part_named,
    part_title,
    same_part,
)
from ppid_core.rules.casebook.register_rows import TIMED, Bounds, RegisterRows, recorded_rows
from ppid_core.rules.engine.evidence import Evidence, present
from ppid_core.rules.engine.finding import Finding, Severity
from ppid_core.rules.engine.place import places_of
from ppid_core.rules.engine.rule import Rule
from ppid_core.summary.register import COULD_BE

NO_BOTH = Bilingual(
    "tidak ada rekap yang barisnya juga tercatat", "no aggregate line has rows of the register beside it"
)
UNSAID = Bilingual("rekap tidak menyebutnya", "the lines do not name it")
Judged = tuple[Finding, bool]


def aggregates_and_rows(evidence: Evidence) -> Iterator[Finding]:
    """Yield each part of which aggregate lines and rows say different things, or only the rows anything."""
    pairs = [pair for register in Register for pair in _both_ways(register, evidence)]
    for finding, contradicts in present(pairs, NO_BOTH):
        if contradicts:
            yield finding


def _both_ways(register: Register, evidence: Evidence) -> Iterator[Judged]:
    lines = lines_of(evidence.year, register)
    if evidence.year.unread_cells("rekap", register):
        return
    rows = recorded_rows(evidence.year, register, evidence.summary) if lines.lines else None
    if rows is None:
        return
    parts: dict[tuple[Dimension | None, str, int | None], list[Aggregate]] = {}
    for line in (line for line in lines.lines if line.count is not None):
        parts.setdefault(same_part(line), []).append(line)
    for alike in parts.values():
        bounds = rows.bounds(alike[0], named_in(lines, alike[0]))
        if bounds is not None:
            yield _beside(alike, bounds, rows)
    for part, number in unnamed(lines, rows, evidence.year.period.year):
        yield _left_out(part, number, lines, rows), True


def named_in(lines: Lines, line: Aggregate) -> frozenset[str]:
    """Return the categories that the lines of one group name."""
    dimension = part_named(line)[0]
    return frozenset() if dimension is None else frozenset(lines.parts(dimension))


def _beside(lines: Sequence[Aggregate], bounds: Bounds, rows: RegisterRows) -> Judged:
    """Judge the lines of one part, which add up where there are several."""
    (low, high), said = bounds, sum(line.number for line in lines)
    nearest = low if said < low else high
    gap = abs(said - nearest)
    finding = Finding(
        subject=part_key(lines[0]),
        sources=(*places_of(lines), *places_of(rows.rows)),
        provided=said,
        expected=nearest,
        facts={
            "what": part_title(lines[0]),
            "said": Bilingual(f"rekap menyebut {say(said, 'id')}", f"rekap says {say(said, 'en')}"),
            "gap": Bilingual(f" (selisih {say(gap, 'id')})", f" (difference {say(gap, 'en')})"),
        },
    )
    return finding, not low <= said <= high


def _left_out(part: Aggregate, number: int, lines: Lines, rows: RegisterRows) -> Finding:
    """Return a part that the rows name and the lines of its group do not."""
    group, _, _ = part_named(part)
    beside = () if group is None else lines.under(group)
    return Finding(
        subject=part_key(part),
        sources=(*places_of(beside), *places_of(rows.rows)),
        expected=number,
        facts={"what": part_title(part), "said": UNSAID, "gap": ""},
    )


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
    check=aggregates_and_rows,
)


LARGEST_ONLY = frozenset(one.dimension for one in BREAKDOWNS if one.is_open_ended)
"""Groups without a closed list, of which reports often name the largest parts only."""
Part = tuple[str, int | None]
"""A category, and the month that narrows it."""


def unnamed(lines: Lines, rows: RegisterRows, year: int) -> Iterator[tuple[Aggregate, int]]:
    """Yield each part that is left out, as the line that it would be, with what the rows count.

    A group below its total may leave parts out, as long as the rest holds them. Where no line states the
    total, the group itself is the whole; only of open lists is the total of the rows the whole. A total that
    is said not to be recorded may hold any rest.
    """
    for group in () if lines.is_uncounted else lines.dimensions:
        parts = _unnamed_left_out(lines, group, _named(rows, group))
        if sum(parts.values()) > _rest(lines, group, rows):
            for (category, month), number in parts.items():
                word = rows.words.get((group, category), category)
                yield _line(lines, group, word, None if month is None else Period(year, month)), number


def _rest(lines: Lines, group: Dimension, rows: RegisterRows) -> int:
    whole = lines.whole_of(group)
    if whole is None and group in LARGEST_ONLY:
        whole = sum(number for (_, dimension, _), number in rows.cells.items() if dimension is None)
    return 0 if whole is None else max(whole - lines.sum_of(group), 0)


def _line(lines: Lines, group: Dimension, category: str, period: Period | None) -> Aggregate:
    return Aggregate(register=lines.register, dimension=group, category=category, period=period, count=0)


def _named(rows: RegisterRows, group: Dimension) -> Mapping[Part, int]:
    """Return what the rows name along a group, month by month."""
    if group is Dimension.TIME and rows.register in TIMED:
        classes = rows.summary.figure("requests.response_time.by_class")
        told = classes.items() if isinstance(classes, Mapping) else ()
        return {(name, None): number for name, number in told if isinstance(number, int) and number}
    return {
        ("" if group is Dimension.MONTH else name, month): number
        for (month, dimension, name), number in rows.cells.items()
        if dimension is group and name is not None and number
    }


def _unnamed_left_out(lines: Lines, group: Dimension, named: Mapping[Part, int]) -> Mapping[Part, int]:
    """Return the parts that no line holds; a category that no line holds in any month is one part.

    Words that no list holds, and that only one of both sides says, may stand for any part of the other.
    """
    stated = [
        (same(group, line.category), None if line.period is None else line.period.month)
        for line in lines.under(group)
    ]
    names = {name for name, _ in named}
    words = {category for category, _ in stated if is_word(group, category)} - names
    left: Counter[Part] = Counter()
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
