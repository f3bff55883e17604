"""What was raised instead of an answer, as a value: a format, rule or plugin that fails stops no other."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeVar

from attrs import frozen

from ppid_core.errors import AnswerError, PpidError
from ppid_core.language import LANGS, Bilingual

T = TypeVar("T")

_MOST_SAID = 300
"""As many characters of what a stranger says are told."""


@frozen
class Failure:
    """What was raised instead of an answer."""

    cause: BaseException

    @property
    def is_of_memory(self) -> bool:
        """Whether there was not enough memory: for a value, or to load a library."""
        if isinstance(self.cause, ImportError | OSError):
            return bool(_WANTS_MEMORY.search(str(self.cause)))
        return isinstance(self.cause, MemoryError)

    @property
    def told(self) -> Bilingual:
        """What happened, on one line: ``ImportError: odf``."""
        if isinstance(self.cause, AnswerError):
            return Bilingual(one_line(self.cause.told.id), one_line(self.cause.told.en))
        if self.is_of_memory:
            return _NO_MEMORY
        kind = type(self.cause).__name__
        if isinstance(self.cause, PpidError) and self.cause.told.id:
            return Bilingual(*(f"{kind}: {one_line(self.cause.told(lang))}" for lang in LANGS))
        said = attempt(lambda: one_line(str(self.cause)))
        return Bilingual.both(kind if isinstance(said, Failure) or not said else f"{kind}: {said}")


def attempt(call: Callable[[], T]) -> T | Failure:
    """Return what ``call`` returns, or what it raised.

    Raises:
        KeyboardInterrupt: the person at the keyboard is no stranger.
    """
    try:
        return call()
    except KeyboardInterrupt:
        raise
    except MemoryError:
        return Failure(MemoryError())  # without its frames, which hold what filled the memory
    except BaseException as cause:  # noqa: BLE001  a module may end the program at import: SystemExit
        return Failure(cause)


def one_line(text: str) -> str:
    """Return text in signs that can be printed, without line breaks, at most 300 of them."""
    plain = "".join(sign if sign.isprintable() else "?" for sign in " ".join(text.split()))
    return plain if len(plain) <= _MOST_SAID else plain[:_MOST_SAID] + "…"


_WANTS_MEMORY = re.compile("cannot allocate memory|failed to map segment", re.IGNORECASE)
"""What a Linux system says of a library that it has no room for."""
_NO_MEMORY = Bilingual("memori tidak cukup", "there is not enough memory")
