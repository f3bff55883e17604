"""L106: every answer comes in time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ppid_core.glossary import say, say_absence
from ppid_core.language import Bilingual
from ppid_core.model import Absent, Reason, Request
from ppid_core.rules.answering import is_judged
from ppid_core.rules.evidence import Evidence, known, present
from ppid_core.rules.finding import Finding, Severity
from ppid_core.rules.place import keyed
from ppid_core.rules.rule import Rule
from ppid_core.summary.timing import Stopwatch, Timed

LATE = frozenset({"closed_late", "open_late"})
NO_DATES = Bilingual(say_absence(Absent(Reason.NO_DATES), "id"), say_absence(Absent(Reason.NO_DATES), "en"))


def answered_in_time(evidence: Evidence) -> Iterator[Finding]:
    """Yield each line of requests that was answered late, or is open after its last day."""
    watch = Stopwatch(law=evidence.law, workdays=evidence.workdays, as_of=evidence.as_of)
    rows = (
        (subject, row, watch.time(row))
        for subject, row in keyed("request", known(evidence.year.requests))
        if row.count and is_judged(row, evidence.year)
    )
    timed = (entry for entry in rows if entry[2].timeliness != "unknown")
    for subject, row, time in present(timed, NO_DATES):
        if time.timeliness in LATE:
            yield Finding(
                subject=subject,
                sources=(row.source,),
                provided=time.days,
                expected=_limit(row, evidence),
                affected=row.count,
                facts={"state": _state(time, evidence.as_of)},
            )


def _limit(row: Request, evidence: Evidence) -> int:
    """Return the working days allowed for a request, by the law of the day it came in."""
    day = evidence.as_of if row.period is None else row.period.first_day
    limit = evidence.law.request_response.at(day).value
    is_extended = row.extended_on is not None and row.extended_on <= evidence.as_of
    return limit + evidence.law.request_extension.at(day).value if is_extended else limit


def _state(time: Timed, as_of: date) -> Bilingual:
    if time.days is None:
        return Bilingual(f"belum dijawab per {say(as_of, 'id')}", f"not answered by {say(as_of, 'en')}")
    return Bilingual(f"dijawab dalam {time.days} hari kerja", f"answered in {time.days} working days")


L106 = Rule(
    code="L106",
    severity=Severity.WARNING,
    title=Bilingual("Jawaban lewat batas waktu", "Answered after the time allowed"),
    message=Bilingual(
        "{affected} permohonan {state}; batasnya {expected} hari kerja.",
        "{affected} requests {state}; allowed are {expected} working days.",
    ),
    mend=Bilingual(
        "Periksa tanggal penerimaan dan pemberitahuan; catat perpanjangan bila ada.",
        "Look at the dates of receipt and notice; record the extension where there was one.",
    ),
    explanation=Bilingual(
        "Pemberitahuan tertulis diberikan dalam 10 hari kerja sejak permohonan diterima, dapat diperpanjang"
        " satu kali 7 hari kerja dengan alasan tertulis.",
        "The written notice is due within 10 working days of receipt, extended once by 7 with written"
        " reasons.",
    ),
    where=Bilingual(
        "tabel permohonan, kolom tanggal, tanggal_pemberitahuan, tanggal_perpanjangan, dan hari_kerja",
        "table permohonan, columns tanggal, tanggal_pemberitahuan, tanggal_perpanjangan and hari_kerja",
    ),
    example=Bilingual(
        "tanggal 4 Maret 2021, tanggal_pemberitahuan 19 Maret 2021",
        "tanggal 4 Maret 2021, tanggal_pemberitahuan 19 Maret 2021",
    ),
    basis=("request_response", "request_extension", "request_clock"),
    check=answered_in_time,
)
