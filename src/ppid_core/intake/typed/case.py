"""The registers of requests, objections, disputes and suits as rows."""

from __future__ import annotations

from ppid_core.glossary import label, recognise, spellings
from ppid_core.glossary.ground import PREFIX, objection_grounds
from ppid_core.intake.tables import dispute, objection, request
from ppid_core.intake.typed.cells import (
    Cell,
    Cells,
    agency,
    counted,
    marked,
    received,
    several,
    term,
    words,
)
from ppid_core.model import (
    Coded,
    CountUnit,
    CourtCase,
    Desk,
    Dispute,
    Objection,
    ObjectionGround,
    Outcome,
    RefusalReason,
    Request,
)


def request_cells(row: Request, year: int) -> Cells:
    """Return a request of the report of ``year``."""
    applicant, count = row.applicant, counted(row.count, row.count_in_words)
    counts_people = row.unit is CountUnit.APPLICANT
    cells: Cells = {
        "nomor": words(row.number),
        **received(row.period, row.opening or year),
        **({"jumlah_pemohon": count} if counts_people else {"jumlah": count}),
        "bawaan": row.opening,
        "nama": words(applicant.name) if applicant else "",
        "nik": words(applicant.nik) if applicant else "",
        "alamat": words(applicant.address) if applicant else "",
        "kontak": words(applicant.contact) if applicant else "",
        "surat_kuasa": words(applicant.power_of_attorney) if applicant else "",
        "pemohon": row.applicant_class,
        "pekerjaan": words(row.occupation),
        "tujuan": words(row.purpose),
        "kanal": term(row.channel),
        "informasi": words(row.subject),
        "opd": agency(row.agency),
        "dikuasai": _held(row),
        "tanggal_register": row.registered_on,
        "tanggal_surat_tidak_lengkap": row.told_incomplete_on,
        "tanggal_terima_surat": row.letter_received_on,
        "tanggal_perbaikan": row.repaired_on,
        "tanggal_lengkap": row.completed_on,
        "keputusan": _outcome(row.outcome, row.desk),
        "alasan_penolakan": term(row.reason) if row.reason and row.reason.typed else _bare_reason(row),
        "pasal_pengecualian": row.exemption_letter,
        "uji_konsekuensi": words(row.consequence_test),
        "tanggal_perpanjangan": _extensions(row),
        "alasan_perpanjangan": words(row.extension_reason),
        "tanggal_pemberitahuan": row.notice_on,
        "tanggal_penyerahan": row.delivered_on,
        "hari_kerja": row.working_days,
        "biaya": row.cost,
        "cara_bayar": words(row.payment),
        "jenis": row.access,
        "bentuk": words(row.form),
    }
    return marked(cells, row.unread, request.FIELDS)


def objection_cells(row: Objection, year: int) -> Cells:
    """Return an objection of the report of ``year``."""
    cells: Cells = {
        "nomor": words(row.number),
        "nomor_permohonan": words(row.request_number),
        "permohonan_lalu": words(row.earlier_request_number),
        **received(row.period, row.opening or year),
        "jumlah": counted(row.count, row.count_in_words),
        "bawaan": row.opening,
        "tanggal_register": row.registered_on,
        "nama": words(row.applicant.name) if row.applicant else "",
        "pemohon": row.applicant_class,
        "tanggal_alasan": row.ground_found_on,
        "alasan": words(row.ground.typed) if row.ground else "",
        "huruf": row.ground_letter or _letters(row),
        "opd": agency(row.agency),
        "jawaban": term(row.answer),
        "tanggal_jawaban": row.answered_on,
        "tanggal_terima_jawaban": row.answer_received_on,
        "nama_atasan": words(row.superior_name),
        "jabatan_atasan": words(row.superior_office),
        "pelaksanaan": words(row.execution),
        "tanggapan_pemohon": words(row.response),
    }
    return marked(cells, row.unread, objection.FIELDS)


def _letters(row: Objection) -> str:
    """Return the letters of grounds that the wording does not name; "" where it names them."""
    wording = "" if row.ground is None else row.ground.typed
    if wording and (objection_grounds(wording) or (ObjectionGround.OTHER,)) == row.grounds:
        return ""
    return ", ".join(ground.removeprefix(PREFIX) for ground in row.grounds if ground != ObjectionGround.OTHER)


def dispute_cells(row: Dispute, year: int) -> Cells:
    """Return a dispute of the report of ``year``."""
    cells: Cells = {
        "nomor": words(row.number),
        "nomor_keberatan": words(row.objection_number),
        "nomor_permohonan": words(row.request_number),
        **received(row.filed, row.opening or year),
        "jumlah": counted(row.count, row.count_in_words),
        "bawaan": row.opening,
        "tanggal_diterima": row.received_on,
        "tanggal_register": row.registered_on,
        "tanggal_sidang": row.first_session_on,
        "nama": words(row.applicant.name) if row.applicant else "",
        "pemohon": row.applicant_class,
        "alasan": words(row.subject),
        "opd": agency(row.agency),
        "tahap": several(label(stage.kind) for stage in row.stages),
        "hasil": term(row.result),
        "nomor_putusan": words(row.decision_number),
        "tanggal_putusan": row.decided_on,
        "tanggal_terima_putusan": row.decision_received_on,
        "pelaksanaan": words(row.execution),
        "keterangan": words(row.note),
    }
    return marked(cells, row.unread, dispute.DISPUTE_FIELDS)


def suit_cells(row: CourtCase, _: int) -> Cells:
    """Return a suit."""
    cells: Cells = {
        "nomor_sengketa": words(row.dispute_number),
        "jumlah": counted(row.count, row.count_in_words),
        "pengadilan": words(row.court),
        "tanggal_pernyataan": row.statement_on,
        "tanggal": row.filed_on,
        "putusan": words(row.decision),
        "tanggal_putusan": row.decided_on,
        "tanggal_terima_putusan": row.received_on,
        "tanggal_kasasi": row.cassation_on,
        "putusan_kasasi": words(row.cassation_decision),
        "pelaksanaan": words(row.execution),
    }
    return marked(cells, row.unread, dispute.SUIT_FIELDS)


def _held(row: Request) -> str:
    if row.held is None:
        return ""
    return "ya" if row.held else words(row.held_by) or "tidak"


def _outcome(outcome: Outcome | None, desk: Desk | None) -> str:
    """Return the words that name the outcome, and the desk where one did not answer."""
    if outcome is None:
        return ""
    if recognise(Desk, label(outcome)) is desk:
        return label(outcome)
    fitting = (text for text, slug in spellings(Outcome).items() if slug == outcome)
    return next((text for text in fitting if recognise(Desk, text) is desk), label(outcome))


def _bare_reason(row: Request) -> str:
    """Return the reason of which no words stand; a letter alone says that it is an exemption."""
    is_said = bool(row.exemption_letter) and row.reason == Coded(RefusalReason.EXEMPT)
    return "" if is_said else term(row.reason)


def _extensions(row: Request) -> Cell:
    if row.extended_on is None:
        return None
    if not row.further_extensions:
        return row.extended_on
    return several(str(day) for day in (row.extended_on, *row.further_extensions))
