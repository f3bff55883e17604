"""Agencies of a public body: renames and mergers are dated facts, names resolve exactly or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from attrs import field, frozen

from ppid_core.source import Source
from ppid_core.writing.whitespace import seen


def normal(name: str) -> str:
    """Return ``name`` without the differences that are none: case, spaces, and what is not seen.

    >>> from ppid_core.model import normal
    >>> normal("Dinas  Kesehatan") == normal("DINAS KESEHATAN")
    True
    """
    words = name if name.isascii() else seen(name)
    return " ".join(words.split()).casefold()


def normal_forms(names: Sequence[str]) -> list[str]:
    """Return `normal` of each name; a column of plain words, one a name, is folded as a whole."""
    column = "\n".join(names)
    if column.isascii():
        folded = column.casefold()
        words = folded.split()
        if len(words) == len(names) and "\n".join(words) == folded:
            return words
    return list(map(normal, names))


@frozen(kw_only=True)
class Agency:
    """An agency of the body (*OPD*).

    >>> from ppid_core.model import Agency
    >>> Agency(code="04", name="Badan Pengelola Keuangan", short_name="BPK").label
    'BPK'

    Attributes:
        code: its key; the official name where the body gives no codes.
        aliases: other names under which it is written.
        valid_from: first day of this name, None where it has always been.
        valid_until: last day of this name.
        successor: code of the agency that took over; of one that was split, of all, "|" between them.
    """

    code: str
    name: str
    short_name: str = ""
    aliases: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_until: date | None = None
    successor: str = ""
    source: Source | None = field(default=None, eq=False)

    @property
    def names(self) -> tuple[str, ...]:
        """Every name that leads to it."""
        return tuple(name for name in (self.code, self.name, self.short_name, *self.aliases) if name)

    @property
    def label(self) -> str:
        """The name to print where room is short."""
        return self.short_name or self.name

    @property
    def successors(self) -> tuple[str, ...]:
        """The codes of those that took over: several where it was split, none where nobody did.

        >>> from ppid_core.model import Agency
        >>> Agency(code="D1", name="Dinas A", successor="D5 | D6").successors
        ('D5', 'D6')
        """
        return tuple(code for part in self.successor.split("|") if (code := part.strip()))


@frozen(kw_only=True)
class AgencyRef:
    """A mention of an agency: the words as typed, and the code they lead to (None: to none).

    >>> from ppid_core.model import AgencyRef
    >>> AgencyRef(typed="Dinas A", code="04").key, AgencyRef(typed="Dinas A").key
    ('04', 'Dinas A')
    """

    typed: str
    code: str | None = None

    @property
    def key(self) -> str:
        """The key to count under: the code, else the typed words."""
        return self.typed if self.code is None else self.code


def name_index(agencies: Iterable[Agency]) -> Mapping[str, str]:
    """Return the code for each normal form of a name; the first agency keeps a name that two claim.

    >>> from ppid_core.model import Agency, name_index, normal
    >>> name_index([Agency(code="04", name="Dinas Kesehatan", aliases=("Dinkes",))])[normal("DINKES")]
    '04'
    """
    index: dict[str, str] = {}
    for agency in agencies:
        for name in agency.names:
            index.setdefault(normal(name), agency.code)
    return index
