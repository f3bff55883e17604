"""Availability told by semester or quarter: which period is the year's, and the others beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ppid_core.glossary import label
from ppid_core.language import by_number
from ppid_core.model import OUT_OF_QUESTION, Absent, CellState, ComplianceMatrix, MatrixRow, Reason, YearPart
from ppid_core.report.blocks import Block, Column, Table
from ppid_core.report.material import Material
from ppid_core.report.text import text
from ppid_core.report.values import Ratio, Value, of_enough
from ppid_core.summary import Coverage, changed_cells, coverage_by_period


def periods_of_availability(material: Material, matrix: ComplianceMatrix) -> Iterator[Block]:
    """Say of which period the matrix of the year is, and set each period beside it; nothing without any."""
    told = coverage_by_period(matrix)
    if not told:
        return
    part = label(matrix.part, material.lang)
    yield material.said(
        f"Ketersediaan di atas adalah keadaan pada {part}, periode terakhir yang disampaikan. Periode lain"
        " disajikan tersendiri dan tidak dijumlahkan.",
        f"The availability above is the state of the {part}, the last period delivered. Other periods are"
        " told beside it and are not added.",
    )
    yield _table(material, matrix, told)
    if len(told) > 1:
        yield _by_agency(material, matrix, told)


def _table(material: Material, matrix: ComplianceMatrix, told: tuple[Coverage, ...]) -> Table:
    changes = tuple(changed_cells(matrix))
    gained = Counter(one.part for one in changes if one.is_gained)
    lost = Counter(one.part for one in changes if one.is_lost)
    compared = [one.part for one in told if one.is_delivered][1:]

    def changed(one: Coverage, counts: Counter[YearPart]) -> Value:
        return counts[one.part] if one.part in compared else "–"

    return Table(
        key="availability_by_period",
        columns=(
            Column(key="period", title=material.t("Periode", "Period")),
            Column(key="delivered", title=material.t("OPD yang mengisi", "Agencies that delivered")),
            Column(key="silent", title=material.t("Tanpa isian", "Not filled in")),
            Column(key="available", title=material.t("Tersedia", "Available")),
            Column(key="gained", title=material.t("Menjadi tersedia", "Newly available")),
            Column(key="lost", title=material.t("Tidak lagi tersedia", "No longer available")),
        ),
        rows=tuple(
            (
                label(one.part, material.lang),
                one.agencies - len(one.silent),
                len(one.silent),
                "–" if isinstance(one.share, Absent) else Ratio(one.disclosed, one.denominator),
                changed(one, gained),
                changed(one, lost),
            )
            for one in told
        ),
        caption=material.t("Ketersediaan menurut periode", "Availability by period"),
        notes=tuple(_notes(material, told)),
    )


def _by_agency(material: Material, matrix: ComplianceMatrix, told: tuple[Coverage, ...]) -> Table:
    """Return the share of each agency in each period, dark as it is large; who was silent is hatched."""
    delivered = [{row.agency.key: row for row in one.rows} for one in matrix.deliveries]
    return Table(
        key="availability_by_agency_and_period",
        columns=(
            Column(key="agency", title="OPD", lang=material.typed_lang),
            *(Column(key=one.part, title=label(one.part, material.lang), toned=True) for one in told),
        ),
        rows=tuple(
            (material.agency(row.agency), *(_share(material, rows.get(row.agency.key)) for rows in delivered))
            for row in matrix.rows
        ),
        total=(
            material.t("Seluruh OPD", "All agencies"),
            *(
                "–" if isinstance(one.share, Absent) else of_enough(one.disclosed, one.denominator)
                for one in told
            ),
        ),
        caption=material.t(
            "Bagian informasi tersedia menurut OPD dan periode",
            "Share of information available by agency and period",
        ),
        notes=(
            material.t(
                "Sumber: matriks ketersediaan; bagian dari sel yang dapat memuat informasi. Makin gelap makin"
                " besar bagiannya; berarsir: tidak ada bagian yang dapat dihitung.",
                "Source: matrix of availability; shares of the cells that could hold information. The darker,"
                " the larger; hatched: no share can be told.",
            ),
        ),
    )


def _share(material: Material, row: MatrixRow | None) -> Value:
    """Return the share of an agency in a period, or what stands in its place."""
    if row is None or row.is_blank:
        return text(CellState.NOT_REPORTED, material.lang)
    if row.unread:
        return Absent(Reason.UNREAD)
    whole = sum(state not in OUT_OF_QUESTION for state in row.states)
    return of_enough(row.states.count(CellState.DISCLOSED), whole) if whole else "–"


def _notes(material: Material, told: tuple[Coverage, ...]) -> Iterator[str]:
    """Yield what is counted, and who was silent in each period that others delivered."""
    agencies = told[0].agencies
    yield material.t(
        f"Sumber: matriks ketersediaan, {agencies} OPD. Perubahan dihitung dari periode sebelumnya yang"
        " disampaikan, atas OPD yang mengisi keduanya.",
        f"Source: matrix of {agencies} {by_number(agencies, 'agency', 'agencies')}. Changes are counted from"
        " the period delivered before, of agencies that delivered both.",
    )
    for one in told:
        if one.silent and one.is_delivered:
            names = "; ".join(material.agency(agency) for agency in one.silent)
            part = label(one.part, material.lang)
            yield material.t(f"Tanpa isian pada {part}: {names}.", f"Not filled in for the {part}: {names}.")
