"""The lists of information, entry by entry, and the numbers by which refusals name them."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from ppid_core.glossary.exemption import UNTESTED, says
from ppid_core.model import ExemptInformation, normal
from ppid_core.rules.engine.evidence import Evidence, known
from ppid_core.rules.engine.place import keyed


@frozen(kw_only=True)
class ExemptEntry:
    """An entry of the list of exempt information, as the rules look at it.

    Attributes:
        subject: what findings about it are about.
        row: the entry.
    """

    subject: str
    row: ExemptInformation

    @property
    def decree(self) -> str:
        """The decree that classified it, as written; "" where none is, or where the words say so."""
        decree = self.row.decree.strip()
        return "" if says(UNTESTED, decree) else decree


def exempt_entries(evidence: Evidence) -> Sequence[ExemptEntry]:
    """Return the entries; where no list is kept, the rule ends as not applicable."""
    rows = known(evidence.year.exempt_information)
    return tuple(ExemptEntry(subject=subject, row=row) for subject, row in keyed("exempt_entry", rows))


def entries_by_number(evidence: Evidence) -> dict[str, ExemptEntry]:
    """Return the entries by their numbers, without the differences that are none; errors as before."""
    entries = exempt_entries(evidence)
    return {number: one for one in reversed(entries) if (number := normal(one.row.number))}
