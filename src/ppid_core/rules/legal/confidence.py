"""L901–L904: how far the law and the calendar behind the results can be relied on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ppid_core.language import Bilingual
from ppid_core.law import Confidence, Provision
from ppid_core.rules.casebook.span import cited
from ppid_core.rules.engine.evidence import Evidence, NotApplicable, present
from ppid_core.rules.engine.finding import Finding, Severity
from ppid_core.rules.engine.labels import columns
from ppid_core.rules.engine.noted_law import in_force, plain, used_of
from ppid_core.rules.engine.rule import Rule
from ppid_core.rules.legal.undecreed_days import unsettled

_NO_LAW = Bilingual("tidak ada aturan berdasar hukum yang dijalankan", "no rule that rests on law was judged")

_NOTHING_ESTIMATED = Bilingual("tidak ada hari libur yang diperkirakan", "no holidays are estimated")


def _verified_law(evidence: Evidence) -> Iterator[Finding]:
    """Yield each provision by which a rule judged and that no text confirms."""
    for name, provision in present(used_of(evidence.law), _NO_LAW):
        if provision.confidence is Confidence.UNCONFIRMED:
            yield _law_finding(name, provision, evidence, provided=str(provision.citation))


def _checked_for_this_year(evidence: Evidence) -> Iterator[Finding]:
    """Yield each such provision that was last looked up before the year ended: it may have changed."""
    last_day = evidence.year.period.last_day
    for name, provision in present(used_of(evidence.law), _NO_LAW):
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


def _late_by_estimate(evidence: Evidence) -> Iterator[Finding]:
    """Yield what would be a warning or an error, were the year of its last day decreed."""
    if not evidence.workdays.estimated_years:
        raise NotApplicable(_NOTHING_ESTIMATED)
    for one in evidence.by_estimate:
        yield Finding(
            subject=one.subject,
            sources=one.sources,
            provided=one.provided,
            expected=one.expected,
            affected=one.affected,
            facts={"rule": one.code, "said": Bilingual(one.sentence("id"), one.sentence("en"))},
            basis=one.basis,
        )


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
    check=_verified_law,
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
    check=_checked_for_this_year,
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
    mend=Bilingual.both("{advice}"),
    explanation=Bilingual(
        "Cuti bersama pegawai ditetapkan dengan Keppres, bagi yang lain dengan keputusan bersama menteri;"
        " keduanya dapat menyebut hari yang berbeda, atau satu di antaranya belum ada. Hari libur tahun yang"
        " belum ditetapkan hanya perkiraan. Karena satu hari menggeser batas waktu, hal itu disebut.",
        "Joint leave is set by Keppres for civil servants, by a decree of ministers for others; their days"
        " may differ, or one of them is not there yet. Holidays of a year that no decree fixes are an"
        " estimate. Since each day moves a due date, this is told.",
    ),
    where=columns(laporan="badan.cuti_bersama", hari_libur="tanggal sebab"),
    example=Bilingual("batas waktu yang tidak melewati hari itu", "a due date that does not pass such a day"),
    basis=(
        *("request_response", "objection_filing", "objection_answer"),
        *("dispute_filing", "commission_finish", "court_filing"),
    ),
    check=unsettled,
)
L904 = Rule(
    code="L904",
    severity=Severity.INFO,
    title=Bilingual(
        "Hasil yang bergantung pada kalender perkiraan", "A result that hangs on an estimated calendar"
    ),
    message=Bilingual(
        "Menurut kalender perkiraan, {rule}: {said}", "By an estimated calendar, {rule}: {said}"
    ),
    mend=Bilingual(
        "Periksa lagi setelah hari liburnya ditetapkan; gunakan versi ppid-core yang lebih baru.",
        "Look again once its holidays are decreed; use a newer version of ppid-core.",
    ),
    explanation=Bilingual(
        "Hari terakhirnya jatuh pada tahun yang hari liburnya belum ditetapkan. Hari raya dapat bergeser dan"
        " cuti bersama belum ada, sehingga hasil ini hanya keterangan dan tidak mengubah kode keluar.",
        "Its last day falls in a year whose holidays no decree fixes. Feasts may move and there is no joint"
        " leave yet, so this is an information only and changes no exit code.",
    ),
    where=columns(
        permohonan="tanggal tanggal_pemberitahuan", keberatan="tanggal tanggal_jawaban", sengketa="tanggal"
    ),
    example=Bilingual(
        "batas waktu dalam tahun yang hari liburnya sudah ditetapkan",
        "a last day in a year whose holidays are decreed",
    ),
    check=_late_by_estimate,
    judges_findings=True,
)
