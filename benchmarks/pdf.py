"""How long the PDF exporter takes against a bare typst compile of the same source: run it as a script.

Both set the report of examples/kota-serang-2020 with the same template, values, charts and fonts, in turns
in one process; of each the median counts. The exporter lays the document out besides, writes the attached
data and packs the objects; charts are drawn before and timed by themselves. At most 2 is the limit of the
ratio.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from time import perf_counter
from unittest.mock import patch

from ppid_core import Dossier
from ppid_core.language import Lang
from ppid_core.report import Chart, Report, Table
from ppid_exporters.chart.svg import draw
from ppid_exporters.pdf import PdfExporter, blocks
from ppid_exporters.pdf.document import compiled

EXAMPLE = Path(__file__).parents[1] / "examples" / "kota-serang-2020"
ROUNDS = 7
AT_MOST = 2.0

Inputs = tuple[dict[str, object], dict[str, bytes], dict[str, bytes]]


def main() -> int:
    """Print the times and their ratio; return 1 where it is over the limit."""
    report = reported()
    drawn: dict[str, str | None] = {}
    charts = _seconds(lambda: drawn.update(_charts(report)))
    with charts_of(drawn):
        given = inputs(report)
        pairs = [
            (_seconds(lambda: compiled(*given)), _seconds(lambda: _export(report))) for _ in range(ROUNDS + 1)
        ]
    bare, whole = (median(times) for times in zip(*pairs[1:], strict=True))
    ratio = whole / bare
    print(f"{len(drawn)} charts drawn: {charts * 1000:.0f} ms")
    print(f"typst compile {bare * 1000:.0f} ms, exporter {whole * 1000:.0f} ms")
    print(f"ratio {ratio:.2f}, {'within' if ratio <= AT_MOST else 'NOT within'} {AT_MOST}")
    return int(ratio > AT_MOST)


def reported() -> Report:
    """Return the report of the example."""
    return Dossier.open(EXAMPLE).report()


@contextmanager
def charts_of(drawn: dict[str, str | None]) -> Iterator[None]:
    """Let the exporter take charts that are drawn already."""

    def ready(chart: Chart, _table: Table, _accent: str, _lang: Lang = "id") -> str | None:
        return drawn[chart.key]

    with patch.object(blocks, "draw", ready):
        yield


def inputs(report: Report) -> Inputs:
    """Return what the exporter hands to typst."""
    given: list[Inputs] = []

    def noted(
        tree: dict[str, object], pictures: dict[str, bytes], attached: dict[str, bytes], _most: int | None
    ) -> bytes:
        given.append((tree, pictures, attached))
        return b""

    with patch("ppid_exporters.pdf.typeset", noted):
        _export(report)
    return given[0]


def _charts(report: Report) -> Iterator[tuple[str, str | None]]:
    tables = {table.key: table for table in report.tables()}
    for block in report.blocks():
        if isinstance(block, Chart):
            yield block.key, draw(block, tables[block.table], report.meta.theme.accent, report.meta.lang)


def _export(report: Report) -> None:
    tuple(PdfExporter().export(report))


def _seconds(action: Callable[[], object]) -> float:
    start = perf_counter()
    action()
    return perf_counter() - start


if __name__ == "__main__":
    sys.exit(main())
