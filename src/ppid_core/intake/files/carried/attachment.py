"""The data in a PDF: an attached file, as PDF/A-3 has it. Run as a module, it reads one PDF and ends.

A stranger's PDF can ask for any amount of work, so `pdf` starts this in a process apart, which first bounds
its own memory and time, where the system lets it.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING, Any

from ppid_core.intake.cells import CellError
from ppid_core.intake.files.carried.fault import carried_twice, damaged, locked, no_data, the_only, too_big
from ppid_core.process import bound

if TYPE_CHECKING:
    from pypdf import PdfReader
    from pypdf.generic import DictionaryObject

KIND = "PDF"
_NAME = "laporan.json"
"""What the attached file is called."""

MOST_MEMORY = 512 * 2**20
"""Bytes that the process may map, its interpreter included."""
MOST_SECONDS = 30
"""Of work; a report of a thousand pages takes one."""
FAULTS = (no_data, locked, carried_twice, too_big)
"""What a PDF can be told to be, each by the code that the process ends with, from `FIRST_FAULT` on."""
FIRST_FAULT, COSTLY = 10, 9

_MOST_NODES = 1_000
"""Of the tree in which attached files are listed."""


def data_in(content: bytes) -> bytes:
    """Return the JSON that the document carries.

    Raises:
        CellError: it carries none, is no PDF, or is locked by a password.
        MemoryError: reading it takes more than there may be.
    """
    from pypdf import PdfReader  # noqa: PLC0415  an extra
    from pypdf.errors import DependencyError  # noqa: PLC0415  an extra

    with _quiet():
        try:
            return the_only(list(_attached(PdfReader(BytesIO(content)))))
        except (CellError, MemoryError):
            raise
        except DependencyError:
            raise locked() from None
        except Exception:  # noqa: BLE001  a damaged file makes pypdf raise whatever its parts raise
            raise damaged(KIND) from None


def _attached(reader: PdfReader) -> Iterator[bytes]:
    """Yield the content of each attached file of our name."""
    if reader.is_encrypted and not reader.decrypt(""):
        raise locked()
    names = _inner(reader.root_object, "/Names")
    files = None if names is None else _inner(names, "/EmbeddedFiles")
    if files is None:
        raise no_data()
    for file in _files(files):
        streams = _inner(file, "/EF")
        if streams is not None and _NAME in {_inner(file, "/UF"), _inner(file, "/F")}:
            stream = _inner(streams, "/F") or _inner(streams, "/UF")
            yield stream.get_data()


def _files(tree: DictionaryObject) -> Iterator[DictionaryObject]:
    """Yield what a name tree lists; its nodes may lie in each other, and a damaged one in itself."""
    nodes = [tree]
    for _ in range(_MOST_NODES):
        if not nodes:
            return
        node = nodes.pop()
        nodes += [kid.get_object() for kid in _inner(node, "/Kids") or ()]
        listed = _inner(node, "/Names") or ()
        yield from (file.get_object() for file in listed[1::2])
    raise damaged(KIND)


def _inner(outer: DictionaryObject, key: str) -> Any:  # noqa: ANN401  whatever the file says it is
    """Return an entry of a dictionary, None where there is none; what it points to, where it points."""
    return outer[key].get_object() if key in outer else None


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep what pypdf notes of a file off the console, where nobody listens to it."""
    logger, handler = logging.getLogger("pypdf"), logging.NullHandler()
    logger.addHandler(handler)
    try:
        yield
    finally:
        logger.removeHandler(handler)


def main() -> int:
    """Write the data of the PDF on standard input to standard output; return the code to end with."""
    bound(MOST_MEMORY, MOST_SECONDS)
    known = {_slug(fault()): FIRST_FAULT + number for number, fault in enumerate(FAULTS)}
    try:
        data = data_in(sys.stdin.buffer.read())
    except CellError as error:
        return known.get(_slug(error), 1)
    except MemoryError:
        return COSTLY
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()
    return 0


def _slug(error: CellError) -> str:
    return error.message.en


if __name__ == "__main__":
    sys.exit(main())
