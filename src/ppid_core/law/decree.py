"""Decrees on national holidays and joint leave, one file for each calendar year."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from enum import StrEnum
from functools import cache, partial

from attrs import field, frozen

from ppid_core.errors import LawFileError
from ppid_core.language import Bilingual, Lang
from ppid_core.law.citation import Citation, Confidence, cite
from ppid_core.law.files import toml_texts
from ppid_core.law.structure import build, gather, parse, records


class Track(StrEnum):
    """Whom a decree binds (*jalur*).

    Joint leave is set for civil servants by Keppres (PP 11/2017 Pasal 333 ayat (4), PP 49/2018 Pasal 91
    ayat (3)), for others by the joint decree of three ministers (SKB).
    """

    ASN = "asn"
    UMUM = "umum"
    BOTH = "both"


class HolidayKind(StrEnum):
    """Why a day is free (*jenis hari libur*)."""

    LIBUR_NASIONAL = "libur_nasional"
    CUTI_BERSAMA = "cuti_bersama"

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
    note: str = ""

    def cite(self, lang: Lang = "id") -> str:
        """Return the decree's name as printed; an unconfirmed one says so."""
        return cite([Citation(instrument=self.instrument)], self.confidence, lang)


@frozen(kw_only=True)
class CalendarYear:
    """All decrees found on one year (*tahun kalender*), in no promised order."""

    year: int
    decrees: tuple[Decree, ...] = field()

    @decrees.validator
    def _within_the_year(self, _: object, decrees: tuple[Decree, ...]) -> None:
        days = {day for decree in decrees for day in (*decree.add, *decree.remove)}
        strays = sorted(str(day) for day in days if day.year != self.year)
        if strays:
            raise ValueError(f"hari di luar tahun {self.year}: {', '.join(strays)}")

    def fold(self) -> dict[tuple[dt.date, HolidayKind], Decree]:
        """Return the final state: each free day and its kind, with the last decree that says so."""
        free: dict[tuple[dt.date, HolidayKind], Decree] = {}
        for decree in sorted(self.decrees, key=lambda decree: decree.date):
            for day in decree.remove:
                free.pop((day, decree.kind), None)
            free.update(((day, decree.kind), decree) for day in decree.add)
        return free


def structure_calendar(texts: Mapping[str, str]) -> tuple[CalendarYear, ...]:
    """Return the years of TOML texts by file name ("2020.toml"), ascending.

    Raises:
        LawFileError: with every fault of every file and its place.
    """
    return gather(partial(_structure_year, name, text) for name, text in sorted(texts.items()))


def _structure_year(name: str, text: str) -> CalendarYear:
    document = parse(text, name)
    place = f"{name}: [[decree]]"
    strays = [f"{name}: tabel {key!r} tidak dikenal" for key in document if key != "decree"]
    if strays:
        raise LawFileError(strays)
    decrees = records(document.get("decree", []), Decree, place)
    return build(CalendarYear, {"year": int(name.removesuffix(".toml")), "decrees": decrees}, place)


@cache
def load_calendar() -> tuple[CalendarYear, ...]:
    """Return the years that come with this package, ascending."""
    return structure_calendar(toml_texts("calendar"))
