"""C308: whether an exemption of personal matters can stand, asked where words name an office or a consent."""

from __future__ import annotations

from collections.abc import Sequence

from ppid_core.glossary.exemption import CONSENT, PUBLIC_OFFICE, mentioned
from ppid_core.language import Bilingual
from ppid_core.rules.casebook.refusals import RefusedRequest, refusals
from ppid_core.rules.casebook.span import bounds
from ppid_core.rules.engine.evidence import Evidence
from ppid_core.rules.engine.finding import Severity
from ppid_core.rules.engine.labels import columns, term
from ppid_core.rules.engine.place import about
from ppid_core.rules.engine.rule import Rule
from ppid_core.rules.engine.verdict import FINE, Verdict, each

_NO_PERSONAL = Bilingual(
    "tidak ada penolakan dengan huruf yang dapat gugur dan informasi yang tercatat ({where})",
    "no refusal names a letter that can fall and what was asked ({where})",
).fill(where=columns(permohonan="pasal_pengecualian informasi tujuan"))
_ASKED_OFFICE = Bilingual("Apakah menyangkut jabatan publik?", "Does it concern a public office?")
_ASKED_CONSENT = Bilingual(
    "Apakah yang bersangkutan sudah menyetujui secara tertulis?",
    "Did the person concerned consent in writing?",
)


def _falls(case: RefusedRequest, evidence: Evidence) -> Verdict | None:
    """Find each refusal under a letter that a public office or a consent lifts, where words name one."""
    letters = case.known(evidence.law)
    office = [letter for letter in letters if letter.lifted_by_public_office]
    consent = [letter for letter in letters if letter.lifted_by_consent]
    texts = (case.row.subject, case.row.purpose)
    if not (office or consent) or not any(text.strip() for text in texts):
        return None
    named = mentioned(PUBLIC_OFFICE, *texts) if office else ()
    agreed = mentioned(CONSENT, *texts) if consent else ()
    if not (named or agreed):
        return FINE
    return about(
        case.subject,
        case.row,
        provided=", ".join(case.letters),
        facts={
            "outcome": term(case.outcome),
            "words": _joined([word.label for word in (*named, *agreed)], ", "),
            "question": _joined([_ASKED_OFFICE] * bool(named) + [_ASKED_CONSENT] * bool(agreed), " "),
        },
        basis=tuple(dict.fromkeys(bounds(letter) for letter in (*office, *consent))),
    )


def _joined(texts: Sequence[Bilingual], sign: str) -> Bilingual:
    return Bilingual(sign.join(text.id for text in texts), sign.join(text.en for text in texts))


C308 = Rule(
    code="C308",
    severity=Severity.INFO,
    title=Bilingual("Pengecualian yang mungkin gugur", "An exemption that may fall"),
    message=Bilingual(
        "Permohonan {outcome} dengan huruf {provided}; isi atau tujuannya menyebut {words}. {question}",
        "Request {outcome} under letter {provided}; what it asks or its purpose names {words}. {question}",
    ),
    mend=Bilingual(
        "Periksa informasi yang diminta; bila ya, pengecualian itu ditinjau kembali.",
        "Look at what was asked; where it is so, the exemption is looked at again.",
    ),
    explanation=Bilingual(
        "Pengecualian atas akta dan rahasia pribadi gugur bila yang bersangkutan menyetujui secara tertulis,"
        " atau bila informasinya menyangkut posisi seseorang dalam jabatan publik. Aturan ini hanya mencari"
        " kata, jadi hanya bertanya.",
        "The exemptions of personal deeds and secrets fall where the person concerned consents in writing, or"
        " where it concerns the person's position in a public office. This rule looks for words, so it only"
        " asks.",
    ),
    where=columns(permohonan="informasi tujuan pasal_pengecualian"),
    example=Bilingual.both("informasi: riwayat kesehatan pasien, pasal_pengecualian h"),
    basis=("exemption_letters",),
    check=each(refusals, _falls, _NO_PERSONAL),
)
