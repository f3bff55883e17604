"""The columns of every table of rows, side by side."""

from __future__ import annotations

from datetime import time
from decimal import Decimal
from enum import StrEnum
from typing import Any

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
    Reason,
    Regulation,
    Request,
    ServiceHours,
    Staff,
    is_unread,
)
from ppid_core.report.material import Material, Slug
from ppid_core.report.row_tables import RowColumn
from ppid_core.report.text import text
from ppid_core.report.values import Ratio, Rupiah, Typed, Value
from ppid_core.summary.rows import Case, placed
from ppid_core.writing import format_time, format_weekdays


def counted(row: Case) -> Value:
    """Return how many cases a line stands for, or that this could not be read."""
    return Absent(Reason.UNREADABLE) if is_unread(row, "count") else row.count


def _count(m: Material, row: Case) -> Value | None:
    """Return the count of a line; of one that is in no total nothing, so that the column adds up."""
    return None if _aside(m, row) else counted(row)


def _aside(m: Material, row: Case) -> str:
    """Return what a line says that is in no total: carried over, or outside the period."""
    (period, opening), count = placed(row), text(counted(row), m.lang)
    if opening is not None:
        return m.t(f"{count} (bawaan {opening})", f"{count} (from {opening})")
    if period is not None and not m.year.period.may_hold(period):
        return m.t(f"{count} (di luar periode)", f"{count} (outside the period)")
    return ""


def counting(whole: str) -> tuple[RowColumn[Any], RowColumn[Any]]:
    """Return the columns of a register that count: its cases, and those that are in no total."""
    return (
        RowColumn("count", "Jumlah", "Count", _count, whole=whole),
        RowColumn("aside", "Di luar hitungan", "Not counted", _aside),
    )


def _slug(coded: Coded[Slug] | None) -> StrEnum | str | None:
    """Return what a list names, else the words as typed."""
    return None if coded is None else Typed(coded.typed) if is_unlisted(coded) else coded.slug


def _span(start: time | None, end: time | None) -> str:
    return "–".join(format_time(moment) for moment in (start, end) if moment is not None)


def _money(amount: Decimal | None) -> Rupiah | None:
    return None if amount is None else Rupiah(amount)


def _absorption(row: BudgetLine) -> Ratio | None:
    return None if row.realised is None or not row.allocated else Ratio(row.realised, row.allocated)


REQUESTS: tuple[RowColumn[Request], ...] = (
    RowColumn("number", "Nomor", "Number", lambda _, row: row.number),
    RowColumn("received", "Tanggal", "Received", lambda m, row: m.when(row.period)),
    *counting("requests.total"),
    RowColumn("applicant", "Pemohon", "Applicant", lambda _, row: row.applicant_class),
    RowColumn("channel", "Kanal", "Channel", lambda _, row: _slug(row.channel)),
    RowColumn("subject", "Informasi yang diminta", "Information", lambda _, row: row.subject, is_typed=True),
    RowColumn("agency", "OPD", "Agency", lambda m, row: m.agency(row.agency), is_typed=True),
    RowColumn("outcome", "Keputusan", "Outcome", lambda m, row: m.outcome(row)),
    RowColumn("reason", "Alasan", "Reason", lambda _, row: _slug(row.reason)),
    RowColumn("notice", "Tanggal pemberitahuan", "Notice", lambda _, row: row.notice_on),
)
OBJECTIONS: tuple[RowColumn[Objection], ...] = (
    RowColumn("number", "Nomor", "Number", lambda _, row: row.number),
    RowColumn("filed", "Tanggal", "Filed", lambda m, row: m.when(row.period)),
    *counting("objections.total"),
    RowColumn("applicant", "Pemohon", "Applicant", lambda _, row: row.applicant_class),
    RowColumn("ground", "Alasan keberatan", "Ground", lambda m, row: m.grounds(row)),
    RowColumn("agency", "OPD", "Agency", lambda m, row: m.agency(row.agency), is_typed=True),
    RowColumn("answer", "Jawaban", "Answer", lambda _, row: _slug(row.answer)),
    RowColumn("answered", "Tanggal jawaban", "Answered on", lambda _, row: row.answered_on),
    RowColumn("execution", "Pelaksanaan", "Execution", lambda _, row: row.execution, is_typed=True),
)
DISPUTES: tuple[RowColumn[Dispute], ...] = (
    RowColumn("number", "Nomor", "Number", lambda _, row: row.number),
    RowColumn("filed", "Tanggal", "Filed", lambda _, row: row.filed),
    RowColumn("applicant", "Pemohon", "Applicant", lambda _, row: row.applicant_class),
    *counting("disputes.total"),
    RowColumn("subject", "Alasan sengketa", "Reason", lambda _, row: row.subject, is_typed=True),
    RowColumn("agency", "OPD terkait", "Agency", lambda m, row: m.agency(row.agency), is_typed=True),
    RowColumn("result", "Hasil", "Result", lambda _, row: _slug(row.result)),
    RowColumn("decided", "Tanggal putusan", "Decided on", lambda _, row: row.decided_on),
    RowColumn("execution", "Pelaksanaan", "Execution", lambda _, row: row.execution, is_typed=True),
    RowColumn(
        "note",
        "Keterangan",
        "Note",
        lambda _, row: "" if row.note == row.execution else row.note,
        is_typed=True,
    ),
)
SUITS: tuple[RowColumn[CourtCase], ...] = (
    RowColumn("dispute", "Nomor sengketa", "Dispute", lambda _, row: row.dispute_number),
    *counting("suits.total"),
    RowColumn("court", "Pengadilan", "Court", lambda _, row: row.court, is_typed=True),
    RowColumn("filed", "Tanggal gugatan", "Filed on", lambda _, row: row.filed_on),
    RowColumn("decision", "Putusan", "Decision", lambda _, row: row.decision, is_typed=True),
    RowColumn("decided", "Tanggal putusan", "Decided on", lambda _, row: row.decided_on),
    RowColumn("execution", "Pelaksanaan", "Execution", lambda _, row: row.execution, is_typed=True),
)
FACILITIES: tuple[RowColumn[Facility], ...] = (
    RowColumn("place", "Tempat", "Place", lambda _, row: row.place, is_typed=True),
    RowColumn("name", "Sarana dan prasarana", "Facility", lambda _, row: row.name, is_typed=True),
    RowColumn("count", "Jumlah", "Count", lambda _, row: row.count),
    RowColumn("condition", "Kondisi", "Condition", lambda _, row: row.condition, is_typed=True),
)
HOURS: tuple[RowColumn[ServiceHours], ...] = (
    RowColumn(
        "desk",
        "Tempat layanan",
        "Desk",
        lambda m, row: m.agency(row.agency) or m.t("PPID Utama", "Main PPID"),
    ),
    RowColumn("days", "Hari", "Days", lambda m, row: format_weekdays(row.days, m.lang)),
    RowColumn("open", "Buka", "Open", lambda _, row: _span(row.opens, row.closes)),
    RowColumn("break", "Istirahat", "Break", lambda _, row: _span(row.break_from, row.break_until)),
)
STAFF: tuple[RowColumn[Staff], ...] = (
    RowColumn("unit", "Bagian", "Unit", lambda _, row: row.unit, is_typed=True),
    RowColumn("count", "Jumlah (orang)", "Count (people)", lambda _, row: row.count, whole="staff.total"),
    RowColumn(
        "qualification", "Kualifikasi", "Qualification", lambda _, row: row.qualification, is_typed=True
    ),
)
BUDGET: tuple[RowColumn[BudgetLine], ...] = (
    RowColumn("funding", "Sumber dana", "Funding", lambda _, row: row.funding, is_typed=True),
    RowColumn("allocated", "Alokasi", "Allocated", lambda _, row: _money(row.allocated)),
    RowColumn("realised", "Realisasi", "Realised", lambda _, row: _money(row.realised)),
    RowColumn("absorption", "Persentase serapan", "Absorption", lambda _, row: _absorption(row)),
    RowColumn("use", "Penggunaan", "Use", lambda _, row: row.use, is_typed=True),
)
REGULATIONS: tuple[RowColumn[Regulation], ...] = (
    RowColumn("number", "Peraturan", "Regulation", lambda _, row: row.number, is_typed=True),
    RowColumn("about", "Tentang", "About", lambda _, row: row.about, is_typed=True),
    RowColumn("year", "Tahun terbit", "Year", lambda _, row: None if row.year is None else str(row.year)),
)
RANKING: tuple[RowColumn[AgencyScore], ...] = (
    RowColumn("agency", "OPD", "Agency", lambda m, row: m.agency(row.agency), is_typed=True),
    RowColumn("value", "Nilai", "Score", lambda _, row: row.value),
    RowColumn("unit", "Satuan", "Unit", lambda _, row: row.unit, is_typed=True),
)
