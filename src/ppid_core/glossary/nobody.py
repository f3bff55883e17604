"""Headings that are nobody's: what programs keep for themselves, and what no report of ours asks for.

They are passed over, and told with the reason. A mark of deletion is none of them: a row that bears one is no
case. Nor is what may hold an outcome, a day or a number of ours under another name.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import field, frozen
from attrs.converters import optional

from ppid_core.glossary.fold import humps_apart
from ppid_core.glossary.term import spelling
from ppid_core.glossary.word_family import parts, words_of
from ppid_core.language import Bilingual

TECHNICAL = Bilingual("keperluan program", "of the program itself")
FILE = Bilingual("berkas", "files")
DESK = Bilingual("catatan kerja petugas", "notes of the desk")
PROSE = Bilingual("uraian yang tidak dimuat laporan", "prose that no report prints")
IDENTITY = Bilingual(
    "data pribadi yang tidak dibaca dari tabel ini", "personal data not read from this table"
)
OTHERS = Bilingual("data orang selain pemohon", "of persons other than the applicant")
DEADLINE = Bilingual("batas waktu, yang dihitung sendiri", "time limits, which are computed")
BODY = Bilingual("data badan publik", "of the body")
UNASKED = Bilingual("tidak diminta laporan", "no report asks for it")
NAME = Bilingual("hanya menyebut nama register", "says the name of the register alone")
COMPANION = Bilingual("penjelas kolom lain", "details of another column")
BLANK = Bilingual("kosong di semua baris", "blank in every row")
OBJECTION = Bilingual("termasuk register keberatan", "of the register of objections")
DISPUTE = Bilingual("termasuk register sengketa", "of the register of disputes")
REQUEST = Bilingual("termasuk register permohonan", "of the register of requests")
DELETION = Bilingual(
    "tanda hapus, dan tidak ada baris yang dihapus", "marks of deletion, and no row bears one"
)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


@frozen
class WordPattern:
    """Headings of one reason, by the parts of them (`parts`).

    Attributes:
        why: the reason.
        marks: words of which there is one.
        beside: words that may stand beside them; None for any, but those of `_OURS`.
        needs: words of which one has to stand beside them, where any are named.
    """

    why: Bilingual
    marks: frozenset[str] = field(converter=_words)
    beside: frozenset[str] | None = field(converter=optional(_words))
    needs: frozenset[str] = field(converter=_words, default="")

    def holds(self, said: frozenset[str]) -> bool:
        """Tell whether the parts of a heading say so."""
        others = said - self.marks
        if others == said or (self.needs and self.needs.isdisjoint(others)):
            return False
        return _OURS.isdisjoint(others) if self.beside is None else others <= self.beside | self.needs


_OURS = _words("jumlah kode nomor status tanggal alasan keputusan tolak minta butuh")
"""Words of what a register is asked for: whatever stands beside them, the heading may be one of ours."""
_NEVER_KEYS = _words("jumlah kode nomor status tanggal")
"""Those of them that are no part of a key: of *id_status* nobody knows what its numbers mean."""
_FILED = "jawab tanggap balas permohonan keberatan hasil"
"""What a letter or a document of the case is about."""
PATTERNS = (
    WordPattern(
        DEADLINE, "tenggat deadline expired expires kedaluwarsa sla", "tanggal hari sisa due date1 date2"
    ),
    WordPattern(
        TECHNICAL, "password token dibaca hash slug uuid guid otp captcha qrcode barcode session", None
    ),
    WordPattern(TECHNICAL, "ip agent browser device latitude longitude", "alamat user id name"),
    WordPattern(TECHNICAL, "tiket", ""),
    WordPattern(TECHNICAL, "kontak", "tanggal", needs="verifikasi"),
    WordPattern(TECHNICAL, "dibaca", "status"),
    WordPattern(TECHNICAL, "setuju agree", ""),
    WordPattern(TECHNICAL, "kode", "", needs="tracking otp qr verifikasi captcha"),
    WordPattern(TECHNICAL, "diubah", "tanggal terakhir last"),
    WordPattern(TECHNICAL, "tanggal", "review terakhir last", needs="dibaca login"),
    WordPattern(
        TECHNICAL,
        "is has sudah",
        "clicked informasi",
        needs="survei sengketa aktif active publish published public anonim anonymous",
    ),
    WordPattern(
        TECHNICAL, "terms ketentuan consent agreement disclaimer", "persetujuan syarat setuju agree agreed"
    ),
    WordPattern(TECHNICAL, "tampil", "register website portal"),
    WordPattern(TECHNICAL, "custom", "fields data"),
    WordPattern(TECHNICAL, "current", "tahap"),
    WordPattern(
        TECHNICAL, "notif notifikasi notified notification urutan sort", "email wa sent kirim order is"
    ),
    WordPattern(FILE, "bukti file foto lampiran path scan tautan unggah pdf", None),
    WordPattern(FILE, "tandatangan", "pemohon petugas digital"),
    WordPattern(
        FILE,
        "dokumen",
        f"{_FILED} pendukung tambahan informasi",
        needs=f"{_FILED} pendukung tambahan informasi",
    ),
    WordPattern(FILE, "surat", "resmi", needs=f"{_FILED} pengantar tugas pernyataan rekomendasi"),
    WordPattern(DESK, "catatan", None),
    WordPattern(DESK, "keterangan", "ppid internal", needs="petugas ppid internal"),
    WordPattern(DESK, "proses ditangani handled", "", needs="tanggal pada"),
    WordPattern(DESK, "assigned ditugaskan", "tanggal kepada"),
    WordPattern(
        DESK, "tanggal", "", needs="ditandatangani signed ditutup closed dicetak printed dibuka opened"
    ),
    WordPattern(DESK, "disposisi", "", needs="isi uraian"),
    WordPattern(PROSE, "judul topik pokok", "dokumen informasi permohonan"),
    WordPattern(PROSE, "subjek", "", needs="informasi permohonan"),
    WordPattern(PROSE, "keterangan kronologi kronologis", "lain kasus keberatan tambahan tidak lengkap"),
    WordPattern(PROSE, "kasus", "posisi"),
    WordPattern(
        PROSE, "jawab tanggap balas", "isi uraian teks text pesan message petugas keberatan informasi"
    ),
    WordPattern(PROSE, "ulasan feedback kritik saran masukan testimoni", ""),
    WordPattern(PROSE, "tujuan", "", needs="ajuan keberatan"),
    WordPattern(PROSE, "keberatan", "perihal", needs="isi perihal rincian uraian"),
    WordPattern(
        IDENTITY,
        "ktp npwp kk paspor sim nip nim npm fax ahu akta agama kewarganegaraan kelurahan kecamatan desa"
        " dusun rt rw domisili jabatan institusi organisasi perusahaan universitas fakultas jurusan prodi"
        " kampus",
        "pemohon nomor nama alamat kontak medsos jenis pendirian kartu instansi kantor sesuai identitas"
        " lembaga badan hukum rt rw",
    ),
    WordPattern(IDENTITY, "identitas", "pemohon kartu jenis diri tanda pengenal"),
    WordPattern(IDENTITY, "lahir", "tempat tanggal pemohon", needs="tempat tanggal"),
    WordPattern(IDENTITY, "kantor", "pemohon", needs="alamat kontak"),
    WordPattern(IDENTITY, "instansi", "nama pemohon", needs="asal pemohon"),
    WordPattern(IDENTITY, "lembaga hukum", "badan pemohon", needs="nama alamat kontak"),
    WordPattern(IDENTITY, "pos", "pemohon", needs="kode"),
    WordPattern(OTHERS, "butuh", "informasi", needs="pengguna"),
    WordPattern(OTHERS, "petugas", "nama pelayanan layanan penerima"),
    WordPattern(BODY, "bawaslu", "level nama"),
    WordPattern(UNASKED, "sumber", "alamat", needs="informasi"),
    WordPattern(UNASKED, "laporan", "jenis"),
    WordPattern(UNASKED, "prioritas priority", ""),
    WordPattern(UNASKED, "dikuasakan diwakilkan diwakili", "is"),
    WordPattern(
        UNASKED, "batal dibatalkan pembatalan dicabut pencabutan", "permohonan", needs="alasan tanggal"
    ),
    WordPattern(UNASKED, "tempat", "dapat peroleh informasi", needs="salinan ambil pengambilan"),
    WordPattern(TECHNICAL, "privacy privasi visibility visibilitas", "status tingkat"),
)
"""In the order in which they are asked."""
LIMITS = ("batas waktu", "jatuh tempo", "due date")
"""Words of a time limit, anywhere in a heading: each limit is computed from the law."""
_BY = frozenset({"by", "oleh"})
"""Last of the words, behind what is done, at the desk if not by the applicant: by whom it was done."""
_BY_APPLICANT = _words("ajuan minta kuasai dimiliki requested submitted butuh terima permohonan keberatan")
"""Words before them, where it says who asks, or who holds the information."""
_KEY = "id"
"""The key of a row in a database, or of another row: first or last of the words."""
_DELETED = ("deleted", "dihapus", "terhapus")


def why_nobodys(heading: str) -> Bilingual | None:
    """Return why a heading that is none of ours is known to be nobody's; None where it is not.

    >>> [why_nobodys(heading).id for heading in ("user_id", "Foto KTP", "batas_waktu_jawab")]
    ['keperluan program', 'berkas', 'batas waktu, yang dihitung sendiri']
    >>> why_nobodys("deleted_at"), why_nobodys("Nomor ID")
    (None, None)
    """
    return next(_reasons(heading), None)


def _reasons(heading: str) -> Iterator[Bilingual]:
    folded, words, said = f" {spelling(humps_apart(heading))} ", words_of(heading), parts(heading)
    if any(f" {limit} " in folded for limit in LIMITS):
        yield DEADLINE
    if len(words) > 1 and words[-1] in _BY and words[-2] not in _BY_APPLICANT:
        yield DESK
    if words and _KEY in {words[0], words[-1]} and _NEVER_KEYS.isdisjoint(said):
        yield TECHNICAL
    yield from (pattern.why for pattern in PATTERNS if pattern.holds(said))


def marks_deletion(heading: str) -> bool:
    """Tell whether a heading is that of marks of deletion.

    >>> marks_deletion("deleted_at"), marks_deletion("isDeleted"), marks_deletion("status")
    (True, True, False)
    """
    return not set(_DELETED).isdisjoint(spelling(humps_apart(heading)).split())
