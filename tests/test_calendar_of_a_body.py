"""The working calendar of a body's year: its closures and its choice of joint leave."""

from __future__ import annotations

from datetime import date

import pytest

from ppid_core import WorkdayCalendar
from ppid_core.model import Closure, PublicBody, ReportingPeriod, ServiceYear

CLOSED = date(2023, 7, 5)
JOINT_LEAVE = date(2023, 12, 26)


@pytest.mark.parametrize(("follows", "works"), [(None, False), (True, False), (False, True)])
def test_joint_leave_is_no_working_day_unless_the_body_says_so(*, follows: bool | None, works: bool) -> None:
    year = ServiceYear(period=ReportingPeriod(2023), body=PublicBody(cuti_bersama=follows))

    assert WorkdayCalendar.of(year).is_working_day(JOINT_LEAVE) is works


def test_closures_of_the_body_are_no_working_days() -> None:
    year = ServiceYear(period=ReportingPeriod(2023), closures=(Closure(on=CLOSED, reason="Hari jadi"),))

    assert not WorkdayCalendar.of(year).is_working_day(CLOSED)
    assert WorkdayCalendar.of(ServiceYear(period=ReportingPeriod(2023))).is_working_day(CLOSED)
