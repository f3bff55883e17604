"""The register of objections (*keberatan*)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ppid_core.glossary.ground import PREFIX, ground_letters, objection_grounds
from ppid_core.intake.cells import cell, letters_of_ground, line
from ppid_core.intake.cells.cell import Cells
from ppid_core.intake.setting import Setting
from ppid_core.intake.tables.applicant import applicant_column, person_columns
from ppid_core.intake.tables.case import PERIOD, check_period, count_columns, opening_column, received_columns
from ppid_core.intake.tables.column import agency_column, coded_column, day_column, prose_column, text_column
from ppid_core.intake.tables.spec import Choice, Composite, Print, Row, TableColumn, TableSpec
from ppid_core.intake.tables.tick import TickColumn, TickGroup
from ppid_core.model import Coded, Objection, ObjectionAnswer, ObjectionGround

_WORDING: TableColumn[str] = TableColumn(
    name="alasan",
    field="ground",
    told="alasan keberatan menurut pemohon = alasan keberatan = alasan pengajuan keberatan"
    " = alasan pengajuan = jenis keberatan = jenis alasan"
    " = alasan pengajuan keberatan pasal 35 ayat 1 uu kip = alasan mengajukan keberatan",
    read=line,
    several=True,
    coded=True,
    example=("permohonan ditolak",),
    printed=Print("ground", "Alasan keberatan (Pasal 35)", "Ground (Pasal 35)"),
)
_LETTER = TableColumn(
    name="huruf",
    field="ground",
    told="huruf Pasal 35 ayat (1) UU 14/2008, a sampai g; mengungguli kalimat alasan = huruf alasan"
    " = kode alasan = alasan kode",
    read=letters_of_ground,
    several=True,
    offers=Choice("huruf_pasal_35", tuple("abcdefg"), is_open=True),
    example=("a",),
)
_GROUNDS = "Alasan Pengajuan Keberatan (Pasal 35 ayat (1) UU KIP)"
GROUND_TICKS = TickGroup(
    column=_LETTER,
    heads=(
        "alasan pengajuan keberatan pasal 35 ayat 1 uu kip",
        "alasan pengajuan keberatan",
        "alasan keberatan pasal 35 ayat 1 uu kip",
        "alasan keberatan",
        "alasan",
        "huruf",
    ),
    options=tuple(
        TickColumn(f"alasan_{letter}", letter, (letter, f"huruf {letter}"), printed=(_GROUNDS, letter))
        for letter in "abcdefg"
    ),
    is_single=False,
    joins=True,
)
"""Perki 1/2021 Lampiran XI: the grounds of Pasal 35 ayat (1), each with a column."""


def _read_ground(row: Row, setting: Setting) -> Mapping[str, Any]:
    wording = row.words(_WORDING)
    letters = GROUND_TICKS.value(row, setting) or ground_letters(wording)
    if GROUND_TICKS.is_unread(row):
        letters, wording = (), ""
    ground, *further = _read_grounds(wording, letters)
    return {
        "ground": ground,
        "further_grounds": tuple(one.slug for one in further if one is not None),
        "ground_letter": ", ".join(letters),
    }


def _read_grounds(wording: str, letters: tuple[str, ...]) -> tuple[Coded[ObjectionGround] | None, ...]:
    """Return the grounds, None where there are none: letters win over the wording, which the first keeps."""
    named = tuple(ObjectionGround(f"{PREFIX}{letter}") for letter in letters)
    if not (named or wording):
        return (None,)
    first, *further = named or objection_grounds(wording) or (ObjectionGround.OTHER,)
    return Coded(first, line(wording)), *map(Coded, further)


def _write_ground(row: Objection, _: int) -> Cells:
    wording = cell.words(row.ground.typed) if row.ground else ""
    return {_WORDING.name: wording, _LETTER.name: row.ground_letter or _letters(row)}


def _letters(row: Objection) -> str:
    """Return the letters of grounds that the wording does not name; "" where it names them."""
    wording = "" if row.ground is None else row.ground.typed
    if wording and (objection_grounds(wording) or (ObjectionGround.OTHER,)) == row.grounds:
        return ""
    return ", ".join(ground.removeprefix(PREFIX) for ground in row.grounds if ground != ObjectionGround.OTHER)


_GROUND = Composite(
    columns=(_WORDING, _LETTER, *GROUND_TICKS.columns), read=_read_ground, write=_write_ground
)
_RECEIVED = received_columns(
    "period",
    "tanggal keberatan diterima = tanggal keberatan = tgl keberatan = tgl = tanggal masuk"
    " = tanggal pengajuan = tanggal pengajuan keberatan = tanggal dibuat = created at = hari tanggal"
    " = tanggal keberatan diterima = tanggal terima",
    "bulan diterima, bila tanggalnya tidak dicatat = bulan keberatan = bln",
    example=("19 Juni 2023",),
    printed=Print("date", "Tanggal", "Date"),
)
_COUNTED = count_columns(
    "banyaknya keberatan pada baris ini; tanpa kolom ini berarti 1 = jumlah keberatan = jml"
)
_APPLICANT = person_columns({"name": Print("applicant", "Pemohon atau kuasanya", "Applicant")})

OBJECTIONS = TableSpec(
    name="keberatan",
    rows=("objections",),
    told="Register keberatan kepada atasan PPID",
    holds=Objection,
    cases=True,
    columns=(
        text_column(
            "nomor",
            "number",
            "nomor registrasi keberatan = nomor registrasi = nomor registrasi keberatan = nomor tiket"
            " = nomor keberatan = nomor register"
            " = nomor pendaftaran = ticket keberatan = kode registrasi = kode keberatan = nomor"
            " pendaftaran keberatan",
            example=("K-001",),
            printed=Print("number", "Nomor registrasi", "Number"),
        ),
        text_column(
            "nomor_permohonan",
            "request_number",
            "nomor permohonan yang dipersoalkan = nomor pendaftaran permohonan informasi"
            " = nomor registrasi permohonan = nomor register permohonan = tiket permohonan = nomor tiket"
            " permohonan = kode permohonan = kodepermohonan",
            example=("P-003",),
            printed=Print("request_number", "Nomor permohonan", "Request"),
        ),
        text_column(
            "permohonan_lalu",
            "earlier_request_number",
            "nomor permohonan dalam laporan tahun sebelumnya = nomor permohonan lalu",
        ),
        *_RECEIVED.columns,
        *_COUNTED.columns,
        opening_column("tahun diterima, bila berasal dari tahun sebelumnya = tahun bawaan"),
        day_column(
            "tanggal_register",
            "registered_on",
            "tanggal keberatan dicatat dalam register = tgl register = tanggal registrasi",
            example=("20 Juni 2023",),
        ),
        *_APPLICANT.columns,
        applicant_column(" = pemohon keberatan", example=("perorangan",)),
        text_column("pekerjaan", "occupation", "pekerjaan pemohon = pekerjaan pemohon"),
        prose_column(
            "informasi",
            "subject",
            "informasi yang diminta, bila tidak dibaca dari register permohonan"
            " = informasi yang diminta = rincian informasi = rincian",
        ),
        text_column(
            "tujuan",
            "purpose",
            "tujuan penggunaan informasi, bila tidak dibaca dari register permohonan"
            " = tujuan penggunaan informasi = tujuan penggunaan = tujuan permohonan",
        ),
        day_column(
            "tanggal_alasan",
            "ground_found_on",
            "tanggal ditemukannya alasan keberatan = tanggal alasan ditemukan = tgl alasan",
            example=("12 Juni 2023",),
        ),
        *_GROUND.columns,
        agency_column(
            "OPD yang terkait"
            " = opd terkait = perangkat daerah = unit kerja = ppid pelaksana = ppid pembantu = skpd"
            " = opd yang dituju = opd tujuan = dinas = nama opd = organisasi perangkat daerah",
            example=("Dinkes",),
        ),
        coded_column(
            "jawaban",
            "answer",
            ObjectionAnswer,
            "jawaban atasan PPID = jawaban keberatan = keputusan = hasil = tanggapan atasan ppid"
            " = keputusan atasan ppid = jawaban atasan ppid = status = status keberatan = hasil"
            " keberatan = hasil keputusan"
            " = putusan = putusan atasan ppid",
            example=("ditolak",),
            printed=Print("decision", "Keputusan atasan PPID", "Decision"),
        ),
        day_column(
            "tanggal_jawaban",
            "answered_on",
            "tanggal jawaban tertulis = tanggal tanggapan = tanggal pemberian tanggapan = pemberian tanggapan"
            " = hari dan tanggal pemberian tanggapan = tanggal jawab = tanggal dijawab = tanggal"
            " ditanggapi = tanggal selesai"
            " = tanggal tanggapan atasan ppid = hari dan tanggal pemberian tanggapan atas keberatan",
            example=("10 Juli 2023",),
            printed=Print("answer", "Hari dan tanggal tanggapan", "Answered"),
        ),
        day_column(
            "tanggal_terima_jawaban",
            "answer_received_on",
            "tanggal jawaban diterima pemohon = tgl terima jawaban = tanggal jawaban diterima",
            example=("11 Juli 2023",),
        ),
        text_column(
            "alasan_jawaban",
            "answer_reason",
            "alasan menolak atau mengabulkan keberatan"
            " = alasan penolakan pemberian = alasan penolakan atau pemberian = alasan penolakan",
            printed=Print("reason", "Alasan menolak atau mengabulkan", "Reason of the answer"),
        ),
        text_column(
            "nama_atasan",
            "superior_name",
            "nama atasan PPID yang menjawab = nama atasan ppid"
            " = nama dan posisi atasan ppid = nama dan jabatan atasan ppid"
            " = nama dan posisi atasan ppid nama",
        ),
        text_column(
            "jabatan_atasan",
            "superior_office",
            "jabatan atasan PPID = jabatan atasan ppid = posisi atasan ppid"
            " = nama dan posisi atasan ppid posisi",
            example=("Sekretaris Daerah",),
        ),
        text_column(
            "pelaksanaan", "execution", "cara jawaban dilaksanakan = pelaksanaan jawaban", example=()
        ),
        text_column(
            "tanggapan_pemohon",
            "response",
            "tanggapan pemohon atas jawaban = tanggapan = tanggapan pemohon informasi",
            example=(),
            printed=Print("response", "Tanggapan pemohon", "Response"),
        ),
    ),
    composites=(_RECEIVED, _COUNTED, _APPLICANT, _GROUND),
    check=check_period,
    checked=PERIOD,
    gives_way=dict.fromkeys(("created at", "tanggal selesai"), ("",)),
)
