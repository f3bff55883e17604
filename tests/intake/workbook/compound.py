"""The smallest compound file: the container of an old .xls, and of a workbook with a password."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from struct import pack

SECTOR = 512
END, FREE, TABLE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD


def compound(streams: Mapping[str, bytes]) -> bytes:
    """Return a compound file of a few streams, each padded so that it needs no small sectors."""
    padded = {name: content.ljust(4096, b"\x00") for name, content in streams.items()}
    table, body, entries = [TABLE, END], b"", [_entry("Root Entry", 5, END, 0)]
    for name, content in padded.items():
        first, count = len(table), -(-len(content) // SECTOR)
        table += [*range(first + 1, first + count), END]
        body += content.ljust(count * SECTOR, b"\x00")
        entries.append(_entry(name, 2, first, len(content)))
    directory = b"".join(entries).ljust(SECTOR, b"\x00")
    sectors = pack(f"<{SECTOR // 4}I", *table, *[FREE] * (SECTOR // 4 - len(table)))
    return _header() + sectors + directory + body


def record(kind: int, body: bytes = b"") -> bytes:
    """Return a record of an old .xls."""
    return pack("<HH", kind, len(body)) + body


def _entry(name: str, kind: int, first: int, size: int) -> bytes:
    encoded = (name + "\x00").encode("utf-16-le")
    entry = encoded.ljust(64, b"\x00") + pack("<HBB", len(encoded), kind, 1)
    return (entry + pack("<3I", FREE, FREE, FREE)).ljust(116, b"\x00") + pack("<III", first, size, 0)


def _header() -> bytes:
    begin = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(24, b"\x00")
    shape = pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6).ljust(16, b"\x00")
    places = pack("<8I", 1, 1, 0, 4096, END, 0, END, 0)
    return begin + shape + pack("<I", 0) + places + pack("<109I", 0, *[FREE] * 108)


def old_workbook(sheets: Mapping[str, Sequence[Sequence[str]]], dimensions: bytes = bytes(14)) -> bytes:
    """Return an old .xls of texts; ``dimensions`` is what each sheet says of its size."""
    bodies = [_sheet(rows, dimensions) for rows in sheets.values()]
    start = record(0x0809, pack("<HH12x", 0x0600, 0x0005))
    named = [_named(name, 0) for name in sheets]
    at = len(start) + sum(map(len, named)) + len(record(0x000A))
    for number, (name, body) in enumerate(zip(sheets, bodies, strict=True)):
        named[number] = _named(name, at)
        at += len(body)
    return compound({"Workbook": b"".join([start, *named, record(0x000A), *bodies])})


def _named(name: str, at: int) -> bytes:
    return record(0x0085, pack("<IBBBB", at, 0, 0, len(name), 0) + name.encode("latin-1"))


def _sheet(rows: Sequence[Sequence[str]], dimensions: bytes) -> bytes:
    cells = [
        record(0x0204, pack("<HHHHB", row, column, 0, len(text), 0) + text.encode("latin-1"))
        for row, texts in enumerate(rows)
        for column, text in enumerate(texts)
    ]
    begin = record(0x0809, pack("<HH12x", 0x0600, 0x0010)) + record(0x0200, dimensions)
    return begin + b"".join(cells) + record(0x000A)
