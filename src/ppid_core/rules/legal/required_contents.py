"""L103: each content that the law asks of the report is there, and what the report tells of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from attrs import frozen

from ppid_core.glossary import recognise, say
from ppid_core.language import Bilingual, by_number
from ppid_core.law import ContentCondition, RequiredContent
from ppid_core.model import (
    ADJUDICATED,
    EXECUTABLE,
    Absent,
    ConstraintKind,
    DisputeResult,
    ObjectionAnswer,
    Outcome,
    Reason,
    Register,
    Request,
    ServiceYear,
)
from ppid_core.rules.casebook.aggregate_lines import lines_of
from ppid_core.rules.casebook.span import cited, is_of
from ppid_core.rules.engine.evidence import Evidence
from ppid_core.rules.engine.finding import Finding, Severity
from ppid_core.rules.engine.noted_law import plain
from ppid_core.rules.engine.place import Placed
from ppid_core.rules.engine.rule import Rule
from ppid_core.source import Source
from ppid_core.summary import NOT_RECORDED, UNNAMED, listed
from ppid_core.summary.open_cases import is_unrepaired

_GRANTING = (Outcome.GRANTED, Outcome.PARTLY_GRANTED, Outcome.FULFILLED)
_REFUSING = (Outcome.REFUSED,)
_OBLIGING = frozenset({ObjectionAnswer.ACCEPTED, ObjectionAnswer.PARTLY_ACCEPTED})


@frozen(kw_only=True)
class _ToldContent:
    """What a report tells of one content (*isi yang disajikan*).

    Attributes:
        is_told: whether it is there, *nihil* included.
        is_due: whether there is a case that it would speak of.
        beside: the place beside the gap, where there is one.
        lacking: of how many requests it is not told, where it is owed of each.
        of: how many requests there are.
    """

    is_told: bool
    is_due: bool = True
    beside: Source | None = None
    lacking: int = 0
    of: int = 0


def tellings(evidence: Evidence) -> Mapping[str, _ToldContent]:
    """Return what the report tells, by the slug of the content."""
    return {
        **_resources(evidence.year),
        **_requests(evidence),
        **_objections(evidence),
        **_disputes(evidence),
        **_suits(evidence),
        **_outlook(evidence.year),
    }


def _resources(year: ServiceYear) -> Mapping[str, _ToldContent]:
    service = year.service
    facilities, staff = listed(service.facilities), listed(service.staff)
    lines = year.budget_lines
    granted = [line for line in lines if line.allocated is not None]
    has_staff = bool(staff) or bool(service.staff_total)
    return {
        "policy": _ToldContent(
            is_told=_is_written(year, "kebijakan") or bool(listed(year.narrative.regulations))
        ),
        "facilities": _ToldContent(is_told=not isinstance(service.facilities, Absent)),
        "facilities_condition": _ToldContent(
            is_told=any(row.condition for row in facilities),
            is_due=bool(facilities),
            beside=_first(facilities),
        ),
        "staff": _ToldContent(
            is_told=not isinstance(service.staff, Absent) or service.staff_total is not None,
        ),
        "staff_qualifications": _ToldContent(
            is_told=any(row.qualification for row in staff),
            is_due=has_staff,
            beside=_first(staff) or service.staff_total_source,
        ),
        "budget": _ToldContent(
            is_told=bool(granted) or not (isinstance(year.budget, Absent) or lines), beside=_first(lines)
        ),
        "budget_use": _ToldContent(
            is_told=any(line.realised is not None or line.use for line in lines),
            is_due=bool(granted),
            beside=_first(lines),
        ),
    }


def _tells(evidence: Evidence, outcomes: Iterable[Outcome]) -> bool:
    """Tell whether any of the outcomes has a figure: totals may name only some, rows name what there was."""
    counts = (evidence.summary.figure(f"requests.by_outcome.{outcome}") for outcome in outcomes)
    return bool(listed(evidence.year.requests)) or any(not isinstance(count, Absent) for count in counts)


def _requests(evidence: Evidence) -> Mapping[str, _ToldContent]:
    year = evidence.year
    beside = _first(listed(year.requests)) or _first(lines_of(year, Register.REQUESTS).lines)
    are_any = _count(evidence, "requests.total") != 0
    lacking, of = _untimed(evidence)
    outcomes = _is_named(evidence, "requests.by_outcome", Outcome.ANSWERED)
    return {
        "requests": _ToldContent(
            is_told=_is_kept(year, year.requests, Register.REQUESTS, Register.APPLICANTS), beside=beside
        ),
        "response_time": _ToldContent(
            is_told=bool(of) and not lacking, is_due=are_any, beside=beside, lacking=lacking, of=of
        ),
        "granted": _ToldContent(
            is_told=outcomes and _tells(evidence, _GRANTING), is_due=are_any, beside=beside
        ),
        "refused": _ToldContent(
            is_told=outcomes and _tells(evidence, _REFUSING), is_due=are_any, beside=beside
        ),
        "refusal_reasons": _ToldContent(
            is_told=_is_named(evidence, "requests.by_refusal_reason"),
            is_due=_count(evidence, f"requests.by_outcome.{Outcome.REFUSED}") not in {0, None},
            beside=beside,
        ),
    }


def _untimed(evidence: Evidence) -> tuple[int, int]:
    """Return of how many requests the time is not told, and how many there are.

    A mean that the text states tells the time of none of them. A request that was withdrawn or never
    completed was not answered. Days that are typed and that no calendar can count are told.
    """
    figure, of = evidence.summary.branch, _count(evidence, "requests.total") or 0
    timeliness, classes = figure("requests.timeliness"), figure("requests.response_time.by_class")
    if isinstance(timeliness, Absent) and timeliness.reason is Reason.NO_CALENDAR:
        return 0, of
    judged = sum(timeliness.values()) if isinstance(timeliness, Mapping) else 0
    if judged:
        withdrawn = (row.count for row in listed(evidence.year.requests) if _owes_no_answer(row, evidence))
        unread = figure("requests.untimed_unread")
        return max(timeliness["unknown"] - sum(withdrawn) - unread, 0), judged
    if _is_named(evidence, "requests.response_time.by_class") and isinstance(classes, Mapping):
        return classes.get(NOT_RECORDED, 0), of
    return of, of


def _owes_no_answer(row: Request, evidence: Evidence) -> bool:
    """Tell whether a request was withdrawn, or never completed, and has no time on record."""
    if row.notice_on is not None or row.working_days is not None:
        return False
    if not is_of(evidence.year, row.period, row.opening):
        return False
    law, workdays = plain(evidence.law), evidence.workdays
    return row.outcome is Outcome.WITHDRAWN or is_unrepaired(row, evidence.as_of, law, workdays)


def _objections(evidence: Evidence) -> Mapping[str, _ToldContent]:
    year = evidence.year
    rows = listed(year.objections)
    beside = _first(rows) or _first(lines_of(year, Register.OBJECTIONS).lines)
    obliged = [row for row in rows if row.answer is not None and row.answer.slug in _OBLIGING]
    return {
        "objections": _ToldContent(
            is_told=_is_kept(year, year.objections, Register.OBJECTIONS), beside=beside
        ),
        "objection_answers": _ToldContent(
            is_told=_is_named(evidence, "objections.by_answer"),
            is_due=_count(evidence, "objections.total") != 0,
            beside=beside,
        ),
        "objection_execution": _ToldContent(
            is_told=any(row.execution for row in obliged),
            is_due=_are_any(evidence, "objections.by_answer", _OBLIGING),
            beside=_first(obliged) or beside,
        ),
    }


def _disputes(evidence: Evidence) -> Mapping[str, _ToldContent]:
    year = evidence.year
    rows = listed(year.disputes)
    beside = _first(rows) or _first(lines_of(year, Register.DISPUTES).lines)
    obliging = [row for row in rows if row.result is not None and row.result.slug in EXECUTABLE]
    return {
        "disputes": _ToldContent(is_told=_is_kept(year, year.disputes, Register.DISPUTES), beside=beside),
        "dispute_results": _ToldContent(
            is_told=_is_named(evidence, "disputes.by_result"),
            is_due=_count(evidence, "disputes.total") != 0,
            beside=beside,
        ),
        "dispute_execution": _ToldContent(
            is_told=any(row.execution for row in obliging),
            is_due=_are_any(evidence, "disputes.by_result", EXECUTABLE),
            beside=_first(obliging) or beside,
        ),
    }


def _suits(evidence: Evidence) -> Mapping[str, _ToldContent]:
    year = evidence.year
    rows = listed(year.suits)
    beside = _first(rows) or _first(lines_of(year, Register.SUITS).lines)
    obliging = [row for row in rows if recognise(DisputeResult, row.decision) in EXECUTABLE]
    return {
        "suits": _ToldContent(
            is_told=_is_kept(year, year.suits, Register.SUITS),
            is_due=_are_any(evidence, "disputes.by_result", ADJUDICATED),
            beside=beside or _first(listed(year.disputes)),
        ),
        "suit_results": _ToldContent(
            is_told=_is_named(evidence, "suits.by_decision"),
            is_due=_count(evidence, "suits.total") != 0,
            beside=beside,
        ),
        "suit_execution": _ToldContent(
            is_told=any(row.execution for row in obliging), is_due=bool(obliging), beside=_first(obliging)
        ),
    }


def _outlook(year: ServiceYear) -> Mapping[str, _ToldContent]:
    told, obstacles = year.narrative, listed(year.narrative.constraints)
    rows = listed(told.recommendations)
    plans = tuple(row for row in rows if not row.is_earlier(year.period.year))
    is_kept = not isinstance(told.recommendations, Absent) and bool(plans or not rows)
    return {
        "constraints": _ToldContent(
            is_told=not isinstance(told.constraints, Absent) or _is_written(year, "kendala")
        ),
        **{
            f"constraints_{kind}": _ToldContent(
                is_told=any(row.kind is kind for row in obstacles),
                is_due=bool(obstacles),
                beside=_first(obstacles),
            )
            for kind in ConstraintKind
        },
        "recommendations": _ToldContent(is_told=is_kept or _is_written(year, "rekomendasi")),
        "follow_up": _ToldContent(
            # The chapter is "rekomendasi dan rencana tindak lanjut": where it has words of its own, only a
            # reader can tell that the plan is not among them.
            is_told=any(row.follow_up for row in plans) or _is_written(year, "rekomendasi"),
            is_due=bool(plans),
            beside=_first(plans),
        ),
    }


def _is_written(year: ServiceYear, part: str) -> bool:
    """Tell whether a chapter has words of its own."""
    passage = year.narrative.passage(part)
    return passage is not None and bool(passage.text.strip())


def _first(rows: Iterable[Placed]) -> Source | None:
    return next((row.source for row in rows), None)


def _is_kept(year: ServiceYear, rows: object | Absent, *registers: Register) -> bool:
    """Tell whether a register has rows, is *nihil*, or is stood in for by aggregate lines."""
    return not isinstance(rows, Absent) or any(lines_of(year, register).lines for register in registers)


def _count(evidence: Evidence, path: str) -> int | None:
    figure = evidence.summary.figure(path)
    return figure if isinstance(figure, int) else None


def _is_named(evidence: Evidence, path: str, *vague: str) -> bool:
    """Tell whether a breakdown names a category; one that exceeds its total names too many."""
    figure = evidence.summary.parts_of(path)
    if isinstance(figure, Absent):
        return figure.reason is Reason.EXCEEDS_TOTAL
    return any(number for name, number in figure.items() if name not in {*UNNAMED, *vague})


def _are_any(evidence: Evidence, path: str, members: Iterable[str]) -> bool:
    figure = evidence.summary.figure(path)
    return isinstance(figure, Mapping) and any(figure.get(str(member)) for member in members)


_PROSE = "naskah"
_REGISTERS: Mapping[str, str] = {
    "requests": "permohonan",
    "objections": "keberatan",
    "disputes": "sengketa",
    "suits": "gugatan",
}
"""The contents that are a register as a whole, which may be nihil, and the table of each."""
_OR_NIHIL = Bilingual(
    "tabel {table}, atau tulis NIHIL di kolom pertamanya, di bawah judul kolom, bila tahun ini tidak ada satu"
    " pun",
    "the table {table}, or type NIHIL in its first column, below the headings, where there was none this"
    " year",
)
_ABSENT = Bilingual("belum ada", "is missing")
LACKING = Bilingual("belum lengkap", "is incomplete")


def _required_contents(evidence: Evidence) -> Iterator[Finding]:
    """Yield each content that the law of the day the report is due asks for, and that is not told.

    A register that says *nihil* has answered. A content that no telling knows cannot be judged.
    """
    told = tellings(evidence)
    for content in evidence.law.required_contents.at(evidence.due_on).value:
        telling, whole = told.get(content.slug), told.get(content.part_of or "")
        if telling is None or telling.is_told or _is_hidden(content, telling, evidence.year):
            continue
        if _is_asked(content, telling, whole):
            place = telling.beside or (whole and whole.beside)
            yield Finding(
                subject=f"content:{content.slug}",
                sources=(place,) if place else (),
                facts={
                    "content": content.title,
                    "where": _where(content),
                    "state": LACKING if 0 < telling.lacking < telling.of else _ABSENT,
                    "extent": _extent(telling),
                    "lacking": telling.lacking,
                },
                basis=(cited(content),),
            )


def _is_hidden(content: RequiredContent, telling: _ToldContent, year: ServiceYear) -> bool:
    """Tell whether a content may stand in cells that could not be read; what some lack is known to lack."""
    if 0 < telling.lacking < telling.of:
        return False
    places = (name.partition(".")[::2] for name in content.typed_in)
    return any(year.unread_cells(table, *filter(None, [column])) for table, column in places)


def _extent(telling: _ToldContent) -> Bilingual:
    """Return of how many requests a content is not told, where it is owed of each of them."""
    if not telling.lacking:
        return Bilingual("", "")
    return Bilingual(
        f" ({say(telling.lacking, 'id')} dari {say(telling.of, 'id')} permohonan)",
        f" ({say(telling.lacking, 'en')} of {say(telling.of, 'en')}"
        f" {by_number(telling.of, 'request', 'requests')})",
    )


def _is_asked(content: RequiredContent, telling: _ToldContent, whole: _ToldContent | None) -> bool:
    """Ask for a whole always, for a part or a condition only where a case calls for it."""
    if content.part_of is None and content.condition is ContentCondition.ALWAYS:
        return True
    return telling.is_due and (whole is None or whole.is_told)


def _where(content: RequiredContent) -> Bilingual:
    """Return where staff type it: *tabel anggaran, kolom realisasi atau penggunaan*."""
    if content.slug in _REGISTERS:
        return _OR_NIHIL.fill(table=_REGISTERS[content.slug])
    pairs = [name.partition(".")[::2] for name in content.typed_in]
    places = [
        _place(table, [column for _, column in group])
        for table, group in groupby(pairs, lambda pair: pair[0])
    ]
    return Bilingual("; atau ".join(place.id for place in places), "; or ".join(place.en for place in places))


def _place(table: str, columns: list[str]) -> Bilingual:
    named = [column for column in columns if column]
    if table == _PROSE:
        return Bilingual(f"naskah, bagian {' atau '.join(named)}", f"naskah, part {' or '.join(named)}")
    if not named:
        return Bilingual(f"tabel {table}", f"table {table}")
    return Bilingual(
        f"tabel {table}, kolom {' atau '.join(named)}", f"table {table}, column {' or '.join(named)}"
    )


L103 = Rule(
    code="L103",
    severity=Severity.WARNING,
    title=Bilingual("Isi minimum belum ada", "A required content is missing"),
    message=Bilingual(
        "Isi minimum {state}: {content}{extent}.", "A required content {state}: {content}{extent}."
    ),
    mend=Bilingual(
        "Isi {where}; bila tidak dapat diisi, laporan menyebut sebabnya.",
        "Fill in {where}; where that cannot be done, the report says why.",
    ),
    explanation=Bilingual(
        "Peraturan menetapkan isi minimum laporan layanan informasi publik. Register yang nihil sudah"
        " menjawab; bagian hanya diminta bila pokoknya ada, pelaksanaan hanya bila ada jawaban atau hasil"
        " yang mewajibkan. Waktu diminta untuk setiap permohonan yang dijawab: yang belum tercatat disebut"
        " jumlahnya. Kendala diminta yang internal dan yang eksternal.",
        "The law sets what a yearly report tells at least. A register that is nihil has answered; a part is"
        " asked for only where its whole is there, execution only where an answer or a result obliges. Time"
        " is asked for of each request that was answered: how many lack it is told. Constraints are asked"
        " for inside and outside the body.",
    ),
    where=Bilingual(
        "tabel dan kolom yang disebut pada hasil pemeriksaan", "the table and column that the finding names"
    ),
    example=Bilingual.both("anggaran: realisasi Rp49.500.000,00; sdm: kualifikasi S1 Ilmu Komunikasi"),
    basis=("required_contents",),
    check=_required_contents,
)
