"""Cells that tell a share by their tone, too: the more, the darker; the figure stands in each."""

from __future__ import annotations

from decimal import Decimal

from attrs import frozen

from ppid_core.report import Ratio, Table, Value, text
from ppid_exporters.layout.theme import ink_on

_MIXES = (0.0, 0.16, 0.34, 0.56, 1.0)
"""How much of the accent each tone has: apart also in grey."""
_NOTHING = frozenset({"", "-", "–"})


@frozen
class Tone:
    """How a cell of a toned column looks.

    Attributes:
        step: the place of its share among five equal classes; None where it has words instead: hatched.
    """

    step: int | None

    @property
    def is_hatched(self) -> bool:
        """Whether it is hatched: no share is told there."""
        return self.step is None

    def ground(self, accent: str) -> str:
        """Return the fill, between white and the colour of the document."""
        mix = 0.0 if self.step is None else _MIXES[self.step]
        parts = (int(accent[at : at + 2], 16) for at in (1, 3, 5))
        return "#" + "".join(f"{round(255 + (part - 255) * mix):02X}" for part in parts)

    def ink(self, accent: str) -> str:
        """Return the colour of its words."""
        return ink_on(self.ground(accent))


def tone_of(table: Table, at: int, value: Value) -> Tone | None:
    """Return the tone of a cell, None where its column has none or nothing stands there."""
    if not table.columns[at].toned:
        return None
    if isinstance(value, Ratio):
        return Tone(min(int(max(value.fraction, Decimal(0)) * len(_MIXES)), len(_MIXES) - 1))
    return None if text(value) in _NOTHING else Tone(None)
