"""What may end its process is made in one apart: same files, same messages, and no format ends another."""

from __future__ import annotations

import faulthandler
import os
import pty
import shutil
import signal
import subprocess
import sys
import time
import warnings
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import IO, NoReturn, Protocol, Self, cast

import pytest
from attrs import define
from tests.written import contents

from ppid_core.failure import Failure
from ppid_core.language import Bilingual
from ppid_core.report import Meta, Report
from ppid_core.worker import _Printed, _serve, drafts
from ppid_exporters.json import JsonExporter

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("made_apart")]


class Ended(Protocol):
    code: object
    out: str
    err: str


class Run(Protocol):
    def __call__(self, *arguments: str | Path) -> Ended: ...


class Site(Protocol):
    folder: Path

    def install(self, distribution: str, version: str = "1.0", **modules: str) -> None: ...


ALL_HERE = (
    "Di sini tidak dapat dijalankan proses tersendiri. Semua format dibuat di dalam perintah ini; bila\n"
    "  penyusun PDF atau grafik terhenti, perintah ini ikut berhenti.\n"
)
EXAMPLE = Path(__file__).parents[2] / "examples" / "kota-serang-2020"
EXPORTER = """
import os, signal, sys, threading, time, warnings
from ppid_core.errors import ExtraMissingError
from ppid_core.plugins import Artifact, hookimpl

class Mine:
    may_end_process = True
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


class Here(Protocol):
    """Makes whatever follows in this process: no other one can be started."""

    def __call__(self) -> None: ...


@define
class Forked:
    """A worker that begins with what this process imported; one that imports all anew takes a second.

    For what becomes of its answers and its death. How a worker is started is asked of one that is.
    """

    pid: int
    stdin: IO[bytes]
    stdout: IO[bytes]
    stderr: IO[bytes]
    returncode: int | None = None

    @classmethod
    def started(cls, _module: str, _errors: int | None = None) -> Forked:
        (asked, question), (answer, answered), (heard, told) = os.pipe(), os.pipe(), os.pipe()
        with warnings.catch_warnings(action="ignore"):  # other threads, which the child does not miss
            pid = os.fork()
        if not pid:
            serve(asked, answered, told)
        for far in (asked, answered, told):
            os.close(far)
        return cls(pid, os.fdopen(question, "wb"), os.fdopen(answer, "rb"), os.fdopen(heard, "rb"))

    def kill(self) -> None:
        if self.returncode is None:
            os.kill(self.pid, signal.SIGKILL)

    def wait(self) -> None:
        if self.returncode is None:
            self.returncode = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.wait()
        for stream in (self.stdin, self.stdout, self.stderr):
            stream.close()


def serve(*pipes: int) -> NoReturn:
    """Be the worker that reads, writes and tells by these pipes, and end."""
    try:
        faulthandler.disable()
        for number, pipe in enumerate(pipes):
            os.dup2(pipe, number)
        os.closerange(len(pipes), os.sysconf("SC_OPEN_MAX"))
        sys.stdin, sys.stdout, sys.stderr = os.fdopen(0), os.fdopen(1, "w"), os.fdopen(2, "w")
        _serve()
    finally:
        os._exit(1 if sys.exc_info()[0] else 0)


@pytest.fixture
def forked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ppid_core.worker.started", Forked.started)


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> Here:
    return lambda: monkeypatch.setattr(sys, "executable", "")


def test_files_and_messages_are_the_same_apart_as_in_this_process(
    run: Run, here: Here, tmp_path: Path
) -> None:
    """Of a report with pictures; that no bytes depend on a process, the contract asks of every block."""
    out = tmp_path / "keluar"
    apart, files = run("report", EXAMPLE, "-o", out), contents(out)
    shutil.rmtree(out)
    here()

    ended = run("report", EXAMPLE, "-o", out)

    assert (ended.code, ended.out) == (apart.code, apart.out)
    assert contents(out) == files
    assert "laporan.html" in apart.out
    assert ALL_HERE in ended.err
    assert ended.err.replace(ALL_HERE, "") == apart.err


def test_where_no_process_can_start_the_command_says_that_it_made_all_itself(
    run: Run, here: Here, tiny: Path
) -> None:
    here()

    ended = run("report", tiny, "--to", "html,json")

    assert (ended.code, ended.err) == (0, ALL_HERE)
    assert {"laporan.html", "laporan.json"} <= contents(tiny / "hasil").keys()


def test_what_ends_no_process_needs_none(run: Run, here: Here, tiny: Path) -> None:
    here()

    ended = run("report", tiny, "--to", "csv,json,markdown,xlsx")

    assert (ended.code, ended.err) == (0, "")


def test_packed_program_does_not_start_itself_again(
    run: Run, tiny: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)

    ended = run("report", tiny, "--to", "html")

    assert (ended.code, ended.err) == (0, ALL_HERE)


def test_interpreter_that_does_not_know_us_is_no_process_of_ours(
    run: Run, tiny: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", shutil.which("false"))

    ended = run("report", tiny, "--to", "html")

    assert (ended.code, ended.err) == (0, ALL_HERE)


@pytest.mark.usefixtures("forked")
def test_what_exporters_raise_is_told_the_same_apart_as_in_this_process(
    run: Run, here: Here, site: Site, tiny: Path
) -> None:
    site.install("ppid-b", plug_b=exporter("b", 'raise OSError("rusak")'))
    site.install("ppid-c", plug_c=exporter("c", 'raise ExtraMissingError("c", "docx")'))
    site.install("ppid-d", plug_d=exporter("d", "raise SystemExit(4)"))
    apart = run("report", tiny, "--to", "b,c,d,json")
    here()

    ended = run("report", tiny, "--to", "b,c,d,json")

    assert (ended.code, ended.err.replace(ALL_HERE, "")) == (apart.code, apart.err)
    assert apart.code == 3
    assert "OSError: rusak" in apart.err
    assert 'pip install "ppid-core[docx]"' in apart.err


def test_what_exporters_print_is_no_answer(site: Site, tiny: Path) -> None:
    site.install("ppid-a", plug_a=exporter("a", 'os.write(1, b"satu"); print("dua", flush=True)'))

    command = ppid("report", tiny, "--to", "a")
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=with_plugins(site))

    assert done.stderr == "satudua\n"
    assert "a.txt" in done.stdout


@pytest.mark.usefixtures("forked")
def test_what_exporters_print_is_told_also_where_their_files_are_here_before_it(
    run: Run, site: Site, tiny: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.install("ppid-a", plug_a=exporter("a", 'os.write(1, b"satu"); print("dua", flush=True)'))
    listen = _Printed.listen

    def late(printed: _Printed, stream: IO[bytes]) -> None:
        time.sleep(1)
        listen(printed, stream)

    monkeypatch.setattr(_Printed, "listen", late)

    assert run("report", tiny, "--to", "a").err == "satudua\n"


@pytest.mark.usefixtures("forked")
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

    ended = run("report", tiny, "--to", "a,b,json,csv")

    said = f'Format "a" dari "ppid-a" 1.0 tidak dapat dibuat (prosesnya berakhir sendiri, {told}).'
    assert said in " ".join(ended.err.split())
    assert ended.code == 3
    assert {"b.txt", "laporan.json"} <= contents(tiny / "hasil").keys()


NO_MEMORY = (
    'Format "a" tidak dapat dibuat: memori tidak cukup. Buat tanpa pilihan yang membesarkannya (--set),\n'
    "  atau di komputer yang memorinya lebih besar. Format lain tetap dibuat.\n"
)


@pytest.mark.usefixtures("forked")
@pytest.mark.parametrize(
    "death",
    [
        'os.write(2, b"stack\\nmemory allocation of 4096 bytes failed\\nmore stack"); os.abort()',
        'os.write(2, b"# Fatal JavaScript out of memory: Reached heap limit"); os.kill(os.getpid(), 5)',
        "raise MemoryError",
        "bytearray(2**62)",
        'raise ImportError("a.so: failed to map segment from shared object")',
    ],
)
def test_of_a_death_in_want_of_memory_one_sentence_is_told(
    run: Run, site: Site, tiny: Path, death: str
) -> None:
    site.install("ppid-a", plug_a=exporter("a", death))
    site.install("ppid-b", plug_b=exporter("b", 'os.write(2, b"dari b")'))

    ended = run("report", tiny, "--to", "b,a,csv")

    assert (ended.code, ended.err) == (3, f"dari b{NO_MEMORY}")
    assert {"b.txt", "angka.csv"} <= contents(tiny / "hasil").keys()


@pytest.mark.usefixtures("forked")
def test_last_words_of_any_other_death_are_told(run: Run, site: Site, tiny: Path) -> None:
    site.install("ppid-a", plug_a=exporter("a", 'os.write(2, b"rusak di sini\\n"); os._exit(7)'))

    assert "rusak di sini\n" in run("report", tiny, "--to", "a").err


def test_interpreter_that_has_no_memory_to_begin_ends_no_command(
    run: Run, tiny: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    starved = tmp_path / "python"
    starved.write_text("#!/bin/sh\necho 'Fatal Python error: MemoryError' >&2\nexit 1\n", encoding="utf-8")
    starved.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(starved))

    ended = run("report", tiny, "--to", "html,csv")

    assert ended.code == 3
    assert ended.err.split() == NO_MEMORY.replace('"a"', '"html"').split()


@pytest.mark.usefixtures("forked")
def test_what_has_no_memory_to_be_sent_is_not_made_in_this_process(site: Site) -> None:
    """There, a library that wants memory would end the command."""

    class Huge:
        def __reduce__(self) -> str:
            raise MemoryError

    site.install("ppid-a", plug_a=exporter("a"))
    exporters = {"a": import_module("plug_a").Mine(), "json": JsonExporter()}

    made = dict(drafts(cast("Report", Huge()), exporters, lambda _: (), lambda _: None))

    assert made["json"] == ()
    assert isinstance(made["a"], Failure)
    assert made["a"].is_of_memory


@pytest.mark.usefixtures("forked")
def test_exporter_that_ends_its_process_later_fails_no_other(run: Run, site: Site, tiny: Path) -> None:
    """The next format of that worker is made once more, by a new one."""
    later = "threading.Timer(0.3, os._exit, [5]).start()"
    site.install("ppid-a", plug_a=exporter("a", later))
    site.install("ppid-b", plug_b=exporter("b", "time.sleep(0.8)"))
    site.install("ppid-c", plug_c=exporter("c", "time.sleep(0.8)"))

    ended = run("report", tiny, "--to", "a,b,c")

    assert (ended.code, ended.err) == (0, "")
    assert {"a.txt", "b.txt", "c.txt"} == contents(tiny / "hasil").keys()


@pytest.mark.usefixtures("forked")
def test_exporter_that_cannot_be_pickled_is_made_in_this_process(run: Run, site: Site, tiny: Path) -> None:
    site.install("ppid-a", plug_a=exporter("a", 'print("di sini")', "def __reduce__(self): raise SystemExit"))
    unread = "def __reduce__(self): return int, ('bukan angka',)"
    site.install("ppid-b", plug_b=exporter("b", 'print("juga")', unread))

    ended = run("report", tiny, "--to", "a,b,json")

    assert (ended.code, ended.err) == (0, "di sini\njuga\n")


def test_report_that_cannot_be_pickled_is_made_in_this_process(site: Site) -> None:
    site.install("ppid-a", plug_a=exporter("a"))
    report, told = cast("Report", lambda: None), list[Bilingual]()

    made = dict(drafts(report, {"a": import_module("plug_a").Mine()}, lambda _: (), told.append))

    assert made == {"a": ()}
    assert told == []


@pytest.mark.usefixtures("forked")
def test_each_format_is_made_once_wherever_it_is_made(site: Site) -> None:
    unread = "def __reduce__(self): return int, ('bukan angka',)"
    site.install("ppid-a", plug_a=exporter("a", more=unread))
    site.install("ppid-b", plug_b=exporter("b", "os._exit(1)"))
    exporters = {name: import_module(f"plug_{name}").Mine() for name in "ab"} | {"json": JsonExporter()}

    made = list(drafts(Report(meta=Meta(title="Judul")), exporters, lambda _: (), lambda _: None))

    assert [name for name, _ in made] == ["a", "b", "json"]
    assert isinstance(dict(made)["b"], Failure)


@pytest.mark.usefixtures("forked")
def test_notes_of_files_are_told_once_with_their_names(run: Run, site: Site, tiny: Path) -> None:
    notes = '("warna\\x1b[31m diganti", "dua\\nbaris", "dua baris")'
    added = f'yield Artifact(name="x.txt", media_type="text/plain", content=b"", notes={notes})'
    site.install("ppid-a", plug_a=exporter("a", added))

    ended = run("report", tiny, "--to", "json,a")

    assert ended.err == "x.txt: warna?[31m diganti\nx.txt: dua baris\n"


def ppid(*arguments: str | Path) -> list[str]:
    return [sys.executable, "-m", "ppid_core", *map(str, arguments)]


def with_plugins(site: Site) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": os.pathsep.join([str(site.folder), *sys.path])}


@pytest.mark.parametrize("formats", ["json,csv,markdown", "a,b,markdown"])
def test_progress_is_shown_on_a_terminal_and_nothing_in_a_pipe(site: Site, tiny: Path, formats: str) -> None:
    """Also where a worker makes them."""
    site.install("ppid-a", plug_a=exporter("a"))
    site.install("ppid-b", plug_b=exporter("b"))
    command, environment = ppid("report", tiny, "--to", formats), with_plugins(site)
    piped = subprocess.run(command, capture_output=True, check=True, env=environment)
    near, far = pty.openpty()
    shown = subprocess.run(command, stdout=subprocess.PIPE, stderr=far, check=True, env=environment)
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


def test_interrupt_ends_the_command_and_its_worker(tiny: Path, site: Site) -> None:
    place = tiny / "pids"
    place.mkdir()
    stuck = f'open(os.path.join({str(place)!r}, str(os.getpid())), "w").close(); time.sleep(60)'
    site.install("ppid-a", plug_a=exporter("a", stuck))
    command = ppid("report", tiny, "--to", "a")
    running = subprocess.Popen(
        command, env=with_plugins(site), stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    wait_until(lambda: len(list(place.iterdir())) == 1)

    os.killpg(running.pid, signal.SIGINT)
    _, told = running.communicate(timeout=20)

    assert running.returncode == 130
    assert told.startswith("Dihentikan sebelum selesai.")
    assert told.count("\n") == 1
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
