"""What is left of a text beyond how it is spelt: two texts that fold alike are meant alike."""

from __future__ import annotations

import re
from functools import lru_cache

from ppid_core.glossary.term import spelling

_ABBREVIATIONS = {
    **dict.fromkeys(("no", "nmr", "nomer"), "nomor"),
    **dict.fromkeys(("tgl", "tggl"), "tanggal"),
    **dict.fromkeys(("jml", "jlh", "jmlh"), "jumlah"),
    **dict.fromkeys(("telp", "tlp", "tlpn", "telpon", "telephone"), "telepon"),
    "alm": "alamat",
    "blm": "belum",
    "bln": "bulan",
    "dgn": "dengan",
    "dlm": "dalam",
    "info": "informasi",
    "ket": "keterangan",
    "kpd": "kepada",
    "krn": "karena",
    "org": "orang",
    "sbgn": "sebagian",
    "sdg": "sedang",
    "sdh": "sudah",
    "tdk": "tidak",
    "thn": "tahun",
    "ttg": "tentang",
    "utk": "untuk",
    "yg": "yang",
}
"""What stands for one word; *kep* (keputusan, kepala) and *reg* (register, registrasi) stand for several."""
_SAME = {
    "beritikad": "beriktikad",
    "itikad": "iktikad",
    "ijin": "izin",
    "permintaan": "permohonan",
    "propinsi": "provinsi",
    "yang": "",
}
"""Words that say the same in every heading and term, or nothing."""
_ENCLITIC = "nya"
_SHORTEST_STEM = 4
"""Of *hanya*, *punya* and *tanya* less is left, for they have no enclitic."""
_SHORTENED = (
    (re.compile(r"\be mail\b"), "email"),
    (re.compile(r" sebagaimana di ?(?:maksud|atur)\b.*"), ""),
    (re.compile(r"\binformasi(?: publik)+\b"), "informasi"),
    (re.compile(r"\b(permohonan|pemohon|keberatan|sengketa)(?: informasi)+\b"), r"\1"),
    (re.compile(r"^(?:(?:huruf )?[a-j] )+(?=[a-z]{3})"), ""),
)
_RUNNING = "no"
"""Alone it heads a column that only counts the rows."""
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_BETWEEN = frozenset({"dan", "atau"})
_HEADINGS = 4096
"""So many are known as folded: each table and file that is looked at asks again about much the same ones."""


def fold(text: str) -> str:
    """Return ``text`` as it is compared where no spelling is exactly it.

    Abbreviations that stand for one word are written out, *permintaan* is *permohonan*, *informasi publik* is
    *informasi*, *permohonan informasi* is *permohonan*; *yang*, the enclitic *-nya*, a letter in front (*a.*,
    *huruf a*) and a tail *sebagaimana dimaksud …* are left out.

    >>> fold("Tgl. permintaan informasi publik yg diterima"), fold("e. Tidak dipenuhinya permintaan")
    ('tanggal permohonan diterima', 'tidak dipenuhi permohonan')
    """
    words = spelling(text).split()
    if words != [_RUNNING]:
        words = [_ABBREVIATIONS.get(word, word) for word in words]
    said = " ".join(filter(None, (_SAME.get(bare, bare) for bare in map(_without_enclitic, words))))
    for long, short in _SHORTENED:
        said = long.sub(short, said)
    return said


@lru_cache(_HEADINGS)
def fold_heading(text: str) -> str:
    """Return a heading as it is compared: also without spaces (``createdAt``), *dan* and *atau*.

    >>> fold_heading("No. HP"), fold_heading("noHp"), fold_heading("Hari/tanggal"), fold_heading("created_at")
    ('nomorhp', 'nomorhp', 'haritanggal', 'createdat')
    """
    return "".join(word for word in fold(humps_apart(text)).split() if word not in _BETWEEN)


def humps_apart(text: str) -> str:
    """Return a heading of a program with its words apart: ``created At`` of ``createdAt``."""
    return _HUMP.sub(" ", text)


def _without_enclitic(word: str) -> str:
    while word.endswith(_ENCLITIC) and len(word) - len(_ENCLITIC) >= _SHORTEST_STEM:
        word = word.removesuffix(_ENCLITIC)
    return word
