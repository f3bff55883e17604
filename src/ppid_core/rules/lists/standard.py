"""I301–I303: each standard of service is there, and the charter is whole and announced."""

from __future__ import annotations

from collections.abc import Iterator

from ppid_core.glossary.standard import charter_contents
from ppid_core.language import Bilingual
from ppid_core.law import Parameter, RequiredStandard
from ppid_core.model import ServiceStandard, StandardKind
from ppid_core.rules.casebook.span import cited
from ppid_core.rules.engine.evidence import Evidence, NotApplicable, known, legible, present
from ppid_core.rules.engine.finding import Finding, Severity
from ppid_core.rules.engine.labels import columns
from ppid_core.rules.engine.rule import Rule
from ppid_core.summary.checklist import charters, in_force, of_kind

_NO_STANDARD = Bilingual("tabel standar belum berisi", "table standar has no row")
_NO_CHARTER = Bilingual(
    "tidak ada baris maklumat ({where})", "no row tells of the charter of service ({where})"
).fill(where=columns(standar="apa"))
_NO_CONTENT = Bilingual(
    "pokok isi maklumat tidak dicatat ({where})", "the contents of the charter are not recorded ({where})"
).fill(where=columns(standar="isi"))
_NO_PLACE = Bilingual(
    "tempat pengumuman tidak dicatat ({where})", "no place of announcement is recorded ({where})"
).fill(where=columns(standar="tempat_diumumkan"))
_NO_LAW = Bilingual(
    "belum ada aturan tentang standar layanan pada masa itu", "no law says yet which standards there are"
)


def _every_standard(evidence: Evidence) -> Iterator[Finding]:
    """Yield each standard of the law of which a body that keeps the table has no row."""
    rows = present(known(evidence.year.standards), _NO_STANDARD)
    legible(evidence.year, "standar", "apa", "isi")
    for one in _asked(evidence, evidence.law.service_standards):
        if not of_kind(evidence.year, StandardKind(one.slug)):
            yield Finding(
                subject=f"standard:{one.slug}",
                sources=(rows[0].source,),
                provided=0,
                facts={"standard": one.title, "rows": len(rows)},
                basis=(cited(one),),
            )


def _every_content(evidence: Evidence) -> Iterator[Finding]:
    """Yield each content that the charter does not name though it names others."""
    rows = _charters(evidence)
    legible(evidence.year, "standar", "isi")
    named = present({content for row in rows for content in charter_contents(row.content)}, _NO_CONTENT)
    for one in _asked(evidence, evidence.law.charter_contents):
        if one.slug not in named:
            yield Finding(
                subject=f"charter:{one.slug}",
                sources=tuple(row.source for row in rows),
                provided=0,
                facts={"content": one.title, "letter": one.letter},
                basis=(cited(one),),
            )


def _is_announced(evidence: Evidence) -> Iterator[Finding]:
    """Yield the charter where places are recorded of other standards, and none of it."""
    rows = _charters(evidence)
    legible(evidence.year, "standar", "tempat_diumumkan")
    present((row for row in known(evidence.year.standards) if row.announced_at), _NO_PLACE)
    places = _asked(evidence, evidence.law.charter_places)
    if not any(row.announced_at for row in rows):
        yield Finding(
            subject="charter:announced",
            sources=tuple(row.source for row in rows),
            provided=0,
            basis=(cited(places[0]),),
        )


def _charters(evidence: Evidence) -> tuple[ServiceStandard, ...]:
    """Return the rows of the charter; without any the rule ends as not applicable."""
    known(evidence.year.standards)
    return present(charters(evidence.year), _NO_CHARTER)


def _asked(
    evidence: Evidence, parameter: Parameter[tuple[RequiredStandard, ...]]
) -> tuple[RequiredStandard, ...]:
    """Return what the law lists; before it did, the rule ends as not applicable."""
    provision = in_force(parameter, evidence.year)
    if provision is None:
        raise NotApplicable(_NO_LAW)
    return provision.value


I301 = Rule(
    code="I301",
    severity=Severity.WARNING,
    title=Bilingual("Standar layanan yang belum tercatat", "A standard of service that is not recorded"),
    message=Bilingual(
        "Standar {standard}: tidak ada di tabel standar ({rows} baris).",
        "Standard of {standard}: not in table standar ({rows} {rows:row|rows}).",
    ),
    mend=Bilingual(
        "Tambahkan standarnya ke tabel standar bila sudah ada; bila belum, tetapkan lebih dahulu.",
        "Add the standard to table standar where there is one; where there is none, decide it first.",
    ),
    explanation=Bilingual(
        "Badan publik mempunyai standar untuk tiap bagian layanannya. Tabel standar yang diisi menunjukkan"
        " mana yang belum ada; register dan daftar menunjukkan pelaksanaannya, bukan standarnya.",
        "A public body has a standard for each part of its service. A table that is filled in shows which is"
        " not there; registers and lists show what is done, and not the standard.",
    ),
    where=columns(standar="apa isi"),
    example=Bilingual.both("apa: uji konsekuensi, isi: SOP uji konsekuensi"),
    basis=("service_standards",),
    check=_every_standard,
)
I302 = Rule(
    code="I302",
    severity=Severity.WARNING,
    title=Bilingual("Isi maklumat belum lengkap", "A charter that lacks a content"),
    message=Bilingual(
        "Isi maklumat tidak menyebut {content} (huruf {letter}).",
        "The charter does not name {content} (letter {letter}).",
    ),
    mend=Bilingual(
        "Lengkapi maklumatnya, lalu tulis pokok isinya di kolom isi.",
        "Complete the charter, then write its contents in column isi.",
    ),
    explanation=Bilingual(
        "Peraturan menyebut isi paling sedikit maklumat pelayanan. Yang dinilai ialah pokok yang tertulis di"
        " kolom isi, bukan naskah maklumatnya.",
        "The regulation says what a charter of service holds at least. What is judged is what column isi"
        " names, and not the text of the charter.",
    ),
    where=columns(standar="apa isi"),
    example=Bilingual.both("isi: dasar hukum|sistem, mekanisme, dan prosedur|jaminan pelayanan"),
    basis=("charter_contents",),
    check=_every_content,
)
I303 = Rule(
    code="I303",
    severity=Severity.WARNING,
    title=Bilingual("Maklumat tanpa tempat pengumuman", "A charter without a place of announcement"),
    message=Bilingual(
        "Tempat maklumat diumumkan tidak diisi, sedangkan tempat standar lain diisi.",
        "No place is recorded where the charter is announced, though those of other standards are.",
    ),
    mend=Bilingual(
        "Isi kolom tempat_diumumkan pada baris maklumat, misalnya papan pengumuman atau laman.",
        "Fill in column tempat_diumumkan of the charter, with the notice board or the website, for example.",
    ),
    explanation=Bilingual(
        "Maklumat pelayanan diumumkan agar pemohon mengetahui layanan yang dijanjikan.",
        "The charter of service is announced, so that applicants know which service is promised.",
    ),
    where=columns(standar="apa tempat_diumumkan"),
    example=Bilingual.both("tempat_diumumkan: papan pengumuman|laman"),
    basis=("charter_places",),
    check=_is_announced,
)
