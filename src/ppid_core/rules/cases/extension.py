"""C306, C307, C309, C311: an extension gives its reason and ground, once, and is told in time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from attrs import evolve, frozen

from ppid_core.deadlines import DeadlineKind
from ppid_core.glossary import spelling
from ppid_core.language import LANGS, Bilingual, Lang
from ppid_core.law import LetteredGround
from ppid_core.model import Request, normal
from ppid_core.rules.casebook.alike import reported_alike, rows_of
from ppid_core.rules.casebook.span import Span, basis_of, cited, due_of
from ppid_core.rules.engine.evidence import Evidence
from ppid_core.rules.engine.finding import Finding, Severity
from ppid_core.rules.engine.labels import columns
from ppid_core.rules.engine.place import about
from ppid_core.rules.engine.rule import Rule
from ppid_core.rules.engine.verdict import FINE, Verdict, each
from ppid_core.source import Source

_NO_EXTENSION = Bilingual(
    "tidak ada perpanjangan waktu bertanggal ({where})", "no extension is dated ({where})"
).fill(where=columns(permohonan="tanggal_perpanjangan"))


_NO_REASON = Bilingual(
    "tidak ada perpanjangan waktu bertanggal yang alasannya tertulis ({where})",
    "no dated extension gives its reason ({where})",
).fill(where=columns(permohonan="tanggal_perpanjangan alasan_perpanjangan"))
_GROUND_STEMS = (
    *("kuasai", "dokumentasi", "belum tersedia", "tidak tersedia", "belum ada", "dihimpun", "dikumpulkan"),
    *("putus", "tetapkan", "klasifikasi", "kecuali", "konsekuensi", "status"),
)
"""Stems by which a reason is known as a ground: not held or documented, or its status not decided."""


@frozen(kw_only=True)
class _Extended:
    """A request of which the time was extended (*permohonan yang diperpanjang*).

    Attributes:
        days: the days of its extensions, ascending: those of this row, and of earlier rows of its number.
        places: the row, and the earlier one of the same number.
    """

    subject: str
    row: Request
    days: tuple[date, ...]
    places: tuple[Source | None, ...]


def _extended(evidence: Evidence) -> Iterator[_Extended]:
    """Yield the extended requests of the report; rows of one number are one request, extended in each."""
    earlier: dict[tuple[int | None, str], _Extended] = {}
    dated = ((group, days) for group in reported_alike(evidence) if (days := _days(group.first)))
    for subject, row, days in rows_of(dated, evidence):
        number = normal(row.number)
        before = earlier.get((row.opening, number)) if number else None
        case = _joined(_Extended(subject=subject, row=row, days=days, places=(row.source,)), before)
        earlier[row.opening, number] = case
        yield case


def _days(row: Request) -> tuple[date, ...]:
    return tuple(day for day in (row.extended_on, *row.further_extensions) if day is not None)


def _joined(case: _Extended, before: _Extended | None) -> _Extended:
    """Return the extensions of a row with those of the earlier rows of its number."""
    days = case.days if before is None else (*before.days, *case.days)
    places = case.places if before is None else (*case.places, before.row.source)
    return evolve(case, days=tuple(sorted(set(days))), places=places)


def _reasoned(case: _Extended, evidence: Evidence) -> Verdict:
    """Find each extension without a reason."""
    provision = evidence.law.request_extension.at(case.days[0])
    if case.row.extension_reason.strip():
        return FINE
    return about(case.subject, case.row, provided=min(_days(case.row)), basis=(cited(provision),))


def _grounded(case: _Extended, evidence: Evidence) -> Verdict | None:
    """Find each extension whose reason is not known as one of the grounds; words are not judged further."""
    words = spelling(case.row.extension_reason)
    if not words:
        return None
    provision = evidence.law.extension_grounds.at(case.days[0])
    if any(stem in words for stem in _GROUND_STEMS):
        return FINE
    return about(
        case.subject,
        case.row,
        provided=min(_days(case.row)),
        facts={"grounds": Bilingual(*(_grounds(provision.value, lang) for lang in LANGS))},
        basis=(cited(provision),),
    )


def _grounds(grounds: Iterable[LetteredGround], lang: Lang) -> str:
    return "; ".join(ground.title(lang) for ground in grounds)


def _once(case: _Extended, evidence: Evidence) -> Verdict:
    """Find each request of which the time was extended on more than one day."""
    first, *further = case.days
    provision = evidence.law.request_extension.at(first)
    if not further:
        return FINE
    return Finding(
        subject=case.subject,
        sources=case.places,
        provided=further[-1],
        affected=case.row.count,
        facts={"first": first},
        basis=(cited(provision),),
    )


C306 = Rule(
    code="C306",
    severity=Severity.WARNING,
    title=Bilingual("Perpanjangan waktu tanpa alasan", "An extension without a reason"),
    message=Bilingual(
        "Waktu menjawab diperpanjang {provided} tanpa alasan ({affected} permohonan).",
        "The time for the answer was extended on {provided} without a reason ({affected}"
        " {affected:request|requests}).",
    ),
    mend=Bilingual("Isi kolom alasan_perpanjangan.", "Fill in column alasan_perpanjangan."),
    explanation=Bilingual(
        "Waktu menjawab permohonan dapat diperpanjang dengan alasan tertulis, dihitung sejak akhir jangka"
        " waktu pemberitahuan.",
        "The time for answering a request can be extended with written reasons; it runs from the end of the"
        " time for the notice.",
    ),
    where=columns(permohonan="tanggal_perpanjangan alasan_perpanjangan"),
    example=Bilingual.both("tanggal_perpanjangan 16 Maret 2021, alasan_perpanjangan: data belum dikuasai"),
    basis=("request_extension",),
    check=each(_extended, _reasoned, _NO_EXTENSION),
)
C307 = Rule(
    code="C307",
    severity=Severity.WARNING,
    title=Bilingual("Waktu diperpanjang lebih dari sekali", "Extended more than once"),
    message=Bilingual(
        "Waktu menjawab diperpanjang lagi {provided}, setelah diperpanjang {first} ({affected} permohonan).",
        "The time for the answer was extended again on {provided}, after {first} ({affected}"
        " {affected:request|requests}).",
    ),
    mend=Bilingual(
        "Periksa tanggal_perpanjangan; yang berlaku hanya perpanjangan pertama.",
        "Look at tanggal_perpanjangan; only the first extension counts.",
    ),
    explanation=Bilingual(
        "Waktu menjawab permohonan diperpanjang paling banyak satu kali. Batas waktu dihitung dengan"
        " perpanjangan pertama saja.",
        "The time for answering a request is extended once at most. Its last day is counted with the first"
        " extension only.",
    ),
    where=columns(permohonan="nomor tanggal_perpanjangan"),
    example=Bilingual.both("tanggal_perpanjangan 16 Maret 2021"),
    basis=("request_extension",),
    check=each(_extended, _once, _NO_EXTENSION),
)
C309 = Rule(
    code="C309",
    severity=Severity.INFO,
    title=Bilingual("Alasan perpanjangan belum dikenali", "A ground of extension that is not known"),
    message=Bilingual(
        "Waktu menjawab diperpanjang {provided} ({affected} permohonan); alasannya belum dikenali sebagai"
        " salah satu dari: {grounds}.",
        "The time for the answer was extended on {provided} ({affected} {affected:request|requests}); its"
        " reason is not known as one of: {grounds}.",
    ),
    mend=Bilingual(
        "Sebutkan alasan yang dimaksud di kolom alasan_perpanjangan.",
        "Name the ground that is meant in column alasan_perpanjangan.",
    ),
    explanation=Bilingual(
        "Perpanjangan diberikan bila informasinya belum dikuasai atau didokumentasikan, atau statusnya belum"
        " dapat diputuskan. Kata-kata yang belum dikenali tidak dinilai, hanya ditanyakan.",
        "An extension is given where the information is not yet held or documented, or its status cannot be"
        " decided yet. Words that are not known are not judged, only asked about.",
    ),
    where=columns(permohonan="tanggal_perpanjangan alasan_perpanjangan"),
    example=Bilingual.both("alasan_perpanjangan: data belum dikuasai"),
    basis=("extension_grounds",),
    check=each(_extended, _grounded, _NO_REASON),
)


def _in_time(case: _Extended, evidence: Evidence) -> Verdict | None:
    """Find each extension that was told after the last day for the notice, by the clock of the Act."""
    if case.row.period is None:
        return None
    due = due_of(DeadlineKind.REQUEST, Span.of(case.row.period), evidence)
    if case.days[0] <= due.last:
        return FINE if case.days[0] <= due.first else None
    return Finding(
        subject=case.subject,
        sources=case.places,
        provided=case.days[0],
        expected=due.last,
        affected=case.row.count,
        basis=basis_of(DeadlineKind.REQUEST, case.row.period.last_day, evidence),
    )


C311 = Rule(
    code="C311",
    severity=Severity.INFO,
    title=Bilingual(
        "Perpanjangan diberitahukan setelah batas pemberitahuan", "An extension told after the last day"
    ),
    message=Bilingual(
        "Waktu menjawab diperpanjang {provided}, setelah batas pemberitahuannya {expected} ({affected}"
        " permohonan).",
        "The time for the answer was extended on {provided}, after its last day, {expected} ({affected}"
        " {affected:request|requests}).",
    ),
    mend=Bilingual(
        "Periksa tanggal_perpanjangan dan tanggal penerimaan permohonan.",
        "Look at tanggal_perpanjangan and at the day of receipt.",
    ),
    explanation=Bilingual(
        "Peraturan tidak menyebut sampai kapan perpanjangan diberitahukan; yang diberitahukan setelah batas"
        " waktu pemberitahuan lewat dapat dipersoalkan pemohon.",
        "The law does not say until when an extension is told; one told after the last day for the notice may"
        " be questioned by the applicant.",
    ),
    where=columns(permohonan="tanggal tanggal_perpanjangan"),
    example=Bilingual.both("tanggal 1 Maret 2021, tanggal_perpanjangan 10 Maret 2021"),
    basis=("request_response", "request_extension"),
    check=each(_extended, _in_time, _NO_EXTENSION),
)
