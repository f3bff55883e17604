"""The tables of the program: its words for outcomes, refusals, grounds and answers, and what stays blank."""

from __future__ import annotations

from attrs import frozen

from ppid_core.language import Bilingual
from ppid_core.model import ObjectionAnswer, ObjectionGround, Outcome, RefusalReason

WAITING, ANSWERED, REFUSED = "Proses verifikasi", "Sudah ditindaklanjuti", "Permohonan ditolak"
OBJECTED = "Pengajuan keberatan"
"""What ``status`` says of a request against which an objection was filed, whatever it said before."""


@frozen(kw_only=True)
class Outcomes:
    """How the program keeps an outcome; None for a column of which nothing is known.

    Attributes:
        status: of the table ``permohonan``.
        proses: of the table ``proses_permohonan``, as the others; None where it has no row yet.
    """

    status: str
    proses: str | None = None
    status_jawaban: str | None = None
    jenis_penolakan: str | None = None


OUTCOMES = {
    Outcome.GRANTED: Outcomes(status=ANSWERED, proses="Y", status_jawaban="Sepenuhnya"),
    Outcome.PARTLY_GRANTED: Outcomes(status=ANSWERED, proses="Y", status_jawaban="Sebagian"),
    Outcome.FULFILLED: Outcomes(status=ANSWERED, proses="Y"),
    Outcome.ANSWERED: Outcomes(status=ANSWERED, proses="Y"),
    Outcome.REFUSED: Outcomes(status=REFUSED, proses="T"),
    Outcome.NOT_HELD: Outcomes(status=REFUSED, proses="T", jenis_penolakan="Belum dikuasai"),
    Outcome.UNANSWERED: Outcomes(status=WAITING),
    Outcome.PENDING: Outcomes(status=WAITING),
}
"""*Tidak lengkap*, *dicabut* and *gugur* are unknown to the program."""
REFUSALS = {RefusalReason.EXEMPT: "Rahasia", RefusalReason.NOT_HELD: "Belum dikuasai"}
OTHER_REFUSAL = "Lainnya"
GROUNDS = {
    ObjectionGround.A: "Permohonan informasi ditolak",
    ObjectionGround.B: "Informasi berkala tidak disediakan",
    ObjectionGround.C: "Permintaan informasi tidak ditanggapi",
    ObjectionGround.D: "Permintaan informasi tidak ditanggapi sebagaimana yang diminta",
    ObjectionGround.E: "Permintaan informasi tidak dipenuhi",
    ObjectionGround.F: "Biaya yang dikenakan tidak wajar",
    ObjectionGround.G: "Informasi yang disampaikan melebihi jangka waktu yang ditentukan",
}
ANSWERS = {ObjectionAnswer.ACCEPTED: "Menerima", ObjectionAnswer.REJECTED: "Menolak"}
"""An objection that is accepted in part has no word."""
OPEN_ANSWERS = frozenset({ObjectionAnswer.UNANSWERED, ObjectionAnswer.PENDING})

NO_TEXT = Bilingual("isinya tidak ada dalam register", "its text is in no register")
NO_FILE = Bilingual("laporan tidak memuat berkas", "a report holds no files")
NO_PERSON = Bilingual(
    "data pribadi; daftar program ini hanya menampilkan permohonan yang pemohonnya ada dalam user_profil",
    "personal data; the lists of this program show only requests whose applicants are in user_profil",
)
NO_TIME = Bilingual("waktu pengisian, bukan tanggal perkara", "when it was typed, no day of the case")
BLANK_COLUMNS = {
    "permohonan.email": NO_PERSON,
    "permohonan.file_permohonan": NO_FILE,
    "proses_permohonan.jawaban": NO_TEXT,
    "proses_permohonan.lampiran_jawaban": NO_FILE,
    "keberatan.isi_keberatan": NO_TEXT,
    "keberatan.email": NO_PERSON,
    "proses_keberatan.tanggapan": NO_TEXT,
    "proses_keberatan.lampiran_tanggapan": NO_FILE,
    "*.created_at, *.updated_at, *.deleted_at": NO_TIME,
}
"""Columns that no register fills, and why."""
PLACED = {
    "permohonan": frozenset(
        {
            "nomor",
            "tanggal",
            "jumlah",
            "jumlah_pemohon",
            "bawaan",
            "informasi",
            "keputusan",
            "alasan_penolakan",
        }
    ),
    "keberatan": frozenset({"nomor_permohonan", "tanggal", "jumlah", "bawaan", "alasan", "huruf", "jawaban"}),
}
"""The tables of a report that have a place, and their columns that have one."""
