"""C201, C202: an objection in its window, and its answer in time."""

from __future__ import annotations

from collections.abc import Iterator

from ppid_core.deadlines import DeadlineKind, Standing, due_on
from ppid_core.glossary import say
from ppid_core.language import Bilingual
from ppid_core.model import Objection, Period, Request
from ppid_core.rules.casebook.ground import FoundGround, found_ground
from ppid_core.rules.casebook.origin import requests_of
from ppid_core.rules.casebook.span import Span, basis_of, due_of, reported_objections, standing_of, typed
from ppid_core.rules.engine.evidence import Evidence
from ppid_core.rules.engine.finding import Finding, Severity
from ppid_core.rules.engine.labels import columns
from ppid_core.rules.engine.noted_law import plain
from ppid_core.rules.engine.place import about
from ppid_core.rules.engine.rule import Rule
from ppid_core.rules.engine.verdict import FINE, UNKNOWN, Verdict, each, told
from ppid_core.summary.open_cases import is_open_objection

_DatedObjection = tuple[str, Objection, Period]

_NO_STANDARD = Bilingual("", "")
_LAST = Bilingual("batasnya", "the last day was")
_FIRST = Bilingual("paling awal", "the first day is")
_NO_GROUND_DAY = Bilingual(
    "tidak ada keberatan yang waktunya dan waktu alasannya cukup diketahui ({where})",
    "of no objection is it known well enough when it was filed and when its ground was found ({where})",
).fill(
    where=columns(
        keberatan="tanggal tanggal_alasan huruf nomor_permohonan", permohonan="tanggal tanggal_pemberitahuan"
    )
)
_NO_ANSWER_DAY = Bilingual(
    "tidak ada keberatan yang waktunya dan waktu tanggapannya cukup diketahui ({where})",
    "of no objection is it known well enough when it was filed and when it was answered ({where})",
).fill(where=columns(keberatan="tanggal jawaban tanggal_jawaban"))


def _objections_in_window(evidence: Evidence) -> Iterator[Finding]:
    """Yield each objection that was surely filed outside its window."""
    request_of = requests_of(evidence)

    def judge(case: _DatedObjection) -> Verdict | None:
        return _filed(case, request_of(case[1]), evidence)

    return told(_dated(evidence), judge, _NO_GROUND_DAY)


def _dated(evidence: Evidence) -> Iterator[_DatedObjection]:
    """Yield the objections of the report that say when they came in."""
    for subject, row in reported_objections(evidence):
        if row.period is not None:
            yield subject, row, row.period


def _filed(case: _DatedObjection, request: Request | None, evidence: Evidence) -> Verdict | None:
    _, row, period = case
    found = found_ground(row, request, evidence)
    if found is None:
        return None
    standing = standing_of(DeadlineKind.OBJECTION_FILING, found.on, Span.of(period), evidence)
    if standing is None:
        return None
    # An objection before the day that the register names for its ground is told by the rule on causes.
    if standing is Standing.IN_TIME or (standing is Standing.PREMATURE and found.is_typed):
        return FINE
    return _outside(case, found, standing, evidence)


def _outside(case: _DatedObjection, found: FoundGround, standing: Standing, evidence: Evidence) -> Finding:
    subject, row, period = case
    is_late = standing is Standing.LATE
    due = due_of(DeadlineKind.OBJECTION_FILING, found.on, evidence)
    return about(
        subject,
        row,
        found,
        provided=typed(period),
        expected=due.last if is_late else found.on.first,
        facts={"limit": _LAST if is_late else _FIRST, "since": found.how},
        basis=(*basis_of(DeadlineKind.OBJECTION_FILING, found.on.last, evidence), *found.basis),
    )


def _answered(case: _DatedObjection, evidence: Evidence) -> Verdict | None:
    """Find each objection that was answered after its last day, or is without an answer after it."""
    _, row, period = case
    filed, as_of = Span.of(period), evidence.as_of
    if is_open_objection(row, as_of, kept=evidence.keeps_answers):
        due = due_of(DeadlineKind.OBJECTION_ANSWER, filed, evidence)
        if as_of > due.last:
            state = Bilingual(f"belum ditanggapi per {say(as_of)}", f"not answered by {say(as_of, 'en')}")
            return _late(case, due, state, evidence)
        return FINE if as_of <= due.first else None
    if row.answered_on is None:
        return None
    standing = standing_of(DeadlineKind.OBJECTION_ANSWER, filed, Span.of(row.answered_on), evidence)
    if standing is not Standing.LATE:
        return None if standing is None else FINE
    due = due_of(DeadlineKind.OBJECTION_ANSWER, filed, evidence)
    day = row.answered_on
    state = Bilingual(f"ditanggapi {say(day)}", f"was answered on {say(day, 'en')}")
    return _late(case, due, state, evidence)


def _late(case: _DatedObjection, due: Span, state: Bilingual, evidence: Evidence) -> Finding:
    subject, row, period = case
    return about(
        subject,
        row,
        provided=row.answered_on,
        expected=due.last,
        facts={"filed": typed(period), "state": state, "standard": _by_register(row, period, evidence)},
        basis=basis_of(DeadlineKind.OBJECTION_ANSWER, period.last_day, evidence),
    )


def _by_register(row: Objection, period: Period, evidence: Evidence) -> Bilingual:
    """Return the count of the standard of service, from entry in the register, as a sentence of its own."""
    if row.registered_on is None or row.registered_on == period.exact:
        return _NO_STANDARD
    kind, law = DeadlineKind.OBJECTION_ANSWER_REGISTERED, evidence.law
    try:
        provision = law.objection_answer_registered.at(row.registered_on)
        due = due_on(kind, row.registered_on, plain(law), evidence.workdays)
    except UNKNOWN:
        return _NO_STANDARD
    return Bilingual(
        f" Menurut {provision.cite('id')}: sejak dicatat {say(row.registered_on)}, sampai {say(due)}.",
        f" By {provision.cite('en')}: from its entry on {say(row.registered_on, 'en')}, until"
        f" {say(due, 'en')}.",
    )


C201 = Rule(
    code="C201",
    severity=Severity.WARNING,
    title=Bilingual("Keberatan di luar jangka waktunya", "An objection outside its window"),
    message=Bilingual(
        "Keberatan diajukan {provided}; {limit} {expected}. {since}.",
        "Objection filed {provided}; {limit} {expected}. {since}.",
    ),
    mend=Bilingual(
        "Periksa tanggal keberatan dan tanggal alasannya; isi tanggal_alasan bila diketahui.",
        "Look at the dates of the objection and of its ground; fill in tanggal_alasan where it is known.",
    ),
    explanation=Bilingual(
        "Keberatan diajukan dalam jangka waktu tertentu sejak alasannya ditemukan. Kolom tanggal_alasan"
        " dipakai bila terisi; selain itu dipakai konvensi: hari pemberitahuan tertulis, atau hari kerja"
        " setelah batas waktu pemberitahuan bila permohonan tidak ditanggapi. Untuk informasi berkala tidak"
        " ada konvensi.",
        "An objection is filed within a time that runs from the day its ground was found. Column"
        " tanggal_alasan is used where it is filled in; else a convention: the day of the written notice, or"
        " the working day after the last day for it where the request was not answered. For periodic"
        " information there is none.",
    ),
    where=columns(
        keberatan="tanggal tanggal_alasan huruf nomor_permohonan", permohonan="tanggal tanggal_pemberitahuan"
    ),
    example=Bilingual.both("tanggal_alasan 16 Maret 2021, tanggal 29 Maret 2021"),
    basis=("objection_filing",),
    check=_objections_in_window,
)
C202 = Rule(
    code="C202",
    severity=Severity.WARNING,
    title=Bilingual("Tanggapan atas keberatan lewat batas waktu", "An objection answered late"),
    message=Bilingual(
        "Keberatan {filed} {state}; batas tanggapannya {expected}.{standard}",
        "The objection of {filed} {state}; the answer was due on {expected}.{standard}",
    ),
    mend=Bilingual(
        "Periksa tanggal keberatan dan tanggal_jawaban; bila belum ditanggapi, mintakan tanggapan atasan"
        " PPID.",
        "Look at the date of the objection and at tanggal_jawaban; where there is no answer, ask the superior"
        " for it.",
    ),
    explanation=Bilingual(
        "Atasan PPID menanggapi keberatan secara tertulis dalam jangka waktu tertentu sejak keberatan"
        " diterima; itu hitungan undang-undang, yang menjadi ukurannya. Standar layanan menghitung sejak"
        " keberatan dicatat dalam register; bila hari itu dicatat, batasnya disebut juga. Sesudahnya pemohon"
        " dapat mengajukan sengketa.",
        "The superior answers an objection in writing within a time that runs from its receipt: the act's"
        " count, which is the measure. The standard of service counts from its entry in the register; where"
        " that day is recorded, its last day is told too. After it the applicant can go to the commission.",
    ),
    where=columns(keberatan="tanggal tanggal_register jawaban tanggal_jawaban"),
    example=Bilingual.both("tanggal 29 Maret 2021, jawaban diterima, tanggal_jawaban 19 April 2021"),
    basis=("objection_answer", "objection_answer_registered"),
    check=each(_dated, _answered, _NO_ANSWER_DAY),
)
