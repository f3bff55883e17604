"""Texts that can be read in two ways, 1,000 and 07/01/2021: how each is read, and what speaks against it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from enum import Enum, auto

from attrs import frozen

from ppid_core.intake.cells.error import CellError
from ppid_core.language import Bilingual
from ppid_core.writing import (
    format_date,
    format_number,
    is_ambiguous_date,
    is_ambiguous_number,
    read_month_first,
    read_number,
    read_written_day,
    tidy,
)

THINGS = (
    "permohonan|permintaan|pemohon|keberatan|sengketa|gugatan|pengaduan|perkara|kasus|orang|kali|kunjungan"
    "|pengunjung|berkas|buah|unit|petugas|pegawai"
)
"""What is counted, behind its number: *2.100 kali*."""
_FIGURES = re.compile(
    r"(?:rp\.?|idr)? ?(?P<figures>[-+−]?[0-9][0-9., ]*?) ?(?:,-+|,=|\.-+)? ?"
    rf"(?:rupiah|%|persen|hari kerja|hari|hk|{THINGS})?\.? ?(?:\(.*)?",
    re.IGNORECASE | re.ASCII | re.DOTALL,
)


class _Notation(Enum):
    """One of two ways of writing: 1.000,5 or 1,000.5; 31/12/2021 or 12/31/2021."""

    DOTS_BETWEEN_THOUSANDS = auto()
    COMMAS_BETWEEN_THOUSANDS = auto()
    DAY_FIRST = auto()
    MONTH_FIRST = auto()


_OTHER = {
    _Notation.DOTS_BETWEEN_THOUSANDS: _Notation.COMMAS_BETWEEN_THOUSANDS,
    _Notation.COMMAS_BETWEEN_THOUSANDS: _Notation.DOTS_BETWEEN_THOUSANDS,
    _Notation.DAY_FIRST: _Notation.MONTH_FIRST,
}


@frozen(kw_only=True)
class TwoWays:
    """How the texts of a column are read that can be read in two ways.

    Attributes:
        only: the one way in which a text can have been written; None where there are two, or where it does
            not matter.
        taken: the way in which a text is read that can be read in two; None for every other text.
        told: says how such a text was read.
        clash: the error where another text of the column, quoted, was written in the other way only.
    """

    only: Callable[[str], _Notation | None]
    taken: Callable[[str], _Notation | None]
    told: Callable[[str], Bilingual]
    clash: Callable[[str, str], CellError]

    def how(self, text: str) -> Bilingual | None:
        """Return how a text that can be read in two ways was read, None where there is one way."""
        return None if self.taken(text) is None else self.told(text)

    def against(self, text: str, others: Mapping[_Notation, str]) -> str | None:
        """Return the text of ``others`` that was written in the way in which ``text`` is not read."""
        taken = self.taken(text)
        return others.get(_OTHER[taken]) if taken else None


def _figures(text: str) -> str:
    """Return the figures without what stands around them: ``Rp1.000,-`` and ``1.000 (seribu)``."""
    match = _FIGURES.fullmatch(tidy(text))
    return match["figures"] if match else ""


def _only_number(text: str) -> _Notation | None:
    figures = _figures(text)
    if is_ambiguous_number(figures):
        return None
    try:
        read_number(figures)
    except ValueError:
        return None
    signs = [sign for sign in figures if sign in ".,"]
    if not signs:
        return None
    is_thousands = len(signs) > 1 and len(set(signs)) == 1
    has_commas_between_thousands = (signs[-1] == ",") is is_thousands
    return (
        _Notation.COMMAS_BETWEEN_THOUSANDS
        if has_commas_between_thousands
        else _Notation.DOTS_BETWEEN_THOUSANDS
    )


def _whole(text: str) -> _Notation | None:
    """Return the way of a count or of money: neither has thousandths, so either sign is one of thousands."""
    figures = _figures(text)
    if not is_ambiguous_number(figures):
        return None
    return _Notation.COMMAS_BETWEEN_THOUSANDS if "," in figures else _Notation.DOTS_BETWEEN_THOUSANDS


def _fractional(text: str) -> _Notation | None:
    return _Notation.DOTS_BETWEEN_THOUSANDS if is_ambiguous_number(_figures(text)) else None


def _digits(text: str) -> int:
    return int(re.sub(r"[^0-9-]", "", _figures(text)) or 0)


def _told_whole(text: str) -> Bilingual:
    number = _digits(text)
    return Bilingual(
        f"dibaca sebagai bilangan bulat, {format_number(number)}",
        f"read as a whole number, {format_number(number, 'en')}",
    )


def _told_number(text: str) -> Bilingual:
    number = read_number(_figures(text))
    if isinstance(number, int):
        return _told_whole(text)
    return Bilingual(
        f"dibaca sebagai pecahan, {format_number(number)}",
        f"read with decimals, {format_number(number, 'en')}",
    )


def _number_clash(text: str, other: str) -> CellError:
    whole = _digits(text)
    return CellError(
        Bilingual(
            f'"{{value}}" dapat dibaca dua cara, dan "{other}" di kolom ini memakai tanda titik dan komanya '
            f"dengan cara lain. Bila bilangan bulat, tulis {whole} tanpa tanda.",
            f'"{{value}}" can be read in two ways, and "{other}" in this column uses its signs in the other '
            f"way. If it is a whole number, write {whole} without any.",
        ),
        Bilingual("satu cara menulis angka di satu kolom", "one way of writing numbers in one column"),
    )


def _only_day(text: str) -> _Notation | None:
    if read_month_first(text) is None:
        return None
    try:
        _day_of(text)
    except ValueError:
        return _Notation.MONTH_FIRST
    return None


def _day_of(text: str) -> date:
    """Return a day in figures, in some year where none is written: its day and month are asked for.

    Raises:
        ValueError: there is no such day.
    """
    written = read_written_day(text)
    return written.within(_SOME_CENTURY + (written.year or 0))


_SOME_CENTURY = 2000
"""Its first year is a leap year, in which every day is."""


def _day_first(text: str) -> _Notation | None:
    return _Notation.DAY_FIRST if is_ambiguous_date(text) else None


def _told_day(text: str) -> Bilingual:
    read = _said(text, _day_of(text))
    return Bilingual(f"dibaca hari lebih dahulu, {read.id}", f"read with the day first, {read.en}")


def _said(text: str, day: date) -> Bilingual:
    """Return a day as it is told, without a year where none is written."""
    said = Bilingual(format_date(day), format_date(day, "en"))
    if read_written_day(text).year is not None:
        return said
    return Bilingual(said.id.rpartition(" ")[0], said.en.rpartition(" ")[0])


def _day_clash(text: str, other: str) -> CellError:
    days = _day_of(text), read_month_first(text) or _day_of(text)
    said = [_said(text, day) for day in days]
    either, english = " atau ".join(day.id for day in said), " or ".join(day.en for day in said)
    return CellError(
        Bilingual(
            f'"{{value}}" dapat berarti {either}, sebab "{other}" di kolom ini ditulis bulan lebih dahulu. '
            "Tulis nama bulannya.",
            f'"{{value}}" may be {english}: "{other}" in this column has the month first. '
            "Write the name of the month.",
        ),
        Bilingual("tanggal dengan nama bulan", "a date with the name of its month"),
    )


COUNTS = TwoWays(only=_only_number, taken=_whole, told=_told_whole, clash=_number_clash)
"""Counts and money."""
FIGURES = TwoWays(only=_only_number, taken=_fractional, told=_told_number, clash=_number_clash)
"""Numbers that may have decimals."""
DAYS = TwoWays(only=_only_day, taken=_day_first, told=_told_day, clash=_day_clash)
"""Dates in figures."""


def first_of_several(ways: TwoWays) -> TwoWays:
    """Return the same for several texts with ``|`` between them: the first of them that matters."""

    def part(text: str) -> str:
        parts = [one.strip() for one in text.split("|")]
        return next((one for one in parts if ways.taken(one)), parts[0])

    def only(text: str) -> _Notation | None:
        return next(filter(None, map(ways.only, text.split("|"))), None)

    return TwoWays(
        only=only,
        taken=lambda text: ways.taken(part(text)),
        told=lambda text: ways.told(part(text)),
        clash=lambda text, other: ways.clash(part(text), other),
    )
