"""Paths of input files as seen from where the command runs: what tools for code look files up by."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from attrs import frozen

from ppid_core.intake import STANDARD_INPUT
from ppid_core.source import Source


@frozen
class InputFolder:
    """The folder in which the input lies (*folder asal*), "" for the current one and for rows from a pipe.

    A folder outside the current one has no relative path: its files are named as within it, so that no path
    of the machine gets into the result.
    """

    folder: str = ""

    @classmethod
    def of(cls, typed: str) -> InputFolder:
        """Return the origin of the folder or file that was typed."""
        if typed == STANDARD_INPUT:
            return cls()
        path = Path(typed)
        home = (path.parent if path.is_file() else path).resolve()
        here = Path.cwd().resolve()
        within = home.relative_to(here).as_posix() if home.is_relative_to(here) else ""
        return cls("" if within == "." else within)

    def path(self, source: Source) -> str:
        """Return the path of a file of the input, ``/`` between its parts; "" for rows from memory."""
        return str(PurePosixPath(self.folder, source.file)) if source.file else ""
