"""What lies in a folder into which a report was written, whichever room of it a file has."""

from __future__ import annotations

from pathlib import Path

from ppid_core.output.manifest import NAME, SUMS


def contents(folder: Path) -> dict[str, bytes]:
    """Return the content of each file by its plain name; the lists of what was written are none of them."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.name not in {NAME, SUMS})
    return {path.name: path.read_bytes() for path in files}


def names(folder: Path) -> set[str]:
    """Return the plain names of the files, none where there is no folder."""
    return set(contents(folder))
