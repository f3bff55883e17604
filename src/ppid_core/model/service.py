"""How the service is equipped: facilities, hours, staff, pictures, channels, visits."""

from __future__ import annotations

from datetime import time

from attrs import field, frozen
from attrs.validators import deep_iterable, ge, in_, optional

from ppid_core.model.absent import NOT_KEPT, Absent
from ppid_core.model.agency import AgencyRef
from ppid_core.model.open_list import Coded
from ppid_core.model.period import Period
from ppid_core.model.request import Channel
from ppid_core.source import Source

_WEEK = range(7)


@frozen(kw_only=True)
class Facility:
    """One kind of equipment (*sarana prasarana*) and where it stands.

    >>> from ppid_core.model import Facility
    >>> Facility(name="Komputer", count=2, condition="baik").count
    2
    """

    place: str = ""
    name: str = ""
    count: int | None = field(default=None, validator=optional(ge(0)))
    condition: str = ""
    source: Source | None = field(default=None, eq=False)


@frozen(kw_only=True)
class ServiceHours:
    """Hours of service (*jam layanan*).

    >>> from datetime import time
    >>> from ppid_core.model import ServiceHours
    >>> ServiceHours(days=(0, 1, 2, 3), opens=time(8), closes=time(15, 30)).agency is None
    True

    Attributes:
        agency: whose hours; None for the main PPID.
        days: weekdays, Monday 0.
    """

    agency: AgencyRef | None = None
    days: tuple[int, ...] = field(default=(), validator=deep_iterable(in_(_WEEK)))
    opens: time | None = None
    closes: time | None = None
    break_from: time | None = None
    break_until: time | None = None
    source: Source | None = field(default=None, eq=False)


@frozen(kw_only=True)
class Staff:
    """People of one unit (*SDM*).

    >>> from ppid_core.model import Staff
    >>> Staff(unit="Meja layanan", count=3, count_in_words="tiga").count
    3
    """

    unit: str = ""
    count: int | None = field(default=None, validator=optional(ge(0)))
    count_in_words: str | None = None
    qualification: str = ""
    source: Source | None = field(default=None, eq=False)


@frozen(kw_only=True)
class Picture:
    """A picture (*gambar*): number ("" for unnumbered), caption and file.

    >>> from ppid_core.model import Picture
    >>> Picture(number="2.1", caption="Meja layanan", file="gambar/meja.jpg").file
    'gambar/meja.jpg'
    """

    number: str = ""
    caption: str = ""
    file: str = ""
    source: Source | None = field(default=None, eq=False)


@frozen(kw_only=True)
class OfferedChannel:
    """A channel that the body says it offers (*kanal yang ditawarkan*).

    >>> from ppid_core.model import Channel, Coded, OfferedChannel
    >>> OfferedChannel(channel=Coded(Channel.WEBSITE, "laman")).channel.slug.value
    'website'
    """

    channel: Coded[Channel]
    source: Source | None = field(default=None, eq=False)


@frozen(kw_only=True)
class Visits:
    """Visits to the website (*kunjungan*) in one period.

    >>> from ppid_core.model import Period, Visits
    >>> Visits(period=Period(2024, 5), count=120).count
    120
    """

    period: Period | None = None
    count: int | None = field(default=None, validator=optional(ge(0)))
    source: Source | None = field(default=None, eq=False)


@frozen(kw_only=True)
class Service:
    """The service (*layanan*) as it is equipped.

    >>> from ppid_core.model import Service, Staff
    >>> Service(staff=(Staff(unit="PPID", count=3),)).hours
    Absent(reason=<Reason.NOT_KEPT: 'not_kept'>, detail='')

    Attributes:
        staff_total: how many people the text says there are (*sdm.jumlah*).
        staff_basis: the decree that appoints them (*sdm.dasar*), as typed.
    """

    facilities: tuple[Facility, ...] | Absent = NOT_KEPT
    hours: tuple[ServiceHours, ...] | Absent = NOT_KEPT
    staff: tuple[Staff, ...] | Absent = NOT_KEPT
    staff_total: int | None = field(default=None, validator=optional(ge(0)))
    staff_total_source: Source | None = field(default=None, eq=False)
    staff_basis: str = ""
    staff_basis_source: Source | None = field(default=None, eq=False)
    pictures: tuple[Picture, ...] | Absent = NOT_KEPT
    offered_channels: tuple[OfferedChannel, ...] | Absent = NOT_KEPT
    visits: tuple[Visits, ...] | Absent = NOT_KEPT
