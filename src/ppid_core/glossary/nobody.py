"""Headings that are nobody's: what programs keep for themselves, and what no report of ours asks for.

They are passed over, and told. A mark of deletion is none of them: a row that bears one is no case.
"""

from __future__ import annotations

from ppid_core.glossary.term import spelling

WHOLE = frozenset(
    {
        *("ktp", "npwp", "uuid", "tiket", "judul", "keterangan", "kronologi", "kasus posisi", "kasusposisi"),
        *(
            "jenis identitas",
            "jenis kelamin",
            "usia",
            "pendidikan",
            "provinsi",
            "city",
            "kota",
            "nama lembaga",
        ),
        *("cara dapat", "caradapat", "cara mendapat salinan", "cara mendapatkan salinan"),
        *("caramendapatkansalinan", "created by", "updated by", "updated at", "tahapan", "current stage"),
        *("pendidikan pemohon", "sisa jatuh tempo", "judul dokumen", "jawab", "jawaban", "isi keberatan"),
        *("perihal keberatan", "expired date", "expired date1", "expired date2", "issurveiclicked"),
        *("issengketa", "uploadsurat", "uploadsuratkeberatan", "identitas pemohon", "level bawaslu"),
        *("nama bawaslu", "jenis kanal", "alamat", "nik", "email", "nomortelepon", "pekerjaan"),
    }
)
"""Headings, in the form of `spelling`, of programs whose sources are public (`tests/registers`)."""
SECOND = frozenset({"created at", "email", "email pemohon", "user email"})
"""Headings that are a column of ours only where no other one is: a day, or how somebody is reached."""
MARKS = frozenset({"catatan", "file", "foto", "lampiran", "password", "path", "token", "upload"})
"""Words that make any heading one of these: files, notes of the desk, what opens an account."""
_KEY = "id"
"""The key of a row in a database, or of another row: first or last of the words."""
_OURS = frozenset({"jumlah", "kode", "no", "nomor", "status", "tanggal", "tgl"})
"""Words of what a register is asked for: whatever stands beside them, the heading may be one of ours."""


def gives_way(heading: str) -> bool:
    """Tell whether a heading is nobody's where another one is the same column of ours."""
    return spelling(heading) in SECOND


def is_nobodys(heading: str) -> bool:
    """Tell whether a heading that is none of ours is known to be nobody's.

    >>> [is_nobodys(heading) for heading in ("user_id", "Foto KTP", "updated_at", "deleted_at", "No. ID")]
    [True, True, True, False, False]
    """
    folded = spelling(heading)
    words = folded.split()
    if folded in WHOLE:
        return True
    if not words or not _OURS.isdisjoint(words):
        return False
    return _KEY in {words[0], words[-1]} or not MARKS.isdisjoint(words)
