"""C312: what is said not to be held is not recorded as held."""

from __future__ import annotations

from ppid_core.language import Bilingual
from ppid_core.model import Outcome, RefusalReason, Request
from ppid_core.rules.casebook.span import reported_requests
from ppid_core.rules.engine.evidence import Evidence
from ppid_core.rules.engine.finding import Severity
from ppid_core.rules.engine.labels import columns, term
from ppid_core.rules.engine.place import about
from ppid_core.rules.engine.rule import Rule
from ppid_core.rules.engine.verdict import FINE, Verdict, each

_NONE_HELD = Bilingual(
    "tidak ada permohonan yang tidak dikuasai dengan kolom dikuasai terisi ({where})",
    "of no request that is not held is column dikuasai filled in ({where})",
).fill(where=columns(permohonan="keputusan alasan_penolakan dikuasai"))


def _says(row: Request) -> Outcome | RefusalReason | None:
    """Return by what a row says that the information is not held."""
    if row.outcome is Outcome.NOT_HELD:
        return Outcome.NOT_HELD
    is_reason = row.reason is not None and row.reason.slug is RefusalReason.NOT_HELD
    return RefusalReason.NOT_HELD if row.outcome is Outcome.REFUSED and is_reason else None


def _judge(case: tuple[str, Request], _: Evidence) -> Verdict | None:
    """Find each request that was answered as not held though the register says that it is."""
    subject, row = case
    said = _says(row)
    if row.held is None or said is None:
        return None
    if not row.held:
        return FINE
    name = term(said)
    why = Bilingual(f"keputusan: {name.id}", f"outcome: {name.en}")
    if isinstance(said, RefusalReason):
        why = Bilingual(f"alasan penolakan: {name.id}", f"reason of refusal: {name.en}")
    return about(subject, row, facts={"why": why})


C312 = Rule(
    code="C312",
    severity=Severity.WARNING,
    title=Bilingual("Tidak dikuasai, tetapi tercatat dikuasai", "Not held, but recorded as held"),
    message=Bilingual(
        'Kolom dikuasai berisi "ya"; {why} ({affected} permohonan).',
        'Column dikuasai says "ya"; {why} ({affected} requests).',
    ),
    mend=Bilingual(
        "Periksa kolom dikuasai, keputusan, dan alasan_penolakan.",
        "Look at columns dikuasai, keputusan and alasan_penolakan.",
    ),
    explanation=Bilingual(
        "Informasi yang dikuasai tidak dapat dijawab tidak dikuasai: salah satu kolom perlu diperiksa.",
        "What is held cannot be answered as not held: one of the columns needs a look.",
    ),
    where=columns(permohonan="dikuasai keputusan alasan_penolakan"),
    example=Bilingual.both("keputusan: tidak dikuasai, dikuasai: Dinas Sosial Provinsi"),
    check=each(reported_requests, _judge, _NONE_HELD),
)
