"""What each column of a register book says of a line, by the slugs that the law gives its columns."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from ppid_core.model import Applicant, Objection, Period, Request
from ppid_core.report.columns import counted
from ppid_core.report.material import Material
from ppid_core.report.tabling import Field
from ppid_core.report.values import Rupiah, Value
from ppid_core.summary import listed
from ppid_core.writing import format_date, weekday_name

PERSONAL = frozenset({"name", "nik", "address", "contact", "power_of_attorney", "applicant"})
"""Columns that hold personal data: only the internal edition has them."""


def _day(material: Material, day: date | None) -> str:
    """Return weekday and date, as the regulation asks for both."""
    if day is None:
        return ""
    return f"{weekday_name(day.weekday(), material.lang)}, {format_date(day, material.lang)}"


def _held(material: Material, row: Request) -> str:
    """Return whether the information is held, and which body holds it else."""
    known = {True: material.t("ya", "yes"), False: material.t("tidak", "no"), None: ""}[row.held]
    return "; ".join(part for part in (known, row.held_by) if part)


def _refusal(material: Material, row: Request) -> str:
    """Return the reason as the clerk typed it, and the letter of an exemption."""
    letter = row.exemption_letter and f"Pasal 17 {material.t('huruf', 'letter')} {row.exemption_letter}"
    return ", ".join(part for part in (material.typed(row.reason), letter) if part)


def _ground(material: Material, row: Objection) -> str:
    letter = row.ground_letter and material.t(f"huruf {row.ground_letter}", f"letter {row.ground_letter}")
    words = material.grounds(row)
    return f"{words} ({letter})" if words and letter else words or letter


def _identity(applicant: Applicant | None) -> str:
    parts = () if applicant is None else (applicant.name, applicant.nik, applicant.address)
    return ", ".join(part for part in parts if part)


def _of_person(name: str) -> Callable[[Material, Request | Objection], str | None]:
    """Return a cell of the applicant: of what only the internal edition has."""

    def cell(_: Material, row: Request | Objection) -> str | None:
        return None if row.applicant is None else str(getattr(row.applicant, name))

    return cell


def _not_kept(*_: object) -> str:
    """Return the cell of a column that the regulation has and our tables have not: to be filled by hand."""
    return ""


def _aside(material: Material, period: Period | None, opening: int | None) -> str:
    """Return why a line is in no total of the chapters."""
    if opening is not None:
        return material.t(f"bawaan {opening}", f"carried over from {opening}")
    if period is not None and not material.year.period.may_hold(period):
        return material.t("di luar periode", "outside the period")
    return ""


def _cost(row: Request) -> Value | None:
    return None if row.cost is None else Rupiah(row.cost)


def request_fields() -> tuple[Field[Request], ...]:
    """Return the columns of the book of requests."""
    return (
        Field("number", "Nomor", "Number", lambda _, row: row.number),
        Field("date", "Tanggal", "Date", lambda m, row: m.when(row.period)),
        Field("name", "Nama", "Name", _of_person("name")),
        Field("nik", "NIK", "Identity number", _of_person("nik")),
        Field("address", "Alamat", "Address", _of_person("address")),
        Field("contact", "Kontak", "Contact", _of_person("contact")),
        Field("power_of_attorney", "Surat kuasa", "Power of attorney", _of_person("power_of_attorney")),
        Field("occupation", "Pekerjaan", "Occupation", lambda _, row: row.occupation),
        Field("information", "Informasi yang diminta", "Information", lambda _, row: row.subject),
        Field("purpose", "Tujuan penggunaan", "Purpose", lambda _, row: row.purpose),
        Field("held", "Dikuasai", "Held", _held),
        Field("form", "Bentuk", "Form", lambda _, row: row.form),
        Field("access", "Jenis", "Kind", lambda _, row: row.access),
        Field("decision", "Keputusan", "Decision", lambda m, row: m.outcome(row)),
        Field("refusal_reason", "Alasan penolakan", "Reason of refusal", _refusal),
        Field("notice", "Pemberitahuan tertulis", "Written notice", lambda m, row: _day(m, row.notice_on)),
        Field("delivery", "Penyerahan informasi", "Delivery", lambda m, row: _day(m, row.delivered_on)),
        Field("cost", "Biaya", "Cost", lambda _, row: _cost(row)),
        Field("payment", "Cara bayar", "Payment", lambda _, row: row.payment),
    )


def objection_fields(material: Material) -> tuple[Field[Objection], ...]:
    """Return the columns of the book of objections; what was asked for stands in the book of requests."""
    asked: Mapping[str, Request] = {row.number: row for row in listed(material.year.requests)}

    def request(row: Objection) -> Request:
        return asked.get(row.request_number, Request()) if row.request_number else Request()

    return (
        Field("number", "Nomor registrasi", "Number", lambda _, row: row.number),
        Field("date", "Tanggal", "Date", lambda m, row: m.when(row.period)),
        Field("applicant", "Pemohon atau kuasanya", "Applicant", lambda _, row: _identity(row.applicant)),
        Field("contact", "Kontak", "Contact", _of_person("contact")),
        Field("occupation", "Pekerjaan", "Occupation", lambda _, row: request(row).occupation),
        Field(
            "request_number",
            "Nomor permohonan",
            "Request",
            lambda _, row: row.request_number or row.earlier_request_number,
        ),
        Field("information", "Informasi yang diminta", "Information", lambda _, row: request(row).subject),
        Field("purpose", "Tujuan penggunaan", "Purpose", lambda _, row: request(row).purpose),
        Field("ground", "Alasan keberatan (Pasal 35)", "Ground (Pasal 35)", _ground),
        Field("decision", "Keputusan atasan PPID", "Decision", lambda m, row: m.typed(row.answer)),
        Field("reason", "Alasan menolak atau mengabulkan", "Reason of the answer", _not_kept),
        Field("answer", "Hari dan tanggal tanggapan", "Answered", lambda m, row: _day(m, row.answered_on)),
        Field("superior", "Nama dan jabatan atasan", "Superior", lambda _, row: _superior(row)),
        Field("response", "Tanggapan pemohon", "Response", lambda _, row: row.response),
    )


def _superior(row: Objection) -> str:
    return ", ".join(part for part in (row.superior_name, row.superior_office) if part)


REQUEST_EXTRAS: tuple[Field[Request], ...] = (
    Field("count", "Jumlah", "Count", lambda _, row: counted(row)),
    Field("aside", "Keterangan", "Note", lambda m, row: _aside(m, row.period, row.opening)),
)
OBJECTION_EXTRAS: tuple[Field[Objection], ...] = (
    Field("count", "Jumlah", "Count", lambda _, row: counted(row)),
    Field("aside", "Keterangan", "Note", lambda m, row: _aside(m, row.period, row.opening)),
)
