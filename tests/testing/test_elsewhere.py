"""The other process has another day, whatever the job imports there."""

from __future__ import annotations

from datetime import date

import pytest
from tests.testing.wrong_rules import WITHOUT_FORM, asks_for_today

from ppid_core.testing.contract.rule import evidence_of
from ppid_core.testing.elsewhere.process import found, run_elsewhere


@pytest.mark.slow
def test_what_asks_for_today_finds_another_day_there() -> None:
    work = (asks_for_today().rule,), (evidence_of(WITHOUT_FORM),)

    outcome = run_elsewhere(found, work)

    assert outcome.fault == ""
    ((here, *_),), ((there, *_),) = found(*work), outcome.value
    assert isinstance(here.expected, date)
    assert (there.expected - here.expected).days >= 400
