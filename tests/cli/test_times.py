"""The time of requests on the screen of ``ppid summary``."""

from __future__ import annotations

from datetime import date

from attrs import evolve

from ppid_core.cli.screen.figures import Screen
from ppid_core.law import Lawbook
from ppid_core.model import (
    Absent,
    AgencyRef,
    Aggregate,
    Dimension,
    Outcome,
    Period,
    Register,
    ReportingPeriod,
    Request,
    ServiceYear,
)
from ppid_core.summary import summarize
from ppid_core.workdays import WorkdayCalendar

YEAR = ReportingPeriod(2020)
RECEIVED = Request(period=Period(2020, 2, 3), agency=AgencyRef(typed="Dinas Kesehatan", code="2"))
GRANTED = evolve(RECEIVED, outcome=Outcome.GRANTED, notice_on=date(2020, 2, 5), count=9)
LATE = evolve(RECEIVED, outcome=Outcome.REFUSED, notice_on=date(2020, 2, 20), agency=None)
OPEN = evolve(RECEIVED, outcome=Outcome.PENDING, number="9")


def screen(*rows: Request, aggregates: tuple[Aggregate, ...] = (), lang: str = "id") -> dict[str, str]:
    """Return what stands beside each heading; continued lines are joined."""
    year = ServiceYear(period=YEAR, requests=rows or Absent(), aggregates=aggregates)
    summary = summarize(year, Lawbook.load(), WorkdayCalendar.load(), YEAR.last_day)
    lines = Screen(summary=summary, lang="en" if lang == "en" else "id", agencies={"2": "Dinkes"}).lines()
    joined = (" ".join(line.split("\n")) for line in lines)
    return {line[:24].strip(): " ".join(line[24:].split()) for line in joined}


def test_time_is_told_by_class_outcome_and_agency() -> None:
    told = screen(GRANTED, LATE)

    assert told["kelas (hari kerja)"] == "0–10: 9 · 11–17: 1 · lebih dari 17: 0"
    assert told["median per keputusan"] == "dikabulkan seluruhnya 2 · ditolak 13 (hari kerja)"
    assert told["median per OPD"] == "Dinkes 2 · tidak tercatat 13 (hari kerja)"


def test_share_in_time_has_a_percentage_from_ten_on() -> None:
    assert screen(GRANTED)["tepat waktu"] == "9 dari 9 yang dapat dinilai"
    assert screen(GRANTED, LATE)["tepat waktu"] == "9 dari 10 yang dapat dinilai (90,00%)"
    assert screen(GRANTED, LATE, lang="en")["in time"] == "9 of 10 that can be judged (90.00%)"


def test_balance_is_one_line_and_so_are_the_oldest_open_requests() -> None:
    told = screen(
        GRANTED, *(evolve(OPEN, number=str(number)) for number in range(5)), evolve(OPEN, number="")
    )

    assert told["saldo"] == "diterima 15: selesai 9, terbuka 6; bawaan tidak tercatat"
    assert told["terbuka paling lama"].split(" · ") == [
        "– sejak 3 Februari 2020, batas 17 Februari 2020",
        "0 sejak 3 Februari 2020, batas 17 Februari 2020",
        "1 sejak 3 Februari 2020, batas 17 Februari 2020",
        "dan 3 lagi",
    ]


def test_balance_adds_up_where_rows_say_what_was_carried_over() -> None:
    told = screen(GRANTED, OPEN, evolve(OPEN, opening=2019, period=Period(2019, 12, 2), count=3))

    assert told["saldo"] == "bawaan 3 + diterima 10 - selesai 9 = terbuka 4"


def test_what_is_not_known_is_not_told_and_a_balance_says_why() -> None:
    lines = (
        Aggregate(register=Register.REQUESTS, count=20),
        Aggregate(register=Register.REQUESTS, dimension=Dimension.TIME, category="0-10", count=15),
    )

    told = screen(aggregates=lines)

    assert told["kelas (hari kerja)"] == "0–10: 15 · tidak tercatat: 5"
    assert told["saldo"] == "hanya jumlah yang tercatat, bukan baris register"
    assert not told.keys() & {"median per OPD", "tepat waktu", "terbuka paling lama"}
    assert not screen().keys() & {"saldo", "kelas (hari kerja)"}
