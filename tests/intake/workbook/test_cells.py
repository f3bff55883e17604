"""Cells as a spreadsheet keeps them: each becomes what a clerk would have typed, or a problem."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from tests.intake.workbook.making import Change, read, told, written

from ppid_core.intake import Intake
from ppid_core.intake.cells.no_day import serial_day
from ppid_core.intake.files.workbook.cell import Value, typed
from ppid_core.model import Absent, CellState, Objection, Request, ServiceHours


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "buku.xlsx"


def request(path: Path, change: Change | None = None, **cells: object) -> Request:
    """Return the request of one row, in which nothing may be a problem."""
    intake = read(written(path, {"Permohonan": (tuple(cells), tuple(cells.values()))}, change))
    assert not intake.problems
    assert not isinstance(intake.year.requests, Absent)
    return intake.year.requests[0]


def problem(path: Path, change: Change | None = None, **cells: object) -> str:
    """Return the one problem of one row of requests."""
    intake = read(written(path, {"Permohonan": (tuple(cells), tuple(cells.values()))}, change))
    (line,) = map(told, intake.problems)
    return line


def notes(intake: Intake) -> list[str]:
    return [note.message.id for note in intake.notes]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (13.0, "13"),
        (13, "13"),
        (2.5, "2,5"),
        (51_904_000.0, "51904000"),
        (True, "ya"),
        (False, "tidak"),
        ("  13\u00a0", "  13 "),
        ("Dinas\u202fSosial\u200b", "Dinas Sosial"),
        (date(2021, 1, 7), "7 Januari 2021"),
        (datetime(2021, 1, 7, 0, 0), "7 Januari 2021"),  # noqa: DTZ001  a cell has no zone
        (datetime(2021, 1, 7, 9, 30), "2021-01-07 09:30:00"),  # noqa: DTZ001  a cell has no zone
        (time(9, 0), "09:00:00"),
        (timedelta(hours=9, minutes=30), "09:30:00"),
        ("a\r\nb", "a\nb"),
    ],
)
def test_value_becomes_the_text_that_a_clerk_would_have_typed(value: Value, text: str) -> None:
    assert typed(value) == text


@pytest.mark.parametrize(
    ("value", "text"), [(0.4307, "43,07%"), (1, "100%"), (0.5, "50%"), (1.1e-3, "0,11%")]
)
def test_percents_are_shown_without_the_noise_of_binary_numbers(value: float, text: str) -> None:
    assert typed(value, is_percent=True) == text


@pytest.mark.parametrize(
    ("text", "is_from_1904", "day"),
    [
        ("44203", False, date(2021, 1, 7)),
        ("42741", True, date(2021, 1, 7)),
        ("19999", False, None),
        ("80001", False, None),
        ("2021", False, None),
        ("7/1/2021", False, None),
        ("²", False, None),
        ("", False, None),
        ("9" * 5000, False, None),
    ],
)
def test_bare_number_is_a_day_only_within_our_lifetimes(
    text: str, day: date | None, *, is_from_1904: bool
) -> None:
    assert serial_day(text, is_from_1904=is_from_1904) == day


def test_numbers_stored_as_text_are_numbers(path: Path) -> None:
    row = request(path, nomor="1", jumlah=" 13\u00a0", biaya="Rp 5.000,-", hari_kerja="8 hari kerja")

    assert (row.count, row.cost, row.working_days) == (13, Decimal(5000), 8)


def test_numbers_and_money_are_read_as_numbers(path: Path) -> None:
    row = request(path, nomor=7.0, jumlah=13.0, biaya=5000.0, hari_kerja=8)

    assert (row.number, row.count, row.cost, row.working_days) == ("7", 13, Decimal(5000), 8)


def test_days_are_read_however_they_are_kept(path: Path) -> None:
    row = request(
        path, tanggal=date(2020, 1, 7), tanggal_lengkap="8-1-2020", tanggal_pemberitahuan="2020-01-20"
    )

    assert row.period is not None
    assert [f"{row.period}", f"{row.completed_on}", f"{row.notice_on}"] == [
        "2020-01-07",
        "2020-01-08",
        "2020-01-20",
    ]


@pytest.mark.parametrize("value", [43837, "43837"])
def test_bare_number_in_a_column_of_days_is_read_as_a_day_and_told_once(path: Path, value: object) -> None:
    rows = (("nomor", "Tgl"), ("1", value), ("2", 43838))
    intake = read(written(path, {"Permohonan": rows}))

    assert not isinstance(intake.year.requests, Absent)
    assert [f"{row.period}" for row in intake.year.requests] == ["2020-01-07", "2020-01-08"]
    assert notes(intake) == ['Permohonan, kolom Tgl: "43837" dibaca sebagai tanggal Excel, 7 Januari 2020.']


@pytest.mark.parametrize("value", [date(2020, 1, 7), 42375])
def test_days_of_a_workbook_from_1904_are_the_days_that_it_shows(path: Path, value: object) -> None:
    def from_1904(book: Workbook) -> None:
        book.epoch = CALENDAR_MAC_1904

    assert f"{request(path, from_1904, nomor='1', tanggal=value).period}" == "2020-01-07"


def test_month_that_the_spreadsheet_made_a_day_is_read_as_the_month(path: Path) -> None:
    """*Jan-20* is kept as 1 January 2020."""
    assert f"{request(path, nomor='1', bulan=date(2020, 2, 1)).period}" == "2020-02"


def test_day_in_a_column_of_months_is_no_month(path: Path) -> None:
    assert problem(path, nomor="1", bulan=date(2020, 2, 9)).startswith(
        'buku.xlsx lembar "Permohonan" sel B2 | bulan | "9 Februari 2020" bukan bulan.'
    )


def hours(path: Path, *cells: object) -> ServiceHours:
    intake = read(written(path, {"Jam Layanan": (("hari", "buka", "tutup"), ("Senin", *cells))}))
    assert not intake.problems
    assert not isinstance(intake.year.service.hours, Absent)
    return intake.year.service.hours[0]


@pytest.mark.parametrize("opens", [time(9, 0), timedelta(hours=9), 0.375, "09.00 WIB", "9:00"])
def test_times_are_read_however_they_are_kept(path: Path, opens: object) -> None:
    assert hours(path, opens, time(15, 30)).opens == time(9, 0)
    assert hours(path, opens, time(15, 30)).closes == time(15, 30)


def test_length_of_time_of_more_than_a_day_is_no_time(path: Path) -> None:
    rows = (("hari", "buka"), ("Senin", timedelta(hours=30)))
    intake = read(written(path, {"Jam Layanan": rows}))

    assert [one.message.id for one in intake.problems] == [
        "isi sel ini lama waktu sehari atau lebih, bukan jam. Tulis jam seperti 09.00."
    ]


def test_truth_values_are_ya_and_tidak(path: Path) -> None:
    intake = read(written(path, {"Ketersediaan": (("opd", "profil", "aset"), ("Dinas A", True, False))}))

    assert not isinstance(intake.year.matrix, Absent)
    assert intake.year.matrix.rows[0].states == (CellState.DISCLOSED, CellState.NOT_DISCLOSED)


def test_percents_are_read_as_they_are_shown(path: Path) -> None:
    def percent(book: Workbook) -> None:
        book["Pernyataan"]["B2"].number_format = "0.00%"
        book["Pernyataan"]["B3"].number_format = '0.0"% dari semua"'

    rows = (("apa", "jumlah", "satuan"), ("ketersediaan", 0.4307, "persen"), ("ketersediaan", 43.1, "persen"))
    intake = read(written(path, {"Pernyataan": rows}, percent))

    assert not isinstance(intake.year.stated_figures, Absent)
    assert [one.value for one in intake.year.stated_figures] == [Decimal("43.07"), Decimal("43.1")]


def test_errors_of_formulas_are_problems(path: Path) -> None:
    def failed(book: Workbook) -> None:
        cell = book["Permohonan"]["B2"]
        cell.value = "#N/A"
        assert cell.data_type == "e"

    assert problem(path, failed, nomor="1", Jumlah="1") == (
        'buku.xlsx lembar "Permohonan" sel B2 | Jumlah | '
        '"#N/A" berarti rumusnya gagal dihitung. Betulkan rumusnya, atau ketik nilainya.'
    )


def test_formula_that_was_never_computed_is_a_problem(path: Path) -> None:
    assert problem(path, nomor="1", jumlah="=1+1").startswith(
        'buku.xlsx lembar "Permohonan" sel B2 | jumlah | rumus sel ini belum dihitung.'
    )


def test_rubbish_in_a_column_of_personal_data_is_not_quoted(path: Path) -> None:
    def failed(book: Workbook) -> None:
        book["Permohonan"]["B2"].value = "Budi\x0bBadu".replace("\x0b", "_x000B_")

    intake = read(written(path, {"Permohonan": (("nomor", "nama"), ("1", "x"))}, failed))

    assert "Budi" not in "".join(f"{one.message.id}{one.value}" for one in intake.problems)


def test_every_row_of_a_long_register_is_read(path: Path) -> None:
    rows = [("nomor", "jumlah"), *((f"{number}/2020", 1) for number in range(1, 3001))]
    intake = read(written(path, {"Keberatan": rows}))

    assert not isinstance(intake.year.objections, Absent)
    last: Objection = intake.year.objections[-1]
    assert (len(intake.year.objections), last.number, last.source and last.source.row) == (
        3000,
        "3000/2020",
        3001,
    )
