"""Part 3, line 4: what an earlier run left beside this one is removed or told, and a broken run is mended."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime
from itertools import count
from pathlib import Path
from typing import Protocol

import pytest
from tests.nothing_false.work import from_files
from tests.written import contents, names

from ppid_core import Artifact, write
from ppid_core.cli.command import ppid
from ppid_core.output.journal import Change, Journal
from ppid_core.output.manifest import NAME, SUMS, Imprint
from ppid_core.output.writer import deposit
from ppid_core.plugins import FileBusyError

MARCH = datetime(2026, 3, 1, 12).timestamp()  # noqa: DTZ001  the day as the computer shows it
RUN = Imprint(format="csv", stem="laporan", edition="public")


class Run(Protocol):
    def __call__(self, *arguments: str | Path) -> tuple[object, str]: ...


@pytest.fixture
def ran(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return the command: its code, and what it printed on one line."""
    monkeypatch.delenv("PPID_LANG", raising=False)

    def run(*arguments: str | Path) -> tuple[object, str]:
        with pytest.raises(SystemExit) as end:
            ppid.main([str(argument) for argument in arguments], prog_name="ppid")
        return end.value.code, " ".join(capsys.readouterr().out.split())

    return run


@pytest.fixture
def year_folder(tmp_path: Path) -> Path:
    folder = tmp_path / "tabel"
    folder.mkdir()
    from_files(
        folder,
        permohonan="nomor,keputusan\n1,dikabulkan\n",
        kunjungan="bulan,jumlah\nMei,30\n",
    )
    return folder


def table(name: str, content: str = "isi") -> Artifact:
    return Artifact(name=name, media_type="text/csv", content=content.encode())


def aged(path: Path) -> Path:
    os.utime(path, (MARCH, MARCH))
    return path


def test_tables_of_a_register_that_is_gone_are_removed_and_told(ran: Run, year_folder: Path) -> None:
    ran("report", year_folder, "--to", "csv")
    before = names(year_folder / "hasil")
    (year_folder / "kunjungan.csv").unlink()

    code, out = ran("report", year_folder, "--to", "csv")

    gone = before - names(year_folder / "hasil")
    assert (code, gone) == (0, {"kunjungan.csv"})
    assert "Dihapus, karena data sekarang tidak memuatnya lagi: data/kunjungan.csv." in out


def test_a_table_that_is_gone_and_was_edited_stays_under_its_day(tmp_path: Path) -> None:
    deposit([table("a.csv"), table("b.csv")], tmp_path, RUN)
    (tmp_path / "data" / "b.csv").write_bytes(b"disunting")
    aged(tmp_path / "data" / "b.csv")

    done = deposit([table("a.csv")], tmp_path, RUN)

    assert contents(tmp_path) == {"a.csv": b"isi", "b (diubah 2026-03-01).csv": b"disunting"}
    assert (done.kept, done.removed) == ((("data/b.csv", "data/b (diubah 2026-03-01).csv"),), ())


@pytest.mark.parametrize(
    "other",
    [
        Imprint(format="ods", stem="laporan", edition="public"),
        Imprint(format="csv", stem="laporan-en", edition="public"),
        Imprint(format="csv", stem="laporan", edition="internal"),
        None,
    ],
)
def test_files_of_another_format_language_or_edition_stay(tmp_path: Path, other: Imprint | None) -> None:
    deposit([table("a.csv")], tmp_path, RUN)
    deposit([table("b.csv")], tmp_path, other)
    deposit([table("c.csv")], tmp_path, RUN)

    assert names(tmp_path) == {"b.csv", "c.csv"}


def test_files_of_another_to_stay_and_are_told_with_their_day(ran: Run, year_folder: Path) -> None:
    ran("report", year_folder, "--to", "csv,html")
    for path in (year_folder / "hasil").rglob("*.*"):
        aged(path)

    _, out = ran("report", year_folder, "--to", "markdown")

    tables = len(names(year_folder / "hasil") - {"laporan.html", "laporan.md"})
    assert "Dari pembuatan sebelumnya dan tidak dibuat ulang: " in out
    assert "laporan.html (1 Maret 2026)" in out
    assert f".csv … ({tables}) (1 Maret 2026)" in out


def test_a_deleted_file_of_an_earlier_run_is_told_no_more(ran: Run, year_folder: Path) -> None:
    ran("report", year_folder, "--to", "html")
    (year_folder / "hasil" / "laporan.html").unlink()

    assert "laporan.html" not in ran("report", year_folder, "--to", "markdown")[1]


BEFORE = {"a.csv": b"lama", "b.csv": b"lama", "c.csv": b"disunting"}
AFTER = {"a.csv": b"baru", "c.csv": b"baru", "c (diubah 2026-03-01).csv": b"disunting", "d.csv": b"baru"}


class Killed(BaseException):
    """Stands for what ends a process at once: nothing of ours runs after it."""


def prepared(home: Path) -> None:
    """Write a first run, of which one file is edited, so that the next has something of everything to do."""
    deposit([table(name, "lama") for name in ("a.csv", "b.csv", "c.csv")], home, RUN)
    (home / "data" / "c.csv").write_bytes(b"disunting")
    aged(home / "data" / "c.csv")


def next_run(home: Path) -> None:
    deposit([table(name, "baru") for name in ("a.csv", "c.csv", "d.csv")], home, RUN)


def killed_after(home: Path, steps: int, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Run until a number of changes; return whether the run was killed before its end."""
    left, changes = count(), ("replace", "rename", "unlink")
    with monkeypatch.context() as patch:
        for name in changes:
            real = getattr(Path, name)

            def change(path: Path, *to: Path, real: object = real, **more: bool) -> object:
                if next(left) >= steps:
                    raise Killed
                return real(path, *to, **more)  # type: ignore[operator]

            patch.setattr(Path, name, change)
        patch.setattr(shutil, "rmtree", lambda *_, **__: None)
        try:
            next_run(home)
        except Killed:
            return True
    return False


@pytest.mark.parametrize("steps", range(10))
def test_a_run_that_is_killed_at_any_step_is_undone_or_completed_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, steps: int
) -> None:
    prepared(tmp_path)
    was_killed = killed_after(tmp_path, steps, monkeypatch)

    write([table("lain.csv")], tmp_path)

    found = contents(tmp_path)
    del found["lain.csv"]
    assert found == (BEFORE if was_killed and steps == 0 else AFTER)
    assert not [path.name for path in tmp_path.iterdir() if path.name not in {"data", NAME, SUMS}]


def test_steps_enough_for_every_change_were_tried(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    prepared(tmp_path)

    assert not killed_after(tmp_path, 9, monkeypatch)


def test_what_somebody_typed_after_a_run_was_killed_is_not_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepared(tmp_path)
    killed_after(tmp_path, 1, monkeypatch)
    (tmp_path / "data" / "a.csv").write_bytes(b"sesudah itu")
    aged(tmp_path / "data" / "a.csv")

    write([table("lain.csv")], tmp_path)

    assert contents(tmp_path)["a (diubah 2026-03-01).csv"] == b"sesudah itu"


def test_leftovers_of_a_killed_run_are_cleared_by_the_next(tmp_path: Path) -> None:
    (tmp_path / ".ppid-abc" / "new").mkdir(parents=True)
    (tmp_path / ".ppid-abc" / "new" / "0").write_bytes(b"isi")
    (tmp_path / ".ppid-berkas").write_bytes(b"")
    (tmp_path / "luar").mkdir()
    (tmp_path / ".ppid-tautan").symlink_to(tmp_path / "luar")

    write([table("a.csv")], tmp_path)

    assert {path.name for path in tmp_path.iterdir()} == {"data", "luar", NAME}


@pytest.mark.parametrize(
    "step",
    [
        Change(kind="remove", name="../luar.txt", was="x"),
        Change(kind="keep", name="a.txt", other="../b.txt"),
        Change(kind="put", name="a.txt", other="../../luar.txt"),
        Change(kind="put", name="/etc/a.txt", other="0"),
    ],
)
def test_a_journal_that_leads_out_of_the_folder_is_none(tmp_path: Path, step: Change) -> None:
    stage = tmp_path / ".ppid-x"
    stage.mkdir()
    Journal(home=tmp_path, stage=stage, steps=(step,)).write()

    assert Journal.of(stage) is None


def test_nothing_is_lost_where_a_file_is_held_open(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    prepared(tmp_path)
    replace = Path.replace

    def held(path: Path, target: Path) -> Path:
        if target.name == "d.csv":
            raise PermissionError(13, "Permission denied")
        return replace(path, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", held)
        with pytest.raises(FileBusyError):
            next_run(tmp_path)

    assert contents(tmp_path) == BEFORE
    next_run(tmp_path)
    assert contents(tmp_path) == AFTER


SLOW = """
from attrs import frozen
from pathlib import Path
from ppid_core.plugins import hookimpl
import time

@frozen(kw_only=True)
class Slow:
    name: str = "lambat"
    label: str = "Lambat"
    def export(self, report, /):
        Path("mulai").touch()
        time.sleep(60)
        return []

@hookimpl
def ppid_register_exporters():
    return [Slow()]
"""


def waited(done: Path) -> Iterator[None]:
    for _ in range(1200):
        if done.exists():
            return
        time.sleep(0.05)
        yield


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="Windows ends a process without a word")
@pytest.mark.parametrize("apart", [False, True])
def test_sigterm_ends_as_sigint_does(tmp_path: Path, year_folder: Path, *, apart: bool) -> None:
    site = tmp_path / "site" / "lambat-1.dist-info"
    site.mkdir(parents=True)
    (site / "METADATA").write_text("Metadata-Version: 2.1\nName: lambat\nVersion: 1\n", encoding="utf-8")
    (site / "entry_points.txt").write_text("[ppid]\nlambat = lambat_plugin\n", encoding="utf-8")
    (site.parent / "lambat_plugin.py").write_text(
        f"{SLOW}\nSlow.may_end_process = {apart}\n", encoding="utf-8"
    )
    ended = []
    for number in (signal.SIGINT, signal.SIGTERM):
        paths = [str(site.parent), *sys.path]
        process = subprocess.Popen(
            [
                *(sys.executable, "-m", "ppid_core", "report", str(year_folder)),
                "--to",
                "lambat",
            ],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in waited(tmp_path / "mulai"):
            assert process.poll() is None
        process.send_signal(number)
        _, told = process.communicate(timeout=60)
        ended.append((process.returncode, told.strip().splitlines()[-1:]))
        with suppress(FileNotFoundError):
            (tmp_path / "mulai").unlink()

    assert ended[0] == ended[1]
    assert ended[0][0] == 130
    assert not (year_folder / "hasil").exists()


def test_days_are_those_of_the_files_and_not_of_the_clock(tmp_path: Path) -> None:
    deposit([table("a.csv")], tmp_path, RUN)
    (tmp_path / "data" / "a.csv").write_bytes(b"disunting")
    day = date.fromtimestamp(aged(tmp_path / "data" / "a.csv").stat().st_mtime)  # noqa: DTZ012  files are dated by the day here

    ((_, kept),) = deposit([table("a.csv")], tmp_path, RUN).kept

    assert kept == f"data/a (diubah {day}).csv"
