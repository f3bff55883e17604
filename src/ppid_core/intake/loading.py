"""The one way in from outside: a folder, a JSON file, standard input, or what an importer reads."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import Protocol

from attrs import evolve

from ppid_core.errors import InputError
from ppid_core.intake.cells import CellError
from ppid_core.intake.folder import read_folder
from ppid_core.intake.json_file import read_json
from ppid_core.intake.ledger import Ledger
from ppid_core.intake.result import Intake
from ppid_core.language import Bilingual
from ppid_core.source import Source

STANDARD_INPUT = "-"


class Importer(Protocol):
    """Reads files of one kind (*pengimpor*): structural, a plugin need not inherit."""

    @property
    def name(self) -> str:
        """Its name, unique."""
        ...

    @property
    def label(self) -> str:
        """What a person reads."""
        ...

    @property
    def suffixes(self) -> tuple[str, ...]:
        """Endings of the files that it reads, in lower case, with the dot."""
        ...

    def read(self, path: Path, /) -> Intake:
        """Return what the file holds."""
        ...


def load(path: str | Path, importers: Iterable[Importer] = ()) -> Intake:
    """Return what a report folder, or a file of ours, holds.

    Args:
        path: a folder of CSV tables; our own JSON, as a file or as "-" for standard input; or a file that one
            of ``importers`` reads.
        importers: asked in order by the ending of the file; a folder and JSON are always read here.

    Raises:
        InputError: there is no such folder, or no year can be named; it carries every problem.
    """
    if str(path) == STANDARD_INPUT:
        return _read_json(STANDARD_INPUT, sys.stdin.buffer.read())
    place = Path(path)
    if place.is_dir():
        return read_folder(place)
    if not place.is_file():
        raise _input_error(place.name, _not_found(place))
    if place.suffix.casefold() == ".json":
        return _read_json(place.name, place.read_bytes())
    for importer in importers:
        if place.suffix.casefold() in importer.suffixes:
            return importer.read(place)
    raise _input_error(place.name, _no_folder(place))


def _read_json(name: str, content: bytes) -> Intake:
    return evolve(read_json(name, content), inputs={name: sha256(content).hexdigest()})


def _input_error(name: str, error: CellError) -> InputError:
    ledger = Ledger()
    ledger.refuse(Source(file=name), error)
    return InputError(ledger.problems)


def _not_found(place: Path) -> CellError:
    parent = place.parent
    folders = sorted(one.name for one in parent.iterdir() if one.is_dir()) if parent.is_dir() else []
    listed = ", ".join(name for name in folders if not name.startswith("."))
    there = Bilingual(f" Folder yang ada di sini: {listed}.", f" Folders here: {listed}.")
    nothing = Bilingual("", "")
    beside = there if listed else nothing
    return CellError(
        Bilingual(
            f'Folder "{place}" tidak ditemukan.{beside.id}', f'There is no folder "{place}".{beside.en}'
        ),
        Bilingual("folder laporan, atau berkas JSON", "a report folder or a JSON file"),
    )


def _no_folder(place: Path) -> CellError:
    return CellError(
        Bilingual(
            f'"{place}" bukan folder dan bukan JSON. Sebutkan folder yang memuat tabel-tabelnya.',
            f'"{place}" is no folder and no JSON. Name the folder that holds the tables.',
        ),
        Bilingual("folder laporan, atau berkas JSON", "a report folder or a JSON file"),
    )
