"""Registers of any length: their files are read line by line, and their rows lie in a file of their own.

A folder is read as any other, but that its registers may be packed (``.gz``, ``.zst``) or JSON Lines, too.
"""

from __future__ import annotations

import gzip
import shutil
import sys
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, suppress
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any, BinaryIO, cast

from attrs import define, evolve, field

from ppid_core.errors import ExtraMissingError
from ppid_core.intake.cells import CellError
from ppid_core.intake.files.csv_file import csv_sheet
from ppid_core.intake.files.folder import Folder, pictures_in, table_in, twice, unopened
from ppid_core.intake.files.importer import refused
from ppid_core.intake.files.json_text import line_reader
from ppid_core.intake.files.loading import STANDARD_INPUT
from ppid_core.intake.files.memory import rows_sheet, sheets_by_table
from ppid_core.intake.files.records import Rows
from ppid_core.intake.ledger import Ledger
from ppid_core.intake.result import Intake
from ppid_core.intake.sheet import Sheet
from ppid_core.intake.text_file import lines
from ppid_core.intake.year import Begin, gather
from ppid_core.language import Bilingual
from ppid_core.source import Source

Told = Callable[[str, int], None]
"""Told the table, and how many rows more of it were read."""
REGISTERS = ("permohonan", "keberatan", "sengketa", "gugatan")
"""The tables that may be of any length, all others are held."""
_CHUNK = 1 << 20
_REPORT = "laporan"


class Scratch(ExitStack):
    """Files in which rows lie while they are counted; nobody else sees them, and they go with it."""

    def file(self) -> BinaryIO:
        """Return a new file."""
        return self.enter_context(cast("BinaryIO", TemporaryFile()))


def stream_folder(folder: Path, begin: Begin, told: Told, scratch: Scratch) -> Intake:
    """Return what a folder holds but the rows of its registers, which are taken.

    Raises:
        InputError: no year can be named; it carries every problem of the folder.
        ExtraMissingError: a file is packed with Zstandard, and nothing here unpacks it.
    """
    found = _StreamedFolder(folder=folder, told=told, scratch=scratch)
    found.read()
    intake = gather(found.sheets, found.ledger, tuple(found.prose), begin)
    pictured = {name: sha256(content).hexdigest() for name, content in pictures_in(folder, intake.year)}
    notes = tuple(one for one in intake.notes if one.source is None or one.source.file not in pictured)
    return evolve(intake, inputs=dict(sorted({**found.inputs, **pictured}.items())), notes=notes)


def stream_files(
    paths: Sequence[str | Path], year: int | None, begin: Begin, told: Told, scratch: Scratch
) -> Intake:
    """Return what files named after their table hold but the rows of registers, which are taken.

    Args:
        paths: the files; ``-`` is standard input, requests as CSV.
        year: of the report, where no *laporan* is among them.
        begin: as `gather`.
        told: how far it is.
        scratch: where rows lie.

    Raises:
        InputError: a file is not there, or no year can be named; it carries every problem.
        ExtraMissingError: as `stream_folder`.
    """
    ledger, sheets, inputs = Ledger(), dict[str, Sheet](), dict[str, str]()
    for path in paths:
        if str(path) != STANDARD_INPUT and not Path(path).exists():
            raise refused(str(path), unopened())
        name = "permohonan.csv" if str(path) == STANDARD_INPUT else Path(path).name
        table = table_in(name)
        if table is None or table in sheets:
            ledger.refuse(Source(file=name), _no_table() if table is None else twice(sheets[table].file))
            continue
        try:
            with _opened(path) as file:
                sheets[table], inputs[name] = _read(name, table, file, told, scratch)
        except (CellError, OSError) as error:
            ledger.refuse(Source(file=name), error if isinstance(error, CellError) else unopened())
            ledger.lose_table(table, Source(file=name))
    if _REPORT not in sheets and year is not None:
        sheets[_REPORT] = Sheet(file="laporan", heading=("kunci", "isi"), rows=(("tahun", str(year)),))
    return evolve(gather(sheets, ledger, (), begin), inputs=dict(sorted(inputs.items())))


def stream_rows(tables: Mapping[str, Rows], begin: Begin, told: Told, scratch: Scratch) -> Intake:
    """Return what rows from memory hold but those of registers, each of which is gone through once.

    Raises:
        InputError: as `from_rows`.
        RowError: as `from_rows`.
        UnknownNameError: as `from_rows`.
        ValueError: as `from_rows`.
    """
    ledger, sheets = Ledger(), dict[str, Sheet]()
    for table, name in sheets_by_table(tables).items():
        try:
            if table in REGISTERS:
                sheets[table] = _laid(name, table, tables[name], told, scratch)
            else:
                sheets[table] = rows_sheet(name, tables[name])
        except CellError as error:
            ledger.refuse(Source(file=name), error)
    return gather(sheets, ledger, (), begin)


@define
class _StreamedFolder(Folder):
    """A folder whose registers are not held."""

    told: Told = field(kw_only=True)
    scratch: Scratch = field(kw_only=True)

    def table_of(self, path: Path) -> str | None:
        """Return the table that a file holds."""
        table = table_in(path.name)
        return table if table in REGISTERS else super().table_of(path)

    def sheet_of(self, path: Path, table: str) -> Sheet:
        """Return what a file holds; of a register that rows lie elsewhere."""
        if table not in REGISTERS:
            return super().sheet_of(path, table)
        with self.opening(path), _opened(path) as file:
            sheet, self.inputs[self.name_of(path)] = _read(path.name, table, file, self.told, self.scratch)
        return sheet


def _opened(path: str | Path) -> IO[bytes]:
    """Return the bytes of a file, unpacked, from which they can be read more than once."""
    if str(path) == STANDARD_INPUT:
        return _copied(sys.stdin.buffer)
    place = Path(path)
    match place.suffix.casefold():
        case ".gz":
            with gzip.open(place) as packed:
                return _unpacked(cast("IO[bytes]", packed), zlib.error)
        case ".zst":
            zstandard = _zstandard()
            with zstandard.open(place) as packed:
                return _unpacked(packed, zstandard.ZstdError)
        case _:
            return place.open("rb")


def _zstandard() -> Any:  # noqa: ANN401  a module that only some have
    for name in ("compression.zstd", "backports.zstd"):
        with suppress(ImportError):
            return import_module(name)
    raise ExtraMissingError("zst", "fast")


def _unpacked(packed: IO[bytes], broken: type[Exception]) -> IO[bytes]:
    """Return a copy of what is packed.

    Raises:
        CellError: it is broken.
    """
    try:
        return _copied(packed)
    except (OSError, EOFError, broken) as error:
        raise _broken() from error


def _copied(stream: IO[bytes]) -> IO[bytes]:
    copy = TemporaryFile()  # noqa: SIM115  whoever opened it closes it
    try:
        shutil.copyfileobj(stream, copy, _CHUNK)
    except BaseException:
        copy.close()
        raise
    copy.seek(0)
    return copy


def _read(name: str, table: str, file: IO[bytes], told: Told, scratch: Scratch) -> tuple[Sheet, str]:
    """Return the table of a file, and the hash of what it says."""
    digest = sha256()
    while chunk := file.read(_CHUNK):
        digest.update(chunk)
    file.seek(0)
    plain = Path(name.casefold().removesuffix(".gz").removesuffix(".zst")).suffix
    with lines(file) as text:
        if plain != ".csv":
            sheet = _laid(name, table, _objects(text), told, scratch)
        elif table in REGISTERS:
            sheet = csv_sheet(name, text, scratch.file(), lambda number: told(table, number))
        else:
            sheet = csv_sheet(name, text)
    return sheet, digest.hexdigest()


def _objects(text: Iterator[str]) -> Iterator[Mapping[str, object]]:
    """Yield the object of each line.

    Raises:
        CellError: a line is none.
    """
    read = line_reader()
    for number, line in enumerate(text, start=1):
        if not line.strip():
            continue
        try:
            found = read(line)
        except (ValueError, RecursionError) as error:
            raise _no_object(number) from error
        if not isinstance(found, dict):
            raise _no_object(number)
        yield found


def _laid(file: str, table: str, rows: object, told: Told, scratch: Scratch) -> Sheet:
    """Return rows that lie in a file as a sheet."""
    return rows_sheet(file, rows, scratch=scratch.file(), told=lambda number: told(table, number))


def _no_table() -> CellError:
    return CellError(
        Bilingual(
            "nama berkas ini bukan nama tabel. Beri nama menurut tabelnya, misalnya permohonan.csv.",
            "the name of this file is that of no table. Call it after its table, such as permohonan.csv.",
        ),
        Bilingual(
            "permohonan.csv, keberatan.csv.gz, sengketa.jsonl, …", "permohonan.csv, keberatan.csv.gz, …"
        ),
    )


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
