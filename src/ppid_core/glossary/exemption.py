"""Words beside an exemption: of public offices, of a written consent, of a test that there was not."""

from __future__ import annotations

from functools import cache

from ppid_core.glossary.term import Term, spelling, term

PUBLIC_OFFICE: tuple[Term, ...] = (
    term("jabatan publik", "public office", "jabatan negara"),
    term("pejabat", "official", "pejabat publik", "pejabat negara", "pejabat daerah"),
    term("penyelenggara negara", "state official"),
    term("LHKPN", "wealth report of officials", "laporan harta kekayaan", "LHKASN", "harta kekayaan"),
    term("presiden", "president", "wakil presiden"),
    term("menteri", "minister", "wakil menteri"),
    term("kepala daerah", "head of the region", "wakil kepala daerah"),
    term("gubernur", "governor", "wakil gubernur"),
    term("bupati", "regent", "wakil bupati"),
    term("wali kota", "mayor", "walikota", "wakil wali kota", "wakil walikota"),
    term("sekretaris daerah", "regional secretary", "sekda", "sekretaris jenderal", "sekjen"),
    term("direktur jenderal", "director general", "dirjen"),
    term("kepala dinas", "head of an agency", "kadis", "kepala badan", "kaban", "kepala biro"),
    term("kepala bagian", "head of a division", "kabag", "kepala bidang", "kabid"),
    term("camat", "head of a district"),
    term("lurah", "head of an urban village"),
    term("kepala desa", "village head", "kades", "perangkat desa"),
    term("anggota DPRD", "member of the council", "anggota dewan", "anggota DPR", "anggota DPD"),
)
"""Whom the information may concern for the office that they hold."""

CONSENT: tuple[Term, ...] = (
    term("persetujuan tertulis", "written consent", "persetujuan secara tertulis"),
    term("surat persetujuan", "letter of consent"),
    term("izin tertulis", "written permission", "ijin tertulis"),
    term("persetujuan yang bersangkutan", "consent of the person concerned", "persetujuan pemilik data"),
    term("surat kuasa", "power of attorney"),
)
"""By which the person concerned may have allowed it."""

UNTESTED: tuple[Term, ...] = (
    term(
        "tidak ada", "none", "tidak", "tanpa", "tanpa uji konsekuensi", "tidak ada uji konsekuensi", "nihil"
    ),
    term("tidak dilakukan", "not done", "tidak diuji", "-"),
    term("belum", "not yet", "belum ada", "belum dilakukan", "belum diuji", "belum ada uji konsekuensi"),
)
"""What clerks write where no consequence test was made."""

PERMANENT: tuple[Term, ...] = (
    term("permanen", "permanent", "bersifat permanen", "secara permanen"),
    term("selamanya", "for ever", "selama-lamanya", "seterusnya", "untuk seterusnya"),
    term("tanpa batas waktu", "without limit of time", "tidak terbatas", "tak terbatas", "tanpa batas"),
)
"""What clerks write of an exemption that is to have no end."""

PASSING: tuple[Term, ...] = (
    term("tidak permanen", "not permanent", "tidak bersifat permanen", "bukan permanen", "tidak selamanya"),
)
"""What they write of one that has an end."""

REGIONAL_RULES: tuple[Term, ...] = (
    term("peraturan daerah", "regional regulation", "perda"),
    term("peraturan gubernur", "regulation of the governor", "pergub"),
    term("peraturan bupati", "regulation of the regent", "perbup"),
    term("peraturan wali kota", "regulation of the mayor", "peraturan walikota", "perwali", "perwal"),
    term("peraturan desa", "village regulation", "perdes"),
    term("keputusan kepala daerah", "decree of the head of the region", "keputusan bupati", "sk bupati"),
    term("keputusan wali kota", "decree of the mayor", "keputusan walikota", "sk walikota"),
)
"""Rules of a region, which are no Act."""

NEVER_EXEMPT: tuple[Term, ...] = (
    term("putusan pengadilan", "decision of a court", "putusan badan peradilan", "putusan hakim"),
    term("surat keputusan", "decree", "keputusan bupati", "keputusan wali kota", "keputusan walikota"),
    term("keputusan gubernur", "decree of the governor", "keputusan kepala dinas", "keputusan menteri"),
    term("peraturan daerah", "regional regulation", "perda", "peraturan bupati", "peraturan gubernur"),
    term(
        "peraturan wali kota", "regulation of the mayor", "peraturan walikota", "perwali", "perbup", "pergub"
    ),
    term("surat edaran", "circular"),
    term("penghentian penyidikan", "order to end an investigation", "sp3"),
    term("penghentian penuntutan", "order to end a prosecution", "skpp", "skp2"),
    term("pengembalian uang hasil korupsi", "corruption money returned", "uang hasil korupsi"),
)
"""What words may mean of that which is never exempt; plans and reports of law enforcement need more words."""


def mentioned(terms: tuple[Term, ...], *texts: str) -> tuple[Term, ...]:
    """Return the terms that stand in any of the texts, as whole words."""
    said = "".join(f" {spelling(text)} \n" for text in texts if text)
    return tuple(term for term, words in _padded(terms) if any(word in said for word in words))


@cache
def _padded(terms: tuple[Term, ...]) -> tuple[tuple[Term, tuple[str, ...]], ...]:
    return tuple((term, tuple(f" {word} " for word in term.accepted)) for term in terms)


def says(terms: tuple[Term, ...], text: str) -> bool:
    """Tell whether the text is one of the terms and nothing else."""
    return spelling(text) in _accepted(terms)


@cache
def _accepted(terms: tuple[Term, ...]) -> frozenset[str]:
    return frozenset(word for term in terms for word in term.accepted)
