"""Lays out tables: as cards, as lines without rules, or with headings, rows and a total."""

from __future__ import annotations

from collections.abc import Sequence

from ppid_core.report import Table, text
from ppid_exporters.layout.caption import KEY_FIGURES
from ppid_exporters.layout.grid import Cell, Grid, PlacedHead, is_bare
from ppid_exporters.layout.matrix import is_matrix, states
from ppid_exporters.pdf.columns import (
    TURNED,
    TypeSize,
    heads_height,
    height,
    is_turned,
    lines,
    matrix,
    of_columns,
    placed,
    ruled,
)
from ppid_exporters.pdf.frame import BESIDE, MILLIMETRE, NOTE, PageFrame, Tree
from ppid_exporters.pdf.glyphs import widest_word, width

_CARDS = 5
"""Key figures beside each other."""
_FIGURE, _LEAST = 18.0, 6.0
"""Points of a key figure, and of the longest: broken, it would read as another."""
_MOST_OF_PAGE = 0.8
"""Of a page, what a row may take before it is allowed to be broken."""


def table(block: Table, frame: PageFrame, room: float = 0.0) -> Tree:
    """Return a table for the template; ``room``: points that it may be wide, 0 for as many as the text."""
    grid = Grid.of(block, frame.lang)
    if block.key == KEY_FIGURES:
        return _cards(block, grid, frame)
    if is_bare(block):
        return _lines(grid, frame)
    return _ruled(block, grid, frame, room or frame.room(is_wide=block.wide))


def _cards(block: Table, grid: Grid, frame: PageFrame) -> Tree:
    room = frame.room() / _CARDS - 7 * MILLIMETRE
    return {
        "kind": "cards",
        **_caption(block, frame),
        "cards": [_card(row, frame, room) for row in grid.rows],
    }


def _card(row: Sequence[Cell], frame: PageFrame, room: float) -> Tree:
    """Return a card: what it counts, the figure or why there is none, the figure in words."""
    name = next((cell for cell in row if cell.is_name), row[0])
    figure, *others = [cell for cell in row if cell is not name] or [name]
    is_absent = figure.plain is None
    most = room / max(widest_word(figure.text, is_bold=True), 1.0)
    size = 10.0 if is_absent else max(min(_FIGURE, most), _LEAST)
    return {
        "name": frame.line(name.text, 9, room, is_bold=True),
        "figure": frame.line(figure.text, size, room, is_bold=not is_absent),
        "is_absent": is_absent,
        "size": size,
        "words": [frame.say(cell.text, 8.5, room) for cell in others if cell.text],
    }


def _lines(grid: Grid, frame: PageFrame) -> Tree:
    """Return the lines of a table without headings, as letters have them."""
    kind, widths = lines(grid, frame.room())
    return {"kind": "lines", "widths": widths, "rows": [_row(row, widths, kind, frame) for row in grid.rows]}


def _ruled(block: Table, grid: Grid, frame: PageFrame, room: float) -> Tree:
    has_states = is_matrix(block)
    is_small = frame.report.meta.form == "brief"
    kind, widths = matrix(grid, room) if has_states else ruled(grid, room, is_small=is_small)
    page = ((frame.paper.width - BESIDE) if block.wide else (frame.paper.height - 50)) * MILLIMETRE
    return {
        "kind": "table",
        **_caption(block, frame),
        "is_wide": block.wide,
        "is_matrix": has_states,
        "size": kind.size,
        "padding": kind.padding / 2,
        "widths": widths,
        **_breaks(grid, widths, kind, page),
        "numeric": [place.head.is_numeric for place in of_columns(grid)],
        "heads": [[_head(place, widths, kind, frame) for place in row] for row in placed(grid)],
        "turned": _turned(grid, kind, frame),
        "rows": [_row(row, widths, kind, frame) for row in grid.rows],
        "total": _row(grid.total, widths, kind, frame, is_bold=True),
        "key": [
            {"state": state.value, "text": frame.line(text(state, frame.lang))} for state in states(block)
        ],
        "notes": [frame.said(note, NOTE, room) for note in block.notes],
    }


def _breaks(grid: Grid, widths: Sequence[float], kind: TypeSize, page: float) -> Tree:
    """Tell whether the table stays on one page, and whether a row is so high that it must be broken."""
    rows = (*grid.rows, grid.total) if grid.total else grid.rows
    heights = [height(row, widths, kind) for row in rows]
    return {
        "is_repeated": heads_height(grid, widths, kind) < page / 2,
        "is_short": sum(heights) < page / 2,
        "is_breaking": max(heights, default=0) > _MOST_OF_PAGE * page,
    }


def _caption(block: Table, frame: PageFrame) -> Tree:
    return {"caption": frame.caption(frame.captions.find(block), is_wide=block.wide)}


def _turned(grid: Grid, kind: TypeSize, frame: PageFrame) -> float:
    """Return how high turned headings are, in points."""
    titles = (place.head.title for place in of_columns(grid) if is_turned(place.head))
    longest = max((width(frame.glyphs.shown(title), is_bold=True) for title in titles), default=0)
    return min(longest * kind.size * 1.02, TURNED)


def _head(place: PlacedHead, widths: Sequence[float], kind: TypeSize, frame: PageFrame) -> Tree:
    head, room = (
        place.head,
        sum(widths[place.column : place.column + place.columns])
        - (4 if place.head.is_band else kind.padding),
    )
    title = frame.glyphs.fitted(head.title, TURNED if is_turned(head) else room, kind.size, is_bold=True)
    spans = {"columns": place.columns, "rows": head.spans[1], "at": place.column}
    told = {"text": title, "is_band": head.is_band, "is_turned": is_turned(head), "lang": head.lang or ""}
    return {**told, **spans}


def _row(
    row: Sequence[Cell], widths: Sequence[float], kind: TypeSize, frame: PageFrame, *, is_bold: bool = False
) -> list[str | Tree]:
    places = (sum(widths[at : at + cell.span]) - kind.padding for at, cell in enumerate(row))

    def fitted(words: str, room: float) -> str:
        return frame.glyphs.fitted(words, room, kind.size, is_bold=is_bold)

    return [
        {"parts": [{"text": fitted(one.words, place), "lang": one.lang or ""} for one in cell.parts]}
        if cell.parts
        else _cell(cell, fitted(cell.text, max(place, _least(cell))), frame)
        for cell, place in zip(row, places, strict=True)
    ]


def _least(cell: Cell) -> float:
    """Return the room that a cell takes in any case: a state is a sign, its words are only read aloud."""
    return 1000.0 if cell.state is not None else 0.0


def _cell(cell: Cell, shown: str, frame: PageFrame) -> str | Tree:
    """Return a cell for the template: its text, or what is more to be told of it."""
    if cell.state is not None:
        return {"text": shown, "state": cell.state.value, "span": cell.span}
    if cell.share is not None:
        return {"text": shown, "percent": int(cell.percent)}
    if cell.tone is not None:
        ground, ink = cell.tone.ground(frame.accent), cell.tone.ink(frame.accent)
        return {"text": shown, "ground": ground, "ink": ink, "is_hatched": cell.tone.is_hatched}
    if cell.lang is not None:
        return {"text": shown, "lang": cell.lang}
    return {"text": shown} if cell.is_numeric else shown
