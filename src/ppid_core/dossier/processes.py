"""Reads the reports of many bodies in several processes of one machine; each is a Python of its own.

A pool of the standard library imports the caller's ``__main__`` once more, and breaks a script that has no
guard. Here ``python -m`` runs this module, which answers on its output what it is asked on its input: one
report at a time, so that of a process that dies one report is asked once more, of another one.
"""

from __future__ import annotations

import gc
import os
import pickle
import signal
import sys
from collections.abc import Callable, Collection, Generator, Iterable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from subprocess import Popen
from threading import Condition, Thread

from attrs import define, field

from ppid_core.dossier.dossier import Dossier
from ppid_core.dossier.input import installed
from ppid_core.dossier.plugin_file import read_by_plugin
from ppid_core.errors import AnswerError
from ppid_core.failure import Failure, attempt
from ppid_core.intake import load
from ppid_core.intake.files.loading import is_ours
from ppid_core.language import Bilingual
from ppid_core.plugins import Plugins, load_plugins
from ppid_core.plugins.loans import aside
from ppid_core.process import NoProcessError, started
from ppid_core.rollup import BodyYear, RefusedFile

__all__ = ["Answer", "Answers", "body_year", "body_years", "usual_processes"]

Answer = BodyYear | RefusedFile
"""What came of a report: what a roll-up counts of it, or why it could not be read."""
Answers = Generator[Answer, None, None]
"""What came of one report after the other."""

_TRIES = 2
"""So often a report is asked for, each time of a new process, before it counts as what ended them."""
_DEATHS = (EOFError, OSError, pickle.UnpicklingError)
"""What is raised where a process dies that is asked."""
_MOST = 8
"""So many processes read at most by themselves: each takes some 100 MB."""
_WORTH = 16
"""So many reports are worth a process: a Python of its own starts as long as it takes to read ten."""


def usual_processes(reports: int) -> int:
    """Return how many processes read so many reports fastest here: few are read by this one alone.

    >>> from ppid_core.dossier.processes import usual_processes
    >>> usual_processes(12)
    1
    """
    here = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(here, _MOST, reports // _WORTH))


def body_year(path: Path | str, *, plugins: Plugins | None = None) -> Answer:
    """Return what a roll-up counts of one report, or why it cannot be read: what any engine maps over paths.

    No year before it is read with it: a roll-up sets years beside each other itself.

    >>> from ppid_core.dossier.processes import body_year
    >>> body_year("examples/kota-serang-2020").figure("objections.total")
    53

    Args:
        path: of a folder, workbook, package, JSON file or a document of ours.
        plugins: whose importers and rules are used; by default what is installed.
    """
    place = Path(path)
    if place.is_symlink() and not place.exists():
        return RefusedFile(file=place.as_posix(), why=_NOWHERE)
    with aside():
        found = attempt(partial(_body_year, place, plugins))
    return RefusedFile.of(place.as_posix(), found) if isinstance(found, Failure) else found


def _body_year(place: Path, plugins: Plugins | None) -> BodyYear:
    known = installed() if plugins is None else plugins
    intake = load(place) if is_ours(place) else read_by_plugin(place, known)
    return BodyYear.of(Dossier(year=intake.year, intake=intake, plugins=known), file=place.as_posix())


def body_years(
    paths: Iterable[Path | str],
    *,
    processes: int = 1,
    block: Collection[str] = (),
    tell: Callable[[Bilingual], None] = lambda _: None,
) -> Answers:
    """Return what a roll-up counts of each report, in the order of the paths, however many processes read.

    Whoever ends early closes it: that ends the processes.

    >>> from ppid_core.dossier.processes import body_years
    >>> [one.year for one in body_years(["examples/kota-serang-2020"])]
    [2020]

    Args:
        paths: of the reports.
        processes: how many read at once; with 1, and where none can be started, this one reads.
        block: plugins that are left out, as `load_plugins` takes them.
        tell: called with a sentence where no process can be started.

    Raises:
        ArgumentError: ``block`` is the name of one, and no list.
        ValueError: for fewer than one process.
    """
    if processes < 1:
        raise ValueError(f"processes: {processes} (at least 1)")
    read = partial(body_year, plugins=load_plugins(block=block))
    if processes == 1:
        return (read(path) for path in paths)
    crew = _Crew(paths=tuple(map(Path, paths)), block=tuple(block), read_here=read, tell=tell)
    return crew.answers(processes)


class _OverError(Exception):
    """Raised in a thread where nobody waits for an answer any more."""


@define
class _Crew:
    """Several processes at work on one list of reports.

    Attributes:
        paths: of the reports.
        block: plugins that are left out.
        read_here: reads a report in this process.
        tell: called with a sentence where no process can be started.
        begun: how many of them were given to a process.
        found: answers that are not yet taken, by the place of their path; None where no process could start.
        is_alone: whether that was so, and this process reads what is left.
        running: the processes.
        is_over: whether nobody waits for answers any more.
        news: held where any of these changes.
    """

    paths: Sequence[Path]
    block: tuple[str, ...]
    read_here: Callable[[Path], Answer]
    tell: Callable[[Bilingual], None]
    begun: int = 0
    found: dict[int, Answer | None] = field(factory=dict)
    is_alone: bool = False
    running: list[Popen[bytes]] = field(factory=list)
    is_over: bool = False
    news: Condition = field(factory=Condition)

    def answers(self, processes: int) -> Answers:
        """Yield the answers in the order of the paths; whoever stops asking ends the processes."""
        threads = [Thread(target=self._work, daemon=True) for _ in range(min(processes, len(self.paths)))]
        is_told = False
        try:
            for thread in threads:
                thread.start()
            for at, path in enumerate(self.paths):
                with self.news:
                    self.news.wait_for(partial(self.found.__contains__, at))
                    one = self.found.pop(at)
                if one is None and not is_told:
                    self.tell(_NO_PROCESS)
                    is_told = True
                yield self.read_here(path) if one is None else one
        finally:
            with self.news:
                self.is_over = True
                for process in self.running:
                    process.kill()
            for thread in threads:
                thread.join()

    def start(self) -> Popen[bytes]:
        """Start a process, and return it when it is ready.

        Raises:
            NoProcessError: none can be started here.
            EOFError: it died before it was ready; so do the other errors in `_DEATHS`.
            _OverError: nobody waits any more.
        """
        with self.news:
            if self.is_over:
                raise _OverError
            process = started(__name__)
            self.running.append(process)
        try:
            _send(process, self.block)
            _read(process)
        except _DEATHS:
            self.end(process)
            raise
        return process

    def end(self, process: Popen[bytes]) -> None:
        """End a process, and close what leads to it."""
        process.kill()
        with suppress(OSError), process:  # one that is dead takes nothing that was still on its way
            pass
        with self.news:
            self.running.remove(process)

    def _work(self) -> None:
        hand = _Hand(crew=self)
        try:
            while (at := self._next()) is not None:
                found = attempt(partial(hand.body_year, self.paths[at]))
                if isinstance(found, Failure):
                    found = RefusedFile.of(self.paths[at].as_posix(), found)
                with self.news:
                    self.found[at] = found
                    self.news.notify_all()
        finally:
            hand.drop()

    def _next(self) -> int | None:
        with self.news:
            if self.is_over or self.begun == len(self.paths):
                return None
            self.begun += 1
            return self.begun - 1


@define
class _Hand:
    """Asks one process after the other: the next one where one died."""

    crew: _Crew
    process: Popen[bytes] | None = None

    def body_year(self, path: Path) -> Answer | None:
        """Return what came of a report; None where no process starts.

        Raises:
            AnswerError: process after process died of it.
        """
        was_ready = False
        for _ in range(0 if self.crew.is_alone and self.process is None else _TRIES):
            try:
                self.process = self.process or self.crew.start()
                was_ready = True
                _send(self.process, path.as_posix())
                return _read(self.process)  # type: ignore[return-value]  # our own process answers so
            except NoProcessError:
                was_ready = False
                break
            except _DEATHS:
                self.drop()
        if was_ready:
            raise AnswerError(DIED)
        self.crew.is_alone = True
        return None

    def drop(self) -> None:
        """End the process."""
        if self.process is not None:
            self.crew.end(self.process)
            self.process = None


def _send(process: Popen[bytes], value: object) -> None:
    if process.stdin is None:
        raise EOFError
    pickle.dump(value, process.stdin)
    process.stdin.flush()


def _read(process: Popen[bytes]) -> object:
    if process.stdout is None:
        raise EOFError
    return pickle.load(process.stdout)  # noqa: S301  pickled by the process that we started


def _serve() -> None:
    """Answer each path on standard input with what came of it, until nobody asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for who started us, and ends us
    gc.set_threshold(*_SELDOM)
    asked = sys.stdin.buffer
    is_over = suppress(EOFError, BrokenPipeError, pickle.UnpicklingError)  # nobody asks, or hears, any more
    with is_over, os.fdopen(os.dup(1), "wb") as out:
        os.dup2(2, 1)  # what a reader prints is no answer
        pickle.dump(True, out)  # noqa: FBT003  ready
        out.flush()
        plugins = load_plugins(block=pickle.load(asked))  # noqa: S301  pickled by the process that started us
        while True:
            path = pickle.load(asked)  # noqa: S301  as before
            out.write(pickle.dumps(body_year(path, plugins=plugins)))
            out.flush()


_SELDOM = (50_000, 50, 100)
"""How often garbage is looked for, as in the command: of rows that stay."""
DIED = Bilingual(
    "proses yang membacanya berakhir sendiri, juga setelah diulang.",
    "the process that read it ended by itself, also when it was tried again.",
)
"""What is told of a report that ended every process that read it."""
_NOWHERE = Bilingual(
    "ini tautan ke berkas yang tidak ada. Salin berkasnya sendiri ke folder ini.",
    "this is a link to a file that is not there. Copy the file itself into this folder.",
)
_NO_PROCESS = Bilingual(
    "Proses lain tidak dapat dijalankan di sini. Laporan dibaca satu demi satu; hasilnya sama, hanya lebih "
    "lama.",
    "No other process can be started here. Reports are read one after the other; the result is the same and "
    "only takes longer.",
)

if __name__ == "__main__":
    _serve()
