"""Registers of any length: their files are read line by line, and their rows lie in a file of their own.

A folder is read as any other, but that its registers may be packed (``.gz``, ``.zst``) or JSON Lines, too.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from functools import partial
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, BinaryIO, cast

from attrs import define, evolve, field

from ppid_core.intake.cells import CellError
from ppid_core.intake.files import fault
from ppid_core.intake.files.folder import Folder, pictures_in
from ppid_core.intake.files.found import FoundTable, assigned
from ppid_core.intake.files.importer import refused
from ppid_core.intake.files.loading import STANDARD_INPUT
from ppid_core.intake.files.memory import rows_sheet, sheets_by_table
from ppid_core.intake.files.records import Rows
from ppid_core.intake.files.row_file import (
    RowFile,
    Told,
    copied,
    is_row_file,
    table_in,
    unpacked,
)
from ppid_core.intake.ledger import Ledger
from ppid_core.intake.result import Intake
from ppid_core.intake.sheet import Sheet
from ppid_core.intake.supplement import NO_SUPPLEMENT, Supplement
from ppid_core.intake.year import Begin, gather
from ppid_core.language import Bilingual
from ppid_core.source import Source

REGISTERS = ("permohonan", "keberatan", "sengketa", "gugatan")
"""The tables that may be of any length, all others are held."""


class Scratch(ExitStack):
    """Files in which rows lie while they are counted; nobody else sees them, and they go with it."""

    def file(self) -> BinaryIO:
        """Return a new file."""
        return self.enter_context(cast("BinaryIO", TemporaryFile()))


def stream_folder(
    folder: Path, begin: Begin, told: Told, scratch: Scratch, said: Supplement = NO_SUPPLEMENT
) -> Intake:
    """Return what a folder holds but the rows of its registers, which are taken.

    Raises:
        InputError: no year can be named; it carries every problem of the folder.
        ExtraMissingError: a file is packed with Zstandard, and nothing here unpacks it.
    """
    found = _StreamedFolder(folder=folder, said=said, told=told, scratch=scratch)
    found.read()
    intake = gather(found.sheets, found.ledger, tuple(found.prose), begin, said)
    pictured = {name: sha256(content).hexdigest() for name, content in pictures_in(folder, intake.year)}
    notes = tuple(one for one in intake.notes if one.source is None or one.source.file not in pictured)
    return evolve(intake, inputs=dict(sorted({**found.inputs, **pictured}.items())), notes=notes)


def stream_files(
    paths: Sequence[str | Path], begin: Begin, told: Told, scratch: Scratch, said: Supplement = NO_SUPPLEMENT
) -> Intake:
    """Return what files of rows hold but the rows of registers, which are taken.

    Args:
        paths: the files, called after their table or known by their heading; ``-`` is standard input,
            requests as CSV.
        begin: as `gather`.
        told: how far it is.
        scratch: where rows lie.
        said: what was said beside them, such as the year.

    Raises:
        InputError: a file is not there, or no year can be named; it carries every problem.
        ExtraMissingError: as `stream_folder`.
    """
    ledger, inputs, found = Ledger(), dict[str, str](), dict[str, FoundTable]()
    for path in paths:
        if str(path) != STANDARD_INPUT and not Path(path).exists():
            raise refused(str(path), fault.unopened())
        name = "permohonan.csv" if str(path) == STANDARD_INPUT else Path(path).name
        if not is_row_file(name):
            ledger.refuse(Source(file=name), _no_table())
        elif name in found:
            here, table = Source(file=name), table_in(name) or name
            ledger.refuse(here, fault.twice(table, found[name].place, here))
        else:
            room, opened = partial(_room, scratch), partial(_opened, path)
            file = RowFile(name=name, opened=opened, inputs=inputs, room=room, told=told)
            found[name] = file.found
    work = assigned(list(found.values()), said, ledger)
    for one in work.passed:
        error = _no_table() if one.error is None else CellError(one.error, fault.READABLE)
        ledger.refuse(one.found.place, error)
    return evolve(gather(work.sheets, ledger, (), begin, said), inputs=dict(sorted(inputs.items())))


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
        place = Source(file=name)
        try:
            if table in REGISTERS:
                room = scratch.file()
                sheets[table] = rows_sheet(place, tables[name], scratch=room, told=partial(told, table))
            else:
                sheets[table] = rows_sheet(place, tables[name])
        except CellError as error:
            ledger.refuse(place, error)
    return gather(sheets, ledger, (), begin)


@define
class _StreamedFolder(Folder):
    """A folder whose registers are not held."""

    told: Told = field(kw_only=True)
    scratch: Scratch = field(kw_only=True)

    def row_file(self, path: Path) -> RowFile:
        """Return a file as one of rows; those of a register lie elsewhere."""
        return evolve(super().row_file(path), room=partial(_room, self.scratch), told=self.told)


def _room(scratch: Scratch, table: str) -> BinaryIO | None:
    """Return a new file for the rows of a register; those of other tables lie in memory."""
    return scratch.file() if table in REGISTERS else None


@contextmanager
def _opened(path: str | Path) -> Iterator[IO[bytes]]:
    """Open a file, or what standard input says, unpacked.

    Raises:
        CellError: it cannot be opened, or what is packed is broken.
    """
    if str(path) == STANDARD_INPUT:
        with copied(sys.stdin.buffer) as file:
            yield file
        return
    try:
        with unpacked(Path(path)) as file:
            yield file
    except OSError as error:
        raise fault.unopened() from error


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
