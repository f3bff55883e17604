"""The register of requests (*permohonan*)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import evolve

from ppid_core.glossary import label, recognise, spellings
from ppid_core.glossary.refusal import EXEMPTING, LETTERS, provisions
from ppid_core.intake.cells import (
    COUNTS,
    DAYS,
    ambiguous_outcome,
    cell,
    count,
    counted,
    exemption,
    first_of_several,
    outcome,
    reason,
    remark_on_count,
    remark_on_days,
    several_days,
    working_days,
)
from ppid_core.intake.cells.cell import Cells
from ppid_core.intake.setting import Setting
from ppid_core.intake.tables.access import ACCESS
from ppid_core.intake.tables.applicant import applicant_column, person_columns
from ppid_core.intake.tables.case import (
    COUNT,
    PERIOD,
    check_period,
    counted_cases,
    opening_column,
    received_columns,
)
from ppid_core.intake.tables.column import (
    agency_column,
    coded_column,
    day_column,
    member_column,
    prose_column,
    text_column,
)
from ppid_core.intake.tables.information import FORM, HOLDING
from ppid_core.intake.tables.payment import PAID
from ppid_core.intake.tables.spec import (
    Blank,
    Choice,
    Composite,
    Print,
    Row,
    TableColumn,
    TableSpec,
)
from ppid_core.model import (
    Channel,
    Coded,
    CountUnit,
    Desk,
    InformationCategory,
    Outcome,
    RefusalReason,
    Request,
    WorkStage,
)

_REQUESTS_COUNTED = evolve(
    COUNT, told="banyaknya permohonan pada baris ini; tanpa kolom ini berarti 1 = jumlah permohonan = jml"
)
_APPLICANTS_COUNTED = TableColumn(
    name="jumlah_pemohon",
    field="count",
    told="pengganti kolom jumlah bila yang dihitung orang = jumlah pemohon informasi = jml pemohon",
    read=count,
    total=counted,
    ways=COUNTS,
    remark=remark_on_count,
    blank=Blank.REFUSED,
)


def _read_count(row: Row, _: Setting) -> Mapping[str, Any]:
    number, words = row[_APPLICANTS_COUNTED] or counted_cases(row)
    unit = CountUnit.APPLICANT if row.keeps(_APPLICANTS_COUNTED) else CountUnit.REQUEST
    return {"count": number, "count_in_words": words, "unit": unit}


def _write_count(row: Request, _: int) -> Cells:
    column = _APPLICANTS_COUNTED if row.unit is CountUnit.APPLICANT else _REQUESTS_COUNTED
    return {column.name: cell.counted(row.count, row.count_in_words)}


_COUNTED = Composite(columns=(_REQUESTS_COUNTED, _APPLICANTS_COUNTED), read=_read_count, write=_write_count)

_APPLICANT = person_columns(
    {
        "name": Print("name", "Nama", "Name"),
        "nik": Print("nik", "NIK", "Identity number"),
        "address": Print("address", "Alamat", "Address"),
        "contact": Print("contact", "Kontak", "Contact"),
        "power_of_attorney": Print("power_of_attorney", "Surat kuasa", "Power of attorney"),
    },
    has_traits=True,
)

_OUTCOME: TableColumn[tuple[Outcome | None, Desk | None]] = TableColumn(
    name="keputusan",
    field="outcome",
    told="hasil permohonan = keputusan permohonan = keputusan ppid = hasil = hasil permohonan"
    " = hasil keputusan = status = status permohonan = status layanan = tindak lanjut = status tindak lanjut"
    " = status jawaban",
    read=outcome,
    remark=ambiguous_outcome,
    offers=Choice("keputusan", Outcome, is_open=True),
    example=("dikabulkan seluruhnya", "dikabulkan sebagian", "ditolak", "dikabulkan seluruhnya"),
    printed=Print("decision", "Keputusan", "Decision"),
)


def _read_outcome(row: Row, _: Setting) -> Mapping[str, Any]:
    decided, desk = row[_OUTCOME] or (None, None)
    return {"outcome": decided, "desk": desk}


def _write_outcome(row: Request, _: int) -> Cells:
    """Return the words that name the outcome, and the desk where one did not answer."""
    if row.outcome is None:
        return {_OUTCOME.name: ""}
    words = label(row.outcome)
    if recognise(Desk, words) is not row.desk:
        fitting = (text for text, slug in spellings(Outcome).items() if slug == row.outcome)
        words = next((text for text in fitting if recognise(Desk, text) is row.desk), words)
    return {_OUTCOME.name: words}


_DECIDED = Composite(columns=(_OUTCOME,), read=_read_outcome, write=_write_outcome)

_REASON = TableColumn(
    name="alasan_penolakan",
    field="reason",
    told="alasan ditolak, atau alasan hanya dikabulkan sebagian = alasan = alasan ditolak"
    " = alasan penolakan permohonan = jenis penolakan",
    read=reason,
    coded=True,
    offers=Choice("alasan_penolakan", RefusalReason, is_open=True),
    example=("", "dikecualikan", "dikecualikan", ""),
    printed=Print("refusal_reason", "Alasan penolakan", "Reason of refusal"),
)
_EXEMPTION: TableColumn[tuple[str, Coded[RefusalReason] | None]] = TableColumn(
    name="pasal_pengecualian",
    field="exemption_letter",
    told="huruf Pasal 17 UU 14/2008, a sampai j = pasal = huruf pengecualian = dasar pengecualian"
    " = pasal penolakan = penolakan pasal uu",
    read=exemption,
    several=True,
    offers=Choice("huruf_pasal_17", tuple("abcdefghij"), is_open=True),
    example=("", "h", "h", ""),
)


def _read_refusal(row: Row, _: Setting) -> Mapping[str, Any]:
    """Return the reason of a refusal and the letters of an exemption: either column may name either."""
    why = row[_REASON]
    letters, named = row[_EXEMPTION] or ("", None)
    if named is not None:
        why = named if why is None else _more_exact(why, named)
    elif why is None and letters and not row.is_unread(_REASON):
        why = Coded(RefusalReason.EXEMPT)
    named_there = provisions(why.typed).exempting if why else ()
    is_lawful = set(named_there) <= set(LETTERS[EXEMPTING])
    letters = letters or (", ".join(named_there) if is_lawful else "")
    return {"reason": why, "exemption_letter": letters}


def _more_exact(why: Coded[RefusalReason], named: Coded[RefusalReason]) -> Coded[RefusalReason]:
    """Return a reason that says no more than *dikecualikan* with the ground beside it."""
    if why.slug not in {RefusalReason.EXEMPT, RefusalReason.OTHER}:
        return why
    return Coded(named.slug, f"{why.typed} ({named.typed})")


def _write_refusal(row: Request, _: int) -> Cells:
    """Return both; a letter alone says that it is an exemption."""
    is_said = bool(row.exemption_letter) and row.reason == Coded(RefusalReason.EXEMPT)
    return {_REASON.name: "" if is_said else cell.term(row.reason), _EXEMPTION.name: row.exemption_letter}


_REFUSED = Composite(columns=(_REASON, _EXEMPTION), read=_read_refusal, write=_write_refusal)

_EXTENSIONS = TableColumn(
    name="tanggal_perpanjangan",
    field="extended_on",
    told='tanggal waktu diperpanjang; beberapa dipisah tanda "|" = tgl perpanjangan',
    read=several_days,
    several=True,
    zoned=several_days,
    ways=first_of_several(DAYS),
    remark=remark_on_days,
)


def _read_extensions(row: Row, _: Setting) -> Mapping[str, Any]:
    first, *further = row[_EXTENSIONS] or (None,)
    return {"extended_on": first, "further_extensions": tuple(filter(None, further))}


def _write_extensions(row: Request, _: int) -> Cells:
    if row.extended_on is None or not row.further_extensions:
        return {_EXTENSIONS.name: row.extended_on}
    return {_EXTENSIONS.name: cell.several(str(on) for on in (row.extended_on, *row.further_extensions))}


_EXTENDED = Composite(columns=(_EXTENSIONS,), read=_read_extensions, write=_write_extensions)


_RECEIVED = received_columns(
    "period",
    "tanggal permohonan diterima = tanggal permohonan = tgl permohonan = tgl = tanggal masuk = tanggal"
    " diminta"
    " = tanggal pengajuan = tanggal dibuat = created at = tanggal permohonan masuk = hari tanggal"
    " = tanggal permohonan diterima = tanggal terima = waktu pengajuan",
    "bulan diterima, bila tanggalnya tidak dicatat = bulan permohonan = bln",
    example=("9 Januari 2023", "14 Februari 2023", "5 Juni 2023", "18 September 2023"),
    printed=Print("date", "Tanggal", "Date"),
)

_LESS_EXACT = ("deskripsi", "uraian", "isi", "perihal", "subjek")
"""What is asked for, where no other heading says that."""

REQUESTS = TableSpec(
    name="permohonan",
    rows=("requests",),
    told="Register permohonan informasi, satu baris untuk satu permohonan atau sekelompok permohonan sama",
    holds=Request,
    cases=True,
    columns=(
        text_column(
            "nomor",
            "number",
            "nomor registrasi = nomor registrasi = nomor permohonan = nomor register = nomor pendaftaran"
            " = kodepermohonan = ticket permohonan"
            " = kode registrasi = kode permohonan = kode register = nomor tiket = kode tiket = nomor reg",
            example=("P-001", "P-002", "P-003", "P-004"),
            printed=Print("number", "Nomor", "Number"),
        ),
        *_RECEIVED.columns,
        *_COUNTED.columns,
        opening_column("tahun diterima, bila permohonan berasal dari tahun sebelumnya = tahun bawaan"),
        *_APPLICANT.columns,
        applicant_column(
            " = status pemohon = pemohon informasi = kategoripermohonan = status pengguna = tipe pemohon",
            example=("perorangan", "lembaga", "perorangan", "kelompok orang"),
        ),
        text_column(
            "pekerjaan",
            "occupation",
            "pekerjaan pemohon = pekerjaan pemohon",
            example=("mahasiswa", "", "pedagang", ""),
            printed=Print("occupation", "Pekerjaan", "Occupation"),
        ),
        text_column(
            "tujuan",
            "purpose",
            "tujuan penggunaan informasi"
            " = tujuan penggunaan informasi = tujuan penggunaan = tujuan permohonan"
            " = tujuan informasi = tujuaninformasi"
            " = tujuan pengajuan = keperluan = alasan kebutuhan = alasan penggunaan informasi"
            " = alasan penggunaan = alasan"
            " permohonan = maksud dan tujuan",
            example=("penelitian", "pengawasan", "pribadi", "usaha"),
            printed=Print("purpose", "Tujuan penggunaan", "Purpose"),
        ),
        coded_column(
            "kanal",
            "channel",
            Channel,
            "cara permohonan masuk"
            " = sarana permohonan = sarana = kanal permohonan = saluran = media permohonan = jenis kanal"
            " = diterima via = diterima melalui = via = melalui = jalur permohonan"
            " = sumber permohonan = sumber media = platform = cara pengajuan",
            example=("meja layanan PPID", "website", "surel", "meja layanan PPID"),
        ),
        prose_column(
            "informasi",
            "subject",
            "isi permintaan"
            " = informasi yang diminta = rincian informasi = jenis informasi = isi permohonan"
            " = rincian = rincianinformasi = kandungan informasi"
            " = informasi yang dimohon = informasi yang dibutuhkan = rincian permohonan = uraian informasi"
            " = uraian permohonan = deskripsi permohonan = kebutuhan informasi = kebutuhan informasi pemohon"
            " = deskripsi = uraian = isi = perihal = subjek = rincian informasi yang dibutuhkan = rincian"
            " informasi yang diminta",
            example=("Data sekolah", "Rincian belanja", "Riwayat kesehatan pasien", "Jadwal layanan"),
            printed=Print("information", "Informasi yang diminta", "Information"),
        ),
        member_column(
            "kelompok_informasi",
            "information_kind",
            InformationCategory,
            "kelompok informasi yang diminta: berkala, serta-merta, setiap saat, atau dikecualikan"
            " = kelompok informasi diminta = jenis informasi diminta = klasifikasi informasi"
            " = kategori informasi = kategori informasi publik"
            " = kelompok informasi yang diminta = jenis informasi yang diminta = sifat informasi",
            example=None,
        ),
        agency_column(
            "OPD yang menguasai informasi"
            " = perangkat daerah = unit kerja = ppid pelaksana = ppid pembantu = skpd = opd yang dituju"
            " = komponen tujuan"
            " = opd tujuan = dinas = instansi tujuan = ppid tujuan = unit tujuan = nama opd = opd terkait"
            " = organisasi perangkat daerah = badan publik yang dituju",
            example=("Disdik", "BKD", "Dinkes", "Dinkes"),
        ),
        *HOLDING.columns,
        day_column(
            "tanggal_register",
            "registered_on",
            "tanggal permohonan dicatat dalam register = tgl register = tanggal registrasi",
            example=("9 Januari 2023", "14 Februari 2023", "5 Juni 2023", "18 September 2023"),
        ),
        coded_column(
            "tahap",
            "stage",
            WorkStage,
            "sampai di mana permohonan dikerjakan, misalnya diverifikasi atau didisposisikan; bukan hasilnya"
            " = tahap permohonan = tahapan = tahap pengerjaan = status proses = status pengerjaan = progres"
            " = progress = posisi = posisi permohonan = posisi berkas = status penanganan = status verifikasi"
            " = status disposisi",
        ),
        day_column(
            "tanggal_verifikasi",
            "verified_on",
            "tanggal kelengkapan permohonan diperiksa"
            " = tgl verifikasi = tanggal pemeriksaan = tanggal diverifikasi = tgl diverifikasi"
            " = waktu verifikasi",
        ),
        day_column(
            "tanggal_disposisi",
            "forwarded_on",
            "tanggal permohonan didisposisikan kepada yang menguasai informasi"
            " = tgl disposisi = tanggal didisposisikan = tanggal diteruskan = tgl diteruskan"
            " = waktu disposisi",
        ),
        day_column(
            "tanggal_surat_tidak_lengkap",
            "told_incomplete_on",
            "tanggal surat keterangan tidak lengkap"
            " = tgl surat tidak lengkap = tanggal surat keterangan tidak lengkap",
            example=("", "15 Februari 2023"),
        ),
        day_column(
            "tanggal_terima_surat",
            "letter_received_on",
            "tanggal surat tidak lengkap diterima pemohon = tgl terima surat = tanggal surat diterima",
            example=("", "15 Februari 2023"),
        ),
        day_column(
            "tanggal_perbaikan",
            "repaired_on",
            "tanggal pemohon melengkapi permohonannya = tgl perbaikan = tanggal perbaikan permohonan",
            example=("", "16 Februari 2023"),
        ),
        day_column(
            "tanggal_lengkap",
            "completed_on",
            "tanggal permohonan dinyatakan lengkap = tgl lengkap = tanggal permohonan lengkap",
            example=("9 Januari 2023", "16 Februari 2023", "5 Juni 2023", "18 September 2023"),
        ),
        _OUTCOME,
        *_REFUSED.columns,
        text_column(
            "uji_konsekuensi",
            "consequence_test",
            "uji konsekuensi sebelum pengecualian = pengujian konsekuensi",
            example=("", "Uji konsekuensi 17 Februari 2023", "Uji konsekuensi 7 Juni 2023"),
        ),
        text_column(
            "nomor_dik",
            "exempt_number",
            "nomor dalam daftar informasi yang dikecualikan (tabel dik) yang menjadi dasar penolakan"
            " = nomor daftar informasi yang dikecualikan = no dik",
            example=("", "DIK-1", "DIK-1"),
        ),
        _EXTENSIONS,
        text_column("alasan_perpanjangan", "extension_reason", "alasan waktu diperpanjang"),
        day_column(
            "tanggal_pemberitahuan",
            "notice_on",
            "tanggal pemberitahuan tertulis = tanggal pemberitahuan tertulis = pemberitahuan tertulis"
            " = hari dan tanggal pemberitahuan tertulis = tanggal jawab = tanggal jawaban = tanggal dijawab"
            " = tanggal tanggapan = tanggal ditanggapi = tanggal balasan = tanggal dibalas = tanggal selesai",
            example=("13 Januari 2023", "21 Februari 2023", "12 Juni 2023", "20 September 2023"),
            printed=Print("notice", "Pemberitahuan tertulis", "Written notice"),
        ),
        day_column(
            "tanggal_penyerahan",
            "delivered_on",
            "tanggal informasi diserahkan = tanggal pemberian informasi = pemberian informasi"
            " = hari dan tanggal pemberian informasi = tanggal penyerahan informasi = tanggal diberikan"
            " = tanggal informasi diberikan",
            example=("13 Januari 2023", "21 Februari 2023", "", "20 September 2023"),
            printed=Print("delivery", "Penyerahan informasi", "Delivery"),
        ),
        TableColumn(
            name="hari_kerja",
            field="working_days",
            told="lama pelayanan dalam hari kerja, bila tanpa tanggal = jumlah hari kerja = waktu pemenuhan",
            read=working_days,
            ways=COUNTS,
        ),
        *PAID.columns,
        *ACCESS.columns,
        *FORM.columns,
        text_column(
            "kepuasan",
            "satisfaction",
            "penilaian pemohon atas layanan, menurut skala badan publik"
            " = nilai kepuasan = indeks kepuasan = skor kepuasan = tingkat kepuasan = penilaian"
            " = penilaian pemohon = rating = nilai ikm = indeks kepuasan masyarakat = ikm"
            " = kepuasan pemohon = nilai survei kepuasan",
        ),
    ),
    composites=(
        *(_RECEIVED, _COUNTED, _APPLICANT, HOLDING, _DECIDED, _REFUSED, _EXTENDED),
        *(ACCESS, FORM, PAID),
    ),
    check=check_period,
    checked=PERIOD,
    exclusive=(_REQUESTS_COUNTED, _APPLICANTS_COUNTED),
    gives_way={
        **dict.fromkeys(
            ("status", "status permohonan", "status layanan", "tindak lanjut", "status tindak lanjut"),
            ("tahap",),
        ),
        "jenis informasi": ("kelompok_informasi", ""),
        "format informasi": ("",),
        **dict.fromkeys(("created at", "tanggal selesai", "tujuan permohonan", *_LESS_EXACT), ("",)),
    },
    by_cells={"jenis permohonan": "pemohon", "jenis salinan": "bentuk"},
)
