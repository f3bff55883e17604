"""C207, C208: the check whether a request is complete, and its repair, each in its time."""

from __future__ import annotations

from datetime import date

from ppid_core.deadlines import DeadlineKind, due_on
from ppid_core.glossary import say
from ppid_core.language import Bilingual
from ppid_core.model import Outcome, RefusalReason, Request
from ppid_core.rules.casebook.alike import KeyedRequest, each_alike
from ppid_core.rules.casebook.span import cited
from ppid_core.rules.engine.evidence import Evidence
from ppid_core.rules.engine.finding import Severity
from ppid_core.rules.engine.labels import columns, said
from ppid_core.rules.engine.noted_law import plain
from ppid_core.rules.engine.place import about
from ppid_core.rules.engine.rule import Rule
from ppid_core.rules.engine.verdict import FINE, Verdict
from ppid_core.summary.day_zero import exact

_NO_CHECK = Bilingual(
    "tidak ada permohonan di bawah Perki 1/2021 yang hari pencatatan dan hari pemeriksaan kelengkapannya"
    " diketahui ({where})",
    "of no request under Perki 1/2021 are the entry in the register and the check known ({where})",
).fill(where=columns(permohonan="tanggal_register tanggal tanggal_surat_tidak_lengkap tanggal_lengkap"))
_NO_LETTER = Bilingual(
    "tidak ada surat keterangan tidak lengkap yang hari penerimaannya diketahui ({where})",
    "of no letter of incompleteness is the receipt known ({where})",
).fill(where=columns(permohonan="tanggal_terima_surat"))
_REGISTERED = Bilingual("sejak dicatat dalam register {day}", "from its entry in the register on {day}")
_RECEIVED = Bilingual(
    "sejak diterima {day}, karena tanggal_register belum dicatat",
    "from its receipt on {day}, as tanggal_register is not recorded",
)
_AS_REFUSED = Bilingual(" Register mencatatnya sebagai penolakan.", " The register has it as a refusal.")
_NOTHING = Bilingual("", "")


def _checked(case: KeyedRequest, evidence: Evidence) -> Verdict | None:
    """Find each request whose check for completeness came after its time."""
    subject, row = case
    done, received = row.told_incomplete_on or row.completed_on, exact(row.period)
    opened = row.registered_on or received
    # What is complete after a repair says nothing of the day of the check.
    if row.told_incomplete_on is None and (row.letter_received_on or row.repaired_on):
        return None
    if opened is None or done is None or done < opened:
        return None
    provision = evidence.law.request_completeness.at(received or opened)
    due = due_on(DeadlineKind.REQUEST_COMPLETENESS, opened, plain(evidence.law), evidence.workdays)
    if done <= due:
        return FINE
    since = _RECEIVED if row.registered_on is None else _REGISTERED
    return about(
        subject,
        row,
        provided=done,
        expected=due,
        facts={"since": since.fill(day=said(opened))},
        basis=(cited(provision),),
    )


def _repaired(case: KeyedRequest, evidence: Evidence) -> Verdict | None:
    """Find each incomplete request that was completed after its time, or not at all."""
    subject, row = case
    letter, repaired, law = row.letter_received_on, row.repaired_on or row.completed_on, evidence.law
    if letter is None or (repaired is not None and repaired < letter):
        return None
    received = exact(row.period) or letter
    basis = (cited(law.request_repair.at(received)), cited(law.unrepaired_request.at(received)))
    due = due_on(DeadlineKind.REQUEST_REPAIR, letter, plain(law), evidence.workdays)
    is_done = repaired is not None and repaired <= evidence.as_of
    if (repaired if is_done and repaired else evidence.as_of) <= due:
        return FINE
    return about(
        subject,
        row,
        provided=repaired if is_done else None,
        expected=due,
        facts={
            "letter": letter,
            "state": _state(repaired if is_done else None, evidence.as_of),
            "noted": _AS_REFUSED if _is_refused(row) else _NOTHING,
        },
        basis=basis,
    )


def _state(repaired: date | None, as_of: date) -> Bilingual:
    if repaired is None:
        return Bilingual(f"belum dilengkapi per {say(as_of)}", f"not completed by {say(as_of, 'en')}")
    return Bilingual(f"dilengkapi {say(repaired)}", f"completed on {say(repaired, 'en')}")


def _is_refused(row: Request) -> bool:
    is_incomplete = row.reason is not None and row.reason.slug is RefusalReason.INCOMPLETE
    return row.outcome is Outcome.REFUSED and is_incomplete


C207 = Rule(
    code="C207",
    severity=Severity.INFO,
    title=Bilingual("Kelengkapan diperiksa lewat batas waktu", "Completeness was checked after its time"),
    message=Bilingual(
        "Kelengkapan {affected} permohonan diperiksa {provided}; batasnya {expected}, dihitung {since}.",
        "The completeness of {affected} {affected:request|requests} was checked on {provided}; due on "
        "{expected}, {since}.",
    ),
    mend=Bilingual(
        "Periksa tanggal_register, tanggal_surat_tidak_lengkap, dan tanggal_lengkap; bila benar, jelaskan.",
        "Look at tanggal_register, tanggal_surat_tidak_lengkap and tanggal_lengkap; where right, explain.",
    ),
    explanation=Bilingual(
        "Kelengkapan permohonan diperiksa dalam jangka waktu tertentu sejak permohonan dicatat dalam"
        " register. Hari pemeriksaan adalah hari surat keterangan tidak lengkap, selain itu hari permohonan"
        " dinyatakan lengkap. Tanpa tanggal_register dipakai hari diterima, karena permohonan dicatat"
        " begitu diajukan.",
        "Completeness is checked within a time that runs from the entry in the register. The day of the check"
        " is that of the letter of incompleteness, else the day of completeness. Without tanggal_register the"
        " receipt is taken, since a request is entered as soon as it is filed.",
    ),
    where=columns(permohonan="tanggal_register tanggal tanggal_surat_tidak_lengkap tanggal_lengkap"),
    example=Bilingual.both("tanggal_register 4 Maret 2024, tanggal_lengkap 6 Maret 2024"),
    basis=("request_completeness",),
    check=each_alike(_checked, _NO_CHECK),
)
C208 = Rule(
    code="C208",
    severity=Severity.INFO,
    title=Bilingual("Permohonan tidak dilengkapi dalam waktunya", "A request not completed in its time"),
    message=Bilingual(
        "{affected} permohonan: surat tidak lengkap diterima {letter}, {state}; batasnya {expected}. Yang"
        " tidak dilengkapi dalam waktunya dicatat dalam register, bukan penolakan.{noted}",
        "{affected} {affected:request|requests}: letter of incompleteness received on {letter}, {state}; due"
        " on {expected}. What is not completed in time is noted in the register and is no refusal.{noted}",
    ),
    mend=Bilingual(
        "Periksa tanggalnya; bila benar, cukup catat dalam register. Permohonan itu tidak wajib"
        " ditindaklanjuti.",
        "Look at the days; where they are right a note in the register is enough. There is no duty to go on"
        " with the request.",
    ),
    explanation=Bilingual(
        "Pemohon melengkapi permohonannya dalam jangka waktu tertentu sejak menerima surat keterangan tidak"
        " lengkap. Tanpa perbaikan, register diberi catatan; permohonan itu tidak wajib ditindaklanjuti,"
        " tidak ditolak, dan tidak hilang dari register. Ia tidak dihitung sebagai terlambat.",
        "An applicant completes a request within a time that runs from receipt of the letter of"
        " incompleteness. Without that the register gets a note; there is no duty to go on, no refusal, and"
        " the request does not vanish. It does not count as late.",
    ),
    where=columns(permohonan="tanggal_terima_surat tanggal_perbaikan tanggal_lengkap keputusan"),
    example=Bilingual.both("tanggal_terima_surat 7 Maret 2024, tanggal_perbaikan 8 Maret 2024"),
    basis=("request_repair", "unrepaired_request"),
    check=each_alike(_repaired, _NO_LETTER),
)
