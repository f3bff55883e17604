"""Agencies, and mentions of them."""

from __future__ import annotations

from functools import cache

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from ppid_core.model import Absent, Agency, AgencyRef
from ppid_core.source import Source
from ppid_core.testing.strategies.plain import days, names, partly, recorded, rows_of, sources, words

_KNOWN = (
    ("1", "Dinas Kesehatan", "Dinkes"),
    ("2", "Dinas Komunikasi dan Informatika", "Diskominfo"),
    ("3", "Kecamatan Serang", ""),
    ("Sekretariat Daerah", "Sekretariat Daerah", "Setda"),
)
_LISTED = tuple(
    Agency(code=code, name=name, short_name=short, source=Source(file="opd.csv", row=row))
    for row, (code, name, short) in enumerate(_KNOWN, start=2)
)


@cache
def agencies() -> SearchStrategy[Agency]:
    """Return agencies: codes and names recur, some were renamed."""
    any_other = partly(
        Agency,
        {"code": names(), "name": names()},
        short_name=words(),
        aliases=rows_of(words()),
        valid_from=days(),
        valid_until=days(),
        successor=st.sampled_from(("", "1", "3")),
        source=sources(),
    )
    return st.sampled_from(_LISTED) | any_other


@cache
def registers_of_agencies() -> SearchStrategy[tuple[Agency, ...] | Absent]:
    """Return lists of agencies: absent, empty, some, or all that `agency_refs` mentions."""
    return recorded(agencies()) | st.just(_LISTED)


@cache
def agency_refs() -> SearchStrategy[AgencyRef]:
    """Return mentions: most by a name that `agencies` knows, some that lead nowhere."""
    known = [AgencyRef(typed=name, code=code) for code, *written in _KNOWN for name in written if name]
    return (
        st.sampled_from(known)
        | st.builds(AgencyRef, typed=names())
        | st.builds(AgencyRef, typed=names(), code=names())
    )
