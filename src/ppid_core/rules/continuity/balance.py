"""Y101: the year opens with as many requests as last year's report closed with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import islice

from ppid_core.language import LANGS, Bilingual
from ppid_core.model import Absent, Reason, Request, YearPart, normal
from ppid_core.rules.casebook.last_year import last_report
from ppid_core.rules.engine.evidence import Evidence, NotApplicable, known
from ppid_core.rules.engine.finding import Finding, Severity
from ppid_core.rules.engine.labels import columns, said
from ppid_core.rules.engine.rule import Rule
from ppid_core.rules.engine.subjects import shown_number
from ppid_core.summary import EarlierYear, listed
from ppid_core.summary.open_cases import is_closed, keeps_outcomes
from ppid_core.writing import format_number

_MOST = 5
"""So many numbers are named."""
_PART = Bilingual(
    "saldo awal bagian tahun tidak dibandingkan", "the opening of a part of a year is not compared"
)


def _opening(evidence: Evidence) -> Iterator[Finding]:
    """Yield the opening balance where it is not last year's closing, as that stood on the day of its report.

    What was answered between the end of that year and that day may stand in the register once more.
    """
    last = last_report(evidence)
    if evidence.year.period.part is not YearPart.YEAR:
        raise NotApplicable(_PART)
    closing = known(last.summary.number("requests.balance.closing"))
    opening = evidence.summary.number("requests.balance.opening")
    is_unsaid = isinstance(opening, Absent) and opening.reason is Reason.NO_OPENING
    carried = 0 if is_unsaid else known(opening)
    rows = _Rows(evidence, last)
    if carried not in {closing, closing + rows.late}:
        yield Finding(
            subject="requests.balance.opening",
            sources=tuple(row.source for row in rows.carried.values()),
            provided=None if is_unsaid else carried,
            expected=closing,
            affected=abs(int(carried) - int(closing)),
            facts={
                "opening": _NOT_SAID if is_unsaid else said(carried),
                "year": str(last.year.period.year),
                "day": said(rows.as_of),
                "late": _LATE.fill(count=_number(rows.late)) if rows.late else _NOTHING,
                "numbers": rows.differing,
            },
        )


class _Rows:
    """The requests that were open last year, and those that are carried over, by their numbers."""

    def __init__(self, evidence: Evidence, last: EarlierYear) -> None:
        """Look through both registers."""
        scope = last.summary.scope
        self.as_of: date = last.year.as_of if scope is None else scope.as_of
        year_end, kept = last.year.period.last_day, keeps_outcomes(last.year)
        self.still_open: dict[str, Request] = {}
        self.late = 0
        for row in listed(last.year.requests):
            if is_closed(row, self.as_of, kept=kept) is False:
                self.still_open[normal(row.number)] = row
            elif is_closed(row, self.as_of, kept=kept) and is_closed(row, year_end, kept=kept) is False:
                self.late += row.count
        carried = [row for row in listed(evidence.year.requests) if row.opening is not None]
        self.carried = {normal(row.number) or f"#{at}": row for at, row in enumerate(carried)}

    @property
    def differing(self) -> Bilingual:
        """What is said of the numbers that only one of both has; nothing where none is known."""
        missing = _named(self.still_open, self.carried)
        extra = _named(self.carried, self.still_open)
        told = [*([_MISSING.fill(numbers=missing)] if missing else ())]
        told += [_EXTRA.fill(numbers=extra)] if extra else []
        return Bilingual(*("".join(f" {one(lang)}" for one in told) for lang in LANGS))


def _named(rows: Mapping[str, Request], others: Mapping[str, Request]) -> str:
    numbers = (row.number for key, row in rows.items() if normal(row.number) and key not in others)
    return ", ".join(map(shown_number, islice(numbers, _MOST)))


def _number(count: int) -> Bilingual:
    return Bilingual(*(format_number(count, lang) for lang in LANGS))


_NOTHING = Bilingual("", "")
_NOT_SAID = Bilingual("tidak tercatat", "not recorded")
_LATE = Bilingual(
    "; {count} lainnya dijawab sesudah tahun itu berakhir",
    "; {count} {count:other was|others were} answered after its end",
)
_MISSING = Bilingual("Belum ada di register: {numbers}.", "Not in the register: {numbers}.")
_EXTRA = Bilingual(
    "Tercatat sebagai bawaan, tetapi tidak terbuka di laporan itu: {numbers}.",
    "Carried over here, but not open in that report: {numbers}.",
)

Y101 = Rule(
    code="Y101",
    severity=Severity.WARNING,
    title=Bilingual(
        "Saldo awal berbeda dari saldo akhir tahun lalu", "The opening balance is not last year's closing"
    ),
    message=Bilingual(
        "Permohonan bawaan: {opening}; laporan {year} menutup dengan {expected} yang masih terbuka per"
        " {day}{late}.",
        "Requests carried over: {opening}; the report of {year} closed with {expected} open on {day}{late}.",
    ),
    mend=Bilingual(
        "Catat setiap permohonan yang masih terbuka dengan {year} di kolom bawaan; bila tidak ada, tulis"
        " jumlah 0.{numbers}",
        "Record each request that was still open with {year} under bawaan; where there is none, write"
        " jumlah 0.{numbers}",
    ),
    explanation=Bilingual(
        "Permohonan yang belum selesai pada akhir tahun menjadi bawaan tahun berikutnya. Bila saldonya tidak"
        " bersambung, ada permohonan yang hilang dari register atau terhitung dua kali.",
        "What is open at the end of a year is carried over into the next. Where the balances do not meet, a"
        " request has been lost or is counted twice.",
    ),
    where=columns(permohonan="bawaan jumlah keputusan tanggal_pemberitahuan"),
    example=Bilingual(
        "laporan 2023: 3 masih diproses; permohonan 2024: 3 baris dengan bawaan 2023",
        "report of 2023: 3 pending; permohonan 2024: 3 rows with bawaan 2023",
    ),
    check=_opening,
)
