"""The registers of disputes (*sengketa*) and suits (*gugatan*)."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType
from typing import Any

from ppid_core.intake.cells import coded, prose, stages
from ppid_core.intake.setting import Setting
from ppid_core.intake.spec import Column, Row, TableSpec
from ppid_core.intake.tables.case import (
    AGENCY,
    APPLICANT_CLASS,
    COUNT,
    DATE,
    MONTH,
    NAME,
    NUMBER,
    OPENING,
    check_period,
    counted_cases,
    day_column,
    period_of,
    text_column,
    unlisted_words,
    unread_fields,
)
from ppid_core.model import Applicant, CourtCase, Dispute, DisputeResult, Stage

OBJECTION_NUMBER = text_column("nomor_keberatan")
REQUEST_NUMBER = text_column("nomor_permohonan")
RECEIVED = day_column("tanggal_diterima")
REGISTERED = day_column("tanggal_register")
FIRST_SESSION = day_column("tanggal_sidang")
SUBJECT = text_column("alasan")
STAGES = Column(name="tahap", read=stages)
RESULT = Column(name="hasil", read=coded(DisputeResult))
DECISION_NUMBER = text_column("nomor_putusan")
DECIDED = day_column("tanggal_putusan")
DECISION_RECEIVED = day_column("tanggal_terima_putusan")
EXECUTION = text_column("pelaksanaan")
NOTE = Column(name="keterangan", read=prose)

DISPUTE_NUMBER = text_column("nomor_sengketa")
COURT = text_column("pengadilan")
STATEMENT = day_column("tanggal_pernyataan")
DECISION = text_column("putusan")
CASSATION = day_column("tanggal_kasasi")
CASSATION_DECISION = text_column("putusan_kasasi")

DISPUTE_FIELDS = MappingProxyType(
    {
        NUMBER.name: "number",
        NAME.name: "applicant",
        OBJECTION_NUMBER.name: "objection_number",
        REQUEST_NUMBER.name: "request_number",
        DATE.name: "filed",
        MONTH.name: "filed",
        COUNT.name: "count",
        OPENING.name: "opening",
        RECEIVED.name: "received_on",
        REGISTERED.name: "registered_on",
        FIRST_SESSION.name: "first_session_on",
        APPLICANT_CLASS.name: "applicant_class",
        SUBJECT.name: "subject",
        AGENCY.name: "agency",
        STAGES.name: "stages",
        RESULT.name: "result",
        DECISION_NUMBER.name: "decision_number",
        DECIDED.name: "decided_on",
        DECISION_RECEIVED.name: "decision_received_on",
        EXECUTION.name: "execution",
        NOTE.name: "note",
    }
)
"""The field of each column of *sengketa*, as for requests."""

SUIT_FIELDS = MappingProxyType(
    {
        DISPUTE_NUMBER.name: "dispute_number",
        COUNT.name: "count",
        COURT.name: "court",
        STATEMENT.name: "statement_on",
        DATE.name: "filed_on",
        DECISION.name: "decision",
        DECIDED.name: "decided_on",
        DECISION_RECEIVED.name: "received_on",
        CASSATION.name: "cassation_on",
        CASSATION_DECISION.name: "cassation_decision",
        EXECUTION.name: "execution",
    }
)
"""The field of each column of *gugatan*, as for requests."""


def _build_dispute(row: Row, setting: Setting) -> Dispute:
    number, words = counted_cases(row)
    return Dispute(
        number=row.words(NUMBER),
        objection_number=row.words(OBJECTION_NUMBER),
        request_number=row.words(REQUEST_NUMBER),
        filed=period_of(row, setting),
        count=number,
        count_in_words=words,
        opening=row[OPENING],
        received_on=row[RECEIVED],
        registered_on=row[REGISTERED],
        first_session_on=row[FIRST_SESSION],
        applicant=Applicant(name=row.words(NAME)) if row[NAME] else None,
        applicant_class=row[APPLICANT_CLASS],
        subject=row.words(SUBJECT),
        agency=setting.agency(row[AGENCY]),
        stages=tuple(Stage(kind=kind) for kind in row[STAGES] or ()),
        result=row[RESULT],
        decision_number=row.words(DECISION_NUMBER),
        decided_on=row[DECIDED],
        decision_received_on=row[DECISION_RECEIVED],
        execution=row.words(EXECUTION),
        note=row.words(NOTE),
        unread=unread_fields(row, DISPUTE_FIELDS),
        source=row.source,
    )


def _build_suit(row: Row, _: Setting) -> CourtCase:
    number, words = counted_cases(row)
    return CourtCase(
        dispute_number=row.words(DISPUTE_NUMBER),
        count=number,
        count_in_words=words,
        court=row.words(COURT),
        statement_on=row[STATEMENT],
        filed_on=row[DATE],
        decision=row.words(DECISION),
        decided_on=row[DECIDED],
        received_on=row[DECISION_RECEIVED],
        cassation_on=row[CASSATION],
        cassation_decision=row.words(CASSATION_DECISION),
        execution=row.words(EXECUTION),
        unread=unread_fields(row, SUIT_FIELDS),
        source=row.source,
    )


def _unlisted(row: Dispute) -> Iterator[tuple[Column[Any], str]]:
    yield from unlisted_words((RESULT, row.result))


DISPUTES = TableSpec(
    name="sengketa",
    cases=True,
    columns=(
        *(NUMBER, NAME, OBJECTION_NUMBER, REQUEST_NUMBER, DATE, MONTH, COUNT, OPENING, RECEIVED, REGISTERED),
        *(FIRST_SESSION, APPLICANT_CLASS, SUBJECT, AGENCY, STAGES, RESULT, DECISION_NUMBER, DECIDED),
        *(DECISION_RECEIVED, EXECUTION, NOTE),
    ),
    build=_build_dispute,
    unlisted=_unlisted,
    check=check_period,
    fields=DISPUTE_FIELDS,
)

SUITS = TableSpec(
    name="gugatan",
    cases=True,
    columns=(
        *(DISPUTE_NUMBER, COUNT, COURT, STATEMENT, DATE, DECISION, DECIDED, DECISION_RECEIVED, CASSATION),
        *(CASSATION_DECISION, EXECUTION),
    ),
    build=_build_suit,
    fields=SUIT_FIELDS,
)
