"""Formats made at once in processes apart: same files, same messages, and no format ends another."""

from __future__ import annotations

import os
import pty
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

import pytest
from tests.written import contents

from ppid_core.cli.apart import made_apart
from ppid_core.plugins.attempt import Failure
from ppid_core.report import Meta, Report
from ppid_exporters.json import JsonExporter

pytestmark = pytest.mark.slow


class Ended(Protocol):
    code: object
    out: str
    err: str


class Run(Protocol):
    def __call__(self, *arguments: str | Path) -> Ended: ...


class Site(Protocol):
    folder: Path

    def install(self, distribution: str, version: str = "1.0", **modules: str) -> None: ...


EXAMPLES = Path(__file__).parents[2] / "examples"
EXPORTER = """
import os, signal, sys, threading, time, warnings
from ppid_core.errors import ExtraMissingError
from ppid_core.plugins import Artifact, hookimpl

class Mine:
    name, label = "{name}", "Punya kami"

    def export(self, report, /):
        {body}
        yield Artifact(name="{name}.txt", media_type="text/plain", content=report.meta.title.encode())

    {more}

@hookimpl
def ppid_register_exporters():
    return [Mine()]
"""


def exporter(name: str, body: str = "pass", more: str = "") -> str:
    return EXPORTER.format(name=name, body=body, more=more)


def both(run: Run, folder: Path, out: Path, *arguments: str) -> tuple[Ended, Ended]:
    """Run the report one after the other and at once, into the same place; compare what was written."""
    ended, written = [], []
    for jobs in ("1", "2"):
        ended.append(run("report", folder, "-o", out, "--jobs", jobs, *arguments))
        written.append(contents(out))
        shutil.rmtree(out)
    assert written[0] == written[1]
    return ended[0], ended[1]


@pytest.mark.parametrize("example", ["kota-serang-2020", "kabupaten-contoh-2024"])
def test_files_and_messages_are_the_same_at_once_as_one_after_the_other(
    run: Run, example: str, tmp_path: Path
) -> None:
    one, two = both(run, EXAMPLES / example, tmp_path / "keluar")

    assert (one.code, one.out, one.err) == (two.code, two.out, two.err)
    assert "laporan.html" in one.out


def test_what_exporters_print_and_warn_is_told_in_the_order_of_the_formats(
    run: Run, site: Site, tiny: Path
) -> None:
    site.install("ppid-a", plug_a=exporter("a", 'time.sleep(0.6); print("satu")'))
    site.install("ppid-b", plug_b=exporter("b", 'print("dua", file=sys.stderr); raise OSError("rusak")'))
    site.install("ppid-c", plug_c=exporter("c", 'raise ExtraMissingError("c", "docx")'))
    site.install("ppid-d", plug_d=exporter("d", "raise SystemExit(4)"))

    one, two = both(run, tiny, tiny / "hasil", "--to", "a,b,c,d,json,markdown")

    assert (one.code, one.out, one.err) == (two.code, two.out, two.err)
    assert two.code == 3
    assert two.err.startswith("satu\ndua\n")
    assert "OSError: rusak" in two.err
    assert 'pip install "ppid-core[docx]"' in two.err


@pytest.mark.parametrize(
    ("death", "told"),
    [
        ("os._exit(7)", "kode 7"),
        ("os._exit(0)", "kode 0"),
        ("os.kill(os.getpid(), signal.SIGKILL)", "kode -9"),
    ],
)
def test_exporter_that_ends_its_process_fails_alone(
    run: Run, site: Site, tiny: Path, death: str, told: str
) -> None:
    site.install("ppid-a", plug_a=exporter("a", death))
    site.install("ppid-b", plug_b=exporter("b"))

    ended = run("report", tiny, "--jobs", "2", "--to", "a,b,json,csv")

    said = f'Format "a" dari "ppid-a" 1.0 tidak dapat dibuat (prosesnya berakhir sendiri, {told}).'
    assert said in " ".join(ended.err.split())
    assert ended.code == 3
    assert {"b.txt", "laporan.json"} <= contents(tiny / "hasil").keys()


def test_exporter_that_ends_its_process_later_fails_no_other(run: Run, site: Site, tiny: Path) -> None:
    """The next format of that worker is made once more, by a new one."""
    later = "threading.Timer(0.3, os._exit, [5]).start()"
    site.install("ppid-a", plug_a=exporter("a", later))
    site.install("ppid-b", plug_b=exporter("b", "time.sleep(0.8)"))
    site.install("ppid-c", plug_c=exporter("c", "time.sleep(0.8)"))

    ended = run("report", tiny, "--jobs", "2", "--to", "a,b,c")

    assert (ended.code, ended.err) == (0, "")
    assert {"a.txt", "b.txt", "c.txt"} == contents(tiny / "hasil").keys()


def test_exporter_that_cannot_be_pickled_is_made_in_this_process(run: Run, site: Site, tiny: Path) -> None:
    site.install("ppid-a", plug_a=exporter("a", 'print("di sini")', "def __reduce__(self): raise SystemExit"))
    unread = "def __reduce__(self): return int, ('bukan angka',)"
    site.install("ppid-b", plug_b=exporter("b", 'print("juga")', unread))

    one, two = both(run, tiny, tiny / "hasil", "--to", "a,b,json")

    assert (one.code, one.out, one.err) == (two.code, two.out, two.err)
    assert (two.code, two.err) == (0, "di sini\njuga\n")


def test_report_that_cannot_be_pickled_is_made_in_this_process() -> None:
    ended: list[str] = []
    report = cast("Report", lambda: None)

    drafts = dict(made_apart(report, {"json": JsonExporter()}, 2, lambda _: (), ended.append))

    assert drafts == {"json": ()}
    assert ended == ["json"]


def test_each_format_is_told_as_finished_once_wherever_it_is_made(site: Site) -> None:
    unread = "def __reduce__(self): return int, ('bukan angka',)"
    site.install("ppid-a", plug_a=exporter("a", more=unread))
    site.install("ppid-b", plug_b=exporter("b", "os._exit(1)"))
    exporters = {name: import_module(f"plug_{name}").Mine() for name in "ab"} | {"json": JsonExporter()}
    ended: list[str] = []

    drafts = dict(made_apart(Report(meta=Meta(title="Judul")), exporters, 2, lambda _: (), ended.append))

    assert ["a", "b", "json"] == list(drafts) == sorted(ended)
    assert isinstance(drafts["b"], Failure)


def test_notes_of_files_are_told_once_with_their_names(run: Run, site: Site, tiny: Path) -> None:
    notes = '("warna\\x1b[31m diganti", "dua\\nbaris", "dua baris")'
    added = f'yield Artifact(name="x.txt", media_type="text/plain", content=b"", notes={notes})'
    site.install("ppid-a", plug_a=exporter("a", added))

    one, two = both(run, tiny, tiny / "hasil", "--to", "json,a")

    assert one.err == two.err == "x.txt: warna?[31m diganti\nx.txt: dua baris\n"


@pytest.mark.parametrize("jobs", ["0", "-1", "dua", "1.5", ""])
def test_number_of_jobs_is_a_whole_number_from_one(run: Run, tiny: Path, jobs: str) -> None:
    ended = run("report", tiny, "--jobs", jobs)

    assert ended.code == 2
    assert f'Isi --jobs tidak dapat dibaca: "{jobs}" bukan bilangan bulat mulai dari 1.' in ended.err


def ppid(*arguments: str | Path) -> list[str]:
    return [sys.executable, "-m", "ppid_core", *map(str, arguments)]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_progress_is_shown_on_a_terminal_and_nothing_in_a_pipe(tiny: Path, jobs: str) -> None:
    command = ppid("report", tiny, "--jobs", jobs, "--to", "json,csv,markdown")
    piped = subprocess.run(command, capture_output=True, check=True)
    near, far = pty.openpty()
    shown = subprocess.run(command, stdout=subprocess.PIPE, stderr=far, check=True)
    os.close(far)
    bar = read_all(near)

    assert piped.stderr == b""
    assert piped.stdout == shown.stdout
    assert "Membuat" in bar
    assert "markdown" in bar


def test_one_format_shows_no_progress(tiny: Path) -> None:
    near, far = pty.openpty()
    subprocess.run(ppid("report", tiny, "--to", "json"), stdout=subprocess.PIPE, stderr=far, check=True)
    os.close(far)

    assert read_all(near) == ""


def read_all(terminal: int) -> str:
    pieces = []
    try:
        while piece := os.read(terminal, 4096):
            pieces.append(piece)
    except OSError:  # how Linux says that nobody writes any more
        pass
    os.close(terminal)
    return b"".join(pieces).decode()


def test_interrupt_ends_the_command_and_its_workers(tiny: Path, site: Site) -> None:
    place = tiny / "pids"
    place.mkdir()
    stuck = f'open(os.path.join({str(place)!r}, str(os.getpid())), "w").close(); time.sleep(60)'
    site.install("ppid-a", plug_a=exporter("a", stuck))
    site.install("ppid-b", plug_b=exporter("b", stuck))
    command = ppid("report", tiny, "--jobs", "2", "--to", "a,b")
    environment = {**os.environ, "PYTHONPATH": str(site.folder)}
    running = subprocess.Popen(
        command, env=environment, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    wait_until(lambda: len(list(place.iterdir())) == 2)

    os.killpg(running.pid, signal.SIGINT)
    _, told = running.communicate(timeout=20)

    assert running.returncode == 1
    assert told.strip() == "Aborted!"
    wait_until(lambda: not any(is_running(int(path.name)) for path in place.iterdir()))


def wait_until(is_so: Callable[[], bool]) -> None:
    end = time.monotonic() + 20
    while not is_so():
        assert time.monotonic() < end
        time.sleep(0.05)


def is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True
