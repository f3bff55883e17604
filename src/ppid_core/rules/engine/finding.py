"""What a rule finds: facts and places, no text."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum

from attrs import field, frozen

from ppid_core.glossary import Plain
from ppid_core.language import Bilingual
from ppid_core.source import Source
from ppid_core.summary.ratio import EXACT


class Severity(StrEnum):
    """How much a finding matters."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@frozen(kw_only=True)
class Finding:
    """One place to mend (*hasil pemeriksaan*).

    Attributes:
        subject: stable, untranslated key: ``objections.total``, ``agency:12``, ``content:budget``.
        sources: the places, the one to mend first.
        provided: what is written.
        expected: what is counted.
        affected: how many requests, objections or cells it stands for.
        facts: other values that the message names.
        basis: the provisions behind it, as they are printed; where an act names none, the engine adds those
            of the rule by the law of the day the report is due.
        code: stamped by the engine.
        severity: stamped by the engine.
        waived: the reason of the explanation that covers it, "" for none.
    """

    subject: str
    sources: tuple[Source | None, ...] = ()
    provided: Plain = None
    expected: Plain = None
    affected: int = 1
    facts: Mapping[str, Plain | Bilingual] = field(factory=dict, hash=False)
    basis: tuple[Bilingual, ...] = ()
    code: str = ""
    severity: Severity = Severity.INFO
    waived: str = ""

    @property
    def places(self) -> tuple[Source, ...]:
        """The sources that are known."""
        return tuple(source for source in self.sources if source is not None)

    @property
    def difference(self) -> int | Decimal | None:
        """``provided − expected``, where both are numbers; exact, however long they are."""
        if isinstance(self.provided, int) and isinstance(self.expected, int):
            return self.provided - self.expected
        if isinstance(self.provided, int | Decimal) and isinstance(self.expected, int | Decimal):
            return EXACT.subtract(Decimal(self.provided), Decimal(self.expected))
        return None
