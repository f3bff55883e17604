"""Decrees on national holidays and joint leave: what one of them does, and whom it binds."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from attrs import frozen

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


@frozen(kw_only=True)
class Decree:
    """What one decree does to the calendar (*keputusan*).

    Attributes:
        instrument: name with its number, or numbers.
        date: the day on which it was signed; where only the month is known its first day, where only the
            year is known 1 January, both with ``date_confidence`` unconfirmed.
        track: whom it binds.
        kind: what its days are.
        add: days that become free.
        remove: days of this kind that become working days again.
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
    citation: Citation
    confidence: Confidence
    date_confidence: Confidence | None = None
    yearly: bool = False
    note: str = ""

    @property
    def days(self) -> tuple[dt.date, ...]:
        """Every day it speaks of."""
        return (*self.add, *self.remove)

    def binds(self, track: Track) -> bool:
        """Tell whether it counts on ``track``; on `Track.BOTH` every decree does."""
        return Track.BOTH in {track, self.track} or self.track is track

    def cite(self, lang: Lang = "id") -> str:
        """Return the decree's name as printed; an unconfirmed one says so."""
        return cite([Citation(instrument=self.instrument)], self.confidence, lang)
