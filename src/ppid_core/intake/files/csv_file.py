"""From a CSV file to a sheet: delimiter found from the heading, broken rows told with their place."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator
from io import BytesIO
from itertools import chain, islice
from typing import BinaryIO

from ppid_core.intake.cells import CellError
from ppid_core.intake.rows.columns import FEW, Columns
from ppid_core.intake.sheet import FIRST_ROW, Sheet, refuse_length, refuse_width
from ppid_core.intake.text_file import lines
from ppid_core.language import Bilingual

_DELIMITERS = (",", ";", "\t")
_NONE = "\x1f"
"""Where the heading has one column, the whole line is the cell: its commas are the clerk's."""


def read_csv(name: str, content: bytes) -> Sheet:
    """Return the table in a CSV file.

    Args:
        name: path relative to the folder.
        content: the bytes of the file.

    Raises:
        CellError: the file is no UTF-8 text, has no heading, or more columns or rows than a table has.
    """
    return csv_sheet(name, lines(BytesIO(content)))


def csv_sheet(
    name: str, text: Iterator[str], file: BinaryIO | None = None, told: Callable[[int], None] | None = None
) -> Sheet:
    """Return the table in the lines of a CSV file.

    Args:
        name: path relative to the folder.
        text: the lines, each with its break.
        file: where its rows lie, of which there may be any number; None for in memory.
        told: called with how many rows more were read.

    Raises:
        CellError: it has no heading, or more columns or, in memory, rows than a table has.
    """
    heading, reader, delimiter = _begun(text)
    rows, faults = Columns(width=len(heading), file=file), dict[tuple[int, int | None], CellError]()
    for number in _batches(reader, delimiter, rows, faults):
        if file is None:
            refuse_length(len(rows))
        if told is not None:
            told(number)
    return Sheet(file=name, heading=tuple(heading), rows=rows, faults=faults)


def csv_titles(text: Iterator[str]) -> tuple[str, ...]:
    """Return the heading of a CSV file, of which no more is read.

    Raises:
        CellError: it has none, or more columns than a table has.
    """
    return tuple(_begun(text)[0])


def _begun(text: Iterator[str]) -> tuple[list[str], Iterator[list[str]], str]:
    """Return the heading, the rows under it, and what sets their cells apart."""
    begin = list(_heading(text))
    delimiter = delimiter_of("".join(begin))
    reader = csv.reader(chain(begin, text), delimiter=delimiter, strict=True, skipinitialspace=True)
    try:
        heading = next(reader, [])
    except csv.Error:
        raise unpaired() from None
    if not any(title.strip() for title in heading):
        raise CellError(
            Bilingual(
                "berkas ini tanpa judul kolom di baris 1. Tulis judul kolomnya, atau hapus berkas ini.",
                "this file has no heading in row 1. Write one, or delete the file.",
            ),
            Bilingual("judul kolom di baris 1", "a heading in row 1"),
        )
    refuse_width(max(position for position, title in enumerate(heading, start=1) if title.strip()))
    return heading, reader, delimiter


def _batches(
    reader: Iterator[list[str]],
    delimiter: str,
    rows: Columns,
    faults: dict[tuple[int, int | None], CellError],
) -> Iterator[int]:
    """Add all that is read to ``rows``, a few at a time, and yield how many these were."""
    before = -1
    while before < len(rows):
        before = len(rows)
        records: list[list[str]] = []
        try:
            records.extend(islice(reader, FEW))  # those before a broken one stay
        except csv.Error:
            faults[FIRST_ROW + before + len(records), None] = unpaired()
            records.append([])
        if rows.width > 1 and 1 in set(map(len, records)):
            faults.update(_set_apart_otherwise(records, FIRST_ROW + before, delimiter))
        rows.extend(records)
        yield len(records)


def _heading(text: Iterator[str]) -> Iterator[str]:
    """Yield the lines up to the first break outside quotation marks."""
    inside = False
    for line in text:
        yield line
        inside ^= line.count('"') % 2 == 1
        if not inside:
            return


def delimiter_of(heading: str) -> str:
    """Return the sign that sets the cells of a heading apart."""
    unquoted = "".join(heading.split('"')[::2])
    counts = {delimiter: unquoted.count(delimiter) for delimiter in _DELIMITERS}
    best = max(_DELIMITERS, key=lambda delimiter: counts[delimiter])
    return best if counts[best] else _NONE


def unpaired() -> CellError:
    """Return the error for a quotation mark that is not closed."""
    return CellError(
        Bilingual(
            "tanda kutip pada baris ini tidak berpasangan, sehingga batas selnya tidak terbaca.",
            "a quotation mark in this row is not closed, so its cells cannot be told apart.",
        ),
        Bilingual("tanda kutip yang berpasangan", "paired quotation marks"),
    )


def _set_apart_otherwise(
    records: Iterable[list[str]], first: int, delimiter: str
) -> Iterator[tuple[tuple[int, None], CellError]]:
    """Yield the rows of one cell that is several, set apart by another sign than the heading's."""
    for row, record in enumerate(records, start=first):
        if len(record) == 1 and (error := _other_delimiter(record[0], delimiter)) is not None:
            yield (row, None), error


def _other_delimiter(cell: str, delimiter: str) -> CellError | None:
    """Return the error for a row whose cells are set apart by another sign than the heading's."""
    for other in _DELIMITERS:
        if other != delimiter and other in cell:
            return CellError(
                Bilingual(
                    f"baris ini memakai pemisah {_sign(other)}, judul kolomnya {_sign(delimiter)}. Samakan.",
                    f"this row is set apart by {_sign(other)}, the heading by {_sign(delimiter)}. Use one.",
                ),
                Bilingual(f"pemisah {_sign(delimiter)}", f"the delimiter {_sign(delimiter)}"),
            )
    return None


def _sign(delimiter: str) -> str:
    return "tab" if delimiter == "\t" else f'"{delimiter}"'
