from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from ppid_core.law import Lawbook
from ppid_core.model import ServiceYear
from ppid_core.summary import Summary, summarize
from ppid_core.workdays import WorkdayCalendar


@pytest.fixture(scope="session")
def law() -> Lawbook:
    return Lawbook.load()


@pytest.fixture(scope="session")
def workdays() -> WorkdayCalendar:
    return WorkdayCalendar.load()


@pytest.fixture(scope="session")
def count(law: Lawbook, workdays: WorkdayCalendar) -> Callable[..., Summary]:
    """Summarize a year as it stands on its last day, or on the day given."""

    def counted(year: ServiceYear, as_of: date | None = None) -> Summary:
        return summarize(year, law, workdays, as_of or year.period.last_day)

    return counted
