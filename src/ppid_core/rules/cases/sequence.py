"""C101–C103: nothing happens before its cause, no chain runs backwards, no row lies outside the period."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain

from attrs import frozen

from ppid_core.language import Bilingual
from ppid_core.model import CourtCase, Dispute, Objection, Period, Register, Request, ServiceYear, Stage
from ppid_core.rules.casebook.alike import AlikeRequests, alike_requests, rows_of
from ppid_core.rules.casebook.links import Link, Numbered, further_cases, links
from ppid_core.rules.engine.evidence import Evidence, NotApplicable, present
from ppid_core.rules.engine.finding import Finding, Severity
from ppid_core.rules.engine.labels import capital, term
from ppid_core.rules.engine.place import CountedPlace, about, keyed
from ppid_core.rules.engine.rule import Rule
from ppid_core.rules.engine.subjects import shown_number
from ppid_core.source import Source

_RECEIVED = Bilingual("penerimaan permohonan", "receipt of the request")
_ENTERED = Bilingual("Pencatatan dalam register", "Entry in the register")
_VERIFIED = Bilingual("Verifikasi permohonan", "Verification of the request")
_FORWARDED = Bilingual("Disposisi permohonan", "Forwarding of the request")
_TOLD_INCOMPLETE = Bilingual("Surat keterangan tidak lengkap", "Letter of incompleteness")
_LETTER_RECEIVED = Bilingual("Penerimaan surat tidak lengkap", "Receipt of the letter of incompleteness")
_REPAIRED = Bilingual("Perbaikan permohonan", "Repair of the request")
_ANSWER_RECEIVED = Bilingual("Penerimaan tanggapan atas keberatan", "Receipt of the answer to the objection")
_COMPLETED = Bilingual("Kelengkapan permohonan", "Completion of the request")
_EXTENDED = Bilingual("Perpanjangan waktu", "Extension")
_NOTICE = Bilingual("Pemberitahuan tertulis", "Written notice")
_DELIVERED = Bilingual("Penyerahan informasi", "Delivery")
_GROUND = Bilingual("alasan keberatan ditemukan", "the finding of its ground")
_OBJECTED = Bilingual("Pengajuan keberatan", "Objection")
_ANSWERED = Bilingual("Tanggapan atas keberatan", "Answer to the objection")
_FILED = Bilingual("pengajuan sengketa", "filing of the dispute")
_ACCEPTED = Bilingual("Penerimaan sengketa", "Receipt of the dispute")
_REGISTERED = Bilingual("Registrasi sengketa", "Registration of the dispute")
_SESSION = Bilingual("Sidang pertama", "First session")
_OPENED = Bilingual("Pembukaan tahap", "Opening of the stage")
_DECIDED = Bilingual("Putusan", "Decision")
_DECISION_RECEIVED = Bilingual("Penerimaan putusan", "Receipt of the decision")
_SUED = Bilingual("pengajuan gugatan", "filing of the suit")
_CASSATION = Bilingual("Pengajuan kasasi", "Cassation")
_VISITS = Bilingual("Kunjungan", "Visits")
_LINE = Bilingual("Rekap", "Aggregate line")


@frozen
class _DatedRow:
    """A row of what is no case, and what it is called (*baris bertanggal*)."""

    name: Bilingual
    subject: str
    count: int
    source: Source | None


_Dated = tuple[Bilingual, Period | date | None]
_Pairs = Iterable[tuple[_Dated, _Dated]]
_Event = tuple[Bilingual, Period | date]
_Step = tuple[_Event, _Event]
"""A cause and its effect, both dated."""


def _others(year: ServiceYear) -> Iterator[tuple[str, CountedPlace, _Pairs]]:
    """Yield each row but requests with the pairs of its events, the second of which answers the first."""
    for subject, objection in keyed("objection", year.objections):
        yield subject, objection, _objection(objection)
    for subject, dispute in keyed("dispute", year.disputes):
        yield subject, dispute, _dispute(dispute)
    for subject, suit in keyed("suit", year.suits):
        yield subject, suit, _suit(suit)


def _is_before(one: Period | date, other: Period | date) -> bool:
    """Tell whether the one was over before the other began."""
    if isinstance(one, date) and isinstance(other, date):
        return one < other
    last = one if isinstance(one, date) else one.last_day
    return last < (other if isinstance(other, date) else other.first_day)


def _inside(name: Bilingual) -> Bilingual:
    """Return a name as it stands inside a sentence."""
    return Bilingual(name.id[:1].lower() + name.id[1:], name.en[:1].lower() + name.en[1:])


def _as_exact(period: Period | None) -> Period | date | None:
    """Return the day of a period that is known to the day: two days are compared at once."""
    return period if period is None or period.day is None else period.first_day


def _request(row: Request) -> _Pairs:
    received = (_RECEIVED, _as_exact(row.period))
    yield received, (_ENTERED, row.registered_on)
    yield received, (_VERIFIED, row.verified_on)
    yield received, (_FORWARDED, row.forwarded_on)
    yield received, (_TOLD_INCOMPLETE, row.told_incomplete_on)
    yield (_TOLD_INCOMPLETE, row.told_incomplete_on), (_LETTER_RECEIVED, row.letter_received_on)
    yield (_LETTER_RECEIVED, row.letter_received_on), (_REPAIRED, row.repaired_on)
    yield received, (_COMPLETED, row.completed_on)
    for extended_on in (row.extended_on, *row.further_extensions):
        yield received, (_EXTENDED, extended_on)
    yield (_EXTENDED, row.extended_on), (_NOTICE, row.notice_on)
    yield received, (_NOTICE, row.notice_on)
    yield received, (_DELIVERED, row.delivered_on)


def _objection(row: Objection) -> _Pairs:
    objected = (_OBJECTED, _as_exact(row.period))
    yield (_GROUND, row.ground_found_on), objected
    yield objected, (_ENTERED, row.registered_on)
    yield objected, (_ANSWERED, row.answered_on)
    yield (_ANSWERED, row.answered_on), (_ANSWER_RECEIVED, row.answer_received_on)


def _dispute(row: Dispute) -> _Pairs:
    filed = (_FILED, _as_exact(row.filed))
    yield filed, (_ACCEPTED, row.received_on)
    yield filed, (_REGISTERED, row.registered_on)
    yield filed, (_SESSION, row.first_session_on)
    yield filed, (_DECIDED, row.decided_on)
    yield (_REGISTERED, row.registered_on), (_SESSION, row.first_session_on)
    yield (_DECIDED, row.decided_on), (_DECISION_RECEIVED, row.decision_received_on)
    for stage in row.stages:
        yield from _stage(filed, stage)


def _stage(filed: _Dated, stage: Stage) -> _Pairs:
    yield filed, (_OPENED, stage.opened_on)
    yield filed, (_DECIDED, stage.decided_on)
    yield (_OPENED, stage.opened_on), (_DECIDED, stage.decided_on)
    yield (_DECIDED, stage.decided_on), (_DECISION_RECEIVED, stage.received_on)


def _suit(row: CourtCase) -> _Pairs:
    yield (_SUED, row.filed_on), (_DECIDED, row.decided_on)
    yield (_DECIDED, row.decided_on), (_DECISION_RECEIVED, row.received_on)
    yield (_DECIDED, row.decided_on), (_CASSATION, row.cassation_on)
    yield (_SUED, row.filed_on), (_CASSATION, row.cassation_on)


def _dated_requests(evidence: Evidence) -> Iterator[tuple[AlikeRequests, Period]]:
    """Yield the requests that say when they came in, those carried over left out."""
    for group in alike_requests(evidence):
        if group.first.period is not None and group.first.opening is None:
            yield group, group.first.period


def _dated_rows(evidence: Evidence) -> Iterator[tuple[_DatedRow | Numbered, Period]]:
    """Yield the other rows that do."""
    year = evidence.year
    for row in further_cases(evidence):
        if row.begun is not None and row.opening is None:
            yield row, row.begun
    for subject, visits in keyed("visits", year.service.visits):
        if visits.period is not None:
            yield _DatedRow(_VISITS, subject, visits.count or 0, visits.source), visits.period
    for subject, line in keyed("aggregate", year.aggregates):
        if line.period is not None and line.year in {None, year.period.year}:
            yield _DatedRow(_LINE, subject, line.number, line.source), line.period


_NO_STEP = Bilingual("tidak ada baris dengan dua tanggal", "no row records two dates")
_NO_CHAIN = Bilingual(
    "tidak ada perkara bertanggal yang merujuk perkara bertanggal", "no dated case refers to a dated case"
)
_DECISION = Bilingual("putusan sengketa", "the decision on dispute")
_NO_DATE = Bilingual("tidak ada baris yang mencatat waktu", "no row records when it came in")


def _causes_first(evidence: Evidence) -> Iterator[Finding]:
    """Yield each event of a row that is dated before what it answers."""
    requests = [(group, _runs_forwards(_request(group.first))) for group in alike_requests(evidence)]
    others = [(subject, row, tuple(_dated(pairs))) for subject, row, pairs in _others(evidence.year)]
    if not any(pairs for *_, pairs in others) and all(forwards is None for _, forwards in requests):
        raise NotApplicable(_NO_STEP)
    found = rows_of(((group, False) for group, forwards in requests if forwards is False), evidence)
    backwards = ((subject, row, tuple(_dated(_request(row)))) for subject, row, _ in found)
    for subject, row, steps in chain(backwards, others):
        for (cause, first), (effect, then) in filter(_is_backwards, steps):
            yield about(
                subject,
                row,
                provided=_period(then),
                expected=_period(first),
                facts={"effect": effect, "cause": _inside(cause)},
            )


def _dated(pairs: _Pairs) -> Iterator[_Step]:
    """Yield those of the pairs of which both events are dated."""
    for (cause, first), (effect, then) in pairs:
        if first is not None and then is not None:
            yield (cause, first), (effect, then)


def _runs_forwards(pairs: _Pairs) -> bool | None:
    """Tell whether no event comes before its cause; None where no two of them are dated."""
    forwards = None
    for step in _dated(pairs):
        if _is_backwards(step):
            return False
        forwards = True
    return forwards


def _is_backwards(step: _Step) -> bool:
    """Tell whether the second of two events is dated before the first."""
    (_, first), (_, then) = step
    return _is_before(then, first)


def _period(when: Period | date) -> Period:
    return Period.of(when) if isinstance(when, date) else when


def _chains_forwards(evidence: Evidence) -> Iterator[Finding]:
    """Yield each case that came in before the case it comes from, and each suit before its decision."""
    known = ((link, link.origin) for link in links(evidence) if link.origin is not None)
    dated = ((link, origin, link.row.begun, *_cause(link, origin)) for link, origin in known)
    pairs = (pair for pair in dated if pair[2] is not None and pair[4] is not None)
    for link, origin, begun, name, cause in present(pairs, _NO_CHAIN):
        if begun is not None and cause is not None and begun.before(cause):
            yield about(
                link.row.subject,
                link.row,
                origin,
                provided=begun,
                expected=cause,
                facts={"effect": link.row.name, "cause": name, "number": shown_number(link.number)},
            )


def _cause(link: Link, origin: Numbered) -> tuple[Bilingual, Period | None]:
    """Return what must have happened first: of a suit the commission's decision, where its day is known.

    Only a suit comes from a dispute, and only a dispute is decided.
    """
    if origin.decided is not None:
        return _DECISION, origin.decided
    return link.target, origin.begun


def _within_period(evidence: Evidence) -> Iterator[Finding]:
    """Yield each row that the report's period cannot hold and that does not say it is carried over."""
    covered = evidence.year.period
    groups, rows = tuple(_dated_requests(evidence)), tuple(_dated_rows(evidence))
    present((*groups, *rows), _NO_DATE)
    outside = rows_of(((group, when) for group, when in groups if not covered.may_hold(when)), evidence)
    name = capital(term(Register.REQUESTS))
    requests = ((_DatedRow(name, subject, row.count, row.source), when) for subject, row, when in outside)
    for row, when in chain(requests, ((row, when) for row, when in rows if not covered.may_hold(when))):
        yield about(
            row.subject,
            row,
            provided=when,
            facts={
                "what": row.name,
                "first": Period.of(covered.first_day),
                "last": Period.of(covered.last_day),
            },
        )


C101 = Rule(
    code="C101",
    severity=Severity.ERROR,
    title=Bilingual("Terjadi sebelum sebabnya", "Before its cause"),
    message=Bilingual(
        "{effect} {provided} mendahului {cause} {expected}.",
        "{effect} {provided} comes before {cause} {expected}.",
    ),
    mend=Bilingual("Periksa kedua tanggal di baris itu.", "Look at both dates of the row."),
    explanation=Bilingual(
        "Jawaban tidak dapat mendahului permohonannya, putusan tidak dapat mendahului pengajuannya. Dari"
        " tanggal yang terbalik lama pelayanan tidak dapat dihitung.",
        "An answer cannot come before its request, nor a decision before the filing. From dates the wrong way"
        " round the time needed cannot be counted.",
    ),
    where=Bilingual(
        "tabel permohonan, keberatan, sengketa, dan gugatan, kolom tanggal dan tanggal yang disebut",
        "permohonan, keberatan, sengketa and gugatan: column tanggal and the dates named",
    ),
    example=Bilingual.both("tanggal 4 Maret 2021, tanggal_pemberitahuan 12 Maret 2021"),
    check=_causes_first,
)
C102 = Rule(
    code="C102",
    severity=Severity.ERROR,
    title=Bilingual("Rangkaian perkara terbalik", "A chain runs backwards"),
    message=Bilingual(
        "{effect} {provided} mendahului {cause} {number} yang dirujuknya, {expected}.",
        "{effect} {provided} comes before {cause} {number} to which it refers, {expected}.",
    ),
    mend=Bilingual(
        "Periksa tanggal kedua baris, atau nomor rujukannya.",
        "Look at the dates of both rows, or at the reference.",
    ),
    explanation=Bilingual(
        "Keberatan diajukan sesudah permohonan, sengketa sesudah keberatan, gugatan sesudah sengketa.",
        "An objection follows its request, a dispute its objection, a suit its dispute.",
    ),
    where=Bilingual(
        "tabel keberatan, sengketa, dan gugatan, kolom tanggal dan nomor rujukan",
        "keberatan, sengketa and gugatan: column tanggal and the reference",
    ),
    example=Bilingual(
        "permohonan 001 tanggal 4 Maret 2021; keberatan atas 001 tanggal 1 April 2021",
        "request 001 of 4 March 2021; objection about 001 of 1 April 2021",
    ),
    check=_chains_forwards,
)
C103 = Rule(
    code="C103",
    severity=Severity.ERROR,
    title=Bilingual("Baris di luar periode laporan", "A row outside the period"),
    message=Bilingual(
        "{what} {provided} di luar periode laporan ({first} sampai {last}).",
        "{what} {provided} lies outside the period of the report ({first} to {last}).",
    ),
    mend=Bilingual(
        "Betulkan waktunya; bila diterima tahun sebelumnya, isi kolom bawaan.",
        "Correct the date; for a case of an earlier year fill in column bawaan.",
    ),
    explanation=Bilingual(
        "Laporan menghitung yang masuk dalam periodenya. Baris di luar periode tanpa bawaan tidak ikut"
        " dihitung.",
        "A report counts what came in within its period. A row outside it without bawaan is not counted.",
    ),
    where=Bilingual(
        "tabel permohonan, keberatan, sengketa, dan rekap, kolom tanggal, bulan, dan bawaan",
        "permohonan, keberatan, sengketa and rekap: columns tanggal, bulan and bawaan",
    ),
    example=Bilingual(
        "tanggal 28 Desember 2020, bawaan 2020 (laporan 2021)",
        "tanggal 28 Desember 2020, bawaan 2020 (report on 2021)",
    ),
    check=_within_period,
)
