"""A small report to try formats on: that of the filled example, which names no person."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from io import StringIO
from pathlib import PurePath

from ppid_core.cli.session import Session
from ppid_core.intake import from_rows
from ppid_core.intake.example import EXAMPLE
from ppid_core.law import Lawbook
from ppid_core.summary import summarize
from ppid_core.workdays import WorkdayCalendar


def sample() -> Session:
    """Return the example, read and counted; nothing is read from disk but the law."""
    intake = from_rows(
        {PurePath(name).stem: _rows(text) for name, text in EXAMPLE.items() if _is_table(name)}
    )
    year, law = intake.year, Lawbook.load()
    workdays = WorkdayCalendar.of(year)
    return Session(
        intake=intake,
        law=law,
        workdays=workdays,
        as_of=year.as_of,
        summary=summarize(year, law, workdays, year.as_of),
    )


def _is_table(name: str) -> bool:
    return name.endswith(".csv")


def _rows(text: str) -> Sequence[Mapping[str, str]]:
    return list(csv.DictReader(StringIO(text)))
