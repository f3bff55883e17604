"""When something is due, with and without the trace."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from typing import Any

import pytest
from attrs import astuple, evolve
from hypothesis import given
from hypothesis import strategies as st

from ppid_core.deadlines import (
    Deadline,
    DeadlineKind,
    deadline,
    due_on,
    report_due_for,
    report_due_on,
    request_start,
)
from ppid_core.errors import CalendarRangeError, NotInForceError
from ppid_core.law import Lawbook, MonthDay, Parameter, Track, Unit
from ppid_core.model import Closure
from ppid_core.workdays import WorkdayCalendar

LAW, WORKDAYS = Lawbook.load(), WorkdayCalendar.load()
EXTENDABLE = {kind for kind in DeadlineKind if kind.limit.extension}
CLOCKS = (date(2021, 6, 29), date(2021, 6, 30))
"""The last day of Perki 1/2010 and the first of Perki 1/2021."""
COUNTED = [kind for kind in DeadlineKind if kind is not DeadlineKind.YEARLY_REPORT]
MOVED = """
[[report_due]]
since = 2010-01-01
value = { month = 3, day = 31 }
citation = { instrument = "Perki 1/2010" }
confidence = "confirmed"
checked_on = 2026-01-01

[[report_due]]
since = 2021-02-01
value = { month = 4, day = 30 }
citation = { instrument = "Perki 1/2021" }
confidence = "confirmed"
checked_on = 2026-01-01
"""
SHORTER = """
[[{name}]]
since = 2010-04-30
value = {before}
unit = "{unit}"
citation = {{ instrument = "UU 14/2008" }}
confidence = "confirmed"
checked_on = 2026-01-01

[[{name}]]
since = 2021-01-04
value = {after}
unit = "{unit}"
citation = {{ instrument = "Perubahan" }}
confidence = "confirmed"
checked_on = 2026-01-01
"""


def limit(name: str, before: int, after: int, unit: str = "working_day") -> Parameter[int]:
    """Return a time that changes on 4 January 2021."""
    return Parameter.from_toml(SHORTER.format(name=name, before=before, after=after, unit=unit), name, int)


@cache
def calendar(
    track: Track, known_on: date | None, closed: tuple[date, ...], *, cuti_bersama: bool
) -> WorkdayCalendar:
    return WorkdayCalendar.load(
        [Closure(on=day) for day in closed], cuti_bersama=cuti_bersama, track=track, as_known_on=known_on
    )


calendars = st.builds(
    calendar,
    st.sampled_from(Track),
    st.sampled_from((None, date(2026, 10, 1))),
    st.lists(st.dates(date(2020, 1, 1), date(2021, 12, 31)), max_size=2).map(tuple),
    cuti_bersama=st.booleans(),
)
kinds = st.sampled_from(COUNTED)
opened = st.dates(date(2021, 6, 30), date(2027, 1, 15)) | st.dates(date(2021, 11, 1), date(2021, 12, 24))


def asked(kind: DeadlineKind, *, extended: bool) -> bool:
    return extended and kind in EXTENDABLE


@given(kinds, opened, calendars, st.booleans())
def test_the_steps_are_every_day_after_day_zero_up_to_the_due_date_once(
    kind: DeadlineKind,
    day: date,
    workdays: WorkdayCalendar,
    extended: bool,  # noqa: FBT001  drawn
) -> None:
    found = deadline(kind, day, LAW, workdays, extended=asked(kind, extended=extended))

    assert [step.date for step in found.steps] == [
        day + timedelta(days=offset) for offset in range(1, (found.due_on - day).days + 1)
    ]
    assert all(step.counted == (step.why is None) == (step.reason is None) for step in found.steps)
    assert found.skipped == tuple(step for step in found.steps if step.why is not None)


@given(kinds, opened, calendars, st.booleans())
def test_each_leg_counts_as_many_days_as_its_provision_says(
    kind: DeadlineKind,
    day: date,
    workdays: WorkdayCalendar,
    extended: bool,  # noqa: FBT001  drawn
) -> None:
    found = deadline(kind, day, LAW, workdays, extended=asked(kind, extended=extended))

    for leg in found.legs:
        within = [step for step in found.steps if leg.start < step.date <= leg.end]
        assert sum(step.counted for step in within) == leg.provision.value
        assert within[-1].counted


@given(kinds, opened, calendars, st.booleans())
def test_the_last_day_is_the_same_with_and_without_the_trace(
    kind: DeadlineKind,
    day: date,
    workdays: WorkdayCalendar,
    extended: bool,  # noqa: FBT001  drawn
) -> None:
    is_asked = asked(kind, extended=extended)

    found = deadline(kind, day, LAW, workdays, extended=is_asked)

    assert found.due_on == due_on(kind, day, LAW, workdays, extended=is_asked) == found.legs[-1].end
    assert found.legs[0].start == found.opened_on == day
    assert [leg.start for leg in found.legs[1:]] == [leg.end for leg in found.legs[:-1]]
    assert (found.calendar_version, found.track) == (workdays.version, workdays.track)


@given(st.sampled_from(sorted(EXTENDABLE)), opened, calendars)
def test_an_extension_runs_on_from_the_original_last_day(
    kind: DeadlineKind, day: date, workdays: WorkdayCalendar
) -> None:
    plain, extended = (
        deadline(kind, day, LAW, workdays, extended=is_extended) for is_extended in (False, True)
    )

    assert extended.legs[:1] == plain.legs
    assert extended.provision == plain.provision
    assert extended.due_on == workdays.add(plain.due_on, extended.legs[1].provision.value)


@given(opened, calendars)
def test_calendar_days_run_through_holidays_and_no_calendar_has_a_say(
    day: date, workdays: WorkdayCalendar
) -> None:
    found = deadline(DeadlineKind.CASSATION, day, LAW, workdays)

    assert found.due_on == day + timedelta(days=LAW.cassation_filing.at(day).value)
    assert all(step.counted for step in found.steps)
    assert not found.is_worked
    assert (found.conflict, found.following, found.estimated) == ((), (), False)


@given(st.integers(2010, 2100))
def test_the_yearly_report_is_due_on_its_day_whatever_day_that_is(year: int) -> None:
    end = date(year, 12, 31)

    found = deadline(DeadlineKind.YEARLY_REPORT, end, LAW, WORKDAYS)

    assert found.due_on == report_due_on(end, LAW) == report_due_for(year, LAW) == date(year + 1, 3, 31)
    assert found.due_on == due_on(DeadlineKind.YEARLY_REPORT, end, LAW, WORKDAYS)
    assert (found.legs, found.steps, found.estimated) == ((), (), False)


@pytest.mark.parametrize(
    ("year", "due"),
    [
        (2020, date(2021, 3, 31)),
        (2021, date(2022, 3, 31)),
        (2023, date(2024, 3, 31)),
        (2024, date(2025, 3, 31)),
    ],
    ids=["ordinary", "under Perki 1/2021", "Sunday and Easter", "Idul Fitri"],
)
def test_the_report_is_due_on_31_march_also_where_that_is_a_holiday(year: int, due: date) -> None:
    assert report_due_on(date(year, 12, 31), LAW) == due


def test_the_report_is_judged_by_the_law_of_the_day_it_is_due() -> None:
    changed = evolve(LAW, report_due=Parameter.from_toml(MOVED, "report_due", MonthDay))

    assert report_due_on(date(2020, 12, 31), changed) == date(2021, 4, 30)
    assert report_due_on(date(2019, 12, 31), changed) == date(2020, 3, 31)


@pytest.mark.parametrize("count", [deadline, due_on])
@pytest.mark.parametrize("kind", sorted(set(DeadlineKind) - EXTENDABLE))
def test_what_cannot_be_extended_refuses_an_extension(
    kind: DeadlineKind, count: Callable[..., Deadline | date]
) -> None:
    with pytest.raises(ValueError, match=f"{kind} cannot be extended"):
        count(kind, date(2023, 12, 29), LAW, WORKDAYS, extended=True)


@pytest.mark.parametrize("count", [deadline, due_on])
@pytest.mark.parametrize("kind", sorted(set(DeadlineKind) - {DeadlineKind.REQUEST}))
def test_only_a_request_becomes_complete(kind: DeadlineKind, count: Callable[..., Deadline | date]) -> None:
    with pytest.raises(ValueError, match=f"{kind} has no day on which it was complete"):
        count(kind, date(2023, 12, 29), LAW, WORKDAYS, complete=True)


@pytest.mark.parametrize("kind", DeadlineKind)
def test_before_the_law_that_sets_it_nothing_is_due(kind: DeadlineKind) -> None:
    since = LAW.parameter(kind.limit.parameter).since
    leg_before = timedelta(days=100 if kind.limit.before else 1)

    with pytest.raises(NotInForceError):
        deadline(kind, since - leg_before, LAW, WORKDAYS)
    assert deadline(kind, since, LAW, WORKDAYS).due_on > since


def test_the_time_is_that_of_the_law_on_day_zero_and_so_is_its_extension() -> None:
    changed = evolve(
        LAW,
        request_response=limit("request_response", 10, 5),
        request_extension=limit("request_extension", 7, 2),
    )
    eve, day = date(2021, 1, 3), date(2021, 1, 4)

    old, new = (deadline(DeadlineKind.REQUEST, one, changed, WORKDAYS, extended=True) for one in (eve, day))

    assert [leg.provision.value for leg in old.legs] == [10, 7]
    assert [leg.provision.value for leg in new.legs] == [5, 2]


def test_after_silence_the_second_time_is_that_of_the_law_on_its_own_day_zero() -> None:
    changed = evolve(LAW, dispute_filing_after_silence=limit("dispute_filing_after_silence", 14, 5))

    found = deadline(DeadlineKind.DISPUTE_FILING_AFTER_SILENCE, date(2020, 12, 1), changed, WORKDAYS)

    assert found.legs[1].start >= date(2021, 1, 4)
    assert [leg.provision.value for leg in found.legs] == [30, 5]
    assert found.provision.value == 5


def test_a_time_in_months_is_no_number_of_days() -> None:
    changed = evolve(LAW, request_response=limit("request_response", 1, 1, "month"))

    with pytest.raises(ValueError, match="counted in days, not in month"):
        deadline(DeadlineKind.REQUEST, date(2020, 12, 18), changed, WORKDAYS)


@pytest.mark.parametrize("kind", [DeadlineKind.CASSATION, DeadlineKind.YEARLY_REPORT, DeadlineKind.REQUEST])
def test_a_last_day_that_no_calendar_has_raises(kind: DeadlineKind) -> None:
    for count in (deadline, due_on):
        with pytest.raises(CalendarRangeError):
            count(kind, date.max, LAW, WORKDAYS)


@pytest.mark.parametrize(
    ("track", "day", "conflict"),
    [
        (Track.BOTH, date(2021, 12, 15), (date(2021, 12, 24),)),
        (Track.ASN, date(2021, 12, 15), (date(2021, 12, 24),)),
        (Track.BOTH, date(2021, 12, 9), ()),
        (Track.ASN, date(2021, 12, 10), (date(2021, 12, 24),)),
        (Track.BOTH, date(2021, 12, 24), ()),
        (Track.UMUM, date(2025, 8, 11), (date(2025, 8, 18),)),
    ],
)
def test_a_due_date_that_hangs_on_a_day_in_dispute_says_so(
    track: Track, day: date, conflict: tuple[date, ...]
) -> None:
    found = deadline(DeadlineKind.REQUEST, day, LAW, WorkdayCalendar.load(track=track))

    assert found.conflict == conflict


def test_a_day_in_dispute_of_either_leg_is_told_once() -> None:
    found = deadline(DeadlineKind.REQUEST, date(2021, 12, 3), LAW, WORKDAYS, extended=True)

    assert [leg.end for leg in found.legs] == [date(2021, 12, 17), date(2021, 12, 28)]
    assert found.conflict == (date(2021, 12, 24),)


def test_a_due_date_over_an_estimated_year_is_an_estimate() -> None:
    workdays = WorkdayCalendar.load(until=2028)

    within, over = (
        deadline(DeadlineKind.REQUEST, day, LAW, workdays) for day in (date(2027, 12, 1), date(2027, 12, 27))
    )

    assert not within.estimated
    assert over.estimated


def test_a_track_that_follows_the_other_is_told_for_the_years_counted() -> None:
    asn = WorkdayCalendar.load(track=Track.ASN)

    assert deadline(DeadlineKind.REQUEST, date(2026, 12, 18), LAW, asn).following == (2027,)
    assert deadline(DeadlineKind.REQUEST, date(2026, 12, 1), LAW, asn).following == ()
    assert deadline(DeadlineKind.REQUEST, date(2026, 12, 18), LAW, WORKDAYS).following == ()


@pytest.mark.parametrize(
    ("received", "completed", "start"),
    [
        (date(2021, 6, 29), date(2021, 7, 5), (date(2021, 6, 29), "received")),
        (date(2021, 6, 30), date(2021, 7, 5), (date(2021, 7, 5), "complete")),
        (date(2021, 6, 30), date(2021, 6, 30), (date(2021, 6, 30), "complete")),
        (date(2021, 6, 30), None, (date(2021, 6, 30), "received")),
        (date(2021, 7, 5), date(2021, 7, 1), (date(2021, 7, 5), "received")),
    ],
    ids=["before Perki 1/2021", "its first day", "complete at once", "never said", "complete before receipt"],
)
def test_day_zero_of_a_request_is_by_the_law_of_the_day_of_its_receipt(
    received: date, completed: date | None, start: tuple[date, str]
) -> None:
    assert request_start(received, completed, LAW) == start


def test_a_request_from_before_the_act_has_no_day_zero() -> None:
    with pytest.raises(NotInForceError):
        request_start(date(2010, 4, 29), None, LAW)


def test_parts_of_a_due_date_are_built_by_name_alone() -> None:
    found = deadline(DeadlineKind.REQUEST, date(2023, 5, 2), LAW, WORKDAYS)

    values: tuple[Any, ...] = (found, found.legs[0], found.steps[0])
    for value in values:
        with pytest.raises(TypeError):
            type(value)(*astuple(value, recurse=False))


def test_the_clock_is_told_for_requests_alone() -> None:
    old, new = (deadline(DeadlineKind.REQUEST, day, LAW, WORKDAYS).clock for day in CLOCKS)

    assert old is not None
    assert new is not None
    assert (old.value, new.value) == ("received", "complete")
    others = set(COUNTED) - {DeadlineKind.REQUEST}
    assert {deadline(kind, CLOCKS[1], LAW, WORKDAYS).clock for kind in others} == {None}
    assert deadline(DeadlineKind.REQUEST, CLOCKS[1], LAW, WORKDAYS, complete=True).complete


@pytest.mark.parametrize("kind", COUNTED)
def test_the_provision_told_is_that_of_the_time_itself(kind: DeadlineKind) -> None:
    found = deadline(kind, date(2023, 5, 2), LAW, WORKDAYS)

    assert found.provision == LAW.parameter(kind.limit.parameter).at(found.legs[-1].start)
    assert found.provision.unit is (Unit.CALENDAR_DAY if kind is DeadlineKind.CASSATION else Unit.WORKING_DAY)
