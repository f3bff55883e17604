"""Plain values: text, numbers, days and periods, sources, and what is absent."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, time
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from ppid_core.glossary import spellings
from ppid_core.model import NOT_KEPT, Absent, Coded, Period, Reason, ReportingPeriod, YearPart
from ppid_core.source import Source
from ppid_core.writing import spell

Kind = TypeVar("Kind", bound=StrEnum)
Value = TypeVar("Value")

_CENTS = 2
FEW, SEVERAL = 2, 4
_USUAL_YEARS = (date(2010, 1, 1), date(2027, 12, 31))
_WRITABLE = st.characters(exclude_categories=("Cc", "Cn", "Cs"))
_REALISTIC = (
    "",
    "-",
    "12",
    "Lembaga Swadaya Masyarakat",
    "Salinan DPA dan RKA Tahun 2019",
    "Jum'at, 07 Agustus 2020",
    "Dinas Komunikasi & Informatika",
    "Peraturan Walikota Nomor 24 Tahun 2011",
    "Baik",
)
_NASTY = (
    "=SUM(A1:A9)",
    "+62 254",
    "@pemohon",
    "koma, titik koma; dan | garis",
    "\"dikutip\" dan 'dipetik'",
    "<b>tebal</b> &amp; {kurung} %s",
    "# judul **tebal** [tautan](x) `kode`",
    "\\akhir\\",
    "√ ✓ × – … §",
    "e\u0301 \u00e9 \u0130 ß ﬁ",
    "معلومات 情報 🙂",
    "spasi\u00a0tetap\u2028baris",
    "x" * 300,
)


@cache
def words() -> SearchStrategy[str]:
    """Return text of one cell on one line, without spaces around it; it may be empty."""
    other = st.text(_WRITABLE, max_size=12).map(lambda text: " ".join(text.split()))
    return st.sampled_from((*_REALISTIC, *(" ".join(text.split()) for text in _NASTY))) | other


@cache
def names() -> SearchStrategy[str]:
    """Return what `words` returns, but never empty."""
    return words().map(lambda text: text or "A")


@cache
def texts() -> SearchStrategy[str]:
    """Return text of several lines, with tabs and spaces around it; it may be empty."""
    prose = st.lists(st.sampled_from((*_REALISTIC, *_NASTY, "- butir")), min_size=1, max_size=4).map(
        "\n\n".join
    )
    return words() | prose | st.text(st.sampled_from("\n\t a-#|") | _WRITABLE, max_size=12)


@cache
def counts() -> SearchStrategy[int]:
    """Return counts, 0 among them: mostly small, seldom beyond any register."""
    return st.integers(0, 5) | st.integers(0, 99) | st.sampled_from((100, 1_000, 30_356, 10**14))


@cache
def amounts() -> SearchStrategy[Decimal]:
    """Return rupiah: finite, not negative, whole or with cents."""
    whole = st.integers(0, 10**13)
    return whole.map(Decimal) | whole.map(lambda cents: Decimal(cents).scaleb(-_CENTS))


@cache
def counts_in_words() -> SearchStrategy[str | None]:
    """Return the words beside a count: a number spelled, any words, or none."""
    return st.none() | st.integers(0, 99).map(spell) | words()


@cache
def sources() -> SearchStrategy[Source]:
    """Return places in the input: of a whole file, a row or a cell."""
    return st.builds(
        Source,
        file=st.sampled_from(("permohonan.csv", "data/opd.csv", "laporan.xlsx", "")),
        sheet=st.sampled_from(("", "keberatan")) | words(),
        row=st.none() | st.integers(1, 10**6),
        column=words(),
        cell=st.sampled_from(("", "C7")),
        key=st.sampled_from(("", "4711")),
    )


@cache
def absent() -> SearchStrategy[Absent]:
    """Return absences, for every reason; a register that was not kept comes first."""
    return st.just(NOT_KEPT) | st.builds(Absent, st.sampled_from(Reason), words())


def partly(
    kind: Callable[..., Value],
    always: Mapping[str, SearchStrategy[object]] | None = None,
    /,
    **seldom: SearchStrategy[object],
) -> SearchStrategy[Value]:
    """Return values of ``kind`` of which only some of the ``seldom`` fields are filled in.

    So are the rows of a register; and what is left out costs no time and needs no shrinking.
    """
    named = [st.tuples(st.just(name), strategy) for name, strategy in seldom.items()]
    return _made(kind, always or {}, st.lists(st.one_of(named), max_size=len(named)))


@st.composite
def _made(
    draw: st.DrawFn,
    kind: Callable[..., Value],
    always: Mapping[str, SearchStrategy[object]],
    some: SearchStrategy[list[tuple[str, object]]],
) -> Value:
    """Return one value; drawn here, it is shown by its own repr where a test fails."""
    fields = {name: draw(strategy) for name, strategy in always.items()}
    return kind(**{**fields, **dict(draw(some))})


def rows_of(
    row: SearchStrategy[Value], *, fewest: int = 0, most: int = FEW
) -> SearchStrategy[tuple[Value, ...]]:
    """Return tuples of ``row``."""
    return st.lists(row, min_size=fewest, max_size=most).map(tuple)


def recorded(
    row: SearchStrategy[Value], *, kept: bool | None = None, most: int = FEW
) -> SearchStrategy[tuple[Value, ...] | Absent]:
    """Return registers: absent, empty (*nihil*) or filled.

    Args:
        row: what one row can be.
        kept: True for registers that were kept, False for absent ones, None for either.
        most: the most rows there can be.
    """
    empty = st.just(())
    filled = st.one_of([rows_of(row, fewest=1, most=length) for length in range(1, most + 1)])
    if kept is None:
        return st.just(NOT_KEPT) | empty | filled | absent()
    return empty | filled if kept else absent()


@cache
def coded(kind: type[Kind]) -> SearchStrategy[Coded[Kind]]:
    """Return values of an open list: the words mean the slug, or the clerk wrote something of his own."""
    known = [Coded(kind(slug), text) for text, slug in spellings(kind).items()]
    return st.sampled_from(known) | st.builds(Coded, st.sampled_from(kind), words())


@cache
def reporting_periods() -> SearchStrategy[ReportingPeriod]:
    """Return years and parts of a year."""
    first, last = _USUAL_YEARS
    return st.builds(ReportingPeriod, st.integers(first.year, last.year), st.sampled_from(YearPart))


@cache
def days(period: ReportingPeriod | None = None) -> SearchStrategy[date]:
    """Return days, mostly within ``period`` (None: in the years of the law), seldom anywhere."""
    first, last = (period.first_day, period.last_day) if period else _USUAL_YEARS
    usual = st.integers(first.toordinal(), last.toordinal())
    near = st.integers(max(first.toordinal() - 400, 1), min(last.toordinal() + 400, date.max.toordinal()))
    anywhere = st.integers(1, date.max.toordinal())
    return st.one_of(usual, usual, near, anywhere).map(date.fromordinal)


@cache
def periods(period: ReportingPeriod | None = None) -> SearchStrategy[Period]:
    """Return years, months and days, mostly within ``period``."""
    day = days(period)
    return (
        day.map(lambda day: Period(day.year, day.month))
        | day.map(Period.of)
        | day.map(lambda day: Period(day.year))
    )


@cache
def hours_of_day() -> SearchStrategy[time]:
    """Return times of day to the minute."""
    return st.builds(time, st.integers(0, 23), st.integers(0, 59))
