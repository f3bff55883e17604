"""A report folder: every table with its headings, a guide, a filled example, files to click."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ppid_core.intake.cells.cell import Cells
from ppid_core.intake.csv_tables import all_files
from ppid_core.intake.example import EXAMPLE
from ppid_core.intake.folder import GUIDE
from ppid_core.intake.guide import guide
from ppid_core.intake.launcher import launchers
from ppid_core.intake.typed.csv_text import text_bytes

EXAMPLE_FOLDER = "contoh"


def template(
    year: int | None = None, tables: Mapping[str, Sequence[Cells]] | None = None
) -> Mapping[str, bytes]:
    """Return the files of a report folder by path, ``/`` between its parts.

    Args:
        year: the year to fill in; None leaves it blank, and the folder then says that it is missing.
        tables: rows that are filled in already, as `typed_tables` gives them; the others have only headings.
    """
    return {
        **all_files(tables or {}, year),
        GUIDE: text_bytes(guide()),
        **launchers("."),
        **{f"{EXAMPLE_FOLDER}/{name}": text_bytes(text) for name, text in EXAMPLE.items()},
    }
