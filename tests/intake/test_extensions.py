"""Extensions: one day, or several in one cell."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from attrs import evolve

from ppid_core import structure, unstructure
from ppid_core.intake import Intake
from ppid_core.model import ReportingPeriod, Request, ServiceYear

Report = Callable[..., Intake]


def extensions(intake: Intake) -> tuple[date | None, tuple[date, ...]]:
    assert intake.problems == ()
    assert isinstance(intake.year.requests, tuple)
    (row,) = intake.year.requests
    return row.extended_on, row.further_extensions


@pytest.mark.parametrize(
    ("typed", "first", "further"),
    [
        ("15 Maret 2021", date(2021, 3, 15), ()),
        ("15 Maret 2021 | 2021-03-24", date(2021, 3, 15), (date(2021, 3, 24),)),
        ("24 Maret 2021|15 Maret 2021|26/03/2021", date(2021, 3, 15), (date(2021, 3, 24), date(2021, 3, 26))),
        ("15 Maret 2021|", date(2021, 3, 15), ()),
        ("|", None, ()),
        ("", None, ()),
    ],
)
def test_several_days_are_read_the_first_one_first(
    report: Report, typed: str, first: date | None, further: tuple[date, ...]
) -> None:
    intake = report(permohonan=f"nomor;bulan;tanggal_perpanjangan\n1;Mei;{typed}\n")
    assert extensions(intake) == (first, further)


def test_a_day_that_is_none_is_a_problem_of_the_whole_cell(report: Report) -> None:
    (problem,) = report(permohonan="nomor;tanggal_perpanjangan\n1;15 Maret 2021|entah\n").problems
    assert problem.value == "15 Maret 2021|entah"
    assert "bukan tanggal" in problem.message.id


def test_a_second_day_that_can_be_read_in_two_ways_is_noted(report: Report) -> None:
    intake = report(permohonan="nomor;tanggal_perpanjangan\n1;15 Maret 2021|4/5/2021\n")
    assert extensions(intake) == (date(2021, 3, 15), (date(2021, 5, 4),))
    assert any("dibaca hari lebih dahulu, 4 Mei 2021" in note.message.id for note in intake.notes)


def test_further_extensions_come_back_from_json() -> None:
    row = Request(extended_on=date(2021, 3, 15), further_extensions=(date(2021, 3, 24),))
    year = evolve(ServiceYear(period=ReportingPeriod(2021)), requests=(row,))
    plain = unstructure(year)
    assert plain["requests"] == [{"extended_on": "2021-03-15", "further_extensions": ["2021-03-24"]}]
    assert structure(plain) == year
