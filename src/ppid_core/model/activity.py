"""What was done in the year: activities, innovations, awards, ranking."""

from __future__ import annotations

from decimal import Decimal

from attrs import field, frozen

from ppid_core.model.absent import NOT_KEPT, Absent
from ppid_core.model.agency import AgencyRef
from ppid_core.model.amount import finite
from ppid_core.model.narrative import Entry
from ppid_core.source import Source


@frozen(kw_only=True)
class AgencyScore:
    """The score of one agency in the body's own ranking (*peringkat OPD*).

    >>> from decimal import Decimal
    >>> from ppid_core.model import AgencyRef, AgencyScore
    >>> AgencyScore(agency=AgencyRef(typed="Dinas A"), value=Decimal("87.5")).value
    Decimal('87.5')
    """

    agency: AgencyRef
    value: Decimal | None = field(default=None, validator=finite)
    unit: str = ""
    source: Source | None = field(default=None, eq=False)


@frozen(kw_only=True)
class Activity:
    """What was done (*kegiatan*), and what it earned.

    >>> from ppid_core.model import Activity, Entry
    >>> Activity(activities=(Entry(text="Pelatihan petugas"),)).awards
    Absent(reason=<Reason.NOT_KEPT: 'not_kept'>, detail='')
    """

    activities: tuple[Entry, ...] | Absent = NOT_KEPT
    innovations: tuple[Entry, ...] | Absent = NOT_KEPT
    awards: tuple[Entry, ...] | Absent = NOT_KEPT
    ranking: tuple[AgencyScore, ...] | Absent = NOT_KEPT
