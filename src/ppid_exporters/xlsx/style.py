"""How cells look: one place for fonts, colours, rules and fills."""

from __future__ import annotations

from collections.abc import Mapping

from ppid_core.model import CellState
from ppid_exporters.layout.theme import INK, RULE, SECONDARY
from ppid_exporters.layout.tone import Tone
from ppid_exporters.xlsx.library import Format, Options, Workbook

FONT: Options = {"font_name": "Arial", "font_size": 10, "font_color": INK}
"""A face that every office has; Liberation Sans, its twin in LibreOffice, has the same widths."""

WRAPPED: Options = {"text_wrap": True, "valign": "top"}
TITLE: Options = {"bold": True, "font_size": 16}
CAPTION: Options = {"bold": True, "font_size": 12}
STRONG: Options = {"bold": True}
PLAIN: Options = {}
NOTE: Options = {"font_size": 9, "font_color": SECONDARY}
LINK: Options = {"underline": 1}
BAND: Options = {"bold": True, "align": "center", "valign": "bottom", "bottom": 1}
HEADING: Options = {"bold": True, "top": 2, "bottom": 1, "bg_color": "#EEF2F5"}
TURNED: Options = {**HEADING, "rotation": 90, "align": "center"}
BODY: Options = {"valign": "top", "bottom": 4, "bottom_color": RULE}
TOTAL: Options = {"valign": "top", "bold": True, "top": 1, "bottom": 2}
CENTRED: Options = {"align": "center"}
RIGHT: Options = {"align": "right"}
LEFT: Options = {"align": "left", "indent": 1}
"""Set off from the numbers of the column before."""

QUOTED: Options = {"quote_prefix": True}
"""Text that begins as a formula stays text also when somebody edits the cell."""

_OUTLINE: Options = {"align": "center", "border": 1, "border_color": RULE}
_STATES: Mapping[CellState, Options] = {
    CellState.NOT_DISCLOSED: {"bg_color": "#FFFFFF"},
    CellState.EXEMPT: {"bg_color": "#C9D3DC", "bold": True},
    CellState.NOT_APPLICABLE: {"bg_color": "#F3F5F7", "font_color": SECONDARY},
    CellState.NOT_REPORTED: {"pattern": 14, "fg_color": RULE, "bg_color": "#FFFFFF", "font_color": SECONDARY},
}
"""Fills of the matrix; pattern 14 is hatched. What is available bears the colour of the document."""

SHARE_SHADE: Options = {
    "type": "2_color_scale",
    "min_type": "num",
    "min_value": 0,
    "min_color": "#FFFFFF",
    "max_type": "num",
    "max_value": 1,
    "max_color": "#A9C4D6",
}
"""The more, the darker: bars that begin at 0 are an extension, which many programs throw away, and warn."""


class Styles:
    """The looks of a workbook, each made once.

    Attributes:
        accent: the one colour of the document, ``#RRGGBB``.
    """

    def __init__(self, book: Workbook, accent: str) -> None:
        """Start with none."""
        self.accent = accent
        self._book = book
        self._made: dict[tuple[tuple[str, object], ...], Format] = {}

    def of(self, *parts: Options) -> Format:
        """Return the look of all ``parts`` together; later ones go before earlier ones."""
        properties = {name: setting for part in (FONT, *parts) for name, setting in part.items()}
        known = tuple(sorted(properties.items()))
        if known not in self._made:
            self._made[known] = self._book.add_format(properties)
        return self._made[known]

    def accented(self, look: Options) -> Options:
        """Return ``look`` in the colour of the document."""
        return {**look, "font_color": self.accent}

    def tone(self, tone: Tone) -> Options:
        """Return fill and ink of a share by its size: they are those of the other formats."""
        outline: Options = {"border": 1, "border_color": RULE}
        if tone.is_hatched:
            return {**outline, **_STATES[CellState.NOT_REPORTED]}
        return {**outline, "bg_color": tone.ground(self.accent), "font_color": tone.ink(self.accent)}

    def state(self, state: CellState) -> Options:
        """Return fill and ink of a state: available ones are filled, so that they are seen in grey too."""
        filled = {"bg_color": self.accent, "font_color": "#FFFFFF", "bold": True}
        return {**_OUTLINE, **_STATES.get(state, filled)}
