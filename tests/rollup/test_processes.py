"""Reports read in several processes: the same answers in the same order, whatever happens to one of them."""

from __future__ import annotations

import os
import subprocess
import sys
from functools import reduce
from pathlib import Path
from typing import Protocol

import pytest
from benchmarks.many_bodies import bodies, write

from ppid_core import merge
from ppid_core.dossier import processes
from ppid_core.dossier.processes import Answer, body_year, body_years, usual_processes
from ppid_core.process import NoProcessError, started
from ppid_core.rollup import BodyYear, RefusedFile, rollup

IMPORTER = """
    from ppid_core import from_rows
    from ppid_core.plugins import hookimpl

    class Contoh:
        name, label, suffixes = "contoh", "Contoh", (".contoh",)

        def read(self, path, /):
            return from_rows({"laporan": [{"kunci": "tahun", "isi": int(path.read_text())}]})

    @hookimpl
    def ppid_register_importers():
        return [Contoh()]
"""
DIES = "import pickle, sys; pickle.dump(True, sys.stdout.buffer); sys.stdout.flush(); sys.stdin.read(1)"


class Site(Protocol):
    def install(self, distribution: str, version: str = "1.0", **modules: str) -> None: ...


@pytest.fixture(scope="module")
def paths(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Return a few reports, and among them one that is none."""
    home = tmp_path_factory.mktemp("masuk")
    found = [write(one, home) for one in bodies(("11.01", "36.73", "51.71"), (2022, 2023), seed=2, median=3)]
    (home / "rusak.json").write_text("{", encoding="utf-8")
    return [found[0], home / "rusak.json", *found[1:]]


@pytest.fixture(scope="module")
def alone(paths: list[Path]) -> list[Answer]:
    """Return what this process reads."""
    return list(body_years(paths))


@pytest.fixture
def running(monkeypatch: pytest.MonkeyPatch) -> list[subprocess.Popen[bytes]]:
    """Return the list to which every process is added that is started."""
    found: list[subprocess.Popen[bytes]] = []

    def noted(module: str) -> subprocess.Popen[bytes]:
        found.append(started(module))
        return found[-1]

    monkeypatch.setattr(processes, "started", noted)
    return found


@pytest.mark.slow
def test_several_processes_answer_what_one_does_in_its_order(
    paths: list[Path], alone: list[Answer], running: list[subprocess.Popen[bytes]]
) -> None:
    found = list(body_years(paths, processes=2))

    assert found == alone
    assert [type(one) for one in found[:2]] == [BodyYear, RefusedFile]
    assert len(running) == 2


@pytest.mark.slow
def test_summaries_read_apart_merge_to_the_same_roll_up(paths: list[Path], alone: list[Answer]) -> None:
    reads = (body_years(paths, processes=2), reversed(alone))
    one, other = (
        reduce(merge, (each.summary for each in read if isinstance(each, BodyYear))) for read in reads
    )

    assert one == other
    assert rollup([one]) == rollup([other])


@pytest.mark.slow
def test_process_that_is_killed_costs_no_report(
    paths: list[Path], alone: list[Answer], running: list[subprocess.Popen[bytes]]
) -> None:
    answers = body_years(paths * 20, processes=2)  # so many that none has read all before it is killed
    first = next(answers)
    for process in list(running):
        process.kill()

    assert [first, *answers] == alone * 20
    assert len(running) > 2
    assert all(process.returncode is not None for process in running)


def test_report_that_ends_every_process_is_told_and_stops_no_other(
    paths: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def dying(_: str) -> subprocess.Popen[bytes]:
        pipe = subprocess.PIPE
        return subprocess.Popen([sys.executable, "-c", DIES], stdin=pipe, stdout=pipe)

    monkeypatch.setattr(processes, "started", dying)

    found = list(body_years(paths[:2], processes=2))

    assert [one.why.id for one in found if isinstance(one, RefusedFile)] == [processes.DIED.id] * 2


def none(_: str) -> subprocess.Popen[bytes]:
    raise NoProcessError


def dead(_: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", ""], stdin=subprocess.PIPE, stdout=subprocess.PIPE)


@pytest.mark.parametrize("start", [none, dead])
def test_where_no_process_starts_this_one_reads_and_that_is_told_once(
    paths: list[Path], alone: list[Answer], start: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(processes, "started", start)
    told: list[str] = []

    found = list(body_years(paths[:3], processes=2, tell=lambda said: told.append(said.en)))

    assert found == alone[:3]
    assert [sentence.partition(".")[0] for sentence in told] == ["No other process can be started here"]


@pytest.mark.slow
def test_process_that_is_killed_before_it_is_ready_is_tried_again(
    paths: list[Path], alone: list[Answer], monkeypatch: pytest.MonkeyPatch
) -> None:
    starts = iter([dead])

    def killed_first(module: str) -> subprocess.Popen[bytes]:
        return next(starts, started)(module)

    monkeypatch.setattr(processes, "started", killed_first)
    told: list[str] = []

    found = list(body_years(paths[:2], processes=2, tell=lambda said: told.append(said.en)))

    assert (found, told) == (alone[:2], [])


def test_few_reports_are_read_by_one_process_and_no_more_than_there_are_cores(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: range(4), raising=False)

    assert [usual_processes(number) for number in (0, 1, 31, 32, 10_000)] == [1, 1, 1, 2, 4]


@pytest.mark.slow
@pytest.mark.parametrize("number", [1, 2])
def test_plugins_read_in_every_process_and_blocked_ones_in_none(
    site: Site, tmp_path: Path, running: list[subprocess.Popen[bytes]], number: int
) -> None:
    site.install("ppid-contoh", contoh=IMPORTER)
    paths = [tmp_path / name for name in ("2022.contoh", "2023.contoh", "gagal.contoh")]
    for path in paths:
        path.write_text(path.stem, encoding="utf-8")

    *read, failed = body_years(paths, processes=number)
    blocked = list(body_years(paths[:1], processes=number, block=["ppid-contoh"]))

    assert [one.year for one in read if isinstance(one, BodyYear)] == [2022, 2023]
    assert isinstance(failed, RefusedFile)
    assert 'The importer "contoh" of "ppid-contoh" 1.0 failed to read gagal.contoh' in failed.why.en
    assert [type(one) for one in blocked] == [RefusedFile]
    assert bool(running) is (number > 1)


@pytest.mark.slow
def test_whoever_stops_asking_leaves_no_process(
    paths: list[Path], running: list[subprocess.Popen[bytes]]
) -> None:
    answers = body_years(paths, processes=2)
    next(answers)

    del answers  # as a loop does that ends early

    assert running
    assert all(process.returncode is not None for process in running)


@pytest.mark.slow
def test_script_without_a_guard_runs_once(paths: list[Path], tmp_path: Path) -> None:
    script = tmp_path / "skrip.py"
    script.write_text(
        "from ppid_core.dossier.processes import body_years\n"
        f"print('mulai', len(list(body_years({[str(path) for path in paths[:2]]!r}, processes=2))))\n",
        encoding="utf-8",
    )

    ended = subprocess.run(
        [sys.executable, script], capture_output=True, text=True, check=False, cwd=tmp_path, timeout=120
    )

    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "mulai 2\n", "")


def test_answer_of_one_path_is_that_of_many(paths: list[Path], alone: list[Answer]) -> None:
    assert body_year(str(paths[0])) == alone[0]


def test_fewer_than_one_process_is_refused() -> None:
    with pytest.raises(ValueError, match="at least 1"):
        body_years([], processes=0)
