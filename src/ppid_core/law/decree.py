"""Decrees on national holidays and joint leave: what one of them does, and whom it binds."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from attrs import field, frozen

from ppid_core.language import Bilingual, Lang
from ppid_core.law.citation import Citation, Confidence, cite


class Track(StrEnum):
    """Whom a decree binds (*jalur*).

    Joint leave is set for civil servants by Keppres (PP 11/2017 Pasal 333 ayat (4), PP 49/2018 Pasal 91
    ayat (3)), for others by the joint decree of three ministers (SKB).
    """

    ASN = "asn"
    UMUM = "umum"
    BOTH = "both"

    @property
    def label(self) -> Bilingual:
        """The words that a reader sees."""
        return _TRACK_LABELS[self]


_TRACK_LABELS = {
    Track.ASN: Bilingual("ASN (Keppres)", "civil servants (Keppres)"),
    Track.UMUM: Bilingual("umum (SKB)", "general (SKB)"),
    Track.BOTH: Bilingual("gabungan (keputusan terakhir)", "both (the latest decree)"),
}


class HolidayKind(StrEnum):
    """Why a day is free (*jenis hari libur*)."""

    LIBUR_NASIONAL = "libur_nasional"
    CUTI_BERSAMA = "cuti_bersama"

    @property
    def is_national(self) -> bool:
        """Whether it binds everybody: only joint leave has tracks."""
        return self is HolidayKind.LIBUR_NASIONAL

    @property
    def label(self) -> Bilingual:
        """The words that a reader sees."""
        return _KIND_LABELS[self]


_KIND_LABELS = {
    HolidayKind.LIBUR_NASIONAL: Bilingual("libur nasional", "national holiday"),
    HolidayKind.CUTI_BERSAMA: Bilingual("cuti bersama", "joint leave"),
}


class Comparison(StrEnum):
    """With what a day of the calendar was compared (*pembanding*)."""

    DECREE = "decree"
    """The decree's own list, or that of a later decree that prints the year again."""
    REPRINT = "reprint"
    """The list as the press or an agency prints it."""
    PACKAGE = "package"
    """Nothing but a calendar or a program: no text of it was found."""

    @property
    def label(self) -> Bilingual:
        """The words that a reader sees."""
        return _COMPARISON_LABELS[self]


_COMPARISON_LABELS = {
    Comparison.DECREE: Bilingual("naskah", "decree"),
    Comparison.REPRINT: Bilingual("cetak ulang", "reprint"),
    Comparison.PACKAGE: Bilingual("kalender saja", "calendar only"),
}


@frozen(kw_only=True)
class Reading:
    """With what some days were compared, and how sure we are of them (*pembacaan*).

    >>> from datetime import date
    >>> from ppid_core import WorkdayCalendar
    >>> WorkdayCalendar.load().days.reading(date(2024, 2, 14)).compared.value
    'reprint'
    """

    days: tuple[dt.date, ...]
    compared: Comparison
    confidence: Confidence


@frozen(kw_only=True)
class Decree:
    """What one decree does to the calendar (*keputusan*).

    >>> from ppid_core.law import load_calendar
    >>> next(decree.instrument for year in load_calendar() if year.year == 2024 for decree in year.decrees)
    'SKB Menag 855/2023, Menaker 3/2023, MenPANRB 4/2023'

    Attributes:
        instrument: name with its number, or numbers.
        date: the day on which it was signed; where only the month is known its first day, where only the
            year is known 1 January, both with ``date_confidence`` unconfirmed.
        track: whom it binds.
        kind: what its days are.
        add: days that become free.
        remove: days of this kind that become working days again.
        compared: with what its days were compared.
        readings: the days among them that were compared with something else.
        citation: where these days were read.
        confidence: how sure we are of the days.
        date_confidence: how sure we are of ``date``, where that differs.
        yearly: whether it is the list of national holidays by which the year became known at all.
        note: what a reader must know besides, in Indonesian.
    """

    instrument: str
    date: dt.date
    track: Track
    kind: HolidayKind
    add: tuple[dt.date, ...] = ()
    remove: tuple[dt.date, ...] = ()
    compared: Comparison = Comparison.PACKAGE
    readings: tuple[Reading, ...] = field(default=())
    citation: Citation
    confidence: Confidence
    date_confidence: Confidence | None = None
    yearly: bool = False
    note: str = ""

    @readings.validator
    def _of_its_own_days(self, _: object, readings: tuple[Reading, ...]) -> None:
        strays = {day for reading in readings for day in reading.days} - set(self.days)
        if strays:
            raise ValueError(f"hari yang tidak disebut keputusan ini: {', '.join(map(str, sorted(strays)))}")

    @property
    def days(self) -> tuple[dt.date, ...]:
        """Every day it speaks of."""
        return (*self.add, *self.remove)

    def reading(self, day: dt.date) -> Reading:
        """Return with what ``day`` was compared, and how sure we are of it."""
        own = Reading(days=(day,), compared=self.compared, confidence=self.confidence)
        return next((reading for reading in self.readings if day in reading.days), own)

    def binds(self, track: Track) -> bool:
        """Tell whether it counts on ``track``; on `Track.BOTH` every decree does."""
        return Track.BOTH in {track, self.track} or self.track is track

    def cite(self, lang: Lang = "id", *, day: dt.date | None = None) -> str:
        """Return the decree's name as printed; where it, or ``day`` in it, is unconfirmed, it says so."""
        sure = self.confidence if day is None else self.reading(day).confidence
        return cite([Citation(instrument=self.instrument)], sure, lang)
