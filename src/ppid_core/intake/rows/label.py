"""Labels of lines that are no data: JUMLAH and its many forms, NIHIL, a month or a span."""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import normalize

from attrs import frozen

from ppid_core.glossary import spelling
from ppid_core.intake.cells import Month
from ppid_core.writing import MONTHS, read_month, tidy
from ppid_core.writing.whitespace import seen

_REMEMBERED = 4096
_HEADS = frozenset(
    ("akumulasi", "jlh", "jml", "jumlah", "rekap", "rekapitulasi", "subjumlah", "subtotal", "sum", "total")
) | frozenset(("\u03a3", "\u2211", "\u03c3"))
_BEFORE = frozenset({"grand", "sub"})
_WORDS = """
akhir alokasi anggaran besar biaya bulan cawu caturwulan dan data dengan dipindahkan gugatan halaman hingga
informasi ini keberatan ke keseluruhan kuartal kunjungan lalu lap laporan masuk minggu orang pagu pegawai
pemohon pengaduan pengunjung per perkara periode permintaan permohonan petugas pindahan publik realisasi
register s sampai sd d semester sementara semua semuanya sengketa seluruhnya seluruh staf tahun tersedia
triwulan tw umum
"""
_MONTHS = {name.casefold() for names in MONTHS.values() for name in names} | {"nopember", "pebruari"}
_ROMAN = frozenset(["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"])
_TAIL = _HEADS | frozenset(_WORDS.split()) | _MONTHS | _ROMAN
_YEAR = re.compile(r"(?:19|20)[0-9]{2}", re.ASCII)
_WORD = re.compile(r"[^\s:./()\-–=,]+")
_LONGEST = 80
_MEAN = re.compile(
    r"(?:nilai )?(?:rata ?[-\u2013]? ?rata|rerata|rataan)(?: per [a-z]+| seluruhnya| keseluruhan)? ?[:.]?"
)

_MONTHLY = re.compile(
    r"(?:(?:bulan|periode) ?:? ?)?([^\W\d_]{3,12})\.?(?: ?(?:tahun )?([0-9]{4}))?", re.ASCII
)
_SPAN = re.compile(
    r"(?:(?:triwulan|tw|semester|kuartal|caturwulan|cawu|minggu(?: ke)?)[ -]{0,3}(?:[ivx]{1,4}|[1-5])"
    r"|tahun)(?: ?(?:tahun )?[0-9]{4})?|tahun anggaran [0-9]{4}",
    re.ASCII,
)


@lru_cache(maxsize=_REMEMBERED)
def is_total_label(text: str) -> bool:
    """Tell whether a cell is called a total: *JUMLAH*, *Grand Total*, *Jml.*, *Σ*, *Jumlah Januari*."""
    if len(text) > _LONGEST:
        return False
    words = _WORD.findall(normalize("NFKC", seen(text)).casefold())
    if words and words[0] in _BEFORE and words[1:2] and words[1] in _HEADS:
        words = words[1:]
    return bool(words) and words[0] in _HEADS and all(one in _TAIL or _YEAR.fullmatch(one) for one in words)


def says_nihil(text: str) -> bool:
    """Tell whether a cell of the first column says NIHIL: the register is recorded and empty."""
    may_be = not text.isascii() or "nihil" in text.casefold().replace("'", "")
    return may_be and spelling(text) == "nihil"


def is_mean_label(text: str) -> bool:
    """Tell whether a cell is called a mean: *Rata-rata*, *Rerata per bulan*."""
    return len(text) <= _LONGEST and _MEAN.fullmatch(tidy(text).casefold()) is not None


@frozen(kw_only=True)
class PeriodLabel:
    """A month or a span that stands above what belongs to it.

    Attributes:
        month: None where it is a span: *Triwulan I*.
    """

    month: Month | None


@lru_cache(maxsize=_REMEMBERED)
def period_label(text: str) -> PeriodLabel | None:
    """Return the month or span that a cell names, ``JANUARI`` or ``Triwulan I``; None where it names none."""
    if len(text) > _LONGEST:
        return None
    typed = tidy(text).casefold().strip(" :.-")
    if _SPAN.fullmatch(typed):
        return PeriodLabel(month=None)
    if (match := _MONTHLY.fullmatch(typed)) is None:
        return None
    try:
        return PeriodLabel(month=Month(read_month(match[1]), int(match[2]) if match[2] else None))
    except ValueError:
        return None
