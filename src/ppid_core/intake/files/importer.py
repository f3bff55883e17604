"""What an importer is: whoever turns a file, or a folder, into an intake."""

from __future__ import annotations

from pathlib import Path
from typing import Final, Protocol, runtime_checkable

from ppid_core.errors import InputError
from ppid_core.intake.cells import CellError
from ppid_core.intake.ledger import Ledger
from ppid_core.intake.result import Intake
from ppid_core.source import Source

FOLDER: Final = "/"
"""The ending by which an importer of ours says that it reads folders."""


@runtime_checkable
class Importer(Protocol):
    """Reads files of one kind (*pengimpor*); structural, a plugin need not inherit.

    >>> from ppid_core import load_plugins
    >>> reader = load_plugins(entry_points=[]).importer(".json")
    >>> reader.name, reader.suffixes
    ('json', ('.json',))
    """

    @property
    def name(self) -> str:
        """``[a-z][a-z0-9-]*``, unique among importers."""
        ...

    @property
    def label(self) -> str:
        """What a person reads, in Indonesian: "Excel (.xlsx)"; ``label_en`` may say it in English."""
        ...

    @property
    def suffixes(self) -> tuple[str, ...]:
        """Endings of the files that it reads, in lower case, with the dot; each unique among importers."""
        ...

    def read(self, path: Path, /) -> Intake:
        """Return what the file holds.

        Raises:
            InputError: no year can be named; it carries every problem.
        """
        ...


def ending(path: Path) -> str:
    """Return what importers are chosen by: the ending in lower case, ``/`` for a folder."""
    return FOLDER if path.is_dir() else path.suffix.casefold()


def refused(name: str, error: CellError) -> InputError:
    """Return what an importer raises for a file that cannot be read at all.

    Args:
        name: the name of the file.
        error: what it cannot be, and what could be read instead.
    """
    ledger = Ledger()
    ledger.refuse(Source(file=name), error)
    return InputError(ledger.problems)
