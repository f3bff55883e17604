"""Places of the input, as a person looks them up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from ppid_core.cli.console import UNBROKEN
from ppid_core.language import Bilingual, Lang
from ppid_core.source import Source

ROW, COLUMN = Bilingual("baris", "row"), Bilingual("kolom", "column")
SHEET, CELL = Bilingual("lembar", "sheet"), Bilingual("sel", "cell")
HEADING_ROW = 1
MOST_RUNS = 20


def place(source: Source, lang: Lang) -> str:
    """Return ``permohonan.csv baris 8, kolom bulan``; of a heading only its row, the sentence names it.

    Of a workbook it is the cell: ``buku.xlsx lembar "Permohonan" sel C7, kolom "Bulan"``.
    """
    parts = [_file(source, lang)]
    if source.cell:
        column = f', {COLUMN(lang)} "{source.column}"' if source.column else ""
        return f"{' '.join(parts)} {CELL(lang)} {source.cell}{column}"
    if source.row is not None:
        parts.append(f"{ROW(lang)} {source.row}")
    column = f", {COLUMN(lang)} {source.column}" if source.column and source.row != HEADING_ROW else ""
    return " ".join(part for part in parts if part) + column


def places(sources: Sequence[Source], lang: Lang, between: str = " ↔ ") -> str:
    """Return several places, the rows of one file together, ``between`` two files."""
    groups = groupby(sources, key=lambda source: _file(source, lang))
    return between.join(_together(file, list(group), lang) for file, group in groups)


def _together(file: str, sources: Sequence[Source], lang: Lang) -> str:
    rows = sorted({source.row for source in sources if source.row is not None})
    if not rows:
        return file
    return f"{file}{UNBROKEN}{ROW(lang)}{UNBROKEN}{', '.join(_runs(rows))}".strip()


def _runs(rows: Iterable[int]) -> list[str]:
    """Return ascending numbers with those in a row as ``2–7``."""
    numbered = groupby(enumerate(rows), key=lambda pair: pair[1] - pair[0])
    runs = ([row for _, row in group] for _, group in numbered)
    told = [str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs]
    return [*told[:MOST_RUNS], "…"] if len(told) > MOST_RUNS else told


def _file(source: Source, lang: Lang) -> str:
    if source.is_in_workbook:
        return f'{source.file} {SHEET(lang)} "{source.sheet}"'
    return f"{source.file}[{source.sheet}]" if source.sheet else source.file
