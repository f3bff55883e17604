"""The other end of `apart`: a process that makes one format after the other, and says how each ended."""

from __future__ import annotations

import pickle
import signal
from contextlib import redirect_stderr, redirect_stdout
from functools import partial
from io import BytesIO, TextIOWrapper
from multiprocessing.connection import Connection

from attrs import evolve, frozen

from ppid_core.errors import ExtraMissingError
from ppid_core.language import Bilingual
from ppid_core.plugins import Artifact
from ppid_core.plugins.attempt import Failure, attempt
from ppid_core.plugins.exporting import made_by
from ppid_core.report import Report


@frozen(kw_only=True)
class Answer:
    """How one format ended; it holds nothing of a stranger's own classes, so it can be sent.

    Attributes:
        artifacts: what was made.
        cause: what was raised instead, in words.
        missing: sentence and extra, where only a package is missing.
        printed: what the exporter printed meanwhile.
        is_unread: whether the exporter cannot be rebuilt in another process.
    """

    artifacts: tuple[Artifact, ...] = ()
    cause: Bilingual | None = None
    missing: tuple[str, str] | None = None
    printed: str = ""
    is_unread: bool = False


def serve(connection: Connection, report: bytes) -> None:
    """Answer until nobody asks any more: each question is an exporter, pickled.

    Args:
        connection: where questions come from, and answers go.
        report: the document, pickled.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for who started us, and ends us
    document = pickle.loads(report)  # noqa: S301  pickled by the process that started us
    while True:
        try:
            question = connection.recv_bytes()
        except EOFError:
            return
        connection.send(answered(question, document))


def answered(question: bytes, report: Report) -> Answer:
    """Return how the export of one format ended, with what it printed."""
    paper = BytesIO()
    printed = TextIOWrapper(paper, encoding="utf-8", errors="backslashreplace", write_through=True)
    with redirect_stdout(printed), redirect_stderr(printed):
        exporter = attempt(lambda: pickle.loads(question))  # noqa: S301  as above
        if isinstance(exporter, Failure):
            return Answer(is_unread=True)
        draft = attempt(partial(made_by, exporter, report))
    text = paper.getvalue().decode() if not paper.closed else ""
    return evolve(_answer(draft), printed=text)


def _answer(draft: tuple[Artifact, ...] | Failure) -> Answer:
    if not isinstance(draft, Failure):
        return Answer(artifacts=draft)
    if isinstance(draft.cause, ExtraMissingError):
        return Answer(missing=(str(draft.cause), draft.cause.extra))
    return Answer(cause=draft.told)
