"""The dates of a case, in the order in which they can only happen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from attrs import frozen

from ppid_core.language import Bilingual
from ppid_core.model import CourtCase, Dispute, Objection, Period, Request, ServiceYear, Stage
from ppid_core.rules.cases.linking import cases
from ppid_core.rules.engine.place import Placed, keyed
from ppid_core.source import Source

RECEIVED = Bilingual("penerimaan permohonan", "receipt of the request")
ENTERED = Bilingual("Pencatatan dalam register", "Entry in the register")
TOLD_INCOMPLETE = Bilingual("Surat keterangan tidak lengkap", "Letter of incompleteness")
LETTER_RECEIVED = Bilingual("Penerimaan surat tidak lengkap", "Receipt of the letter of incompleteness")
REPAIRED = Bilingual("Perbaikan permohonan", "Repair of the request")
ANSWER_RECEIVED = Bilingual("Penerimaan tanggapan atas keberatan", "Receipt of the answer to the objection")
COMPLETED = Bilingual("Kelengkapan permohonan", "Completion of the request")
EXTENDED = Bilingual("Perpanjangan waktu", "Extension")
NOTICE = Bilingual("Pemberitahuan tertulis", "Written notice")
DELIVERED = Bilingual("Penyerahan informasi", "Delivery")
GROUND = Bilingual("alasan keberatan ditemukan", "the finding of its ground")
OBJECTED = Bilingual("Pengajuan keberatan", "Objection")
ANSWERED = Bilingual("Tanggapan atas keberatan", "Answer to the objection")
FILED = Bilingual("pengajuan sengketa", "filing of the dispute")
ACCEPTED = Bilingual("Penerimaan sengketa", "Receipt of the dispute")
REGISTERED = Bilingual("Registrasi sengketa", "Registration of the dispute")
SESSION = Bilingual("Sidang pertama", "First session")
OPENED = Bilingual("Pembukaan tahap", "Opening of the stage")
DECIDED = Bilingual("Putusan", "Decision")
DECISION_RECEIVED = Bilingual("Penerimaan putusan", "Receipt of the decision")
SUED = Bilingual("pengajuan gugatan", "filing of the suit")
CASSATION = Bilingual("Pengajuan kasasi", "Cassation")
VISITS = Bilingual("Kunjungan", "Visits")
LINE = Bilingual("Rekap", "Aggregate line")


@frozen(kw_only=True)
class Event:
    """Something that happened, and when (*peristiwa*)."""

    name: Bilingual
    when: Period


@frozen(kw_only=True)
class Step:
    """Two events of one row, of which the second answers the first (*langkah*)."""

    cause: Event
    effect: Event
    subject: str
    count: int
    source: Source | None


@frozen(kw_only=True)
class DatedRow:
    """A row that says when it came in (*baris bertanggal*)."""

    name: Bilingual
    when: Period
    subject: str
    count: int
    source: Source | None


Dated = tuple[Bilingual, Period | date | None]
Pairs = Iterable[tuple[Dated, Dated]]


def steps(year: ServiceYear) -> Iterator[Step]:
    """Yield every pair of events of which both are dated."""
    for subject, request in keyed("request", year.requests):
        yield from _known(_request(request), subject, request.count, request)
    for subject, objection in keyed("objection", year.objections):
        yield from _known(_objection(objection), subject, objection.count, objection)
    for subject, dispute in keyed("dispute", year.disputes):
        yield from _known(_dispute(dispute), subject, dispute.count, dispute)
    for subject, suit in keyed("suit", year.suits):
        yield from _known(_suit(suit), subject, suit.count, suit)


def _known(pairs: Pairs, subject: str, count: int, row: Placed) -> Iterator[Step]:
    for (cause, first), (effect, then) in pairs:
        begun, followed = _period(first), _period(then)
        if begun is not None and followed is not None:
            yield Step(
                cause=Event(name=_inside(cause), when=begun),
                effect=Event(name=effect, when=followed),
                subject=subject,
                count=count,
                source=row.source,
            )


def _period(when: Period | date | None) -> Period | None:
    return Period.of(when) if isinstance(when, date) else when


def _inside(name: Bilingual) -> Bilingual:
    """Return a name as it stands inside a sentence."""
    return Bilingual(name.id[:1].lower() + name.id[1:], name.en[:1].lower() + name.en[1:])


def _request(row: Request) -> Pairs:
    received = (RECEIVED, row.period)
    yield received, (ENTERED, row.registered_on)
    yield received, (TOLD_INCOMPLETE, row.told_incomplete_on)
    yield (TOLD_INCOMPLETE, row.told_incomplete_on), (LETTER_RECEIVED, row.letter_received_on)
    yield (LETTER_RECEIVED, row.letter_received_on), (REPAIRED, row.repaired_on)
    yield received, (COMPLETED, row.completed_on)
    for extended_on in (row.extended_on, *row.further_extensions):
        yield received, (EXTENDED, extended_on)
    yield (EXTENDED, row.extended_on), (NOTICE, row.notice_on)
    yield received, (NOTICE, row.notice_on)
    yield received, (DELIVERED, row.delivered_on)


def _objection(row: Objection) -> Pairs:
    objected = (OBJECTED, row.period)
    yield (GROUND, row.ground_found_on), objected
    yield objected, (ENTERED, row.registered_on)
    yield objected, (ANSWERED, row.answered_on)
    yield (ANSWERED, row.answered_on), (ANSWER_RECEIVED, row.answer_received_on)


def _dispute(row: Dispute) -> Pairs:
    filed = (FILED, row.filed)
    yield filed, (ACCEPTED, row.received_on)
    yield filed, (REGISTERED, row.registered_on)
    yield filed, (SESSION, row.first_session_on)
    yield filed, (DECIDED, row.decided_on)
    yield (REGISTERED, row.registered_on), (SESSION, row.first_session_on)
    yield (DECIDED, row.decided_on), (DECISION_RECEIVED, row.decision_received_on)
    for stage in row.stages:
        yield from _stage(filed, stage)


def _stage(filed: Dated, stage: Stage) -> Pairs:
    yield filed, (OPENED, stage.opened_on)
    yield filed, (DECIDED, stage.decided_on)
    yield (OPENED, stage.opened_on), (DECIDED, stage.decided_on)
    yield (DECIDED, stage.decided_on), (DECISION_RECEIVED, stage.received_on)


def _suit(row: CourtCase) -> Pairs:
    yield (SUED, row.filed_on), (DECIDED, row.decided_on)
    yield (DECIDED, row.decided_on), (DECISION_RECEIVED, row.received_on)
    yield (DECIDED, row.decided_on), (CASSATION, row.cassation_on)
    yield (SUED, row.filed_on), (CASSATION, row.cassation_on)


def dated_rows(year: ServiceYear) -> Iterator[DatedRow]:
    """Yield the rows that say when they came in, those carried over left out."""
    for row, _ in cases(year):
        if row.begun is not None and row.opening is None:
            yield DatedRow(
                name=row.name, when=row.begun, subject=row.subject, count=row.count, source=row.source
            )
    for subject, visits in keyed("visits", year.service.visits):
        if visits.period is not None:
            yield DatedRow(
                name=VISITS,
                when=visits.period,
                subject=subject,
                count=visits.count or 0,
                source=visits.source,
            )
    for subject, line in keyed("aggregate", year.aggregates):
        if line.period is not None and line.year in {None, year.period.year}:
            yield DatedRow(
                name=LINE, when=line.period, subject=subject, count=line.number, source=line.source
            )
