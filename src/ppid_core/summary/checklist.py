"""The standards of service as a checklist: what tables prove, what is only said, what is not known."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum

from attrs import frozen

from ppid_core.errors import NotInForceError
from ppid_core.glossary import recognise, say
from ppid_core.glossary.standard import charter_contents
from ppid_core.language import LANGS, Bilingual, Lang
from ppid_core.law import Citation, Lawbook, Parameter, Provision, RequiredStandard
from ppid_core.model import Register, ServiceStandard, ServiceYear, StandardKind
from ppid_core.summary import proof
from ppid_core.summary.proof import Proof
from ppid_core.summary.rows import listed


class StandardState(StrEnum):
    """How well a line of the checklist is known (*keadaan*)."""

    PROVEN = "proven"
    SAID = "said"
    UNKNOWN = "unknown"


@frozen(kw_only=True)
class ChecklistLine:
    """One thing that belongs to the standards of service (*butir*).

    >>> from ppid_core import Dossier
    >>> from ppid_core.summary import checklist
    >>> work = Dossier.open("examples/kabupaten-contoh-2024")
    >>> [(line.key, line.state.value) for line in checklist(work.year, work.law)][1:4]
    [('standard:requests', 'proven'), ('standard:objections', 'proven'), ('standard:public_list', 'unknown')]

    Attributes:
        key: stable name: ``standard:requests``, ``charter:fee``, ``service:hours``.
        title: what it is.
        basis: where the law asks for it; None where no article is known.
        proofs: what rows of other tables show of it.
        statements: what is typed of it, and nothing proves.
    """

    key: str
    title: Bilingual
    basis: Citation | None = None
    proofs: tuple[Proof, ...] = ()
    statements: tuple[Proof, ...] = ()

    @property
    def state(self) -> StandardState:
        """Whether it is proven, only said, or not known: what nobody typed may be there all the same."""
        if self.proofs:
            return StandardState.PROVEN
        return StandardState.SAID if self.statements else StandardState.UNKNOWN


def checklist(year: ServiceYear, law: Lawbook) -> tuple[ChecklistLine, ...]:
    """Return the lines by the law of the last day of the period; none before there was one.

    >>> from ppid_core import Lawbook, ServiceYear
    >>> from ppid_core.model import ReportingPeriod
    >>> lines = checklist(ServiceYear(period=ReportingPeriod(2023)), Lawbook.load())
    >>> lines[0].key, lines[0].state.value
    ('standard:announcement', 'unknown')
    """
    standards = in_force(law.service_standards, year)
    if standards is None:
        return ()
    return (*_standards(year, standards), *_charter(year, law), *_service(year))


def in_force(
    parameter: Parameter[tuple[RequiredStandard, ...]], year: ServiceYear
) -> Provision[tuple[RequiredStandard, ...]] | None:
    """Return what the law listed on the last day of a period; None where it said nothing."""
    try:
        return parameter.at(year.period.last_day)
    except NotInForceError:
        return None


def kinds_of(row: ServiceStandard) -> frozenset[StandardKind]:
    """Return what a standard is about; of a procedure, also what its own words say it is of."""
    if row.kind is None:
        return frozenset()
    kinds = {row.kind.slug}
    if row.kind.slug in {StandardKind.PROCEDURE, StandardKind.OTHER}:
        kinds |= {found for text in (row.content, row.kind.typed) if (found := recognise(StandardKind, text))}
    return frozenset(kinds)


def charters(year: ServiceYear) -> tuple[ServiceStandard, ...]:
    """Return the rows that tell of the charter of service."""
    return of_kind(year, StandardKind.CHARTER)


def of_kind(year: ServiceYear, kind: StandardKind) -> tuple[ServiceStandard, ...]:
    """Return the rows of a standard."""
    return tuple(row for row in listed(year.standards) if kind in kinds_of(row))


def _standards(
    year: ServiceYear, required: Provision[tuple[RequiredStandard, ...]]
) -> Iterator[ChecklistLine]:
    for one in required.value:
        kind = StandardKind(one.slug)
        yield ChecklistLine(
            key=f"standard:{one.slug}",
            title=one.title,
            basis=one.citations[0],
            proofs=tuple(_SHOWN[kind](year)),
            statements=tuple(_documents(of_kind(year, kind))),
        )


def _charter(year: ServiceYear, law: Lawbook) -> Iterator[ChecklistLine]:
    """Yield what the charter has to hold, and where it is announced: nothing but its text could prove it."""
    contents, places = in_force(law.charter_contents, year), in_force(law.charter_places, year)
    for one in () if contents is None else contents.value:
        rows = (row for row in charters(year) if one.slug in charter_contents(row.content))
        yield ChecklistLine(
            key=f"charter:{one.slug}",
            title=Bilingual(f"isi maklumat: {one.title.id}", f"content of the charter: {one.title.en}"),
            basis=one.citations[0],
            statements=tuple(_stated(row, _named(row), row.number) for row in rows),
        )
    if places is not None:
        yield ChecklistLine(
            key="charter:announced",
            title=Bilingual("pengumuman maklumat", "announcement of the charter"),
            basis=places.citation,
            statements=tuple(
                _stated(row, Bilingual.both(_plain(row.announced_at)), _plain(row.announced_at))
                for row in charters(year)
                if row.announced_at
            ),
        )


def _service(year: ServiceYear) -> Iterator[ChecklistLine]:
    """Yield what else tells applicants how they are served; no article is known for it."""
    hours, offered = listed(year.service.hours), listed(year.service.offered_channels)
    beside: Mapping[StandardKind, tuple[Iterable[Proof], Bilingual]] = {
        StandardKind.PROCEDURE: ((), Bilingual("SOP", "standard procedures")),
        StandardKind.HOURS: (
            proof.shown("jam_layanan", hours, "{count} baris jadwal", "{count} {count:line|lines} of hours"),
            Bilingual("jam layanan", "hours of service"),
        ),
        StandardKind.CHANNELS: (
            proof.shown(
                "laporan", offered, "{count} kanal ditawarkan", "{count} {count:channel|channels} offered"
            ),
            Bilingual("kanal layanan", "channels of service"),
        ),
        StandardKind.FEE: ((), Bilingual("biaya", "fee")),
    }
    for kind, (typed, title) in beside.items():
        yield ChecklistLine(
            key=f"service:{kind}",
            title=title,
            proofs=tuple(_SHOWN[kind](year)) if kind in _SHOWN else (),
            statements=(*typed, *_documents(of_kind(year, kind))),
        )


def _documents(rows: Iterable[ServiceStandard]) -> Iterator[Proof]:
    """Yield each standard as it is typed: its number and day, else what it says."""
    for row in rows:
        named = row.number or row.content or ("" if row.kind is None else row.kind.typed)
        id_, en = (
            ", ".join(filter(None, (named, _dated(row, lang) if row.number else "", _announced(row, lang))))
            for lang in LANGS
        )
        places = (_plain(row.announced_at),) if _announced(row, "id") else ()
        yield _stated(row, Bilingual(id_, en), named, *places)


def _dated(row: ServiceStandard, lang: Lang) -> str:
    return "" if row.on is None else say(row.on, lang)


def _announced(row: ServiceStandard, lang: Lang) -> str:
    """Return where a standard is announced; of the charter a line of its own says it."""
    if not row.announced_at or StandardKind.CHARTER in kinds_of(row):
        return ""
    return f"{_AT(lang)} {_plain(row.announced_at)}"


_AT = Bilingual("diumumkan di", "announced at")


def _named(row: ServiceStandard) -> Bilingual:
    """Return what a document is called."""
    return Bilingual.both(row.number) if row.number else Bilingual("maklumat", "the charter")


def _stated(row: ServiceStandard, told: Bilingual, *typed: str) -> Proof:
    sources = () if row.source is None else (row.source,)
    return Proof(told=told, table="standar", sources=sources, typed=tuple(filter(None, typed)))


def _plain(text: str) -> str:
    """Return several things in a cell as they are listed in a sentence."""
    return ", ".join(filter(None, map(str.strip, text.split("|"))))


def _pictured(year: ServiceYear) -> Iterator[Proof]:
    """Yield the pictures that are of the charter by their caption."""
    rows = (row for row in listed(year.service.pictures) if row.file and _CHARTER in row.caption.casefold())
    yield from proof.shown(
        "gambar", rows, "{count} gambar maklumat", "{count} {count:picture|pictures} of the charter"
    )


_CHARTER = "maklumat"


_SHOWN: Mapping[StandardKind, Callable[[ServiceYear], Iterable[Proof]]] = {
    StandardKind.ANNOUNCEMENT: proof.availability,
    StandardKind.REQUESTS: lambda year: proof.cases(year, Register.REQUESTS),
    StandardKind.OBJECTIONS: lambda year: proof.cases(year, Register.OBJECTIONS),
    StandardKind.PUBLIC_LIST: proof.public_list,
    StandardKind.DOCUMENTATION: proof.documentation,
    StandardKind.CHARTER: _pictured,
    StandardKind.CONSEQUENCE_TEST: proof.consequence_tests,
    StandardKind.CHANNELS: proof.channels,
    StandardKind.FEE: proof.fees,
}
"""What shows that a body does what a standard is about."""
