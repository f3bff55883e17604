"""From tables to values: a folder, JSON or rows in, the year and every problem out."""

from __future__ import annotations

from ppid_core.errors import InputError
from ppid_core.intake.json_file import SCHEMA
from ppid_core.intake.loading import Importer, load
from ppid_core.intake.memory import from_rows
from ppid_core.intake.result import Intake, Note, RejectedRow
from ppid_core.intake.template import template

__all__ = [
    "SCHEMA",
    "Importer",
    "InputError",
    "Intake",
    "Note",
    "RejectedRow",
    "from_rows",
    "load",
    "template",
]
