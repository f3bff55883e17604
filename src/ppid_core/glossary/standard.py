"""Words of standards of service, and of the commission's yearly evaluation."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum

from ppid_core.glossary.fold import fold
from ppid_core.glossary.term import Term, term
from ppid_core.model import CharterContent, Coded, MonevCategory, SelfAnswer, StandardKind

TERMS: Mapping[type[StrEnum], Mapping[StrEnum, Term]] = {
    StandardKind: {
        StandardKind.ANNOUNCEMENT: term(
            *("pengumuman", "announcement of information", "pengumuman informasi", "standar pengumuman"),
            *("standar pengumuman informasi", "SOP pengumuman", "SOP pengumuman informasi"),
        ),
        StandardKind.REQUESTS: term(
            *("permintaan", "requests for information", "permintaan informasi", "standar permintaan"),
            *("pelayanan permohonan", "layanan permohonan", "SOP permohonan", "SOP pelayanan permohonan"),
        ),
        StandardKind.OBJECTIONS: term(
            *("keberatan", "objections", "pengajuan keberatan", "penanganan keberatan"),
            *("pengelolaan keberatan", "standar keberatan", "SOP keberatan", "SOP penanganan keberatan"),
            "SOP pengajuan keberatan",
        ),
        StandardKind.PUBLIC_LIST: term(
            *("DIP", "list of public information", "daftar informasi publik", "standar DIP", "SOP DIP"),
            *("penetapan dan pemutakhiran daftar informasi publik", "penetapan dan pemutakhiran DIP"),
            *("pemutakhiran DIP", "SOP penetapan dan pemutakhiran DIP", "SOP pemutakhiran DIP"),
        ),
        StandardKind.DOCUMENTATION: term(
            *("pendokumentasian", "documentation", "pendokumentasian informasi", "SOP pendokumentasian"),
            *("dokumentasi", "standar pendokumentasian", "SOP pendokumentasian informasi"),
        ),
        StandardKind.CHARTER: term(
            *("maklumat", "charter of service", "maklumat pelayanan", "maklumat layanan"),
            *("maklumat pelayanan informasi", "maklumat layanan informasi", "standar maklumat"),
        ),
        StandardKind.CONSEQUENCE_TEST: term(
            *("uji konsekuensi", "consequence test", "pengujian konsekuensi", "SOP uji konsekuensi"),
            *("pengujian tentang konsekuensi", "standar uji konsekuensi", "SOP pengujian konsekuensi"),
        ),
        StandardKind.PROCEDURE: term(
            *("SOP", "procedure", "prosedur", "standar operasional prosedur", "prosedur operasional standar"),
            "standard operating procedure",
        ),
        StandardKind.HOURS: term("jam layanan", "hours of service", "jam pelayanan", "waktu layanan"),
        StandardKind.CHANNELS: term("kanal layanan", "channels", "kanal", "saluran layanan"),
        StandardKind.FEE: term("biaya", "fee", "tarif", "biaya/tarif", "biaya penggandaan", "standar biaya"),
        StandardKind.OTHER: term("lainnya", "other"),
    },
    CharterContent: {
        CharterContent.LEGAL_BASIS: term("dasar hukum", "legal basis"),
        CharterContent.PROCEDURE: term(
            *("sistem, mekanisme, dan prosedur", "system, mechanism and procedure", "sistem", "mekanisme"),
            *("prosedur", "tata cara"),
        ),
        CharterContent.TIME: term(
            *("jangka waktu penyelesaian", "time of completion", "jangka waktu", "waktu penyelesaian"),
            "waktu layanan",
        ),
        CharterContent.FEE: term("biaya/tarif", "fee", "biaya", "tarif"),
        CharterContent.GUARANTEE: term(
            "jaminan pelayanan", "guarantee of service", "jaminan layanan", "jaminan"
        ),
        CharterContent.EVALUATION: term(
            *("evaluasi kinerja pelaksana", "evaluation of those who serve", "evaluasi kinerja", "evaluasi"),
        ),
    },
    MonevCategory: {
        MonevCategory.QUALITY: term("kualitas informasi", "quality of information", "kualitas"),
        MonevCategory.KINDS: term("jenis informasi", "kinds of information", "jenis"),
        MonevCategory.SERVICE: term(
            "pelayanan informasi", "service", "pelayanan", "pelayanan informasi publik", "layanan"
        ),
        MonevCategory.COMMITMENT: term(
            "komitmen organisasi", "commitment", "komitmen", "komitmen badan publik"
        ),
        MonevCategory.FACILITIES: term("sarana dan prasarana", "facilities", "sarana prasarana", "sarpras"),
        MonevCategory.DIGITALISATION: term("digitalisasi", "digitalisation", "digitalisasi layanan"),
        MonevCategory.INNOVATION: term("inovasi dan strategi", "innovation and strategy", "inovasi"),
        MonevCategory.WEBSITE: term("laman", "website", "situs", "pengembangan website"),
        MonevCategory.ANNOUNCEMENT: term(
            "pengumuman informasi", "announcement of information", "pengumuman", "mengumumkan informasi"
        ),
        MonevCategory.PROVISION: term(
            "penyediaan informasi", "provision of information", "penyediaan", "menyediakan informasi"
        ),
        MonevCategory.PRESENTATION: term(
            "presentasi", "presentation", "presentasi uji publik", "uji publik", "wawancara"
        ),
        MonevCategory.PROCUREMENT: term(
            "pengadaan barang dan jasa", "procurement", "barang dan jasa", "informasi barang dan jasa"
        ),
        MonevCategory.OTHER: term("lainnya", "other"),
    },
    SelfAnswer: {
        SelfAnswer.YES: term("ya", "yes", "ada", "sudah", "1", "tersedia"),
        SelfAnswer.PARTLY: term("sebagian", "partly", "ada sebagian", "ya sebagian", "sudah sebagian"),
        SelfAnswer.NO: term("tidak", "no", "tidak ada", "belum", "belum ada", "0", "tidak tersedia"),
        SelfAnswer.SHARE: term("persentase", "percentage"),
        SelfAnswer.OTHER: term("lainnya", "other"),
    },
}

_BETWEEN = re.compile(r"[|;,\n]|(?:^|\s)-\s")
_MARK = re.compile(r"^(?:(?:dan|serta|and)\s+|(?:[a-z]|[0-9]{1,2})[.)]\s*)+", re.IGNORECASE)
"""What stands before the words of a part: *dan*, *a.*, *2)*."""


_LETTERS = dict(zip("abcdef", CharterContent, strict=True))
"""The letters of Perki 1/2021 Ps 47 (2), in whose order the contents stand."""
_PERCENT = re.compile(
    r"(?P<figures>[0-9]{1,3}(?:[.,][0-9]{1,2})?) ?(?:%|persen|percent)", re.IGNORECASE | re.ASCII
)
_WHOLE = Decimal(100)


def share_of(answer: Coded[SelfAnswer] | None) -> Decimal | None:
    """Return which part of a question an answer fulfils, 0 to 1; None where its words do not say.

    >>> from ppid_core.model import Coded
    >>> share_of(Coded(SelfAnswer.SHARE, "12,5%")), share_of(Coded(SelfAnswer.PARTLY, "sebagian"))
    (Decimal('0.125'), None)
    """
    if answer is None:
        return None
    if answer.slug is SelfAnswer.SHARE:
        return percent_of(answer.typed)
    return {SelfAnswer.YES: Decimal(1), SelfAnswer.NO: Decimal(0)}.get(answer.slug)


def percent_of(text: str) -> Decimal | None:
    """Return the part that ``75%`` or ``12,5 persen`` is of the whole; None where it is none, or more."""
    match = _PERCENT.fullmatch(text.strip())
    part = None if match is None else Decimal(match["figures"].replace(",", ".")) / _WHOLE
    return part if part is not None and part <= 1 else None


def charter_contents(text: str) -> frozenset[CharterContent]:
    """Return which contents of a charter a text names: each where a part of it begins with their words.

    Letters alone are those of Ps 47 (2): ``a, b, f``.

    >>> found = charter_contents("a. Dasar hukum: UU 14/2008; sistem, mekanisme, dan prosedur; tarif: gratis")
    >>> sorted(map(str, found))
    ['fee', 'legal_basis', 'procedure']
    """
    parts = [fold(_MARK.sub("", part.strip())) for part in _BETWEEN.split(text)]
    if parts and all(map(_LETTERS.__contains__, parts)):
        return frozenset(_LETTERS[part] for part in parts)
    return frozenset(
        content
        for content in CharterContent
        for words in TERMS[CharterContent][content].accepted
        for part in parts
        if f"{part} ".startswith(f"{fold(words)} ")
    )
