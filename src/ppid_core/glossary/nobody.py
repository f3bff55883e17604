"""Headings that are nobody's: what programs keep for themselves, and what no report of ours asks for.

They are passed over, and told with the reason. A mark of deletion is none of them: a row that bears one is no
case.
"""

from __future__ import annotations

from collections.abc import Mapping

from ppid_core.glossary.fold import humps_apart
from ppid_core.glossary.term import spelling
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
OBJECTION = Bilingual("termasuk register keberatan", "of the register of objections")
DELETION = Bilingual(
    "tanda hapus, dan tidak ada baris yang dihapus", "marks of deletion, and no row bears one"
)

WHOLE: Mapping[Bilingual, frozenset[str]] = {
    TECHNICAL: frozenset(
        {
            *("uuid", "tiket", "updated at", "current stage"),
            *("issurveiclicked", "is survei clicked", "issengketa", "is sengketa"),
            *("tanggal dibaca", "review tanggal dibaca"),
            *(
                "slug",
                "kode tracking",
                "custom fields data",
                "persetujuan terms",
                "tampil di register publik",
            ),
        }
    ),
    FILE: frozenset({"uploadsurat", "uploadsuratkeberatan", "dokumen informasi"}),
    DESK: frozenset({"diproses pada", "keterangan petugas"}),
    PROSE: frozenset(
        {
            *("judul", "judul dokumen", "keterangan", "kronologi", "kasus posisi", "kasusposisi"),
            *("jawab", "jawaban", "tujuan pengajuan", "tujuan keberatan"),
            *(f"{word} keberatan" for word in ("isi", "perihal", "rincian", "uraian")),
        }
    ),
    IDENTITY: frozenset(
        {
            *("ktp", "npwp", "jenis identitas", "identitas pemohon", "nama lembaga"),
            *("perusahaan instansi", "nomor akta ahu", "no akta ahu"),
            *("akta pendirian", "tanggal lahir", "nomor fax", "no fax"),
        }
    ),
    OTHERS: frozenset({"kebutuhan informasi pengguna"}),
    DEADLINE: frozenset({"expired date", "expired date1", "expired date2"}),
    BODY: frozenset({"level bawaslu", "nama bawaslu"}),
    UNASKED: frozenset(
        {*("jenis kanal", "tahapan", "sumber informasi", "alamat sumber informasi"), "kategori laporan"}
        | {"permohonan type", "cara memperoleh"}
    ),
    OBJECTION: frozenset({"alasan keberatan", "status keberatan", "tanggapan keberatan"}),
}
"""By reason, headings of programs whose sources are public (`tests/registers`), in the form of `spelling`."""
MARKS: Mapping[str, Bilingual] = {
    **dict.fromkeys(("password", "token", "dibaca"), TECHNICAL),
    **dict.fromkeys(("bukti", "file", "foto", "image", "lampiran", "link", "path", "scan", "upload"), FILE),
    "catatan": DESK,
}
"""Words that make any heading one of these: files, notes of the desk, what opens an account."""
LIMITS = ("batas waktu", "jatuh tempo", "tenggat")
"""Words of a time limit, anywhere in a heading: each limit is computed from the law."""
_BY = frozenset({"by", "oleh"})
"""Last of the words, behind what is done at the desk: by whom it was done."""
_DONE = frozenset(
    {
        *("created", "updated", "deleted", "handled", "processed", "approved", "assigned", "verified"),
        *("dibuat", "diubah", "dihapus", "ditangani", "diproses", "disetujui", "diperiksa", "diverifikasi"),
        *("dijawab", "didisposisi", "didisposisikan", "ditindaklanjuti"),
    }
)
_KEY = "id"
"""The key of a row in a database, or of another row: first or last of the words."""
_OURS = frozenset({"jumlah", "kode", "no", "nomor", "status", "tanggal", "tgl"})
"""Words of what a register is asked for: whatever stands beside them, the heading may be one of ours."""
_DELETED = ("deleted", "dihapus", "terhapus")


def why_nobodys(heading: str) -> Bilingual | None:
    """Return why a heading that is none of ours is known to be nobody's; None where it is not.

    >>> [why_nobodys(heading).id for heading in ("user_id", "Foto KTP", "batas_waktu_jawab")]
    ['keperluan program', 'berkas', 'batas waktu, yang dihitung sendiri']
    >>> why_nobodys("deleted_at"), why_nobodys("Nomor ID")
    (None, None)
    """
    folded = spelling(heading)
    words = folded.split()
    for why, headings in WHOLE.items():
        if folded in headings:
            return why
    if any(f" {limit} " in f" {folded} " for limit in LIMITS):
        return DEADLINE
    if len(words) > 1 and words[-1] in _BY and words[-2] in _DONE:
        return DESK
    if not words or not _OURS.isdisjoint(words):
        return None
    if _KEY in {words[0], words[-1]}:
        return TECHNICAL
    return next((MARKS[word] for word in words if word in MARKS), None)


def marks_deletion(heading: str) -> bool:
    """Tell whether a heading is that of marks of deletion.

    >>> marks_deletion("deleted_at"), marks_deletion("isDeleted"), marks_deletion("status")
    (True, True, False)
    """
    return not set(_DELETED).isdisjoint(spelling(humps_apart(heading)).split())
