"""T, M, B: figures that contradict one another or their own parts."""

from __future__ import annotations
