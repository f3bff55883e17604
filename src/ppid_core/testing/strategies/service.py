"""How the service is equipped."""

from __future__ import annotations

from functools import cache

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from ppid_core.model import (
    Channel,
    Facility,
    OfferedChannel,
    Picture,
    ReportingPeriod,
    Service,
    ServiceHours,
    Staff,
    Visits,
)
from ppid_core.testing.strategies.agency import agency_refs
from ppid_core.testing.strategies.plain import (
    coded,
    counts,
    counts_in_words,
    hours_of_day,
    partly,
    periods,
    recorded,
    sources,
    words,
)

MONDAY_TO_THURSDAY, FRIDAY = (0, 1, 2, 3), (4,)


@cache
def facilities() -> SearchStrategy[Facility]:
    """Return kinds of equipment."""
    return partly(Facility, place=words(), name=words(), count=counts(), condition=words(), source=sources())


@cache
def service_hours() -> SearchStrategy[ServiceHours]:
    """Return hours of service; a break may lie outside them."""
    hour = hours_of_day()
    any_days = st.lists(st.integers(0, 6), unique=True, max_size=3).map(tuple)
    return partly(
        ServiceHours,
        agency=agency_refs(),
        days=st.sampled_from((MONDAY_TO_THURSDAY, FRIDAY)) | any_days,
        opens=hour,
        closes=hour,
        break_from=hour,
        break_until=hour,
        source=sources(),
    )


@cache
def staff() -> SearchStrategy[Staff]:
    """Return people of one unit."""
    return partly(
        Staff,
        unit=words(),
        count=counts(),
        count_in_words=counts_in_words(),
        qualification=words(),
        source=sources(),
    )


@cache
def pictures() -> SearchStrategy[Picture]:
    """Return pictures, numbered or not."""
    return partly(
        Picture,
        number=st.sampled_from(("", "2.1", "2.2", "2.4")) | words(),
        caption=words(),
        file=st.sampled_from(("", "gambar/ruang.jpg")) | words(),
        source=sources(),
    )


@cache
def offered_channels() -> SearchStrategy[OfferedChannel]:
    """Return channels that a body says it offers."""
    return partly(OfferedChannel, {"channel": coded(Channel)}, source=sources())


@cache
def visits(period: ReportingPeriod | None = None) -> SearchStrategy[Visits]:
    """Return visits in one period, mostly within ``period``."""
    return partly(Visits, period=periods(period), count=counts(), source=sources())


@cache
def services(period: ReportingPeriod | None = None) -> SearchStrategy[Service]:
    """Return the service as it is equipped."""
    return st.builds(
        Service,
        facilities=recorded(facilities()),
        hours=recorded(service_hours()),
        staff=recorded(staff()),
        staff_total=st.none() | counts(),
        staff_total_source=st.none() | sources(),
        staff_basis=words(),
        staff_basis_source=st.none() | sources(),
        pictures=recorded(pictures()),
        offered_channels=recorded(offered_channels()),
        visits=recorded(visits(period)),
    )
