"""What is still open: the balance of the requests, and the cases that have waited longest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ppid_core.language import Bilingual
from ppid_core.model import Absent, Measure, Reason, Register
from ppid_core.report.absences import unknown
from ppid_core.report.blocks import Block, Column, Table
from ppid_core.report.material import Material, section
from ppid_core.report.parts.breakdowns import agency_name, register_source
from ppid_core.report.parts.comparison import beside_figures
from ppid_core.report.row_tables import RowColumn, row_table
from ppid_core.report.sentences import BALANCE

_Case = Mapping[str, Any]
"""An open case, as the summary tells it."""


def _standing(material: Material, case: _Case) -> str:
    """Return how a case stands against its last day; on the days off after it, it is late by none yet."""
    left, late = case["days_left"], case["days_late"]
    if case["state"] == "open_late":
        told = material.t(f"lewat {late}", f"{late} late")
        return told if late else material.t("lewat", "late")
    return (
        material.t(f"sisa {left}", f"{left} left") if left else material.t("batas hari itu", "due that day")
    )


BALANCED: Mapping[Measure, Bilingual] = {
    Measure.BALANCE_OPENING: Bilingual("Saldo awal (bawaan)", "Opening balance (carried over)"),
    Measure.BALANCE_RECEIVED: Bilingual("Ditambah: diterima", "Plus: received"),
    Measure.BALANCE_CLOSED: Bilingual("Dikurangi: selesai", "Less: closed"),
    Measure.BALANCE_CLOSING: Bilingual("Saldo akhir (masih terbuka)", "Closing balance (still open)"),
}
_CASES: tuple[RowColumn[_Case], ...] = (
    RowColumn("number", "Nomor", "Number", lambda _, case: case["number"]),
    RowColumn("agency", "OPD", "Agency", lambda m, case: agency_name(m, case["agency"]), is_typed=True),
    RowColumn("received", "Tanggal diterima", "Received", lambda _, case: case["received_on"]),
    RowColumn("due", "Batas waktu", "Due", lambda _, case: case["due_on"]),
    RowColumn("days", "Berjalan (hari kerja)", "Open (working days)", lambda _, case: case["days"]),
    RowColumn("standing", "Keadaan (hari kerja)", "Standing (working days)", _standing),
)
_UNDATED = Bilingual("hari penerimaannya belum dicatat", "their day of receipt is not recorded")
_COUNT: RowColumn[_Case] = RowColumn("count", "Jumlah", "Count", lambda _, case: case["count"])
"""Said only where a line stands for several cases."""


@section("backlog", "Permohonan yang Masih Terbuka", "Open Requests")
def backlog(material: Material) -> Iterator[Block]:
    """Tell how many requests are still open, and which have been for longest."""
    if isinstance(material.figure("requests.total"), Absent):
        return
    closing, oldest = material.figure(Measure.BALANCE_CLOSING), material.figure("requests.oldest_open")
    if isinstance(closing, Absent) and closing == oldest:
        title = Bilingual("Saldo permohonan dan permohonan yang masih terbuka", "What is still open")
        yield unknown(material, title, closing)
        return
    opening = material.figure(Measure.BALANCE_OPENING)
    is_of_both = isinstance(opening, int) and opening > 0
    is_any_closed, is_any_open = bool(material.figure(Measure.BALANCE_CLOSED)), bool(closing)
    if is_any_closed or is_any_open:
        yield from material.sentence(BALANCE[is_of_both, is_any_closed, is_any_open])
    figures = [material.figure(measure) for measure in BALANCED]
    untold = next((figure for figure in reversed(figures) if isinstance(figure, Absent)), None)
    if untold is not None:
        yield unknown(material, Bilingual("Saldo permohonan", "The balance of requests"), untold)
    elif any(figures):
        yield _balance(material)
    if closing != 0:
        caption = Bilingual(
            "Permohonan terbuka yang paling lama menunggu", "Open requests that have waited longest"
        )
        yield from oldest_open(material, Register.REQUESTS, caption)


def _balance(material: Material) -> Table:
    day = material.as_of_words
    *lines, total = ((name(material.lang), material.figure(measure)) for measure, name in BALANCED.items())
    table = Table(
        key="balance",
        columns=(
            Column(key="name", title=material.t("Uraian", "Item")),
            Column(key="count", title=material.t("Jumlah", "Count")),
        ),
        rows=tuple(lines),
        caption=material.t(f"Saldo permohonan per {day}", f"Balance of requests on {day}"),
        total=total,
        notes=(
            register_source(material, Register.REQUESTS),
            material.t(
                "Terbuka: sampai hari itu belum ada pemberitahuan tertulis dan permohonan tidak dicabut; "
                "keputusan yang dicatat tanpa tanggal pemberitahuan dihitung selesai.",
                "Open: without a written notice by that day, and not withdrawn; an outcome recorded without "
                "the day of its notice counts as closed.",
            ),
        ),
    )
    *paths, closing = BALANCED
    return beside_figures(material, table, paths, closing)


def oldest_open(material: Material, register: Register, caption: Bilingual) -> Iterator[Block]:
    """Yield the table of the cases of ``register`` that have been open longest, or why there is none.

    Args:
        material: the year and its figures.
        register: of requests or of objections.
        caption: what they are; also the subject of the sentence that says why they are not told.
    """
    cases = material.figure(f"{register}.oldest_open")
    if isinstance(cases, Absent):
        yield unknown(material, caption, _UNDATED if cases.reason is Reason.NO_DATES else cases)
        return
    fields = (*_CASES, _COUNT) if any(case["count"] > 1 for case in cases) else _CASES
    notes = (register_source(material, register), *_undated(material, register))
    yield from row_table(material, f"oldest_open_{register}", caption, cases, fields, notes=notes)


def _undated(material: Material, register: Register) -> tuple[str, ...]:
    """Return the line that says how many open cases the table does not name, for lack of dates."""
    number = material.figure(f"{register}.undated_open")
    if not number:
        return ()
    return (
        material.t(
            f"Tidak termuat: {number} yang terbuka tanpa tanggal penerimaan.",
            f"Not listed: {number} that are open without a day of receipt.",
        ),
    )
