"""What a rule finds: facts and places, no text."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

from attrs import field, frozen

from ppid_core.glossary import Plain, say
from ppid_core.language import Bilingual, Lang, filled
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


SEVERITIES: Mapping[Severity, Bilingual] = {
    Severity.ERROR: Bilingual("Harus diperbaiki", "To be mended"),
    Severity.WARNING: Bilingual("Perlu diperiksa", "To be checked"),
    Severity.INFO: Bilingual("Catatan", "Note"),
}
"""What each is called, the gravest first."""


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
        case: the case that it is about or stands in, where its number in the register names it; stamped by
            the engine where the subject is that case.
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
        text = template(lang)
        values = {name: self._value(name) for name in _placeholders(text)}
        return filled(text, {name: _said(value, lang) for name, value in values.items()})

    def _value(self, name: str) -> Plain | Bilingual:
        """Return what a placeholder stands for: a fact, or a field of every finding.

        Raises:
            KeyError: for neither.
        """
        if name in self.facts:
            return self.facts[name]
        read = _FIELDS[name]
        return read(self)

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


_FIELDS: Mapping[str, Callable[[Finding], Plain]] = {
    "subject": lambda finding: finding.subject,
    "provided": lambda finding: finding.provided,
    "expected": lambda finding: finding.expected,
    "difference": lambda finding: _size(finding.difference),
    "affected": lambda finding: finding.affected,
    "place": lambda finding: ", ".join(map(str, finding.places)),
}
"""What a template may name of every finding."""


@lru_cache(maxsize=2**10)
def _placeholders(text: str) -> frozenset[str]:
    """Return the names in a template, those within a format too; a place without one `format_map` refuses."""
    from string import Formatter  # noqa: PLC0415  not every run tells a finding

    named: set[str] = set()
    for _, name, form, _ in Formatter().parse(text):
        if name is not None:
            named |= {re.split(r"[.\[]", name, maxsplit=1)[0], *_placeholders(form or "")}
    return frozenset(one for one in named if one and not one.isdigit())


_UNREAD = Bilingual("({count} sel belum terbaca)", "(cells not read: {count})")


def _said(value: Plain | Bilingual, lang: Lang) -> str:
    return value(lang) if isinstance(value, Bilingual) else say(value, lang)


def _size(difference: int | Decimal | None) -> int | Decimal | None:
    """Return a difference without its sign, exact whatever the decimal context."""
    return difference.copy_abs() if isinstance(difference, Decimal) else difference and abs(difference)
