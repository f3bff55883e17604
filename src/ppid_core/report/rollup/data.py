"""A roll-up as tables of data: a row for each body, figure, rule, and report that is not counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from ppid_core.intake.data_table import DataColumn, DataTable, Kind
from ppid_core.model import Absent, CountUnit
from ppid_core.report.rollup.material import GRANTED, OUTCOMES, REFUSED, some_of
from ppid_core.rollup import BodyGroup, BodyYear, GroupTotal, Rollup, RosterLine, YearRollup
from ppid_core.rollup.year import COUNTED
from ppid_core.rules import Severity

_Cell = str | int | Decimal | date | StrEnum | Absent | None
_TOTALS = (
    *("requests.total", "objections.total", "disputes.total", "suits.total", "complaints.total"),
    *("budget.allocated", "budget.realised", "compliance.disclosed", "compliance.denominator"),
)
_BREAKDOWNS = ("requests.by_outcome", "requests.by_channel", "objections.by_answer", "disputes.by_result")


def rollup_tables(rollup: Rollup) -> tuple[DataTable, ...]:
    """Return a roll-up as tables of data; what is not known is blank, and that is not zero."""
    years = rollup.years
    return (
        _table(
            "badan",
            "Badan publik setiap tahun",
            _BODY,
            (_body(year, one) for year in years for one in year.lines),
        ),
        _table(
            "angka", "Jumlah gabungan, dan berapa badan publik yang melaporkannya", _FIGURE, _figures(years)
        ),
        _table(
            "hasil", "Hasil pemeriksaan menurut kode", _CODE, (row for year in years for row in _codes(year))
        ),
        _table("tidak_dijumlahkan", "Laporan yang tidak ikut dijumlahkan", _ASIDE, _asides(years)),
        *(
            [_table("selisih_induk", "Angka induk di samping jumlah bagiannya", _PARENT, _parents(years))]
            if rollup.roster is not None
            else []
        ),
        *(
            [_table("sengketa_komisi", "Sengketa yang jumlahnya berbeda", _DISPUTE, _disputes(years))]
            if rollup.commission is not None
            else []
        ),
        _table(
            "tidak_terbaca",
            "Berkas yang tidak terbaca",
            (("file", "berkas", "string"), ("reason", "sebabnya", "string")),
            ((one.file, one.why.id) for one in rollup.refused),
        ),
    )


_PARENT: tuple[tuple[str, str, Kind], ...] = (
    ("year", "tahun laporan", "integer"),
    ("parent", "induk", "string"),
    ("measure", "apa yang dihitung", "string"),
    ("stated", "menurut laporan induk", "integer"),
    ("added", "jumlah bagiannya", "integer"),
    (
        "difference",
        "selisih dari jumlah bagiannya; kosong bila bagian yang tidak melaporkannya dapat menjelaskannya",
        "integer",
    ),
    ("told", "berapa bagian yang melaporkannya", "integer"),
    ("of", "dari berapa bagian menurut daftar", "integer"),
    ("suspects", "bagian yang angkanya sama dengan selisih itu", "string"),
)
_DISPUTE: tuple[tuple[str, str, Kind], ...] = (
    ("year", "tahun laporan", "integer"),
    ("name", "badan publik", "string"),
    ("stated", "sengketa menurut laporannya", "integer"),
    ("listed", "sengketa menurut register komisi", "integer"),
    ("numbers", "nomor register", "string"),
)
_Columns = tuple[tuple[str, str, Kind], ...]
_BODY: _Columns = (
    ("year", "tahun laporan", "integer"),
    ("code", "kode badan publik", "string"),
    ("name", "nama badan publik", "string"),
    ("province", "provinsi menurut laporannya", "string"),
    ("listed", "ya: ada dalam daftar badan publik", "string"),
    ("handed", "penyampaian laporan", "string"),
    ("submitted_on", "tanggal penyampaian", "date"),
    ("counted", "ya: ikut dijumlahkan", "string"),
    ("file", "berkas", "string"),
    ("unit", "satuan permohonan: request atau applicant", "string"),
    ("requests", "permohonan, dalam satuannya", "integer"),
    ("granted", "dikabulkan seluruhnya atau sebagian", "integer"),
    ("refused", "ditolak", "integer"),
    ("median_days", "median hari kerja", "number"),
    ("closed_in_time", "dijawab tepat waktu", "integer"),
    ("judged", "yang ketepatan waktunya dapat dinilai", "integer"),
    ("objections", "keberatan", "integer"),
    ("disputes", "sengketa informasi", "integer"),
    ("suits", "gugatan", "integer"),
    ("allocated", "anggaran dalam rupiah", "number"),
    ("realised", "realisasi dalam rupiah", "number"),
    ("errors", "aturan yang hasilnya harus diperbaiki", "integer"),
    ("warnings", "aturan yang hasilnya perlu diperiksa", "integer"),
    ("unread", "isian yang belum terbaca", "integer"),
)
_FIGURE: _Columns = (
    ("year", "tahun laporan", "integer"),
    ("group", "kelompok; kosong untuk seluruhnya", "string"),
    ("measure", "apa yang dihitung", "string"),
    ("category", "bagiannya; kosong untuk keseluruhan", "string"),
    ("unit", "satuan permohonan: request atau applicant", "string"),
    ("value", "angkanya; kosong bila tidak diketahui, dan itu bukan nol", "number"),
    ("told", "berapa badan publik yang melaporkannya", "integer"),
    ("of", "dari berapa badan publik", "integer"),
    ("reason", "sebab tersering angkanya tidak diketahui", "string"),
)
_CODE: _Columns = (
    ("year", "tahun laporan", "integer"),
    ("code", "kode aturan", "string"),
    ("severity", "tingkat", "string"),
    ("title", "yang diperiksa", "string"),
    ("bodies", "berapa badan publik yang memberi hasil", "integer"),
    ("judged", "dari berapa yang dapat dinilai", "integer"),
    ("count", "jumlah hasil", "integer"),
    ("affected", "jumlah perkara di dalamnya", "integer"),
)
_ASIDE: _Columns = (
    ("year", "tahun laporan", "integer"),
    ("name", "badan publik", "string"),
    ("period", "bagian tahun", "string"),
    ("file", "berkas", "string"),
    ("reason", "sebabnya", "string"),
    ("instead", "berkas yang dihitung", "string"),
)


def _table(name: str, meaning: str, columns: _Columns, rows: Iterable[tuple[_Cell, ...]]) -> DataTable:
    return DataTable(
        name=name,
        meaning=meaning,
        columns=tuple(DataColumn(name=one, meaning=told, kind=kind) for one, told, kind in columns),
        rows=tuple(tuple(map(_text, row)) for row in rows),
        is_typed=False,
    )


def _text(value: _Cell) -> str:
    """Return a cell; no spreadsheet runs one as a formula."""
    match value:
        case None | Absent():
            return ""
        case Decimal():
            return f"{value.normalize():f}"
        case StrEnum():
            return str(value)
        case str():
            return f"'{value}" if value.startswith(_FORMULA) else value
        case date():
            return value.isoformat()
    return str(value)


_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def _body(year: YearRollup, line: RosterLine) -> tuple[_Cell, ...]:
    one = line.report
    begin: tuple[_Cell, ...] = (
        year.year,
        line.code,
        line.name,
        "" if one is None else one.body.province,
        _yes(is_so=line.entry is not None),
        line.handed,
        None if one is None else one.submitted_on,
        _yes(is_so=line.handed in COUNTED),
    )
    return (*begin, *(("",) * (len(_BODY) - len(begin)) if one is None else _figures_of(one)))


def _yes(*, is_so: bool) -> str:
    return "ya" if is_so else "tidak"


def _figures_of(one: BodyYear) -> Iterator[_Cell]:
    unit = one.unit or CountUnit.REQUEST
    group = BodyGroup(members=(one,))
    outcomes, times = group.parts(OUTCOMES, unit), group.times(unit)
    closed, judged = group.in_time(unit)
    yield one.file
    yield one.unit
    yield one.figure("requests.total", unit)
    yield some_of(outcomes, GRANTED)
    yield some_of(outcomes, REFUSED)
    yield times.median
    yield closed.number
    yield judged.number
    for path in ("objections.total", "disputes.total", "suits.total", "budget.allocated", "budget.realised"):
        yield one.figure(path)
    for severity in (Severity.ERROR, Severity.WARNING):
        yield sum(found.severity is severity for found in one.found) if one.judged else None
    yield one.unread


def _figures(years: Iterable[YearRollup]) -> Iterator[tuple[_Cell, ...]]:
    for year in years:
        for group in (year.whole, *year.groups, year.drafts, *year.parts):
            if group.members:
                yield from ((year.year, group.key, *row) for row in _group(group))


def _group(group: BodyGroup) -> Iterator[tuple[_Cell, ...]]:
    units = (CountUnit.REQUEST, *([CountUnit.APPLICANT] if group.units.get(CountUnit.APPLICANT) else []))
    for path in _TOTALS:
        for unit in units if path.startswith("requests.") else units[:1]:
            yield path, "", unit if path.startswith("requests.") else "", *_total(group.total(path, unit))
    for path in _BREAKDOWNS:
        for unit in units if path.startswith("requests.") else units[:1]:
            parts = group.parts(path, unit)
            for category, number in parts.parts.items():
                said = unit if path.startswith("requests.") else ""
                yield path, category, said, number, parts.told, parts.of, ""
    for unit in units:
        times, (closed, judged) = group.times(unit), group.in_time(unit)
        yield (
            "requests.response_time.count",
            "",
            unit,
            times.answers if times.told else None,
            times.told,
            times.of,
            "",
        )
        yield "requests.response_time.median", "", unit, times.median, times.told, times.of, ""
        yield "requests.timeliness.closed_in_time", "", unit, *_total(closed)
        yield "requests.judged", "", unit, *_total(judged)


def _total(total: GroupTotal) -> tuple[_Cell, ...]:
    reason = total.reasons[0][0] if total.reasons else ""
    return total.number, total.told, total.of, reason


def _codes(year: YearRollup) -> Iterator[tuple[_Cell, ...]]:
    for one in year.whole.codes:
        yield (
            *(year.year, one.code, one.severity, one.title.id),
            *(one.bodies, one.judged, one.count, one.affected),
        )


def _asides(years: Iterable[YearRollup]) -> Iterator[tuple[_Cell, ...]]:
    for year in years:
        for one in year.aside:
            instead = "" if one.instead is None else one.instead.file
            report = one.report
            yield year.year, report.body.name, report.scope.part, report.file, one.reason, instead


def _parents(years: Iterable[YearRollup]) -> Iterator[tuple[_Cell, ...]]:
    for year in years:
        for one in year.child_sums:
            yield (
                *(year.year, one.parent.body.name, one.path, one.stated, one.added),
                *(one.difference if one.is_contradiction else None, len(one.children), one.of),
                "; ".join(child.body.name for child in one.suspects),
            )


def _disputes(years: Iterable[YearRollup]) -> Iterator[tuple[_Cell, ...]]:
    for year in years:
        for one in year.disputes:
            yield year.year, one.body, one.stated, one.listed, "; ".join(one.numbers)


def rollup_json(rollup: Rollup) -> dict[str, Any]:
    """Return a roll-up as plain values: its tables, each row by name of cell; what is blank is null."""
    return {
        "by": str(rollup.by),
        "by_latest_codes": rollup.by_latest_codes,
        "law": rollup.law,
        "tables": {
            table.name: [
                {
                    column.name: _plain(cell, column.kind)
                    for column, cell in zip(table.columns, row, strict=True)
                }
                for row in table.rows
            ]
            for table in rollup_tables(rollup)
        },
    }


def _plain(cell: str, kind: Kind) -> str | int | float | None:
    if not cell:
        return None
    if kind == "integer" or (kind == "number" and cell.lstrip("-").isdecimal()):
        return int(cell)
    return float(cell) if kind == "number" else cell
