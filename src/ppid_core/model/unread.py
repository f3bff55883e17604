"""What stands in the tables and could not be read: unknown, and neither blank nor wrong."""

from __future__ import annotations

from typing import Protocol

from attrs import field, frozen

from ppid_core.source import Source


class _Legible(Protocol):
    """A row that knows which of its fields could not be read."""

    @property
    def unread(self) -> tuple[str, ...]:
        """Names of those fields of the model."""


@frozen(kw_only=True)
class UnreadCell:
    """A cell that holds something nobody could read (*sel belum terbaca*).

    >>> from ppid_core.model import UnreadCell
    >>> UnreadCell(table="permohonan", column="bulan").count
    1

    Attributes:
        table: name of the table.
        column: canonical heading; "" where it may be any, as of a table or an unknown heading. Of a row
            that is not in the year for it: the key in *laporan*, the register in *rekap*, the measure in
            *pernyataan*.
        source: its place.
        count: how many such cells it stands for; beyond some thousands of a column they are one entry, whose
            place is the column.
    """

    table: str
    column: str = ""
    source: Source | None = field(default=None, eq=False)
    count: int = 1


def is_unread(row: _Legible, *fields: str) -> bool:
    """Tell whether one of ``fields`` of a row stands in the register and could not be read.

    >>> from ppid_core.model import Request, is_unread
    >>> request = Request(unread=("outcome",))
    >>> is_unread(request, "outcome"), is_unread(request, "channel")
    (True, False)
    """
    return bool(row.unread) and any(name in row.unread for name in fields)
