"""I205–I207: a refusal as exempt names an entry of the list, one that is there and still holds."""

from __future__ import annotations

from collections.abc import Sequence

from ppid_core.language import Bilingual
from ppid_core.model import normal
from ppid_core.rules.casebook.information_lists import entries_by_number, exempt_entries
from ppid_core.rules.casebook.refusals import RefusedRequest, refusals
from ppid_core.rules.casebook.span import cited_on
from ppid_core.rules.engine.evidence import Evidence, legible
from ppid_core.rules.engine.finding import Severity
from ppid_core.rules.engine.labels import columns, said, term
from ppid_core.rules.engine.place import about
from ppid_core.rules.engine.rule import Rule
from ppid_core.rules.engine.subjects import shown_number
from ppid_core.rules.engine.verdict import FINE, Verdict, each

_NO_EXEMPTION = Bilingual(
    "tidak ada penolakan dengan alasan dikecualikan ({where})", "nothing was refused as exempt ({where})"
).fill(where=columns(permohonan="keputusan alasan_penolakan pasal_pengecualian"))
_NO_NUMBER = Bilingual(
    "tidak ada penolakan yang menyebut entri DIK ({where})", "no refusal names an exempt entry ({where})"
).fill(where=columns(permohonan="nomor_dik"))
_NO_END = Bilingual(
    "tidak ada penolakan yang menyebut entri DIK dengan hari terakhir ({where})",
    "no refusal names an exempt entry that has a last day ({where})",
).fill(where=columns(permohonan="nomor_dik", dik="nomor berlaku_sampai"))


def _of_a_list(evidence: Evidence) -> Sequence[RefusedRequest]:
    """Return the refusals of a body that keeps a list; errors as in `exempt_entries`."""
    exempt_entries(evidence)
    legible(evidence.year, "dik", "nomor")
    return refusals(evidence)


def _names_an_entry(case: RefusedRequest, evidence: Evidence) -> Verdict | None:
    """Find each refusal as exempt that names no entry of the list of exempt information."""
    if not case.is_exempt(evidence.law):
        return None
    if case.row.exempt_number.strip():
        return FINE
    return about(
        case.subject,
        case.row,
        facts={"outcome": term(case.outcome)},
        basis=cited_on(case.day, "classification_decree", evidence),
    )


def _of_the_list(case: RefusedRequest, evidence: Evidence) -> Verdict | None:
    """Find each refusal that names an entry which the list does not have."""
    number = case.row.exempt_number.strip()
    if not number:
        return None
    if normal(number) in evidence.once(entries_by_number):
        return FINE
    return about(case.subject, case.row, provided=shown_number(number))


def _still_held(case: RefusedRequest, evidence: Evidence) -> Verdict | None:
    """Find each refusal that rests on an entry whose exemption had ended on its day."""
    entry = evidence.once(entries_by_number).get(normal(case.row.exempt_number))
    if entry is None or entry.row.valid_until is None:
        return None
    if not entry.row.has_ended(case.day):
        return FINE
    return about(
        case.subject,
        case.row,
        entry.row,
        provided=shown_number(entry.row.number.strip()),
        facts={"outcome": term(case.outcome), "day": said(case.day), "until": said(entry.row.valid_until)},
        basis=cited_on(case.day, "exemption_end_notice", evidence),
    )


I205 = Rule(
    code="I205",
    severity=Severity.WARNING,
    title=Bilingual("Pengecualian tanpa entri DIK", "A refusal as exempt without an entry"),
    message=Bilingual(
        "{affected} permohonan {outcome} dengan alasan dikecualikan, tanpa nomor entri DIK.",
        "{affected} {affected:request|requests} {outcome} as exempt, without the number of an exempt entry.",
    ),
    mend=Bilingual(
        "Isi kolom nomor_dik; bila informasinya belum ada di daftar, tambahkan di tabel dik.",
        "Fill in column nomor_dik; where the information is not in the list, add it to table dik.",
    ),
    explanation=Bilingual(
        "Penolakan karena pengecualian bersandar pada informasi yang sudah ditetapkan dikecualikan;"
        " penetapannya disertakan pada pemberitahuan.",
        "A refusal as exempt rests on information that was classified as exempt; its decree comes with the"
        " notice.",
    ),
    where=columns(permohonan="nomor_dik"),
    example=Bilingual.both("nomor_dik: DIK-1"),
    basis=("classification_decree",),
    check=each(_of_a_list, _names_an_entry, _NO_EXEMPTION),
)
I206 = Rule(
    code="I206",
    severity=Severity.WARNING,
    title=Bilingual("Nomor DIK yang tidak ada dalam daftar", "An entry that the list does not have"),
    message=Bilingual("Entri {provided} tidak ada di tabel dik.", "Entry {provided} is not in table dik."),
    mend=Bilingual(
        "Betulkan kolom nomor_dik, atau tambahkan entrinya di tabel dik.",
        "Correct column nomor_dik, or add the entry to table dik.",
    ),
    explanation=Bilingual(
        "Nomor yang disebut penolakan harus dapat ditemukan pada daftar informasi yang dikecualikan.",
        "The number that a refusal names must be found in the list of exempt information.",
    ),
    where=columns(permohonan="nomor_dik", dik="nomor"),
    example=Bilingual("permohonan dan dik sama-sama menulis DIK-1", "permohonan and dik both write DIK-1"),
    check=each(_of_a_list, _of_the_list, _NO_NUMBER),
)
I207 = Rule(
    code="I207",
    severity=Severity.WARNING,
    title=Bilingual("Penolakan setelah masa pengecualian berakhir", "A refusal after the exemption ended"),
    message=Bilingual(
        "{affected} permohonan {outcome} pada {day} dengan entri {provided} dari tabel dik, yang masanya"
        " berakhir pada {until}.",
        "{affected} {affected:request|requests} {outcome} on {day} by entry {provided} of table dik, which"
        " ended on {until}.",
    ),
    mend=Bilingual(
        "Periksa tanggalnya; bila benar, informasi itu sudah terbuka pada hari penolakan.",
        "Look at the dates; where they are right, the information was public on the day of the refusal.",
    ),
    explanation=Bilingual(
        "Setelah masa pengecualiannya berakhir informasi terbuka, sehingga pengecualian itu tidak lagi"
        " menjadi alasan penolakan.",
        "After its exemption ended information is public, and can no longer be refused for it.",
    ),
    where=columns(permohonan="nomor_dik tanggal_pemberitahuan", dik="berlaku_sampai"),
    example=Bilingual.both("tanggal_pemberitahuan: 12 Juni 2023, berlaku_sampai: 31 Desember 2052"),
    basis=("exemption_end_notice",),
    check=each(_of_a_list, _still_held, _NO_END),
)
