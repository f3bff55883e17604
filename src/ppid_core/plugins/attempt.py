"""Asking strangers: whatever they raise becomes a value, and whatever they return is cut at a limit."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, redirect_stdout
from typing import TypeVar

from attrs import frozen

from ppid_core.errors import AnswerError
from ppid_core.language import Bilingual
from ppid_core.output.artifact import one_line, shown
from ppid_core.writing import format_number

T = TypeVar("T")


@frozen
class Failure:
    """What was raised instead of an answer."""

    cause: BaseException

    @property
    def told(self) -> Bilingual:
        """What happened, on one line: ``ImportError: odf``."""
        if isinstance(self.cause, AnswerError):
            return Bilingual(one_line(self.cause.told.id), one_line(self.cause.told.en))
        kind, said = type(self.cause).__name__, attempt(lambda: one_line(str(self.cause)))
        text = kind if isinstance(said, Failure) or not said else f"{kind}: {said}"
        return Bilingual(text, text)

    def __str__(self) -> str:
        """Return what happened, as a developer reads it."""
        return self.told.en


def attempt(call: Callable[[], T]) -> T | Failure:
    """Return what ``call`` returns, or what it raised.

    Raises:
        KeyboardInterrupt: the person at the keyboard is no stranger.
    """
    try:
        return call()
    except KeyboardInterrupt:
        raise
    except BaseException as cause:  # noqa: BLE001  a module may end the program at import: SystemExit
        return Failure(cause)


@contextmanager
def aside() -> Iterator[None]:
    """Send what plugins print to standard error, so that the result stays a result."""
    with redirect_stdout(sys.stderr):
        yield


def each(answer: object, limit: int) -> Iterator[object]:
    """Yield the items of an answer; a generator is asked for no more than the limit.

    Raises:
        AnswerError: where it is no list, or there are more than ``limit``.
    """
    if answer is None:
        raise AnswerError(_NOTHING)
    if isinstance(answer, str | bytes | Mapping) or not isinstance(answer, Iterable):
        raise AnswerError(_NO_LIST.fill(shown=shown(answer)))
    for number, item in enumerate(answer):
        if number == limit:
            most, english = format_number(limit), format_number(limit, "en")
            raise AnswerError(Bilingual(f"lebih dari {most} butir", f"more than {english} items"))
        yield item


_NOTHING = Bilingual(
    "tidak mengembalikan apa-apa (None); kembalikan daftar, boleh kosong",
    "it returned nothing (None); return a list, which may be empty",
)
_NO_LIST = Bilingual("mengembalikan {shown}, bukan daftar", "it returned {shown}, not a list")
