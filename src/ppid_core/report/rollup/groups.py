"""Figures by province, level or kind; bands of size; the bodies themselves, in official order."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from ppid_core.language import Bilingual, Lang
from ppid_core.model import Absent, CountUnit
from ppid_core.report.blocks import Block, Column, Table
from ppid_core.report.material import section
from ppid_core.report.rollup.material import (
    GRANTED,
    OUTCOMES,
    REFUSED,
    UNITS,
    RollupMaterial,
    median_of,
    share_in_time,
    short,
    some_of,
    told_of,
    value_of,
)
from ppid_core.report.rollup.overview import chart_of
from ppid_core.report.text import text
from ppid_core.report.values import SMALLEST_WHOLE_FOR_PERCENT, Ratio, Value
from ppid_core.rollup import BodyGroup, BodyYear, Handed, RosterLine
from ppid_core.rules import Severity


@section("rollup-groups", "Menurut Kelompok", "By Group")
def groups(material: RollupMaterial) -> Iterator[Block]:
    """Yield how many bodies have how many requests, and the figures of each group."""
    year, t = material.year, material.t
    yield _sizes(material)
    if year.groups:
        head = material.rollup.by.label(material.lang)
        table = Table(
            key="rollup_groups",
            columns=(
                *material.columns(
                    ("group", head, head),
                    ("bodies", "Badan publik", "Bodies"),
                    ("requests", "Permohonan", "Requests"),
                    ("requests_told", "Melaporkannya", "Reporting them"),
                    ("granted", "Dikabulkan", "Granted"),
                    ("refused", "Ditolak", "Refused"),
                    ("median", "Median hari kerja", "Median working days"),
                    ("objections", "Keberatan", "Objections"),
                    ("disputes", "Sengketa", "Disputes"),
                ),
            ),
            rows=tuple((one.label(material.lang), len(one.members), *_group(one)) for one in year.groups),
            total=(t("Jumlah", "Total"), len(year.whole.members), *_group(year.whole)),
            caption=t(f"Angka menurut {head.casefold()}", f"Figures by {head.casefold()}"),
            notes=(_order(material),),
        )
        yield table
        if len(material.rollup.years) == 1:
            yield chart_of(material, table)


def _order(material: RollupMaterial) -> str:
    return material.t(
        "Urutan resmi, bukan peringkat. Dikabulkan: seluruhnya atau sebagian.",
        "In official order, not a ranking. Granted: wholly or partly.",
    )


def _group(group: BodyGroup) -> Iterator[Value]:
    total, outcomes = group.total("requests.total"), group.parts(OUTCOMES)
    yield short(value_of(total))
    yield told_of(total)
    yield short(some_of(outcomes, GRANTED))
    yield short(some_of(outcomes, REFUSED))
    yield short(median_of(group.times()))
    yield short(value_of(group.total("objections.total")))
    yield short(value_of(group.total("disputes.total")))


def _sizes(material: RollupMaterial) -> Table:
    """Return how many bodies have how many requests; those that do not say are a line of their own."""
    whole, t = material.year.whole, material.t
    rows: list[tuple[Value, ...]] = []
    for band in whole.bands():
        name = f"{text(band.least, material.lang)}–{text(band.most, material.lang)}" if band.most else "0"
        if band.most is None:
            name = t(f"{text(band.least, 'id')} atau lebih", f"{text(band.least, 'en')} or more")
        rows.append((name, band.bodies, band.requests))
    total = whole.total("requests.total")
    if unknown := total.of - total.told:
        rows.append((t("tidak dilaporkan dalam satuan permohonan", "not reported in requests"), unknown, "–"))
    return Table(
        key="rollup_sizes",
        columns=(
            Column(key="band", title=t("Permohonan setahun", "Requests in the year")),
            Column(key="bodies", title=t("Badan publik", "Bodies"), summed=True),
            Column(key="requests", title=t("Permohonan", "Requests"), summed=True),
        ),
        rows=tuple(rows),
        total=(t("Jumlah", "Total"), total.of, short(value_of(total))),
        caption=t("Badan publik menurut banyaknya permohonan", "Bodies by the number of their requests"),
    )


@section("rollup-bodies", "Badan Publik", "Public Bodies")
def bodies(material: RollupMaterial) -> Iterator[Block]:
    """Yield the bodies in official order, with what each one reports."""
    t, year = material.t, material.year
    yield _filled(
        Table(
            key="rollup_bodies",
            columns=_body_columns(material),
            rows=tuple(
                (number, line.code, line.name, *_body(material, line))
                for number, line in enumerate(year.lines, start=1)
            ),
            caption=t(f"Badan publik, tahun {year.year}", f"Public bodies, {year.year}"),
            wide=True,
            notes=tuple(_body_notes(material)),
        )
    )


def _body_notes(material: RollupMaterial) -> Iterator[str]:
    t, due = material.t, material.year.due_on
    yield t(
        "Urutan daftar, bukan peringkat. –: tidak dilaporkan, dan itu bukan nol.",
        "In the order of the roster, not a ranking. –: not reported, which is not zero.",
    )
    yield t(
        "Dikabulkan: seluruhnya atau sebagian; selebihnya tidak dikuasai, dicabut, belum dijawab, atau "
        "keputusannya tidak tercatat. Perbaiki, periksa: jumlah aturan yang memberi hasil.",
        "Granted: wholly or partly; the others were not held, withdrawn, not answered yet, or their outcome "
        "is not recorded. Mend, check: how many rules found something.",
    )
    if due is not None:
        last = text(due, material.lang)
        yield t(f"Batas penyampaian: {last}.", f"Last day for handing in: {last}.")


def _body_columns(material: RollupMaterial) -> tuple[Column, ...]:
    found = material.t("Hasil pemeriksaan", "Findings")
    return (
        *material.columns(
            ("number", "No.", "No."),
            ("code", "Kode", "Code"),
            ("name", "Badan publik", "Public body"),
            ("requests", "Permohonan", "Requests"),
            ("applicants", "Pemohon", "Applicants"),
            ("granted", "Dikabulkan", "Granted"),
            ("refused", "Ditolak", "Refused"),
            ("median", "Median hari kerja", "Median working days"),
            ("in_time", "Tepat waktu", "In time"),
            ("objections", "Keberatan", "Objections"),
            ("disputes", "Sengketa", "Disputes"),
            ("disclosed", "Informasi tersedia", "Information available"),
        ),
        Column(key="errors", title=material.t("Perbaiki", "Mend"), group=found),
        Column(key="warnings", title=material.t("Periksa", "Check"), group=found),
        *material.columns(("handed", "Disampaikan", "Handed in")),
    )


_REQUIRED = frozenset({"number", "code", "name", "requests", "handed"})
"""Columns that stand there although nobody fills them."""
_NONE = "–"


def _filled(table: Table) -> Table:
    """Return a table without the columns that no body fills: the chapter of what nobody can say has these."""
    kept = [
        at
        for at, column in enumerate(table.columns)
        if column.key in _REQUIRED or any(row[at] != _NONE for row in table.rows)
    ]
    return evolve(
        table,
        columns=tuple(table.columns[at] for at in kept),
        rows=tuple(tuple(row[at] for at in kept) for row in table.rows),
    )


_UNTOLD = 11


def _body(material: RollupMaterial, line: RosterLine) -> tuple[Value, ...]:
    """Return what stands in the row of a body; of one whose report is not counted, only what became of it."""
    one, handed = line.report, _SHORTLY.get(line.handed, Bilingual("", ""))(material.lang)
    if one is None or line.handed in {Handed.DRAFT, Handed.PART_OF_YEAR}:
        return (*(_NONE,) * _UNTOLD, handed)
    unit = one.unit or CountUnit.REQUEST
    group = BodyGroup(members=(one,))
    outcomes = group.parts(OUTCOMES, unit)
    return (
        _received(one, CountUnit.REQUEST, material.lang),
        _received(one, CountUnit.APPLICANT, material.lang),
        short(some_of(outcomes, GRANTED)),
        short(some_of(outcomes, REFUSED)),
        short(median_of(group.times(unit))),
        short(share_in_time(group, unit)[0]),
        _short(one, "objections.total", unit),
        _short(one, "disputes.total", unit),
        _disclosed(one),
        _rules(one, Severity.ERROR),
        _rules(one, Severity.WARNING),
        one.submitted_on if one.submitted_on is not None else handed,
    )


def _received(one: BodyYear, unit: CountUnit, lang: Lang) -> Value:
    """Return the requests in the column of their unit; of a register with both, that word."""
    return UNITS[None](lang) if one.unit is None else _short(one, "requests.total", unit)


def _disclosed(one: BodyYear) -> Value:
    part, whole = one.figure("compliance.disclosed"), one.figure("compliance.denominator")
    if isinstance(part, Absent) or isinstance(whole, Absent) or not whole:
        return _NONE
    return Ratio(part, whole, in_parts=whole < SMALLEST_WHOLE_FOR_PERCENT)


def _short(one: BodyYear, path: str, unit: CountUnit) -> Value:
    return short(one.figure(path, unit))


def _rules(one: BodyYear, severity: Severity) -> Value:
    """Return in how many of a body's answers rules found something; a dash where none was asked."""
    if not one.judged:
        return _NONE
    return sum(found.severity is severity for found in one.found)


_SHORTLY = {
    Handed.UNDATED: Bilingual("tanpa tanggal", "without a day"),
    Handed.WITHIN_PARENT: Bilingual("dalam laporan induk", "in its parent's report"),
    Handed.DRAFT: Bilingual("draf", "draft"),
    Handed.PART_OF_YEAR: Bilingual("sebagian tahun", "part of the year"),
    Handed.MISSING: Bilingual("tidak ada", "none"),
}
"""What stands in the column of days where there is none."""
