"""C303–C305: a refusal as exempt names its letter, one of the law, and the test that came before it."""

from __future__ import annotations

from datetime import date

from ppid_core.glossary import label
from ppid_core.glossary.refusal import BESIDE_EXEMPTION
from ppid_core.language import Bilingual
from ppid_core.law import Lawbook
from ppid_core.model import ExemptInformation, RefusalReason
from ppid_core.rules.casebook.refusals import RefusedRequest, refusals
from ppid_core.rules.casebook.span import cited_on
from ppid_core.rules.engine.evidence import Evidence
from ppid_core.rules.engine.finding import Severity
from ppid_core.rules.engine.labels import columns, term
from ppid_core.rules.engine.place import about
from ppid_core.rules.engine.rule import Rule
from ppid_core.rules.engine.verdict import FINE, Verdict, each

_EXEMPTING = frozenset({RefusalReason.EXEMPT, RefusalReason.OTHER, *BESIDE_EXEMPTION})
"""Reasons beside which a letter of exemption can stand."""
_NO_EXEMPTION = Bilingual(
    "tidak ada penolakan dengan alasan dikecualikan ({where})", "nothing was refused as exempt ({where})"
).fill(where=columns(permohonan="keputusan alasan_penolakan pasal_pengecualian"))
_NO_LETTER = Bilingual(
    "tidak ada penolakan yang menyebut huruf pengecualian ({where})",
    "no refusal names a letter of exemption ({where})",
).fill(where=columns(permohonan="pasal_pengecualian"))
_UNKNOWN_LETTER = Bilingual(
    "belum dikenali sebagai huruf pengecualian; sebutkan hurufnya",
    "not known as a letter of exemption; name the letter",
)


def _lettered(case: RefusedRequest, evidence: Evidence) -> Verdict | None:
    """Find each refusal as exempt that names no letter."""
    if not case.is_exempt(evidence.law):
        return None
    if case.letters or case.row.exemption_letter.strip():
        return FINE
    return _finding(case, basis=cited_on(case.day, "exemption_letters", evidence))


def _tested(case: RefusedRequest, evidence: Evidence) -> Verdict | None:
    """Find each refusal as exempt before which neither its row nor the entry it names records a test."""
    if not evidence.answer(_asks_for_test, case.day) or not case.is_exempt(evidence.law):
        return None
    if case.is_tested:
        return FINE
    return _finding(case, case.entry, basis=cited_on(case.day, "consequence_test", evidence))


def _asks_for_test(evidence: Evidence, day: date) -> bool:
    return bool(evidence.law.consequence_test.at(day).value)


def _finding(
    case: RefusedRequest, entry: ExemptInformation | None = None, *, basis: tuple[Bilingual, ...]
) -> Verdict:
    rows = (case.row,) if entry is None else (case.row, entry)
    return about(case.subject, *rows, facts={"outcome": term(case.outcome)}, basis=basis)


def _of_the_law(case: RefusedRequest, evidence: Evidence) -> Verdict | None:
    """Find each letter that the law does not have, or that stands beside a reason that is no exemption."""
    written = case.row.exemption_letter.strip() or ", ".join(case.letters)
    if not written:
        return None
    basis = cited_on(case.day, "exemption_letters", evidence)
    why = _fault(case, evidence.law)
    return (
        FINE
        if why is None
        else about(case.subject, case.row, provided=written, facts={"why": why}, basis=basis)
    )


def _fault(case: RefusedRequest, law: Lawbook) -> Bilingual | None:
    """Return what is wrong with the letters of a refusal, None where nothing is."""
    if not case.letters or len(case.known(law)) < len(case.letters):
        return _UNKNOWN_LETTER
    if case.reason is None or case.reason in _EXEMPTING:
        return None
    return Bilingual(
        f'alasan penolakannya "{label(case.reason, "id")}", bukan pengecualian',
        f'the reason is "{label(case.reason, "en")}", which is no exemption',
    )


C303 = Rule(
    code="C303",
    severity=Severity.WARNING,
    title=Bilingual("Pengecualian tanpa hurufnya", "An exemption without its letter"),
    message=Bilingual(
        "{affected} permohonan {outcome} dengan alasan dikecualikan, tanpa huruf pengecualian.",
        "{affected} {affected:request|requests} {outcome} as exempt, without the letter of the exemption.",
    ),
    mend=Bilingual("Isi kolom pasal_pengecualian.", "Fill in column pasal_pengecualian."),
    explanation=Bilingual(
        "Pemberitahuan penolakan karena pengecualian menyebut huruf undang-undang yang mengecualikan"
        " informasi itu; tanpa huruf, pemohon tidak dapat menilai alasannya.",
        "The notice of a refusal as exempt names the letter of the law that exempts the information; without"
        " it the applicant cannot weigh the reason.",
    ),
    where=columns(permohonan="alasan_penolakan pasal_pengecualian"),
    example=Bilingual.both("ditolak, dikecualikan, pasal_pengecualian h"),
    basis=("exemption_letters",),
    check=each(refusals, _lettered, _NO_EXEMPTION),
)
C304 = Rule(
    code="C304",
    severity=Severity.WARNING,
    title=Bilingual("Pengecualian tanpa uji konsekuensi", "An exemption without a consequence test"),
    message=Bilingual(
        "{affected} permohonan {outcome} dengan alasan dikecualikan, tanpa uji konsekuensi.",
        "{affected} {affected:request|requests} {outcome} as exempt, without a consequence test.",
    ),
    mend=Bilingual(
        "Tulis uji konsekuensinya di kolom uji_konsekuensi, atau entri DIK yang sudah diuji di kolom"
        " nomor_dik; bila belum ada, lakukan.",
        "Write the test in column uji_konsekuensi, or the tested entry of the list in column nomor_dik;"
        " where there was none, make it.",
    ),
    explanation=Bilingual(
        "Uji konsekuensi mendahului pengecualian: PPID menimbang akibat bila informasi dibuka dan bila"
        " ditutup. Entri DIK yang disebut nomor_dik dan diuji sebelum penolakan sudah menunjukkannya.",
        "A consequence test comes before an exemption: what follows if the information is opened, and if"
        " not. An entry named by nomor_dik and tested before the refusal shows it.",
    ),
    where=columns(permohonan="alasan_penolakan uji_konsekuensi nomor_dik", dik="nomor tanggal_uji"),
    example=Bilingual.both("ditolak, dikecualikan, uji_konsekuensi: berita acara 7 Juni 2021"),
    basis=("consequence_test",),
    check=each(refusals, _tested, _NO_EXEMPTION),
)
C305 = Rule(
    code="C305",
    severity=Severity.WARNING,
    title=Bilingual("Huruf pengecualian yang tidak sesuai", "A letter of exemption that does not fit"),
    message=Bilingual('Huruf pengecualian "{provided}": {why}.', 'Letter of exemption "{provided}": {why}.'),
    mend=Bilingual(
        "Betulkan kolom pasal_pengecualian atau alasan_penolakan.",
        "Correct column pasal_pengecualian or alasan_penolakan.",
    ),
    explanation=Bilingual(
        "Huruf pengecualian adalah huruf pasal pengecualian undang-undang, dan hanya menyertai penolakan"
        " karena pengecualian.",
        "A letter of exemption is one of the article of the law that exempts, and stands only beside a"
        " refusal as exempt.",
    ),
    where=columns(permohonan="alasan_penolakan pasal_pengecualian"),
    example=Bilingual.both("dikecualikan, pasal_pengecualian h"),
    basis=("exemption_letters",),
    check=each(refusals, _of_the_law, _NO_LETTER),
)
