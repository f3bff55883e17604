"""Where values stand in the tables, as a document says it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from ppid_core.language import Bilingual, Lang
from ppid_core.source import Source
from ppid_core.writing import format_number

_HEADING_ROW = 1
_MOST_RUNS = 20


def place(source: Source, lang: Lang) -> str:
    """Return ``permohonan.csv baris 8, kolom bulan``, or ``buku.xlsx, lembar Permohonan, sel C8``.

    Of a heading only its row is named, the sentence says which it is.
    """
    if source.cell:
        return f"{_file(source, lang)}, {_CELL(lang)} {source.cell}"
    row = "" if source.row is None else f"{_ROW(lang)} {source.row}"
    named = " ".join(part for part in (_file(source, lang), row) if part)
    is_cell = source.column and source.row != _HEADING_ROW
    return f"{named}, {_COLUMN(lang)} {source.column}" if is_cell else named


def places(sources: Sequence[Source], lang: Lang, *, most: int = _MOST_RUNS) -> str:
    """Return several places, the rows of one file together: ``keberatan.csv baris 2–7; sdm.csv baris 2``.

    Args:
        sources: the places.
        lang: the language.
        most: runs of rows that are named; of the others it is said how many rows they are.
    """
    if len(sources) == 1:
        return place(sources[0], lang)
    groups = groupby(sources, key=lambda source: _file(source, lang))
    return "; ".join(_together(file, list(group), lang, most) for file, group in groups)


def _together(file: str, sources: Sequence[Source], lang: Lang, most: int) -> str:
    rows = sorted({source.row for source in sources if source.row is not None})
    if not rows:
        return file
    if all(source.cell for source in sources):
        return f"{file}, {_CELL(lang)} {', '.join(dict.fromkeys(source.cell for source in sources))}"
    runs = list(_runs(rows))
    told = ", ".join(_told(run) for run in runs[:most])
    rest = sum(len(run) for run in runs[most:])
    more = _MORE.fill(count=format_number(rest, lang))(lang) if rest else ""
    return f"{file} {_ROW(lang)} {told}{more}".strip()


def _runs(rows: Iterable[int]) -> Iterator[list[int]]:
    """Yield ascending numbers in runs without a gap."""
    numbered = groupby(enumerate(rows), key=lambda pair: pair[1] - pair[0])
    yield from ([row for _, row in group] for _, group in numbered)


def _told(run: Sequence[int]) -> str:
    return str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}"


def _file(source: Source, lang: Lang) -> str:
    sheet = f"{_SHEET(lang)} {source.sheet}" if source.sheet else ""
    return ", ".join(part for part in (source.file, sheet) if part)


_ROW, _COLUMN = Bilingual("baris", "row"), Bilingual("kolom", "column")
_SHEET, _CELL = Bilingual("lembar", "sheet"), Bilingual("sel", "cell")
_MORE = Bilingual(" dan {count} baris lain", " and {count} more {count:row|rows}")
