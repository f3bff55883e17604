"""The report of the example: what the page of the formats shows them on."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from ppid_core import Dossier, Report, load_plugins

ROOT = Path(__file__).parents[2]
EXAMPLE = "examples/kota-serang-2020"


@cache
def report() -> Report:
    """Return the full report of the example, in Indonesian, by our own rules."""
    return Dossier.open(ROOT / EXAMPLE, plugins=load_plugins(entry_points=[])).report()
