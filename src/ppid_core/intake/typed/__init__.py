"""The way back: a year as the tables in which a clerk would have typed it.

`from_rows` reads them to the same year, places apart; so does a folder or a workbook that holds them.
"""

from __future__ import annotations

from ppid_core.intake.typed.year import typed_tables

__all__ = ["typed_tables"]
