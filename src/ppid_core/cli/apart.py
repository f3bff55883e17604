"""Making formats in processes apart: several at once, and one that ends its process ends no other.

A worker is a fresh interpreter that makes one format at a time, and sends back plain files or, in words, what
was raised. Where it dies, the format it was at has failed, and the next one gets a new worker. What exporters
print is kept and printed in the order of the formats. An exporter that cannot be pickled is made here.
"""

from __future__ import annotations

import pickle
import sys
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from functools import partial
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess

from attrs import define, field

from ppid_core.cli.worker import Answer, serve
from ppid_core.errors import AnswerError, ExtraMissingError
from ppid_core.language import Bilingual
from ppid_core.plugins import Artifact, Exporter
from ppid_core.plugins.attempt import Failure, attempt
from ppid_core.report import Report

Draft = tuple[Artifact, ...] | Failure
"""What an exporter made, before plugins add to it; or what it raised instead."""


def made_apart(
    report: Report,
    exporters: Mapping[str, Exporter],
    jobs: int,
    make_here: Callable[[Exporter], Draft],
    finished: Callable[[str], None],
) -> Iterator[tuple[str, Draft]]:
    """Yield what each exporter made, in their order.

    Args:
        report: the document.
        exporters: by name, their options set.
        jobs: how many processes work at once, 1 or more.
        make_here: makes what cannot be made in another process.
        finished: called with the name of each format that ended, in the order in which they end.
    """
    questions = _questions(exporters)
    answers = _answers(report, questions, jobs, finished)
    for name, exporter in exporters.items():
        answer = answers.get(name, _UNREAD)
        if answer.is_unread:
            yield name, make_here(exporter)
            finished(name)
        else:
            sys.stderr.write(answer.printed)
            yield name, _draft(answer)


def _questions(exporters: Mapping[str, Exporter]) -> dict[str, bytes]:
    packed = {name: attempt(partial(pickle.dumps, exporter)) for name, exporter in exporters.items()}
    return {name: one for name, one in packed.items() if not isinstance(one, Failure)}


def _answers(
    report: Report, questions: Mapping[str, bytes], jobs: int, finished: Callable[[str], None]
) -> dict[str, Answer]:
    """Return how each format ended, asked in order; whatever ends this ends the workers."""
    packed = attempt(partial(pickle.dumps, report))
    if isinstance(packed, Failure):
        return {}
    waiting, answers, crew = deque(questions), dict[str, Answer](), _Crew(report=packed)
    try:
        while waiting or crew.busy:
            while waiting and len(crew.busy) < jobs:
                name = waiting.popleft()
                crew.ask(name, questions[name])
            for name, answer in crew.answers():
                if answer is None:
                    waiting.appendleft(name)
                    continue
                answers[name] = answer
                if not answer.is_unread:
                    finished(name)
    finally:
        crew.end()
    return answers


@define(kw_only=True)
class _Crew:
    """The workers there are, each idle or busy with one format."""

    report: bytes
    idle: list[_Worker] = field(factory=list)
    busy: dict[object, tuple[str, _Worker]] = field(factory=dict)

    def ask(self, name: str, question: bytes) -> None:
        worker = self.idle.pop() if self.idle else _Worker.start(self.report)
        worker.ask(question)
        self.busy[worker.connection] = (name, worker)

    def answers(self) -> Iterator[tuple[str, Answer | None]]:
        """Wait, and yield the formats that ended; None where another one may have ended their worker."""
        for connection in wait([worker.connection for _, worker in self.busy.values()]):
            name, worker = self.busy.pop(connection)
            answer = worker.answer()
            if answer is not None:
                self.idle.append(worker)
                yield name, answer
            else:
                yield name, None if worker.has_answered else Answer(cause=_DIED.fill(code=worker.code))

    def end(self) -> None:
        for worker in (*self.idle, *(one for _, one in self.busy.values())):
            worker.end()


@define(kw_only=True)
class _Worker:
    """A process, and the way to it."""

    process: SpawnProcess
    connection: Connection
    has_answered: bool = False

    @classmethod
    def start(cls, report: bytes) -> _Worker:
        context = get_context("spawn")
        near, far = context.Pipe()
        process = context.Process(target=serve, args=(far, report), daemon=True)
        process.start()
        far.close()
        return cls(process=process, connection=near)

    @property
    def code(self) -> int | None:
        return self.process.exitcode

    def ask(self, question: bytes) -> None:
        with suppress(OSError):  # a worker that is dead says so when it is to answer
            self.connection.send_bytes(question)

    def answer(self) -> Answer | None:
        """Return its answer, None where it has died."""
        try:
            answer: Answer = self.connection.recv()
        except (EOFError, OSError):
            self.process.join()
            self.end()
            return None
        self.has_answered = True
        return answer

    def end(self) -> None:
        self.connection.close()
        self.process.kill()
        self.process.join()


def _draft(answer: Answer) -> Draft:
    if answer.missing is not None:
        return Failure(_missing(*answer.missing))
    return answer.artifacts if answer.cause is None else Failure(AnswerError(answer.cause))


def _missing(sentence: str, extra: str) -> ExtraMissingError:
    error = ExtraMissingError("", extra)
    error.msg, error.args = sentence, (sentence,)
    return error


_UNREAD = Answer(is_unread=True)
_DIED = Bilingual("prosesnya berakhir sendiri, kode {code}", "its process ended by itself, code {code}")
