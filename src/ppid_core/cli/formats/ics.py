"""Due dates as a calendar file (iCalendar, RFC 5545) that people subscribe to or import."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta

from attrs import frozen

from ppid_core.errors import ExtraMissingError
from ppid_core.language import Bilingual, Lang

_PRODUCT = "-//ppid-core//ppid//ID"
_DOMAIN = "ppid-core"
_LENGTH = 32


@frozen(kw_only=True)
class CalendarDay:
    """One day in the calendar.

    Attributes:
        key: what makes it this one and no other; the same key gives the same UID, so that a later file
            moves the entry and does not double it.
        on: the day.
        known_on: the day whose state it tells: its time stamp, since no clock is read.
    """

    key: tuple[str, ...]
    on: date
    known_on: date
    title: str
    text: str

    @property
    def uid(self) -> str:
        """Its identifier, stable over files."""
        return f"{hashlib.sha256(json.dumps(self.key).encode()).hexdigest()[:_LENGTH]}@{_DOMAIN}"


def calendar_file(entries: Iterable[CalendarDay], lang: Lang) -> bytes:
    """Return the entries as all-day events, in the order given: UTF-8, lines ended as the standard asks.

    Raises:
        ExtraMissingError: where the package ``icalendar`` is not installed (extra ``ics``).
    """
    try:
        from icalendar import Calendar, Event  # noqa: PLC0415  optional, and slow to import
    except ImportError as error:
        raise ExtraMissingError("ics", "ics") from error
    file = Calendar()
    file.add("prodid", _PRODUCT)
    file.add("version", "2.0")
    file.add("x-wr-calname", _NAME(lang))
    for entry in entries:
        event = Event()
        event.add("uid", entry.uid)
        event.add("dtstamp", datetime.combine(entry.known_on, time(), UTC))
        event.add("dtstart", entry.on)
        if entry.on < date.max:  # without an end a day lasts a day, says the standard, but not every program
            event.add("dtend", entry.on + timedelta(days=1))
        event.add("transp", "TRANSPARENT")
        event.add("summary", entry.title)
        event.add("description", entry.text)
        file.add_component(event)
    content: bytes = file.to_ical()
    return content


_NAME = Bilingual("Batas waktu layanan informasi", "Deadlines of information service")
