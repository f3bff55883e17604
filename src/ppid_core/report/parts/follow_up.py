"""What became of the recommendations of earlier reports (*tindak lanjut rekomendasi*)."""

from __future__ import annotations

from collections.abc import Iterator

from ppid_core.language import Bilingual
from ppid_core.model import Recommendation
from ppid_core.report.blocks import Block, Column, Items, Table
from ppid_core.report.material import Material
from ppid_core.report.prose import entry_text
from ppid_core.report.row_tables import Line, numbered, source_of
from ppid_core.report.values import Typed
from ppid_core.summary import listed

_MOST = 5
"""So many stand on the page of key figures."""
_NOT_SAID = Bilingual("belum disebut", "not said")


def _earlier(material: Material) -> tuple[Recommendation, ...]:
    """Return the recommendations of earlier reports, the latest first."""
    year = material.year.period.year
    rows = (row for row in listed(material.year.narrative.recommendations) if row.is_earlier(year))
    return tuple(sorted(rows, key=lambda row: -(row.year or 0)))


def _title(material: Material, rows: tuple[Recommendation, ...]) -> str:
    """Return what they are: those of last year, or also of years before."""
    if all(row.year == material.year.period.year - 1 for row in rows):
        return material.t(
            "Tindak lanjut rekomendasi tahun lalu", "What became of last year's recommendations"
        )
    return material.t(
        "Tindak lanjut rekomendasi tahun-tahun sebelumnya", "What became of earlier recommendations"
    )


def _became(material: Material, row: Recommendation) -> str:
    return Typed(row.follow_up) if row.follow_up else _NOT_SAID(material.lang)


def followed_up(material: Material) -> tuple[Table, ...]:
    """Return the table of earlier recommendations with what became of each; none where none is recorded."""
    rows = _earlier(material)
    if not rows:
        return ()
    t = material.t
    years = {row.year for row in rows}
    heads = [
        Column(key="text", title=t("Rekomendasi", "Recommendation"), lang=material.typed_lang),
        Column(key="follow_up", title=t("Tindak lanjut", "What became of it")),
    ]
    lines: list[Line] = [(entry_text(row), _became(material, row)) for row in rows]
    if len(years) > 1:
        heads = [Column(key="year", title=t("Laporan tahun", "Report of")), *heads]
        lines = [(str(row.year), *line) for row, line in zip(rows, lines, strict=True)]
    table = Table(
        key="followed_up",
        columns=tuple(heads),
        rows=tuple(lines),
        caption=_title(material, rows),
        notes=source_of(material, "daftar rekomendasi", "list of recommendations", len(rows)),
    )
    return (numbered(table),)


def followed_up_at_a_glance(material: Material) -> Iterator[Block]:
    """Yield what became of each of them, of many how many are told; where nothing is recorded, that."""
    rows = _earlier(material)
    if not rows:
        yield material.said(
            "Tindak lanjut rekomendasi tahun lalu tidak disajikan karena belum dicatat pada "
            f"{material.period_words}.",
            "What became of last year's recommendations is not told because it is not recorded for "
            f"{material.period_words}.",
        )
        return
    told = sum(bool(row.follow_up) for row in rows)
    yield material.said(
        f"{_title(material, rows)} (disebut untuk {told} dari {len(rows)}):",
        f"{_title(material, rows)} (told of {told} of {len(rows)}):",
    )
    yield Items(items=tuple((Typed(row.text), " – ", _became(material, row)) for row in rows[:_MOST]))
