from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import numpy as np
import pandas as pd
import pytest
from tests.nothing_false.work import from_files, from_tables

from ppid_core import Absent, Dossier
from ppid_core.model import Request


def requests_of(work: Dossier) -> tuple[Request, ...]:
    rows = work.year.requests
    assert not isinstance(rows, Absent)
    return rows


@pytest.mark.parametrize(
    "moment",
    [
        datetime(2022, 12, 31, 17, 30, tzinfo=UTC),
        datetime(2023, 1, 1, 0, 30, tzinfo=timezone(timedelta(hours=7))),
        pd.Timestamp("2022-12-31T17:30:00Z"),
        "2022-12-31T17:30:00Z",
        "2022-12-31 17:30:00.123456+00:00",
        "2022-12-31T17:30:00 UTC",
        "2023-01-01T02:30:00+09:00",
    ],
)
def test_1_7_moment_with_a_time_zone_is_a_day_of_the_body(moment: object) -> None:
    work = from_tables(permohonan=[{"tanggal": moment, "keputusan": "ditolak"}])

    assert work.problems == ()
    assert str(requests_of(work)[0].period) == "2023-01-01"


def test_1_7_moment_without_a_time_zone_stays_on_its_day() -> None:
    late = [datetime(2023, 3, 31, 23, 59), np.datetime64("2023-03-31T23:59:00")]  # noqa: DTZ001  that is meant
    work = from_tables(permohonan=[{"tanggal": moment} for moment in late])

    assert [str(row.period) for row in requests_of(work)] == ["2023-03-31", "2023-03-31"]


def test_1_7_moment_in_a_file_is_a_day_of_the_body(tmp_path_factory: pytest.TempPathFactory) -> None:
    days = []
    for zone in ("WIB", "WIT"):
        folder = tmp_path_factory.mktemp(zone)
        work = from_files(
            folder, keys=f"badan.zona,{zone}\n", permohonan="tanggal\n2023-06-30T16:00:00Z\n2023-06-30\n"
        )
        days.append([str(row.period) for row in requests_of(work)])

    assert days == [["2023-06-30", "2023-06-30"], ["2023-07-01", "2023-06-30"]]
