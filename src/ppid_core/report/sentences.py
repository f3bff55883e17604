"""The sentences that tell figures: templates, so that a reader can find each figure again.

``{measure}`` is a figure, ``{measure:one|more}`` what is said of one or of any other number, ``<fact>`` a
word of the report.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from ppid_core.language import Bilingual, Lang
from ppid_core.model import Absent, Measure
from ppid_core.report.values import Inline, Num, Typed, Value, number

PLACE = re.compile(r"\{([a-z0-9_.]+)(?::([^{}|]*)\|([^{}|]*))?\}|<([a-z_]+)>")


RECEIVED = Bilingual(
    "Selama <period>, <body> menerima {requests.total} permohonan informasi publik.",
    "In <period>, <body> received {requests.total} {requests.total:request|requests} for public information.",
)
CARRIED_OVER = Bilingual(
    "Selain itu ada {requests.carried_over} permohonan bawaan dari <earlier>.",
    "Besides, {requests.carried_over} {requests.carried_over:request was|requests were} carried over from "
    "<earlier>.",
)
APPLICANTS = Bilingual(
    "Permohonan itu berasal dari {applicants.total} pemohon.",
    "They came from {applicants.total} {applicants.total:applicant|applicants}.",
)
OBJECTED = Bilingual(
    "<body> menerima {objections.total} keberatan, dan {disputes.total} sengketa informasi diajukan ke "
    "<commission>.",
    "<body> received {objections.total} {objections.total:objection|objections}, and {disputes.total} "
    "{disputes.total:dispute was|disputes were} filed with <commission>.",
)
OBJECTIONS = Bilingual(
    "Selama <period> diterima {objections.total} keberatan atas layanan informasi publik.",
    "In <period>, {objections.total} {objections.total:objection|objections} to the information service "
    "{objections.total:was|were} received.",
)
DISPUTES = Bilingual(
    "Selama <period> ada {disputes.total} sengketa informasi di <commission>.",
    "In <period> there {disputes.total:was|were} {disputes.total} {disputes.total:dispute|disputes} before "
    "<commission>.",
)
SUITS = Bilingual(
    "Selama <period> ada {suits.total} gugatan ke pengadilan.",
    "In <period> there {suits.total:was|were} {suits.total} {suits.total:suit|suits} before a court.",
)
COMPLAINTS = Bilingual(
    "Tercatat pula {complaints.total} pengaduan.",
    "Besides, {complaints.total} {complaints.total:complaint was|complaints were} recorded.",
)
_CELLS = Bilingual(
    "Matriks ketersediaan memuat {compliance.cells} sel, yaitu {compliance.agencies} OPD dikali "
    "{compliance.types} jenis informasi",
    "The matrix of availability has {compliance.cells} {compliance.cells:cell|cells}, {compliance.agencies} "
    "{compliance.agencies:agency|agencies} times {compliance.types} {compliance.types:type|types} of "
    "information",
)
_NOT_APPLICABLE = Bilingual(
    "{compliance.not_applicable} sel tidak berlaku",
    "{compliance.not_applicable} {compliance.not_applicable:cell is|cells are} not applicable",
)
_EXEMPT = Bilingual(
    "{compliance.exempt} sel dikecualikan", "{compliance.exempt} {compliance.exempt:cell is|cells are} exempt"
)
_OF_REST = Bilingual(
    "dari {compliance.denominator} sel selebihnya, {compliance.disclosed} tersedia",
    "of the other {compliance.denominator} {compliance.denominator:cell|cells}, {compliance.disclosed} "
    "{compliance.disclosed:is|are} available",
)
_SHARE = Bilingual(", atau {compliance.share}", ", {compliance.share}")
_NOTHING = Bilingual("", "")


def _of_rest(*asides: Bilingual, share: Bilingual) -> Bilingual:
    """Return the sentence that says what is left out of the cells before it tells the share of the rest."""
    return Bilingual(
        f"{_CELLS.id}; {' dan '.join(aside.id for aside in asides)}; {_OF_REST.id}{share.id}.",
        f"{_CELLS.en}; {' and '.join(aside.en for aside in asides)}; {_OF_REST.en}{share.en}.",
    )


def _of_all(share: Bilingual) -> Bilingual:
    return Bilingual(
        f"{_CELLS.id}; {{compliance.disclosed}} di antaranya tersedia{share.id}.",
        f"{_CELLS.en}; {{compliance.disclosed}} of them {{compliance.disclosed:is|are}} available{share.en}.",
    )


AVAILABLE_NONE = Bilingual(f"{_CELLS.id}; tidak satu pun tersedia.", f"{_CELLS.en}; none is available.")
AVAILABLE, AVAILABLE_OF_FEW = _of_all(_SHARE), _of_all(_NOTHING)
AVAILABLE_OF_REST: Mapping[tuple[bool, bool], Bilingual] = {
    (True, False): _of_rest(_NOT_APPLICABLE, share=_SHARE),
    (False, True): _of_rest(_EXEMPT, share=_SHARE),
    (True, True): _of_rest(_NOT_APPLICABLE, _EXEMPT, share=_SHARE),
}
"""By whether any cell is not applicable, and whether any is exempt."""
AVAILABLE_OF_FEW_REST: Mapping[tuple[bool, bool], Bilingual] = {
    (True, False): _of_rest(_NOT_APPLICABLE, share=_NOTHING),
    (False, True): _of_rest(_EXEMPT, share=_NOTHING),
    (True, True): _of_rest(_NOT_APPLICABLE, _EXEMPT, share=_NOTHING),
}
AVAILABLE_OF_REPORTING = Bilingual(
    "Di luar OPD tanpa isian, dari {compliance.denominator_of_reporting} sel pada "
    "{compliance.reporting_agencies} OPD, {compliance.disclosed} tersedia, atau "
    "{compliance.share_of_reporting}.",
    "Agencies without entries left out, of {compliance.denominator_of_reporting} "
    "{compliance.denominator_of_reporting:cell|cells} at {compliance.reporting_agencies} "
    "{compliance.reporting_agencies:agency|agencies}, {compliance.disclosed} {compliance.disclosed:is|are} "
    "available, {compliance.share_of_reporting}.",
)
PUBLIC_ENTRIES = Bilingual(
    "Daftar informasi publik memuat {public_information.total} entri.",
    "The list of public information has {public_information.total} {public_information.total:entry|entries}.",
)
_EXEMPT_ENTRIES = Bilingual(
    "Daftar informasi yang dikecualikan memuat {exempt_information.total} entri",
    "The list of exempt information has {exempt_information.total} {exempt_information.total:entry|entries}",
)
_EXPIRED = Bilingual(
    "masa pengecualian {exempt_information.expired} di antaranya sudah berakhir pada <as_of>",
    "{exempt_information.expired} of them had ended by <as_of>",
)
_UNTESTED = Bilingual(
    "uji konsekuensi {exempt_information.untested} di antaranya belum dicatat",
    "of {exempt_information.untested} of them no consequence test is recorded",
)
EXEMPT_LISTED: Mapping[tuple[bool, bool], Bilingual] = {
    (is_expired, is_untested): Bilingual(
        "; ".join(piece.id for piece in pieces) + ".", "; ".join(piece.en for piece in pieces) + "."
    )
    for is_expired in (False, True)
    for is_untested in (False, True)
    for pieces in ((_EXEMPT_ENTRIES, *([_EXPIRED] * is_expired), *([_UNTESTED] * is_untested)),)
}
"""By whether any has ended, and whether any is without a test."""
ALLOCATED = Bilingual(
    "Anggaran layanan informasi publik <whole_year> sebesar {budget.allocated}.",
    "The budget of the information service for <whole_year> was {budget.allocated}.",
)
REALISED = Bilingual(
    "Realisasinya {budget.realised} atau {budget.absorption} dari alokasi.",
    "Of it {budget.realised} was spent, {budget.absorption} of the allocation.",
)
REALISED_OF_YEAR = Bilingual(
    "Realisasinya untuk tahun itu {budget.realised} atau {budget.absorption} dari alokasi.",
    "Of it {budget.realised} was spent in that year, {budget.absorption} of the allocation.",
)
STAFF = Bilingual(
    "Layanan informasi dijalankan oleh {staff.total} orang petugas.",
    "The service is run by {staff.total} {staff.total:person|people}.",
)
VISITS = Bilingual(
    "Laman PPID dikunjungi {visits.total} kali selama <period>.",
    "The website of the PPID was visited {visits.total} {visits.total:time|times} in <period>.",
)
RESPONSE = Bilingual(
    "Waktu pemenuhan tercatat untuk {requests.response_time.count} permohonan: rata-rata "
    "{requests.response_time.mean}, median {requests.response_time.median}, tersingkat "
    "{requests.response_time.min}, terlama {requests.response_time.max}.",
    "Response time is recorded for {requests.response_time.count} "
    "{requests.response_time.count:request|requests}: mean {requests.response_time.mean}, median "
    "{requests.response_time.median}, shortest {requests.response_time.min}, longest "
    "{requests.response_time.max}.",
)
_STANDARD = Bilingual(
    "Menurut hitungan Perki, sejak permohonan dinyatakan lengkap, waktu tercatat untuk "
    "{requests.standard_time.count} permohonan selain penolakan: rata-rata {requests.standard_time.mean}",
    "By the count of the standard of service, from the day a request was complete, time is recorded for "
    "{requests.standard_time.count} {requests.standard_time.count:request|requests} other than refusals: "
    "mean {requests.standard_time.mean}",
)
_BY_THE_ACT = Bilingual(
    "Ketepatan waktu dalam laporan ini dinilai menurut undang-undang, sejak permohonan diterima.",
    "Timeliness in this report is judged by the act, from receipt.",
)
STANDARD = Bilingual(
    f"{_STANDARD.id}, {{requests.standard_time.closed_in_time}} di antaranya tepat waktu. {_BY_THE_ACT.id}",
    f"{_STANDARD.en}, {{requests.standard_time.closed_in_time}} of them in time. {_BY_THE_ACT.en}",
)
STANDARD_NONE = Bilingual(
    f"{_STANDARD.id}, tidak satu pun tepat waktu. {_BY_THE_ACT.id}",
    f"{_STANDARD.en}, none of them in time. {_BY_THE_ACT.en}",
)
"""Where none is in time: no sentence tells a nought of a part."""
MEDIAN = Bilingual(
    "Waktu pemenuhan tercatat untuk {requests.response_time.count} permohonan, dengan median "
    "{requests.response_time.median}.",
    "Response time is recorded for {requests.response_time.count} "
    "{requests.response_time.count:request|requests}, with a median of {requests.response_time.median}.",
)
WITHIN = Bilingual(
    "Sedikitnya 90 persen di antaranya dijawab dalam {requests.response_time.percentiles.p90} atau kurang.",
    "At least 90 percent of them were answered within {requests.response_time.percentiles.p90}.",
)
UNTIMED = Bilingual(
    "Waktu {requests.untimed_unread} permohonan di antaranya belum terbaca dari register.",
    "Of these, the time of {requests.untimed_unread} could not be read from the register.",
)
IN_TIME = Bilingual(
    "Dari {requests.judged} permohonan yang ketepatan waktunya dapat dinilai, "
    "{requests.timeliness.closed_in_time} selesai tepat waktu, atau {requests.share_in_time}.",
    "Of {requests.judged} {requests.judged:request|requests} whose timeliness can be judged, "
    "{requests.timeliness.closed_in_time} {requests.timeliness.closed_in_time:was|were} closed in time, "
    "{requests.share_in_time}.",
)
IN_TIME_OF_FEW = Bilingual(
    "Dari {requests.judged} permohonan yang ketepatan waktunya dapat dinilai, "
    "{requests.timeliness.closed_in_time} selesai tepat waktu.",
    "Of {requests.judged} {requests.judged:request|requests} whose timeliness can be judged, "
    "{requests.timeliness.closed_in_time} {requests.timeliness.closed_in_time:was|were} closed in time.",
)
IN_TIME_NONE = Bilingual(
    "Dari {requests.judged} permohonan yang ketepatan waktunya dapat dinilai, tidak satu pun selesai tepat "
    "waktu.",
    "Of {requests.judged} {requests.judged:request|requests} whose timeliness can be judged, none was closed "
    "in time.",
)
_OF_BOTH = Bilingual(
    "Dari {requests.balance.opening} permohonan bawaan dan {requests.balance.received} permohonan yang "
    "diterima",
    "Of {requests.balance.opening} {requests.balance.opening:request|requests} carried over and "
    "{requests.balance.received} received",
)
_OF_RECEIVED = Bilingual(
    "Dari {requests.balance.received} permohonan yang diterima",
    "Of {requests.balance.received} {requests.balance.received:request|requests} received",
)
_ENDINGS: Mapping[tuple[bool, bool], Bilingual] = {
    (True, True): Bilingual(
        "{requests.balance.closed} selesai sampai dengan <as_of> dan {requests.balance.closing} masih "
        "terbuka",
        "{requests.balance.closed} {requests.balance.closed:was|were} closed by <as_of> and "
        "{requests.balance.closing} {requests.balance.closing:is|are} still open",
    ),
    (True, False): Bilingual(
        "seluruhnya, yaitu {requests.balance.closed}, selesai sampai dengan <as_of>",
        "all, {requests.balance.closed}, were closed by <as_of>",
    ),
    (False, True): Bilingual(
        "seluruhnya, yaitu {requests.balance.closing}, masih terbuka pada <as_of>",
        "all, {requests.balance.closing}, were still open on <as_of>",
    ),
}
"""By whether any is closed, and whether any is open."""
BALANCE: Mapping[tuple[bool, bool, bool], Bilingual] = {
    (is_of_both, *ended): Bilingual(f"{whole.id}, {said.id}.", f"{whole.en}, {said.en}.")
    for is_of_both, whole in ((True, _OF_BOTH), (False, _OF_RECEIVED))
    for ended, said in _ENDINGS.items()
}
"""By whether any was carried over, is closed, is open."""

OUTCOMES: Mapping[Measure, Bilingual] = {
    measure: Bilingual(f"{{{measure}}} {indonesian}", f"{{{measure}}} {english}")
    for measure, indonesian, english in (
        (Measure.REQUESTS_GRANTED, "dikabulkan seluruhnya", "granted in full"),
        (Measure.REQUESTS_PARTLY_GRANTED, "dikabulkan sebagian", "granted in part"),
        (Measure.REQUESTS_FULFILLED, "dipenuhi", "fulfilled"),
        (Measure.REQUESTS_REFUSED, "ditolak", "refused"),
        (Measure.REQUESTS_NOT_HELD, "tidak dikuasai", "not held"),
        (Measure.REQUESTS_INCOMPLETE, "tidak lengkap", "incomplete"),
        (Measure.REQUESTS_WITHDRAWN, "dicabut pemohon", "withdrawn"),
        (Measure.REQUESTS_LAPSED, "gugur", "lapsed"),
        (Measure.REQUESTS_UNANSWERED, "tidak dijawab", "unanswered"),
        (Measure.REQUESTS_ANSWERED, "ditanggapi", "answered"),
        (Measure.REQUESTS_PENDING, "masih diproses", "pending"),
        (
            Measure.REQUESTS_OUTCOME_UNREAD,
            "tidak terbaca keputusannya",
            "whose outcome could not be read",
        ),
        (
            Measure.REQUESTS_OUTCOME_NOT_RECORDED,
            "tidak tercatat keputusannya",
            "without a recorded outcome",
        ),
    )
}
"""Each is a piece of the sentence that lists the outcomes there were."""

TIMELINESS: Mapping[Measure, Bilingual] = {
    measure: Bilingual(f"{{{measure}}} {indonesian}", f"{{{measure}}} {english}")
    for measure, indonesian, english in (
        (Measure.CLOSED_IN_TIME, "selesai tepat waktu", "closed in time"),
        (Measure.CLOSED_LATE, "selesai lewat waktu", "closed late"),
        (Measure.OPEN_IN_TIME, "masih terbuka dalam waktu", "open in time"),
        (Measure.OPEN_LATE, "masih terbuka lewat waktu", "open late"),
        (Measure.TIMELINESS_UNKNOWN, "tidak dapat dinilai", "without what judges them"),
    )
}
"""Each is a piece of the sentence that says how many were in time."""

SENTENCES: tuple[Bilingual, ...] = (
    RECEIVED, CARRIED_OVER, APPLICANTS, OBJECTED, OBJECTIONS, DISPUTES, SUITS, COMPLAINTS, AVAILABLE,
    AVAILABLE_NONE, AVAILABLE_OF_FEW, *AVAILABLE_OF_REST.values(), *AVAILABLE_OF_FEW_REST.values(),
    AVAILABLE_OF_REPORTING, PUBLIC_ENTRIES, *EXEMPT_LISTED.values(), ALLOCATED, REALISED, REALISED_OF_YEAR,
    STAFF, VISITS, RESPONSE, STANDARD, MEDIAN, WITHIN, *TIMELINESS.values(), UNTIMED, IN_TIME,
    IN_TIME_OF_FEW, IN_TIME_NONE, STANDARD_NONE,
    *BALANCE.values(), *OUTCOMES.values(),
)  # fmt: skip


def composed(
    sentence: Bilingual, value: Callable[[Measure], Value], lang: Lang, facts: Mapping[str, str]
) -> tuple[Inline, ...] | None:
    """Return the sentence with its figures and facts, which may begin it; None where a figure is absent."""
    pieces: list[Inline] = []
    text, start = sentence(lang), 0
    for place in PLACE.finditer(text):
        pieces.append(text[start : place.start()])
        measure, one, more, fact = place.groups()
        if fact:
            pieces.append(facts[fact])
        elif isinstance(figure := value(Measure(measure)), Absent):
            return None
        else:
            said = one if number(figure) == 1 else more
            pieces.append(Num(Measure(measure), figure) if one is None else said)
        start = place.end()
    first, *others = (piece for piece in (*pieces, text[start:]) if piece != "")
    if isinstance(first, str) and not isinstance(first, Typed):
        first = first[:1].upper() + first[1:]
    return (first, *others)
