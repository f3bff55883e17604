"""Draws the charts of a document as SVG: the same picture in every format."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import lru_cache
from html import escape

from ppid_core.language import Lang
from ppid_core.report import Chart, Report, Table
from ppid_exporters.chart.drawing import Breadth, specification
from ppid_exporters.chart.palette import colours, patterned
from ppid_exporters.chart.points import Points
from ppid_exporters.layout.caption import anchor
from ppid_exporters.layout.character import one_line

_DRAWN = 128
"""Pictures that are kept: more than a report has."""
_SIZE = re.compile(r' width="(\d+(?:\.\d+)?)" height="(\d+(?:\.\d+)?)"')
_USUAL = (600.0, 300.0)
_MARKS: Mapping[Breadth, str] = {"broad": "", "beside": "-samping", "phone": "-sempit"}
"""What the names within a picture end with: a page may hold it in several breadths."""


def table_of(chart: Chart, report: Report) -> Table | None:
    """Return the table that a chart is drawn from, None where the document has none of that key."""
    return next((table for table in report.tables() if table.key == chart.table), None)


def size_of(svg: str) -> tuple[float, float]:
    """Return the width and height for which a picture was drawn, in its pixels: letters keep one size."""
    found = _SIZE.search(svg)
    return (float(found[1]), float(found[2])) if found else _USUAL


def draw(
    chart: Chart, table: Table, accent: str, lang: Lang = "id", breadth: Breadth = "broad"
) -> str | None:
    """Return the chart as an SVG picture with its description.

    None where the extra ``charts`` is not installed or the table has no rows: the document prints the
    description and points to the table then. The same arguments give the same characters.

    Args:
        chart: what is drawn.
        table: the table that it names.
        accent: the colour of a single series, ``#RRGGBB``.
        lang: the language of printed figures.
        breadth: what it has room for.

    Raises:
        ValueError: where the chart names a column that the table does not have.
    """
    if not table.rows or not _can_draw():
        return None
    points = Points.of(chart, table, lang)
    drawn = specification(chart, points, colours(chart, accent), breadth)
    prefix = anchor(chart) + _MARKS[breadth]
    return patterned(_named(_picture(json.dumps(drawn)), chart, prefix), prefix)


def _can_draw() -> bool:
    """Tell whether the library is there; asked each time, so that its absence is never kept."""
    try:
        import vl_convert  # noqa: F401, PLC0415  an extra, and slow to start
    except ImportError:
        return False
    return True


@lru_cache(maxsize=_DRAWN)
def _picture(specification: str) -> str:
    """Return the picture of a specification; each format of a report asks for the same ones."""
    import vl_convert  # noqa: PLC0415  an extra, and slow to start

    svg: str = vl_convert.vegalite_to_svg(specification)
    return svg


def _named(svg: str, chart: Chart, prefix: str) -> str:
    """Tell assistive technology that it is one picture, and what it shows."""
    own_clips = svg.replace('id="clip', f'id="{prefix}-clip').replace("url(#clip", f"url(#{prefix}-clip")
    return own_clips.replace("<svg ", f'<svg role="img" aria-label="{escape(one_line(chart.alt))}" ', 1)
