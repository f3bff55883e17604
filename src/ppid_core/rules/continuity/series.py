"""Y103 and Y105: a series that is told no more, a figure that jumped."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ppid_core.glossary import say_absence
from ppid_core.language import Bilingual
from ppid_core.model import BREAKDOWNS, Absent, Breakdown, Dimension, Measure, Outcome, Reason
from ppid_core.rules.casebook.last_year import last_known, last_report
from ppid_core.rules.engine.evidence import Evidence
from ppid_core.rules.engine.finding import Finding, Severity
from ppid_core.rules.engine.labels import capital, said, term
from ppid_core.rules.engine.rule import Rule
from ppid_core.summary import NOT_RECORDED, SMALLEST_BASE, UNNAMED, EarlierYear
from ppid_core.writing.numbers import EXACT

_TOTALS = (
    Measure.REQUESTS_TOTAL,
    Measure.APPLICANTS_TOTAL,
    Measure.COMPLAINTS_TOTAL,
    Measure.OBJECTIONS_TOTAL,
    Measure.DISPUTES_TOTAL,
    Measure.SUITS_TOTAL,
    Measure.VISITS,
    Measure.STAFF,
    Measure.ALLOCATED,
    Measure.REALISED,
)
_TOLD = (*_TOTALS, Measure.SHARE, Measure.RESPONSE_MEDIAN)
"""Figures whose series readers follow; breakdowns of registers beside them."""
_OUTCOMES = tuple(Measure(f"requests.by_outcome.{outcome}") for outcome in Outcome)
_JUMPING = (*_TOTALS, *_OUTCOMES)
_GONE = frozenset(
    {
        Reason.NOT_KEPT,
        Reason.NO_DATES,
        Reason.NO_DAYS,
        Reason.NO_ROWS,
        Reason.NO_CATEGORY,
        Reason.NO_COUNT,
        Reason.STATED_ONLY,
    }
)
"""Why a figure is not there that nobody recorded: what could not be read is told elsewhere."""
_OF_REQUESTS = frozenset({Measure.APPLICANTS_TOTAL, Measure.RESPONSE_MEDIAN})
_TENFOLD = 10


def _vanished(evidence: Evidence) -> Iterator[Finding]:
    """Yield each figure that last year's report tells and this year does not record.

    A breakdown is asked for where its whole is there, and is more than nothing; classes of time go with their
    median.
    """
    last = last_report(evidence)
    for measure in _TOLD:
        before, here = last.summary.number(measure), evidence.summary.number(measure)
        if not isinstance(before, Absent) and _is_gone(here) and _has_whole(evidence, measure):
            yield _gone(str(measure), capital(term(measure)), here, last)
    for breakdown in (one for one in BREAKDOWNS if one.is_asked and one.dimension is not Dimension.TIME):
        parts = evidence.summary.branch(breakdown.path)
        was_named = _is_named(last.summary.branch(breakdown.path))
        if was_named and _is_unsaid(parts) and _is_some(evidence.summary.whole(breakdown.path)):
            yield _gone(breakdown.path, _called(breakdown), parts, last)


def _gone(path: str, what: Bilingual, here: object, last: EarlierYear) -> Finding:
    why = here if isinstance(here, Absent) else Absent(Reason.NO_CATEGORY)
    return Finding(
        subject=path,
        facts={
            "what": what,
            "year": str(last.year.period.year),
            "why": Bilingual(say_absence(why, "id"), say_absence(why, "en")),
        },
    )


def _is_gone(figure: object) -> bool:
    return isinstance(figure, Absent) and figure.reason in _GONE


def _has_whole(evidence: Evidence, measure: Measure) -> bool:
    """Tell whether a figure could be told at all: applicants and the time of answers need requests."""
    return measure not in _OF_REQUESTS or _is_some(evidence.summary.number("requests.total"))


def _is_unsaid(parts: object) -> bool:
    """Tell whether a breakdown is gone, or names no part of any case."""
    return _is_gone(parts) or (isinstance(parts, dict) and set(parts) == {NOT_RECORDED})


def _is_some(whole: object) -> bool:
    return isinstance(whole, int) and whole > 0


def _is_named(parts: object) -> bool:
    """Tell whether a breakdown names any part."""
    if isinstance(parts, tuple):
        return any(parts)
    return isinstance(parts, dict) and any(number for part, number in parts.items() if part not in UNNAMED)


def _called(breakdown: Breakdown) -> Bilingual:
    whole, along = term(breakdown.register), term(breakdown.dimension)
    return capital(Bilingual(f"{whole.id} menurut {along.id}", f"{whole.en} by {along.en}"))


def _jumps(evidence: Evidence) -> Iterator[Finding]:
    """Yield each figure that is ten times that of last year, or a tenth of it, where both are ten or more."""
    year = last_known(evidence).year.period.year
    for measure in _JUMPING:
        series = evidence.history.series(measure)
        now, before = series.latest, series.before
        if isinstance(now, Absent) or isinstance(before, Absent) or min(now, before) < SMALLEST_BASE:
            continue
        if max(now, before) >= EXACT.multiply(Decimal(min(now, before)), Decimal(_TENFOLD)):
            yield Finding(
                subject=str(measure),
                provided=now,
                facts={"what": capital(term(measure)), "year": str(year), "before": said(before)},
            )


_TABLES = Bilingual(
    "tabel permohonan, keberatan, sengketa, gugatan, rekap, kunjungan, sdm, anggaran, atau ketersediaan",
    "table permohonan, keberatan, sengketa, gugatan, rekap, kunjungan, sdm, anggaran or ketersediaan",
)
Y103 = Rule(
    code="Y103",
    severity=Severity.WARNING,
    title=Bilingual("Angka yang ada tahun lalu tidak ada lagi", "A figure of last year is told no more"),
    message=Bilingual(
        "{what}: ada di laporan {year}, tahun ini {why}.", "{what}: told in the report of {year}, now {why}."
    ),
    mend=Bilingual(
        "Isi tabelnya seperti tahun {year}; bila memang tidak dicatat lagi, jelaskan sebabnya.",
        "Fill in the table as for {year}; where it is recorded no longer, explain why.",
    ),
    explanation=Bilingual(
        "Deret angka yang terputus tidak dapat dibandingkan, dan pembaca bertanya apa yang terjadi.",
        "A series that ends cannot be compared, and readers ask what happened.",
    ),
    where=_TABLES,
    example=Bilingual(
        "laporan 2023 memuat 40 kunjungan; tabel kunjungan 2024 diisi juga",
        "the report of 2023 has 40 visits; table kunjungan of 2024 is filled in, too",
    ),
    check=_vanished,
)
Y105 = Rule(
    code="Y105",
    severity=Severity.WARNING,
    title=Bilingual("Angka melonjak sepuluh kali", "A figure jumped tenfold"),
    message=Bilingual(
        "{what}: {provided}; pada tahun {year} {before}.", "{what}: {provided}; in {year} {before}."
    ),
    mend=Bilingual(
        "Periksa apakah ada nol yang kurang atau lebih, atau satuan lain; bila memang demikian, jelaskan.",
        "Look for a nought too many or too few, or another unit; where it is so, explain it.",
    ),
    explanation=Bilingual(
        "Angka yang berubah sepuluh kali lipat dari satu tahun ke tahun berikutnya lebih sering berasal dari"
        " ketikan atau satuan lain daripada dari kenyataan.",
        "A figure that changes tenfold from one year to the next is more often a slip or another unit than"
        " what happened.",
    ),
    where=_TABLES,
    example=Bilingual("permohonan 2023: 61; 2024: 84", "requests of 2023: 61; of 2024: 84"),
    check=_jumps,
)
