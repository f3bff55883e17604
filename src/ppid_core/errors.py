"""Every exception, on one screen, and the problem of a cell, which is a value and no exception."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from attrs import frozen

from ppid_core.language import Bilingual
from ppid_core.source import Source

__all__ = [
    "AnswerError",
    "CalendarRangeError",
    "ExtraMissingError",
    "FileBusyError",
    "InputError",
    "LawFileError",
    "NotInForceError",
    "OptionError",
    "PluginConflictError",
    "PluginLoadError",
    "PluginWarning",
    "PpidError",
    "Problem",
    "UnknownNameError",
]


@frozen(kw_only=True)
class Problem:
    """What one cell, row or file cannot be (*masalah masukan*).

    Attributes:
        source: the place: file, row, heading as typed.
        value: what is written there.
        expected: what could be read there instead.
        message: the whole sentence, place excluded.
    """

    source: Source
    value: str
    expected: Bilingual
    message: Bilingual


class PpidError(Exception):
    """The root of all exceptions of this library."""


class InputError(PpidError, ValueError):
    """Raised when no year can be named from the input.

    Attributes:
        problems: every problem found, not only the first.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep the problems; the text lists each with its place."""
        self.problems = tuple(problems)
        super().__init__("\n".join(f"{problem.source}: {problem.message.id}" for problem in self.problems))


class NotInForceError(PpidError, LookupError):
    """Raised when a legal parameter had no value on the day asked."""


class CalendarRangeError(PpidError, LookupError):
    """Raised when a day lies outside the years whose decrees are known."""


class LawFileError(PpidError, ValueError):
    """Raised when a file of law data is wrong; lists every fault.

    Attributes:
        faults: one sentence for each fault, with its place.
    """

    def __init__(self, faults: Sequence[str]) -> None:
        """Keep the faults."""
        self.faults = tuple(faults)
        super().__init__("\n".join(self.faults))


class UnknownNameError(PpidError, LookupError):
    """Raised when a name is not among the known ones.

    Attributes:
        kind: what was looked up, an Indonesian noun in small letters ("format", "aturan" …).
        name: the name that was asked for.
        known: the names there are, sorted.
    """

    def __init__(self, kind: str, name: str, known: Iterable[str]) -> None:
        """Keep the facts; the text lists the known names."""
        self.kind, self.name, self.known = kind, name, tuple(sorted(known))
        super().__init__(
            f'{kind[:1].upper()}{kind[1:]} "{name}" tidak dikenal. Yang ada: {", ".join(self.known)}.'
        )


class PluginConflictError(PpidError):
    """Raised when a name is asked for that two plugins claim."""


class PluginLoadError(PpidError):
    """Raised by strict loading when a plugin failed."""


class ExtraMissingError(PpidError, ImportError):
    """Raised when a format, or an estimate, needs a package that is not installed.

    Attributes:
        extra: the extra of ``ppid-core`` that brings it.
    """

    def __init__(self, wanted: str, extra: str) -> None:
        """Say what to install."""
        self.extra = extra
        super().__init__(f'"{wanted}" memerlukan paket tambahan: pip install "ppid-core[{extra}]"')


class AnswerError(PpidError, ValueError):
    """Raised when what a plugin returns cannot be used: too much, not a file, a name no folder may hold.

    Attributes:
        told: what is wrong, in both languages.
    """

    def __init__(self, told: Bilingual | str) -> None:
        """Keep what is told; one text stands for both languages."""
        self.told = told if isinstance(told, Bilingual) else Bilingual(told, told)
        super().__init__(self.told.id)


class OptionError(PpidError, ValueError):
    """Raised when the value of an exporter's option cannot be read."""


class FileBusyError(PpidError, PermissionError):
    """Raised when a file cannot be replaced, mostly because a word processor holds it open."""


class PluginWarning(UserWarning):
    """Told when a plugin failed that nobody asked for; the files are complete without it."""
