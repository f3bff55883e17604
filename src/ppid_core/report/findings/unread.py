"""What could not be read, and so stands before everything that was found."""

from __future__ import annotations

from ppid_core.language import Bilingual
from ppid_core.report.blocks import Column, Section, Table
from ppid_core.report.findings.entries import Findings
from ppid_core.report.findings.places import place
from ppid_core.report.findings.tables import FOLLOW_UP_HEADING, TO_FILL_IN


def unread(findings: Findings) -> Section:
    """Return every entry that could not be read."""
    heads = (
        ("number", "No.", "No."),
        ("place", "Tempat", "Place"),
        ("what", "Hasil", "Finding"),
        ("expected", "Yang dapat dibaca", "What can be read"),
        ("follow_up", FOLLOW_UP_HEADING.id, FOLLOW_UP_HEADING.en),
    )
    lang = findings.lang
    table = Table(
        key="findings-unread",
        columns=tuple(Column(key=key, title=findings.t(one, other)) for key, one, other in heads),
        rows=tuple(
            (number, place(problem.source, lang), problem.message(lang), problem.expected(lang), TO_FILL_IN)
            for number, problem in enumerate(findings.intake.problems, start=1)
        ),
        caption=findings.t("Isian yang tidak terbaca", "Entries that could not be read"),
        wide=True,
        notes=(_LEFT_OUT(lang),),
    )
    return Section(
        key="findings-unread",
        title=findings.t("Yang Tidak Terbaca", "Not Read"),
        blocks=(table,),
    )


_LEFT_OUT = Bilingual(
    "Baris dengan isian ini belum ikut dihitung dan diperiksa. Betulkan lebih dahulu.",
    "Rows with these entries are neither counted nor checked yet. Mend them first.",
)
