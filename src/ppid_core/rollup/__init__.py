"""Many bodies, many years: what their reports come to together, who did not report, what nobody can say."""

from __future__ import annotations

from ppid_core.rollup.body_year import BodyYear, CodeCount, Reported
from ppid_core.rollup.child_sum import ChildSum
from ppid_core.rollup.commission import CommissionCase, CommissionRegister, DisputeDifference
from ppid_core.rollup.group import BodyGroup, CodeTotal, GroupParts, GroupTimes, GroupTotal, SizeBand
from ppid_core.rollup.group import share_of as share_of
from ppid_core.rollup.region import Region, Regions
from ppid_core.rollup.rollup import RefusedFile, Rollup, rollup
from ppid_core.rollup.roster import Roster, RosterEntry
from ppid_core.rollup.selection import AsideReason, AsideReport
from ppid_core.rollup.year import By, Handed, RosterLine, YearRollup

__all__ = [
    "AsideReason",
    "AsideReport",
    "BodyGroup",
    "BodyYear",
    "By",
    "ChildSum",
    "CodeCount",
    "CodeTotal",
    "CommissionCase",
    "CommissionRegister",
    "DisputeDifference",
    "GroupParts",
    "GroupTimes",
    "GroupTotal",
    "Handed",
    "RefusedFile",
    "Region",
    "Regions",
    "Reported",
    "Rollup",
    "Roster",
    "RosterEntry",
    "RosterLine",
    "SizeBand",
    "YearRollup",
    "rollup",
]
