"""The data in a Word file: a custom XML part, which word processors keep when they save the file."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from io import BytesIO
from struct import error as struct_error
from typing import NoReturn
from xml.parsers import expat
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from attrs import define, field

from ppid_core.intake.cells import CellError
from ppid_core.intake.files.carried.fault import MOST_DATA, damaged, locked, the_only, too_big

_KIND = "Word (.docx)"
_ROOT = "urn:ppid-core:laporan data"
"""Namespace and name of the root of our part."""

_PART = re.compile(r"customXml/item\d+\.xml", re.IGNORECASE)
_ENTRY, _MOST_ENTRIES, _MOST_PARTS = b"PK\x01\x02", 10_000, 100
_COMPOUND = b"\xd0\xcf\x11\xe0"
"""How an old Word file begins, and one that is locked by a password."""
_FAULTS = (
    *(BadZipFile, EOFError, NotImplementedError, OSError, RuntimeError, ValueError),
    *(struct_error, zlib.error),
)
"""What zipfile raises where an archive is damaged."""


def data_in(content: bytes) -> bytes:
    """Return the JSON that the document carries.

    Raises:
        CellError: it carries none, is no Word file, is locked, or unpacks to more than a report holds.
    """
    if content.startswith(_COMPOUND):
        raise locked()
    if content.count(_ENTRY) > _MOST_ENTRIES:
        raise too_big()
    try:
        with ZipFile(BytesIO(content)) as archive:
            texts = [_text_of(part, _ROOT) for part in _parts(archive)]
    except CellError:
        raise
    except _FAULTS:
        raise damaged(_KIND) from None
    return the_only([text.encode() for text in texts if text is not None])


def _parts(archive: ZipFile) -> Iterator[bytes]:
    """Yield each custom XML part, one in memory at a time."""
    parts = [entry for entry in archive.infolist() if _PART.fullmatch(entry.filename)]
    if len(parts) > _MOST_PARTS:
        raise too_big()
    for entry in parts:
        yield _unpacked(archive, entry)


def _unpacked(archive: ZipFile, entry: ZipInfo) -> bytes:
    """Return a part, and not a byte more than it says of itself; other ways of packing than Word's would."""
    if entry.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
        raise damaged(_KIND)
    if entry.file_size > MOST_DATA:
        raise too_big()
    with archive.open(entry) as part:
        return part.read(entry.file_size + 1)  # to the end, where its checksum is compared


def _text_of(content: bytes, root: str) -> str | None:
    """Return the text of the root element, None where the root is another one or there is no XML.

    It is read without document types: no entity is ever expanded or fetched.

    Args:
        content: an XML file.
        root: namespace and name, a space between them.

    Raises:
        CellError: the file has a document type, or ends before its root does.
    """
    reading = _RootText(root=root)
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse
    parser.StartElementHandler = reading.begin
    parser.CharacterDataHandler = reading.texts.append
    try:
        parser.Parse(content, True)  # noqa: FBT003  the signature of expat
    except _OtherRoot:
        return None
    except expat.ExpatError:
        if reading.is_ours:
            raise damaged("XML") from None
        return None
    return "".join(reading.texts)


class _OtherRoot(Exception):  # noqa: N818  it is no error: the part belongs to somebody else
    """Raised at once, so that nothing of the part is kept."""


@define
class _RootText:
    root: str
    is_ours: bool = False
    texts: list[str] = field(factory=list)

    def begin(self, name: str, _attributes: dict[str, str]) -> None:
        if not self.is_ours and name != self.root:
            raise _OtherRoot
        self.is_ours = True


def _refuse(*_: object) -> NoReturn:
    raise damaged("XML")
