"""Rows are taken as libraries hand them out: by name, each once, and none of them held twice."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple, Self

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
import sqlalchemy

from ppid_core import Intake, from_rows, summarize_rows
from ppid_core.errors import RowError
from ppid_core.intake.rows.columns import BATCH
from ppid_core.model import NOT_KEPT, Request

LAPORAN = [{"kunci": "tahun", "isi": 2024}]
SELECT = (
    "SELECT 'P-1' AS nomor, '2024-03-05' AS tanggal, 'website' AS kanal UNION SELECT 'P-2', NULL, 'surel'"
)
NAMES = ("nomor", "tanggal", "kanal")
CELLS = [("P-1", "2024-03-05", "website"), ("P-2", None, "surel")]
DICTS: list[dict[str, Any]] = [dict(zip(NAMES, cells, strict=True)) for cells in CELLS]


def read(rows: Any) -> Intake:  # noqa: ANN401  whatever has rows
    return from_rows({"laporan": LAPORAN, "permohonan": rows})


def told(rows: Any) -> list[tuple[str, str, str]]:  # noqa: ANN401  whatever has rows
    intake = read(rows)
    assert intake.problems == ()
    return sorted(map(_said, requests_of(intake)))


def requests_of(intake: Intake) -> Sequence[Request]:
    rows = intake.year.requests
    assert isinstance(rows, tuple)
    return rows


def _said(one: Request) -> tuple[str, str, str]:
    assert one.channel is not None
    return one.number, "" if one.period is None else str(one.period), one.channel.typed


EXPECTED = [("P-1", "2024-03-05", "website"), ("P-2", "", "surel")]


class Fetched:
    """A cursor as PEP 249 has it, whose rows are what they are made by; some know no columns before."""

    def __init__(self, make: Callable[[Sequence[Any]], Any], *, is_late: bool = False) -> None:
        self._rows, self._is_late = [make(row) for row in CELLS], is_late
        self._is_fetched, self.asked = False, list[int]()

    @property
    def description(self) -> Sequence[Sequence[Any]] | None:
        return [(name, None) for name in NAMES] if self._is_fetched or not self._is_late else None

    def fetchmany(self, size: int) -> list[Any]:
        self._is_fetched = True
        self.asked.append(size)
        fetched, self._rows = self._rows[:size], self._rows[size:]
        return fetched


def sqlite_cursor(factory: Any = None) -> sqlite3.Cursor:  # noqa: ANN401  as sqlite3 takes it
    database = sqlite3.connect(":memory:")
    database.row_factory = factory
    return database.execute(SELECT)


class Named(NamedTuple):
    """A row of a cursor, or of a frame."""

    nomor: str
    tanggal: str | None
    kanal: str


HANDED_OUT: dict[str, Callable[[], Any]] = {
    "cursor of sqlite3": sqlite_cursor,
    "cursor of sqlite3.Row": lambda: sqlite_cursor(sqlite3.Row),
    "cursor of tuples": lambda: Fetched(tuple),
    "cursor of lists": lambda: Fetched(list),
    "cursor of dicts": lambda: Fetched(lambda row: dict(zip(NAMES, row, strict=True))),
    "cursor of named tuples": lambda: Fetched(lambda row: Named(*row)),
    "cursor that knows its columns late": lambda: Fetched(tuple, is_late=True),
    "generator": lambda: (row for row in DICTS),
    "named tuples": lambda: [Named(*row) for row in CELLS],
    "pandas": lambda: pd.DataFrame(DICTS),
    "pandas, indexed": lambda: pd.DataFrame(DICTS).set_index("nomor"),
    "pandas in parts": lambda: (pd.DataFrame([row]) for row in DICTS),
    "named tuples of pandas": lambda: pd.DataFrame(DICTS).itertuples(index=False),
    "polars": lambda: pl.DataFrame(DICTS),
    "polars in parts": lambda: pl.DataFrame(DICTS).iter_slices(1),
    "Arrow table": lambda: pa.Table.from_pylist(DICTS),
    "Arrow batch": lambda: pa.RecordBatch.from_pylist(DICTS),
    "Arrow reader": lambda: pa.Table.from_pylist(DICTS).to_reader(max_chunksize=1),
}


@pytest.mark.parametrize("handed_out", HANDED_OUT.values(), ids=HANDED_OUT)
def test_rows_of_each_library_are_the_same_rows(handed_out: Callable[[], Any]) -> None:
    assert told(handed_out()) == EXPECTED


def test_rows_of_sqlalchemy_are_the_same_rows() -> None:
    with sqlalchemy.create_engine("sqlite://").connect() as connection:
        asked = sqlalchemy.text(SELECT)
        ways: list[Any] = [
            connection.execute(asked),
            connection.execute(asked).mappings(),
            connection.execute(asked).all(),
            [row._mapping for row in connection.execute(asked)],  # noqa: SLF001  so it is called
            connection.execution_options(stream_results=True).execute(asked).yield_per(1),
            connection.execute(asked).cursor,
        ]

        assert [told(rows) for rows in ways] == [EXPECTED] * len(ways)


def test_a_cursor_is_asked_for_some_thousand_rows_at_a_time() -> None:
    cursor = Fetched(tuple)

    read(cursor)

    assert cursor.asked == [BATCH, BATCH]


def twins() -> Iterator[Any]:
    twice = "SELECT 'P-1' AS nomor, 'P-2' AS nomor"
    yield sqlite3.connect(":memory:").execute(twice)
    with sqlalchemy.create_engine("sqlite://").connect() as connection:
        yield connection.execute(sqlalchemy.text(twice))
    yield pd.DataFrame([[1, 2]], columns=["nomor", "nomor"])
    yield pa.Table.from_arrays([pa.array([1]), pa.array([2])], names=["nomor", "nomor"])


def test_two_columns_of_one_name_are_a_problem_and_none_of_them_wins() -> None:
    for rows in twins():
        intake = read(rows)

        assert ['dua kolom bernama "nomor"' in one.message.id for one in intake.problems] == [True]
        assert [one.source.file for one in intake.problems] == ["permohonan"]


def test_two_columns_of_one_name_are_a_problem_of_a_stream_too() -> None:
    for rows in twins():
        counted = summarize_rows({"laporan": LAPORAN, "permohonan": rows})

        assert ['dua kolom bernama "nomor"' in one.message.id for one in counted.problems] == [True]


@pytest.mark.parametrize(
    ("rows", "place"),
    [
        (sqlite3.connect(":memory:").cursor(), ""),
        (sqlite3.connect(":memory:").execute("CREATE TABLE permohonan (nomor)"), ""),
        (Fetched(lambda row: row[0]), "#1"),
        (Fetched(lambda row: row[:2]), "#1"),
        ([("P-1", "2024-03-05")], "#1"),
        ([object()], "#1"),
        (pl.LazyFrame(DICTS), ""),
    ],
)
def test_what_holds_no_rows_is_refused_in_a_sentence(rows: Any, place: str) -> None:  # noqa: ANN401  not one kind
    with pytest.raises(RowError, match=f'Tabel "permohonan"(, baris {place}:|:)'):
        read(rows)


def test_a_result_without_rows_is_a_register_in_which_nothing_is_typed() -> None:
    intake = read(sqlite3.connect(":memory:").execute("SELECT 'P-1' AS nomor WHERE 0"))

    assert (intake.year.requests, intake.problems) == (NOT_KEPT, ())


class Counted(str):
    """A text that tells how many of its kind there are."""

    __slots__ = ()
    held = most = 0

    def __new__(cls, text: str) -> Self:
        Counted.held += 1
        Counted.most = max(Counted.most, Counted.held)
        return super().__new__(cls, text)

    def __del__(self) -> None:
        Counted.held -= 1


@pytest.mark.slow
def test_rows_of_a_generator_are_not_held_beside_the_register() -> None:
    rows = ({"nomor": Counted(f"P-{at}"), "kanal": "website"} for at in range(4 * BATCH))

    assert len(requests_of(read(rows))) == 4 * BATCH
    assert Counted.most <= 2 * BATCH


def test_a_key_that_comes_up_late_is_a_column_of_the_rows_before_it() -> None:
    rows = (
        {"kanal": "website"} if at < BATCH else {"kanal": "surel", "nomor": at} for at in range(BATCH + 2)
    )

    requests = requests_of(read(rows))

    assert [one.number for one in requests[-3:]] == ["", str(BATCH), str(BATCH + 1)]


def test_the_key_of_the_caller_is_told_of_rows_of_every_batch() -> None:
    rows = ({"id": at, "kanal": "website"} for at in range(BATCH + 2))

    requests = requests_of(from_rows({"laporan": LAPORAN, "permohonan": rows}, key="id"))

    assert [one.source.key for one in requests[-2:] if one.source] == [str(BATCH), str(BATCH + 1)]
