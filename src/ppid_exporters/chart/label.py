"""Where the figures of lines stand: beside a line or a figure, never on one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from attrs import frozen

DIGIT = 7.3
"""Pixels of a digit in the letters of a chart, rounded up."""
_HALF = 7
"""Pixels of half a line of letters."""
GAP = 3
"""Pixels between a figure and what stands beside it."""
_DOT = 4
"""Pixels of half the mark of a point."""
_SIDEWAYS, _BELOW = 6, 3
"""How many pixels more of distance are taken for a figure that stands above the middle of its point."""

Corner = tuple[float, float]
"""A point of a line: pixels from the left, and above zero."""


@frozen
class Label:
    """A figure at a point.

    Attributes:
        align: whether its middle, its beginning (``left``) or its end (``right``) is at the point.
        left: pixels from the left to its first letter.
        right: pixels to the end of its last.
        middle: pixels above zero.
    """

    align: str
    left: float
    right: float
    middle: float

    @property
    def top(self) -> float:
        """Pixels above zero of its upper side."""
        return self.middle + _HALF

    @property
    def bottom(self) -> float:
        """Pixels above zero of its lower side."""
        return self.middle - _HALF


def labels(lines: Sequence[Sequence[tuple[Corner, str]]]) -> list[list[Label]]:
    """Return a label for the figure of each point, as near to it as is free.

    Args:
        lines: of each line the points with their figures, from the left to the right.
    """
    corners = [[corner for corner, _ in line] for line in lines]
    placed: list[Label] = []
    found: list[list[Label]] = []
    for line in lines:
        found.append([])
        for corner, figure in line:
            label = min(_free(corner, figure, corners, placed), key=lambda one: _cost(one, corner))
            placed.append(label)
            found[-1].append(label)
    return found


def _cost(label: Label, corner: Corner) -> tuple[float, float]:
    distance = abs(label.middle - corner[1])
    aside = 0 if label.align == "center" else _SIDEWAYS
    return distance + aside + (_BELOW if label.middle < corner[1] else 0), label.left


def _free(
    corner: Corner, figure: str, lines: Sequence[Sequence[Corner]], placed: Sequence[Label]
) -> Iterator[Label]:
    """Yield every free place beside something that is taken; above all of it there is always one."""
    x, wide = corner[0], len(figure) * DIGIT
    for align, left in (("center", x - wide / 2), ("right", x - GAP - wide), ("left", x + GAP)):
        right = left + wide
        taken = [
            (low - _HALF - GAP, high + _HALF + GAP)
            for low, high in _crossed(left - GAP, right + GAP, lines, placed)
        ]
        for middle in {edge for pair in taken for edge in pair}:
            if not any(low < middle < high for low, high in taken):
                yield Label(align=align, left=left, right=right, middle=middle)


def _crossed(
    left: float, right: float, lines: Sequence[Sequence[Corner]], placed: Iterable[Label]
) -> Iterator[tuple[float, float]]:
    """Yield from where to where each thing reaches upwards that is between left and right."""
    yield float("-inf"), 0.0
    for line in lines:
        yield from ((y - _DOT, y + _DOT) for x, y in line if left < x + _DOT and x - _DOT < right)
        for start, end in pairwise(line):
            if start[0] < right and left < end[0]:
                heights = [_height(start, end, min(max(x, start[0]), end[0])) for x in (left, right)]
                yield min(heights), max(heights)
    yield from ((label.bottom, label.top) for label in placed if label.left < right and left < label.right)


def _height(start: Corner, end: Corner, x: float) -> float:
    """Return how high the line from start to end is at ``x``."""
    run = end[0] - start[0]
    return start[1] + (end[1] - start[1]) * (x - start[0]) / run if run else start[1]
