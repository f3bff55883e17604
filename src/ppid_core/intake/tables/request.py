"""The register of requests (*permohonan*)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, tzinfo
from types import MappingProxyType
from typing import Any

from ppid_core.glossary import spelling
from ppid_core.glossary.refusal import EXEMPTING, LETTERS, provisions
from ppid_core.intake.cells import (
    COUNTS,
    DAYS,
    ambiguous_outcome,
    coded,
    cost,
    count,
    counted,
    day,
    exemption,
    first_of_several,
    line,
    member,
    outcome,
    prose,
    reason,
    several,
    working_days,
)
from ppid_core.intake.setting import Setting
from ppid_core.intake.spec import Blank, Column, Row, TableSpec
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
from ppid_core.model import (
    AccessKind,
    Applicant,
    Channel,
    Coded,
    CountUnit,
    Desk,
    Outcome,
    RefusalReason,
    Request,
)
from ppid_core.writing import WIB


def _held(text: str) -> tuple[bool, str]:
    """Return whether the body holds the information, and who else does."""
    word = spelling(text)
    return word == "ya", "" if word in {"ya", "tidak"} else line(text)


def _ascending_days(text: str, zone: tzinfo = WIB) -> tuple[date, ...]:
    """Return several days, the first of them first."""
    return tuple(sorted(several(lambda part: day(part, zone))(text)))


COUNT_OF_APPLICANTS = Column(
    name="jumlah_pemohon", read=count, total=counted, ways=COUNTS, blank=Blank.REFUSED
)
IDENTITY_NUMBER = Column(name="nik", read=line, private=True)
ADDRESS = Column(name="alamat", read=line, private=True)
CONTACT = Column(name="kontak", read=line, private=True)
POWER_OF_ATTORNEY = Column(name="surat_kuasa", read=line, private=True)
OCCUPATION = text_column("pekerjaan")
PURPOSE = text_column("tujuan")
CHANNEL = Column(name="kanal", read=coded(Channel))
SUBJECT = Column(name="informasi", read=prose)
HELD = Column(name="dikuasai", read=_held)
REGISTERED = day_column("tanggal_register")
TOLD_INCOMPLETE = day_column("tanggal_surat_tidak_lengkap")
LETTER_RECEIVED = day_column("tanggal_terima_surat")
REPAIRED = day_column("tanggal_perbaikan")
COMPLETED = day_column("tanggal_lengkap")
OUTCOME: Column[tuple[Outcome, Desk | None]] = Column(
    name="keputusan", read=outcome, remark=ambiguous_outcome
)
REASON = Column(name="alasan_penolakan", read=reason)
EXEMPTION: Column[tuple[str, Coded[RefusalReason] | None]] = Column(name="pasal_pengecualian", read=exemption)
CONSEQUENCE_TEST = text_column("uji_konsekuensi")
EXTENDED = Column(
    name="tanggal_perpanjangan", read=_ascending_days, zoned=_ascending_days, ways=first_of_several(DAYS)
)
EXTENSION_REASON = text_column("alasan_perpanjangan")
NOTICE = day_column("tanggal_pemberitahuan")
DELIVERED = day_column("tanggal_penyerahan")
WORKING_DAYS = Column(name="hari_kerja", read=working_days, ways=COUNTS)
COST = Column(name="biaya", read=cost, total=cost, ways=COUNTS)
PAYMENT = text_column("cara_bayar")
ACCESS = Column(name="jenis", read=member(AccessKind))
FORM = text_column("bentuk")

FIELDS = MappingProxyType(
    {
        NUMBER.name: "number",
        DATE.name: "period",
        MONTH.name: "period",
        COUNT.name: "count",
        COUNT_OF_APPLICANTS.name: "count",
        OPENING.name: "opening",
        NAME.name: "applicant",
        IDENTITY_NUMBER.name: "applicant",
        POWER_OF_ATTORNEY.name: "applicant",
        ADDRESS.name: "applicant",
        CONTACT.name: "applicant",
        APPLICANT_CLASS.name: "applicant_class",
        OCCUPATION.name: "occupation",
        PURPOSE.name: "purpose",
        CHANNEL.name: "channel",
        SUBJECT.name: "subject",
        AGENCY.name: "agency",
        HELD.name: "held",
        REGISTERED.name: "registered_on",
        TOLD_INCOMPLETE.name: "told_incomplete_on",
        LETTER_RECEIVED.name: "letter_received_on",
        REPAIRED.name: "repaired_on",
        COMPLETED.name: "completed_on",
        OUTCOME.name: "outcome",
        REASON.name: "reason",
        EXEMPTION.name: "exemption_letter",
        CONSEQUENCE_TEST.name: "consequence_test",
        EXTENDED.name: "extended_on",
        EXTENSION_REASON.name: "extension_reason",
        NOTICE.name: "notice_on",
        DELIVERED.name: "delivered_on",
        WORKING_DAYS.name: "working_days",
        COST.name: "cost",
        PAYMENT.name: "payment",
        ACCESS.name: "access",
        FORM.name: "form",
    }
)
"""The field of each column: of a cell that cannot be read, the row tells that field as unread."""


def _build(row: Row, setting: Setting) -> Request:
    number, words = row[COUNT_OF_APPLICANTS] or counted_cases(row)
    held, held_by = row[HELD] or (None, "")
    decided, desk = row[OUTCOME] or (None, None)
    why, letters = _refusal(row)
    extended_on, *further_extensions = row[EXTENDED] or (None,)
    return Request(
        number=row.words(NUMBER),
        period=period_of(row, setting),
        count=number,
        count_in_words=words,
        unit=CountUnit.APPLICANT if row.keeps(COUNT_OF_APPLICANTS) else CountUnit.REQUEST,
        opening=row[OPENING],
        applicant=_applicant(row),
        applicant_class=row[APPLICANT_CLASS],
        occupation=row.words(OCCUPATION),
        channel=row[CHANNEL],
        subject=row.words(SUBJECT),
        purpose=row.words(PURPOSE),
        agency=setting.agency(row[AGENCY]),
        held=held,
        held_by=held_by,
        registered_on=row[REGISTERED],
        told_incomplete_on=row[TOLD_INCOMPLETE],
        letter_received_on=row[LETTER_RECEIVED],
        repaired_on=row[REPAIRED],
        completed_on=row[COMPLETED],
        outcome=decided,
        desk=desk,
        reason=why,
        exemption_letter=letters,
        consequence_test=row.words(CONSEQUENCE_TEST),
        extended_on=extended_on,
        further_extensions=tuple(filter(None, further_extensions)),
        extension_reason=row.words(EXTENSION_REASON),
        notice_on=row[NOTICE],
        delivered_on=row[DELIVERED],
        working_days=row[WORKING_DAYS],
        cost=row[COST],
        payment=row.words(PAYMENT),
        access=row[ACCESS],
        form=row.words(FORM),
        unread=unread_fields(row, FIELDS),
        source=row.source,
    )


def _refusal(row: Row) -> tuple[Coded[RefusalReason] | None, str]:
    """Return the reason of a refusal and the letters of an exemption: either column may name either."""
    why = row[REASON]
    letters, named = row[EXEMPTION] or ("", None)
    if named is not None:
        why = named if why is None else _more_exact(why, named)
    elif why is None and letters and not row.is_unread(REASON):
        why = Coded(RefusalReason.EXEMPT)
    named_there = provisions(why.typed).exempting if why else ()
    is_lawful = set(named_there) <= set(LETTERS[EXEMPTING])
    return why, letters or (", ".join(named_there) if is_lawful else "")


def _more_exact(why: Coded[RefusalReason], named: Coded[RefusalReason]) -> Coded[RefusalReason]:
    """Return a reason that says no more than *dikecualikan* with the ground beside it."""
    if why.slug not in {RefusalReason.EXEMPT, RefusalReason.OTHER}:
        return why
    return Coded(named.slug, f"{why.typed} ({named.typed})")


def _applicant(row: Row) -> Applicant | None:
    known = Applicant(
        name=row.words(NAME),
        nik=row.words(IDENTITY_NUMBER),
        address=row.words(ADDRESS),
        contact=row.words(CONTACT),
        power_of_attorney=row.words(POWER_OF_ATTORNEY),
    )
    return None if known == Applicant() else known


def _unlisted(row: Request) -> Iterator[tuple[Column[Any], str]]:
    yield from unlisted_words((CHANNEL, row.channel), (REASON, row.reason))


REQUESTS = TableSpec(
    name="permohonan",
    cases=True,
    columns=(
        *(NUMBER, DATE, MONTH, COUNT, COUNT_OF_APPLICANTS, OPENING, NAME, IDENTITY_NUMBER, ADDRESS),
        *(CONTACT, POWER_OF_ATTORNEY, APPLICANT_CLASS, OCCUPATION, PURPOSE, CHANNEL, SUBJECT, AGENCY, HELD),
        *(REGISTERED, TOLD_INCOMPLETE, LETTER_RECEIVED, REPAIRED, COMPLETED, OUTCOME),
        *(REASON, EXEMPTION, CONSEQUENCE_TEST, EXTENDED, EXTENSION_REASON, NOTICE, DELIVERED),
        *(WORKING_DAYS, COST, PAYMENT, ACCESS, FORM),
    ),
    build=_build,
    check=check_period,
    fields=FIELDS,
    unlisted=_unlisted,
    exclusive=(COUNT, COUNT_OF_APPLICANTS),
)
