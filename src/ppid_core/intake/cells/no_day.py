"""Why a text is no day: the cause as exactly as it can be said, and what could stand there instead."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta

from ppid_core.intake.nearest import ask_near
from ppid_core.language import Bilingual
from ppid_core.writing import (
    MONTHS,
    WrittenDay,
    format_date,
    is_ambiguous_date,
    month_name,
    read_date,
    read_month,
    read_month_first,
    read_written_day,
    tidy,
)

_DAY_0 = date(1899, 12, 30)
_DAYS_FROM_1904 = 1462
_FIRST_SERIAL, _LAST_SERIAL = 20_000, 80_000
"""Days of 1954 and 2119: a smaller or larger number in a column of dates is no day."""
_MONTHS_IN_A_YEAR, _LONGEST_MONTH = 12, 31
_CENTURY, _THIS_CENTURY = 100, 2000
_LEAP_YEAR = 2024
"""Stands in where no year is known: what is no day of a leap year is a day of none."""
_TWO_FIGURES = re.compile(r"([0-9]{1,2}([-/. ])(?:[0-9]{1,2}|[^\W\d_]{3,12})\2)([0-9]{2})")
_ZONE = r"(?:z|utc|gmt|wib|wita|wit)(?: ?[+-][0-9]{1,4}(?::[0-9]{2})?)?|[+-][0-9]{2}:?[0-9]{2}"
_ZONED = re.compile(rf"(?:(?:{_ZONE}) ?)?(?P<day>.+?)(?: ?(?:{_ZONE}))?", re.IGNORECASE)
_MONTH_AND_YEAR = re.compile(
    r"(?P<name>[^\W\d_]{3,12})\.?[ -]?(?:[0-9]{4})?|(?P<figures>[0-9]{4}-[0-9]{1,2})"
)
_YEAR_ALONE = re.compile(r"(?:tahun )?(?:19|20)[0-9]{2}", re.IGNORECASE)
_TOGETHER = re.compile(r"((?:19|20)[0-9]{2})([0-9]{2})([0-9]{2})|([0-9]{2})([0-9]{2})((?:19|20)[0-9]{2})")
_NAME_FIRST = re.compile(
    r"(?P<name>[^\W\d_]{3,12})\.? (?P<day>[0-9]{1,2})(?:st|nd|rd|th)?,? (?P<year>[0-9]{4})"
)
_NAMED = re.compile(r"(?P<day>[0-9]{1,2})[ -]?(?P<name>[^\W\d_]{3,12})\.?[ -]?(?P<year>[0-9]{4})")
_ANY = re.compile(
    r"[0-9]{1,2}[-/.][0-9]{1,2}[-/.](?:19|20)[0-9]{2}|(?:19|20)[0-9]{2}-[0-9]{1,2}-[0-9]{1,2}"
    r"|[0-9]{1,2} [^\W\d_]{3,12} (?:19|20)[0-9]{2}"
)
_SPAN = re.compile(r"[0-9]{1,2}(?: ?[-–&,] ?| ?s ?[./]? ?d\.? ?| (?:dan|sampai) )[0-9]{1,2} [^\W\d_]{3,12}\b")
_MONTH_NAMES = {name.casefold(): name for name in MONTHS["id"]}


def why_no_day(text: str, year: int | None = None) -> Bilingual:
    """Return why a text is no day; ``year`` is that of the report, where it is known."""
    typed = tidy(text)
    reasons: tuple[Callable[[str, int | None], Bilingual | None], ...] = (
        _other_year,
        _month_first,
        _no_such_day,
        _no_year,
        _month_alone,
        _serial,
        _without_signs,
        _zone_without_time,
        _several,
        _no_such_month,
        _beside_a_day,
    )
    said = (reason(typed, year) for reason in reasons)
    return next(filter(None, said), None) or Bilingual(
        '"{value}" bukan tanggal. Tulis 7 Januari 2021, 07/01/2021, atau 2021-01-07.',
        '"{value}" is no date. Write 7 Januari 2021, 07/01/2021 or 2021-01-07.',
    )


def serial_day(text: str, *, is_from_1904: bool) -> date | None:
    """Return the day that a spreadsheet keeps as a bare number, ``44203``; None where it is none."""
    if not (text.isascii() and text.isdigit()) or len(text) > len(str(_LAST_SERIAL)):
        return None
    number = int(text) + (_DAYS_FROM_1904 if is_from_1904 else 0)
    return _DAY_0 + timedelta(days=number) if _FIRST_SERIAL <= number <= _LAST_SERIAL else None


def _other_year(typed: str, _: int | None) -> Bilingual | None:
    try:
        found = read_date(typed)
    except ValueError:
        return None
    return Bilingual(
        f'"{{value}}": tahunnya {found.year}. Periksa tahunnya, tulis empat angka.',
        f'"{{value}}": its year is {found.year}. Look at it, and write four figures.',
    )


def _month_first(typed: str, year: int | None) -> Bilingual | None:
    meant = read_month_first(typed, year)
    if meant is None and (match := _NAME_FIRST.fullmatch(typed)):
        with suppress(ValueError):
            meant = date(int(match["year"]), read_month(match["name"]), int(match["day"]))
    written = _written(typed)
    if meant is None or (written and written.month <= _MONTHS_IN_A_YEAR):
        return None
    return Bilingual(
        f'"{{value}}" ditulis bulan lebih dahulu. Tulis {format_date(meant)}.',
        f'"{{value}}" has the month first. Write {format_date(meant, "en")}.',
    )


def _no_such_day(typed: str, year: int | None) -> Bilingual | None:
    """Return that a month has no such day, or the year no such month."""
    written = _written(typed)
    if written is None:
        return None
    own = _year_of(written, year)
    if not date.min.year <= own <= date.max.year:
        return None
    if not 1 <= written.month <= _MONTHS_IN_A_YEAR:
        return _no_month(written, own)
    last = monthrange(own, written.month)[1]
    if 1 <= written.day <= last:
        return None
    named = Bilingual(f"{month_name(written.month)} {own}", f"{month_name(written.month, 'en')} {own}")
    if written.day > _LONGEST_MONTH or not written.day:
        return Bilingual(
            f'"{{value}}": tidak ada tanggal {written.day}. Tulis 1 sampai {last} {named.id}.',
            f'"{{value}}": there is no day {written.day}. Write 1 to {last} {named.en}.',
        )
    return Bilingual(
        f'"{{value}}": {named.id} mempunyai {last} hari. Tulis yang benar, misalnya {last} {named.id}.',
        f'"{{value}}": {named.en} has {last} days. Write the right one, for example {last} {named.en}.',
    )


def _no_month(written: WrittenDay, year: int) -> Bilingual:
    """Return that there is no such month; figures that were changed about are named as a day."""
    meant = None
    with suppress(ValueError):
        meant = date(year, written.day, written.month)
    if meant is None:
        return Bilingual(
            f'"{{value}}": tidak ada bulan {written.month}. Tulis bulan 1 sampai 12.',
            f'"{{value}}": there is no month {written.month}. Write a month from 1 to 12.',
        )
    return Bilingual(
        f'"{{value}}": tidak ada bulan {written.month}. Bila maksudnya {format_date(meant)}, tulis demikian.',
        f'"{{value}}": there is no month {written.month}. If it means {format_date(meant, "en")}, write so.',
    )


def _no_year(typed: str, year: int | None) -> Bilingual | None:
    """Return that the year is not written in full, and is not that of the report."""
    if match := _TWO_FIGURES.fullmatch(typed):
        example = f"{match[1]}20{match[3]}"
        return Bilingual(
            f'"{{value}}": tahunnya hanya dua angka. Tulis empat angka, misalnya {example}.',
            f'"{{value}}": its year has two figures only. Write four, for example {example}.',
        )
    written = _written(typed)
    if written is None or not (written.is_short or written.year is None):
        return None
    meant = date(_year_of(written, year), written.month, written.day)
    return Bilingual(
        f'"{{value}}": tahunnya tidak lengkap. Tulis seperti {format_date(meant)}.',
        f'"{{value}}": its year is not complete. Write as {format_date(meant, "en")}.',
    )


def _year_of(written: WrittenDay, year: int | None) -> int:
    """Return the year of a day; what is left out of it is that of the report, where the two may be one."""
    if written.year is None:
        return year or _LEAP_YEAR
    if not written.is_short:
        return written.year
    return year if year is not None and year % _CENTURY == written.year else _THIS_CENTURY + written.year


def _month_alone(typed: str, _: int | None) -> Bilingual | None:
    match = _MONTH_AND_YEAR.fullmatch(typed)
    with suppress(ValueError):
        if match is not None:
            number = match["name"] or match["figures"].rpartition("-")[2]
            name = month_name(read_month(number))
            return Bilingual(
                f'"{{value}}" hanya menyebut bulan ({name}). '
                "Pindahkan ke kolom bulan, atau tulis tanggalnya.",
                f'"{{value}}" names a month only ({name}). Move it to the column bulan, or write the date.',
            )
    if _YEAR_ALONE.fullmatch(typed):
        return Bilingual(
            '"{value}" hanya menyebut tahun. Tulis tanggal lengkap, misalnya 7 Januari 2021.',
            '"{value}" names a year only. Write the whole date, for example 7 Januari 2021.',
        )
    return None


def _serial(typed: str, _year: int | None) -> Bilingual | None:
    whole, _, part = typed.replace(",", ".").partition(".")
    meant = serial_day(whole, is_from_1904=False) if not part or part.isdigit() else None
    if meant is None:
        return None
    return Bilingual(
        f'"{{value}}" adalah nomor seri Excel untuk {format_date(meant)}. Tulis tanggal itu, '
        "atau ubah format selnya menjadi tanggal.",
        f'"{{value}}" is the serial number by which Excel keeps {format_date(meant, "en")}. Write that date, '
        "or format the cell as a date.",
    )


def _without_signs(typed: str, _: int | None) -> Bilingual | None:
    match = _TOGETHER.fullmatch(typed)
    if match is None:
        return None
    parts = [int(part) for part in match.groups() if part]
    year, month, day = parts if match[1] else reversed(parts)
    try:
        meant = date(year, month, day)
    except ValueError:
        return None
    return _meant(
        meant, "angka tanggalnya ditulis bersambung", "the figures of its date are written together"
    )


def _zone_without_time(typed: str, _: int | None) -> Bilingual | None:
    match = _ZONED.fullmatch(typed)
    if match is None or match["day"] == typed or is_ambiguous_date(match["day"]):
        return None
    try:
        meant = read_date(match["day"])
    except ValueError:
        return None
    return _meant(meant, "ada zona waktu di sampingnya", "a time zone stands beside it")


def _several(typed: str, _: int | None) -> Bilingual | None:
    if len(_ANY.findall(typed)) <= 1 and not _SPAN.match(typed):
        return None
    return Bilingual(
        '"{value}" memuat lebih dari satu tanggal. Tulis satu tanggal saja.',
        '"{value}" holds more than one date. Write one of them.',
    )


def _no_such_month(typed: str, _: int | None) -> Bilingual | None:
    match = _NAMED.fullmatch(typed)
    if match is None:
        return None
    with suppress(ValueError):
        read_month(match["name"])
        return None
    if (near := ask_near(match["name"], _MONTH_NAMES)) is not None:
        return Bilingual(
            f'"{{value}}": nama bulannya tidak dikenal. {near.id}',
            f'"{{value}}": the name of its month is not known. {near.en}',
        )
    return Bilingual(
        '"{value}": nama bulannya tidak dikenal. Tulis Januari–Desember.',
        '"{value}": the name of its month is not known. Write Januari–Desember.',
    )


def _beside_a_day(typed: str, _: int | None) -> Bilingual | None:
    """Return that something stands beside a day that may say another thing; the day is named."""
    found = _ANY.search(typed)
    if found is None or is_ambiguous_date(found[0]):
        return None
    try:
        meant = read_date(found[0])
    except ValueError:
        return None
    return _meant(meant, "ada tulisan lain di samping tanggalnya", "something else stands beside its date")


def _meant(meant: date, cause: str, english: str) -> Bilingual:
    return Bilingual(
        f'"{{value}}": {cause}. Tulis {format_date(meant)}.',
        f'"{{value}}": {english}. Write {format_date(meant, "en")}.',
    )


def _written(typed: str) -> WrittenDay | None:
    try:
        return read_written_day(typed)
    except ValueError:
        return None
