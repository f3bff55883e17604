"""Rows read by columns say what they say when each is read for itself."""

from __future__ import annotations

import pytest
from attrs import fields, frozen
from hypothesis import given
from hypothesis import strategies as st
from tests.mangled import Table, mangled

from ppid_core.errors import InputError
from ppid_core.intake import Intake, from_rows
from ppid_core.intake.rows import batch, columns
from ppid_core.intake.tables import TABLES
from ppid_core.model import Period, Request
from ppid_core.model.maker import can_be_made, maker
from ppid_core.source import Source


def read(tables: dict[str, Table]) -> Intake | InputError:
    try:
        return from_rows(tables)
    except InputError as error:
        return error


def sources(intake: Intake | InputError) -> list[Source | None]:
    if isinstance(intake, InputError):
        return [problem.source for problem in intake.problems]
    year = intake.year
    rows = (year.requests, year.objections, year.disputes, year.suits, year.service.visits)
    return [row.source for table in rows if isinstance(table, tuple) for row in table]


def alike(one: Intake | InputError, other: Intake | InputError) -> bool:
    if isinstance(one, InputError) or isinstance(other, InputError):
        return (
            isinstance(one, InputError) and isinstance(other, InputError) and one.problems == other.problems
        )
    return one == other


@given(mangled(), st.sampled_from([1, 2, 7, 4096]))
def test_rows_read_by_columns_are_those_read_one_by_one(tables: dict[str, Table], length: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(columns, "BATCH", length)
        by_columns = read(tables)
        patch.setattr(batch.BatchReader, "can_read", lambda _: False)
        one_by_one = read(tables)

    assert alike(by_columns, one_by_one)
    assert sources(by_columns) == sources(one_by_one)


def test_tables_of_cases_are_read_by_columns() -> None:
    by_columns = {spec.name for spec in TABLES if batch.BatchReader.can_read(spec)}

    assert {"permohonan", "keberatan", "sengketa", "gugatan", "kunjungan", "sdm", "anggaran"} <= by_columns
    assert by_columns.isdisjoint({"laporan", "rekap", "pernyataan"})


def test_who_reads_cells_together_sees_those_that_it_names_and_no_other() -> None:
    (spec,) = (one for one in TABLES if one.name == "permohonan")
    number, day = spec.columns[:2]
    part = batch.Part({number.name}, {number.name: "1", day.name: "2"}, kept=())

    assert part[number] == "1"
    with pytest.raises(LookupError, match=day.name):
        part[day]


def test_what_is_made_without_validators_is_what_the_class_makes() -> None:
    make = maker(Request, ("number", "count"), {"subject": "peta"})

    assert make("1", 3) == Request(number="1", count=3, subject="peta")
    assert repr(make("1", 3)) == repr(Request(number="1", count=3, subject="peta"))


def test_a_field_without_a_value_is_no_value() -> None:
    with pytest.raises(ValueError, match="year"):
        maker(Period, ("month",), {})


def test_a_class_with_a_step_of_its_own_is_made_by_itself() -> None:
    @frozen
    class Counted:
        number: int = 0

        def __attrs_post_init__(self) -> None:
            """Look at it."""

    assert not can_be_made(Counted)
    assert can_be_made(Request)
    assert not can_be_made(int)
    assert len(fields(Request)) > 30
