"""1.12: ``--until``: what happened after the last day has not happened, and money is the year's."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from attrs import evolve, fields
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.nothing_false.work import found, from_tables
from tests.years import shared_years

from ppid_core import Dossier
from ppid_core.intake import Intake
from ppid_core.model import (
    Absent,
    Coded,
    DisputeResult,
    Entry,
    ObjectionAnswer,
    Outcome,
    Reason,
    Register,
    ServiceYear,
)
from ppid_core.report import Paragraph
from ppid_core.summary import listed, year_until

JUNE = date(2023, 6, 30)
LATER = "2023-08-01"


def until_june(work: Dossier) -> Dossier:
    begun: Intake = evolve(work.intake, year=year_until(work.year, 6).year)
    return Dossier(year=begun.year, intake=begun, plugins=work.plugins)


@pytest.fixture(scope="module")
def june() -> Dossier:
    """Half a year, made at its end from what is known in December."""
    return until_june(
        from_tables(
            keys={"penyampaian.tanggal": "2024-03-01", "penyampaian.nomor": "7/PPID/2024"},
            permohonan=[
                {
                    "nomor": "1", "tanggal": "2023-05-02", "keputusan": "ditolak", "alasan_penolakan": "h",
                    "pasal_pengecualian": "h", "tanggal_pemberitahuan": LATER,
                    "tanggal_perpanjangan": "2023-07-03", "alasan_perpanjangan": "perlu uji",
                },
                {"nomor": "2", "tanggal": "2023-05-03", "keputusan": "dikabulkan",
                 "tanggal_pemberitahuan": "2023-05-10", "tanggal_penyerahan": LATER},
                {"nomor": "3", "tanggal": LATER, "keputusan": "dikabulkan", "tanggal_pemberitahuan": LATER},
            ],
            keberatan=[{"nomor": "K1", "tanggal": "2023-06-01", "nomor_permohonan": "2", "alasan": "d",
                        "jawaban": "diterima", "tanggal_jawaban": LATER, "pelaksanaan": "diberikan"}],
            sengketa=[
                {"nomor": "S1", "tanggal": "2023-06-05", "hasil": "dikabulkan", "tanggal_putusan": LATER,
                 "nomor_putusan": "9/KI", "pelaksanaan": "diberikan", "tanggal_sidang": "2023-07-01"},
                {"nomor": "S2", "tanggal": "2023-06-05", "tahap": "ajudikasi", "hasil": "ditolak",
                 "tanggal_putusan": LATER},
            ],
            gugatan=[{"nomor_sengketa": "S1", "pengadilan": "PTUN", "tanggal": "2023-06-20",
                      "putusan": "ditolak", "tanggal_putusan": LATER, "tanggal_kasasi": "2023-09-01"}],
            anggaran=[{"sumber": "APBD", "alokasi": 1000, "realisasi": 900}],
            kegiatan=[
                {"uraian": "Bimtek", "tanggal": "7 Maret 2023"},
                {"uraian": "Pameran", "tanggal": "10 Agustus 2023"},
                {"uraian": "Forum", "tanggal": "September"}, {"uraian": "Rapat rutin"},
            ],
            penghargaan=[{"uraian": "Piagam", "tanggal": "Desember 2023"}],
            pernyataan=[{"apa": "permohonan", "jumlah": 3}],
            rekap=[{"apa": "pengaduan", "jumlah": ""}, {"apa": "pengaduan", "menurut": "kanal",
                    "nilai": "surel", "bulan": "Mei", "jumlah": 4}],
        )
    )  # fmt: skip


def test_decision_after_the_last_day_has_not_been_taken(june: Dossier) -> None:
    first, second = listed(june.year.requests)

    assert (first.outcome, first.reason, first.exemption_letter) == (Outcome.PENDING, None, "")
    assert (first.notice_on, first.extended_on, first.extension_reason) == (None, None, "")
    assert (second.outcome, second.notice_on, second.delivered_on) == (
        Outcome.GRANTED,
        date(2023, 5, 10),
        None,
    )
    assert june.figure("requests.total") == 2
    assert june.figure("requests.by_outcome.refused") == 0
    assert june.figure("requests.by_outcome.pending") == 1
    assert june.figure("requests.timeliness.open_late") == 1


def test_answer_and_ruling_after_the_last_day_have_not_been_given(june: Dossier) -> None:
    (objection,) = listed(june.year.objections)
    alone, staged = listed(june.year.disputes)
    (suit,) = listed(june.year.suits)

    assert (objection.answer, objection.answered_on) == (Coded(ObjectionAnswer.PENDING), None)
    assert objection.execution == ""
    assert (alone.result, alone.decision_number, alone.execution) == (Coded(DisputeResult.PENDING), "", "")
    assert (alone.decided_on, alone.first_session_on) == (None, None)
    assert staged.result == Coded(DisputeResult.PENDING)
    assert (suit.decision, suit.decided_on, suit.cassation_on) == ("", None, None)
    assert june.figure("disputes.by_result.pending") == 2


def test_activities_with_a_later_day_or_month_are_left_out(june: Dossier) -> None:
    assert [item.text for item in listed(june.year.activity.activities)] == ["Bimtek", "Rapat rutin"]
    assert listed(june.year.activity.awards) == ()


def test_sending_of_the_whole_report_is_none_of_its_beginning(june: Dossier) -> None:
    assert june.year.submission is None or (june.year.submission.on, june.year.submission.number) == (
        None,
        "",
    )


@pytest.mark.parametrize(("day", "stays"), [("2023-06-30", True), ("2023-07-01", False)])
def test_sending_on_the_last_day_is_one_of_the_beginning(day: str, stays: bool) -> None:  # noqa: FBT001  pytest
    sent = until_june(from_tables(keys={"penyampaian.tanggal": day})).year.submission
    assert sent is not None
    assert (sent.on is not None) is stays


def test_budget_of_the_year_is_called_so(june: Dossier) -> None:
    told = [block.plain() for block in june.report().blocks() if isinstance(block, Paragraph)]

    assert any(one.startswith("Anggaran layanan informasi publik tahun 2023 sebesar Rp1.000") for one in told)
    assert any(one.startswith("Realisasinya untuk tahun itu Rp900") for one in told)
    assert not any("Anggaran" in one and "semester" in one for one in told)


def test_claims_of_the_year_are_not_compared(june: Dossier) -> None:
    assert not found(june, "T101")
    assert isinstance(june.year.stated_figures, Absent)


def test_count_that_is_not_recorded_for_the_year_is_not_for_its_beginning(june: Dossier) -> None:
    assert june.figure("complaints.total") == Absent(Reason.NO_COUNT)
    assert [line.count for line in june.year.aggregates if line.register is Register.COMPLAINTS] == [None, 4]


def days_of(value: object) -> Iterator[date]:
    """Yield every day that a row names beside the day on which it came in."""
    for attribute in fields(type(value)):  # type: ignore[arg-type]
        told = getattr(value, attribute.name)
        if isinstance(told, date):
            yield told
        elif isinstance(told, tuple):
            for one in told:
                yield from [one] if isinstance(one, date) else days_of(one) if hasattr(one, "kind") else ()


@settings(deadline=None)
@given(shared_years(), st.integers(1, 12))
def test_no_row_of_the_beginning_names_a_later_day(year: ServiceYear, month: int) -> None:
    begun = year_until(year, month).year
    rows = (*listed(begun.requests), *listed(begun.objections), *listed(begun.disputes), *listed(begun.suits))

    assert all(day <= begun.period.last_day for row in rows for day in days_of(row))


@pytest.mark.parametrize(
    ("written", "stays"),
    [("30 Juni 2023", True), ("1 Juli 2023", False), ("Juni", True), ("Juli", False), ("Juli 2022", True),
     ("2024", False), ("2023", True), ("sepanjang tahun", True), ("", True)],
)  # fmt: skip
def test_item_is_placed_by_what_its_date_says(written: str, stays: bool) -> None:  # noqa: FBT001  pytest
    work = from_tables(inovasi=[{"uraian": "Aplikasi", "tanggal": written}])

    assert listed(until_june(work).year.activity.innovations) == (
        (Entry(text="Aplikasi", date=written),) if stays else ()
    )


def test_extensions_up_to_the_last_day_stay_and_later_ones_have_not_been_granted() -> None:
    days = "2023-05-12 | 2023-06-20 | 2023-06-30 | 2023-07-03"
    row = {"nomor": "1", "tanggal": "2023-05-02", "keputusan": "masih diproses", "tanggal_perpanjangan": days}
    (request,) = listed(until_june(from_tables(permohonan=[row])).year.requests)

    assert request.extended_on == date(2023, 5, 12)
    assert request.further_extensions == (date(2023, 6, 20), JUNE)
