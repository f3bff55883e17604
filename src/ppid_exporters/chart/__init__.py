"""Charts, drawn once for every format: from a chart block and its table to one picture."""

from __future__ import annotations
