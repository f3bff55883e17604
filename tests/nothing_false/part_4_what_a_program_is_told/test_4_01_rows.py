from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from uuid import UUID

import numpy as np
import pandas as pd
import polars as pl
import pytest
import sqlalchemy
from tests.nothing_false.work import OURS, from_tables

from ppid_core import Absent, Dossier
from ppid_core.errors import RowError
from ppid_core.model import Request

BLANKS = [None, "", float("nan"), Decimal("NaN"), np.float64("nan"), np.datetime64("NaT"), pd.NaT, pd.NA]
THREE = [3, 3.0, Decimal(3), Fraction(3), np.int64(3), np.uint8(3), np.float32(3), "3"]


def requests_of(work: Dossier) -> tuple[Request, ...]:
    rows = work.year.requests
    assert not isinstance(rows, Absent)
    return rows


@pytest.mark.parametrize("blank", BLANKS, ids=[type(blank).__name__ for blank in BLANKS])
def test_4_1_blank_is_blank_for_every_library(blank: object) -> None:
    work = from_tables(permohonan=[{"tanggal": "2023-04-10", "keputusan": "ditolak", "opd": blank}])

    assert work.problems == ()
    assert requests_of(work)[0].agency is None


@pytest.mark.parametrize("number", THREE, ids=[type(number).__name__ for number in THREE])
def test_4_1_number_of_any_library_is_that_number(number: object) -> None:
    assert from_tables(permohonan=[{"bulan": "April", "jumlah": number}]).figure("requests.total") == 3


def test_4_1_uuid_is_text() -> None:
    work = from_tables(permohonan=[{"nomor": UUID(int=7), "bulan": "April"}])

    assert requests_of(work)[0].number == "00000000-0000-0000-0000-000000000007"


def frames() -> Iterator[object]:
    columns = {
        "tanggal": [date(2023, 4, 10), date(2023, 4, 11)],
        "jumlah": [1, None],
        "kanal": ["email", None],
    }
    kept = {**columns, "jumlah": [1, 2]}
    yield pd.DataFrame(kept)
    yield pd.DataFrame(kept).convert_dtypes()
    yield pl.DataFrame(kept)
    yield pl.DataFrame(kept).to_arrow()


@pytest.mark.parametrize("frame", list(frames()), ids=["pandas", "pandas-nullable", "polars", "arrow"])
def test_4_1_data_frame_is_taken_as_it_is(frame: object) -> None:
    work = from_tables(permohonan=frame)

    assert work.problems == ()
    assert work.figure("requests.total") == 3
    assert work.figure("requests.by_channel") == {"email": 1, "not_recorded": 2}


def test_4_1_rows_of_sqlite_and_of_sqlalchemy_are_rows() -> None:
    asked = "SELECT '2023-04-10' AS tanggal, 'ditolak' AS keputusan"
    lite = sqlite3.connect(":memory:")
    lite.row_factory = sqlite3.Row
    with sqlalchemy.create_engine("sqlite://").connect() as alchemy:
        results: list[object] = [
            lite.execute(asked).fetchall(),
            alchemy.execute(sqlalchemy.text(asked)).all(),
            alchemy.execute(sqlalchemy.text(asked)),
            alchemy.execute(sqlalchemy.text(asked)).mappings().all(),
        ]
        works = [from_tables(permohonan=rows) for rows in results]

    assert [work.figure("requests.by_outcome.refused") for work in works] == [1, 1, 1, 1]


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([("2023-04-10", "ditolak")], 'Tabel "permohonan", baris #1: sebuah tuple bukan baris'),
        ([{"jumlah": 1}, None], "baris #2: sebuah NoneType bukan baris"),
        ("2023-04-10", "sebuah str bukan kumpulan baris"),
        ({"jumlah": 1}, "sebuah dict bukan kumpulan baris"),
        (7, "sebuah int bukan kumpulan baris"),
    ],
)
def test_4_1_what_is_no_row_says_so_in_a_sentence(rows: object, said: str) -> None:
    with pytest.raises(RowError, match=said) as caught:
        from_tables(permohonan=rows)

    assert caught.value.told.en.startswith('Table "permohonan"')
    assert caught.value.table == "permohonan"


def test_4_1_problem_carries_the_key_of_the_caller() -> None:
    rows = [{"id": 4711, "tanggal": "2023-04-10"}, {"id": 4712, "tanggal": "kemarin"}]
    work = Dossier.from_rows(
        {"laporan": [{"kunci": "tahun", "isi": 2023}], "permohonan": rows}, key="id", plugins=OURS
    )

    (problem,) = work.problems
    assert (problem.source.key, problem.source.column) == ("4712", "tanggal")
    first = requests_of(work)[0].source
    assert first is not None
    assert first.key == "4711"


def test_4_1_finding_carries_the_key_of_the_caller() -> None:
    rows = [
        {"id": "a7", "tanggal": "2023-04-10", "keputusan": "ditolak", "alasan_penolakan": "itikad tidak baik"}
    ]
    work = Dossier.from_rows(
        {"laporan": [{"kunci": "tahun", "isi": 2023}], "permohonan": rows}, key="id", plugins=OURS
    )

    (finding,) = (finding for finding in work.findings if finding.code == "L101")
    assert [place.key for place in finding.places] == ["a7"]
