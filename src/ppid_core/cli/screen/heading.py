"""The first lines of a check: whose year it is, by what it is judged, and what was read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from ppid_core.cli.console import typed, unbroken, wrapped
from ppid_core.cli.dossier import unknown_year
from ppid_core.dossier import Dossier
from ppid_core.errors import NotInForceError
from ppid_core.glossary import label
from ppid_core.intake import Intake
from ppid_core.language import Bilingual, Lang
from ppid_core.model import YearPart
from ppid_core.source import WORKBOOKS
from ppid_core.writing import format_date, format_number

_REGISTERS = (
    ("permohonan", "requests.total"),
    ("keberatan", "objections.total"),
    ("sengketa", "disputes.total"),
    ("gugatan", "suits.total"),
)
_LISTS = ("dip", "dik")
"""The lists of information, which staff call so."""


def title_line(work: Dossier, lang: Lang) -> str:
    """Return body, year and day on one line."""
    return unbroken(_body(work, lang), _period(work, lang), _state(work, lang))


def head_line(work: Dossier, lang: Lang) -> str:
    """Return body, year, the standard it is judged by, and day on one line."""
    judged = _JUDGED(lang).format(standard=_standard(work))
    return unbroken(_body(work, lang), _period(work, lang), judged, _state(work, lang))


def _body(work: Dossier, lang: Lang) -> str:
    return work.year.body.name or _UNNAMED(lang)


def _state(work: Dossier, lang: Lang) -> str:
    return _STATE(lang).format(day=format_date(work.as_of, lang))


def _period(work: Dossier, lang: Lang) -> str:
    """Return ``tahun 2020``, or ``semester-1 2020``."""
    covered = work.year.period
    word = _YEAR(lang) if covered.part is YearPart.YEAR else label(covered.part, lang)
    return f"{word} {covered.year}"


def read_line(work: Dossier, lang: Lang) -> str:
    """Return how many rows each register and list has, what they add up to, and how many are not used."""
    intake, figure = work.intake, work.summary.figure
    parts: list[str] = []
    for table, path in _REGISTERS:
        if rows := intake.accepted.get(table, 0):
            total = figure(path)
            counted = f" ({format_number(total, lang)})" if isinstance(total, int) and total != rows else ""
            word = "" if parts else f" {_ROWS(lang)}"
            parts.append(f"{table} {format_number(rows, lang)}{word}{counted}")
    if isinstance(agencies := figure("compliance.agencies"), int):
        parts.append(f"{_MATRIX(lang)} {agencies} × {figure('compliance.types')}")
    for table in _LISTS:
        if rows := intake.accepted.get(table, 0):
            word = "" if parts else f" {_ROWS(lang)}"
            parts.append(f"{table.upper()} {format_number(rows, lang)}{word}")
    read = " · ".join(parts) or _TABLES.fill(rows=sum(intake.accepted.values()))(lang)
    return f"{_READ(lang)}: {read}; {_left(intake, lang)}"


def _left(intake: Intake, lang: Lang) -> str:
    """Return how many cells could not be read, and how many rows are not in the year for it."""
    rejected, unread = sum(intake.rejected_counts.values()), intake.year.unread_count
    rows = f"{format_number(rejected, lang)} {_REJECTED(lang)}"
    if not unread:
        return rows
    cells = f"{format_number(unread, lang)} {_UNREAD(lang)}"
    return f"{cells}, {rows}" if rejected else cells


def calendar_lines(work: Dossier, lang: Lang) -> Iterator[str]:
    """Yield which years of the calendar are estimated, or what to install where they are not known."""
    workdays, last = work.workdays, work.workdays.years[-1]
    if workdays.estimate:
        yield _ESTIMATE(lang).format(estimate=workdays.estimate)
    elif last < work.year.period.last_day.year + 1 or last < work.as_of.year:
        yield unknown_year(last + 1, workdays, lang)


def left_out_lines(work: Dossier, lang: Lang) -> Iterator[str]:
    """Yield what is not in the first months of a year because it names no month."""
    counted = [
        f"{label(register, lang)} {format_number(count, lang)}"
        for register, count in work.left_out.items()
        if count
    ]
    if counted:
        yield wrapped(_NO_MONTH(lang).format(rows=" · ".join(counted)))


def nothing_typed(work: Dossier, folder: str, lang: Lang) -> Iterator[str]:
    """Yield the lines for a folder in which only the year is told."""
    yield _NOTHING_TYPED(lang).format(period=_period(work, lang))
    is_book = any(PurePath(name).suffix.casefold() in WORKBOOKS for name in work.intake.inputs)
    fill_in = _FILL_IN_BOOK if is_book else _FILL_IN
    yield fill_in(lang).format(folder=typed(folder))


def _standard(work: Dossier) -> str:
    try:
        return work.law.report_standard.at(work.evidence.due_on).value
    except NotInForceError:
        return "–"


_UNNAMED = Bilingual("Badan publik tanpa nama", "Public body without a name")
_YEAR = Bilingual("tahun", "year")
_JUDGED = Bilingual("dinilai menurut {standard}", "judged by {standard}")
_STATE = Bilingual("keadaan per {day}", "as of {day}")
_READ = Bilingual("Terbaca", "Read")
_ROWS = Bilingual("baris", "rows")
_TABLES = Bilingual("{rows} baris", "{rows} {rows:row|rows}")
_MATRIX = Bilingual("matriks", "matrix")
_REJECTED = Bilingual("bermasalah", "with problems")
_UNREAD = Bilingual("sel belum terbaca", "cells not read")
_NOTHING_TYPED = Bilingual("Belum ada yang diisi untuk {period}.", "Nothing is typed yet for {period}.")
_FILL_IN = Bilingual(
    "Langkah berikut: isi tabelnya (lihat PETUNJUK.txt), lalu ppid periksa {folder}",
    "Next: fill in the tables (see PETUNJUK.txt), then ppid check {folder}",
)
_FILL_IN_BOOK = Bilingual(
    "Langkah berikut: isi dan simpan buku kerjanya (lihat lembar Petunjuk), lalu ppid periksa {folder}",
    "Next: fill in and save the workbook (see its sheet Petunjuk), then ppid check {folder}",
)
_ESTIMATE = Bilingual(
    "Hari libur yang belum ditetapkan dan diperkirakan: {estimate}. Batas waktu yang melewatinya adalah"
    " perkiraan.",
    "Holidays that no decree fixes yet, estimated: {estimate}. Last days that pass them are estimates.",
)
_NO_MONTH = Bilingual(
    "Tidak ikut karena bulannya tidak tercatat (baris): {rows}.",
    "Left out because no month is recorded (rows): {rows}.",
)
