"""Fills of chart series: apart in colour, in grey and by pattern."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ppid_core.report import Chart
from ppid_exporters.layout.theme import SECONDARY

FILLS: Mapping[str, str] = {
    "granted": "#0B4454",
    "fulfilled": "#0B4454",
    "answered": "#0B4454",
    "partly_granted": "#3F8F8A",
    "refused": "#E9B264",
    "not_held": "#F6DFBC",
    "incomplete": "#D5DADF",
    "withdrawn": "#FFFFFF",
    "unanswered": "#FEFEFD",
    "pending": "#FDFEFE",
    "not_recorded": "#FEFDFE",
}
"""Outcomes dark to light; three shades of white stand for patterns, which a specification cannot name."""

_OTHERS = ("#0B4454", "#3F8F8A", "#A9CFCB", "#E9B264", "#F6DFBC", "#D5DADF")

_COMPARED = frozenset({"stacked", "bars", "line"})
"""The kinds whose series differ by colour; the others tell them apart by shape."""

EARLIER = "#FEFEFE"
"""The fill of what an earlier year stood at: a shade of white that stands for a pattern."""

PATTERNS: Mapping[str, str] = {
    "#FEFEFD": '<path d="M-1,1 l2,-2 M0,6 l6,-6 M5,7 l2,-2" stroke="{line}" stroke-width="1.3"/>',
    "#FDFEFE": '<circle cx="3" cy="3" r="1" fill="{line}"/>',
    "#FEFDFE": '<path d="M0,3 h6 M3,0 v6" stroke="{line}" stroke-width="0.8"/>',
    EARLIER: '<path d="M-1,5 l2,2 M0,0 l6,6 M5,-1 l2,2" stroke="{line}" stroke-width="0.9"/>',
}


def colours(chart: Chart, accent: str) -> tuple[str, ...]:
    """Return one colour for each series: of their own where they are compared, else the accent."""
    is_compared = len(chart.series) > 1 and chart.kind in _COMPARED
    return fills(chart.series) if is_compared else (accent,) * len(chart.series)


def fills(series: Sequence[str]) -> tuple[str, ...]:
    """Return one fill for each series, never one twice while there are others."""
    free = [fill for fill in _OTHERS if fill not in {FILLS.get(key) for key in series}] or list(_OTHERS)
    unnamed = [key for key in series if key not in FILLS]
    return tuple(FILLS[key] if key in FILLS else free[unnamed.index(key) % len(free)] for key in series)


def patterned(svg: str, prefix: str) -> str:
    """Return ``svg`` with its patterns drawn; their ids begin with ``prefix``, since pages hold several."""
    used = [fill for fill in PATTERNS if f'"{fill}"' in svg]
    if not used:
        return svg
    for fill in used:
        svg = svg.replace(f'"{fill}"', f'"url(#{_identity(prefix, fill)})"')
    head, close, rest = svg.partition(">")
    return f"{head}{close}<defs>{''.join(_pattern(prefix, fill) for fill in used)}</defs>{rest}"


def _pattern(prefix: str, fill: str) -> str:
    lines = PATTERNS[fill].format(line=SECONDARY)
    return (
        f'<pattern id="{_identity(prefix, fill)}" width="6" height="6" patternUnits="userSpaceOnUse">'
        f'<rect width="6" height="6" fill="#FFFFFF"/>{lines}</pattern>'
    )


def _identity(prefix: str, fill: str) -> str:
    return f"{prefix}-{fill[1:].lower()}"
