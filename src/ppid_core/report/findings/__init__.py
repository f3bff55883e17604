"""*Hasil pemeriksaan* as a document: what to mend, by severity and by who acts on it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ppid_core.intake import Intake
from ppid_core.language import Lang
from ppid_core.report.blocks import Section
from ppid_core.report.document import FINDINGS, Cover, Meta, Report, Theme, refuse_unknown, stem_of
from ppid_core.report.findings.coverage import colophon, in_order, reading
from ppid_core.report.findings.entries import Findings
from ppid_core.report.findings.overview import summary, title, unread
from ppid_core.report.findings.sheets import by_severity, sheets
from ppid_core.rules import Checked


def compose_findings(
    intake: Intake,
    checked: Checked,
    *,
    as_of: date | None = None,
    lang: Lang = "id",
    theme: Theme | None = None,
) -> Report:
    """Return what a check found as a document that any exporter takes.

    Each finding bears one number all through: in the table of its severity, and in the sheet of whoever acts
    on it, one sheet for each agency and one for the PPID. The last column of these tables is left empty, to
    be filled in by hand. The document holds no year and no figures, so that no format writes the registers
    again.

    >>> from ppid_core import Dossier, compose_findings
    >>> work = Dossier.open("examples/kota-serang-2020")
    >>> compose_findings(work.intake, work.checked).meta.stem
    'hasil-pemeriksaan'

    Args:
        intake: what was read; of a year from elsewhere, ``Intake(year=year)``.
        checked: what was found in it.
        as_of: the day whose state was judged; by default the day of signature, else the last of the period.
        lang: language of headings and sentences.
        theme: paper and accent; by default what the body chose.

    Raises:
        UnknownNameError: for a language that there is not.
    """
    refuse_unknown(lang=lang)
    findings = Findings(intake=intake, checked=checked, as_of=as_of or intake.year.as_of, lang=lang)
    chosen = intake.year.presentation
    return Report(
        meta=Meta(
            title=title(findings),
            body=intake.year.body.name,
            stem=stem_of(FINDINGS, intake.year.period, lang=lang),
            lang=lang,
            theme=theme or Theme(paper=chosen.paper, accent=chosen.accent or Theme().accent),
        ),
        cover=Cover(lines=(intake.year.body.name,) if intake.year.body.name else ()),
        sections=tuple(_sections(findings)),
        checked=checked,
    )


def _sections(findings: Findings) -> Iterator[Section]:
    yield summary(findings)
    if findings.intake.problems:
        yield unread(findings)
    yield from by_severity(findings)
    yield from sheets(findings)
    yield in_order(findings)
    yield reading(findings)
    yield colophon(findings)
