"""L901–L903: how far the law and the calendar behind the results can be relied on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from attrs import fields

from ppid_core.deadlines import request_due_on
from ppid_core.errors import CalendarRangeError, NotInForceError
from ppid_core.language import Bilingual
from ppid_core.law import Confidence, HolidayKind, Lawbook, Provision, Track
from ppid_core.model import Request
from ppid_core.rules.answering import is_judged
from ppid_core.rules.evidence import Evidence, present
from ppid_core.rules.finding import Finding, Severity
from ppid_core.rules.place import places_of
from ppid_core.rules.rule import Rule
from ppid_core.summary import listed

NO_LAW = Bilingual("tidak ada aturan berdasar hukum yang dijalankan", "no rule that rests on law was judged")
NO_DUE_DATE = Bilingual("tidak ada batas waktu yang dihitung", "no due date was computed")
NAMES: Mapping[str, Bilingual] = {
    "request_response": Bilingual("batas waktu menjawab permohonan", "the time for answering requests"),
    "request_clock": Bilingual("hari awal batas waktu permohonan", "the day from which that time runs"),
    "request_extension": Bilingual("perpanjangan waktu menjawab", "the extension of that time"),
    "exemption_letters": Bilingual("huruf pengecualian informasi", "the letters of exemption"),
    "refusal_grounds": Bilingual("alasan penolakan", "the grounds of refusal"),
    "objection_grounds": Bilingual("alasan keberatan", "the grounds of objection"),
    "objection_filing": Bilingual("batas waktu mengajukan keberatan", "the time for objecting"),
    "objection_answer": Bilingual("batas waktu menjawab keberatan", "the time for answering objections"),
    "dispute_filing": Bilingual("batas waktu mengajukan sengketa", "the time for filing a dispute"),
    "report_due": Bilingual("batas waktu penyampaian laporan", "the day by which the report is due"),
    "report_standard": Bilingual("standar laporan", "the standard of the report"),
    "required_contents": Bilingual("isi minimum laporan", "the required contents of the report"),
}


def verified_law(evidence: Evidence) -> Iterator[Finding]:
    """Yield each value of the law that a judged rule rests on and that no text confirms."""
    for name, provision in present(_provisions(evidence), NO_LAW):
        if provision.confidence is Confidence.UNCONFIRMED:
            yield _law_finding(name, provision, evidence, provided=str(provision.citation))


def checked_for_this_year(evidence: Evidence) -> Iterator[Finding]:
    """Yield each value of the law that was last looked up before the year ended: it may have changed."""
    last_day = evidence.year.period.last_day
    for name, provision in present(_provisions(evidence), NO_LAW):
        if provision.checked_on < last_day:
            yield _law_finding(name, provision, evidence, provided=provision.checked_on, expected=last_day)


def _provisions(evidence: Evidence) -> Iterator[tuple[str, Provision[object]]]:
    """Yield the provisions behind the rules that were judged, each once, in the order of the law book."""
    for attribute in fields(Lawbook):
        if attribute.name in evidence.used:
            try:
                yield attribute.name, getattr(evidence.law, attribute.name).at(evidence.due_on)
            except NotInForceError:
                continue


def _law_finding(
    name: str,
    provision: Provision[object],
    evidence: Evidence,
    *,
    provided: str | date,
    expected: date | None = None,
) -> Finding:
    """Return what is said of one parameter, at the place that names the year by which it was chosen."""
    return Finding(
        subject=f"law:{name}",
        sources=(evidence.year.source,),
        provided=provided,
        expected=expected,
        facts={"name": NAMES.get(name, Bilingual(name, name)), "citation": str(provision.citation)},
        basis=(Bilingual(provision.cite("id"), provision.cite("en")),),
    )


def settled_calendar(evidence: Evidence) -> Iterator[Finding]:
    """Yield each day on which the decrees disagree and that a due date of this year passes."""
    spans = present(_spans(evidence), NO_DUE_DATE)
    for day in _disputed_days(evidence):
        passing = [row for row, first, last in spans if first < day <= last]
        if passing:
            yield Finding(
                subject=f"calendar:{day}",
                sources=places_of(passing),
                provided=day,
                affected=sum(row.count for row in passing),
            )


def _spans(evidence: Evidence) -> Iterator[tuple[Request, date, date]]:
    """Yield each dated request with the days from its receipt to its due date."""
    for row in listed(evidence.year.requests):
        if row.count and row.period and row.period.exact and is_judged(row, evidence.year):
            start, extended = row.period.exact, row.extended_on is not None
            try:
                yield row, start, request_due_on(start, evidence.law, evidence.workdays, extended=extended)
            except (CalendarRangeError, NotInForceError):
                continue


def _disputed_days(evidence: Evidence) -> Iterator[date]:
    """Yield the days of joint leave on which the last words of the two tracks contradict each other."""
    calendar = evidence.workdays
    for year in calendar.decreed if calendar.cuti_bersama else ():
        last: dict[tuple[date, Track], bool] = {}
        for decree in sorted(year.decrees, key=lambda decree: decree.date):
            if decree.kind is HolidayKind.CUTI_BERSAMA:
                tracks = (Track.ASN, Track.UMUM) if decree.track is Track.BOTH else (decree.track,)
                last.update({(day, track): True for day in decree.add for track in tracks})
                last.update({(day, track): False for day in decree.remove for track in tracks})
        for day in sorted({day for day, _ in last}):
            if {last.get((day, Track.ASN)), last.get((day, Track.UMUM))} == {True, False}:
                yield day


L901 = Rule(
    code="L901",
    severity=Severity.INFO,
    title=Bilingual("Dasar hukum belum diverifikasi", "Law that is not verified"),
    message=Bilingual(
        "Dasar untuk {name} belum diverifikasi: {citation}.",
        "The basis for {name} is not verified: {citation}.",
    ),
    mend=Bilingual(
        "Periksa naskah peraturannya sebelum mengandalkan hasil ini.",
        "Look at the text itself before relying on this result.",
    ),
    explanation=Bilingual(
        "Hasil pemeriksaan bersandar pada ketentuan yang naskahnya belum dibaca langsung.",
        "The results rest on a provision whose text has not been read.",
    ),
    where=Bilingual("data hukum di dalam ppid-core", "the law data inside ppid-core"),
    example=Bilingual("ketentuan bertanda terverifikasi", "a provision marked as confirmed"),
    check=verified_law,
    judges_findings=True,
)
L902 = Rule(
    code="L902",
    severity=Severity.INFO,
    title=Bilingual("Dasar hukum belum diperiksa untuk tahun ini", "Law that was not checked for this year"),
    message=Bilingual(
        "Dasar untuk {name} ({citation}) terakhir diperiksa {provided}, sebelum {expected}.",
        "The basis for {name} ({citation}) was last checked on {provided}, before {expected}.",
    ),
    mend=Bilingual(
        "Periksa apakah peraturannya berubah; gunakan versi ppid-core yang lebih baru bila ada.",
        "Look whether the law has changed; use a newer version of ppid-core where there is one.",
    ),
    explanation=Bilingual(
        "Peraturan dapat berubah setelah data hukum terakhir diperiksa.",
        "The law may have changed since its data were last checked.",
    ),
    where=Bilingual("data hukum di dalam ppid-core", "the law data inside ppid-core"),
    example=Bilingual(
        "diperiksa setelah tahun laporan berakhir", "checked after the year of the report ended"
    ),
    check=checked_for_this_year,
    judges_findings=True,
)
L903 = Rule(
    code="L903",
    severity=Severity.INFO,
    title=Bilingual("Keputusan tentang hari kerja berbeda", "Decrees that differ on a working day"),
    message=Bilingual(
        "{provided}: cuti bersama menurut satu keputusan, hari kerja menurut yang lain; batas waktu"
        " {affected} permohonan melewatinya.",
        "{provided}: joint leave by one decree, a working day by another; the time of {affected} requests"
        " runs over it.",
    ),
    mend=Bilingual(
        "Bila badan ini tetap bekerja pada hari itu, hitung batas waktunya satu hari lebih awal.",
        "Where the body worked on that day, count the due date a day earlier.",
    ),
    explanation=Bilingual(
        "Cuti bersama pegawai ditetapkan dengan Keppres, bagi yang lain dengan keputusan bersama menteri;"
        " keduanya dapat menyebut hari yang berbeda.",
        "Joint leave is set by Keppres for civil servants, by a decree of ministers for others; their days"
        " may differ.",
    ),
    where=Bilingual("tabel laporan, kunci badan.cuti_bersama", "table laporan, key badan.cuti_bersama"),
    example=Bilingual("batas waktu yang tidak melewati hari itu", "a due date that does not pass such a day"),
    basis=("request_response",),
    check=settled_calendar,
)
