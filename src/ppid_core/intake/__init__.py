"""From tables to values: a folder, JSON or rows in, the year and every problem out.

Public is what ``__all__`` names; what is imported here under its own name besides is for this library alone.
"""

from __future__ import annotations

from ppid_core.errors import InputError as InputError
from ppid_core.intake.files.importer import Importer as Importer
from ppid_core.intake.files.loading import BUILT_IN_IMPORTERS as BUILT_IN_IMPORTERS
from ppid_core.intake.files.loading import STANDARD_INPUT as STANDARD_INPUT
from ppid_core.intake.files.loading import load
from ppid_core.intake.files.memory import from_rows
from ppid_core.intake.result import Intake, Note, RejectedRow, UnreadRow

__all__ = ["Intake", "Note", "RejectedRow", "UnreadRow", "from_rows", "load"]
