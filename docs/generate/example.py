"""The report of the example: what the page of the formats shows them on."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from ppid_core import Evidence, Lawbook, Report, WorkdayCalendar, check, compose, load, summarize

ROOT = Path(__file__).parents[2]
EXAMPLE = "examples/kota-serang-2020"


@cache
def report() -> Report:
    """Return the full report of the example, in Indonesian, by our own rules."""
    intake = load(ROOT / EXAMPLE)
    year, law, workdays = intake.year, Lawbook.load(), WorkdayCalendar.of(intake.year)
    summary = summarize(year, law, workdays, year.as_of)
    evidence = Evidence(
        year=year, summary=summary, law=law, workdays=workdays, as_of=year.as_of, inputs=intake.inputs
    )
    return compose(year, summary, check(evidence), law, pictures=intake.pictures)
