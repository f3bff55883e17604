"""A file of rows: CSV, cells set apart by tabs, or JSON Lines, packed or not."""

from __future__ import annotations

import gzip
import shutil
import zlib
from collections.abc import Callable, Iterator, Mapping, MutableMapping
from contextlib import AbstractContextManager, contextmanager, suppress
from functools import partial
from hashlib import sha256
from importlib import import_module
from io import SEEK_END
from pathlib import Path, PurePath
from tempfile import TemporaryFile
from typing import IO, Any, BinaryIO, TextIO, cast

from attrs import field, frozen

from ppid_core.errors import ExtraMissingError
from ppid_core.glossary import spelling
from ppid_core.intake.cells import CellError
from ppid_core.intake.files.csv_file import Plain, csv_sheet, csv_titles
from ppid_core.intake.files.found import Foreign, FoundTable
from ppid_core.intake.files.json_text import line_reader
from ppid_core.intake.files.memory import rows_sheet
from ppid_core.intake.sheet import Sheet
from ppid_core.intake.tables import known_headings, known_tables
from ppid_core.intake.text_file import lines
from ppid_core.language import Bilingual
from ppid_core.source import Source

Told = Callable[[str, int], None]
"""Told the table, and how many rows more of it were read."""
PACKED = (".gz", ".zst")
SET_APART, OBJECTS = (".csv", ".tsv", ".tab"), (".jsonl", ".ndjson")
"""Endings of files whose cells are set apart by a sign, and of those that hold an object in each line."""
LONG = 4 << 20
"""Bytes of a file of which polars, an extra, reads what is plain: of a shorter one it saves less time than it
takes to be loaded."""
_CHUNK = 1 << 20


def unpacked_name(file: str) -> PurePath:
    """Return the name of a file as it is called unpacked."""
    path = PurePath(file)
    return path.with_suffix("") if path.suffix.casefold() in PACKED else path


def kind_of(file: str) -> str:
    """Return the ending of a file, in lower case, as it is unpacked."""
    return unpacked_name(file).suffix.casefold()


def is_row_file(file: str) -> bool:
    """Tell whether a file is one of rows, by its name."""
    return kind_of(file) in {*SET_APART, *OBJECTS}


def table_in(file: str) -> str | None:
    """Return the table that a file is called after, packed or not; None for no table."""
    return named_table(unpacked_name(file).stem) if is_row_file(file) else None


def named_table(name: str) -> str | None:
    """Return the table that a name says, None where it says none."""
    return known_tables().get(spelling(name))


@contextmanager
def unpacked(path: Path) -> Iterator[IO[bytes]]:
    """Open the bytes of a file, unpacked, from which they can be read more than once.

    Raises:
        CellError: what is packed is broken.
        ExtraMissingError: it is packed with Zstandard, and nothing here unpacks it.
        OSError: it cannot be opened.
    """
    with _opened(path) as file:
        yield file


def _opened(place: Path) -> IO[bytes]:
    match place.suffix.casefold():
        case ".gz":
            with gzip.open(place) as packed:
                return _copied_whole(cast("IO[bytes]", packed), zlib.error)
        case ".zst":
            zstandard = _zstandard()
            with zstandard.open(place) as packed:
                return _copied_whole(packed, zstandard.ZstdError)
        case _:
            return place.open("rb")


def _zstandard() -> Any:  # noqa: ANN401  a module that only some have
    for name in ("compression.zstd", "backports.zstd"):
        with suppress(ImportError):
            return import_module(name)
    raise ExtraMissingError("zst", "fast")


def _copied_whole(packed: IO[bytes], broken: type[Exception]) -> IO[bytes]:
    """Return a copy of what is packed.

    Raises:
        CellError: it is broken.
    """
    try:
        return copied(packed)
    except (OSError, EOFError, broken) as error:
        raise _broken() from error


def copied(stream: IO[bytes]) -> IO[bytes]:
    """Return a copy of a stream in a file that goes when it is closed."""
    copy = TemporaryFile()  # noqa: SIM115  whoever opened it closes it
    try:
        shutil.copyfileobj(stream, copy, _CHUNK)
    except BaseException:
        copy.close()
        raise
    copy.seek(0)
    return copy


def _untold(_table: str, _number: int) -> None:
    """Tell nobody."""


def _in_memory(_table: str) -> None:
    """Return that rows lie in memory."""


@frozen(kw_only=True)
class RowFile:
    """A file of rows, and where they go.

    Attributes:
        name: of the file, relative to its folder.
        opened: opens its bytes, unpacked; whatever it raises goes through.
        inputs: the hash of what it says is written there, by its name.
        room: returns the file in which the rows of a table shall lie; None for in memory.
        told: how far it is.
    """

    name: str
    opened: Callable[[], AbstractContextManager[IO[bytes]]]
    inputs: MutableMapping[str, str]
    room: Callable[[str], BinaryIO | None] = _in_memory
    told: Told = field(default=_untold)

    @property
    def found(self) -> FoundTable:
        """What is found there."""
        return FoundTable(
            place=Source(file=self.name), name=table_in(self.name), titles=self.titles, read=self.read
        )

    def titles(self, foreign: Foreign = ()) -> tuple[str, ...]:
        """Return its heading; of objects the names of the first one.

        Raises:
            CellError: there is none.
        """
        with self.opened() as file, lines(file) as text:
            if kind_of(self.name) in OBJECTS:
                return tuple(next(filter(None, _objects(text)), {}))
            return csv_titles(text, self._known(foreign))

    def read(self, table: str, foreign: Foreign = ()) -> Sheet:
        """Return it read as a table.

        Raises:
            CellError: it cannot be read.
        """
        with self.opened() as file:
            digest = sha256()
            while chunk := file.read(_CHUNK):
                digest.update(chunk)
            self.inputs[self.name] = digest.hexdigest()
            file.seek(0)
            with lines(file) as text:
                return self._sheet(table, text, foreign)

    def _known(self, foreign: Foreign) -> Mapping[str, str] | None:
        """Return by which headings that of another program's file is found; one of ours has it in row 1."""
        return None if table_in(self.name) is not None else known_headings(foreign)

    def _sheet(self, table: str, text: TextIO, foreign: Foreign) -> Sheet:
        room, told = self.room(table), partial(self.told, table)
        if kind_of(self.name) in OBJECTS:
            return rows_sheet(Source(file=self.name), _objects(text), first_row=1, scratch=room, told=told)
        known = self._known(foreign)
        plain = None if room is None or known is not None else _plain_part(text)
        return csv_sheet(self.name, text, room, told, known=known, plain=plain)


def _plain_part(text: TextIO) -> Plain | None:
    """Return what polars reads of a long file; None where it is short, or polars is not there."""
    file = text.buffer
    length = file.seek(0, SEEK_END)
    file.seek(0)
    if length < LONG:
        return None
    try:
        made: Any = import_module("ppid_core.intake.files.plain_csv").PlainPart(file)
    except ImportError:
        return None
    return cast("Plain", made) if made.has_heading else None


def _objects(text: Iterator[str]) -> Iterator[Mapping[str, object]]:
    """Yield the object of each line, of a blank line one that says nothing.

    Raises:
        CellError: a line is none.
    """
    read = line_reader()
    for number, line in enumerate(text, start=1):
        try:
            found = read(line) if line.strip() else {}
        except (ValueError, RecursionError) as error:
            raise _no_object(number) from error
        if not isinstance(found, dict):
            raise _no_object(number)
        yield found


def _broken() -> CellError:
    return CellError(
        Bilingual("isi berkas ini rusak atau terpotong.", "what is packed here is broken, or cut off."),
        Bilingual("berkas .gz atau .zst yang utuh", "a whole file .gz or .zst"),
    )


def _no_object(number: int) -> CellError:
    return CellError(
        Bilingual(f"baris {number} bukan objek JSON.", f"line {number} is no JSON object."),
        Bilingual(
            'satu objek di tiap baris, misalnya {"nomor": "1"}', 'an object in each line: {"nomor": "1"}'
        ),
    )
