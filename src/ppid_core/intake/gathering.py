"""The sheets of one report become one intake, wherever they came from."""

from __future__ import annotations

from collections.abc import Mapping

from ppid_core.intake.ledger import Ledger
from ppid_core.intake.prose import ProseFile
from ppid_core.intake.result import Intake
from ppid_core.intake.sheet import Sheet
from ppid_core.intake.year import build_year


def gather(sheets: Mapping[str, Sheet], ledger: Ledger, prose: tuple[ProseFile, ...] = ()) -> Intake:
    """Return what the sheets hold, with what ``ledger`` had found before.

    Raises:
        InputError: no year can be named; it carries every problem.
    """
    year = build_year(sheets, prose, ledger)
    return Intake(
        year=year,
        problems=tuple(ledger.problems),
        notes=tuple(ledger.notes),
        rejected=tuple(ledger.rejected),
        read=dict(ledger.read),
    )
