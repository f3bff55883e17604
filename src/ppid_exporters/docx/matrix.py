"""The matrix of availability: states by sign, shape and tone, readable in grey."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import evolve

from ppid_core.model import CellState
from ppid_core.report import Table, text
from ppid_exporters.docx.cells import Look
from ppid_exporters.docx.inline import run
from ppid_exporters.docx.manuscript import Manuscript
from ppid_exporters.docx.markup import NOTHING, Xml, colour, joined, w
from ppid_exporters.docx.pieces import Line
from ppid_exporters.docx.styles import SMALL, border, shade, weight
from ppid_exporters.layout.grid import Cell
from ppid_exporters.layout.matrix import SIGNS, is_matrix, states
from ppid_exporters.layout.theme import INK, SECONDARY
from ppid_exporters.layout.tone import Tone

PADDING = 1.1
ROOM = w("tblCellMar", w("top", w=14, type="dxa"), w("bottom", w=14, type="dxa"))
"""Rows stand closer than in other tables."""

_BAR = 14
_HALF = "#C3CCD4"
_LIGHT = "#E6EAEE"
_WHITE = "#FFFFFF"
_HATCHED = w("shd", val="thinReverseDiagStripe", color="8C96A0", fill="FFFFFF")
_GAP = 1.5
_SPACE = "\u00a0"
_INKS: Mapping[CellState, str] = {
    CellState.DISCLOSED: _WHITE,
    CellState.NOT_DISCLOSED: SECONDARY,
    CellState.NOT_APPLICABLE: SECONDARY,
    CellState.EXEMPT: INK,
    CellState.NOT_REPORTED: SECONDARY,
}


def state_look(cell: Cell, book: Manuscript, *, is_total: bool, keeps: bool, is_above_rule: bool) -> Look:
    """Return how a cell of the matrix looks; the gaps between states leave the rules whole."""
    if cell.state is None:
        return _other(cell, book, is_total=is_total, keeps=keeps)
    if cell.span > 1:
        return _blank(cell, keeps=keeps)
    return Look(
        style="TableSign",
        borders=_gaps(is_above_rule=is_above_rule),
        ground=_ground(cell.state, book.accent),
        upright="center",
        keeps=keeps,
        is_tight=True,
        content=_sign(cell.state, _INKS[cell.state]),
    )


def toned(look: Look, tone: Tone, book: Manuscript, *, is_above_rule: bool) -> Look:
    """Return the look of a cell of toned shares: dark as its share is large, hatched where it has words."""
    ink = w("color", val=colour(tone.ink(book.accent)))
    return evolve(
        look,
        borders=_gaps(is_above_rule=is_above_rule),
        ground=_HATCHED if tone.is_hatched else shade(tone.ground(book.accent)),
        letters=(*look.letters, ink, *([shade(_WHITE)] if tone.is_hatched else [])),
    )


def key_line(table: Table, book: Manuscript) -> Iterator[Line]:
    """Yield the key of the signs."""
    if not is_matrix(table) or not (used := states(table)):
        return
    signs = ((one, _sign(one, _INKS[one], _ground(one, book.accent))) for one in used)
    entries = (joined(sign, run(f" {text(state, book.lang)}     ")) for state, sign in signs)
    yield Line(style="TableNote", content=joined(*entries))


def _other(cell: Cell, book: Manuscript, *, is_total: bool, keeps: bool) -> Look:
    rule = border("top", INK, 0.75) if is_total else border("bottom", _LIGHT, 0.5)
    is_sum = is_total and not cell.is_name
    return Look(
        style="TableSignTotal"
        if is_sum and not cell.share
        else f"{'TableHeadText' if is_total else 'TableText'}{SMALL}",
        borders=rule,
        upright="center",
        keeps=keeps,
        is_tight=is_sum and not cell.share,
        content=_bar(cell, book.accent) if cell.share else NOTHING,
    )


def _blank(cell: Cell, *, keeps: bool) -> Look:
    words = run(f"{_SPACE}{cell.text}{_SPACE}", shade(_WHITE))
    return Look(
        style=f"TableText{SMALL}",
        ground=_HATCHED,
        borders=border("bottom", _WHITE, _GAP),
        upright="center",
        keeps=keeps,
        content=words,
    )


def _gaps(*, is_above_rule: bool) -> Xml:
    """Return white borders between cells, which leave the rule below the last row whole."""
    sides = ("left", *(() if is_above_rule else ("bottom",)), "right")
    return joined(*(border(side, _WHITE, _GAP) for side in sides))


def _ground(state: CellState, accent: str) -> Xml:
    if state is CellState.DISCLOSED:
        return shade(accent)
    return shade(_HALF) if state is CellState.EXEMPT else NOTHING


def _sign(state: CellState, ink: str, *more: Xml) -> Xml:
    symbols = w(
        "rFonts",
        ascii="Segoe UI Symbol",
        hAnsi="Segoe UI Symbol",
        eastAsia="Segoe UI Symbol",
        cs="Segoe UI Symbol",
    )
    return run(
        SIGNS[state], symbols, *weight(is_bold=state is CellState.EXEMPT), w("color", val=colour(ink)), *more
    )


def _bar(cell: Cell, accent: str) -> Xml:
    filled = round(float(cell.percent) * _BAR / 100)
    small = (w("sz", val=14),)
    parts = (
        run(_SPACE * filled, *small, shade(accent)) if filled else NOTHING,
        run(_SPACE * (_BAR - filled), *small, shade(_LIGHT)) if filled < _BAR else NOTHING,
        run(f" {cell.text}"),
    )
    return joined(*parts)
