"""Figures straight from a file: what somebody would write with pandas, and that it tells what ours tell."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np
import pandas as pd
from benchmarks import registers
from benchmarks.row import Row

from ppid_core import WorkdayCalendar, summarize_files
from ppid_core.dossier.stream import Streamed
from ppid_core.intake.files import row_file
from ppid_core.summary import Summary

_DECISIONS = {
    "dikabulkan seluruhnya": "granted",
    "dikabulkan sebagian": "partly_granted",
    "ditolak": "refused",
    "tidak dikuasai": "not_held",
}
_BROKEN_DOWN = ("jenis_pemohon", "pekerjaan", "tujuan", "kanal", "opd", "keputusan")
_TENTH, _LAST = 10, 17
ROOT = Path(__file__).parents[1]
_CLASSES = ("0-10", "11-17", "over_17")
_OLDEST = 10


def days_off(folder: Path, year: int) -> list[date]:
    """Return the days of a year and the next on which the body of a folder does not work, weekends apart."""
    counted = summarize_files([folder])
    workdays: WorkdayCalendar = counted.work.workdays
    days = pd.date_range(f"{year}-01-01", f"{year + 1}-12-31").date
    return [day for day in days if day.weekday() < 5 and not workdays.is_working_day(day)]  # noqa: PLR2004  Saturday


def by_pandas(register: Path, as_of: date, holidays: list[date]) -> Mapping[str, Any]:
    """Return the figures of a register of requests: breakdowns, months, times, the oldest open ones."""
    table = pd.read_csv(register, dtype=str, keep_default_na=False)
    received = pd.to_datetime(table["tanggal"])
    notice = pd.to_datetime(table["tanggal_pemberitahuan"], errors="coerce")
    closed = notice <= pd.Timestamp(as_of)
    days = _working_days(received, notice.fillna(received), holidays)
    off = np.array(holidays, dtype="datetime64[D]")
    due = np.busday_offset(received.to_numpy().astype("datetime64[D]"), _TENTH, roll="backward", holidays=off)
    timed = table.assign(days=days, in_time=notice <= pd.Series(due))[closed]
    refused = table[table["alasan_penolakan"] != ""]
    open_ones = table.assign(received=received)[~closed].sort_values("received").head(_OLDEST)
    waited = _working_days(received[~closed], pd.Series(pd.Timestamp(as_of), notice[~closed].index), holidays)
    return {
        "total": len(table),
        "by_month": [int((received.dt.month == month).sum()) for month in range(1, 13)],
        "breakdowns": {name: table[name].value_counts().to_dict() for name in _BROKEN_DOWN},
        "reasons": refused.groupby(["keputusan", "alasan_penolakan"]).size().to_dict(),
        "count": len(timed),
        "mean": round(timed["days"].mean(), 2),
        "median": timed["days"].median(),
        "ends": (int(timed["days"].min()), int(timed["days"].max())),
        "percentiles": timed["days"].quantile([0.25, 0.75, 0.9, 0.95], interpolation="higher").tolist(),
        "classes": dict(
            zip(
                _CLASSES,
                np.histogram(timed["days"], [0, _TENTH + 1, _LAST + 1, 10**6])[0].tolist(),
                strict=True,
            )
        ),
        "by_agency": timed.groupby("opd")["days"].agg(["count", "mean", "median", "min", "max"]),
        "by_outcome": timed.groupby("keputusan")["days"].agg(["count", "mean", "median", "min", "max"]),
        "closed_in_time": int(timed["in_time"].sum()),
        "open_late": int((waited > _TENTH).sum()),
        "oldest": open_ones["nomor"].tolist(),
    }


def _working_days(first: pd.Series[Any], last: pd.Series[Any], holidays: list[date]) -> pd.Series[Any]:
    """Return the working days after each first day up to the last one."""
    begin, end = (one.to_numpy().astype("datetime64[D]") + 1 for one in (first, last))
    off = np.array(holidays, dtype="datetime64[D]")
    return pd.Series(np.busday_count(begin, end, holidays=off), first.index)


def same_figures(summary: Summary, theirs: Mapping[str, Any]) -> None:
    """Raise where what pandas counted is not what we count."""
    figure = summary.branch
    outcomes = theirs["breakdowns"]["keputusan"]
    ours = {
        "total": figure("requests.total"),
        "by_month": list(figure("requests.by_month")),
        "count": figure("requests.response_time.count"),
        "mean": float(figure("requests.response_time.mean")),
        "median": float(figure("requests.response_time.median")),
        "ends": (figure("requests.response_time.min"), figure("requests.response_time.max")),
        "classes": dict(figure("requests.response_time.by_class")),
        "closed_in_time": figure("requests.timeliness.closed_in_time"),
        "open_late": figure("requests.timeliness.open_late"),
    }
    wrong = {name: (value, theirs[name]) for name, value in ours.items() if value != theirs[name]}
    for typed, slug in _DECISIONS.items():
        if (count := figure(f"requests.by_outcome.{slug}")) != outcomes.get(typed, 0):
            wrong[slug] = count, outcomes.get(typed, 0)
    if wrong:
        raise AssertionError(wrong)


_PEAK = """
import sys
from pathlib import Path
def peak():
    (line,) = (one for one in Path("/proc/self/status").read_text().splitlines() if one.startswith("VmHWM"))
    return int(line.split()[1])
{imports}
bare = peak()
{work}
print(peak() - bare)
"""


def peak(imports: str, work: str, *arguments: object) -> float:
    """Return how many MiB a process takes at most for some work, over what it takes bare."""
    command = [sys.executable, "-c", _PEAK.format(imports=imports, work=work), *map(str, arguments)]
    ended = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT)
    return int(ended.stdout) / 1024


def streamed(folder: Path, *, by_polars: bool) -> Streamed:
    """Return the figures of a folder, its long files read by polars or not."""
    with patch.object(row_file, "LONG", 0 if by_polars else sys.maxsize):
        return summarize_files([folder])


def rows(folder: Path, number: int) -> Iterator[Row]:
    """Yield the rows of figures straight from a file.

    Args:
        folder: of the tables of a year with many requests.
        number: how many requests.
    """
    register, as_of = folder / "permohonan.csv", date(registers.YEAR, 12, 31)
    holidays = days_off(folder, registers.YEAR)
    counted = {engine: streamed(folder, by_polars=engine).summary for engine in (False, True)}
    same_figures(counted[True], by_pandas(register, as_of, holidays))
    if counted[True] != counted[False]:
        raise AssertionError(register)
    yield Row(
        name="CSV → all figures, streamed",
        ours=lambda: streamed(folder, by_polars=False).figure("requests.total"),
        against="pandas, same figures",
        theirs=lambda: by_pandas(register, as_of, holidays),
        bar=4.0,
        gate="stream",
    )
    yield Row(
        name="CSV → all figures, streamed, with polars (extra fast)",
        ours=lambda: streamed(folder, by_polars=True).figure("requests.total"),
        against="pandas, same figures",
        theirs=lambda: by_pandas(register, as_of, holidays),
        bar=1.0,
        rounds=5,
    )
    days = [day.isoformat() for day in holidays]
    for name, length in (("", sys.maxsize), (", with polars", 0)):
        yield Row(
            name=f"same{name}, memory of {number} rows over a bare process",
            ours=partial(_peak_of_ours, folder, length),
            against="pandas",
            theirs=lambda: peak(
                "from benchmarks.streaming import by_pandas, date",
                f"by_pandas(Path(sys.argv[1]), date.fromisoformat({as_of.isoformat()!r}), {days!r})",
                register,
            ),
            bar=0.2,
            rounds=1,
            unit="MiB",
        )


def _peak_of_ours(folder: Path, length: int) -> float:
    """Return the peak of our work, where files of so many bytes are read by polars."""
    return peak(
        "from ppid_core import summarize_files, Lawbook; from ppid_core.intake.files import row_file;"
        f"row_file.LONG = {length}; Lawbook.load()",
        "summarize_files([sys.argv[1]]).figure('requests.total')",
        folder,
    )
