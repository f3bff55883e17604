"""C312: what is said not to be held is not recorded as held."""

from __future__ import annotations

from collections.abc import Iterator

from ppid_core.language import Bilingual
from ppid_core.model import Outcome, RefusalReason, Request
from ppid_core.rules.casebook.alike import reported_alike, rows_of
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
_NOT_GIVEN = frozenset({Outcome.NOT_HELD, Outcome.REFUSED})
_BY_OUTCOME = {"why": Bilingual("keputusan: {name}", "outcome: {name}").fill(name=term(Outcome.NOT_HELD))}
_BY_REASON = {
    "why": Bilingual("alasan penolakan: {name}", "reason of refusal: {name}").fill(
        name=term(RefusalReason.NOT_HELD)
    )
}


def _recorded(evidence: Evidence) -> Iterator[tuple[str, Request, Outcome | None]]:
    """Yield the requests of the report that may not be held, where column *dikuasai* is filled in."""
    groups = (group for group in reported_alike(evidence) if group.first.held is not None)
    may_be = ((group, group.first.outcome) for group in groups if group.first.outcome in _NOT_GIVEN)
    return rows_of(may_be, evidence)


def _judge(case: tuple[str, Request, Outcome | None], _: Evidence) -> Verdict | None:
    """Find each request that was answered as not held though the register says that it is."""
    subject, row, outcome = case
    is_reason = row.reason is not None and row.reason.slug is RefusalReason.NOT_HELD
    if outcome is Outcome.REFUSED and not is_reason:
        return None
    if not row.held:
        return FINE
    return about(subject, row, facts=_BY_OUTCOME if outcome is Outcome.NOT_HELD else _BY_REASON)


C312 = Rule(
    code="C312",
    severity=Severity.WARNING,
    title=Bilingual("Tidak dikuasai, tetapi tercatat dikuasai", "Not held, but recorded as held"),
    message=Bilingual(
        'Kolom dikuasai berisi "ya"; {why} ({affected} permohonan).',
        'Column dikuasai says "ya"; {why} ({affected} {affected:request|requests}).',
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
    check=each(_recorded, _judge, _NONE_HELD),
)
