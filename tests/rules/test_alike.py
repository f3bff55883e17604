"""Requests of which all that is dated is the same are judged once: one by one they come to the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from datetime import date, timedelta
from itertools import count
from typing import Any
from unittest.mock import patch

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.years import shared_years

from ppid_core import Dossier, check
from ppid_core.model import (
    AgencyRef,
    Coded,
    Outcome,
    Period,
    RefusalReason,
    ReportingPeriod,
    Request,
    ServiceYear,
)
from ppid_core.plugins import Plugins
from ppid_core.rules.casebook import alike
from ppid_core.summary import durations, listed

DAYS = (None, None, *(date(2022, 12, 1) + timedelta(days=days) for days in (0, 3, 27, 40)))
RECEIVED = (
    None,
    Period(2022),
    Period(2022, 12),
    Period(2022, 12, 1),
    Period(2022, 12, 4),
    Period(2021, 3, 1),
)
REASONS = (None, Coded(RefusalReason.EXEMPT, "dikecualikan"), Coded(RefusalReason.NOT_HELD, "tidak dikuasai"))

ORDINARY = Request(period=RECEIVED[3], outcome=Outcome.GRANTED, held=True, notice_on=DAYS[3])
FIELDS: Mapping[str, tuple[Any, ...]] = {
    "number": ("", "1", "2", "3"),
    "period": RECEIVED,
    "count": (0, 1, 3),
    "opening": (None, 2021),
    "agency": (None, AgencyRef(typed="Dinas A"), AgencyRef(typed="Dinas B")),
    "held": (None, True),
    "outcome": (None, *Outcome),
    "reason": REASONS,
    "working_days": (None, 30),
    "registered_on": DAYS,
    "told_incomplete_on": DAYS,
    "letter_received_on": DAYS,
    "repaired_on": DAYS,
    "completed_on": DAYS,
    "extended_on": DAYS,
    "further_extensions": ((), DAYS[2:3]),
    "notice_on": DAYS,
    "delivered_on": DAYS,
    "unread": ((), ("notice_on",), ("agency",), ("count",)),
}
"""What a request may say in each field."""


@st.composite
def years(draw: st.DrawFn) -> ServiceYear:
    """Draw a year with requests that are the same in all fields but one."""
    field = st.sampled_from(tuple(FIELDS))
    change = field.flatmap(lambda name: st.tuples(st.just(name), st.sampled_from(FIELDS[name])))
    alike_in_all_but = draw(field)
    usual = evolve(ORDINARY, **dict(draw(st.lists(change, max_size=3))))
    rows = tuple(
        evolve(usual, **{alike_in_all_but: value})
        for value in draw(st.permutations(FIELDS[alike_in_all_but]))
    )
    year = draw(shared_years(ReportingPeriod(2022)))
    return evolve(year, requests=(*rows, *listed(year.requests)))


@contextmanager
def one_by_one() -> Iterator[None]:
    """Let no request be like another."""
    places = count()
    each = {"_dated": alike, "_told_alike": durations}
    with ExitStack() as stack:
        for name, module in each.items():
            stack.enter_context(patch.object(module, name, lambda _: next(places)))
        yield


def assert_same(year: ServiceYear) -> None:
    together = Dossier(year=year, plugins=Plugins())
    found = check(together.evidence)

    with one_by_one():
        alone = Dossier(year=year, plugins=Plugins())
        assert alone.summary == together.summary
        assert check(alone.evidence) == found


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(years())
def test_groups_come_to_what_their_rows_come_to(year: ServiceYear) -> None:
    assert_same(year)


@pytest.mark.parametrize("name", FIELDS)
def test_ordinary_requests_that_differ_in_one_field_come_to_the_same_one_by_one(name: str) -> None:
    rows = tuple(evolve(ORDINARY, **{name: value}) for value in FIELDS[name])
    assert_same(ServiceYear(period=ReportingPeriod(2022), requests=rows))
