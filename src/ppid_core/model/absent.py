"""What cannot be known, with its reason: never 0."""

from __future__ import annotations

from enum import StrEnum

from attrs import frozen


class Reason(StrEnum):
    """Why a figure or a register is absent."""

    NOT_KEPT = "not_kept"
    NO_DATES = "no_dates"
    NO_DAYS = "no_days"
    NO_ROWS = "no_rows"
    NO_CATEGORY = "no_category"
    PART_OF_ROWS = "part_of_rows"
    EXCEEDS_TOTAL = "exceeds_total"
    NOTHING_TO_SHARE = "nothing_to_share"
    STATED_ONLY = "stated_only"
    UNCOUNTED_UNIT = "uncounted_unit"
    NO_CALENDAR = "no_calendar"
    TOTALS_DIFFER = "totals_differ"
    NOT_ASKED = "not_asked"
    NO_OPENING = "no_opening"
    NO_BASE = "no_base"
    SMALL_BASE = "small_base"
    NO_COUNT = "no_count"
    UNREAD = "unread"
    UNREADABLE = "unreadable"


@frozen
class Absent:
    """A figure that cannot be known, or a register that was not kept (*tidak tercatat*).

    >>> from ppid_core import Absent, Dossier
    >>> work = Dossier.open("examples/kota-serang-2020")
    >>> work.figure("suits.total")
    Absent(reason=<Reason.NOT_KEPT: 'not_kept'>, detail='')

    Attributes:
        reason: why, as a slug with a label in both languages.
        detail: what the reason is about, as it is printed after it ("8,48 hari"); "" where nothing.
    """

    reason: Reason = Reason.NOT_KEPT
    detail: str = ""


UNREADABLE = Absent(Reason.UNREADABLE)
"""What a table holds that is there and of which nothing could be read."""
NOT_KEPT = Absent()
"""What a register that was not kept holds: not nothing, but nothing known."""
