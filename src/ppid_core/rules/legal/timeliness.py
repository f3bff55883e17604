"""L106: every answer comes in time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import cache, lru_cache

from attrs import frozen

from ppid_core.deadlines import DeadlineKind, due_on
from ppid_core.deadlines.deadline import long_date
from ppid_core.glossary import say, say_absence, say_span
from ppid_core.language import Bilingual, by_number
from ppid_core.law import Lawbook, Provision
from ppid_core.model import Absent, Aggregate, Dimension, Reason, Register, Request
from ppid_core.rules.casebook.aggregate_lines import lines_of, part_key
from ppid_core.rules.casebook.alike import AlikeRequests, rows_of, timed_requests
from ppid_core.rules.casebook.answers import LATE, undivided
from ppid_core.rules.casebook.span import cited
from ppid_core.rules.engine.evidence import Evidence, NotApplicable, known, present
from ppid_core.rules.engine.finding import Finding, Severity
from ppid_core.rules.engine.labels import columns
from ppid_core.rules.engine.place import about
from ppid_core.rules.engine.rule import Rule
from ppid_core.summary.day_zero import exact, is_extended
from ppid_core.summary.durations import Timed

_STATED = "stated"
_NO_STANDARD = Bilingual(
    "tidak ada jawaban selain penolakan yang tanggal_lengkap dan tanggal_pemberitahuannya tercatat di bawah"
    " Perki 1/2021 (tabel permohonan)",
    "of no answer other than a refusal are completeness and notice recorded under Perki 1/2021 (table"
    " permohonan)",
)
_NO_DATES = Bilingual(say_absence(Absent(Reason.NO_DATES), "id"), say_absence(Absent(Reason.NO_DATES), "en"))
_NO_CALENDAR = Bilingual(
    "hari libur tahun batas waktunya belum ditetapkan",
    "no decree fixes the holidays of the year of its last day",
)
_NO_EXTENSION = Bilingual(
    "rekap menurut waktu tidak menyebut permohonan mana yang diperpanjang (tabel rekap, waktu)",
    "aggregate lines by time do not say which requests were extended (table rekap, waktu)",
)
_NOT_RECORDED = Bilingual(
    "tidak ada tanggal pemberitahuan tertulis dan keputusan belum dicatat",
    "no day of a written notice, and no outcome, is recorded",
)
_WITH_EXTENSION = Bilingual(" dengan perpanjangan", " with the extension")


@frozen(kw_only=True)
class _Limit:
    """How much time a request had (*batas waktu*).

    Attributes:
        days: working days allowed.
        until: the last day, as the end of a sentence.
        basis: what set it: the extension only where it was given.
    """

    days: int
    until: Bilingual = Bilingual("", "")
    basis: tuple[Bilingual, ...]


_Judged = tuple[AlikeRequests, Timed]
_Limits = Callable[[Request, Timed], _Limit]


def _answered_in_time(evidence: Evidence) -> Iterator[Finding]:
    """Yield each line of requests that was answered late, or whose time is over with no answer on record."""
    times = timed_requests(evidence)
    timed = tuple(_known(times))
    lines = lines_of(evidence.year, Register.REQUESTS).under(Dimension.TIME)
    if lines and not timed:
        yield from _late_lines(lines, evidence)
        return
    known(evidence.year.requests)
    limit_of = _limits(evidence)
    is_beyond = any(time.reason is Reason.NO_CALENDAR for _, time in times)
    judged = present(timed, _NO_CALENDAR if is_beyond else _NO_DATES)
    limited = [(group, time, limit_of(group.first, time)) for group, time in judged]
    late = (
        (
            group,
            (
                time.days,
                limit,
                {"state": _state(group.first, time, limit, evidence.as_of), "until": limit.until},
            ),
        )
        for group, time, limit in limited
        if time.timeliness in LATE
    )
    for subject, row, (days, limit, facts) in rows_of(late, evidence):
        yield about(subject, row, provided=days, expected=limit.days, facts=facts, basis=limit.basis)


def _kept_by_the_standard_alone(evidence: Evidence) -> Iterator[Finding]:
    """Yield each answer that is late by the act and in time by the standard of service alone."""
    known(evidence.year.requests)
    found = ((group, time) for group, time in _known(timed_requests(evidence)) if time.standard is not None)
    for subject, row, time in rows_of(present(found, _NO_STANDARD), evidence):
        received, standard = exact(row.period), time.standard
        if received is None or standard is None or time.timeliness not in LATE or not standard.in_time:
            continue
        extended = is_extended(row, evidence.as_of)
        law, workdays = evidence.law, evidence.workdays
        yield about(
            subject,
            row,
            provided=row.notice_on,
            expected=standard.due_on,
            facts={
                "start": standard.start,
                "act": due_on(DeadlineKind.REQUEST, received, law, workdays, extended=extended),
            },
            basis=tuple(
                map(cited, (*_provisions(law, received, extended=extended), law.request_notice.at(received)))
            ),
        )


def _known(times: Iterable[_Judged]) -> Iterator[_Judged]:
    """Yield the requests whose time is known."""
    return (one for one in times if one[1].timeliness != "unknown")


def _limits(evidence: Evidence) -> _Limits:
    """Return a way from a request to its limit; what came in and was granted alike is looked up once."""
    law, as_of = evidence.law, evidence.as_of

    @cache
    def dated(received: date, extended: bool) -> _Limit:  # noqa: FBT001  a key of the cache
        basis = _provisions(law, received, extended=extended)
        due = due_on(DeadlineKind.REQUEST, received, law, evidence.workdays, extended=extended)
        return _Limit(
            days=sum(provision.value for provision in basis),
            until=Bilingual(f", sampai {say(due, 'id')}", f", until {say(due, 'en')}"),
            basis=tuple(map(cited, basis)),
        )

    @cache
    def stated(day: date, extended: bool) -> _Limit:  # noqa: FBT001  a key of the cache
        basis = _provisions(law, day, extended=extended)
        return _Limit(days=sum(one.value for one in basis), basis=tuple(map(cited, basis)))

    def limit(row: Request, time: Timed) -> _Limit:
        received, extended = exact(row.period), is_extended(row, as_of)
        if received is None or time.clock == _STATED:
            return stated(as_of if row.period is None else row.period.first_day, extended)
        return dated(received, extended)

    return limit


def _provisions(law: Lawbook, day: date, *, extended: bool) -> tuple[Provision[int], ...]:
    response = law.request_response.at(day)
    return (response, law.request_extension.at(day)) if extended else (response,)


def _state(row: Request, time: Timed, limit: _Limit, as_of: date) -> Bilingual:
    """Return what is known of the answer: a blank outcome does not say that there was none."""
    if time.days is not None and time.clock == _STATED:
        return Bilingual(f"dijawab dalam {time.days} hari kerja", f"answered in {_working_days(time.days)}")
    if time.days is not None and row.notice_on is not None:
        return _answered_on(row.notice_on, time.days, is_off=time.days <= limit.days)
    if row.outcome is None and row.notice_on is None:
        return _NOT_RECORDED
    return Bilingual(f"belum dijawab per {say(as_of, 'id')}", f"not answered by {say(as_of, 'en')}")


@lru_cache(maxsize=2**14)
def _answered_on(day: date, days: int, *, is_off: bool) -> Bilingual:
    """Return the day of the notice; one on a day off after the last day took no more working days."""
    if is_off:
        return Bilingual(
            f"dijawab {long_date(day, 'id')}, setelah hari kerja ke-{days}",
            f"answered on {long_date(day, 'en')}, after working day {days}",
        )
    return Bilingual(
        f"dijawab {say(day, 'id')}, dalam {days} hari kerja",
        f"answered on {say(day, 'en')}, in {_working_days(days)}",
    )


def _working_days(days: int) -> str:
    return f"{days} working {by_number(days, 'day', 'days')}"


def _late_lines(lines: Sequence[Aggregate], evidence: Evidence) -> Iterator[Finding]:
    """Yield each line of answers that took longer than any extension allows.

    Of those between the limit and the extended limit no line says whether they were extended.
    """
    law, day = evidence.law, max(evidence.year.period.last_day, evidence.law.classes_since)
    spans = {one.slug: one for one in law.response_classes(day)}
    named = (line for line in undivided(lines) if line.category in spans)
    counted = present(((line, spans[line.category]) for line in named), _NO_DATES)
    late = [(line, span) for line, span in counted if line.count and span.high is None]
    is_in_doubt = any(line.count and span.low > 0 for line, span in counted)
    if is_in_doubt and not late:
        raise NotApplicable(_NO_EXTENSION)
    for line, span in late:
        yield Finding(
            subject=part_key(line),
            sources=(line.source,),
            expected=span.low - 1,
            affected=line.number,
            facts={
                "state": Bilingual(
                    f"dijawab dalam {say_span(span.slug, 'id')} hari kerja",
                    f"answered in {say_span(span.slug, 'en')} working days",
                ),
                "until": _WITH_EXTENSION,
            },
            basis=tuple(map(cited, _provisions(law, day, extended=True))),
        )


L106 = Rule(
    code="L106",
    severity=Severity.WARNING,
    title=Bilingual(
        "Pemberitahuan tidak tercatat dalam batas waktu", "No notice on record within the time allowed"
    ),
    message=Bilingual(
        "{affected} permohonan: {state}; batasnya {expected} hari kerja{until}.",
        "{affected} {affected:request|requests}: {state}; allowed are {expected} working days{until}.",
    ),
    mend=Bilingual(
        "Periksa tanggal dan tanggal_pemberitahuan; isi keputusan dan tanggal yang belum dicatat, juga"
        " perpanjangan bila ada.",
        "Look at the dates of receipt and notice; fill in what is not recorded, and the extension where there"
        " was one.",
    ),
    explanation=Bilingual(
        "Pemberitahuan tertulis diberikan dalam jangka waktu Pasal 22, dihitung sejak permohonan diterima,"
        " yang dapat diperpanjang satu kali dengan alasan tertulis. Perki menghitung pengabulan sejak"
        " permohonan lengkap; bila hanya hitungan itu yang terpenuhi, L108 menyebutnya. Keputusan yang kosong"
        " berarti belum dicatat, bukan tidak dijawab.",
        "The written notice is due within the time of Pasal 22, counted from receipt, which can be extended"
        " once with written reasons. The standard of service counts a grant from completeness; where only"
        " that count is kept, L108 says so. A blank outcome means that it is not recorded, not that there"
        " was no answer.",
    ),
    where=columns(
        permohonan="tanggal tanggal_lengkap tanggal_pemberitahuan tanggal_perpanjangan keputusan hari_kerja",
        rekap="menurut nilai",
    ),
    example=Bilingual.both("tanggal 4 Maret 2021, tanggal_pemberitahuan 19 Maret 2021"),
    basis=("request_response", "request_extension"),
    check=_answered_in_time,
)
L108 = Rule(
    code="L108",
    severity=Severity.INFO,
    title=Bilingual(
        "Dalam waktu menurut Perki, lewat menurut undang-undang",
        "In time by the standard of service, late by the act",
    ),
    message=Bilingual(
        "{affected} permohonan, lengkap {start}: dijawab {provided}, dalam waktu menurut hitungan Perki sejak"
        " lengkap (sampai {expected}), lewat menurut undang-undang sejak diterima (sampai {act}).",
        "{affected} {affected:request|requests}, complete on {start}: answered on {provided}, in time by the"
        " standard's count from completeness (until {expected}), late by the act's from receipt (until"
        " {act}).",
    ),
    mend=Bilingual(
        "Periksa tanggal penerimaan dan tanggal_lengkap; bila benar, jelaskan dalam laporan mengapa"
        " permohonan baru lengkap pada hari itu.",
        "Look at the days of receipt and completeness; where they are right, explain in the report why the"
        " request was complete only then.",
    ),
    explanation=Bilingual(
        "Undang-undang menghitung sejak permohonan diterima dan menjadi ukurannya; Perki menghitung"
        " pemberitahuan sejak permohonan dinyatakan lengkap, penolakan sejak diterima. Bila keduanya berbeda,"
        " kedua tanggal disebut.",
        "The act counts from the receipt of a request and is the measure; the standard of service counts the"
        " notice from completeness, a refusal from receipt. Where they differ, both days are told.",
    ),
    where=columns(permohonan="tanggal tanggal_lengkap tanggal_pemberitahuan keputusan"),
    example=Bilingual.both(
        "tanggal 4 Maret 2024, tanggal_lengkap 5 Maret 2024, tanggal_pemberitahuan 15 Maret 2024"
    ),
    basis=("request_response", "request_extension", "request_notice", "request_clock"),
    check=_kept_by_the_standard_alone,
)
