"""A zipped workbook, unpacked within bounds and without its formatted blanks."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator
from io import BytesIO
from struct import error as struct_error
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from ppid_core.intake.cells import CellError
from ppid_core.intake.files.workbook.fault import damaged, declares_a_type, locked, too_big

MOST_UNPACKED = 192 * 2**20
"""Bytes of all parts that are read: a register of some hundred thousand rows."""
_ENTRY, _MOST_ENTRIES = b"PK\x01\x02", 10_000
_PIECE = 2**20
_ENCRYPTED = 0x1
_FAULTS = (
    *(BadZipFile, EOFError, NotImplementedError, OSError, RuntimeError, ValueError),
    *(struct_error, zlib.error),
)
"""What zipfile raises where an archive is damaged."""
_READ = re.compile(r"mimetype|content\.xml|META-INF/manifest\.xml|.*\.(?:xml|rels)", re.IGNORECASE)
_NOT_READ = re.compile(
    r"(?:.*/)?(?:customXml|charts|drawings|externalLinks|media|pivotCache|pivotTables|theme|docProps"
    r"|Configurations2|Thumbnails|Pictures|Object[^/]*)/.*|styles\.xml|meta\.xml",
    re.IGNORECASE,
)
_DEFINITIONS = (b"<!DOCTYPE", b"<!ENTITY", "<!DOCTYPE".encode("utf-16-le"), "<!DOCTYPE".encode("utf-16-be"))


class Archive:
    """The parts of a zipped workbook that hold its tables.

    Attributes:
        names: every part that the file lists, also those that are never unpacked.
        parts: the content of what is read, by name.
    """

    def __init__(self, content: bytes) -> None:
        """Unpack the parts.

        Raises:
            CellError: the archive is damaged, locked, too big, or defines entities.
        """
        if content.count(_ENTRY) > _MOST_ENTRIES:
            raise too_big(MOST_UNPACKED)
        try:
            with ZipFile(BytesIO(content)) as archive:
                self.names: tuple[str, ...] = tuple(archive.namelist())
                self.parts: dict[str, bytes] = dict(_unpacked(archive))
        except CellError:
            raise
        except _FAULTS:
            raise damaged() from None

    def packed(self) -> BytesIO:
        """Return the parts as an archive of their own, in which no size can be a lie.

        None of them stays in memory beside it: hundreds of megabytes of blank cells pack to a few.
        """
        stream = BytesIO()
        with ZipFile(stream, "w") as archive:
            for name in tuple(self.parts):
                archive.writestr(ZipInfo(name), self.parts.pop(name), ZIP_DEFLATED, 1)
        stream.seek(0)
        return stream


def _unpacked(archive: ZipFile) -> Iterator[tuple[str, bytes]]:
    entries = [one for one in archive.infolist() if _READ.fullmatch(one.filename)]
    entries = [one for one in entries if not _NOT_READ.fullmatch(one.filename)]
    if sum(one.file_size for one in entries) > MOST_UNPACKED:
        raise too_big(MOST_UNPACKED)
    for entry in entries:
        if entry.flag_bits & _ENCRYPTED:
            raise locked()
        if entry.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
            raise damaged()
        content = _content(archive, entry)
        if entry.filename.casefold().endswith("sharedstrings.xml"):
            content = _uncounted(content)
        if any(definition in content for definition in _DEFINITIONS):
            raise declares_a_type()
        yield entry.filename, content


def _content(archive: ZipFile, entry: ZipInfo) -> bytes:
    """Return a part; piece by piece, for a packed piece may be more than the part says to be."""
    with archive.open(entry) as part:
        pieces = iter(lambda: part.read(_PIECE), b"")
        return b"".join(_without_blanks(pieces) if _is_sheet(entry.filename) else pieces)


_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)
_CELL = re.compile(rb'<c r="[A-Z]{1,3}[0-9]{1,7}"(?: s="[0-9]+")?(?: t="[a-z]+")? ?(?:/>|></c>)')
_ROW = re.compile(rb'<row r="[0-9]{1,7}"(?: [A-Za-z0-9:]+="[^"<>]*")* ?(?:/>|>\s*</row>)')
_VERBATIM = b"<![CDATA["


_COUNTS = re.compile(rb"""(<(?:\w+:)?sst\b[^<>]*?)\s(?:uniqueCount|count)\s*=\s*(?:"[^"]*"|'[^']*')""")


def _uncounted(strings: bytes) -> bytes:
    """Return shared strings that do not say how many they are: whoever believes it reserves room for them."""
    return _COUNTS.sub(rb"\1", _COUNTS.sub(rb"\1", strings, count=1), count=1)


def _is_sheet(name: str) -> bool:
    """Tell whether a part of an .xlsx is a sheet."""
    return _SHEET.fullmatch(name) is not None


def _without_blanks(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the XML of a sheet without blank cells and rows, piece by piece.

    Every cell names its place, so those that stay keep theirs.
    """
    rest = b""
    for piece in pieces:
        head, end, rest = (rest + piece).rpartition(b">")
        yield _filled(head + end)
    yield rest


def _filled(xml: bytes) -> bytes:
    return xml if _VERBATIM in xml else _ROW.sub(b"", _CELL.sub(b"", xml))
