"""C203: a dispute neither premature nor out of time, after the superior's answer or after silence."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from attrs import frozen

from ppid_core.deadlines import DeadlineKind, Standing
from ppid_core.language import Bilingual
from ppid_core.model import Dispute, Objection, Period
from ppid_core.rules.casebook.origin import objections_of
from ppid_core.rules.casebook.span import (
    Span,
    basis_of,
    due_of,
    next_working_day,
    reported_disputes,
    standing_of,
    typed,
)
from ppid_core.rules.engine.evidence import Evidence
from ppid_core.rules.engine.finding import Finding, Severity
from ppid_core.rules.engine.labels import columns, said
from ppid_core.rules.engine.place import about
from ppid_core.rules.engine.rule import Rule
from ppid_core.rules.engine.verdict import FINE, Verdict, told
from ppid_core.summary.open_cases import is_open_objection

_DatedDispute = tuple[str, Dispute, Period]

_PREMATURE = Bilingual("prematur; paling awal", "premature; the first day is")
_LATE = Bilingual("lewat batas waktu", "out of time; the last day was")
_SINCE_RECEIPT = Bilingual(
    "Dihitung sejak tanggapan atasan PPID diterima pemohon, {day}.",
    "It runs from the receipt of the superior's answer by the applicant on {day}.",
)
_SINCE_LETTER = Bilingual(
    "Dihitung sejak tanggal surat tanggapan atasan PPID, {day}, dengan anggapan diterima hari itu:"
    " tanggal_terima_jawaban belum dicatat.",
    "It runs from the day of the superior's letter, {day}, as if it was received on it:"
    " tanggal_terima_jawaban is not recorded.",
)
_SINCE_SILENCE = Bilingual(
    "Menurut register keberatan tidak ditanggapi sampai dengan batas waktunya, {due}.",
    "By the register the objection was not answered by its last day, {due}.",
)
_NO_FILING = Bilingual(
    "tidak ada sengketa yang waktunya dan waktu tanggapan atas keberatannya cukup diketahui ({where})",
    "of no dispute is it known well enough when it was filed and when its objection was answered ({where})",
).fill(where=columns(sengketa="tanggal nomor_keberatan", keberatan="tanggal jawaban tanggal_jawaban"))


@frozen(kw_only=True)
class _Way:
    """A way to the commission, and when it opened (*jalan ke Komisi Informasi*).

    Attributes:
        opened: the event from which its time runs.
        standing: where the dispute stands in that time, None where that is open.
        first: the first day on which it can be filed.
        last: the last one.
        since: from which day the time runs, as a sentence.
    """

    kind: DeadlineKind
    opened: Span
    standing: Standing | None
    first: date
    last: date
    since: Bilingual


def _disputes_in_window(evidence: Evidence) -> Iterator[Finding]:
    """Yield each dispute that was surely premature or out of time."""
    objection_of = objections_of(evidence)

    def judge(case: _DatedDispute) -> Verdict | None:
        objection = objection_of(case[1])
        return None if objection is None else _filed(case, objection, evidence)

    return told(_dated(evidence), judge, _NO_FILING)


def _dated(evidence: Evidence) -> Iterator[_DatedDispute]:
    for subject, row in reported_disputes(evidence):
        if row.filed is not None:
            yield subject, row, row.filed


def _filed(case: _DatedDispute, objection: Objection, evidence: Evidence) -> Verdict | None:
    """Judge by every way that stood open: one in whose time it was filed is enough."""
    ways = tuple(_ways(objection, Span.of(case[2]), evidence))
    standings = {way.standing for way in ways}
    if Standing.IN_TIME in standings:
        return FINE
    if not ways or None in standings:
        return None
    late = [way for way in ways if way.standing is Standing.LATE]
    way = max(late, key=lambda way: way.last) if late else min(ways, key=lambda way: way.first)
    return _outside(case, objection, way, evidence)


def _ways(objection: Objection, filed: Span, evidence: Evidence) -> Iterator[_Way]:
    """Yield the answer, and the silence of the superior unless the answer surely came in time."""
    answered = objection.answered_on
    if answered is not None:
        yield _after_answer(answered, objection.answer_received_on, filed, evidence)
    if objection.period is None or not (
        answered or is_open_objection(objection, evidence.as_of, kept=evidence.keeps_answers)
    ):
        return
    silent = Span.of(objection.period)
    due = due_of(DeadlineKind.OBJECTION_ANSWER, silent, evidence)
    if answered is None or answered > due.first:
        yield _after_silence(silent, due, filed, evidence)


def _after_answer(answered: date, received: date | None, filed: Span, evidence: Evidence) -> _Way:
    """Return the time from receipt of the answer; where that is not recorded, from the day of the letter."""
    if received is not None and received >= answered:
        day, since = received, _SINCE_RECEIPT
    else:
        day, since = answered, _SINCE_LETTER
    opened, kind = Span.of(day), DeadlineKind.DISPUTE_FILING
    return _Way(
        kind=kind,
        opened=opened,
        standing=standing_of(kind, opened, filed, evidence),
        first=answered,
        last=due_of(kind, opened, evidence).last,
        since=since.fill(day=said(day)),
    )


def _after_silence(objected: Span, due: Span, filed: Span, evidence: Evidence) -> _Way:
    kind = DeadlineKind.DISPUTE_FILING_AFTER_SILENCE
    return _Way(
        kind=kind,
        opened=objected,
        standing=standing_of(kind, objected, filed, evidence),
        first=next_working_day(due.first, evidence),
        last=due_of(kind, objected, evidence).last,
        since=_SINCE_SILENCE.fill(due=due.said),
    )


def _outside(case: _DatedDispute, objection: Objection, way: _Way, evidence: Evidence) -> Finding:
    subject, row, filed = case
    is_late = way.standing is Standing.LATE
    return about(
        subject,
        row,
        objection,
        provided=typed(filed),
        expected=way.last if is_late else way.first,
        facts={"limit": _LATE if is_late else _PREMATURE, "since": way.since},
        basis=basis_of(way.kind, way.opened.last, evidence),
    )


C203 = Rule(
    code="C203",
    severity=Severity.WARNING,
    title=Bilingual("Sengketa prematur atau lewat batas waktu", "A dispute premature or out of time"),
    message=Bilingual(
        "Sengketa diajukan {provided}, {limit} {expected}. {since}",
        "Dispute filed {provided}, {limit} {expected}. {since}",
    ),
    mend=Bilingual(
        "Periksa tanggal sengketa, keberatan, dan tanggapannya; isi tanggal_terima_jawaban.",
        "Look at the dates of the dispute, of the objection and of its answer; fill in"
        " tanggal_terima_jawaban.",
    ),
    explanation=Bilingual(
        "Sengketa diajukan dalam jangka waktu tertentu sejak tanggapan tertulis atasan PPID diterima pemohon,"
        " bukan sejak tanggal suratnya; bila keberatan tidak ditanggapi, sejak batas waktu tanggapan itu"
        " lewat. Sebelumnya sengketa prematur, sesudahnya kedaluwarsa. Bila tanggapan datang setelah"
        " batasnya, kedua jangka waktu diterima.",
        "A dispute is filed within a time that runs from receipt of the superior's written answer, not from"
        " the day of its letter; where there is none, from the last day for it. Before that it is premature,"
        " afterwards out of time. Where the answer came after its last day, both times are accepted.",
    ),
    where=columns(
        sengketa="tanggal nomor_keberatan", keberatan="tanggal jawaban tanggal_jawaban tanggal_terima_jawaban"
    ),
    example=Bilingual(
        "keberatan ditanggapi 19 April 2021, sengketa diajukan 29 April 2021",
        "objection answered 19 April 2021, dispute filed 29 April 2021",
    ),
    basis=("dispute_filing", "dispute_filing_after_silence"),
    check=_disputes_in_window,
)
