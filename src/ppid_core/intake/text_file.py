"""From bytes to text: UTF-8 only, and a clear word where it is something else."""

from __future__ import annotations

from codecs import getincrementaldecoder
from io import TextIOWrapper
from typing import IO, BinaryIO, TextIO, cast

from ppid_core.intake.cells import CellError
from ppid_core.language import Bilingual

_HOW = Bilingual(
    'Buka di Excel, pilih Simpan Sebagai, lalu jenis "CSV UTF-8".',
    'Open it in Excel, choose Save As and the type "CSV UTF-8".',
)
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_BINARY_SHARE = 20
"""A text holds no NUL; where one byte of so many is one, it is no text at all."""
_PIECE = 2**16
_EXCEL = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")


def decode(content: bytes) -> str:
    """Return the text of a file, a byte-order mark left out and line breaks made one.

    Raises:
        CellError: the file is no UTF-8 text; the message says how to save it so.
    """
    _refuse_other_kinds(content, len(content), content.count(b"\x00"))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise _no_utf_8() from None
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def lines(file: IO[bytes]) -> TextIO:
    """Return the same line by line, each with its break: nothing but a piece of the text is ever held.

    Raises:
        CellError: the file is no UTF-8 text; that is seen before the first line.
    """
    decoder, length, binary, begin = getincrementaldecoder("utf-8")(), 0, 0, b""
    is_text = True
    while piece := file.read(_PIECE):
        begin = begin or piece[:4]
        length, binary = length + len(piece), binary + piece.count(b"\x00")
        try:
            decoder.decode(piece if is_text else b"")
        except UnicodeDecodeError:
            is_text = False
    _refuse_other_kinds(begin, length, binary)
    try:
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        is_text = False
    if not is_text:
        raise _no_utf_8()
    file.seek(0)
    return TextIOWrapper(cast("BinaryIO", file), "utf-8-sig", newline=None)


def _refuse_other_kinds(begin: bytes, length: int, binary: int) -> None:
    if begin.startswith(_UTF_16):
        raise _unreadable("berkas ini disimpan sebagai UTF-16", "this file is saved as UTF-16")
    if begin.startswith(_EXCEL):
        raise _unreadable("berkas ini buku kerja Excel, bukan CSV", "this file is an Excel workbook, no CSV")
    if binary * _BINARY_SHARE > length:
        raise _unreadable("berkas ini bukan berkas teks", "this file is no text")


def _no_utf_8() -> CellError:
    return _unreadable("berkas ini bukan UTF-8", "this file is not UTF-8")


def _unreadable(what: str, english: str) -> CellError:
    return CellError(
        Bilingual(f"{what}. {_HOW.id}", f"{english}. {_HOW.en}"), Bilingual("teks UTF-8", "text in UTF-8")
    )
