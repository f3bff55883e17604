"""The first page: how many reported, what they come to, and how many tell each figure; then year on year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from ppid_core.language import by_number
from ppid_core.model import Absent, CountUnit
from ppid_core.report.blocks import Block, Chart, Column, Paragraph, Table
from ppid_core.report.material import section
from ppid_core.report.prose import joined
from ppid_core.report.rollup.material import (
    GRANTED,
    NOBODY,
    OUTCOMES,
    REFUSED,
    UNITS,
    RollupMaterial,
    median_of,
    printed,
    share_in_time,
    short,
    some_of,
    told_of,
    value_of,
)
from ppid_core.report.text import text
from ppid_core.report.values import Value
from ppid_core.rollup import BodyGroup, By, Handed, Regions, YearRollup
from ppid_core.rollup.year import COUNTED

_Line = tuple[str, Value, Value]
_UNITS = (CountUnit.REQUEST, CountUnit.APPLICANT)


@section("rollup-figures", "Angka Pokok", "Main Figures")
def main_figures(material: RollupMaterial) -> Iterator[Block]:
    """Yield who reported briefly, and the main figures beside last year's, each with who tells it."""
    yield Paragraph(content=(" ".join(_reported(material)),))
    year = material.year
    told = [year, *(one for one in material.rollup.years if one.year == year.year - 1)]
    units = [
        unit for unit in _UNITS if unit is CountUnit.REQUEST or any(one.whole.units.get(unit) for one in told)
    ]
    figures = [tuple(_figures(material, one.whole, units)) for one in told]
    yield Table(
        key="rollup_main",
        columns=(
            *material.columns(("figure", "Angka", "Figure")),
            *_of_year(material, "", str(year.year) if len(told) > 1 else ""),
            *(column for one in told[1:] for column in _of_year(material, "before_", str(one.year))),
        ),
        rows=tuple(
            (lines[0][0], *chain.from_iterable(map(_told, lines))) for lines in zip(*figures, strict=True)
        ),
        caption=material.t(f"Angka pokok tahun {year.year}", f"Main figures of {year.year}"),
        notes=(*_notes(material), *([_each_year(material)] if len(told) > 1 else ())),
    )


def _told(line: _Line) -> tuple[Value, Value]:
    """Return a figure, and how many bodies tell it: nothing is said of any where no report is added up."""
    _, value, by = line
    return (by if by == NOBODY else printed(value)), by


def _of_year(material: RollupMaterial, key: str, group: str) -> Iterator[Column]:
    """Yield the columns of one year: the number, and how many bodies tell it."""
    for name, *titles in (("number", "Jumlah", "Number"), ("told", "Melaporkannya", "Reporting it")):
        yield Column(key=f"{key}{name}", title=material.t(*titles), group=group)


def _each_year(material: RollupMaterial) -> str:
    return material.t(
        "Setiap tahun dijumlahkan dari badan publik yang melapor pada tahun itu; jumlahnya berbeda juga "
        "karena yang melapor berbeda.",
        "Each year is the sum of the bodies that reported in it; sums differ also because other bodies "
        "reported.",
    )


def _reported(material: RollupMaterial) -> Iterator[str]:
    year, t, count = material.year, material.t, material.count
    whole = len(year.whole.members)
    yield t(
        f"Untuk tahun {year.year} dijumlahkan laporan {count(whole)} badan publik.",
        f"For {year.year}, the reports of {count(whole)} public {by_number(whole, 'body', 'bodies')} are "
        "added up.",
    )
    if material.rollup.roster is None:
        yield t(
            "Tanpa daftar badan publik tidak dapat dikatakan siapa yang belum melapor.",
            "Without a roster of bodies nobody can say who has not reported.",
        )
        return
    handed = Counter(line.handed for line in year.owed)
    missing, owed = handed[Handed.MISSING], len(year.owed)
    yield t(
        f"Dari {count(owed)} badan publik dalam daftar, {count(owed - missing)} ada laporannya dan "
        f"{count(missing)} tidak ada.",
        f"{count(owed)} {by_number(owed, 'body is', 'bodies are')} in the roster: {count(owed - missing)} "
        f"with a report, {count(missing)} without.",
    )
    apart = [(one.label(material.lang), handed[one]) for one in _APART if handed[one]]
    if apart:
        added = count(sum(handed[one] for one in COUNTED))
        told = joined(
            (f"{name[0].lower()}{name[1:]} {count(number)}" for name, number in apart), t("dan", "and")
        )
        yield t(
            f"Dari yang ada, {added} dijumlahkan; selebihnya: {told}.",
            f"Of those there are, {added} are added up; the others: {told}.",
        )
    if others := len(year.unlisted):
        yield t(
            f"Laporan {count(others)} badan publik di luar daftar ikut dibaca.",
            f"Reports of {count(others)} {by_number(others, 'body', 'bodies')} outside the roster were read, "
            "too.",
        )


_APART = (Handed.WITHIN_PARENT, Handed.DRAFT, Handed.PART_OF_YEAR)
"""What becomes of a report that is there and not added up."""


def _figures(material: RollupMaterial, whole: BodyGroup, units: Iterable[CountUnit]) -> Iterator[_Line]:
    t = material.t
    for unit in units:
        yield from _requests(material, whole, unit)
    for path, indonesian, english in (
        ("objections.total", "Keberatan", "Objections"),
        ("disputes.total", "Sengketa informasi", "Disputes"),
        ("suits.total", "Gugatan ke pengadilan", "Suits"),
    ):
        total = whole.total(path)
        yield t(indonesian, english), value_of(total), told_of(total)
    for path, indonesian, english in (
        ("budget.allocated", "Anggaran", "Budget"),
        ("budget.realised", "Realisasi anggaran", "Spent"),
    ):
        total = whole.total(path)
        yield t(indonesian, english), value_of(total, money=True), told_of(total)


def _requests(material: RollupMaterial, whole: BodyGroup, unit: CountUnit) -> Iterator[_Line]:
    """Yield the figures of requests that are counted in one unit: two units are never added."""
    t = material.t
    mark = "" if unit is CountUnit.REQUEST else f" ({t('satuan', 'unit')}: {UNITS[unit](material.lang)})"
    total, outcomes, times = (
        whole.total("requests.total", unit),
        whole.parts(OUTCOMES, unit),
        whole.times(unit),
    )
    yield t("Permohonan diterima", "Requests received") + mark, value_of(total), told_of(total)
    granted = t("Dikabulkan seluruhnya atau sebagian", "Granted, wholly or partly")
    yield granted + mark, some_of(outcomes, GRANTED), told_of(outcomes)
    yield t("Ditolak", "Refused") + mark, some_of(outcomes, REFUSED), told_of(outcomes)
    yield (
        t("Median waktu (hari kerja)", "Median time (working days)") + mark,
        median_of(times),
        told_of(times),
    )
    share, judged = share_in_time(whole, unit)
    yield t("Dijawab tepat waktu", "Answered in time") + mark, share, told_of(judged)


def _notes(material: RollupMaterial) -> Iterator[str]:
    whole, t = material.year.whole, material.t
    times, outcomes = whole.times(), whole.parts(OUTCOMES)
    total = whole.total("requests.total")
    yield t(
        "Setiap angka adalah jumlah dari badan publik yang melaporkannya, misalnya 81 dari 310; yang tidak "
        "melaporkannya tidak dihitung nol.",
        "Each figure is the sum of the bodies that report it, such as 81 of 310; those that do not are not "
        "counted as zero.",
    )
    if outcomes.told and not isinstance(total.number, Absent):
        part, all_ = (text(number, material.lang) for number in (outcomes.whole, total.number))
        yield t(
            f"Keputusan diketahui untuk {part} dari {all_} permohonan yang dilaporkan.",
            f"Outcomes are known of {part} of the {all_} requests that are reported.",
        )
    if times.answers:
        yield t(
            f"Median dihitung dari {text(times.answers, material.lang)} jawaban yang waktunya tercatat.",
            f"The median is of {text(times.answers, material.lang)} "
            f"{by_number(times.answers, 'answer', 'answers')} whose time is recorded.",
        )
    if times.estimated:
        yield t(
            f"Waktu {times.estimated} badan publik lainnya memakai hari libur perkiraan dan tidak ikut.",
            f"The times of {times.estimated} more {by_number(times.estimated, 'body', 'bodies')} rest on "
            "estimated holidays and are left out.",
        )
    if whole.units.get(CountUnit.APPLICANT) or whole.units.get(None):
        yield t(
            "Permohonan dan pemohon adalah dua satuan dan tidak dijumlahkan.",
            "Requests and applicants are two units and are not added together.",
        )


@section("rollup-years", "Dari Tahun ke Tahun", "Year on Year")
def years(material: RollupMaterial) -> Iterator[Block]:
    """Yield the main figures of each year, each with how many bodies tell it; nothing of one year alone."""
    told = material.rollup.years
    table = Table(
        key="rollup_years",
        columns=(
            *material.columns(("year", "Tahun", "Year"), ("bodies", "Badan publik", "Bodies")),
            *_counted(material, "requests", "Permohonan", "Requests"),
            *_counted(material, "objections", "Keberatan", "Objections"),
            *_counted(material, "disputes", "Sengketa", "Disputes"),
            *material.columns(("median", "Median hari kerja", "Median working days")),
        ),
        rows=tuple((str(one.year), len(one.whole.members), *_year(one.whole)) for one in told),
        caption=material.t("Angka pokok setiap tahun", "Main figures of each year"),
        notes=(_each_year(material),),
    )
    yield table
    yield from _same_bodies(material)
    yield from _group_years(material)


def _counted(material: RollupMaterial, key: str, indonesian: str, english: str) -> tuple[Column, Column]:
    group = material.t(indonesian, english)
    return (
        Column(key=key, title=material.t("Jumlah", "Number"), group=group),
        Column(key=f"{key}_told", title=material.t("Melaporkan", "Reporting"), group=group),
    )


def _year(group: BodyGroup) -> Iterator[Value]:
    for path in ("requests.total", "objections.total", "disputes.total"):
        total = group.total(path)
        yield short(value_of(total))
        yield told_of(total)
    yield short(median_of(group.times()))


def _same_bodies(material: RollupMaterial) -> Iterator[Block]:
    """Yield the requests of the last two years of those bodies that tell them for both."""
    *_, before, now = material.rollup.years
    keys = [{line.key: line.report for line in one.lines} for one in (before, now)]
    counted = [{id(one) for one in year.whole.members} for year in (before, now)]
    pairs = [
        (keys[0][key], keys[1][key])
        for key in keys[0].keys() & keys[1].keys()
        if id(keys[0][key]) in counted[0] and id(keys[1][key]) in counted[1]
    ]
    values = [
        (one.figure("requests.total"), other.figure("requests.total"))
        for one, other in pairs
        if one and other
    ]
    known = [(one, other) for one, other in values if isinstance(one, int) and isinstance(other, int)]
    if not known or now.year - before.year != 1:
        return
    first, last = (sum(numbers) for numbers in zip(*known, strict=True))
    number = material.count(len(known))
    yield material.said(
        f"Pada {number} badan publik yang melaporkan permohonan untuk kedua tahun terakhir, jumlahnya "
        f"{text(first, 'id')} pada tahun {before.year} dan {text(last, 'id')} pada tahun {now.year}.",
        f"At the {number} {by_number(number, 'body', 'bodies')} reporting requests for both of the last two "
        f"years, they were {text(first, 'en')} in {before.year} and {text(last, 'en')} in {now.year}.",
    )


_MOST_YEARS = 5
"""So many years stand beside each other as small lines."""


def _group_years(material: RollupMaterial) -> Iterator[Block]:
    """Yield the requests of each group over the last years: a table, and a small line for each group."""
    told = material.rollup.years[-_MOST_YEARS:]
    found = [{group.key: group for group in year.groups} for year in told]
    every = sorted({group.key: group for one in found for group in one.values()}.values(), key=_rank)
    if not every:
        return
    head, t = material.rollup.by.label(material.lang), material.t
    span = f"{told[0].year}–{told[-1].year}"
    table = Table(
        key="rollup_group_years",
        columns=(
            Column(key="group", title=head),
            *(Column(key=f"y{year.year}", title=str(year.year)) for year in told),
        ),
        rows=tuple(
            (group.label(material.lang), *(_requests_of(one.get(group.key)) for one in found))
            for group in every
        ),
        total=(t("Jumlah", "Total"), *(_requests_of(year.whole) for year in told)),
        caption=t(f"Permohonan menurut {head.casefold()}, {span}", f"Requests by {head.casefold()}, {span}"),
        notes=tuple(_group_years_notes(material, told)),
    )
    yield table
    yield _small_lines(material, table)


def _rank(group: BodyGroup) -> tuple[str, str]:
    return group.rank


def _requests_of(group: BodyGroup | None) -> Value:
    return "–" if group is None else short(value_of(group.total("requests.total")))


def _group_years_notes(material: RollupMaterial, told: Sequence[YearRollup]) -> Iterator[str]:
    t, rollup = material.t, material.rollup
    yield t(
        "–: tidak ada yang melaporkannya. Setiap tahun badan publik yang melapor berbeda; banyaknya ada "
        "dalam data (angka).",
        "–: nobody reports it. Other bodies report in each year; how many, stands in the data (angka).",
    )
    if rollup.by is not By.PROVINCE or rollup.by_latest_codes:
        return
    first = told[0].year
    present = {group.key for year in told for group in year.groups}
    since = [
        f"{region.name} ({region.since.year})"
        for region in Regions.load().provinces
        if first < region.since.year and region.name in present
    ]
    if since:
        names = joined(since, t("dan", "and"))
        yield t(
            f"Patahan: provinsi baru, dengan tahunnya: {names}. Badan publiknya dihitung dalam provinsi lama "
            "untuk tahun sebelumnya.",
            f"Breaks: new provinces, with their year: {names}. Before, their bodies are counted in "
            "the province in which they lay then.",
        )


def _small_lines(material: RollupMaterial, table: Table) -> Chart:
    years, lang = table.columns[1:], material.lang

    def ends(row: Sequence[Value]) -> str:
        known = [
            (year.title, text(one, lang)) for year, one in zip(years, row[1:], strict=True) if one != "–"
        ]
        return ", ".join(f"{year} {one}" for year, one in dict.fromkeys((*known[:1], *known[-1:]))) or "–"

    lines = "; ".join(f"{text(row[0], lang)}: {ends(row)}" for row in table.rows)
    return Chart(
        key="rollup_group_years_chart",
        kind="multiples",
        table=table.key,
        category="group",
        series=tuple(year.key for year in years),
        ordered=True,
        title=table.caption,
        subtitle=material.t(
            "Tertulis angka pertama dan terakhir; skala semua garis sama",
            "First and last figures are written; all lines have one scale",
        ),
        alt=f"{table.caption}. {lines}.",
    )


def chart_of(material: RollupMaterial, table: Table) -> Chart:
    """Return the requests of each group as bars; the table is beside it."""
    names = [(text(row[0], material.lang), row[2]) for row in table.rows if isinstance(row[2], int)]
    alt = ", ".join(f"{name} {text(number, material.lang)}" for name, number in names)
    return Chart(
        key=f"{table.key}_chart",
        kind="bars",
        table=table.key,
        category="group",
        series=("requests",),
        ordered=True,
        title=table.caption,
        subtitle=material.t("Jumlah permohonan yang dilaporkan", "Number of requests that are reported"),
        alt=f"{table.caption}: {alt}.",
    )
