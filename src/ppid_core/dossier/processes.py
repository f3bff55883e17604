"""Reads the reports of many bodies in several processes of one machine; each is a Python of its own.

A pool of the standard library imports the caller's ``__main__`` once more, and breaks a script that has no
guard. Here ``python -m`` runs this module, which answers on its output what it is asked on its input: one
report at a time, so that of a process that dies one report is asked once more, of another one.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from subprocess import Popen
from threading import Condition, Thread

from attrs import define, field

from ppid_core.dossier.dossier import Dossier
from ppid_core.errors import AnswerError
from ppid_core.failure import Failure, attempt
from ppid_core.language import Bilingual
from ppid_core.process import NoProcessError, started
from ppid_core.rollup import BodyYear, RefusedFile

__all__ = ["Answer", "body_year", "body_years"]

Answer = BodyYear | RefusedFile
"""What came of a report: what a roll-up counts of it, or why it could not be read."""

_TRIES = 2
"""So often a report is asked for, each time of a new process, before it counts as what ended them."""


def body_year(path: Path | str) -> Answer:
    """Return what a roll-up counts of one report, or why it cannot be read: what any engine maps over paths.

    >>> from ppid_core.dossier.processes import body_year
    >>> body_year("examples/kota-serang-2020").figure("objections.total")
    53

    Args:
        path: of a folder, workbook, package, JSON file or a document of ours.
    """
    place = Path(path)
    found = attempt(lambda: BodyYear.of(Dossier.open(place), file=place.as_posix()))
    return RefusedFile.of(place.as_posix(), found) if isinstance(found, Failure) else found


def body_years(paths: Iterable[Path | str], *, processes: int = 1) -> Iterator[Answer]:
    """Return what a roll-up counts of each report, in the order of the paths, however many processes read.

    >>> from ppid_core.dossier.processes import body_years
    >>> [one.year for one in body_years(["examples/kota-serang-2020"])]
    [2020]

    Args:
        paths: of the reports.
        processes: how many read at once; with 1, and where none can be started, this one reads.

    Raises:
        ValueError: for fewer than one process.
    """
    if processes < 1:
        raise ValueError(f"processes: {processes} (at least 1)")
    if processes == 1:
        return map(body_year, paths)
    return _Crew(paths=tuple(map(Path, paths))).answers(processes)


class _OverError(Exception):
    """Raised in a thread where nobody waits for an answer any more."""


@define
class _Crew:
    """Several processes at work on one list of reports.

    Attributes:
        paths: of the reports.
        begun: how many of them were given to a process.
        found: answers that are not yet taken, by the place of their path.
        running: the processes.
        is_over: whether nobody waits for answers any more.
        news: held where any of these changes.
    """

    paths: Sequence[Path]
    begun: int = 0
    found: dict[int, Answer] = field(factory=dict)
    running: list[Popen[bytes]] = field(factory=list)
    is_over: bool = False
    news: Condition = field(factory=Condition)

    def answers(self, processes: int) -> Iterator[Answer]:
        """Yield the answers in the order of the paths; whoever stops asking ends the processes."""
        threads = [Thread(target=self._work, daemon=True) for _ in range(min(processes, len(self.paths)))]
        try:
            for thread in threads:
                thread.start()
            for at in range(len(self.paths)):
                with self.news:
                    self.news.wait_for(partial(self.found.__contains__, at))
                    one = self.found.pop(at)
                yield one
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
            _OverError: nobody waits any more.
        """
        with self.news:
            if self.is_over:
                raise _OverError
            process = started(__name__)
            self.running.append(process)
        try:
            _read(process)
        except (EOFError, OSError, pickle.UnpicklingError):
            self.end(process)
            raise NoProcessError from None
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

    def body_year(self, path: Path) -> Answer:
        """Return what came of a report; where no process starts, this one reads it.

        Raises:
            AnswerError: process after process died of it.
        """
        for _ in range(_TRIES):
            try:
                self.process = self.process or self.crew.start()
            except NoProcessError:
                return body_year(path)
            try:
                return _asked(self.process, path)
            except (EOFError, OSError, pickle.UnpicklingError):
                self.drop()
        raise AnswerError(DIED)

    def drop(self) -> None:
        """End the process."""
        if self.process is not None:
            self.crew.end(self.process)
            self.process = None


def _asked(process: Popen[bytes], path: Path) -> Answer:
    if process.stdin is None:
        raise EOFError
    pickle.dump(path.as_posix(), process.stdin)
    process.stdin.flush()
    return _read(process)  # type: ignore[return-value]  # our own process answers so


def _read(process: Popen[bytes]) -> object:
    if process.stdout is None:
        raise EOFError
    return pickle.load(process.stdout)  # noqa: S301  pickled by the process that we started


def _serve() -> None:
    """Answer each path on standard input with what came of it, until nobody asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for who started us, and ends us
    with os.fdopen(os.dup(1), "wb") as out:
        os.dup2(2, 1)  # what a reader prints is no answer
        pickle.dump(True, out)  # noqa: FBT003  ready
        out.flush()
        while True:
            try:
                path = pickle.load(sys.stdin.buffer)  # noqa: S301  pickled by the process that started us
            except (EOFError, pickle.UnpicklingError):
                return
            out.write(pickle.dumps(body_year(path)))
            out.flush()


DIED = Bilingual(
    "proses yang membacanya berakhir sendiri, juga setelah diulang.",
    "the process that read it ended by itself, also when it was tried again.",
)
"""What is told of a report that ended every process that read it."""

if __name__ == "__main__":
    _serve()
