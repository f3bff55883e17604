"""L101, L102, L104–L106: what the law asks of each answer and of the report."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve

from ppid_core.law import Lawbook
from ppid_core.model import (
    Aggregate,
    Coded,
    Desk,
    Dimension,
    Outcome,
    Period,
    RefusalReason,
    Register,
    ReportingPeriod,
    Request,
    ServiceYear,
    Signatory,
    Submission,
)
from ppid_core.rules import Checked, Status
from ppid_core.summary import summarize
from ppid_core.testing.judgement import judged
from ppid_core.workdays import WorkdayCalendar

EMPTY = ServiceYear(period=ReportingPeriod(2021))


def refused(slug: RefusalReason | None, typed: str = "", letter: str = "") -> ServiceYear:
    reason = None if slug is None else Coded(slug, typed)
    row = Request(count=42, outcome=Outcome.REFUSED, reason=reason, exemption_letter=letter)
    return evolve(EMPTY, requests=(row,))


def told(checked: Checked) -> list[str]:
    return [checked.message(finding) for finding in checked.findings]


@pytest.mark.parametrize(
    ("slug", "typed", "said", "basis"),
    [
        (RefusalReason.BAD_FAITH, "Tidak Itikad Baik", "Komisi Informasi", "Perki 1/2013 Pasal 4 ayat (4)"),
        (
            RefusalReason.UNCLEAR_IDENTITY,
            "Identitas Tidak Jelas",
            "surat keterangan tidak lengkap",
            "Perki 1/2021 Pasal 27, Perki 1/2021 Pasal 33 (belum diverifikasi)",
        ),
        (RefusalReason.REPEATED, "berulang", "berulang", "UU 14/2008 Pasal 17 (belum diverifikasi)"),
        (
            RefusalReason.INCOMPLETE,
            "tidak lengkap",
            "kesempatan melengkapi",
            "Perki 1/2021 Pasal 33 (belum diverifikasi)",
        ),
        (RefusalReason.OTHER, "kantor tutup", "belum dikenali; sebutkan dasarnya", "UU 14/2008 Pasal 17"),
        (None, "", "tanpa alasan", "UU 14/2008 Pasal 17"),
    ],
)
def test_l101_fires_with_a_text_for_each_reason(
    slug: RefusalReason | None, typed: str, said: str, basis: str
) -> None:
    checked = judged(refused(slug, typed), "L101")
    (finding,) = checked.findings
    assert (finding.provided, finding.affected) == (typed or None, 42)
    assert said in told(checked)[0]
    assert finding.basis[0].id == basis
    assert len(finding.basis) == len(set(finding.basis))


@pytest.mark.parametrize(
    "year",
    [
        refused(RefusalReason.EXEMPT, "dikecualikan"),
        refused(RefusalReason.NOT_HELD, "Data Tidak dikuasai"),
        refused(RefusalReason.OTHER, "rahasia pribadi", letter="H"),
        evolve(
            EMPTY, requests=(Request(count=0, outcome=Outcome.REFUSED), Request(outcome=Outcome.NOT_HELD))
        ),
        evolve(EMPTY, requests=(Request(outcome=Outcome.REFUSED, period=Period(2019)),)),
    ],
)
def test_l101_passes_lawful_grounds_and_what_is_not_counted(year: ServiceYear) -> None:
    assert judged(year, "L101").run("L101").status is Status.PASSED


def test_l101_judges_a_slip_of_the_date_by_the_law_of_the_report() -> None:
    row = Request(outcome=Outcome.REFUSED, reason=Coded(RefusalReason.NOT_HELD), notice_on=date(201, 3, 3))
    assert judged(evolve(EMPTY, requests=(row,)), "L101").run("L101").status is Status.PASSED


def test_l101_fires_on_aggregate_lines_where_there_are_no_rows() -> None:
    lines = (
        Aggregate(register=Register.REQUESTS, dimension=Dimension.OUTCOME, category="refused", count=9),
        Aggregate(
            register=Register.REQUESTS, dimension=Dimension.REFUSAL_REASON, category="bad_faith", count=7
        ),
        Aggregate(
            register=Register.REQUESTS, dimension=Dimension.REFUSAL_REASON, category="not_held", count=2
        ),
    )
    (finding,) = judged(evolve(EMPTY, aggregates=lines), "L101").findings
    assert (finding.subject, finding.affected) == ("requests.by_refusal_reason.bad_faith", 7)


@pytest.mark.parametrize("code", ["L101", "L102", "L105", "L106"])
def test_l101_l102_l105_l106_are_not_applicable_without_a_register(code: str) -> None:
    assert judged(EMPTY, code).run(code).status is Status.NOT_APPLICABLE


def test_l102_fires_on_each_line_without_a_reason() -> None:
    rows = (
        Request(count=13, outcome=Outcome.PARTLY_GRANTED),
        Request(count=1, outcome=Outcome.PARTLY_GRANTED, reason=Coded(RefusalReason.NOT_HELD)),
        Request(count=8, outcome=Outcome.PARTLY_GRANTED),
    )
    checked = judged(evolve(EMPTY, requests=rows), "L102")
    assert [(one.subject, one.affected) for one in checked.findings] == [
        ("request:#1", 13),
        ("request:#3", 8),
    ]
    assert told(checked)[0] == "Dikabulkan sebagian tanpa alasan (13 permohonan)."


def test_l102_passes_other_outcomes_and_given_reasons() -> None:
    rows = (
        Request(outcome=Outcome.GRANTED),
        Request(outcome=Outcome.PARTLY_GRANTED, reason=Coded(RefusalReason.EXEMPT)),
    )
    assert judged(evolve(EMPTY, requests=rows), "L102").run("L102").status is Status.PASSED


def submitted(day: date | None) -> ServiceYear:
    return evolve(EMPTY, submission=Submission(on=day))


def test_l104_fires_after_31_march() -> None:
    (finding,) = judged(submitted(date(2022, 4, 1)), "L104").findings
    assert (date(2022, 4, 1), date(2022, 3, 31)) == (finding.provided, finding.expected)
    assert [basis.id for basis in finding.basis] == ["Perki 1/2021 Pasal 56 ayat (1)"]


def test_l104_passes_on_31_march() -> None:
    assert judged(submitted(date(2022, 3, 31)), "L104").run("L104").status is Status.PASSED


def test_l104_takes_the_signature_where_no_sending_is_typed_and_says_so() -> None:
    signed = evolve(EMPTY, signatory=Signatory(on=date(2022, 4, 4)))
    checked = judged(signed, "L104")
    assert told(checked) == [
        (
            "Laporan ditandatangani 4 April 2022 (tanggal penyampaian belum dicatat, maka dipakai tanggal"
            " tanda tangan); batasnya 31 Maret 2022."
        )
    ]
    both = evolve(submitted(date(2022, 3, 31)), signatory=Signatory(on=date(2022, 4, 4)))
    assert judged(both, "L104").run("L104").status is Status.PASSED


@pytest.mark.parametrize("year", [EMPTY, submitted(None)])
def test_l104_is_not_applicable_without_its_day(year: ServiceYear) -> None:
    assert judged(year, "L104").run("L104").status is Status.NOT_APPLICABLE


def test_l105_fires_and_names_the_desk_that_did_not_answer() -> None:
    row = Request(count=4, outcome=Outcome.UNANSWERED, desk=Desk.AGENCY)
    checked = judged(evolve(EMPTY, requests=(row,)), "L105")
    assert told(checked) == ["4 permohonan tidak dijawab oleh PPID Pembantu/Pelaksana."]
    assert [finding.affected for finding in checked.findings] == [4]


def test_l105_fires_on_an_aggregate_line() -> None:
    line = Aggregate(register=Register.REQUESTS, dimension=Dimension.OUTCOME, category="unanswered", count=4)
    (finding,) = judged(evolve(EMPTY, aggregates=(line,)), "L105").findings
    assert finding.subject == "requests.by_outcome.unanswered"


def test_l105_passes_aggregate_lines_of_other_outcomes_and_one_that_stands_for_none() -> None:
    lines = tuple(
        Aggregate(register=Register.REQUESTS, dimension=Dimension.OUTCOME, category=outcome, count=count)
        for outcome, count in (("granted", 8), ("not_held", 2), ("unanswered", 0))
    )
    assert judged(evolve(EMPTY, aggregates=lines), "L105").run("L105").status is Status.PASSED


def test_l105_passes_a_blank_outcome_and_what_is_pending() -> None:
    rows = (Request(), Request(outcome=Outcome.PENDING))
    assert judged(evolve(EMPTY, requests=rows), "L105").run("L105").status is Status.PASSED


@pytest.mark.parametrize("code", ["L101", "L105", "L106"])
def test_l101_l105_l106_pass_a_request_that_lapsed(code: str) -> None:
    """It is neither refused nor unanswered, and the day of a notice that was owed is not known to be late."""
    lapsed = Request(period=Period(2021, 2, 1), outcome=Outcome.LAPSED)
    granted = Request(period=Period(2021, 2, 1), outcome=Outcome.GRANTED, notice_on=date(2021, 2, 3))

    assert told(judged(evolve(EMPTY, requests=(lapsed, granted)), code)) == []


def test_l105_fires_on_lines_of_months_where_none_is_for_the_whole_period() -> None:
    lines = tuple(
        Aggregate(
            register=Register.REQUESTS,
            dimension=Dimension.OUTCOME,
            category="unanswered",
            period=Period(2021, month),
            count=month,
        )
        for month in (2, 3)
    )
    whole = Aggregate(register=Register.REQUESTS, dimension=Dimension.OUTCOME, category="unanswered", count=5)
    by_month = judged(evolve(EMPTY, aggregates=lines), "L105").findings
    assert [(one.subject, one.affected) for one in by_month] == [
        ("requests.by_outcome.unanswered@02", 2),
        ("requests.by_outcome.unanswered@03", 3),
    ]
    assert [one.affected for one in judged(evolve(EMPTY, aggregates=(*lines, whole)), "L105").findings] == [5]


RECEIVED = Period(2021, 3, 1)
COMPLETED = Request(period=Period(2021, 7, 1), completed_on=date(2021, 7, 5), notice_on=date(2021, 7, 21))
"""Received after Perki 1/2021 came into force; 20 July 2021 is Idul Adha."""


def l106(*rows: Request) -> Checked:
    return judged(evolve(EMPTY, requests=rows), "L106")


@pytest.mark.parametrize(
    ("row", "days", "limit", "until"),
    [
        (Request(period=RECEIVED, notice_on=date(2021, 3, 17)), 11, 10, ", sampai 16 Maret 2021"),
        (
            Request(period=RECEIVED, extended_on=date(2021, 3, 5), notice_on=date(2021, 3, 26)),
            18,
            17,
            ", sampai 25 Maret 2021",
        ),
        (Request(working_days=12, outcome=Outcome.GRANTED), 12, 10, ""),
        (Request(period=RECEIVED, outcome=Outcome.PENDING), None, 10, ", sampai 16 Maret 2021"),
        (
            Request(period=RECEIVED, opening=2020, notice_on=date(2021, 3, 17)),
            11,
            10,
            ", sampai 16 Maret 2021",
        ),
    ],
)
def test_l106_fires_on_each_late_answer(row: Request, days: int | None, limit: int, until: str) -> None:
    checked = l106(row)
    (finding,) = checked.findings
    assert (finding.provided, finding.expected) == (days, limit)
    assert f"batasnya {limit} hari kerja{until}." in told(checked)[0]


def test_l106_names_the_day_of_a_notice_on_a_day_off_after_the_last_working_day() -> None:
    # Friday 15 October 2021 is the tenth working day after Friday 1 October; the notice came on Saturday.
    row = Request(period=Period(2021, 10, 1), notice_on=date(2021, 10, 16), outcome=Outcome.GRANTED)
    assert told(l106(row)) == [
        (
            "1 permohonan: dijawab Sabtu, 16 Oktober 2021, setelah hari kerja ke-10; batasnya 10 hari kerja,"
            " sampai 15 Oktober 2021."
        )
    ]


def test_l106_fires_without_calling_a_blank_outcome_unanswered() -> None:
    checked = l106(Request(period=RECEIVED, count=3), Request(outcome=Outcome.GRANTED))
    (finding,) = checked.findings
    assert checked.message(finding) == (
        "3 permohonan: tidak ada tanggal pemberitahuan tertulis dan keputusan belum dicatat; batasnya 10 hari"
        " kerja, sampai 16 Maret 2021."
    )
    assert "dijawab" not in checked.message(finding)
    assert "answered" not in checked.message(finding, "en")
    assert "dijawab" not in checked.run("L106").title.id


@pytest.mark.parametrize(
    "row",
    [
        Request(period=RECEIVED, outcome=Outcome.UNANSWERED),
        Request(period=RECEIVED, outcome=Outcome.PENDING),
        Request(period=RECEIVED, notice_on=date(2022, 1, 4)),
    ],
)
def test_l106_fires_saying_that_there_was_no_answer_where_the_register_says_so(row: Request) -> None:
    assert "belum dijawab per 31 Desember 2021" in told(l106(row))[0]


def test_l106_fires_from_receipt_also_where_the_standard_counts_from_completeness() -> None:
    checked = l106(COMPLETED)
    (finding,) = checked.findings
    assert checked.message(finding) == (
        "1 permohonan: dijawab 21 Juli 2021, dalam 13 hari kerja; batasnya 10 hari kerja, sampai 15 Juli"
        " 2021."
    )
    assert [basis.id for basis in finding.basis] == ["UU 14/2008 Pasal 22 ayat (7)"]


# Complete on 5 July 2021: the tenth working day after it is Monday the 19th, the 20th is Idul Adha.
def by_both(notice_on: date, outcome: Outcome | None = Outcome.GRANTED) -> Checked:
    row = evolve(COMPLETED, notice_on=notice_on, outcome=outcome)
    return judged(evolve(EMPTY, requests=(row,)), "L106", "L108")


def test_l108_fires_where_only_the_clock_of_the_standard_is_kept() -> None:
    checked = by_both(date(2021, 7, 19))
    assert [finding.code for finding in checked.findings] == ["L106", "L108"]
    finding = checked.findings[-1]
    assert (finding.provided, finding.expected) == (date(2021, 7, 19), date(2021, 7, 19))
    assert checked.message(finding) == (
        "1 permohonan, lengkap 5 Juli 2021: dijawab 19 Juli 2021, dalam waktu menurut hitungan Perki sejak"
        " lengkap (sampai 19 Juli 2021), lewat menurut undang-undang sejak diterima (sampai 15 Juli 2021)."
    )
    assert [basis.id for basis in finding.basis] == [
        "UU 14/2008 Pasal 22 ayat (7)",
        "Perki 1/2021 Pasal 31 ayat (3)",
    ]


@pytest.mark.parametrize("notice_on", [date(2021, 7, 15), date(2021, 7, 21)], ids=["by both", "by neither"])
def test_l108_passes_what_both_clocks_judge_alike(notice_on: date) -> None:
    assert by_both(notice_on).run("L108").status is Status.PASSED


@pytest.mark.parametrize(
    ("notice_on", "outcome"),
    [(date(2021, 7, 19), Outcome.REFUSED), (date(2021, 7, 19), None)],
    ids=["a refusal keeps the clock of receipt", "nobody knows which clock"],
)
def test_l108_is_not_applicable_where_no_answer_but_a_refusal_is_timed_by_the_standard(
    notice_on: date, outcome: Outcome | None
) -> None:
    checked = by_both(notice_on, outcome)
    assert checked.run("L106").status is Status.FOUND
    assert checked.run("L108").status is Status.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("row", "basis"),
    [
        (Request(period=RECEIVED, notice_on=date(2021, 3, 17)), ["UU 14/2008 Pasal 22 ayat (7)"]),
        (
            Request(period=RECEIVED, extended_on=date(2021, 3, 5), notice_on=date(2021, 3, 26)),
            ["UU 14/2008 Pasal 22 ayat (7)", "UU 14/2008 Pasal 22"],
        ),
        (
            Request(period=RECEIVED, completed_on=date(2021, 3, 3), notice_on=date(2021, 3, 17)),
            ["UU 14/2008 Pasal 22 ayat (7)"],
        ),
        (
            Request(period=Period(2021, 7, 1), completed_on=date(2021, 7, 1), notice_on=date(2021, 7, 21)),
            ["UU 14/2008 Pasal 22 ayat (7)"],
        ),
        (Request(working_days=12, outcome=Outcome.GRANTED), ["UU 14/2008 Pasal 22 ayat (7)"]),
    ],
)
def test_l106_cites_the_extension_where_it_was_given_and_no_clock_but_that_of_the_act(
    row: Request, basis: list[str]
) -> None:
    (finding,) = l106(row).findings
    assert [cited.id for cited in finding.basis] == basis


def test_l106_finds_as_many_as_the_summary_counts_late() -> None:
    rows = (
        COMPLETED,
        Request(period=RECEIVED, count=3),
        Request(period=RECEIVED, notice_on=date(2021, 3, 16), count=5),
        Request(working_days=30, outcome=Outcome.REFUSED, count=7),
    )
    year = evolve(EMPTY, requests=rows)
    figure = summarize(year, Lawbook.load(), WorkdayCalendar.of(year), year.as_of).branch
    late = sum(figure(f"requests.timeliness.{name}") for name in ("closed_late", "open_late"))
    assert sum(finding.affected for finding in l106(*rows).findings) == late == 11


def test_l106_passes_the_last_day() -> None:
    row = Request(period=RECEIVED, notice_on=date(2021, 3, 16))
    assert l106(row).run("L106").status is Status.PASSED


def test_l106_is_not_applicable_without_dates() -> None:
    run = l106(Request(period=Period(2021, 3), outcome=Outcome.GRANTED)).run("L106")
    assert run.status is Status.NOT_APPLICABLE


def by_time(**counts: int) -> tuple[Aggregate, ...]:
    slugs = {"in_time": "0-10", "extended": "11-17", "late": "over_17"}
    return tuple(
        Aggregate(register=Register.REQUESTS, dimension=Dimension.TIME, category=slugs[name], count=count)
        for name, count in counts.items()
    )


def test_l106_fires_on_lines_of_answers_that_took_longer_than_any_extension_allows() -> None:
    checked = judged(evolve(EMPTY, aggregates=by_time(in_time=9, extended=2, late=4)), "L106")
    (finding,) = checked.findings
    assert (finding.subject, finding.affected, finding.expected) == ("requests.by_time.over_17", 4, 17)
    assert told(checked) == [
        "4 permohonan: dijawab dalam lebih dari 17 hari kerja; batasnya 17 hari kerja dengan perpanjangan."
    ]
    assert [basis.id for basis in finding.basis] == ["UU 14/2008 Pasal 22 ayat (7)", "UU 14/2008 Pasal 22"]


def test_l106_passes_lines_of_answers_within_the_limit() -> None:
    year = evolve(EMPTY, aggregates=by_time(in_time=9, extended=0, late=0))
    assert judged(year, "L106").run("L106").status is Status.PASSED


def test_l106_is_not_applicable_where_lines_do_not_say_what_was_extended() -> None:
    run = judged(evolve(EMPTY, aggregates=by_time(in_time=9, extended=2)), "L106").run("L106")
    assert run.status is Status.NOT_APPLICABLE
    assert "tabel rekap" in run.reason.id


@pytest.mark.parametrize("received", [Period(2021, 3, 1), Period(2021, 3)])
def test_l106_names_no_last_day_where_the_register_states_working_days_alone(received: Period) -> None:
    row = Request(working_days=20, outcome=Outcome.GRANTED, period=received)
    assert told(judged(evolve(EMPTY, requests=(row,)), "L106")) == [
        "1 permohonan: dijawab dalam 20 hari kerja; batasnya 10 hari kerja."
    ]
