"""L107, and the instruments that a report cites, in one form however they are written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from attrs import frozen

from ppid_core.language import LANGS, Bilingual
from ppid_core.law import cite
from ppid_core.model import MentionKind, ServiceYear, normal
from ppid_core.rules.engine.evidence import Evidence, present
from ppid_core.rules.engine.finding import Finding, Severity
from ppid_core.rules.engine.labels import said
from ppid_core.rules.engine.rule import Rule
from ppid_core.source import Source
from ppid_core.summary import listed
from ppid_core.writing import InstrumentName, read_instrument

_NO_INSTRUMENT = Bilingual("tidak ada peraturan yang disebut", "no instrument is named")
_LISTED = Bilingual("tabel regulasi", "table regulasi")
_QUOTED = Bilingual("kutipan", "quotation")
_STAFF_BASIS = Bilingual("dasar SDM", "basis of the staff")
_UNNAMED = Bilingual("peraturan", "instrument")
_KINDS = {
    "keputusan": Bilingual("keputusan", "decree"),
    "instruksi": Bilingual("instruksi", "instruction"),
    "undang-undang": Bilingual("undang-undang", "act"),
}


@frozen(kw_only=True)
class Cited:
    """An instrument as one place of the report names it (*peraturan yang disebut*).

    Attributes:
        name: its normal form.
        text: as typed.
        about: its title as typed.
        place: where it stands, for a sentence.
    """

    name: InstrumentName
    text: str
    about: str
    place: Bilingual
    source: Source | None

    @property
    def number(self) -> str:
        """The number as typed, its kind left out where that is plain."""
        found = re.search(re.escape(self.name.number), self.text, re.IGNORECASE)
        return found[0] if found else self.text

    @property
    def key(self) -> str:
        """Its subject: ``instrument:24/2011``."""
        number, year = self.name.number, self.name.year
        return (
            f"instrument:{number}" if year is None or str(year) in number else f"instrument:{number}/{year}"
        )

    @property
    def kind(self) -> Bilingual:
        """What it is, in one word."""
        return _KINDS.get(self.name.kind.partition(" ")[0], _UNNAMED)


def cited(year: ServiceYear) -> tuple[Cited, ...]:
    """Return every instrument that the report names: regulations, quotations, the basis of the staff."""
    return tuple(place for place in _places(year) if place.name.number)


def _places(year: ServiceYear) -> Iterator[Cited]:
    for regulation in listed(year.narrative.regulations):
        yield Cited(
            name=read_instrument(regulation.number, regulation.year),
            text=regulation.number,
            about=regulation.about,
            place=_LISTED,
            source=regulation.source,
        )
    for mention in listed(year.narrative.mentions):
        if mention.kind is MentionKind.INSTRUMENT:
            yield Cited(
                name=read_instrument(mention.text, mention.year),
                text=mention.text,
                about=mention.about,
                place=Bilingual.both(mention.passage) if mention.passage else _QUOTED,
                source=mention.source,
            )
    if year.service.staff_basis:
        yield Cited(
            name=read_instrument(year.service.staff_basis),
            text=year.service.staff_basis,
            about="",
            place=_STAFF_BASIS,
            source=year.service.staff_basis_source,
        )


def same_instruments(places: Iterable[Cited]) -> tuple[tuple[Cited, ...], ...]:
    """Return the places that name one instrument: the same title and year, and kinds that can be one.

    A kind that only one place spells out (*Kepwal*, *Keputusan*, nothing) can be the other's.
    """
    groups: dict[tuple[str, int], list[list[Cited]]] = {}
    for place in places:
        if place.about and place.name.year is not None:
            kin = groups.setdefault((normal(place.about), place.name.year), [])
            home = next((group for group in kin if _one_kind(group[0], place)), None)
            if home is None:
                kin.append([place])
            else:
                home.append(place)
    return tuple(tuple(group) for kin in groups.values() for group in kin)


def _one_kind(one: Cited, other: Cited) -> bool:
    first, second = sorted((one.name.kind, other.name.kind), key=len)
    return f"{second} ".startswith(f"{first} ".lstrip())


def _replaced_instruments(evidence: Evidence) -> Iterator[Finding]:
    """Yield each place that names an instrument which another had replaced when the report was signed."""
    signatory = evidence.year.signatory
    day = (signatory and signatory.on) or evidence.due_on
    for place in present(cited(evidence.year), _NO_INSTRUMENT):
        instrument = next(
            (known for known in evidence.law.instruments if read_instrument(known.name) == place.name), None
        )
        if instrument is None or instrument.replaced_by is None or instrument.in_force_until is None:
            continue
        if day >= instrument.in_force_until:
            basis = Bilingual(*(cite([instrument.citation], instrument.confidence, lang) for lang in LANGS))
            yield Finding(
                subject=f"instrument:{normal(instrument.name)}",
                sources=(place.source,),
                provided=instrument.name,
                expected=instrument.replaced_by,
                facts={"here": place.place, "day": said(day)},
                basis=(basis,),
            )


L107 = Rule(
    code="L107",
    severity=Severity.INFO,
    title=Bilingual("Peraturan yang sudah diganti disebut", "A replaced instrument is cited"),
    message=Bilingual(
        "{provided} ({here}) sudah digantikan oleh {expected}.",
        "{provided} ({here}) has been replaced by {expected}.",
    ),
    mend=Bilingual(
        "Sebut {expected} sebagai dasar; peraturan lama cukup disebut sebagai yang digantikan.",
        "Name {expected} as the basis; the old instrument only as the one it replaced.",
    ),
    explanation=Bilingual(
        "Dasar hukum yang disebut sebaiknya yang berlaku pada hari laporan ditandatangani.",
        "The instruments that a report rests on should be those in force on the day it is signed.",
    ),
    where=Bilingual("tabel kutipan dan regulasi, kolom nomor", "tables kutipan and regulasi, column nomor"),
    example=Bilingual.both("Permendagri 3/2017"),
    check=_replaced_instruments,
)
