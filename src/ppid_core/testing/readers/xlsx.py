"""Reads the figures of a report from its Excel workbook, by a library that does not write workbooks."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import takewhile

from ppid_core.language import Bilingual, Lang
from ppid_core.model import Measure
from ppid_core.plugins import Artifact
from ppid_core.testing.readers.figures import Figure, gathered, plain_number, printed_number
from ppid_core.testing.readers.table import table_figures

_HEADING = 3
"""The row of headings, counted from 0: below a link, the caption and the headings of groups."""

_KEY = Bilingual("Kunci", "Key")
_PRINTED = re.compile(r"(?:Rp)?-?\d[\d.,]*|\d+ (?:dari|of) \d+")
"""What is text in a workbook although it is a figure: of more digits than it keeps, or a share in parts."""

_Rows = Sequence[Sequence[object]]


def read_xlsx(artifacts: Iterable[Artifact], lang: Lang = "id") -> dict[Measure, Figure]:
    """Return the figures of every sheet that the first one lists.

    >>> from ppid_core import export, load_plugins
    >>> from ppid_core.model import Measure
    >>> from ppid_core.testing import read_xlsx, samples
    >>> read_xlsx(export(samples.composed(samples.small()), "xlsx", load_plugins()))[Measure.REQUESTS_TOTAL]
    Decimal('3')
    """
    return gathered(
        read
        for artifact in artifacts
        for key, rows in _tables(_sheets(artifact), lang)
        for read in table_figures(key, _lines(rows, lang), plain_number, lang)
    )


def _sheets(artifact: Artifact) -> Mapping[str, _Rows]:
    from python_calamine import CalamineWorkbook  # noqa: PLC0415  an extra

    book = CalamineWorkbook.from_filelike(io.BytesIO(artifact.content))
    return {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names}


def _tables(sheets: Mapping[str, _Rows], lang: Lang) -> Iterator[tuple[str, _Rows]]:
    """Yield key and rows of each table, headings first; a blank row ends it."""
    contents = next(iter(sheets.values()))
    listed = [row for row in contents if row[-1] != ""]
    for name, *_, key in listed[1:] if listed and listed[0][-1] == _KEY(lang) else []:
        yield (
            str(key),
            list(takewhile(lambda row: any(cell != "" for cell in row), sheets[str(name)][_HEADING:])),
        )


def _lines(rows: _Rows, lang: Lang) -> list[list[str]]:
    return [[_plain(cell, lang) for cell in row] for row in rows]


def _plain(cell: object, lang: Lang) -> str:
    """Return a cell as machines write it: of a number the fewest digits that say it."""
    if isinstance(cell, int | float):
        return f"{Decimal(repr(cell)).normalize():f}"
    said = str(cell)
    figure = printed_number(said, lang) if _PRINTED.fullmatch(said) else None
    return said if figure is None else f"{figure:f}"
