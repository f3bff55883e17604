"""The plain part of a long CSV file, read by polars, some megabytes at a time.

Plain is what polars and `csv` read alike: as many cells in each row as the heading has, with quotation marks
around the whole of a cell or none. From the first piece on that is not, the file is read line by line.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from io import TextIOWrapper
from typing import IO, BinaryIO, cast

import polars as pl
from attrs import frozen

from ppid_core.intake.rows.columns import Columns
from ppid_core.intake.rows.polars_column import ColumnFile, PolarsColumn

_FIRST_VERSION = 1, 30
"""Of polars; an older one is as none."""
if tuple(map(int, pl.__version__.split(".")[:2])) < _FIRST_VERSION:
    raise ImportError(pl.__version__, name="polars")

FIRST_PIECE, PIECE = 1 << 16, 1 << 23
"""Bytes that are read at once: at first a few, for much is asked of the first rows alone."""
_BOM = b"\xef\xbb\xbf"
_STRANGE = (b"\x00", b"\x1c", b"\x1d", b"\x1e", b"\x1f")
"""What no text of a clerk holds, and a reader of CSV may take for something else."""

_LONE_RETURN = re.compile(rb"\r(?!\n)")


@frozen
class _Sign:
    """What sets the cells of a file apart, and cells in quotation marks between two of them."""

    between: bytes
    quoted: re.Pattern[bytes]

    @classmethod
    def of(cls, delimiter: str) -> _Sign:
        between = delimiter.encode()
        outside = b"[^\n" + re.escape(between) + b"]"
        pattern = b'"(?<!' + outside + b'")[^"]*+(?:""[^"]*+)*+"(?!' + outside + b")"  # begins with its sign
        return cls(between, re.compile(pattern))


@frozen
class PlainPart:
    """The rows of a file as long as they are plain.

    Attributes:
        file: its bytes.
    """

    file: IO[bytes]

    @property
    def has_heading(self) -> bool:
        """Whether the first line of the file is its heading."""
        self.file.seek(0)
        line = self.file.readline(PIECE)
        self.file.seek(0)
        return line.endswith(b"\n") and line.count(b'"') % 2 == 0 and b"\r" not in line.removesuffix(b"\r\n")

    def add_to(self, rows: Columns, delimiter: str) -> Iterator[int]:
        """Add the rows under the heading, and yield how many were added at once."""
        self.file.seek(0)
        at, sign = len(self.file.readline()), _Sign.of(delimiter)
        room = None if rows.file is None else ColumnFile(rows.file)
        for piece in _pieces(self.file) if rows.width > 1 else ():
            found = _columns(piece, sign, rows.width)
            if found is None:
                break
            columns = list(map(PolarsColumn.of, found))
            rows.add(len(found[0]), columns if room is None else room.write(columns))
            at += len(piece)
            yield len(found[0])
        self.file.seek(at)

    def left(self) -> Iterator[str]:
        """Yield the lines below those that were added."""
        text = TextIOWrapper(cast("BinaryIO", self.file), "utf-8", newline=None)
        try:
            yield from text
        finally:
            text.detach()


def _pieces(file: IO[bytes]) -> Iterator[bytes]:
    """Yield some rows at a time, each of them whole; of what is left the last ones."""
    size, left = FIRST_PIECE, b""
    while block := file.read(size):
        size = PIECE
        piece = left + block
        end = _end(piece)
        if end:
            yield piece[:end]
        left = piece[end:]
    if left:
        yield left


def _end(piece: bytes) -> int:
    """Return where the last whole row of a piece ends; 0 where none does."""
    end, inside = len(piece), piece.count(b'"') % 2
    while (at := piece.rfind(b"\n", 0, end)) >= 0:
        inside ^= piece.count(b'"', at, end) % 2
        if not inside:
            return at + 1
        end = at
    return 0


def _columns(piece: bytes, sign: _Sign, width: int) -> list[pl.Series] | None:
    """Return the cells of a piece by columns; None where it is not plain."""
    if piece.startswith(_BOM) or any(strange in piece for strange in _STRANGE):
        return None
    if _LONE_RETURN.search(piece):
        return None
    is_quoted = b'"' in piece
    if is_quoted:
        piece = piece.replace(b"\r\n", b"\n")
        bare = sign.quoted.sub(b"", piece)
        if b'"' in bare or bare.startswith(b" ") or sign.between + b" " in bare or b"\n " in bare:
            return None
    else:
        bare = piece
    found = _read(piece, sign.between.decode(), width)
    if found is None or bare.count(sign.between) != len(found) * (width - 1):
        return None
    longest = found.select(pl.max_horizontal(pl.all().str.len_bytes().max())).item()
    if longest >= csv.field_size_limit():
        return None
    return (found if is_quoted else found.select(pl.all().str.strip_chars_start(" "))).get_columns()


def _read(piece: bytes, delimiter: str, width: int) -> pl.DataFrame | None:
    schema = {str(at): pl.String for at in range(width)}
    try:
        found = pl.read_csv(piece, has_header=False, separator=delimiter, schema=schema)
    except pl.exceptions.PolarsError:
        return None
    return found.fill_null("")
