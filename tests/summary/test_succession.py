"""Next year begins with who and what there is, and with the cases that are still open."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from hypothesis import assume, given
from tests.years import shared_years

from ppid_core.intake import from_rows, load
from ppid_core.intake.cells.text import UNREAD
from ppid_core.intake.typed_tables import typed_tables
from ppid_core.law import Lawbook
from ppid_core.model import NOT_KEPT, Absent, Coded, DisputeResult, Outcome, Period, Register, ServiceYear
from ppid_core.summary import listed, next_year, summarize
from ppid_core.workdays import WorkdayCalendar

EXAMPLES = Path(__file__).parents[2] / "examples"


def begun(**tables: list[dict[str, object]]) -> ServiceYear:
    laporan: list[dict[str, object]] = [{"kunci": "tahun", "isi": 2023}]
    return next_year(from_rows({"laporan": laporan, **tables}).year).year


def test_a_request_without_an_answer_comes_in_as_one_of_its_year() -> None:
    year = begun(
        permohonan=[
            {"nomor": "P-1", "tanggal": "2023-12-20", "keputusan": "masih diproses"},
            {"nomor": "P-2", "tanggal": "2023-12-20", "keputusan": "ditolak"},
        ]
    )

    (row,) = listed(year.requests)
    assert (row.number, row.opening, row.outcome) == ("P-1", 2023, Outcome.PENDING)
    assert year.period.year == 2024


def test_a_request_of_which_nothing_tells_whether_it_is_open_stays_behind() -> None:
    year = begun(permohonan=[{"bulan": "Desember", "kanal": "surel"}, {"tanggal": "2023-12-20"}])

    assert [row.period for row in listed(year.requests)] == [Period(2023, 12, 20)]


def test_what_happened_to_a_case_after_the_period_stays_with_it() -> None:
    year = begun(
        permohonan=[{"tanggal": "2023-12-20", "keputusan": "ditolak", "tanggal_pemberitahuan": "2024-01-05"}]
    )

    (row,) = listed(year.requests)
    assert (row.outcome, row.notice_on, row.opening) == (Outcome.REFUSED, date(2024, 1, 5), 2023)


def test_a_case_carried_over_before_keeps_the_year_in_which_it_came_in() -> None:
    year = begun(permohonan=[{"bawaan": 2022, "bulan": "November", "keputusan": "masih diproses"}])

    (row,) = listed(year.requests)
    assert row.opening == 2022


def test_open_disputes_come_along_and_ended_ones_do_not() -> None:
    year = begun(
        sengketa=[
            {"nomor": "1", "tanggal": "2023-11-01", "hasil": "putusan sela"},
            {"nomor": "2", "tanggal": "2023-11-01", "hasil": "mediasi"},
        ]
    )

    (row,) = listed(year.disputes)
    assert (row.number, row.result) == ("1", Coded(DisputeResult.PENDING))


def test_what_came_in_after_the_period_is_no_case_of_it() -> None:
    """Its last day is one of it; what is known to be open and dated nowhere was there."""
    days = ("2023-12-31", "2024-01-01")
    year = begun(
        permohonan=[{"nomor": day, "tanggal": day, "keputusan": "masih diproses"} for day in days],
        keberatan=[{"nomor": day, "tanggal": day, "tanggapan": "masih diproses"} for day in days],
        sengketa=[{"nomor": day, "tanggal": day, "hasil": "masih diproses"} for day in (*days, "")],
    )

    assert [row.number for row in listed(year.requests)] == ["2023-12-31"]
    assert [row.number for row in listed(year.objections)] == ["2023-12-31"]
    assert [row.number for row in listed(year.disputes)] == ["2023-12-31", ""]


def test_figures_are_empty_and_prose_says_where_it_is_from() -> None:
    old = load(EXAMPLES / "kota-serang-2020").year
    succession = next_year(old)
    year = succession.year

    assert (year.body, year.agencies, year.service.staff) == (old.body, old.agencies, old.service.staff)
    assert (year.budget, year.service.visits, year.stated_figures) == (NOT_KEPT, NOT_KEPT, NOT_KEPT)
    assert all(text.startswith("[Dari laporan tahun 2020: ") for text in texts(year))
    assert not isinstance(year.matrix, Absent)
    assert all(row.is_blank for row in year.matrix.rows)
    assert year.signatory is not None
    assert year.signatory.on is None
    assert succession.cases == ((Register.REQUESTS, 4),)


def texts(year: ServiceYear) -> list[str]:
    return [passage.text for passage in year.narrative.passages]


def test_prose_that_was_never_renewed_keeps_the_mark_of_its_year() -> None:
    """So a text of two years ago does not pass for one of last year."""
    once = next_year(load(EXAMPLES / "kota-serang-2020").year).year

    assert all("tahun 2020" in text for text in texts(next_year(once).year))


def test_what_was_recommended_comes_along_with_its_year_and_without_what_became_of_it() -> None:
    year = begun(
        rekomendasi=[
            {"uraian": "Tambah petugas.", "tindak_lanjut": "sedang"},
            {"uraian": "Perbarui laman.", "tahun": 2022, "tindak_lanjut": "selesai"},
        ]
    )

    (row,) = listed(year.narrative.recommendations)
    assert (row.text, row.year, row.follow_up) == ("Tambah petugas.", 2023, "")


def test_cases_carried_over_are_counted_as_the_opening_balance() -> None:
    year = next_year(load(EXAMPLES / "kabupaten-contoh-2024").year).year

    summary = summarize(year, Lawbook.load(), WorkdayCalendar.of(year), date(2025, 12, 31))

    assert summary.figure("requests.balance.opening") == sum(row.count for row in listed(year.requests))


@given(shared_years())
def test_any_year_has_a_next_one_that_tables_can_hold(year: ServiceYear) -> None:
    """A case of a year before 1800 is none that a table can carry over; what was unread stays to be typed."""
    assume(all(row.period is None or row.period.year >= 1800 for row in listed(year.requests)))
    assume(all(row.period is None or row.period.year >= 1800 for row in listed(year.objections)))
    assume(all(row.filed is None or row.filed.year >= 1800 for row in listed(year.disputes)))

    following = next_year(from_rows_or(year)).year

    assert following.period.year == year.period.year + 1
    problems = from_rows(typed_tables(following)).problems
    assert {problem.value for problem in problems} <= {UNREAD}


def from_rows_or(year: ServiceYear) -> ServiceYear:
    """Return the year as tables hold it."""
    tables = {"laporan": [{"kunci": "tahun", "isi": year.period.year}], **typed_tables(year)}
    return from_rows(tables).year


def test_the_lists_of_information_come_along_with_the_days_on_which_they_were_renewed() -> None:
    year = begun(
        dip=[{"ringkasan": "Profil", "tanggal_pemutakhiran": "2023-07-01"}],
        dik=[{"informasi": "Rekam medis", "berlaku_sampai": "2024-02-01"}],
    )

    (public,), (exempt,) = listed(year.public_information), listed(year.exempt_information)
    assert (public.updated_on, exempt.valid_until) == (date(2023, 7, 1), date(2024, 2, 1))
