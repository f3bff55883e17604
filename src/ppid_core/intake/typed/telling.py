"""What is told, and how the service is equipped, as rows."""

from __future__ import annotations

from ppid_core.intake.typed.cells import Cells, agency, counted, month, words
from ppid_core.model import (
    Closure,
    Constraint,
    Entry,
    Facility,
    InstrumentMention,
    Passage,
    Picture,
    Recommendation,
    Regulation,
    ServiceHours,
    Staff,
    Visits,
    Waiver,
)
from ppid_core.writing import format_weekdays


def passage_cells(row: Passage, _: int) -> Cells:
    """Return a chapter."""
    return {"bagian": words(row.part), "teks": words(row.text)}


def entry_cells(row: Entry, _: int) -> Cells:
    """Return an item of a list."""
    return {"uraian": words(row.text), "tanggal": words(row.date), "keterangan": words(row.note)}


def recommendation_cells(row: Recommendation, year: int) -> Cells:
    """Return a recommendation and its plan."""
    return {**entry_cells(row, year), "tindak_lanjut": words(row.follow_up)}


def constraint_cells(row: Constraint, _: int) -> Cells:
    """Return an obstacle."""
    return {"jenis": row.kind, "uraian": words(row.text)}


def regulation_cells(row: Regulation, _: int) -> Cells:
    """Return a regulation."""
    return {"nomor": words(row.number), "tentang": words(row.about), "tahun": row.year}


def mention_cells(row: InstrumentMention, _: int) -> Cells:
    """Return what the text quotes."""
    return {
        "jenis": row.kind,
        "nomor": words(row.text),
        "tentang": words(row.about),
        "tahun": row.year,
        "bagian": words(row.passage),
    }


def visit_cells(row: Visits, year: int) -> Cells:
    """Return the visits of one month."""
    return {"bulan": month(row.period, year), "kunjungan": row.count}


def staff_cells(row: Staff, _: int) -> Cells:
    """Return the people of one unit."""
    return {
        "bagian": words(row.unit),
        "jumlah": counted(row.count, row.count_in_words),
        "kualifikasi": words(row.qualification),
    }


def facility_cells(row: Facility, _: int) -> Cells:
    """Return one kind of equipment."""
    return {
        "tempat": words(row.place),
        "nama": words(row.name),
        "jumlah": row.count,
        "kondisi": words(row.condition),
    }


def hour_cells(row: ServiceHours, _: int) -> Cells:
    """Return hours of service."""
    return {
        "opd": agency(row.agency),
        "hari": format_weekdays(row.days),
        "buka": row.opens,
        "tutup": row.closes,
        "istirahat_mulai": row.break_from,
        "istirahat_selesai": row.break_until,
    }


def picture_cells(row: Picture, _: int) -> Cells:
    """Return a picture."""
    return {"nomor": words(row.number), "judul": words(row.caption), "berkas": words(row.file)}


def waiver_cells(row: Waiver, _: int) -> Cells:
    """Return an explanation."""
    return {
        "kode": row.code,
        "subjek": words(row.subject),
        "alasan": words(row.reason),
        "oleh": words(row.by),
        "tanggal": row.on,
        "berlaku_sampai": row.until,
    }


def closure_cells(row: Closure, _: int) -> Cells:
    """Return a day on which the body was closed."""
    return {"tanggal": row.on, "sebab": words(row.reason)}
