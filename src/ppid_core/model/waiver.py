"""A finding explained, and days on which the body was closed."""

from __future__ import annotations

from datetime import date

from attrs import field, frozen

from ppid_core.source import Source


@frozen(kw_only=True)
class Waiver:
    """An explanation (*penjelasan*) of a finding.

    >>> from ppid_core.model import Waiver
    >>> Waiver(code="T101", subject="objections.total", reason="Dua keberatan dicabut").until is None
    True

    Attributes:
        code: code of the rule.
        subject: the finding's subject; "" explains every finding of the rule.
        until: last day on which it counts, None for always.
    """

    code: str
    subject: str = ""
    reason: str = ""
    by: str = ""
    on: date | None = None
    until: date | None = None
    source: Source | None = field(default=None, eq=False)


@frozen(kw_only=True)
class Closure:
    """A regional holiday or a closure (*hari libur daerah*).

    >>> from datetime import date
    >>> from ppid_core import WorkdayCalendar
    >>> from ppid_core.model import Closure
    >>> WorkdayCalendar.load([Closure(on=date(2024, 5, 2), reason="Hari jadi")]).why(date(2024, 5, 2)).id
    'Hari jadi'
    """

    on: date
    reason: str = ""
    source: Source | None = field(default=None, eq=False)
