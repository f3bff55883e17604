"""How the service is equipped."""

from __future__ import annotations

from functools import cache

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from ppid_core.intake.tables import FACILITIES, HOURS, PICTURES, STAFF, VISITS
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
from ppid_core.testing.strategies.column import rows_of_table, some_of
from ppid_core.testing.strategies.plain import (
    coded,
    counts,
    counts_in_words,
    periods,
    recorded,
    sources,
    words,
)

_MONDAY_TO_THURSDAY, _FRIDAY = (0, 1, 2, 3), (4,)


@cache
def facilities() -> SearchStrategy[Facility]:
    """Return kinds of equipment."""
    return rows_of_table(FACILITIES)


@cache
def service_hours() -> SearchStrategy[ServiceHours]:
    """Return hours of service; a break may lie outside them."""
    any_days = st.lists(st.integers(0, 6), unique=True, max_size=3).map(tuple)
    return rows_of_table(HOURS, days=st.sampled_from((_MONDAY_TO_THURSDAY, _FRIDAY)) | any_days)


@cache
def staff() -> SearchStrategy[Staff]:
    """Return people of one unit."""
    return rows_of_table(STAFF, count=counts(), count_in_words=counts_in_words())


@cache
def pictures() -> SearchStrategy[Picture]:
    """Return pictures, numbered or not."""
    return rows_of_table(
        PICTURES,
        number=st.sampled_from(("", "2.1", "2.2", "2.4")) | words(),
        file=st.sampled_from(("", "gambar/ruang.jpg")) | words(),
    )


@cache
def offered_channels() -> SearchStrategy[OfferedChannel]:
    """Return channels that a body says it offers."""
    return some_of(OfferedChannel, {"channel": coded(Channel)})


@cache
def visits(period: ReportingPeriod | None = None) -> SearchStrategy[Visits]:
    """Return visits in one period, mostly within ``period``."""
    return rows_of_table(VISITS, period=periods(period))


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
