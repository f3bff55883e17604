"""What may tell who somebody is though no name is given: an office, a trait that few share."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import attrgetter

from ppid_core.model.absent import Absent
from ppid_core.model.breakdown import BREAKDOWNS, Register, breakdowns_of
from ppid_core.model.measure import Aggregate, JointPart
from ppid_core.model.redaction.name import MASK
from ppid_core.model.redaction.word import Phrases, Span, folded, words_of
from ppid_core.model.request import APPLICANT_TRAITS, ApplicantClass, Request, traits_of
from ppid_core.model.year import ServiceYear

SMALLEST_CELL = 5
"""A trait that fewer persons share may tell who they are."""
TRAITS = frozenset(one.dimension for one in BREAKDOWNS if one.is_of_person)
"""What is said of a person, not of a request."""
TRAITS_OF_ROWS = {
    one.dimension: one.attribute
    for one in breakdowns_of(Register.REQUESTS).values()
    if one.is_of_person and one.attribute
}
"""The field of a request, or of its applicant, that says it."""
TRAITS_IN_SIGHT = {
    dimension: name for dimension, name in TRAITS_OF_ROWS.items() if name not in APPLICANT_TRAITS
}
"""Those that stand in the register itself: what is said of an applicant is in no public edition."""

Cell = tuple[str, str]
"""A dimension and a category of it, without the differences that are none."""
JointTrait = tuple[Cell, str]
"""A trait, and the dimension along which something is told of those who share it."""


def cell_of(dimension: str, category: str) -> Cell:
    """Return the cell in which a category is counted."""
    return str(dimension), " ".join(folded(category))


_OFFICES = Phrases(
    map(
        folded,
        (
            *("gubernur", "wakil gubernur", "bupati", "wakil bupati", "wali kota", "walikota"),
            *("sekda", "sekretaris daerah", "camat", "lurah", "kepala desa", "kades", "sekretaris desa"),
            *("ketua", "wakil ketua", "sekretaris", "bendahara", "direktur", "komisaris", "rektor", "dekan"),
            *("kepala dinas", "kepala badan", "kepala bagian", "kepala bidang", "kepala seksi"),
            *("kepala kantor", "kepala sekolah", "kepala dusun", "kepala puskesmas", "kapolres", "kapolsek"),
            *("pimpinan", "pemimpin redaksi", "pemred", "anggota dprd", "anggota dpr", "anggota dewan"),
        ),
    )
)
_LONGEST_PLACE = 8
"""Words behind an office that may say of what."""


def office_spans(text: str) -> Iterator[Span]:
    """Yield where one person's office stands, with the place behind it: *Ketua RT 05 Kelurahan Cipare*."""
    if not _OFFICES.may_begin(folded(text)):
        return
    words, at = words_of(text), 0
    while at < len(words):
        length, _ = _OFFICES.at(words, at)
        last = at + length - 1
        while length and last + 1 < min(len(words), at + length + _LONGEST_PLACE):
            following = words[last + 1]
            if text[words[last].end : following.start].strip() or not _says_of_what(text[following.start]):
                break
            last += 1
        if length and last >= at + length:
            yield words[at].start, words[last].end
        at = max(at, last) + 1


def _says_of_what(sign: str) -> bool:
    return sign.isupper() or sign.isdecimal()


def names_office(text: str) -> bool:
    """Tell whether ``text`` names the office of one person: an office, and of what."""
    return next(office_spans(text), None) is not None


def small_cells(year: ServiceYear) -> Mapping[str, tuple[Cell, ...]]:
    """Return, by table, the traits that at least one and fewer than five persons share."""
    told = {
        table: tuple(cell for cell, count in cells.items() if 0 < count < SMALLEST_CELL)
        for table, cells in _tables(year).items()
    }
    return {table: cells for table, cells in told.items() if cells}


def hidden_cells(year: ServiceYear) -> frozenset[Cell]:
    """Return the traits to hide: the small ones; a single one could be told from the rest, so one more."""
    tables = _tables(year).values()
    return frozenset(cell for counts in tables for cell in _hidden(counts))


def _hidden(counts: Mapping[Cell, int]) -> Iterator[Cell]:
    for dimension in TRAITS:
        ordered = sorted((count, cell) for cell, count in counts.items() if cell[0] == dimension and count)
        small = sum(count < SMALLEST_CELL for count, _ in ordered)
        yield from (cell for _, cell in ordered[: small + (small == 1)])


def _tables(year: ServiceYear) -> Mapping[str, Mapping[Cell, int]]:
    """Return how many persons share each trait: in the register, and in each group of aggregate lines."""
    tables: dict[str, Mapping[Cell, int]] = {}
    if not isinstance(year.requests, Absent):
        persons = [row for row in year.requests if row.applicant_class is not ApplicantClass.ORGANISATION]
        tables["permohonan"] = _added(
            ((dimension, text), count * rows)
            for dimension, attribute in TRAITS_OF_ROWS.items()
            for (text, count), rows in _said_of(persons, attribute).items()
        )
    groups: defaultdict[str, list[tuple[Cell, int]]] = defaultdict(list)
    for line in year.aggregates:
        name = f"rekap.{line.register}.{line.year or ''}"
        for (dimension, category), other in _traits_of(line):
            groups[f"{name}.{other.dimension}" if other else name].append(
                ((dimension, category), line.number)
            )
    return {**tables, **{name: _added(lines) for name, lines in groups.items()}}


def _traits_of(line: Aggregate) -> Iterator[tuple[Cell, JointPart | None]]:
    """Yield the traits that a line names, each with the part that it tells besides."""
    if line.dimension in TRAITS:
        yield (line.dimension, line.category), line.second
    if line.dimension and line.second is not None and line.second.dimension in TRAITS:
        part = JointPart(dimension=line.dimension, category=line.category)
        yield (line.second.dimension, line.second.category), part


def hidden_joint_traits(year: ServiceYear) -> frozenset[JointTrait]:
    """Return the traits to hide in joint counts: fewer than five who share one share something besides.

    How many have the trait is told all the same. A single one could be told from the rest, so one more.
    """
    tables: defaultdict[tuple[Register, int | None, str], list[tuple[Cell, str, int]]] = defaultdict(list)
    for line in year.aggregates:
        for trait, other in _traits_of(line):
            if other is not None and trait[1] not in {"", MASK}:
                table = tables[line.register, line.year, str(other.dimension)]
                table.append((cell_of(*trait), other.category, line.number))
    return frozenset(
        (cell, other) for (_, _, other), lines in tables.items() for cell in _hidden(_smallest(lines))
    )


def _smallest(lines: Iterable[tuple[Cell, str, int]]) -> Mapping[Cell, int]:
    """Return, by trait, the least that share anything besides; of what nobody shares nothing can be told."""
    counts: Counter[tuple[Cell, str]] = Counter()
    for cell, other, number in lines:
        counts[cell, other] += number
    smallest: dict[Cell, int] = {}
    for (cell, _), number in counts.items():
        if number:
            smallest[cell] = min(number, smallest.get(cell, number))
    return smallest


def _said_of(persons: Sequence[Request], attribute: str) -> Counter[tuple[str, int]]:
    """Return what rows say of persons, with the number of persons of a row, and how many rows do."""
    is_hidden = attribute in APPLICANT_TRAITS
    said = traits_of(persons, attribute) if is_hidden else map(attrgetter(attribute), persons)
    return Counter(zip(said, map(attrgetter("count"), persons), strict=True))


def _added(cells: Iterable[tuple[Cell, int]]) -> Mapping[Cell, int]:
    added: defaultdict[Cell, int] = defaultdict(int)
    for (dimension, category), count in cells:
        if category and category != MASK:
            added[cell_of(dimension, category)] += count
    return added
