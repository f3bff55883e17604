"""How large tables are set in Word; what each column gets is measured as for the other formats."""

from __future__ import annotations

from attrs import frozen

from ppid_exporters.docx.markup import TWIPS_OF_A_MILLIMETRE, Xml, w
from ppid_exporters.docx.styles import SMALL

_SLACK = 0.4
"""Millimetres by which a program that opens the file may set text wider than we reckon."""


@frozen(kw_only=True)
class Type:
    """How large a table is set.

    Attributes:
        size: points of its letters.
        sides: free room at the left and at the right in a cell, in twentieths of a point.
        ends: free room above and below, in the same.
        key: what the keys of its styles end with; ``told``: what their names end with.
    """

    size: float
    sides: tuple[int, int]
    ends: int
    key: str = ""
    told: str = ""

    @property
    def padding(self) -> float:
        """Millimetres of a cell that text does not have."""
        return sum(self.sides) / TWIPS_OF_A_MILLIMETRE + _SLACK

    @property
    def margins(self) -> Xml:
        """The room inside cells."""
        left, right = self.sides
        sizes = {"top": self.ends, "left": left, "bottom": self.ends, "right": right}
        return w("tblCellMar", *(w(side, w=size, type="dxa") for side, size in sizes.items()))


TYPES = (
    Type(size=9.5, sides=(113, 113), ends=28),
    Type(size=8.5, sides=(80, 80), ends=28, key=SMALL, told=" Kecil"),
    Type(size=8, sides=(62, 62), ends=28, key="Smaller", told=" Lebih Kecil"),
    Type(size=7, sides=(48, 48), ends=26, key="Smallest", told=" Terkecil"),
)
OF_MATRIX = TYPES[1]
OF_LETTER = Type(size=11, sides=(0, 170), ends=0)
"""Of tables without headings: the numbers of a letter."""
