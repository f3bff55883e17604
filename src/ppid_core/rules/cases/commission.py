"""C206: the commission's own time: when it began, when it ended, how long its mediation took."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from attrs import frozen

from ppid_core.deadlines import DeadlineKind
from ppid_core.language import LANGS, Bilingual
from ppid_core.model import Dispute, Period, Stage, StageKind
from ppid_core.rules.casebook.span import Span, basis_of, due_of, reported_disputes
from ppid_core.rules.engine.evidence import Evidence
from ppid_core.rules.engine.finding import Severity
from ppid_core.rules.engine.labels import columns, said
from ppid_core.rules.engine.place import about
from ppid_core.rules.engine.rule import Rule
from ppid_core.rules.engine.verdict import FINE, Verdict, each
from ppid_core.summary.open_cases import UNFINISHED

_RECEIVED = Bilingual("penerimaan di Komisi Informasi {day}", "the receipt at the commission on {day}")
_REGISTERED = Bilingual(
    "registrasi {day}, karena hari penerimaan tidak tercatat",
    "the registration on {day}, as no receipt is recorded",
)
_FILED = Bilingual(
    "pengajuan {day}, karena hari penerimaan tidak tercatat",
    "the filing {day}, as no receipt is recorded",
)
_SESSION = Bilingual("sidang mediasi pertama {day}", "the first session of the mediation on {day}")
_NOT_YET = Bilingual("belum per {day}", "not by {day}")
_NO_TIME = Bilingual(
    "tidak ada sengketa yang hari penerimaannya, dan hari sidang atau putusannya, diketahui ({where})",
    "of no dispute are the receipt and a session or a decision known ({where})",
).fill(where=columns(sengketa="tanggal_diterima tanggal_register tanggal tanggal_sidang tanggal_putusan"))


@frozen(kw_only=True)
class _Course:
    """Something that the commission does within a time (*proses di Komisi Informasi*).

    Attributes:
        opened: from when its time runs.
        since: the same in words.
        done_on: when it was done, None where it is known not to be done yet.
    """

    subject: str
    row: Dispute
    kind: DeadlineKind
    opened: Span
    since: Bilingual
    done_on: date | None


def _courses(evidence: Evidence) -> Iterator[_Course]:
    for subject, row in reported_disputes(evidence):
        yield from _of_the_whole(subject, row)
        yield from _of_mediation(subject, row)


def _of_the_whole(subject: str, row: Dispute) -> Iterator[_Course]:
    came = _came(row)
    if came is None:
        return
    opened, since = came
    begun = _earliest(row.first_session_on, *(stage.opened_on for stage in row.stages))
    if begun is not None:
        yield _Course(
            subject=subject,
            row=row,
            kind=DeadlineKind.COMMISSION_START,
            opened=opened,
            since=since,
            done_on=begun,
        )
    is_open = row.result is not None and row.result.slug in UNFINISHED
    ended = None if is_open else _latest(row.decided_on, *(stage.decided_on for stage in row.stages))
    if is_open or ended is not None:
        yield _Course(
            subject=subject,
            row=row,
            kind=DeadlineKind.COMMISSION_FINISH,
            opened=opened,
            since=since,
            done_on=ended,
        )


def _came(row: Dispute) -> tuple[Span, Bilingual] | None:
    """Return when a dispute came to the commission: received, else registered, else filed."""
    known: tuple[tuple[date | Period | None, Bilingual], ...] = (
        (row.received_on, _RECEIVED),
        (row.registered_on, _REGISTERED),
        (row.filed, _FILED),
    )
    return next(
        ((Span.of(when), text.fill(day=said(when))) for when, text in known if when is not None), None
    )


def _earliest(*days: date | None) -> date | None:
    return min((day for day in days if day is not None), default=None)


def _latest(*days: date | None) -> date | None:
    return max((day for day in days if day is not None), default=None)


def _of_mediation(subject: str, row: Dispute) -> Iterator[_Course]:
    """Yield the mediation; where it is the only stage, the first session and the decision bound it."""
    for stage in row.stages:
        if stage.kind is StageKind.MEDIATION:
            opened, done = _bounds(row, stage)
            if opened is not None and done is not None:
                yield _Course(
                    subject=subject,
                    row=row,
                    kind=DeadlineKind.MEDIATION,
                    opened=Span.of(opened),
                    since=_SESSION.fill(day=said(opened)),
                    done_on=done,
                )


def _bounds(row: Dispute, stage: Stage) -> tuple[date | None, date | None]:
    if len(row.stages) > 1:
        return stage.opened_on, stage.decided_on
    return stage.opened_on or row.first_session_on, stage.decided_on or row.decided_on


def _judge(course: _Course, evidence: Evidence) -> Verdict | None:
    # The register does not say whether a mediation was extended: it is late once it surely is.
    """Find each beginning, end and mediation of a dispute that came surely after its time."""
    is_extended = bool(course.kind.limit.extension)
    due = due_of(course.kind, course.opened, evidence, extended=is_extended)
    day = evidence.as_of if course.done_on is None else course.done_on
    if day <= due.last:
        return FINE if day <= due.first else None
    row, limit = course.row, course.kind.limit
    return about(
        course.subject,
        row,
        provided=course.done_on,
        expected=due.last,
        facts={
            "act": limit.act,
            "done": _NOT_YET.fill(day=said(day)) if course.done_on is None else said(day),
            "since": course.since,
            "convention": Bilingual(
                *(f" {words}" if words else "" for words in map(limit.convention, LANGS))
            ),
        },
        basis=basis_of(course.kind, course.opened.last, evidence, extended=is_extended),
    )


C206 = Rule(
    code="C206",
    severity=Severity.INFO,
    title=Bilingual("Komisi Informasi melewati jangka waktunya", "The commission took longer than its time"),
    message=Bilingual(
        "{act}: {done}, batasnya {expected}. Dihitung sejak {since}.{convention}",
        "{act}: {done}, the last day was {expected}. It runs from {since}.{convention}",
    ),
    mend=Bilingual(
        "Periksa tanggalnya; bila benar, badan publik tidak dapat memperbaikinya, cukup dijelaskan dalam"
        " laporan.",
        "Look at the dates; where they are right the body cannot mend this, and may explain it in the"
        " report.",
    ),
    explanation=Bilingual(
        "Komisi Informasi mulai mengupayakan penyelesaian, menyelesaikan sengketa, dan memediasi dalam"
        " jangka waktu tertentu. Lamanya bukan tanggung jawab badan publik, tetapi menjelaskan mengapa"
        " sengketa belum selesai. Mediasi dinilai dengan perpanjangannya, karena register tidak mencatat"
        " perpanjangan itu.",
        "The commission begins with a dispute, ends it and mediates within certain times. How long it takes"
        " is not the body's to answer for, but explains why a dispute is not over. A mediation is judged"
        " with its extension, since the register does not say whether there was one.",
    ),
    where=columns(sengketa="tanggal_diterima tanggal_register tanggal tanggal_sidang tahap tanggal_putusan"),
    example=Bilingual.both(
        "tanggal_diterima 3 Mei 2021, tanggal_sidang 19 Mei 2021, tanggal_putusan 6 September 2021"
    ),
    basis=("commission_start", "commission_finish", "mediation", "mediation_extension"),
    check=each(_courses, _judge, _NO_TIME),
)
