"""How much of a document is read: what is more is no report, and would fill the memory."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ppid_core.intake.carried.fault import carried_twice, no_data, too_big

MOST_OF_A_DOCUMENT = 256 * 2**20
"""Bytes of the file."""
MOST_DATA = 64 * 2**20
"""Bytes of the data in it, unpacked: some hundred thousand requests."""


def content_of(path: Path) -> bytes:
    """Return the bytes of a file.

    Raises:
        CellError: it is too big.
    """
    with path.open("rb") as file:
        content = file.read(MOST_OF_A_DOCUMENT + 1)
    if len(content) > MOST_OF_A_DOCUMENT:
        raise too_big()
    return content


def the_only(found: Sequence[bytes]) -> bytes:
    """Return the data of a document.

    Raises:
        CellError: there are none, or two, or too many bytes of them.
    """
    if not found:
        raise no_data()
    if len(found) > 1:
        raise carried_twice()
    if len(found[0]) > MOST_DATA:
        raise too_big()
    return found[0]
