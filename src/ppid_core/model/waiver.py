"""A finding explained, and days on which the body was closed."""

from __future__ import annotations

from datetime import date

from attrs import field, frozen

from ppid_core.source import Source


@frozen(kw_only=True)
class Waiver:
    """An explanation (*penjelasan*) of a finding.

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
    """A regional holiday or a closure (*hari libur daerah*)."""

    on: date
    reason: str = ""
    source: Source | None = field(default=None, eq=False)
