"""The register of objections (*keberatan*)."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType
from typing import Any

from ppid_core.glossary.ground import PREFIX, ground_letters, objection_grounds
from ppid_core.intake.cells import coded, letters_of_ground, line
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
from ppid_core.model import Applicant, Coded, Objection, ObjectionAnswer, ObjectionGround

REQUEST_NUMBER = text_column("nomor_permohonan")
EARLIER_REQUEST_NUMBER = text_column("permohonan_lalu")
REGISTERED = day_column("tanggal_register")
GROUND_FOUND = day_column("tanggal_alasan")
GROUND = text_column("alasan")
LETTER = Column(name="huruf", read=letters_of_ground)
ANSWER = Column(name="jawaban", read=coded(ObjectionAnswer))
ANSWERED = day_column("tanggal_jawaban")
ANSWER_RECEIVED = day_column("tanggal_terima_jawaban")
SUPERIOR_NAME = text_column("nama_atasan")
SUPERIOR_OFFICE = text_column("jabatan_atasan")
EXECUTION = text_column("pelaksanaan")
RESPONSE = text_column("tanggapan_pemohon")

FIELDS = MappingProxyType(
    {
        NUMBER.name: "number",
        REQUEST_NUMBER.name: "request_number",
        EARLIER_REQUEST_NUMBER.name: "earlier_request_number",
        DATE.name: "period",
        MONTH.name: "period",
        COUNT.name: "count",
        OPENING.name: "opening",
        REGISTERED.name: "registered_on",
        NAME.name: "applicant",
        APPLICANT_CLASS.name: "applicant_class",
        GROUND_FOUND.name: "ground_found_on",
        GROUND.name: "ground",
        LETTER.name: "ground",
        AGENCY.name: "agency",
        ANSWER.name: "answer",
        ANSWERED.name: "answered_on",
        ANSWER_RECEIVED.name: "answer_received_on",
        SUPERIOR_NAME.name: "superior_name",
        SUPERIOR_OFFICE.name: "superior_office",
        EXECUTION.name: "execution",
        RESPONSE.name: "response",
    }
)
"""The field of each column, as for requests; the letter of a ground wins over its wording."""


def _build(row: Row, setting: Setting) -> Objection:
    number, words = counted_cases(row)
    letters, wording = row[LETTER] or ground_letters(row.words(GROUND)), row.words(GROUND)
    if row.is_unread(LETTER):
        letters, wording = (), ""
    ground, *further = read_grounds(wording, letters)
    return Objection(
        number=row.words(NUMBER),
        request_number=row.words(REQUEST_NUMBER),
        earlier_request_number=row.words(EARLIER_REQUEST_NUMBER),
        period=period_of(row, setting),
        registered_on=row[REGISTERED],
        count=number,
        count_in_words=words,
        opening=row[OPENING],
        applicant=Applicant(name=row.words(NAME)) if row[NAME] else None,
        applicant_class=row[APPLICANT_CLASS],
        ground=ground,
        further_grounds=tuple(one.slug for one in further if one is not None),
        ground_letter=", ".join(letters),
        ground_found_on=row[GROUND_FOUND],
        agency=setting.agency(row[AGENCY]),
        answer=row[ANSWER],
        answered_on=row[ANSWERED],
        answer_received_on=row[ANSWER_RECEIVED],
        superior_name=row.words(SUPERIOR_NAME),
        superior_office=row.words(SUPERIOR_OFFICE),
        execution=row.words(EXECUTION),
        response=row.words(RESPONSE),
        unread=unread_fields(row, FIELDS),
        source=row.source,
    )


def read_grounds(wording: str, letters: tuple[str, ...]) -> tuple[Coded[ObjectionGround] | None, ...]:
    """Return the grounds, None where there are none: letters win over the wording, which the first keeps."""
    named = tuple(ObjectionGround(f"{PREFIX}{letter}") for letter in letters)
    if not (named or wording):
        return (None,)
    first, *further = named or objection_grounds(wording) or (ObjectionGround.OTHER,)
    return Coded(first, line(wording)), *map(Coded, further)


def _unlisted(row: Objection) -> Iterator[tuple[Column[Any], str]]:
    yield from unlisted_words((GROUND, row.ground), (ANSWER, row.answer))


OBJECTIONS = TableSpec(
    name="keberatan",
    cases=True,
    columns=(
        *(NUMBER, REQUEST_NUMBER, EARLIER_REQUEST_NUMBER, DATE, MONTH, COUNT, OPENING, REGISTERED, NAME),
        *(
            APPLICANT_CLASS,
            GROUND_FOUND,
            GROUND,
            LETTER,
            AGENCY,
            ANSWER,
            ANSWERED,
            ANSWER_RECEIVED,
            SUPERIOR_NAME,
        ),
        *(SUPERIOR_OFFICE, EXECUTION, RESPONSE),
    ),
    build=_build,
    unlisted=_unlisted,
    check=check_period,
    fields=FIELDS,
)
