"""Rows from memory: the same readers as for a folder."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum, IntEnum, StrEnum, auto
from pathlib import Path
from uuid import UUID

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppid_core import Dossier
from ppid_core.errors import ArgumentError, UnknownNameError
from ppid_core.intake import InputError, Intake, from_rows
from ppid_core.model import Absent, Budget, Outcome, Period, ServiceYear

LAPORAN = [{"kunci": "tahun", "isi": 2020}]


class Own(StrEnum):
    REFUSED = "ditolak"


class Mixed(str, Enum):  # noqa: UP042  as Django and many programs have them
    REFUSED = "ditolak"


class Worded(Enum):
    REFUSED = "ditolak"


class Bare(Enum):
    """A member of which SQLAlchemy lays the name into the database."""

    DITOLAK = auto()


class Coded(IntEnum):
    TWO = 2


def read(table: str, *rows: dict[str, object]) -> Intake:
    return from_rows({"laporan": LAPORAN, table: rows})


def test_values_of_python_stand_for_what_a_clerk_types() -> None:
    intake = read(
        "permohonan",
        {"tanggal": date(2020, 5, 7), "jumlah": 2, "keputusan": Outcome.REFUSED, "biaya": Decimal("5.50")},
        {"tanggal": datetime(2020, 5, 8, 13, 30, tzinfo=UTC), "jumlah": 3.0, "keputusan": Own.REFUSED},
        {"tanggal": None, "jumlah": "4 (empat)", "dikuasai": False, "biaya": 1500},
    )

    assert intake.problems == ()
    assert isinstance(intake.year.requests, tuple)
    assert [(one.period, one.count, one.outcome, one.cost) for one in intake.year.requests] == [
        (Period(2020, 5, 7), 2, Outcome.REFUSED, Decimal("5.5")),
        (Period(2020, 5, 8), 3, Outcome.REFUSED, None),
        (None, 4, None, 1500),
    ]
    assert intake.year.requests[2].held is False


def test_times_are_read() -> None:
    intake = read("jam_layanan", {"hari": "Senin", "buka": time(9), "tutup": time(15, 30)})

    assert isinstance(intake.year.service.hours, tuple)
    assert intake.year.service.hours[0].closes == time(15, 30)


@pytest.mark.parametrize("value", [1.5, Decimal("1.5"), float("inf"), [1], {"a": 1}, b"1", -1])
def test_what_no_cell_can_hold_is_a_problem_at_its_place(value: object) -> None:
    (problem,) = read("permohonan", {"jumlah": 1}, {"jumlah": value}).problems

    assert (problem.source.file, problem.source.row, problem.source.column) == ("permohonan", 3, "jumlah")


@given(st.decimals(min_value=0, max_value=10**12, places=2) | st.integers(0, 10**12).map(Decimal))
def test_exact_amounts_are_kept(amount: Decimal) -> None:
    intake = read("anggaran", {"alokasi": amount})

    assert not intake.problems
    assert isinstance(intake.year.budget, Budget)
    assert amount == intake.year.budget.lines[0].allocated


@given(st.decimals(min_value=0, max_value=10**9, places=3))
def test_exact_figures_of_three_places_are_no_thousands(value: Decimal) -> None:
    intake = read("pernyataan", {"apa": "lainnya", "jumlah": value})

    assert isinstance(intake.year.stated_figures, tuple)
    assert value == intake.year.stated_figures[0].value


def test_missing_keys_are_blank_cells_and_an_empty_list_is_nothing_typed() -> None:
    intake = from_rows(
        {
            "laporan": LAPORAN,
            "keberatan": [],
            "sengketa": [{"nomor": "1", "tahap": "mediasi"}, {"hasil": "mediasi"}],
        }
    )

    assert intake.problems == ()
    assert isinstance(intake.year.disputes, tuple)
    assert [one.number for one in intake.year.disputes] == ["1", ""]
    assert [note.message.id for note in intake.notes] == ["Belum diisi: keberatan."]


def test_an_unknown_table_is_misuse() -> None:
    with pytest.raises(UnknownNameError, match="permohonan"):
        from_rows({"laporan": LAPORAN, "permohonanku": []})


def test_without_laporan_no_year_can_be_named() -> None:
    with pytest.raises(InputError):
        from_rows({"permohonan": [{"jumlah": 1}]})


def test_rows_need_no_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(Path, "read_bytes")

    assert read("permohonan", {"jumlah": 1}).inputs == {}


def test_values_of_several_types_in_one_column_say_each_their_own() -> None:
    said = [1, True, "1", date(2020, 5, 7), None, "satu\r\ndua", "", UUID(int=1)]

    intake = read("permohonan", *({"informasi": one, "kanal": "website"} for one in said))

    assert isinstance(intake.year.requests, tuple)
    assert [one.subject for one in intake.year.requests] == [
        *("1", "ya", "1", "2020-05-07", "", "satu\ndua", "", str(UUID(int=1)))
    ]


def test_a_value_that_no_cell_can_hold_costs_its_own_cell_alone() -> None:
    said: list[object] = ["peta", [1], "aset"]

    intake = read("permohonan", *({"informasi": one, "kanal": "website"} for one in said))

    assert isinstance(intake.year.requests, tuple)
    assert [one.subject for one in intake.year.requests] == ["peta", "", "aset"]
    assert [(one.source.row, one.source.column) for one in intake.problems] == [(3, "informasi")]


@pytest.mark.parametrize(
    "member", [Own.REFUSED, Mixed.REFUSED, Worded.REFUSED, Bare.DITOLAK, Outcome.REFUSED]
)
def test_a_member_of_any_enum_is_its_word_else_its_name(member: Enum) -> None:
    intake = read("permohonan", {"keputusan": member}, {"jumlah": Coded.TWO, "keputusan": "ditolak"})

    assert isinstance(intake.year.requests, tuple)
    assert [one.outcome for one in intake.year.requests] == [Outcome.REFUSED] * 2
    assert intake.year.requests[1].count == 2


@pytest.mark.parametrize("unit", ["D", "s", "ms", "us", "ns"])
def test_a_day_of_numpy_is_that_day_in_every_unit(unit: str) -> None:
    intake = read(
        "permohonan",
        {"tanggal": np.datetime64("2020-05-07").astype(f"datetime64[{unit}]"), "kanal": "website"},
    )

    assert isinstance(intake.year.requests, tuple)
    assert (intake.problems, intake.year.requests[0].period) == ((), Period(2020, 5, 7))


@pytest.mark.parametrize(("zone", "day"), [("WIB", 31), ("WIT", 1)])
def test_a_moment_with_a_zone_is_a_day_of_the_body(zone: str, day: int) -> None:
    """It is 22.30 in Jakarta, and half past midnight in Jayapura."""
    moment = datetime(2020, 12, 31, 15, 30, tzinfo=UTC)

    intake = from_rows(
        {
            "laporan": [*LAPORAN, {"kunci": "badan.zona", "isi": zone}],
            "permohonan": [{"tanggal": moment, "kanal": "website"}],
        }
    )

    assert isinstance(intake.year.requests, tuple)
    period = intake.year.requests[0].period
    assert period is not None
    assert period.day == day


SEVERAL = [
    ("keberatan", "huruf", ["c", "e"], lambda year: year.objections[0].ground_letter, "c, e"),
    ("keberatan", "huruf", np.array(["c", "e"]), lambda year: year.objections[0].ground_letter, "c, e"),
    ("keberatan", "huruf", ("c", None), lambda year: year.objections[0].ground_letter, "c"),
    ("keberatan", "huruf", [], lambda year: year.objections[0].ground_letter, ""),
    ("permohonan", "pasal_pengecualian", ["h", "i"], lambda year: year.requests[0].exemption_letter, "h, i"),
    (
        *("sengketa", "tahap", ["mediasi", "ajudikasi"]),
        *(lambda year: len(year.disputes[0].stages), 2),
    ),
    (
        *("permohonan", "tanggal_perpanjangan", [date(2020, 5, 7), date(2020, 5, 14)]),
        *(lambda year: year.requests[0].further_extensions, (date(2020, 5, 14),)),
    ),
    (
        "opd",
        "alias",
        ["DINSOS", "Dinsos Kota"],
        lambda year: year.agencies[0].aliases,
        ("DINSOS", "Dinsos Kota"),
    ),
]


@pytest.mark.parametrize(("table", "column", "words", "held", "expected"), SEVERAL)
def test_a_list_is_the_words_of_a_column_that_takes_several(
    table: str, column: str, words: object, held: Callable[[ServiceYear], object], expected: object
) -> None:
    intake = read(table, {"nomor": "1", "nama": "Dinas Sosial", "kode": "1", column: words})

    unknown = {problem.source.column for problem in intake.problems}
    assert column not in unknown
    assert held(intake.year) == expected


def test_a_list_stands_in_laporan_as_a_value_of_several() -> None:
    keys: list[dict[str, object]] = [
        *LAPORAN,
        {"kunci": "penyampaian.tembusan", "isi": ["Wali Kota", "Inspektur"]},
    ]

    submission = from_rows({"laporan": keys}).year.submission

    assert submission is not None
    assert submission.copies == ("Wali Kota", "Inspektur")


@pytest.mark.parametrize(
    ("column", "value", "said"),
    [
        ("kanal", ["website", "surel"], "memuat satu isi, bukan sebuah daftar"),
        ("kanal", np.array(["website"]), "memuat satu isi, bukan sebuah daftar"),
        ("kanal", {"kode": 1}, "nilai jenis dict tidak dapat"),
        ("kanal", [["website"]], "daftar ini memuat daftar lain"),
        ("tahap", ["mediasi", {"kode": 1}], "nilai jenis dict tidak dapat"),
        ("kanal", b"website", "nilai jenis bytes tidak dapat"),
        ("kanal", memoryview(b"website"), "nilai jenis memoryview tidak dapat"),
        ("tanggal", timedelta(days=1), "nilai jenis timedelta tidak dapat"),
    ],
)
def test_a_value_that_no_cell_of_the_column_can_hold_is_a_problem_at_its_place(
    column: str, value: object, said: str
) -> None:
    table = "sengketa" if column == "tahap" else "permohonan"

    (problem,) = read(table, {"nomor": "1", "pemohon": "perorangan"}, {"nomor": "2", column: value}).problems

    assert (problem.source.row, problem.source.column) == (3, column)
    assert said in problem.message.id


def test_a_list_under_a_column_of_persons_is_not_quoted() -> None:
    (problem,) = read("permohonan", {"nomor": "1", "nama": ["Pemohon 1", "Pemohon 2"]}).problems

    assert "Pemohon" not in repr(problem)


# Rows that were read from a file


def test_places_of_rows_from_a_file_tell_the_file_and_the_line() -> None:
    rows: list[dict[str, object]] = [
        {"nomor": "1", "tanggal": "2023-02-30"},
        {},
        {"nomor": "3", "kanal": object()},
    ]

    intake = from_rows({"permohonan": rows, "laporan": LAPORAN}, file=Path("/unduhan/kasus.log"), first_row=1)

    places = [(one.source.file, one.source.sheet, one.source.row) for one in intake.problems]
    assert places == [("kasus.log", "permohonan", 1), ("kasus.log", "permohonan", 3)]
    assert not isinstance(intake.year.requests, Absent)
    assert [row.source and row.source.row for row in intake.year.requests] == [1, 3]


@pytest.mark.parametrize(("first_row", "lines"), [(1, [1, 2]), (2, [2, 3]), (7, [7, 8])])
def test_rows_are_counted_from_where_they_begin_in_the_file(first_row: int, lines: list[int]) -> None:
    rows = [{"nomor": "1", "tanggal": "3 Maret 2023"}, {"nomor": "2", "tanggal": "30 Februari 2023"}]

    with pytest.raises(InputError) as caught:
        from_rows({"permohonan": rows}, file="kasus.log", first_row=first_row)

    assert ("kasus.log", "", lines[1]) in [
        (one.source.file, one.source.sheet, one.source.row) for one in caught.value.problems
    ]


def test_table_that_cannot_be_one_is_told_with_its_file() -> None:
    wide = [{f"k{n}": 1 for n in range(600)}]

    (problem,) = from_rows({"laporan": LAPORAN, "permohonan": wide}, file="kasus.log").problems

    assert (problem.source.file, problem.source.sheet) == ("kasus.log", "permohonan")


def test_rows_of_no_file_are_placed_as_before() -> None:
    (problem,) = from_rows({"laporan": LAPORAN, "permohonan": [{"jumlah": "-3"}]}).problems

    assert (problem.source.file, problem.source.sheet, problem.source.row) == ("permohonan", "", 2)


def test_row_before_the_first_is_refused() -> None:
    with pytest.raises(ArgumentError, match=r"first_row: .*dihitung dari 1"):
        from_rows({"laporan": LAPORAN}, file="kasus.log", first_row=0)


def test_dossier_takes_the_file_too() -> None:
    work = Dossier.from_rows(
        {"laporan": LAPORAN, "permohonan": [{"jumlah": "-3"}]}, file="kasus.log", first_row=1
    )

    (problem,) = work.problems
    assert (problem.source.file, problem.source.row) == ("kasus.log", 1)
