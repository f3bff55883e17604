"""From tables to values: a folder, JSON or rows in, the year and every problem out."""

from __future__ import annotations

from ppid_core.errors import InputError
from ppid_core.intake.importer import Importer
from ppid_core.intake.json_file import SCHEMA
from ppid_core.intake.loading import BUILT_IN_IMPORTERS, STANDARD_INPUT, load
from ppid_core.intake.memory import from_rows
from ppid_core.intake.result import Intake, Note, RejectedRow
from ppid_core.intake.template import template

__all__ = [
    "BUILT_IN_IMPORTERS",
    "SCHEMA",
    "STANDARD_INPUT",
    "Importer",
    "InputError",
    "Intake",
    "Note",
    "RejectedRow",
    "from_rows",
    "load",
    "template",
]
