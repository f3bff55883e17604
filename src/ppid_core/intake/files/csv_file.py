"""From a CSV file to a sheet: delimiter found from the heading, broken rows told with their place."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from io import BytesIO
from itertools import chain, islice
from typing import BinaryIO, Protocol

from ppid_core.intake.cells import CellError
from ppid_core.intake.rows.columns import FEW, Columns
from ppid_core.intake.rows.titles import Titles, find_titles
from ppid_core.intake.sheet import FIRST_ROW, Sheet, refuse_length, refuse_width
from ppid_core.intake.text_file import lines
from ppid_core.language import Bilingual

_DELIMITERS = (",", ";", "\t")
MOST_ABOVE = 30
"""Lines at the beginning among which the heading of a file of another program is looked for."""
_FEWEST = 3
"""Columns that a line has to name to be a heading under title rows."""
_NONE = "\x1f"
"""Where the heading has one column, the whole line is the cell: its commas are the clerk's."""


class Plain(Protocol):
    """The first rows of a file, which somebody else reads."""

    def add_to(self, rows: Columns, delimiter: str) -> Iterator[int]:
        """Add them to ``rows``, and yield how many were added at once."""

    def left(self) -> Iterator[str]:
        """Yield the lines below them."""


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
    name: str,
    text: Iterator[str],
    file: BinaryIO | None = None,
    told: Callable[[int], None] | None = None,
    *,
    known: Mapping[str, str] | None = None,
    plain: Plain | None = None,
) -> Sheet:
    """Return the table in the lines of a CSV file.

    Args:
        name: path relative to the folder.
        text: the lines, each with its break.
        file: where its rows lie, of which there may be any number; None for in memory.
        told: called with how many rows more were read.
        known: the column for each heading that is known, by which it is found under title rows; None where it
            stands in row 1.
        plain: those of its rows that somebody else reads, where its heading stands in row 1.

    Raises:
        CellError: it has no heading, or more columns or, in memory, rows than a table has.
    """
    above, text = (0, text) if known is None else _titled(text, known)
    heading, reader, delimiter = _begun(text)
    rows, faults = Columns(width=len(heading), file=file), dict[tuple[int, int | None], CellError]()
    for number in plain.add_to(rows, delimiter) if plain else ():
        if told is not None:
            told(number)
    reader = _reader(plain.left(), delimiter) if plain else reader
    for number in _batches(reader, delimiter, rows, faults, FIRST_ROW + above):
        if file is None:
            refuse_length(len(rows))
        if told is not None:
            told(number)
    return Sheet(
        file=name, heading=tuple(heading), heading_row=FIRST_ROW - 1 + above, rows=rows, faults=faults
    )


def csv_titles(text: Iterator[str], known: Mapping[str, str] | None = None) -> tuple[str, ...]:
    """Return the heading of a CSV file, of which no more is read; ``known`` as for `csv_sheet`.

    Raises:
        CellError: it has none, or more columns than a table has.
    """
    if known is None:
        return tuple(_begun(text)[0])
    begin = list(islice(text, MOST_ABOVE))
    found = _found(begin, known)
    return tuple(_begun(iter(begin))[0]) if found is None else found.titles


def _titled(text: Iterator[str], known: Mapping[str, str]) -> tuple[int, Iterator[str]]:
    """Return how many rows of titles stand above the heading, and the lines from it on."""
    begin = list(islice(text, MOST_ABOVE))
    found = _found(begin, known)
    above = 0 if found is None else found.first
    return above, chain(begin[above:], text)


def _found(begin: Sequence[str], known: Mapping[str, str]) -> Titles | None:
    """Return the heading that stands under title rows; None where the first line is it, or none is known.

    A line that names one column is no title row; and lines of which a quotation mark goes on are not looked
    through, for there rows are no lines.
    """
    if any(line.count('"') % 2 for line in begin):
        return None
    each = [found for sign in _DELIMITERS if (found := _best(begin, sign, known)) is not None]
    best = max(each, key=lambda found: found.known, default=None)
    if best is None or best.known < _FEWEST or best.first == 0:
        return None
    first = csv.reader(begin[:1], delimiter=delimiter_of(begin[0]), skipinitialspace=True)
    return None if any(title in known for row in first for title in row) else best


def _best(begin: Sequence[str], delimiter: str, known: Mapping[str, str]) -> Titles | None:
    records = list(csv.reader(begin, delimiter=delimiter, skipinitialspace=True))
    width = max(map(len, records), default=0)
    lines = [[*cells, *[""] * (width - len(cells))] for cells in records]
    return find_titles(lines, (), known, is_matrix=False)


def _begun(text: Iterator[str]) -> tuple[list[str], Iterator[list[str]], str]:
    """Return the heading, the rows under it, and what sets their cells apart."""
    begin = list(_heading(text))
    delimiter = delimiter_of("".join(begin))
    reader = _reader(chain(begin, text), delimiter)
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


def _reader(text: Iterable[str], delimiter: str) -> Iterator[list[str]]:
    return csv.reader(text, delimiter=delimiter, strict=True, skipinitialspace=True)


def _batches(
    reader: Iterator[list[str]],
    delimiter: str,
    rows: Columns,
    faults: dict[tuple[int, int | None], CellError],
    first: int,
) -> Iterator[int]:
    """Add all that is read to ``rows``, a few at a time, and yield how many these were."""
    before = -1
    while before < len(rows):
        before = len(rows)
        records: list[list[str]] = []
        try:
            records.extend(islice(reader, FEW))  # those before a broken one stay
        except csv.Error:
            faults[first + before + len(records), None] = unpaired()
            records.append([])
        if rows.width > 1 and 1 in set(map(len, records)):
            faults.update(_set_apart_otherwise(records, first + before, delimiter))
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
