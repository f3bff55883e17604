"""The availability of information: agencies × types."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from ppid_core.glossary import label
from ppid_core.language import Bilingual, by_number
from ppid_core.model import (
    OUT_OF_QUESTION,
    Absent,
    CellState,
    ComplianceMatrix,
    InformationType,
    MatrixRow,
    Measure,
)
from ppid_core.report.blocks import Block, Chart, Column, Table
from ppid_core.report.material import Material, capital, section
from ppid_core.report.parts.breakdowns import agency_key
from ppid_core.report.parts.comparison import beside_names, drawn
from ppid_core.report.parts.information_lists import lists_told
from ppid_core.report.parts.periods_of_availability import periods_of_availability
from ppid_core.report.parts.spread import is_enough
from ppid_core.report.parts.year_on_year import breaks
from ppid_core.report.prose import run_on
from ppid_core.report.sentences import (
    AVAILABLE,
    AVAILABLE_NONE,
    AVAILABLE_OF_FEW,
    AVAILABLE_OF_FEW_REST,
    AVAILABLE_OF_REPORTING,
    AVAILABLE_OF_REST,
)
from ppid_core.report.text import text
from ppid_core.report.values import SMALLEST_WHOLE_FOR_PERCENT, Phrase, Ratio, Typed, Value


@section("availability", "Ketersediaan Informasi Publik", "Availability of Public Information")
def availability(material: Material) -> Iterator[Block]:
    """Show which agency publishes which type of information."""
    matrix, period = material.year.matrix, material.period_words
    if isinstance(matrix, Absent) or not matrix.rows:
        yield material.said(
            f"Ketersediaan informasi menurut OPD tidak disajikan karena belum dicatat pada {period}.",
            f"Availability by agency is not told because it is not recorded for {period}.",
        )
        yield from run_on(lists_told(material))
        return
    yield from material.sentence(_told(material))
    is_whole = material.figure("compliance.agencies") == material.figure("compliance.reporting_agencies")
    is_any = bool(material.figure(Measure.DISCLOSED))
    if is_any and not is_whole and is_enough(material, "compliance.denominator_of_reporting"):
        yield from material.sentence(AVAILABLE_OF_REPORTING)
    by_type = _by_type(material, matrix)
    yield by_type
    yield drawn(material, _chart(material, matrix), by_type)
    yield _table(material, matrix)
    yield from periods_of_availability(material, matrix)
    yield from run_on(lists_told(material))


def _told(material: Material) -> Bilingual:
    """Return the sentence whose share has its own parts beside it: what no share counts is named first."""
    if material.figure(Measure.DISCLOSED) == 0:
        return AVAILABLE_NONE
    is_enough_told = is_enough(material, "compliance.denominator")
    aside = (bool(material.figure(Measure.NOT_APPLICABLE)), bool(material.figure(Measure.EXEMPT)))
    if any(aside):
        return (AVAILABLE_OF_REST if is_enough_told else AVAILABLE_OF_FEW_REST)[aside]
    return AVAILABLE if is_enough_told else AVAILABLE_OF_FEW


def _table(material: Material, matrix: ComplianceMatrix) -> Table:
    return Table(
        key="availability",
        columns=(
            Column(key="agency", title="OPD", lang=material.typed_lang),
            *(_column(material, kind) for kind in matrix.types),
            Column(key="available", title=material.t("Tersedia", "Available")),
        ),
        rows=tuple(_row(material, row) for row in matrix.rows),
        caption=material.t("Ketersediaan informasi menurut OPD dan jenis", "Availability by agency and type"),
        total=(
            material.t("Jumlah tersedia", "Available"),
            *material.figure("compliance.by_type").values(),
            material.value(Measure.SHARE),
        ),
        wide=True,
        notes=(
            _source(material, matrix),
            _corner(material),
            *_key(material, matrix),
            *agency_key(material, (row.agency.key for row in matrix.rows)),
        ),
    )


def _column(material: Material, kind: InformationType) -> Column:
    group = "" if kind.category is None else capital(label(kind.category, material.lang))
    return Column(key=f"type-{kind.code}", title=Typed(kind.label), group=group, turned=True)


def _row(material: Material, row: MatrixRow) -> tuple[Value, ...]:
    whole = sum(state not in OUT_OF_QUESTION for state in row.states)
    part = row.states.count(CellState.DISCLOSED)
    reached: Value = "–" if row.is_blank or not whole else Ratio(part, whole)
    return (material.agency(row.agency), *row.states, reached)


def _corner(material: Material) -> str:
    """Return the shares with their denominators, with and without rows in which nothing is filled in."""
    part, cells = material.figure("compliance.disclosed"), material.figure("compliance.denominator")
    rest = material.figure("compliance.denominator_of_reporting")
    blank = material.figure("compliance.agencies") - material.figure("compliance.reporting_agencies")
    whole = material.t(f"{part} dari {cells}", f"{part} of {cells}") + _percent(material, part, cells)
    if not blank:
        return whole
    without = material.t(
        f"di luar {blank} OPD tanpa isian {part} dari {rest}",
        f"without {blank} {by_number(blank, 'agency', 'agencies')} not filled in {part} of {rest}",
    )
    return f"{whole}; {without}{_percent(material, part, rest)}"


def _percent(material: Material, part: int, whole: int) -> str:
    enough = whole >= SMALLEST_WHOLE_FOR_PERCENT
    return f" ({text(Ratio(part, whole), material.lang)})" if enough else ""


def _source(material: Material, matrix: ComplianceMatrix) -> str:
    rows, kinds = len(matrix.rows), len(matrix.types)
    return material.t(
        f"Sumber: matriks ketersediaan, {rows} OPD dikali {kinds} jenis informasi.",
        f"Source: matrix of {rows} {by_number(rows, 'agency', 'agencies')} by {kinds}"
        f" {by_number(kinds, 'type', 'types')} of information.",
    )


def _key(material: Material, matrix: ComplianceMatrix) -> tuple[str, ...]:
    names = "; ".join(f"{kind.label} = {kind.name}" for kind in matrix.types if kind.label != kind.name)
    return (Phrase(material.t("Keterangan: ", "Key: "), Typed(names), "."),) if names else ()


def _by_type(material: Material, matrix: ComplianceMatrix) -> Table:
    agencies = material.figure("compliance.agencies")
    counts = material.figure("compliance.by_type")
    ordered = sorted(matrix.types, key=lambda kind: -counts[kind.code])
    table = Table(
        key="availability_by_type",
        columns=(
            Column(
                key="name",
                title=material.t("Jenis informasi", "Type of information"),
                lang=material.typed_lang,
            ),
            Column(key="count", title=material.t("OPD yang menyediakan", "Agencies"), summed=True),
        ),
        rows=tuple((kind.name, counts[kind.code]) for kind in ordered),
        total=(material.t("Jumlah", "Total"), material.figure("compliance.disclosed")),
        caption=material.t("Ketersediaan menurut jenis informasi", "Availability by type of information"),
        notes=(
            material.t(
                f"Sumber: matriks ketersediaan, {agencies} OPD.",
                f"Source: matrix of {agencies} {by_number(agencies, 'agency', 'agencies')}.",
            ),
        ),
    )
    return _beside(material, table)


def _beside(material: Material, table: Table) -> Table:
    """Return the table with last year beside each type, and a note where the agencies are others."""
    last = material.history.last_report
    counts = Absent() if last is None else last.summary.branch("compliance.by_type")
    if last is None or isinstance(last.year.matrix, Absent) or isinstance(counts, Absent):
        return table
    known = {kind.name: counts[kind.code] for kind in last.year.matrix.types}
    whole = last.summary.number(Measure.DISCLOSED)
    told = beside_names(material, table, known, whole, name="name", of="count")
    broken = breaks(material, [Measure.DISCLOSED], since=material.year.period.year)
    return told if told is table else evolve(told, notes=(*told.notes, *broken))


def _chart(material: Material, matrix: ComplianceMatrix) -> Chart:
    counts = material.figure("compliance.by_type")
    told = "; ".join(f"{kind.name} {counts[kind.code]}" for kind in matrix.types)
    agencies = material.figure("compliance.agencies")
    return Chart(
        key="availability_by_type_chart",
        kind="bars",
        table="availability_by_type",
        category="name",
        series=("count",),
        title=material.t(
            "Jenis informasi menurut banyaknya OPD", "Types of information by number of agencies"
        ),
        subtitle=material.t(f"OPD yang menyediakan, dari {agencies} OPD", f"Agencies, of {agencies}"),
        alt=material.t(f"OPD yang menyediakan: {told}.", f"Agencies that publish it: {told}."),
    )
