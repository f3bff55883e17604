"""Rules for public bodies in Banten, for ppid-core: a regional pack with its own letters and its own law.

The targets of BTN102 and BTN103 are examples, no regulation: ``banten.toml`` says so, and so does what they
print. A pack for real use puts there what its authors have read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from importlib.resources import files

from ppid_core import Evidence, Finding, Rule, Severity, hookimpl
from ppid_core.errors import CalendarRangeError
from ppid_core.language import Bilingual
from ppid_core.law import Parameter, Provision
from ppid_core.model import Request
from ppid_core.rules import NotApplicable, known, present

LAW = files(__name__).joinpath("banten.toml").read_text(encoding="utf-8")
ANSWER_TARGET = Parameter.from_toml(LAW, "answer_target", int)
AVAILABILITY_TARGET = Parameter.from_toml(LAW, "availability_target", int)

REGION = "banten"
ELSEWHERE = Bilingual("badan publik ini tidak di Banten", "this public body is not in Banten")
NO_PROVINCE = Bilingual("provinsi belum diisi", "the province is not filled in")
NO_COMMISSION = Bilingual("Komisi Informasi belum diisi", "the information commission is not filled in")
NO_DAYS = Bilingual(
    "tidak ada permohonan yang tanggal penerimaan dan pemberitahuannya tercatat",
    "no request has both its day of receipt and that of its notice",
)
EXAMPLE_ONLY = Bilingual(
    "Sasaran ini contoh, bukan peraturan.", "This target is an example and no regulation."
)


def commission_is_that_of_the_province(evidence: Evidence) -> Iterator[Finding]:
    """Yield the commission that is named, where it is not that of Banten."""
    _only_in_banten(evidence)
    body = evidence.year.body
    (commission,) = present([body.commission] if body.commission.strip() else [], NO_COMMISSION)
    if REGION not in commission.casefold():
        yield Finding(subject="body.commission", sources=(body.source,), provided=commission)


def answers_meet_the_target(evidence: Evidence) -> Iterator[Finding]:
    """Yield each request whose notice took longer than the target, in working days."""
    _only_in_banten(evidence)
    target = ANSWER_TARGET.at(evidence.year.period.last_day)
    rows = enumerate(known(evidence.year.requests), start=1)
    timed = ((at, row, _days(row, evidence)) for at, row in rows)
    for at, row, days in present((one for one in timed if one[2] is not None), NO_DAYS):
        if days is not None and days > target.value:
            yield Finding(
                subject=_subject(row, at),
                sources=(row.source,),
                provided=days,
                expected=target.value,
                affected=row.count,
                basis=(_cited(target),),
            )


def availability_meets_the_target(evidence: Evidence) -> Iterator[Finding]:
    """Yield the share of information that is available, where it is below the target, in percent."""
    _only_in_banten(evidence)
    target = AVAILABILITY_TARGET.at(evidence.year.period.last_day)
    percent = Decimal(known(evidence.summary.number("compliance.share"))).scaleb(2)
    if percent < target.value:
        yield Finding(
            subject="compliance.share", provided=percent, expected=target.value, basis=(_cited(target),)
        )


def _only_in_banten(evidence: Evidence) -> None:
    (province,) = present(evidence.year.body.province.casefold().split()[-1:], NO_PROVINCE)
    if province != REGION:
        raise NotApplicable(ELSEWHERE)


def _days(row: Request, evidence: Evidence) -> int | None:
    """Return the working days up to the notice, None where a day is not recorded or in no known calendar."""
    received = row.period.exact if row.period else None
    if received is None or row.notice_on is None or row.notice_on > evidence.as_of:
        return None
    return _between(received, row.notice_on, evidence)


def _between(start: date, end: date, evidence: Evidence) -> int | None:
    try:
        return evidence.workdays.between(start, end)
    except CalendarRangeError:
        return None


def _subject(row: Request, position: int) -> str:
    place = row.source
    return (
        f"request:#{position}" if place is None or place.row is None else f"request:{place.file}#{place.row}"
    )


def _cited(target: Provision[int]) -> Bilingual:
    """Return where a target stands, as it is printed; what is not confirmed says so."""
    return Bilingual(target.cite("id"), target.cite("en"))


BTN101 = Rule(
    code="BTN101",
    severity=Severity.WARNING,
    title=Bilingual("Komisi Informasi bukan yang di Banten", "An information commission outside Banten"),
    message=Bilingual(
        "Komisi Informasi tertulis {provided}, sedangkan badan publik ini di Banten.",
        "The information commission is named {provided}, while this public body is in Banten.",
    ),
    mend=Bilingual(
        "Betulkan nama Komisi Informasi atau provinsinya.",
        "Mend the name of the information commission, or the province.",
    ),
    explanation=Bilingual(
        "Provinsi dan Komisi Informasi dalam tabel laporan harus menunjuk provinsi yang sama.",
        "Province and information commission in the table laporan should be of one province.",
    ),
    where=Bilingual("tabel laporan, badan.komisi", "table laporan, badan.komisi"),
    example=Bilingual("Komisi Informasi Provinsi Banten", "Komisi Informasi Provinsi Banten"),
    check=commission_is_that_of_the_province,
)
BTN102 = Rule(
    code="BTN102",
    severity=Severity.INFO,
    title=Bilingual("Jawaban melampaui sasaran (contoh)", "An answer beyond the target (example)"),
    message=Bilingual(
        f"Dijawab dalam {{provided}} hari kerja; sasarannya {{expected}}. {EXAMPLE_ONLY.id}",
        f"Answered in {{provided}} working days; the target is {{expected}}. {EXAMPLE_ONLY.en}",
    ),
    mend=Bilingual(
        "Periksa kedua tanggalnya; bila benar, jelaskan sebabnya di tabel kendala.",
        "Look at both days; where they are right, tell the cause in the table kendala.",
    ),
    explanation=Bilingual(
        f"Sasaran daerah dapat lebih singkat daripada batas waktu undang-undang. {EXAMPLE_ONLY.id}",
        f"The target of a region can be shorter than the time that the law allows. {EXAMPLE_ONLY.en}",
    ),
    where=Bilingual(
        "tabel permohonan, kolom tanggal dan tanggal_pemberitahuan",
        "table permohonan, columns tanggal and tanggal_pemberitahuan",
    ),
    example=Bilingual(
        "tanggal 4 Maret 2024, tanggal_pemberitahuan 8 Maret 2024",
        "tanggal 4 Maret 2024, tanggal_pemberitahuan 8 Maret 2024",
    ),
    basis=("request_response",),
    check=answers_meet_the_target,
)
BTN103 = Rule(
    code="BTN103",
    severity=Severity.INFO,
    title=Bilingual("Ketersediaan di bawah sasaran (contoh)", "Availability below the target (example)"),
    message=Bilingual(
        f"Informasi tersedia {{provided}} persen; sasarannya {{expected}} persen. {EXAMPLE_ONLY.id}",
        "{provided} percent of the information is available; the target is {expected}."
        f" {EXAMPLE_ONLY.en}",
    ),
    mend=Bilingual(
        "Lengkapi informasi yang belum tersedia, atau jelaskan sebabnya di tabel kendala.",
        "Provide what is not available yet, or tell the cause in the table kendala.",
    ),
    explanation=Bilingual(
        f"Sasaran daerah bagi bagian informasi yang tersedia dari seluruh yang berlaku. {EXAMPLE_ONLY.id}",
        f"A target of the region for the share of what is available. {EXAMPLE_ONLY.en}",
    ),
    where=Bilingual("tabel ketersediaan", "the table ketersediaan"),
    example=Bilingual('BPBD: √, √, "-", √', 'BPBD: √, √, "-", √'),
    check=availability_meets_the_target,
)


@hookimpl
def ppid_register_rules() -> Iterable[Rule]:
    """Return the rules of the pack."""
    return (BTN101, BTN102, BTN103)
