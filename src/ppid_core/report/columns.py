"""The columns of every table of rows, side by side."""

from __future__ import annotations

from datetime import time
from decimal import Decimal
from enum import StrEnum

from ppid_core.glossary.vocabulary import is_unlisted
from ppid_core.model import (
    Absent,
    AgencyScore,
    BudgetLine,
    Coded,
    CourtCase,
    Dispute,
    Facility,
    Objection,
    Period,
    Reason,
    Regulation,
    Request,
    ServiceHours,
    Staff,
    is_unread,
)
from ppid_core.report.material import Material, Slug
from ppid_core.report.row_tables import Field
from ppid_core.report.text import text
from ppid_core.report.values import Ratio, Rupiah, Value
from ppid_core.writing import format_time, format_weekdays

CountedRow = Request | Objection | Dispute | CourtCase
"""A line of a register."""


def counted(row: CountedRow) -> Value:
    """Return how many cases a line stands for, or that this could not be read."""
    return Absent(Reason.UNREADABLE) if is_unread(row, "count") else row.count


def _count(m: Material, row: CountedRow, period: Period | None, opening: int | None) -> Value | None:
    """Return the count of a line; of one that is in no total nothing, so that the column adds up."""
    return None if _aside(m, row, period, opening) else counted(row)


def _aside(m: Material, row: CountedRow, period: Period | None, opening: int | None) -> str:
    """Return what a line says that is in no total: carried over, or outside the period."""
    count = text(counted(row), m.lang)
    if opening is not None:
        return m.t(f"{count} (bawaan {opening})", f"{count} (from {opening})")
    if period is not None and not m.year.period.may_hold(period):
        return m.t(f"{count} (di luar periode)", f"{count} (outside the period)")
    return ""


def _filed(row: CourtCase) -> Period | None:
    return None if row.filed_on is None else Period.of(row.filed_on)


def _slug(coded: Coded[Slug] | None) -> StrEnum | str | None:
    """Return what a list names, else the words as typed."""
    return None if coded is None else coded.typed if is_unlisted(coded) else coded.slug


def _desk(m: Material, row: ServiceHours) -> str:
    return m.agency(row.agency) or m.t("PPID Utama", "Main PPID")


def _span(start: time | None, end: time | None) -> str:
    return "–".join(format_time(moment) for moment in (start, end) if moment is not None)


def _money(amount: Decimal | None) -> Rupiah | None:
    return None if amount is None else Rupiah(amount)


def _absorption(row: BudgetLine) -> Ratio | None:
    return None if row.realised is None or not row.allocated else Ratio(row.realised, row.allocated)


REQUESTS: tuple[Field[Request], ...] = (
    Field("number", "Nomor", "Number", lambda _, row: row.number),
    Field("received", "Waktu", "Received", lambda m, row: m.when(row.period)),
    Field(
        "count",
        "Jumlah",
        "Count",
        lambda m, row: _count(m, row, row.period, row.opening),
        whole="requests.total",
    ),
    Field(
        "aside",
        "Di luar hitungan",
        "Not counted",
        lambda m, row: _aside(m, row, row.period, row.opening),
    ),
    Field("applicant", "Pemohon", "Applicant", lambda _, row: row.applicant_class),
    Field("channel", "Kanal", "Channel", lambda _, row: _slug(row.channel)),
    Field("subject", "Informasi yang diminta", "Information", lambda _, row: row.subject),
    Field("agency", "OPD", "Agency", lambda m, row: m.agency(row.agency)),
    Field("outcome", "Keputusan", "Outcome", lambda m, row: m.outcome(row)),
    Field("reason", "Alasan", "Reason", lambda _, row: _slug(row.reason)),
    Field("notice", "Pemberitahuan", "Notice", lambda _, row: row.notice_on),
)
OBJECTIONS: tuple[Field[Objection], ...] = (
    Field("number", "Nomor", "Number", lambda _, row: row.number),
    Field("filed", "Waktu", "Filed", lambda m, row: m.when(row.period)),
    Field(
        "count",
        "Jumlah",
        "Count",
        lambda m, row: _count(m, row, row.period, row.opening),
        whole="objections.total",
    ),
    Field(
        "aside",
        "Di luar hitungan",
        "Not counted",
        lambda m, row: _aside(m, row, row.period, row.opening),
    ),
    Field("applicant", "Pemohon", "Applicant", lambda _, row: row.applicant_class),
    Field("ground", "Alasan keberatan", "Ground", lambda m, row: m.grounds(row)),
    Field("agency", "OPD", "Agency", lambda m, row: m.agency(row.agency)),
    Field("answer", "Jawaban", "Answer", lambda _, row: _slug(row.answer)),
    Field("answered", "Tanggal jawaban", "Answered on", lambda _, row: row.answered_on),
    Field("execution", "Pelaksanaan", "Execution", lambda _, row: row.execution),
)
DISPUTES: tuple[Field[Dispute], ...] = (
    Field("number", "Nomor", "Number", lambda _, row: row.number),
    Field("filed", "Waktu", "Filed", lambda _, row: row.filed),
    Field("applicant", "Pemohon", "Applicant", lambda _, row: row.applicant_class),
    Field(
        "count",
        "Jumlah",
        "Count",
        lambda m, row: _count(m, row, row.filed, row.opening),
        whole="disputes.total",
    ),
    Field(
        "aside",
        "Di luar hitungan",
        "Not counted",
        lambda m, row: _aside(m, row, row.filed, row.opening),
    ),
    Field("subject", "Alasan sengketa", "Reason", lambda _, row: row.subject),
    Field("agency", "OPD terkait", "Agency", lambda m, row: m.agency(row.agency)),
    Field("result", "Hasil", "Result", lambda _, row: _slug(row.result)),
    Field("decided", "Tanggal putusan", "Decided on", lambda _, row: row.decided_on),
    Field("execution", "Pelaksanaan", "Execution", lambda _, row: row.execution),
    Field("note", "Keterangan", "Note", lambda _, row: "" if row.note == row.execution else row.note),
)
SUITS: tuple[Field[CourtCase], ...] = (
    Field("dispute", "Nomor sengketa", "Dispute", lambda _, row: row.dispute_number),
    Field("count", "Jumlah", "Count", lambda m, row: _count(m, row, _filed(row), None), whole="suits.total"),
    Field("aside", "Di luar hitungan", "Not counted", lambda m, row: _aside(m, row, _filed(row), None)),
    Field("court", "Pengadilan", "Court", lambda _, row: row.court),
    Field("filed", "Tanggal gugatan", "Filed on", lambda _, row: row.filed_on),
    Field("decision", "Putusan", "Decision", lambda _, row: row.decision),
    Field("decided", "Tanggal putusan", "Decided on", lambda _, row: row.decided_on),
    Field("execution", "Pelaksanaan", "Execution", lambda _, row: row.execution),
)
FACILITIES: tuple[Field[Facility], ...] = (
    Field("place", "Tempat", "Place", lambda _, row: row.place),
    Field("name", "Sarana dan prasarana", "Facility", lambda _, row: row.name),
    Field("count", "Jumlah", "Count", lambda _, row: row.count),
    Field("condition", "Kondisi", "Condition", lambda _, row: row.condition),
)
HOURS: tuple[Field[ServiceHours], ...] = (
    Field("desk", "Tempat layanan", "Desk", _desk),
    Field("days", "Hari", "Days", lambda m, row: format_weekdays(row.days, m.lang)),
    Field("open", "Buka", "Open", lambda _, row: _span(row.opens, row.closes)),
    Field("break", "Istirahat", "Break", lambda _, row: _span(row.break_from, row.break_until)),
)
STAFF: tuple[Field[Staff], ...] = (
    Field("unit", "Bagian", "Unit", lambda _, row: row.unit),
    Field("count", "Jumlah (orang)", "Count (people)", lambda _, row: row.count, whole="staff.total"),
    Field("qualification", "Kualifikasi", "Qualification", lambda _, row: row.qualification),
)
BUDGET: tuple[Field[BudgetLine], ...] = (
    Field("funding", "Sumber dana", "Funding", lambda _, row: row.funding),
    Field("allocated", "Alokasi", "Allocated", lambda _, row: _money(row.allocated)),
    Field("realised", "Realisasi", "Realised", lambda _, row: _money(row.realised)),
    Field("absorption", "Serapan", "Absorption", lambda _, row: _absorption(row)),
    Field("use", "Penggunaan", "Use", lambda _, row: row.use),
)
REGULATIONS: tuple[Field[Regulation], ...] = (
    Field("number", "Peraturan", "Regulation", lambda _, row: row.number),
    Field("about", "Tentang", "About", lambda _, row: row.about),
    Field("year", "Tahun terbit", "Year", lambda _, row: None if row.year is None else str(row.year)),
)
RANKING: tuple[Field[AgencyScore], ...] = (
    Field("agency", "OPD", "Agency", lambda m, row: m.agency(row.agency)),
    Field("value", "Nilai", "Score", lambda _, row: row.value),
    Field("unit", "Satuan", "Unit", lambda _, row: row.unit),
)
