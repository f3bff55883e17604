"""From tables to values: a folder, JSON or rows in, the year and every problem out."""

from __future__ import annotations

from ppid_core.errors import InputError
from ppid_core.intake.files.importer import Importer
from ppid_core.intake.files.loading import BUILT_IN_IMPORTERS, STANDARD_INPUT, load
from ppid_core.intake.files.memory import from_rows
from ppid_core.intake.result import Intake, Note, RejectedRow, UnreadRow

__all__ = [
    "BUILT_IN_IMPORTERS",
    "STANDARD_INPUT",
    "Importer",
    "InputError",
    "Intake",
    "Note",
    "RejectedRow",
    "UnreadRow",
    "from_rows",
    "load",
]
