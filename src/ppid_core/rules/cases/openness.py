"""C313–C315: a test before the refusal, an Act behind letter j, and what can never be exempt."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from ppid_core.glossary.exemption import NEVER_EXEMPT, REGIONAL_RULES, mentioned
from ppid_core.glossary.term import Term
from ppid_core.language import Bilingual
from ppid_core.rules.casebook.refusals import RefusedRequest, refusals
from ppid_core.rules.casebook.span import cited_on
from ppid_core.rules.engine.evidence import Evidence
from ppid_core.rules.engine.finding import Severity
from ppid_core.rules.engine.labels import columns, term
from ppid_core.rules.engine.place import about
from ppid_core.rules.engine.rule import Rule
from ppid_core.rules.engine.verdict import FINE, Verdict, each
from ppid_core.writing import read_date

_BY_ACT_ONLY = "j"
"""The letter of what an Act forbids to disclose."""
_DATES = re.compile(
    r"\b(?:[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}|[0-9]{1,2}(?:[ ./-])[A-Za-z0-9]+(?:[ ./-])[0-9]{4})\b"
)
_NO_DATED_TEST = Bilingual(
    "tidak ada penolakan bertanggal dengan uji konsekuensi yang tanggalnya ditulis ({where})",
    "no dated refusal has a consequence test with its day ({where})",
).fill(where=columns(permohonan="tanggal_pemberitahuan uji_konsekuensi"))
_NO_LETTER_J = Bilingual(
    "tidak ada penolakan dengan huruf j ({where})", "nothing was refused under letter j ({where})"
).fill(where=columns(permohonan="pasal_pengecualian"))
_NO_SUBJECT = Bilingual(
    "tidak ada penolakan karena pengecualian yang informasinya tercatat ({where})",
    "of nothing refused as exempt is it recorded what was asked ({where})",
).fill(where=columns(permohonan="informasi"))


def _tested_first(case: RefusedRequest, evidence: Evidence) -> Verdict | None:
    """Find each refusal as exempt whose consequence test bears a later day."""
    days = tuple(
        day for words in _DATES.findall(case.row.consequence_test) if (day := _day(words)) is not None
    )
    refused = case.row.notice_on
    if not days or refused is None or not case.is_exempt(evidence.law):
        return None
    if min(days) <= refused:
        return FINE
    return about(
        case.subject,
        case.row,
        provided=min(days),
        expected=refused,
        basis=cited_on(case.day, "consequence_test", evidence),
    )


def _day(words: str) -> date | None:
    try:
        return read_date(words)
    except ValueError:
        return None


def _by_act(case: RefusedRequest, evidence: Evidence) -> Verdict | None:
    """Find each refusal under letter j beside which words name a rule below an Act."""
    if _BY_ACT_ONLY not in case.letters:
        return None
    typed = "" if case.row.reason is None else case.row.reason.typed
    named = mentioned(REGIONAL_RULES, typed, case.row.consequence_test)
    return _asked(case, named, evidence) if named else FINE


def _never(case: RefusedRequest, evidence: Evidence) -> Verdict | None:
    """Find each refusal as exempt of what words name as open for good."""
    if not case.row.subject.strip() or not case.is_exempt(evidence.law):
        return None
    named = mentioned(NEVER_EXEMPT, case.row.subject)
    return _asked(case, named, evidence) if named else FINE


def _asked(case: RefusedRequest, named: Sequence[Term], evidence: Evidence) -> Verdict:
    words = Bilingual(", ".join(one.label.id for one in named), ", ".join(one.label.en for one in named))
    return about(
        case.subject,
        case.row,
        facts={"outcome": term(case.outcome), "words": words},
        basis=cited_on(case.day, "exemption_letters", evidence),
    )


C313 = Rule(
    code="C313",
    severity=Severity.WARNING,
    title=Bilingual("Uji konsekuensi sesudah penolakan", "A consequence test after the refusal"),
    message=Bilingual(
        "Uji konsekuensi bertanggal {provided}, sesudah pemberitahuan penolakan {expected}.",
        "The consequence test is of {provided}, after the notice of refusal of {expected}.",
    ),
    mend=Bilingual(
        "Periksa tanggal di kolom uji_konsekuensi dan tanggal_pemberitahuan.",
        "Look at the dates in columns uji_konsekuensi and tanggal_pemberitahuan.",
    ),
    explanation=Bilingual(
        "Uji konsekuensi mendahului pengecualian: penolakan menyebut hasilnya.",
        "A consequence test comes before the exemption: the refusal states its result.",
    ),
    where=columns(permohonan="uji_konsekuensi tanggal_pemberitahuan"),
    example=Bilingual.both("uji_konsekuensi: berita acara 7 Juni 2021, tanggal_pemberitahuan 9 Juni 2021"),
    basis=("consequence_test",),
    check=each(refusals, _tested_first, _NO_DATED_TEST),
)
C314 = Rule(
    code="C314",
    severity=Severity.INFO,
    title=Bilingual("Huruf j dengan peraturan di bawah undang-undang", "Letter j beside a rule below an Act"),
    message=Bilingual(
        "Permohonan {outcome} dengan huruf j; dasarnya menyebut {words}.",
        "Request {outcome} under letter j; its basis names {words}.",
    ),
    mend=Bilingual(
        "Periksa apakah ada undang-undang yang mengecualikannya; bila ada, tulis di kolom alasan_penolakan,"
        " bila tidak, tinjau kembali pengecualiannya.",
        "Look whether an Act exempts it; where one does, write it in column alasan_penolakan, where none"
        " does, look at the exemption again.",
    ),
    explanation=Bilingual(
        "Huruf j memuat informasi yang tidak boleh diungkapkan berdasarkan undang-undang; peraturan daerah"
        " tidak cukup. Aturan ini hanya mencari kata, jadi hasilnya hanya keterangan.",
        "Letter j is for what an Act forbids to disclose; a regional regulation is not enough. This rule"
        " looks for words, so it only informs.",
    ),
    where=columns(permohonan="alasan_penolakan pasal_pengecualian uji_konsekuensi"),
    example=Bilingual.both("alasan_penolakan: Pasal 17 huruf j, UU 43/2009"),
    basis=("exemption_letters",),
    check=each(refusals, _by_act, _NO_LETTER_J),
)
C315 = Rule(
    code="C315",
    severity=Severity.INFO,
    title=Bilingual("Penolakan atas informasi yang selalu terbuka", "A refusal of what is always open"),
    message=Bilingual(
        "Permohonan {outcome} karena dikecualikan; informasinya menyebut {words}.",
        "Request {outcome} as exempt; what it asks names {words}.",
    ),
    mend=Bilingual(
        "Periksa apakah informasi yang diminta termasuk Pasal 18 ayat (1); bila ya, tinjau kembali"
        " pengecualiannya.",
        "Look whether Pasal 18 ayat (1) holds what was asked; where it does, look at the exemption again.",
    ),
    explanation=Bilingual(
        "Putusan pengadilan, keputusan, peraturan, dan surat edaran, perintah penghentian penyidikan atau"
        " penuntutan, rencana pengeluaran dan laporan keuangan tahunan lembaga penegak hukum, dan laporan"
        " pengembalian uang hasil korupsi tidak termasuk informasi yang dikecualikan (Pasal 18 ayat (1))."
        " Aturan ini hanya mencari kata, jadi hasilnya hanya keterangan.",
        "Decisions of courts, decisions, rules and circulars, orders to end an investigation or a"
        " prosecution, yearly spending plans and financial reports of law enforcement, and reports on"
        " corruption money returned are never exempt (Pasal 18 ayat (1)). This rule looks for words, so it"
        " only informs.",
    ),
    where=columns(permohonan="informasi alasan_penolakan pasal_pengecualian"),
    example=Bilingual.both("informasi: riwayat kesehatan pasien"),
    basis=("exemption_letters",),
    check=each(refusals, _never, _NO_SUBJECT),
)
