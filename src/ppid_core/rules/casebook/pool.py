"""How many requests, objections, disputes and suits a report holds, and can have led to one another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from attrs import frozen

from ppid_core.language import Bilingual
from ppid_core.model import (
    Absent,
    CountUnit,
    CourtCase,
    Dimension,
    Dispute,
    Objection,
    Outcome,
    Register,
    Request,
    normal,
)
from ppid_core.rules.casebook.aggregate_lines import lines_of
from ppid_core.rules.casebook.alike import timed_requests
from ppid_core.rules.casebook.answers import LATE
from ppid_core.rules.casebook.ground import grounds_of
from ppid_core.rules.casebook.links import Numbered, further_cases, links
from ppid_core.rules.casebook.span import is_of
from ppid_core.rules.engine.evidence import Evidence, NotApplicable, counted
from ppid_core.rules.engine.labels import columns, term
from ppid_core.rules.engine.noted_law import plain
from ppid_core.rules.engine.place import places_of
from ppid_core.source import Source

Bounds = tuple[int, int]
"""The least and the most that there can be."""

_NO_REQUESTS = Bilingual(
    "jumlah permohonan tidak tercatat (tabel permohonan atau rekap)",
    "the number of requests is not recorded (table permohonan or rekap)",
)
_APPLICANTS = Bilingual(
    "yang dihitung pemohon, bukan permohonan ({where})", "applicants are counted, not requests ({where})"
).fill(where=columns(permohonan="jumlah_pemohon"))
_REFUSED = frozenset({Outcome.REFUSED, Outcome.PARTLY_GRANTED})
_PERHAPS_REFUSED = frozenset({Outcome.FULFILLED, Outcome.ANSWERED, None})
_OBJECTIONABLE = frozenset({*_REFUSED, Outcome.NOT_HELD, Outcome.UNANSWERED})
_PERHAPS_OBJECTIONABLE = frozenset({*_PERHAPS_REFUSED, Outcome.INCOMPLETE, Outcome.LAPSED})


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
        return _requests_of_lines(evidence)
    applicants = (row for row in rows if row.unit is CountUnit.APPLICANT and row.count)
    if any(is_of(evidence.year, row.period, row.opening) for row in applicants):
        raise NotApplicable(_APPLICANTS)
    return _requests_of_rows(evidence)


def _requests_of_rows(evidence: Evidence) -> Pool:
    known = [
        (group.first.outcome, group.number, *_lateness(group.first, time.timeliness))
        for group, time in timed_requests(evidence)
    ]
    total = sum(number for _, number, _, _ in known)
    return Pool(
        refused=(
            sum(number for outcome, number, _, _ in known if outcome in _REFUSED),
            sum(number for outcome, number, _, _ in known if outcome in _REFUSED | _PERHAPS_REFUSED),
        ),
        late=(
            sum(number for _, number, surely, _ in known if surely),
            sum(number for _, number, _, perhaps in known if perhaps),
        ),
        any=(
            sum(number for outcome, number, surely, _ in known if surely or outcome in _OBJECTIONABLE),
            sum(
                number
                for outcome, number, _, perhaps in known
                if perhaps or outcome in _OBJECTIONABLE | _PERHAPS_OBJECTIONABLE
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


def _requests_of_lines(evidence: Evidence) -> Pool:
    """Return what aggregate lines tell; what no line names may be anything."""
    total = evidence.summary.figure("requests.total")
    if not isinstance(total, int):
        raise NotApplicable(_NO_REQUESTS)
    lines = lines_of(evidence.year, Register.REQUESTS)
    named = lines.parts(Dimension.OUTCOME)
    rest = max(total - sum(named.values()), 0)

    def told(outcomes: frozenset[Outcome | None]) -> int:
        return sum(named.get(str(outcome), 0) for outcome in outcomes if outcome is not None)

    late = _late_lines(evidence, lines.parts(Dimension.TIME), total)
    unanswered = told(frozenset({Outcome.UNANSWERED}))
    return Pool(
        refused=(told(_REFUSED), told(_REFUSED | _PERHAPS_REFUSED) + rest),
        late=(max(unanswered, late[0]), min(total, unanswered + late[1])),
        any=(
            max(told(_OBJECTIONABLE), late[0]),
            min(total, told(_OBJECTIONABLE | _PERHAPS_OBJECTIONABLE) + rest + late[1]),
        ),
        total=(total, total),
    )


def _late_lines(evidence: Evidence, named: Mapping[str, int], total: int) -> Bounds:
    """Return how many were answered late; between the limit and the extended one, perhaps."""
    law = plain(evidence.law)
    spans = law.response_classes(max(evidence.year.period.last_day, law.classes_since))
    in_time, surely = named.get(spans[0].slug, 0), named.get(spans[-1].slug, 0)
    return (surely, max(total - in_time, surely)) if named else (0, total)


_Row = Objection | Dispute | CourtCase
_GROUPS = {Register.OBJECTIONS: Dimension.GROUND, Register.DISPUTES: Dimension.RESULT}


@frozen(kw_only=True)
class Lodged:
    """The cases of one register (*perkara yang diajukan*).

    Attributes:
        total: how many there are.
        parts: objections by their grounds, disputes by result; an empty set where none is named.
        sources: where they stand.
    """

    total: int
    parts: Mapping[frozenset[str], int]
    sources: tuple[Source | None, ...]

    def of(self, *categories: str) -> int:
        """Return how many are of any of ``categories``."""
        return sum(number for names, number in self.parts.items() if not names.isdisjoint(categories))

    def only(self, *categories: str) -> int:
        """Return how many are of ``categories`` and of no other."""
        return sum(number for names, number in self.parts.items() if names and names <= set(categories))


def lodged(evidence: Evidence, register: Register, *, older: bool) -> Lodged:
    """Return the cases of a register.

    Args:
        evidence: the year.
        register: objections, disputes or suits.
        older: whether those count that are carried over, or come from a case of an earlier year.

    Raises:
        NotApplicable: where neither rows nor aggregate lines say how many there are.
    """
    counted(evidence, register)
    entries = _entries(evidence, register)
    if entries is None:
        return _cases_of_lines(evidence, register)
    left_out = frozenset() if older else _from_earlier(evidence)
    counted_in = [
        (case, row)
        for case, row in entries
        if is_of(evidence.year, case.begun, case.opening)
        and (older or not (case.opening is not None or _is_marked(row)))
        and not (left_out and case.subject in left_out)
    ]
    parts: Counter[frozenset[str]] = Counter()
    for case, row in counted_in:
        parts[_categories(row)] += case.count
    total = sum(parts.values())
    return Lodged(total=total, parts=parts, sources=places_of([case for case, _ in counted_in]))


def _entries(evidence: Evidence, register: Register) -> Iterator[tuple[Numbered, _Row]] | None:
    registers: Mapping[Register, tuple[_Row, ...] | Absent] = {
        Register.OBJECTIONS: evidence.year.objections,
        Register.DISPUTES: evidence.year.disputes,
        Register.SUITS: evidence.year.suits,
    }
    rows = registers[register]
    if isinstance(rows, Absent):
        return None
    return zip((case for case in further_cases(evidence) if case.register is register), rows, strict=True)


def _from_earlier(evidence: Evidence) -> frozenset[str]:
    """Return the cases whose number leads to last year's register only."""
    return frozenset(link.row.subject for link in links(evidence) if link.leads and link.origin is None)


def _is_marked(row: _Row) -> bool:
    return isinstance(row, Objection) and bool(normal(row.earlier_request_number))


def _categories(row: _Row) -> frozenset[str]:
    match row:
        case Objection():
            return frozenset(map(str, grounds_of(row)))
        case Dispute() if row.result is not None:
            return frozenset({str(row.result.slug)})
        case _:
            return frozenset()


def _cases_of_lines(evidence: Evidence, register: Register) -> Lodged:
    total = evidence.summary.figure(f"{register}.total")
    lines = lines_of(evidence.year, register)
    if not isinstance(total, int):
        name = term(register)
        raise NotApplicable(
            Bilingual(
                f"jumlah {name.id} tidak tercatat (tabel {name.id} atau rekap)",
                f"the number of {name.en} is not recorded (table {name.id} or rekap)",
            )
        )
    named = lines.parts(_GROUPS[register]) if register in _GROUPS else {}
    parts = {frozenset({name}): number for name, number in named.items()}
    return Lodged(total=total, parts=parts, sources=places_of(lines.lines))
