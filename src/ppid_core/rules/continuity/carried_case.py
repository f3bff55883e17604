"""Y107: an objection or dispute that was open last year stands in this year's register."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import frozen

from ppid_core.language import Bilingual
from ppid_core.model import Dispute, Objection, normal
from ppid_core.rules.casebook.last_year import last_report
from ppid_core.rules.engine.evidence import Evidence, legible, present
from ppid_core.rules.engine.finding import Finding, Severity
from ppid_core.rules.engine.labels import columns
from ppid_core.rules.engine.rule import Rule
from ppid_core.rules.engine.subjects import shown_number
from ppid_core.summary import EarlierYear, listed
from ppid_core.summary.open_cases import is_open_dispute, is_open_objection, keeps_answers

_NONE_OPEN = Bilingual(
    "tidak ada keberatan atau sengketa bernomor yang masih terbuka di laporan tahun sebelumnya",
    "the report of the year before has no objection or dispute with a number that was still open",
)


@frozen(kw_only=True)
class _OpenCase:
    """A case that last year's report left open, and whether this year's register has its number."""

    kind: str
    name: Bilingual
    table: str
    row: Objection | Dispute
    is_carried: bool


def _open_cases(evidence: Evidence, last: EarlierYear) -> Iterator[_OpenCase]:
    scope, kept = last.summary.scope, keeps_answers(last.year)
    day = last.year.as_of if scope is None else scope.as_of
    objections = _numbers(listed(evidence.year.objections))
    disputes = _numbers(listed(evidence.year.disputes))
    for objection in listed(last.year.objections):
        if objection.number.strip() and is_open_objection(objection, day, kept=kept):
            yield _OpenCase(
                kind="objection",
                name=Bilingual("Keberatan", "Objection"),
                table="keberatan",
                row=objection,
                is_carried=normal(objection.number) in objections,
            )
    for dispute in listed(last.year.disputes):
        if dispute.number.strip() and is_open_dispute(dispute, day):
            yield _OpenCase(
                kind="dispute",
                name=Bilingual("Sengketa", "Dispute"),
                table="sengketa",
                row=dispute,
                is_carried=normal(dispute.number) in disputes,
            )


def _numbers(register: Iterable[Objection | Dispute]) -> frozenset[str]:
    return frozenset(normal(row.number) for row in register)


def _lost_cases(evidence: Evidence) -> Iterator[Finding]:
    """Yield each open case of last year whose number this year's register does not have.

    A register of which numbers could not be read may have it: of its cases nothing is told.
    """
    last = last_report(evidence)
    missing = [case for case in present(_open_cases(evidence, last), _NONE_OPEN) if not case.is_carried]
    lost = [case for case in missing if not evidence.year.unread_cells(case.table, "nomor")]
    for case in lost:
        shown = shown_number(case.row.number)
        yield Finding(
            subject=f"year:{last.year.period.year}:{case.kind}:{shown}",
            provided=shown,
            affected=case.row.count,
            facts={"what": case.name, "table": case.table, "year": str(last.year.period.year)},
        )
    if not lost:
        for case in missing:
            legible(evidence.year, case.table, "nomor")


Y107 = Rule(
    code="Y107",
    severity=Severity.WARNING,
    title=Bilingual(
        "Keberatan atau sengketa tahun lalu tidak ada lagi",
        "An open objection or dispute of last year is lost",
    ),
    message=Bilingual(
        "{what} {provided} masih terbuka di laporan {year}, tetapi tidak ada di register tahun ini.",
        "{what} {provided} was still open in the report of {year}, and is not in this year's register.",
    ),
    mend=Bilingual(
        "Catat di tabel {table} dengan nomor yang sama, bawaan {year}, dan apa jadinya.",
        "Record it in table {table} under the same number, with bawaan {year} and what became of it.",
    ),
    explanation=Bilingual(
        "Perkara yang belum selesai tetap menjadi tanggungan badan publik; laporan berikutnya menyebut"
        " akhirnya.",
        "What was not finished is still owed by the body; the next report says how it ended.",
    ),
    where=columns(keberatan="nomor bawaan", sengketa="nomor bawaan"),
    example=Bilingual(
        "sengketa 2023: 004/PS/2023, masih diproses; sengketa 2024: 004/PS/2023, bawaan 2023, mediasi",
        "dispute of 2023: 004/PS/2023, pending; of 2024: 004/PS/2023, bawaan 2023, mediated",
    ),
    check=_lost_cases,
)
