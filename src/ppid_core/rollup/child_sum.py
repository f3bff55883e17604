"""What a parent reports beside the sums of the bodies that it contains, and which part explains it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from attrs import field, frozen

from ppid_core.language import Bilingual
from ppid_core.model import Absent, CountUnit, Register, breakdowns_of
from ppid_core.rollup.body_year import BodyYear
from ppid_core.rules.engine.labels import capital, part_of, term
from ppid_core.summary.register import COULD_BE, UNNAMED


@frozen(kw_only=True)
class ChildSum:
    """What a parent reports beside the sum of the bodies that it contains (*induk dan bagiannya*).

    >>> from ppid_core import Dossier
    >>> from ppid_core.rollup import Roster, rollup
    >>> def told(name, number):
    ...     laporan = [{"kunci": "tahun", "isi": 2023}, {"kunci": "badan.nama", "isi": name}]
    ...     return Dossier.from_rows({"laporan": laporan, "rekap": [{"apa": "keberatan", "jumlah": number}]})
    >>> roster = Roster.from_rows([{"nama": "Induk"}, {"nama": "Bagian", "induk": "Induk"}])
    >>> (one,) = rollup([told("Induk", 5), told("Bagian", 7)], roster=roster).latest.child_sums
    >>> one.path, one.stated, one.added, one.difference
    ('objections.total', 5, 7, -2)

    Attributes:
        path: of the figure; of a part of a breakdown, with its category.
        label: what it is called.
        parent: the report that contains the others.
        stated: its figure.
        added: what those of the parts that tell it come to; absent where none does.
        children: the parts that tell it.
        of: how many parts the roster names.
        is_contradiction: whether the two cannot both be right: all parts tell it, or those that do already
            come to more.
        suspects: the parts that the parent left out, or counted twice, as their own figures say.
        is_repeated: whether one of these explains it together with a figure that is told before.
    """

    path: str
    label: Bilingual = field(eq=False)
    parent: BodyYear
    stated: int
    added: int | Absent
    children: tuple[BodyYear, ...]
    of: int
    is_contradiction: bool = True
    suspects: tuple[BodyYear, ...] = ()
    is_repeated: bool = False

    @property
    def difference(self) -> int | Absent:
        """Stated less added."""
        return self.added if isinstance(self.added, Absent) else self.stated - self.added

    @property
    def is_short(self) -> bool:
        """Whether the parts come to more than the parent says."""
        return isinstance(self.added, int) and self.stated < self.added


def child_sums(parent: BodyYear, children: Sequence[BodyYear], *, of: int) -> Iterator[ChildSum]:
    """Yield the figures in which a parent and its parts differ; of parts that lack, at least how many.

    Args:
        parent: the report that contains the others.
        children: the reports of its parts.
        of: how many parts the roster names; with none there is nothing to compare.
    """
    compared = _COMPARED if of else ()
    registers = [tuple(_figures(parent, children, register, of)) for register in compared]
    everywhere = _explaining([one for figures in registers for one in figures])
    is_told_anyway = len(children) < of
    for figures in registers:
        explaining, is_repeated = everywhere or _explaining(figures), False
        for one in figures:
            if not (is_told_anyway or one.is_told):
                continue
            suspects = (explaining or one.equal) if one.is_complete else frozenset()
            yield ChildSum(
                path=one.path,
                label=one.label,
                parent=parent,
                stated=one.stated,
                added=one.added if one.values else Absent(),
                children=tuple(children[at] for at in one.values),
                of=of,
                is_contradiction=one.is_contradiction,
                suspects=tuple(children[at] for at in sorted(suspects)),
                is_repeated=is_repeated and one.is_complete,
            )
            is_repeated, is_told_anyway = bool(explaining), False


@frozen(kw_only=True)
class _Figure:
    """One figure that is compared.

    Attributes:
        values: those of the parts that tell it, by the place of the part.
        of: how many parts there are.
        room: how many cases of the parent are named so vaguely, or not at all, that they may be these.
        child_room: the same of the parts.
    """

    path: str
    label: Bilingual
    stated: int
    values: Mapping[int, int]
    of: int
    room: int
    child_room: int

    @property
    def added(self) -> int:
        return sum(self.values.values())

    @property
    def gap(self) -> int:
        return self.stated - self.added

    @property
    def is_complete(self) -> bool:
        return len(self.values) == self.of

    @property
    def is_contradiction(self) -> bool:
        return self.gap < -self.room or (self.is_complete and self.gap > self.child_room)

    @property
    def is_told(self) -> bool:
        """Whether a reader is told: a total that differs also where those that lack may explain it."""
        is_total = self.path.endswith(_TOTAL)
        return self.is_contradiction or (is_total and bool(self.values) and self.gap != 0)

    @property
    def equal(self) -> frozenset[int]:
        """The parts whose own figure is the difference."""
        return frozenset(at for at, value in self.values.items() if value == abs(self.gap))


def _explaining(figures: Sequence[_Figure]) -> frozenset[int]:
    """Return the parts without which, or twice with which, every figure that all tell would be right."""
    known = [one for one in figures if one.is_complete]
    if not any(one.gap for one in known):
        return frozenset()
    return frozenset(
        at
        for at in range(known[0].of)
        if any(all(one.gap == sign * one.values[at] for one in known) for sign in (-1, 1))
    )


_TOTAL = ".total"
_COMPARED = tuple(register for register in Register if register is not Register.APPLICANTS)
"""A person may apply at several bodies, so that applicants of the parts need not add up."""


def _figures(
    parent: BodyYear, children: Sequence[BodyYear], register: Register, of: int
) -> Iterator[_Figure]:
    """Yield the total of a register, then the parts of its breakdowns that every year is asked for.

    Words that no list holds, months and times are not compared: each body writes and counts its own.
    """
    unit = parent.unit or CountUnit.REQUEST
    is_of_applicants = register is Register.REQUESTS and unit is CountUnit.APPLICANT
    whole = term(Register.APPLICANTS if is_of_applicants else register)
    figures = [one.figure(f"{register}{_TOTAL}", unit) for one in (parent, *children)]
    totals = [{} if isinstance(number, Absent) else {"": number} for number in figures]
    yield from _figure(f"{register}{_TOTAL}", capital(whole), "", totals, of)
    for breakdown in breakdowns_of(register).values():
        if breakdown.is_asked and breakdown.vocabulary is not None:
            parts = [_parts(one, breakdown.path, unit) for one in (parent, *children)]
            for word in breakdown.vocabulary:
                path, name = f"{breakdown.path}.{word}", part_of(whole, breakdown.dimension, word)
                yield from _figure(path, name, word, parts, of)


def _parts(one: BodyYear, path: str, unit: CountUnit) -> Mapping[str, int]:
    """Return a breakdown, empty where it is not told or contradicts its own total."""
    parts = one.figure(path, unit)
    return {} if isinstance(parts, Absent) or one.summary.exceeds(path) else parts


def _figure(
    path: str, label: Bilingual, word: str, parts: Sequence[Mapping[str, int]], of: int
) -> Iterator[_Figure]:
    """Yield one figure, of the parent first and then of its parts; none where the parent does not tell it."""
    stated, *others = parts
    if word in stated:
        yield _Figure(
            path=path,
            label=label,
            stated=stated[word],
            values={at: other[word] for at, other in enumerate(others) if word in other},
            of=of,
            room=_room(stated, word),
            child_room=sum(_room(other, word) for other in others),
        )


def _room(parts: Mapping[str, int], word: str) -> int:
    """Return how many cases are not named, or by a word that may stand for this one, or this one for them."""
    vague = {other for other, words in COULD_BE.items() if word in words}
    return sum(parts.get(other, 0) for other in {*UNNAMED, *COULD_BE.get(word, ()), *vague})
