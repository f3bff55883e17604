"""How many requests can have led to an objection: at least and at most, by what is recorded of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import frozen

from ppid_core.language import Bilingual
from ppid_core.model import Absent, CountUnit, Dimension, Outcome, Register, Request
from ppid_core.rules.cases.comparison import Bounds
from ppid_core.rules.engine.evidence import Evidence, NotApplicable, counted
from ppid_core.rules.engine.noted_law import plain
from ppid_core.rules.figures.groups import lines_of
from ppid_core.rules.legal.outcomes import is_judged
from ppid_core.rules.legal.timeliness import LATE
from ppid_core.summary.timing import Stopwatch

NO_REQUESTS = Bilingual(
    "jumlah permohonan tidak tercatat (tabel permohonan atau rekap)",
    "the number of requests is not recorded (table permohonan or rekap)",
)
APPLICANTS = Bilingual(
    "yang dihitung pemohon, bukan permohonan (tabel permohonan, kolom jumlah_pemohon)",
    "applicants are counted, not requests (table permohonan, column jumlah_pemohon)",
)
REFUSED = frozenset({Outcome.REFUSED, Outcome.PARTLY_GRANTED})
PERHAPS_REFUSED = frozenset({Outcome.FULFILLED, Outcome.ANSWERED, None})
OBJECTIONABLE = frozenset({*REFUSED, Outcome.NOT_HELD, Outcome.UNANSWERED})
PERHAPS_OBJECTIONABLE = frozenset({*PERHAPS_REFUSED, Outcome.INCOMPLETE})


@frozen(kw_only=True)
class Pool:
    """Requests by what can be objected about them (*permohonan yang dapat dikeberatani*).

    Attributes:
        refused: refused wholly or in part.
        late: not answered, or not in time.
        any: either of these, or not held.
        total: all requests, those carried over too.
    """

    refused: Bounds
    late: Bounds
    any: Bounds
    total: Bounds


def pool_of(evidence: Evidence) -> Pool:
    """Return the requests by what is known of them.

    Raises:
        NotApplicable: where requests are not counted, or only applicants are.
    """
    rows = evidence.year.requests
    counted(evidence, Register.REQUESTS)
    if isinstance(rows, Absent):
        return _of_lines(evidence)
    judged = [row for row in rows if is_judged(row, evidence.year)]
    if any(row.unit is CountUnit.APPLICANT and row.count for row in judged):
        raise NotApplicable(APPLICANTS)
    return _of_rows(judged, evidence)


def _of_rows(rows: Sequence[Request], evidence: Evidence) -> Pool:
    watch = Stopwatch(
        law=plain(evidence.law),
        workdays=evidence.workdays,
        as_of=evidence.as_of,
        kept=evidence.keeps_outcomes,
    )
    known = [(row, *_lateness(row, watch.time(row).timeliness)) for row in rows]
    total = sum(row.count for row in rows)
    return Pool(
        refused=(
            sum(row.count for row in rows if row.outcome in REFUSED),
            sum(row.count for row in rows if row.outcome in REFUSED | PERHAPS_REFUSED),
        ),
        late=(
            sum(row.count for row, surely, _ in known if surely),
            sum(row.count for row, _, perhaps in known if perhaps),
        ),
        any=(
            sum(row.count for row, surely, _ in known if surely or row.outcome in OBJECTIONABLE),
            sum(
                row.count
                for row, _, perhaps in known
                if perhaps or row.outcome in OBJECTIONABLE | PERHAPS_OBJECTIONABLE
            ),
        ),
        total=(total, total),
    )


def _lateness(row: Request, timeliness: str) -> tuple[bool, bool]:
    """Tell whether a request was surely, and whether it was perhaps, not answered in time."""
    if row.outcome is Outcome.UNANSWERED:
        return True, True
    # An answer may have come in time where neither outcome nor notice is recorded.
    is_blank = row.outcome is None and row.notice_on is None
    return timeliness in LATE and not is_blank, timeliness in {*LATE, "unknown"}


def _of_lines(evidence: Evidence) -> Pool:
    """Return what aggregate lines tell; what no line names may be anything."""
    total = evidence.summary.figure("requests.total")
    if not isinstance(total, int):
        raise NotApplicable(NO_REQUESTS)
    lines = lines_of(evidence.year, Register.REQUESTS)
    named = lines.parts(Dimension.OUTCOME)
    rest = max(total - sum(named.values()), 0)

    def told(outcomes: frozenset[Outcome | None]) -> int:
        return sum(named.get(str(outcome), 0) for outcome in outcomes if outcome is not None)

    late = _late_lines(evidence, lines.parts(Dimension.TIME), total)
    unanswered = told(frozenset({Outcome.UNANSWERED}))
    return Pool(
        refused=(told(REFUSED), told(REFUSED | PERHAPS_REFUSED) + rest),
        late=(max(unanswered, late[0]), min(total, unanswered + late[1])),
        any=(
            max(told(OBJECTIONABLE), late[0]),
            min(total, told(OBJECTIONABLE | PERHAPS_OBJECTIONABLE) + rest + late[1]),
        ),
        total=(total, total),
    )


def _late_lines(evidence: Evidence, named: Mapping[str, int], total: int) -> Bounds:
    """Return how many were answered late; between the limit and the extended one, perhaps."""
    law = plain(evidence.law)
    spans = law.response_classes(max(evidence.year.period.last_day, law.classes_since))
    in_time, surely = named.get(spans[0].slug, 0), named.get(spans[-1].slug, 0)
    return (surely, max(total - in_time, surely)) if named else (0, total)
