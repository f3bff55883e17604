"""Makes formats in one process apart, one after the other: a library that ends its process ends no command.

The PDF compiler and the chart library are no Python and can crash. The worker sends back the files of each
format as it is made. Where it dies, the format that it had begun with has failed; one that came later is made
once more by the next worker, for an earlier one may have ended it. What cannot be pickled is made here.

What a library prints when memory ends is for its makers: of that death one sentence is told, as of a
`MemoryError`, and nothing is tried once more in this process, which would end as well.
"""

from __future__ import annotations

import os
import pickle
import re
import signal
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import partial
from subprocess import PIPE, Popen
from threading import Condition, Thread
from typing import IO

from attrs import define, field

from ppid_core.errors import AnswerError, ExtraMissingError
from ppid_core.failure import Failure, attempt
from ppid_core.language import Bilingual
from ppid_core.output.artifact import Artifact
from ppid_core.output.exporter import Exporter
from ppid_core.plugins.artifacts import made_by
from ppid_core.process import NoProcessError, started
from ppid_core.report import Report

Draft = tuple[Artifact, ...] | Failure
"""What an exporter made, before plugins add to it; or what it raised instead."""


def drafts(
    report: Report,
    exporters: Mapping[str, Exporter],
    make_here: Callable[[Exporter], Draft],
    tell: Callable[[Bilingual], None],
) -> Iterator[tuple[str, Draft]]:
    """Yield what each exporter makes, in their order; those that may end their process in a worker.

    Args:
        report: the document.
        exporters: by name, their options set.
        make_here: makes what needs no worker, and what no worker can make.
        tell: called with a sentence where no process can be started, and all is made here.
    """
    packed, risky = attempt(partial(pickle.dumps, report)), dict(_risky(exporters))
    if isinstance(packed, Failure):
        answers: Iterator[Draft | None] = iter([packed if packed.is_of_memory else None] * len(risky))
    else:
        answers = _answers(packed, list(risky.values()), tell)
    for name, exporter in exporters.items():
        draft = next(answers, None) if name in risky else None
        yield name, make_here(exporter) if draft is None else draft


def _risky(exporters: Mapping[str, Exporter]) -> Iterator[tuple[str, bytes]]:
    """Yield the exporters that say that they may end their process, pickled."""
    for name, exporter in exporters.items():
        if attempt(partial(getattr, exporter, "may_end_process", None)) is True:
            packed = attempt(partial(pickle.dumps, exporter))
            if not isinstance(packed, Failure):
                yield name, packed


def _answers(
    report: bytes, exporters: Sequence[bytes], tell: Callable[[Bilingual], None]
) -> Iterator[Draft | None]:
    """Yield how each format ended; None where it is to be made here, nothing more where no process starts."""
    while exporters:
        count = 0
        try:
            with started(__name__, PIPE) as process:
                printed = _Printed.of(process)
                try:
                    for draft in _heard(process, report, exporters):
                        count += 1
                        printed.tell(_DONE_BEFORE_THE_FIRST + count)
                        yield draft
                except NoProcessError:
                    if not printed.ends_in_want_of_memory():
                        raise
                    yield from [Failure(MemoryError())] * len(exporters)
                    return
                finally:
                    process.kill()
                is_out_of_memory = printed.ends_in_want_of_memory()
        except NoProcessError:
            tell(_NO_PROCESS)
            return
        exporters = exporters[count:]
        if exporters and not count:
            died = AnswerError(_DIED.fill(code=process.returncode))
            yield Failure(MemoryError() if is_out_of_memory else died)
            exporters = exporters[1:]


def _heard(process: Popen[bytes], report: bytes, exporters: Sequence[bytes]) -> Iterator[Draft | None]:
    """Yield what a worker answers until it ends.

    Raises:
        NoProcessError: it ended before it could begin.
    """
    if process.stdin is None or process.stdout is None:
        raise NoProcessError
    with suppress(OSError):  # one that is dead already says so below
        process.stdin.write(report)
        process.stdin.write(pickle.dumps(exporters))
        process.stdin.close()
    is_ready = False
    with suppress(EOFError, pickle.UnpicklingError):  # it ended, perhaps amid a word
        while True:
            word = pickle.load(process.stdout)  # noqa: S301  pickled by the process that we started
            if is_ready:
                yield Failure(word) if isinstance(word, Exception) else word
            is_ready = True
    process.wait()
    if not is_ready:
        raise NoProcessError


@define
class _Printed:
    """What a worker prints, gathered as it comes: a pipe that nobody empties would hold it up."""

    thread: Thread | None = None
    pieces: list[bytes] = field(factory=list)
    told: int = 0
    heard: Condition = field(factory=Condition)

    @classmethod
    def of(cls, process: Popen[bytes]) -> _Printed:
        """Begin to listen."""
        printed = cls()
        if process.stderr is not None:
            printed.thread = Thread(target=printed.listen, args=(process.stderr,), daemon=True)
            printed.thread.start()
        return printed

    def listen(self, stream: IO[bytes]) -> None:
        """Gather until nobody can write any more."""
        with suppress(OSError, ValueError):  # closed from this side
            while piece := os.read(stream.fileno(), 2**16):
                with self.heard:
                    self.pieces.append(piece)
                    self.heard.notify_all()

    def tell(self, done: int = 0) -> None:
        """Print what has come of formats that are done, as if it had been printed here.

        Args:
            done: marks to wait for: the answer of a format may be here before what it printed.
        """
        with self.heard:
            self.heard.wait_for(lambda: b"".join(self.pieces).count(_DONE) >= done, _LAST_WORDS)
        come = b"".join(self.pieces)
        end = max(come.rfind(_DONE), self.told)
        _tell(come[self.told : end])
        self.told = end

    def ends_in_want_of_memory(self) -> bool:
        """Tell whether the last words of a worker were for want of memory; any other ones are printed."""
        if self.thread is not None:
            self.thread.join(_LAST_WORDS)
        self.tell()
        last = b"".join(self.pieces)[self.told :]
        is_out_of_memory = bool(_OUT_OF_MEMORY.search(last))
        _tell(b"" if is_out_of_memory else last)
        return is_out_of_memory


def _tell(printed: bytes) -> None:
    if sys.stderr is not None and (told := printed.replace(_DONE, b"")):
        sys.stderr.write(told.decode("utf-8", "replace"))


_LAST_WORDS = 5.0
"""Seconds that the last words of a worker are waited for: a process that it started may hold its pipe."""
_DONE = b"\0"
"""What a worker prints behind each format, so that its last words are those of the format that it died of."""
_DONE_BEFORE_THE_FIRST = 1
"""Marks of a worker that has begun and made nothing yet."""
_OUT_OF_MEMORY = re.compile(
    rb"out of memory|memory allocation|bad_alloc|MemoryError|cannot allocate memory|failed to map segment",
    re.IGNORECASE,
)
"""What V8, Rust, C++, Python and the loader of libraries print before they end."""


def _serve() -> None:
    """Make the formats that are asked for on standard input, and write what came of each as it is made."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for who started us, and ends us
    with os.fdopen(os.dup(1), "wb") as out:
        os.dup2(2, 1)  # what a format prints is no answer
        for word in _words():
            os.write(2, _DONE)
            out.write(pickle.dumps(word))
            out.flush()


def _words() -> Iterator[tuple[Artifact, ...] | Exception | bool | None]:
    """Yield that the process has begun, then what came of each format; None where it is to be made there."""
    yield True
    report = attempt(lambda: pickle.load(sys.stdin.buffer))  # noqa: S301  pickled by the process that started us
    exporters = pickle.load(sys.stdin.buffer)  # noqa: S301  pickled by the process that started us
    if isinstance(report, Failure):
        yield from [MemoryError() if report.is_of_memory else None] * len(exporters)
    else:
        yield from map(partial(_answered, report), exporters)


def _answered(report: Report, packed: bytes) -> tuple[Artifact, ...] | Exception | None:
    """Return the files of one format, an error of ours, or None where it cannot be rebuilt here."""
    exporter = attempt(lambda: pickle.loads(packed))  # noqa: S301  pickled by the process that started us
    if isinstance(exporter, Failure):
        return None
    draft = attempt(partial(made_by, exporter, report))
    if not isinstance(draft, Failure):
        return draft
    is_known = draft.is_of_memory or type(draft.cause) is ExtraMissingError
    return draft.cause if is_known and isinstance(draft.cause, Exception) else AnswerError(draft.told)


_DIED = Bilingual("prosesnya berakhir sendiri, kode {code}", "its process ended by itself, code {code}")
_NO_PROCESS = Bilingual(
    "Di sini tidak dapat dijalankan proses tersendiri. Semua format dibuat di dalam perintah ini; bila "
    "penyusun PDF atau grafik terhenti, perintah ini ikut berhenti.",
    "No process of its own can be started here. All formats are made within this command; if the PDF "
    "compiler or the chart library ends, so does the command.",
)

if __name__ == "__main__":
    _serve()
