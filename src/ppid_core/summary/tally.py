"""What is stored of one body's one year: nothing but parts that merge."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Self

from attrs import evolve, field, fields, frozen

from ppid_core.language import Bilingual
from ppid_core.law import Lawbook
from ppid_core.model import Absent, PublicBody, Reason, ServiceYear, YearPart, normal
from ppid_core.summary.parts import Amount, Counts, Marks, Oldest
from ppid_core.workdays import WorkdayCalendar

RECORDED = "recorded"
ROWS, LINES = "rows", "lines"
"""What of a register could not be read: rows, or aggregate lines."""


def state(register: object | Absent) -> Marks:
    """Return whether a register is recorded, or why not."""
    if isinstance(register, Absent):
        return Marks.of([f"{register.reason}:{register.detail}"])
    return Marks.of([RECORDED])


def absence(marks: Marks) -> Absent:
    """Return why a register is absent, as `state` noted it; of several reasons the first."""
    if not marks.values:
        return Absent()
    reason, _, detail = marks.values[0].partition(":")
    return Absent(Reason(reason), detail)


@frozen
class _Merging:
    """Merges field by field: every field is a part that merges."""

    def merge(self, *others: Self) -> Self:
        """Return all, merged field by field."""
        names = [attribute.name for attribute in fields(type(self))]
        parts = {name: [getattr(one, name) for one in (self, *others)] for name in names}
        return evolve(self, **{name: first.merge(*rest) for name, (first, *rest) in parts.items()})


@frozen(kw_only=True)
class RegisterTally(_Merging):
    """One register.

    Attributes:
        state: ``recorded``, or the reasons why it is absent.
        rows: ``(dimension, category)`` of the rows; ``("total",)``, ``("carried_over",)``,
            ``("outside_period",)`` and ``("unknown",)`` are whole rows. Of requests also ``timeliness``,
            ``response_class``, ``untimed``, the reasons for ``unknown``, and ``ending``: how many of those
            received or carried over are ``closed``, ``open`` or ``unknown``; ``("agency", key, …)`` says the
            same of each agency, and how many were ``received``, ``carried_over``, ``late``, ``unjudged``.
        stated: ``(dimension, category, month)`` of aggregate lines; ``("total", "", "")`` is the whole,
            ``("uncounted", "", "")`` one whose count is not recorded.
        joint: ``(dimension, words, dimension, words, month)`` of aggregate lines that count what belongs to
            two parts at once; "" for a month where the line is of the whole period.
        words: ``(dimension, category, word)``: in which words rows name a category of an open list;
            ``(dimension, category, word, "")``: aggregate lines.
        unread: `ROWS` and `LINES`, where some of them could not be read at all.
        days: histogram of whole working days from receipt to notice: ``(days,)`` of all, and of parts
            ``("agency", key, days)``, ``("outcome", slug, days)`` and ``("information", slug, days)``.
        clocks: from which day those were counted.
        oldest: the cases that have been open longest; of requests and objections.
        kept: ``endings`` where a row says how or when its case ended.
        blank: ``timeliness``, ``untimed``, ``ending`` and what agencies did, of rows that say nothing of it:
            they are open where others say it, and not recorded where none does.
        blank_oldest: those of them that have been open longest.
    """

    state: Marks = Marks()
    rows: Counts = Counts()
    stated: Counts = Counts()
    joint: Counts = Counts()
    words: Counts = Counts()
    unread: Marks = Marks()
    days: Counts = Counts()
    clocks: Marks = Marks()
    oldest: Oldest = field(factory=Oldest)
    kept: Marks = Marks()
    blank: Counts = Counts()
    blank_oldest: Oldest = field(factory=Oldest)

    @property
    def times(self) -> Counts:
        """How many were ``timeliness``, ``untimed`` and ``ending``; blank ones are open where it is kept."""
        if self.kept.values:
            return self.rows.merge(self.blank)
        blank = sum(self.blank.under("ending").values())
        unknown = (("timeliness", "unknown"), ("untimed", str(Reason.NO_DATES)), ("ending", "unknown"))
        return self.rows.merge(Counts.of((key, blank) for key in unknown)) if blank else self.rows

    @property
    def waiting(self) -> Oldest:
        """The cases that have been open longest, blank ones where it is kept how cases end."""
        return self.oldest.merge(self.blank_oldest) if self.kept.values else self.oldest

    @property
    def is_recorded(self) -> bool:
        """Whether the register has rows, or is recorded and empty."""
        return RECORDED in self.state.values


@frozen(kw_only=True)
class MatrixTally(_Merging):
    """The matrix: ``cells`` by ``(agency | type | category, key, state)`` and ``(state, state)``.

    Attributes:
        rows: ``("all",)`` and ``("blank",)``, and the cells of blank rows ``("blank_cells",)``.
        types: ``position:code`` of each type.
        categories: legal categories of the types.
        parts: the periods in which agencies delivered; ``cells`` and ``rows`` are of the year alone, those
            of periods stand in ``period_cells`` and ``period_rows``, so that the periods of batches are added
            before the last one delivered is known.
        own: of these, the period that each batch took for the state of the year.
        period_rows: ``(period, agency, rows | blank | blank_cells)``.
        period_cells: ``(period, agency, code of the type, its category, state)``.
    """

    state: Marks = Marks()
    cells: Counts = Counts()
    rows: Counts = Counts()
    types: Marks = Marks()
    categories: Marks = Marks()
    parts: Marks = Marks()
    own: Marks = Marks()
    period_rows: Counts = Counts()
    period_cells: Counts = Counts()

    @property
    def type_codes(self) -> list[str]:
        """The codes of the types, in the order of the table."""
        return [mark.partition(":")[2] for mark in self.types.values]


@frozen(kw_only=True)
class Tally(_Merging):
    """One body's one year.

    Attributes:
        public_list: entries of the list of public information, by ``category``.
        exempt_list: those of the list of exempt information, by ``letter``; ``expired``, ``undated`` and
            ``untested`` ones.
        budget: whether the budget is recorded, or why not.
        unread: sums of money of which an amount could not be read.
        stated_means: mean times that the text claims, as they are printed ("8,48 hari").
        counted: ids of what was counted: hashes of files, numbers of batches; none of what has none.
    """

    requests: RegisterTally = field(factory=RegisterTally)
    applicants: RegisterTally = field(factory=RegisterTally)
    complaints: RegisterTally = field(factory=RegisterTally)
    objections: RegisterTally = field(factory=RegisterTally)
    disputes: RegisterTally = field(factory=RegisterTally)
    suits: RegisterTally = field(factory=RegisterTally)
    visits: RegisterTally = field(factory=RegisterTally)
    staff: RegisterTally = field(factory=RegisterTally)
    matrix: MatrixTally = field(factory=MatrixTally)
    public_list: RegisterTally = field(factory=RegisterTally)
    exempt_list: RegisterTally = field(factory=RegisterTally)
    budget: Marks = Marks()
    allocated: Amount = field(factory=Amount)
    realised: Amount = field(factory=Amount)
    stated_means: Marks = Marks()
    unread: Marks = Marks()
    counted: Marks = Marks()


@frozen(kw_only=True, order=True)
class Scope:
    """Whose and which year was counted, and by what.

    >>> from ppid_core import Dossier
    >>> scope = Dossier.open("examples/kota-serang-2020").summary.scope
    >>> scope.body, scope.year, scope.as_of.isoformat()
    ('Pemerintah Kota Serang', 2020, '2021-01-07')

    Attributes:
        identity: what tells the body from others: its code, else kind, level, province and name.
        body: its name as it is printed; of one body, names may be typed in more than one way.
        law: version of the law book.
        calendar: version of the working calendar.
        estimated_years: the years of it that no decree fixes.
        estimate: these, and what computed them; "" where each is decreed.
    """

    identity: tuple[str, ...]
    body: str = field(eq=False, order=False)
    year: int
    part: YearPart
    as_of: date
    law: str
    calendar: str
    estimated_years: tuple[int, ...] = ()
    estimate: str = ""

    @classmethod
    def of(cls, year: ServiceYear, law: Lawbook, workdays: WorkdayCalendar, as_of: date) -> Scope:
        """Return what a summary of ``year`` says of itself."""
        return cls(
            identity=identity(year.body),
            body=year.body.name,
            year=year.period.year,
            part=year.period.part,
            as_of=as_of,
            law=law.version,
            calendar=workdays.version,
            estimated_years=workdays.estimated_years,
            estimate=workdays.estimate,
        )

    def differences(self, other: Scope) -> Iterator[Bilingual]:
        """Yield what tells two scopes apart, each with both values."""
        pairs = (
            (_BODY, self.identity == other.identity, self.body, other.body),
            (_YEAR, self.year == other.year, self.year, other.year),
            (_PART, self.part == other.part, self.part, other.part),
            (_DAY, self.as_of == other.as_of, self.as_of, other.as_of),
            (_LAW, self.law == other.law, self.law, other.law),
            (_CALENDAR, self.calendar == other.calendar, self.calendar, other.calendar),
        )
        for what, is_same, mine, others in pairs:
            if not is_same:
                yield Bilingual(f"{what.id} ({mine} / {others})", f"{what.en} ({mine} / {others})")


def identity(body: PublicBody) -> tuple[str, ...]:
    """Return what tells a body from others: its code, which outlives a new name, else what it is called."""
    if body.code:
        return (normal(body.code),)
    kind, level = (str(part or "") for part in (body.kind, body.level))
    return kind, level, normal(body.province), normal(body.name)


_BODY, _YEAR = Bilingual("badan publik", "public body"), Bilingual("tahun", "year")
_PART, _DAY = Bilingual("bagian tahun", "part of the year"), Bilingual("tanggal keadaan", "day")
_LAW, _CALENDAR = Bilingual("versi hukum", "version of the law"), Bilingual("versi kalender", "calendar")
