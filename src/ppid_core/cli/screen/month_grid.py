"""The months of the year side by side, with totals."""

from __future__ import annotations

from collections.abc import Iterator

from ppid_core.glossary import label
from ppid_core.language import Bilingual, Lang
from ppid_core.model import Register
from ppid_core.summary import Summary, Tree
from ppid_core.writing import format_number, month_name

LABEL = 12
SHORT = 3
MONTHS = range(1, 13)


def grid_lines(summary: Summary, lang: Lang) -> Iterator[str]:
    """Yield a heading and one line for each register whose months are known; nothing where none is."""
    names = {
        **{str(register): label(register, lang).capitalize() for register in Register},
        "visits": _VISITS(lang),
    }
    rows = [
        (name, [_cell(count, lang) for count in (*months, summary.figure(f"{key}.total"))])
        for key, name in names.items()
        if isinstance(months := summary.figure(f"{key}.by_month"), tuple) and any(months)
    ]
    if not rows:
        return
    heading = [*(month_name(month, lang)[:SHORT] for month in MONTHS), _TOTAL(lang)]
    lines = [("", heading), *rows]
    widths = [max(len(cells[column]) for _, cells in lines) for column in range(len(heading))]
    for name, cells in lines:
        yield f"{name:<{LABEL}}" + "".join(
            f" {cell:>{width}}" for cell, width in zip(cells, widths, strict=True)
        )


def _cell(count: Tree, lang: Lang) -> str:
    """Return a count; a month outside the period is blank."""
    return format_number(count, lang) if isinstance(count, int) else ""


_VISITS = Bilingual("Kunjungan", "Visits")
_TOTAL = Bilingual("Jumlah", "Total")
