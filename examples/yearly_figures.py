"""Print the figures of a report folder as JSON: ``python examples/yearly_figures.py FOLDER``."""

from __future__ import annotations

import json
import sys

from ppid_core import Lawbook, WorkdayCalendar, load, summarize
from ppid_core.summary import summary_json


def main(folder: str) -> None:
    """Load, count, print."""
    year = load(folder).year
    summary = summarize(year, Lawbook.load(), WorkdayCalendar.of(year), year.as_of)
    print(json.dumps(summary_json(summary), ensure_ascii=False, indent=2))


if __name__ == "__main__":
    main(*sys.argv[1:])
