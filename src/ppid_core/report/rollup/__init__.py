"""A roll-up as a document: what many bodies reported, by the same blocks as any report."""

from __future__ import annotations

from collections.abc import Iterator

from ppid_core.language import Lang, by_number
from ppid_core.report.blocks import Contents, Section
from ppid_core.report.document import Cover, Meta, Report, Theme, refuse_unknown
from ppid_core.report.rollup.duty import aside, disputes, duty, parents
from ppid_core.report.rollup.feedback import LETTER
from ppid_core.report.rollup.groups import bodies, groups
from ppid_core.report.rollup.limits import codes, colophon, refused, unknown
from ppid_core.report.rollup.material import RollupMaterial
from ppid_core.report.rollup.overview import main_figures, years
from ppid_core.rollup import Rollup

ROLLUP = "rekapitulasi"
"""What the document is called."""


def is_of_many(stem: str) -> bool:
    """Tell whether a file of this name is a roll-up or a letter to a body, and no report of one.

    >>> from ppid_core.report.rollup import is_of_many
    >>> is_of_many("rekapitulasi-en"), is_of_many("laporan")
    (True, False)
    """
    return any(stem == word or stem.startswith(f"{word}-") for word in (ROLLUP, LETTER))


def compose_rollup(
    rollup: Rollup, *, year: int | None = None, lang: Lang = "id", theme: Theme | None = None
) -> Report:
    """Return a roll-up as a document that any exporter takes.

    One year is told in full; the others stand beside it in one table. Bodies stand in the order of the
    roster, never ranked.

    >>> from ppid_core import Dossier
    >>> from ppid_core.report import compose_rollup
    >>> from ppid_core.rollup import rollup
    >>> compose_rollup(rollup([Dossier.open("examples/kota-serang-2020")])).meta.stem
    'rekapitulasi'

    Args:
        rollup: the roll-up.
        year: the year that is told in full; by default the newest.
        lang: language of headings and sentences.
        theme: paper and accent.

    Raises:
        LookupError: it has no such year, or none at all.
        UnknownNameError: for a language that there is not.
    """
    refuse_unknown(lang=lang)
    told = rollup.latest if year is None else rollup.year(year)
    material = RollupMaterial(rollup=rollup, year=told, lang=lang)
    return Report(
        meta=Meta(
            title=material.t(
                f"Rekapitulasi Layanan Informasi Publik Tahun {told.year}",
                f"Roll-up of the Information Service in {told.year}",
            ),
            stem=ROLLUP if lang == "id" else f"{ROLLUP}-{lang}",
            lang=lang,
            theme=theme or Theme(),
        ),
        cover=Cover(lines=(_cover_line(material),)),
        sections=tuple(_sections(material)),
        rollup=rollup,
    )


def _cover_line(material: RollupMaterial) -> str:
    first, last = material.rollup.years[0].year, material.rollup.years[-1].year
    number = len(material.year.whole.members)
    told = material.t(
        f"Dijumlahkan dari laporan {number} badan publik",
        f"Added up from the reports of {number} public {by_number(number, 'body', 'bodies')}",
    )
    span = material.t(f"; angka {first}–{last}", f"; figures of {first}–{last}") if first < last else ""
    return f"{told}{span}"


def _sections(material: RollupMaterial) -> Iterator[Section]:
    rollup, year = material.rollup, material.year
    yield main_figures(material)
    yield Section(key="contents", title=material.t("Isi", "Contents"), blocks=(Contents(),))
    yield bodies(material)
    yield groups(material)
    if len(rollup.years) > 1:
        yield years(material)
    yield duty(material)
    yield codes(material)
    yield unknown(material)
    if year.aside:
        yield aside(material)
    if year.child_sums:
        yield parents(material)
    if rollup.commission is not None:
        yield disputes(material)
    if rollup.refused:
        yield refused(material)
    yield colophon(material)
