"""L901–L903: how far the law and the calendar behind the results can be relied on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ppid_core.language import Bilingual
from ppid_core.law import Confidence, Provision
from ppid_core.rules.cases.span import cited
from ppid_core.rules.engine.evidence import Evidence, present
from ppid_core.rules.engine.finding import Finding, Severity
from ppid_core.rules.engine.noted_law import in_force, plain, used_of
from ppid_core.rules.engine.rule import Rule
from ppid_core.rules.legal.unsettled import unsettled

NO_LAW = Bilingual("tidak ada aturan berdasar hukum yang dijalankan", "no rule that rests on law was judged")


def verified_law(evidence: Evidence) -> Iterator[Finding]:
    """Yield each provision by which a rule judged and that no text confirms."""
    for name, provision in present(used_of(evidence.law), NO_LAW):
        if provision.confidence is Confidence.UNCONFIRMED:
            yield _law_finding(name, provision, evidence, provided=str(provision.citation))


def checked_for_this_year(evidence: Evidence) -> Iterator[Finding]:
    """Yield each such provision that was last looked up before the year ended: it may have changed."""
    last_day = evidence.year.period.last_day
    for name, provision in present(used_of(evidence.law), NO_LAW):
        if provision.checked_on < last_day:
            yield _law_finding(name, provision, evidence, provided=provision.checked_on, expected=last_day)


def _law_finding(
    name: str,
    provision: Provision[object],
    evidence: Evidence,
    *,
    provided: str | date,
    expected: date | None = None,
) -> Finding:
    """Return what is said of one provision, at the place that names the year by which it was chosen."""
    return Finding(
        subject=_subject(name, provision, evidence),
        sources=(evidence.year.source,),
        provided=provided,
        expected=expected,
        facts={"name": evidence.law.parameter(name).title, "citation": str(provision.citation)},
        basis=(cited(provision),),
    )


def _subject(name: str, provision: Provision[object], evidence: Evidence) -> str:
    """Return the parameter; with its first day, where the law of the report is another by then."""
    current = in_force(plain(evidence.law), name, evidence.due_on)
    return f"law:{name}" if provision == current else f"law:{name}@{provision.since}"


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
    title=Bilingual(
        "Batas waktu bergantung pada kalender yang belum pasti", "A due date hangs on an unsettled calendar"
    ),
    message=Bilingual(
        "{what}; batas waktu {cases} melewatinya.", "{what}; the time of {cases} runs over it."
    ),
    mend=Bilingual("{advice}", "{advice}"),
    explanation=Bilingual(
        "Cuti bersama pegawai ditetapkan dengan Keppres, bagi yang lain dengan keputusan bersama menteri;"
        " keduanya dapat menyebut hari yang berbeda, atau satu di antaranya belum ada. Hari libur tahun yang"
        " belum ditetapkan hanya perkiraan. Karena satu hari menggeser batas waktu, hal itu disebut.",
        "Joint leave is set by Keppres for civil servants, by a decree of ministers for others; their days"
        " may differ, or one of them is not there yet. Holidays of a year that no decree fixes are an"
        " estimate. Since each day moves a due date, this is told.",
    ),
    where=Bilingual(
        "tabel laporan, kunci badan.cuti_bersama; tabel hari_libur, kolom tanggal dan sebab",
        "table laporan, key badan.cuti_bersama; table hari_libur, columns tanggal and sebab",
    ),
    example=Bilingual("batas waktu yang tidak melewati hari itu", "a due date that does not pass such a day"),
    basis=(
        *("request_response", "objection_filing", "objection_answer"),
        *("dispute_filing", "commission_finish", "court_filing"),
    ),
    check=unsettled,
)
