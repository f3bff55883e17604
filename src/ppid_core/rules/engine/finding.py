"""What a rule finds: facts and places, no text."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum

from attrs import field, frozen

from ppid_core.glossary import Plain, say
from ppid_core.language import Bilingual, Lang
from ppid_core.source import Source
from ppid_core.writing.numbers import EXACT


class Severity(StrEnum):
    """How much a finding matters.

    >>> from ppid_core import Severity
    >>> [str(severity) for severity in Severity]
    ['error', 'warning', 'info']
    """

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@frozen(kw_only=True)
class CaseName:
    """The name of a case in its register (*perkara*): *Permohonan 007/PPID/2025*."""

    kind: Bilingual
    number: str

    def __call__(self, lang: Lang = "id") -> str:
        """Return the name as a sentence begins."""
        return f"{self.kind(lang)} {self.number}"


@frozen(kw_only=True)
class Finding:
    """One place to mend (*hasil pemeriksaan*).

    >>> from ppid_core import Dossier
    >>> (finding,) = Dossier.open("examples/kota-serang-2020").check(select=["T101"]).findings
    >>> finding.subject, finding.provided, finding.expected
    ('objections.total', Decimal('51'), 53)
    >>> finding.message("en")
    'Objections: the text says 51, the tables add up to 53 (difference 2).'

    Attributes:
        subject: stable, untranslated key: ``objections.total``, ``agency:12``, ``request:007/PPID/2025``.
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
        wording: the template of its sentence, stamped by the engine.
        mending: the template of what to do about it, stamped by the engine.
        unread: how many cells could not be read of what it rests on; stamped by the engine.
        case: the case that it is about, where its number in the register names it; stamped by the engine.
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
    wording: Bilingual = field(default=Bilingual("", ""), eq=False, repr=False)
    mending: Bilingual = field(default=Bilingual("", ""), eq=False, repr=False)
    unread: int = 0
    case: CaseName | None = field(default=None, eq=False, repr=False)

    def message(self, lang: Lang = "id") -> str:
        """Return its sentence, after the name of its case; "" before the engine has stamped it."""
        sentence = self.sentence(lang)
        return sentence if self.case is None else f"{self.case(lang)} – {sentence}"

    def sentence(self, lang: Lang = "id") -> str:
        """Return its sentence without the name of its case: what several findings may share."""
        said = self._filled(self.wording, lang)
        if not self.unread or not said:
            return said
        return f"{said.removesuffix('.')} {_UNREAD(lang).format(count=say(self.unread, lang))}."

    def mend(self, lang: Lang = "id") -> str:
        """Return what to do about it, "" before the engine has stamped it."""
        return self._filled(self.mending, lang)

    def _filled(self, template: Bilingual, lang: Lang) -> str:
        values: dict[str, Plain | Bilingual] = {
            "subject": self.subject,
            "provided": self.provided,
            "expected": self.expected,
            "difference": _size(self.difference),
            "affected": self.affected,
            "place": ", ".join(map(str, self.places)),
            **self.facts,
        }
        return template(lang).format_map({name: _said(value, lang) for name, value in values.items()})

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


_UNREAD = Bilingual("({count} sel belum terbaca)", "(cells not read: {count})")


def _said(value: Plain | Bilingual, lang: Lang) -> str:
    return value(lang) if isinstance(value, Bilingual) else say(value, lang)


def _size(difference: int | Decimal | None) -> int | Decimal | None:
    """Return a difference without its sign, exact whatever the decimal context."""
    return difference.copy_abs() if isinstance(difference, Decimal) else difference and abs(difference)
