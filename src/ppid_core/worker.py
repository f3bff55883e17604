"""Makes formats in one process apart, one after the other: a library that ends its process ends no command.

The PDF compiler and the chart library are no Python and can crash. The worker sends back the files of each
format as it is made. Where it dies, the format that it had begun with has failed; one that came later is made
once more by the next worker, for an earlier one may have ended it. What cannot be pickled is made here.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import partial
from itertools import chain
from subprocess import Popen

from ppid_core.errors import AnswerError, ExtraMissingError
from ppid_core.language import Bilingual
from ppid_core.output.artifact import Artifact
from ppid_core.plugins.artifacts import made_by
from ppid_core.plugins.exporter import Exporter
from ppid_core.plugins.faults import Failure, attempt
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
    packed = attempt(partial(pickle.dumps, report))
    risky = {} if isinstance(packed, Failure) else dict(_risky(exporters))
    answers = _answers(b"" if isinstance(packed, Failure) else packed, list(risky.values()), tell)
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
            with started(__name__) as process:
                try:
                    for draft in _heard(process, pickle.dumps((report, exporters))):
                        count += 1
                        yield draft
                finally:
                    process.kill()
        except NoProcessError:
            tell(_NO_PROCESS)
            return
        exporters = exporters[count:]
        if exporters and not count:
            yield Failure(AnswerError(_DIED.fill(code=process.returncode)))
            exporters = exporters[1:]


def _heard(process: Popen[bytes], work: bytes) -> Iterator[Draft | None]:
    """Yield what a worker answers until it ends.

    Raises:
        NoProcessError: it ended before it could begin.
    """
    if process.stdin is None or process.stdout is None:
        raise NoProcessError
    with suppress(OSError):  # one that is dead already says so below
        process.stdin.write(work)
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


def _serve() -> None:
    """Make the formats that are asked for on standard input, and write what came of each as it is made."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for who started us, and ends us
    report, exporters = pickle.load(sys.stdin.buffer)  # noqa: S301  pickled by the process that started us
    document = pickle.loads(report)  # noqa: S301  the same
    with os.fdopen(os.dup(1), "wb") as out:
        os.dup2(2, 1)  # what a format prints is no answer
        for word in chain([True], map(partial(_answered, document), exporters)):
            out.write(pickle.dumps(word))
            out.flush()


def _answered(report: Report, packed: bytes) -> tuple[Artifact, ...] | Exception | None:
    """Return the files of one format, an error of ours, or None where it cannot be rebuilt here."""
    exporter = attempt(lambda: pickle.loads(packed))  # noqa: S301  as above
    if isinstance(exporter, Failure):
        return None
    draft = attempt(partial(made_by, exporter, report))
    if not isinstance(draft, Failure):
        return draft
    return draft.cause if type(draft.cause) is ExtraMissingError else AnswerError(draft.told)


_DIED = Bilingual("prosesnya berakhir sendiri, kode {code}", "its process ended by itself, code {code}")
_NO_PROCESS = Bilingual(
    "Di sini tidak dapat dijalankan proses tersendiri. Semua format dibuat di dalam perintah ini; bila "
    "penyusun PDF atau grafik terhenti, perintah ini ikut berhenti.",
    "No process of its own can be started here. All formats are made within this command; if the PDF "
    "compiler or the chart library ends, so does the command.",
)

if __name__ == "__main__":
    _serve()
