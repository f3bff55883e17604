"""Print the last day for each open request, and why: ``python examples/due_dates.py FOLDER [2024-12-31]``."""

from __future__ import annotations

import sys
from datetime import date

from ppid_core import Dossier
from ppid_core.deadlines import State
from ppid_core.model import Register


def main(folder: str, day: str = "") -> None:
    """Print the open requests, the nearest last day first."""
    work = Dossier.open(folder, as_of=date.fromisoformat(day) if day else None)
    for case in work.docket.cases:
        if case.register is Register.REQUESTS:
            state = "lewat" if case.state is State.OPEN_LATE else "terbuka"
            print(f"{case.deadline.due_on} {state} {case.number}")
            print(case.deadline.explain("id"), end="\n\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
