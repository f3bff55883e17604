"""What goes wrong around plugins, as values: who did it, what was raised, what it means for a person."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, redirect_stdout
from typing import Self, TypeVar

from attrs import frozen

from ppid_core.errors import AnswerError
from ppid_core.language import Bilingual
from ppid_core.output.artifact import one_line, shown
from ppid_core.writing import format_number

T = TypeVar("T")

BUILT_IN = "ppid-core"


@frozen(kw_only=True, order=True)
class Owner:
    """Who a thing comes from: a distribution, and the entry point by which it came in.

    Attributes:
        distribution: "" where nobody knows it.
        module: where the entry point leads to, as the metadata say it: ``ppid_ods.hooks``.
    """

    distribution: str
    version: str
    entry_point: str
    module: str = ""

    @property
    def is_built_in(self) -> bool:
        """Whether it is our own."""
        return self.distribution == BUILT_IN

    @property
    def handle(self) -> str:
        """What to block it by."""
        return self.distribution or self.entry_point

    def __str__(self) -> str:
        """Return ``"ppid-exporter-ods" 0.3``."""
        return f'"{self.handle}" {self.version}'.rstrip()


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
        kind, said = type(self.cause).__name__, attempt(lambda: one_line(str(self.cause)))
        return Bilingual.both(kind if isinstance(said, Failure) or not said else f"{kind}: {said}")


@frozen(kw_only=True)
class PluginProblem:
    """What is wrong with one plugin (*masalah plugin*); the others go on.

    >>> from ppid_core import load_plugins
    >>> [problem.message("en") for problem in load_plugins(entry_points=[]).problems]
    []

    Attributes:
        owner: the package to update, block or remove, and the name by which it registers.
        cause: kind and text of the exception, or the fault, as a developer needs it.
        message: the sentences: whose fault, what happened, what to do.
    """

    owner: Owner
    cause: str
    message: Bilingual

    @classmethod
    def of(cls, owner: Owner, cause: Bilingual, message: Bilingual | None = None, **facts: object) -> Self:
        """Return the problem of ``owner``: that it ``failed``, or a message that is filled with the facts."""
        facts = {"owner": owner, "cause": cause, "handle": owner.handle, **facts}
        return cls(owner=owner, cause=cause.en, message=(message or _FAILED).fill(**facts))


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


def aside() -> AbstractContextManager[object]:
    """Send what plugins print to standard error, so that the result stays a result."""
    return redirect_stdout(sys.stderr)


def each(answer: object, limit: int) -> Iterator[object]:
    """Yield the items of an answer; a generator is asked for no more than the limit.

    Raises:
        AnswerError: where it is no list, or there are more than ``limit``.
    """
    if isinstance(answer, str | bytes | Mapping) or not isinstance(answer, Iterable):
        raise AnswerError(_NO_LIST.fill(shown=shown(answer)))
    for number, item in enumerate(answer):
        if number == limit:
            most, english = format_number(limit), format_number(limit, "en")
            raise AnswerError(Bilingual(f"lebih dari {most} butir", f"more than {english} items"))
        yield item


_FAILED = Bilingual(
    "Plugin {owner} {failed} ({cause}). Perbarui paket itu, atau sisihkan dengan --block {handle}; yang lain "
    "tetap dipakai.",
    "Plugin {owner} {failed} ({cause}). Update that package, or leave it out with --block {handle}; the "
    "others are used.",
)
_WANTS_MEMORY = re.compile("cannot allocate memory|failed to map segment", re.IGNORECASE)
"""What a Linux system says of a library that it has no room for."""
_NO_MEMORY = Bilingual("memori tidak cukup", "there is not enough memory")
_NO_LIST = Bilingual("mengembalikan {shown}, bukan daftar", "it returned {shown}, not a list")
