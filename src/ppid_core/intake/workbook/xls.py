"""What an old .xls says and its values do not: a password, errors, percents, how far its sheets reach."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from io import BytesIO
from struct import error as struct_error
from struct import unpack_from

from attrs import define, field, frozen

from ppid_core.intake.workbook.compound import packed, streams
from ppid_core.intake.workbook.marks import At, Marks, refuse_sprawl
from ppid_core.intake.workbook.percents import BUILT_IN, shows_percent
from ppid_core.intake.workbook.wrong import damaged, locked, no_workbook

_BOOKS, _LOCKED = ("Workbook", "WORKBOOK", "Book"), ("EncryptedPackage", "EncryptionInfo")
_BEGIN, _PASSWORD, _FROM_1904, _SHEET, _FORMAT, _STYLE = 0x0809, 0x002F, 0x0022, 0x0085, 0x041E, 0x00E0
_FORMULAS, _TRUTH, _SEVERAL, _DIMENSIONS = frozenset({0x0006, 0x0206, 0x0406}), 0x0205, 0x00BD, 0x0200
_FILLED = _FORMULAS | {_TRUTH, _SEVERAL, 0x00D6, 0x00FD, 0x0203, 0x0204, 0x027E}
"""Records of cells that hold something: formulas, truth values and errors, numbers, texts."""
_NUMBERS = _FORMULAS | {0x0203, 0x027E}
_ERRORS: Mapping[int, str] = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
}
_NO_NUMBER = b"\xff\xff"
"""Ends the result of a formula that is no number; 2 at its beginning says that it is an error."""


@frozen(kw_only=True)
class LookedThrough:
    """What was seen.

    Attributes:
        is_from_1904: whether day 0 is 1 January 1904.
        marks: errors and percents of each sheet, by its name.
    """

    is_from_1904: bool
    marks: Mapping[str, Marks]
    stream: str
    book: bytes = field(repr=False)

    def packed(self) -> BytesIO:
        """Return the book in a container of our own; it does not say how large its sheets are."""
        book = bytearray(self.book)
        for at, kind, body in _records(self.book):
            if kind == _DIMENSIONS:
                book[at + 4 : at + 4 + len(body)] = bytes(len(body))
        return BytesIO(packed(self.stream, bytes(book)))


def look_through(content: bytes) -> LookedThrough:
    """Return what is marked in the workbook.

    Raises:
        CellError: it is locked, damaged, no workbook, or one of its sheets reaches too far.
    """
    found = streams(content)
    if any(name in found for name in _LOCKED):
        raise locked()
    stream = next((name for name in _BOOKS if found.get(name)), None)
    if stream is None:
        raise no_workbook()
    looking = _Looking()
    try:
        for at, kind, body in _records(found[stream]):
            looking.hear(at, kind, body)
    except (struct_error, IndexError, UnicodeDecodeError):
        raise damaged() from None
    return looking.seen(stream, found[stream])


def _records(book: bytes) -> Iterator[tuple[int, int, bytes]]:
    """Yield where each record begins, its kind, and what it holds."""
    at = 0
    while at + 4 <= len(book):
        kind, length = unpack_from("<HH", book, at)
        body = book[at + 4 : at + 4 + length]
        if len(body) < length:
            raise damaged()
        yield at, kind, body
        at += 4 + length


@define
class _Part:
    """One sheet; what stands before the first one is the book itself."""

    height: int = 0
    width: int = 0
    errors: dict[At, str] = field(factory=dict)
    percents: set[At] = field(factory=set)


@define
class _Looking:
    is_from_1904: bool = False
    names: dict[int, str] = field(factory=dict)
    percents: set[int] = field(factory=lambda: set(BUILT_IN))
    styles: list[int] = field(factory=list)
    parts: dict[int, _Part] = field(factory=dict)
    part: _Part = field(factory=_Part)
    before: int = 0

    def hear(self, at: int, kind: int, body: bytes) -> None:
        """Take note of one record."""
        if kind == _PASSWORD:
            raise locked()
        if kind in _FILLED:
            self._hear_cell(kind, body)
        elif kind == _BEGIN:
            self.before += self.part.height * self.part.width
            self.part = self.parts[at] = _Part()
        elif kind == _FROM_1904:
            self.is_from_1904 = body[:1] == b"\x01"
        elif kind == _SHEET:
            self.names[unpack_from("<I", body)[0]] = _text(body[6:])
        elif kind == _FORMAT and shows_percent(_text(body[2:3] + body[4:])):
            self.percents.add(unpack_from("<H", body)[0])
        elif kind == _STYLE:
            self.styles.append(unpack_from("<H", body, 2)[0])

    def _hear_cell(self, kind: int, body: bytes) -> None:
        row, column, style = unpack_from("<HHH", body)
        last = unpack_from("<H", body, len(body) - 2)[0] if kind == _SEVERAL else column
        part = self.part
        part.height, part.width = max(part.height, row + 1), max(part.width, last + 1)
        refuse_sprawl(part.height, part.width, self.before)
        if kind == _TRUTH and body[7]:
            part.errors[row, column] = _ERRORS.get(body[6], "#N/A")
        elif kind in _FORMULAS and body[12:14] == _NO_NUMBER and body[6] == 2:  # noqa: PLR2004  an error
            part.errors[row, column] = _ERRORS.get(body[8], "#N/A")
        elif kind in _NUMBERS and self._is_percent(style):
            part.percents.add((row, column))
        elif kind == _SEVERAL:
            styles = unpack_from("<" + "H4x" * (last - column + 1), body, 4)
            part.percents.update((row, column + at) for at, one in enumerate(styles) if self._is_percent(one))

    def _is_percent(self, style: int) -> bool:
        return style < len(self.styles) and self.styles[style] in self.percents

    def seen(self, stream: str, book: bytes) -> LookedThrough:
        """Return what was heard of a book; each of its sheets must begin where a sheet was heard."""
        if not self.names.keys() <= self.parts.keys():
            raise damaged()
        marks = {
            self.names[at]: Marks(errors=part.errors, percents=frozenset(part.percents))
            for at, part in self.parts.items()
            if at in self.names
        }
        return LookedThrough(is_from_1904=self.is_from_1904, marks=marks, stream=stream, book=book)


def _text(body: bytes) -> str:
    """Return a text after its length and the sign of its width."""
    length, is_wide = body[0], body[1] & 1
    return body[2 : 2 + length * 2].decode("utf-16-le") if is_wide else body[2 : 2 + length].decode("latin-1")
