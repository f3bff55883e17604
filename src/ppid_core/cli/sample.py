"""A small report to try formats on: that of the filled example, which names no person."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from io import StringIO
from pathlib import PurePath

from ppid_core.dossier import Dossier
from ppid_core.intake.example import EXAMPLE
from ppid_core.plugins import Plugins


def sample(plugins: Plugins) -> Dossier:
    """Return the work of the example; nothing is read from disk but the law."""
    tables = {PurePath(name).stem: _rows(text) for name, text in EXAMPLE.items() if _is_table(name)}
    return Dossier.from_rows(tables, plugins=plugins)


def _is_table(name: str) -> bool:
    return name.endswith(".csv")


def _rows(text: str) -> Sequence[Mapping[str, str]]:
    return list(csv.DictReader(StringIO(text)))
