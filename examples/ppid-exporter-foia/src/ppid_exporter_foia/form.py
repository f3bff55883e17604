"""The sections of the form, in the order of its schema, and what of an Indonesian year answers each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import Any

from attrs import field, frozen

from ppid_core import Absent, Summary
from ppid_core.language import Bilingual
from ppid_core.model import (
    Agency,
    Objection,
    ObjectionAnswer,
    Outcome,
    RefusalReason,
    ReportingPeriod,
    Request,
    ServiceYear,
)
from ppid_core.summary import tidy_figures

Children = tuple[tuple[str, Any], ...]
"""Elements below another: names, and a text, a number or elements of their own."""
Records = list[tuple[int, Children]]
"""The records of a section: whose (0 is the body, the others its agencies), and their elements."""


@frozen(kw_only=True, slots=False)
class Told:
    """A year and its figures as they stood on its last day."""

    year: ServiceYear
    summary: Summary

    @cached_property
    def agencies(self) -> tuple[Agency, ...]:
        """The agencies that have requests, where the balance of each is known, in the order of the list."""
        known = self.summary.branch("requests.standing.by_agency")
        if isinstance(known, Absent) or isinstance(self.year.agencies, Absent):
            return ()
        return tuple(agency for agency in self.year.agencies if agency.code in known)

    @cached_property
    def counts_requests(self) -> bool:
        """Whether the register counts requests, as the form does, and no applicants."""
        whole = (one for one in tidy_figures(self.summary) if one.measure == "requests.total")
        return next(whole).unit == "requests"

    def numbers(self, *paths: str) -> tuple[int, ...] | None:
        """Return several figures, None where one of them is absent, or counts applicants."""
        if paths[0].startswith("requests.") and not self.counts_requests:
            return None
        found = [self.summary.number(path) for path in paths]
        whole = tuple(one for one in found if isinstance(one, int))
        return whole if len(whole) == len(found) else None

    def open_cases(self, register: str) -> Sequence[Mapping[str, Any]] | None:
        """Return the ten lines that were open longest, None where one that was open lacks its dates."""
        cases = self.summary.branch(f"{register}.oldest_open")
        is_dated = self.numbers(f"{register}.undated_open") == (0,)
        return cases if is_dated and not isinstance(cases, Absent) else None


@frozen(kw_only=True)
class Section:
    """A section of the form.

    Attributes:
        number: as the form numbers it.
        element: its name in the schema.
        content: its records, or why it has none.
        figures: measure and dimension of the figures that have their place here.
        note: a footnote beside the records.
        link: the name of what ties a record to its agency, where it is not that of the record.
    """

    number: str
    element: str
    content: Callable[[Told], Records | Bilingual]
    record: str = ""
    prefix: str = ""
    figures: tuple[tuple[str, str], ...] = ()
    note: Bilingual = Bilingual("", "")
    link: str = field()

    @link.default
    def _link_of_record(self) -> str:
        return self.record


def _lack(indonesian: str, english: str) -> Callable[[Told], Bilingual]:
    """Return the content of a section that no Indonesian year can fill, whatever it holds."""
    why = Bilingual(indonesian, english)
    return lambda _: why


NO_BALANCE = Bilingual(
    "Tidak diisi: neraca permohonan (bawaan, diterima, selesai, sisa) tidak diketahui seluruhnya, atau yang "
    "dihitung pemohon.",
    "Left out: the balance of requests (opening, received, closed, closing) is not known in whole, or "
    "applicants are counted.",
)
NO_OUTCOMES = Bilingual(
    "Tidak diisi: hasil permohonan yang selesai dalam tahun ini, beserta bawaan, tidak diketahui seluruhnya "
    "atau tidak membedakan dikabulkan seluruhnya dari sebagian.",
    "Left out: outcomes of the requests that ended in the year, those carried over included, are not known "
    "in whole, or do not tell grants in full from grants in part.",
)
NO_ANSWERS = Bilingual(
    "Tidak diisi: bawaan keberatan, atau jawaban dan tanggal jawaban setiap keberatan, tidak diketahui "
    "seluruhnya.",
    "Left out: the objections carried over, or the answer of each and its date, are not known in whole.",
)
NO_OLDEST = Bilingual(
    "Tidak diisi: yang masih terbuka pada akhir tahun tidak semua diketahui tanggalnya.",
    "Left out: not all that were open at the end of the year have their dates.",
)
NO_BACKLOG = Bilingual(
    "Tidak diisi: tidak diketahui berapa yang masih terbuka melewati batas waktu.",
    "Left out: it is not known how many are open beyond the time limit.",
)
WHOSE_YEAR = Bilingual(
    "Tahun ini tahun kalender, 1 Januari sampai 31 Desember. Batas waktu dan hari kerja menurut hukum dan "
    "kalender Indonesia.",
    "This year is a calendar year, 1 January to 31 December. Time limits and working days are those of "
    "Indonesia.",
)
WHOSE_GROUNDS = Bilingual(
    "Penolakan berdasarkan pengecualian: UU 14/2008 Pasal 17 dan Pasal 6 ayat (3) huruf a sampai d.",
    "Denials based on exemptions: Law 14/2008, Article 17 and Article 6(3)(a) to (d).",
)

_EXEMPTIONS = frozenset(
    {
        RefusalReason.EXEMPT,
        RefusalReason.STATE_DANGER,
        RefusalReason.UNFAIR_COMPETITION,
        RefusalReason.PERSONAL_RIGHTS,
        RefusalReason.OFFICIAL_SECRECY,
    }
)
_REASON_CODES = {RefusalReason.NOT_HELD: "NoRecords", RefusalReason.REPEATED: "Duplicate"}
_OUTCOME_CODES = {
    Outcome.GRANTED: "granted",
    Outcome.PARTLY_GRANTED: "partly granted",
    Outcome.NOT_HELD: "NoRecords",
    Outcome.WITHDRAWN: "Withdrawn",
    Outcome.INCOMPLETE: "Other: tidak lengkap",
    Outcome.LAPSED: "Other: gugur",
}
_CODES = ("NoRecords", "Withdrawn", "Duplicate", "Other")
"""Of the reasons in the schema those that an Indonesian register tells, in its order."""
_OLDEST = 10
"""As many cases as the form has lines for, and a summary keeps."""
_OPEN = frozenset({Outcome.UNANSWERED, Outcome.PENDING})
_OPEN_ANSWERS = frozenset({ObjectionAnswer.UNANSWERED, ObjectionAnswer.PENDING})
_ANSWERS = (
    ("AppealDispositionAffirmedQuantity", ObjectionAnswer.REJECTED),
    ("AppealDispositionPartialQuantity", ObjectionAnswer.PARTLY_ACCEPTED),
    ("AppealDispositionReversedQuantity", ObjectionAnswer.ACCEPTED),
    ("AppealDispositionOtherQuantity", ObjectionAnswer.OTHER),
)
_PROCESSING = (
    ("ProcessingStatisticsPendingAtStartQuantity", "opening", "carried_over"),
    ("ProcessingStatisticsReceivedQuantity", "received", "received"),
    ("ProcessingStatisticsProcessedQuantity", "closed", "closed"),
    ("ProcessingStatisticsPendingAtEndQuantity", "closing", "open"),
)
"""An element, what it is called in the balance of the body, and in that of an agency."""


def _processed_requests(told: Told) -> Records | Bilingual:
    whole = told.numbers(*(f"requests.balance.{one}" for _, one, _ in _PROCESSING))
    if whole is None:
        return NO_BALANCE
    records: Records = [(0, tuple(zip((name for name, _, _ in _PROCESSING), whole, strict=True)))]
    for number, agency in enumerate(told.agencies, start=1):
        standing = told.summary.branch("requests.standing.by_agency")[agency.code]
        if not standing["unknown"]:
            records.append((number, tuple((name, standing[one]) for name, _, one in _PROCESSING)))
    return records


def _dispositions(told: Told) -> Counter[str] | None:
    """Return how requests ended in the year, by words of the form; None where it is not known of all."""
    closed = told.numbers("requests.balance.opening", "requests.balance.closed")
    rows = told.year.requests
    if closed is None or isinstance(rows, Absent):
        return None
    ended: Counter[str] = Counter()
    for row in rows:
        answered_on = row.notice_on or row.delivered_on
        is_later = answered_on is not None and answered_on > told.year.period.last_day
        if _is_counted(row, told.year.period) and row.outcome not in _OPEN and not is_later:
            ended[_disposition(row)] += row.count
    return ended if ended.total() == closed[1] and not ended[""] else None


def _is_counted(row: Request | Objection, period: ReportingPeriod) -> bool:
    """Tell whether a row was carried over or received in the year."""
    return row.opening is not None or row.period is None or period.may_hold(row.period)


def _disposition(row: Request) -> str:
    """Return how a request ended, by a word or a code of the form, "" where that is unknown."""
    if row.outcome is not Outcome.REFUSED:
        return _OUTCOME_CODES.get(row.outcome, "") if row.outcome else ""
    if row.reason is None:
        return ""
    if row.reason.slug in _EXEMPTIONS:
        return "exempt"
    return _REASON_CODES.get(row.reason.slug, f"Other: {row.reason.typed or row.reason.slug}")


def _disposed_requests(told: Told) -> Records | Bilingual:
    ended = _dispositions(told)
    if ended is None:
        return NO_OUTCOMES
    reasons: Counter[str] = Counter()
    for word, count in ended.items():
        reasons[word.partition(":")[0]] += count
    denials = tuple(
        (
            "NonExemptionDenial",
            (("NonExemptionDenialReasonCode", code), ("NonExemptionDenialQuantity", reasons[code])),
        )
        for code in _CODES
        if reasons[code]
    )
    record: Children = (
        ("RequestDispositionFullGrantQuantity", ended["granted"]),
        ("RequestDispositionPartialGrantQuantity", ended["partly granted"]),
        ("RequestDispositionFullExemptionDenialQuantity", ended["exempt"]),
        *denials,
        ("RequestDispositionTotalQuantity", ended.total()),
    )
    return [(0, record)]


def _other_reasons(told: Told) -> Records | Bilingual:
    ended = _dispositions(told)
    if ended is None:
        return NO_OUTCOMES
    others = {word.partition(": ")[2]: count for word, count in ended.items() if word.startswith("Other")}
    reasons = tuple(
        (
            "OtherDenialReason",
            (("OtherDenialReasonDescriptionText", reason), ("OtherDenialReasonQuantity", count)),
        )
        for reason, count in sorted(others.items())
    )
    return [(0, (*reasons, ("ComponentOtherDenialReasonQuantity", sum(others.values()))))]


@frozen(kw_only=True)
class _Appeals:
    """Objections as they stood on the last day of the year."""

    opening: int
    received: int
    answers: Mapping[ObjectionAnswer, int]


def _appeals(told: Told) -> _Appeals | None:
    """Return what became of the objections; None where it is not known of all.

    That nothing was carried over is known only where a row says so, or where there is no objection at all.
    """
    received, carried = (told.summary.number(f"objections.{one}") for one in ("total", "carried_over"))
    rows, period = told.year.objections, told.year.period
    if not isinstance(received, int) or not isinstance(carried, int) or isinstance(rows, Absent):
        return None
    kept = [row for row in rows if _is_counted(row, period)]
    says_opening = not kept or any(row.opening is not None for row in kept)
    if not says_opening or sum(row.count for row in kept) != received + carried:
        return None
    answers: Counter[ObjectionAnswer] = Counter()
    for row in kept:
        if row.answer is None or (row.answer.slug not in _OPEN_ANSWERS and row.answered_on is None):
            return None
        if row.answered_on is not None and row.answered_on <= period.last_day:
            answers[row.answer.slug] += row.count
    return _Appeals(opening=carried, received=received, answers=answers)


def _processed_appeals(told: Told) -> Records | Bilingual:
    appeals = _appeals(told)
    if appeals is None:
        return NO_ANSWERS
    closed = sum(appeals.answers.values())
    balance = (appeals.opening, appeals.received, closed, appeals.opening + appeals.received - closed)
    return [(0, tuple(zip((name for name, _, _ in _PROCESSING), balance, strict=True)))]


def _disposed_appeals(told: Told) -> Records | Bilingual:
    appeals = _appeals(told)
    if appeals is None:
        return NO_ANSWERS
    parts = tuple((name, appeals.answers.get(answer, 0)) for name, answer in _ANSWERS)
    return [(0, (*parts, ("AppealDispositionTotalQuantity", sum(appeals.answers.values()))))]


def _oldest(register: str) -> Callable[[Told], Records | Bilingual]:
    def content(told: Told) -> Records | Bilingual:
        cases = told.open_cases(register)
        if cases is None:
            return NO_OLDEST
        items = [
            (
                "OldItem",
                (
                    ("OldItemReceiptDate", case["received_on"].isoformat()),
                    ("OldItemPendingDaysQuantity", case["days"]),
                ),
            )
            for case in cases
            for _ in range(min(case["count"], _OLDEST))
        ]
        return [(0, tuple(items[:_OLDEST]))]

    return content


def _backlog(told: Told) -> Records | Bilingual:
    late = told.numbers("requests.timeliness.open_late", "requests.undated_open")
    appeals = told.open_cases("objections")
    known: list[tuple[str, int]] = []
    if late is not None and not late[1]:
        known.append(("BackloggedRequestQuantity", late[0]))
    if appeals is not None and len(appeals) < _OLDEST:
        is_late = (case["count"] for case in appeals if case["state"] == "open_late")
        known.append(("BackloggedAppealQuantity", sum(is_late)))
    return [(0, tuple(known))] if known else NO_BACKLOG


_NO_TRACKS = _lack(
    "Tidak diisi: formulir membagi permohonan atas yang sederhana, rumit dan dipercepat; pembagian itu tidak "
    "ada di Indonesia.",
    "Left out: the form divides requests into simple, complex and expedited ones; Indonesia knows no such "
    "tracks.",
)
_NO_EXEMPTION_NUMBERS = _lack(
    "Tidak diisi: pengecualian nomor 1 sampai 9 berasal dari hukum Amerika Serikat dan tidak sepadan dengan "
    "huruf UU 14/2008 Pasal 17.",
    "Left out: Exemptions 1 to 9 are of the law of the United States; the letters of Law 14/2008, Article "
    "17, are not their equals.",
)
_NO_REASONS = _lack(
    "Tidak diisi: register keberatan tidak mencatat alasan penolakan menurut daftar formulir.",
    "Left out: the register of objections keeps no reasons of denial as the form lists them.",
)
_NOT_RECORDED = _lack(
    "Tidak diisi: tidak dicatat dalam laporan layanan informasi publik.",
    "Left out: the report on public information services keeps no such record.",
)
_NO_LAST_YEAR = _lack(
    "Tidak diisi: angka tahun lalu menurut hari laporannya, bukan akhir tahunnya.",
    "Left out: last year's figures tell the day of their report, not the end of their year.",
)
_NO_COSTS = _lack(
    "Tidak diisi: jumlah petugas dan anggaran tercatat, tetapi bukan setara penuh waktu, dan bukan biaya "
    "proses dan perkara.",
    "Left out: numbers of staff and the budget are kept, but neither full-time equivalents nor costs of "
    "processing and litigation.",
)
_BALANCE = tuple((f"requests.balance.{one}", "") for _, one, _ in _PROCESSING)
_STANDING = tuple((f"requests.standing.{one}", "agency") for _, _, one in _PROCESSING)

SECTIONS = (
    Section(number="IV", element="Exemption3StatuteSection", content=_NO_EXEMPTION_NUMBERS),
    Section(
        number="V.A",
        element="ProcessedRequestSection",
        record="ProcessingStatistics",
        prefix="PS",
        content=_processed_requests,
        figures=(("requests.total", ""), ("requests.carried_over", ""), *_BALANCE, *_STANDING),
        note=WHOSE_YEAR,
    ),
    Section(
        number="V.B.(1)",
        element="RequestDispositionSection",
        record="RequestDisposition",
        prefix="RD",
        content=_disposed_requests,
        figures=(("requests.total", "outcome"), ("requests.total", "refusal_reason")),
        note=WHOSE_GROUNDS,
    ),
    Section(
        number="V.B.(2)",
        element="RequestDenialOtherReasonSection",
        record="ComponentOtherDenialReason",
        prefix="CODR",
        link="OtherDenialReason",
        content=_other_reasons,
    ),
    Section(
        number="V.B.(3)",
        element="RequestDispositionAppliedExemptionsSection",
        content=_NO_EXEMPTION_NUMBERS,
    ),
    Section(
        number="VI.A",
        element="ProcessedAppealSection",
        record="ProcessingStatistics",
        prefix="PA",
        content=_processed_appeals,
        figures=(("objections.total", ""), ("objections.carried_over", "")),
    ),
    Section(
        number="VI.B",
        element="AppealDispositionSection",
        record="AppealDisposition",
        prefix="AD",
        content=_disposed_appeals,
        figures=(("objections.total", "answer"),),
    ),
    Section(
        number="VI.C.(1)", element="AppealDispositionAppliedExemptionsSection", content=_NO_EXEMPTION_NUMBERS
    ),
    Section(number="VI.C.(2)", element="AppealNonExemptionDenialSection", content=_NO_REASONS),
    Section(number="VI.C.(3)", element="AppealDenialOtherReasonSection", content=_NO_REASONS),
    Section(number="VI.C.(4)", element="AppealResponseTimeSection", content=_NOT_RECORDED),
    Section(
        number="VI.C.(5)",
        element="OldestPendingAppealSection",
        record="OldestPendingItems",
        prefix="OPA",
        content=_oldest("objections"),
        figures=(("objections.undated_open", ""),),
    ),
    Section(
        number="VII.A",
        element="ProcessedResponseTimeSection",
        content=_NO_TRACKS,
        figures=tuple(
            (f"requests.response_time.{one}", "") for one in ("count", "mean", "median", "min", "max")
        ),
    ),
    Section(number="VII.B", element="InformationGrantedResponseTimeSection", content=_NO_TRACKS),
    Section(number="VII.C.(1)", element="SimpleResponseTimeIncrementsSection", content=_NO_TRACKS),
    Section(number="VII.C.(2)", element="ComplexResponseTimeIncrementsSection", content=_NO_TRACKS),
    Section(number="VII.C.(3)", element="ExpeditedResponseTimeIncrementsSection", content=_NO_TRACKS),
    Section(number="VII.D", element="PendingPerfectedRequestsSection", content=_NO_TRACKS),
    Section(
        number="VII.E",
        element="OldestPendingRequestSection",
        record="OldestPendingItems",
        prefix="OPR",
        content=_oldest("requests"),
        figures=(("requests.undated_open", ""),),
    ),
    Section(number="VIII.A", element="ExpeditedProcessingSection", content=_NOT_RECORDED),
    Section(number="VIII.B", element="FeeWaiverSection", content=_NOT_RECORDED),
    Section(
        number="IX",
        element="PersonnelAndCostSection",
        content=_NO_COSTS,
        figures=(("staff.total", ""), ("budget.realised", "")),
    ),
    Section(number="X", element="FeesCollectedSection", content=_NOT_RECORDED),
    Section(number="XI.A", element="SubsectionUsedSection", content=_NOT_RECORDED),
    Section(number="XI.B", element="SubsectionPostSection", content=_NOT_RECORDED),
    Section(
        number="XII.A",
        element="BacklogSection",
        record="Backlog",
        prefix="BK",
        content=_backlog,
        figures=(("requests.timeliness.open_late", ""),),
    ),
    Section(number="XII.B", element="ProcessedConsultationSection", content=_NOT_RECORDED),
    Section(number="XII.C", element="OldestPendingConsultationSection", content=_NOT_RECORDED),
    Section(number="XII.D.(1)", element="ProcessedRequestComparisonSection", content=_NO_LAST_YEAR),
    Section(number="XII.D.(2)", element="BackloggedRequestComparisonSection", content=_NO_LAST_YEAR),
    Section(number="XII.E.(1)", element="ProcessedAppealComparisonSection", content=_NO_LAST_YEAR),
    Section(number="XII.E.(2)", element="BackloggedAppealComparisonSection", content=_NO_LAST_YEAR),
)
"""Every section of ``FoiaAnnualReportType``, in its order."""
