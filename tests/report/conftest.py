"""The example, ready to be composed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ppid_core import (
    Evidence,
    Lawbook,
    Report,
    ServiceYear,
    WorkdayCalendar,
    check,
    compose,
    load,
    summarize,
)

EXAMPLE = Path(__file__).parents[2] / "examples" / "kota-serang-2020"
LAW = Lawbook.load()
WORKDAYS = WorkdayCalendar.load()

Composing = Callable[..., Report]


def composed(year: ServiceYear, as_of: date = date(2021, 1, 7), **options: Any) -> Report:  # noqa: ANN401  what compose takes
    """Return the report of ``year``, checked by every rule."""
    summary = summarize(year, LAW, WORKDAYS, as_of)
    checked = check(Evidence(year=year, summary=summary, law=LAW, workdays=WORKDAYS, as_of=as_of))
    return compose(year, summary, checked, LAW, **options)


@pytest.fixture
def compose_year() -> Composing:
    return composed


@pytest.fixture(scope="session")
def serang() -> ServiceYear:
    return load(EXAMPLE).year
