"""The compound file around an old .xls, and around a workbook that is locked by a password."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from struct import error as struct_error
from struct import pack, unpack, unpack_from

from attrs import evolve, frozen

from ppid_core.intake.workbook.wrong import damaged

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LAST_USED = 0xFFFFFFFA
"""Sector numbers from here on say that there is none."""
_ENTRY_SIZE, _IN_HEADER = 128, 109
_STREAM, _ROOT = 2, 5
_FREE, _END, _TABLE, _SMALL = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 4096


@frozen(kw_only=True)
class _Sectors:
    """Pieces of equal size, each with the number of the one that follows."""

    content: bytes
    size: int
    following: tuple[int, ...] = ()

    def sector(self, number: int) -> bytes:
        start = number * self.size
        if number >= _LAST_USED or start >= len(self.content):
            raise damaged()
        return self.content[start : start + self.size]

    def chain(self, number: int) -> bytes:
        """Return one stream; a chain that runs in a circle is damaged."""
        pieces: list[bytes] = []
        while number < _LAST_USED:
            if number >= len(self.following) or len(pieces) > len(self.following):
                raise damaged()
            pieces.append(self.sector(number))
            number = self.following[number]
        return b"".join(pieces)


def streams(content: bytes) -> Mapping[str, bytes]:
    """Return the streams of a compound file by name.

    Raises:
        CellError: the file is damaged or cut off.
    """
    try:
        return dict(_streams(content))
    except (struct_error, IndexError, UnicodeDecodeError):
        raise damaged() from None


def _streams(content: bytes) -> Iterator[tuple[str, bytes]]:
    (shift,) = unpack_from("<H", content, 30)
    if shift not in {9, 12}:
        raise damaged()
    bare = _Sectors(content=content[1 << shift :], size=1 << shift)
    table = b"".join(bare.sector(number) for number in _table_sectors(content, bare))
    sectors = evolve(bare, following=_numbers(table))
    directory, _, cutoff, small = unpack_from("<4I", content, 48)
    entries = list(_entries(sectors.chain(directory)))
    shelf = next((begin for kind, _, begin, _ in entries if kind == _ROOT), _LAST_USED)
    little = _Sectors(content=sectors.chain(shelf), size=64, following=_numbers(sectors.chain(small)))
    for kind, name, begin, size in entries:
        if kind == _STREAM:
            yield name, (little if size < cutoff else sectors).chain(begin)[:size]


def _entries(directory: bytes) -> Iterator[tuple[int, str, int, int]]:
    """Yield kind, name, first sector and size of what the file lists."""
    for at in range(0, len(directory), _ENTRY_SIZE):
        length, kind = unpack_from("<HB", directory, at + 64)
        name = directory[at : at + max(length - 2, 0)].decode("utf-16-le")
        yield kind, name, *unpack_from("<II", directory, at + 116)


def _numbers(table: bytes) -> tuple[int, ...]:
    return unpack(f"<{len(table) // 4}I", table)


def packed(name: str, content: bytes) -> bytes:
    """Return a compound file of one stream, in which no size can be a lie.

    Its sectors are large, so that the table of a stream of some hundred megabytes is named in the header.
    """
    size, numbers = 1 << 12, (1 << 12) // 4
    body = content.ljust(max(len(content), _SMALL), b"\x00")
    count = -(-len(body) // size)
    tables = -(-(count + 1) // (numbers - 1))
    first = tables + 1
    following = [*[_TABLE] * tables, _END, *range(first + 1, first + count), _END]
    following += [_FREE] * (tables * numbers - len(following))
    entries = _entry("Root Entry", _ROOT, 0, 0) + _entry(name, _STREAM, first, len(body))
    header = SIGNATURE + bytes(16) + pack("<HHHHH6x", 0x3E, 4, 0xFFFE, 12, 6)
    header += pack("<9I", 1, tables, tables, 0, _SMALL, _END, 0, _END, 0)
    header += pack(f"<{_IN_HEADER}I", *range(tables), *[_FREE] * (_IN_HEADER - tables))
    table = pack(f"<{len(following)}I", *following)
    return b"".join(
        part.ljust(-(-len(part) // size) * size, b"\x00") for part in (header, table, entries, body)
    )


def _entry(name: str, kind: int, first: int, size: int) -> bytes:
    encoded = f"{name}\x00".encode("utf-16-le")
    begin = encoded.ljust(64, b"\x00") + pack("<HBB3I", len(encoded), kind, 1, _FREE, _FREE, _FREE)
    return begin.ljust(116, b"\x00") + pack("<IQ", first, size)


def _table_sectors(content: bytes, bare: _Sectors) -> Iterator[int]:
    """Yield the sectors that hold the table of sectors: 109 in the header, more in a chain of their own."""
    yield from (number for number in unpack_from(f"<{_IN_HEADER}I", content, 76) if number < _LAST_USED)
    following, count = unpack_from("<II", content, 68)
    for _ in range(min(count, len(content) // bare.size)):
        *numbers, following = unpack_from(f"<{bare.size // 4}I", bare.sector(following))
        yield from (number for number in numbers if number < _LAST_USED)
