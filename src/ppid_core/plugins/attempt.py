"""Asking strangers: whatever they raise becomes a value, so one of them cannot end the command."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import islice
from typing import TypeVar

from attrs import frozen

from ppid_core.errors import AnswerError
from ppid_core.writing import format_number

T = TypeVar("T")


@frozen
class Failure:
    """What was raised instead of an answer."""

    cause: BaseException

    def __str__(self) -> str:
        """Return ``ImportError: odf``, on one line; an exception that cannot be printed is only named."""
        said = attempt(lambda: " ".join(str(self.cause).split()))
        name = type(self.cause).__name__
        return f"{name}: {said}" if said and isinstance(said, str) else name


def attempt(call: Callable[[], T]) -> T | Failure:
    """Return what ``call`` returns, or what it raised.

    Raises:
        KeyboardInterrupt: the person at the keyboard is no stranger.
    """
    try:
        return call()
    except KeyboardInterrupt:
        raise
    except BaseException as cause:  # noqa: BLE001  SystemExit at import is a module may end the program at import
        return Failure(cause)


def finite(answer: Iterable[T], limit: int) -> tuple[T, ...]:
    """Return the items of an answer.

    Raises:
        AnswerError: where there are more than ``limit``.
    """
    items = tuple(islice(answer, limit + 1))
    if len(items) > limit:
        raise AnswerError(f"lebih dari {format_number(limit)} butir")
    return items
