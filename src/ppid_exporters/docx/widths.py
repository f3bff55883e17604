"""How large tables are set in Word; what each column gets is measured as for the other formats."""

from __future__ import annotations

from attrs import frozen

from ppid_exporters.docx.markup import TWIPS_OF_A_MILLIMETRE, Xml, w
from ppid_exporters.docx.styles import SMALL
from ppid_exporters.layout.columns import SIZES, SLACK, Lettering


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
        return sum(self.sides) / TWIPS_OF_A_MILLIMETRE + SLACK

    @property
    def margins(self) -> Xml:
        """The room inside cells."""
        left, right = self.sides
        sizes = {"top": self.ends, "left": left, "bottom": self.ends, "right": right}
        return w("tblCellMar", *(w(side, w=size, type="dxa") for side, size in sizes.items()))


_NAMES = (("", ""), (SMALL, " Kecil"), ("Smaller", " Lebih Kecil"), ("Smallest", " Terkecil"))
"""Of the styles of each size."""
_ENDS = (28, 28, 28, 26)


def _side(kind: Lettering) -> int:
    return round((kind.padding - SLACK) / 2 * TWIPS_OF_A_MILLIMETRE)


TYPES = tuple(
    Type(size=kind.size, sides=(_side(kind), _side(kind)), ends=ends, key=key, told=told)
    for kind, ends, (key, told) in zip(SIZES, _ENDS, _NAMES, strict=True)
)
"""Those of all formats, in the units of Word."""
OF_MATRIX = TYPES[1]
OF_LETTER = Type(size=11, sides=(0, 170), ends=0)
"""Of tables without headings: the numbers of a letter."""
