"""Where a report is written: never among the input."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from ppid_core.errors import FolderError
from ppid_core.intake import STANDARD_INPUT
from ppid_core.language import Bilingual
from ppid_core.output.manifest import Manifest
from ppid_core.report import Edition

_RESULTS: Mapping[Edition, str] = {"public": "hasil", "internal": "hasil-internal"}
"""Beside the tables: what may be published lies in one folder, what holds personal data in another."""
REQUIRED_TABLE = "laporan.csv"


def target_of(folder: str, out: str | None, edition: Edition = "public") -> Path:
    """Return the folder to write into: the one that is asked for, else that of the edition."""
    return Path(out) if out else _home(folder) / _RESULTS[edition]


def refuse_target(target: Path, folder: str, edition: Edition = "public") -> None:
    """Refuse to write where input lies, or another edition.

    Raises:
        FolderError: where ``target`` is an input folder, or lies inside one but not in its ``hasil``; where
            the input is a file of ``target``, which would overwrite it; or where another edition lies there.
    """
    home, place = _home(folder).resolve(), target.resolve()
    first = next(part for part in (place, *place.parents) if part.exists())
    if not first.is_dir():
        raise FolderError(_NO_FOLDER.fill(name=first.name))
    rooms = {kind: home / name for kind, name in _RESULTS.items()}
    inside = place.is_relative_to(home) and not any(map(place.is_relative_to, rooms.values()))
    beside = Path(folder).is_file() and place == home
    if beside or (Path(folder).is_dir() and inside):
        usual = _home(folder) / _RESULTS[edition]
        raise FolderError(_INPUT.fill(target=target, usual=usual))
    for other in _RESULTS.keys() - {edition}:
        if place.is_relative_to(rooms[other]):
            raise FolderError(_MIXED.fill(target=target, edition=_SAID[edition], other=_SAID[other]))
    refuse_room(target, edition)


def refuse_room(target: Path, edition: Edition) -> None:
    """Refuse to write where tables lie, or beside another edition, wherever the data came from.

    Raises:
        FolderError: ``target`` holds tables, or files of another edition that we wrote.
    """
    place = target.resolve()
    if place.is_dir() and any(entry.name.casefold() == REQUIRED_TABLE for entry in place.iterdir()):
        raise FolderError(_TABLES.fill(target=target, table=REQUIRED_TABLE))
    for other in _RESULTS.keys() - {edition}:
        if _holds(place, other):
            raise FolderError(_MIXED.fill(target=target, edition=_SAID[edition], other=_SAID[other]))


def _holds(place: Path, edition: Edition) -> bool:
    """Tell whether files of an edition that we wrote lie in a folder."""
    entries = Manifest.of(place).there(place).values()
    return any(entry.imprint is not None and entry.imprint.edition == edition for entry in entries)


def _home(folder: str) -> Path:
    path = Path() if folder == STANDARD_INPUT else Path(folder)
    return path.parent if path.is_file() else path


_SAID: Mapping[Edition, Bilingual] = {
    "public": Bilingual("edisi publik", "the public edition"),
    "internal": Bilingual("edisi internal", "the internal edition"),
}
_NO_FOLDER = Bilingual(
    '"{name}" bukan folder. Pilih folder lain dengan -o.',
    '"{name}" is no folder. Choose another one with -o.',
)
_INPUT = Bilingual(
    'Folder "{target}" memuat masukan. Tulis ke "{usual}" atau folder lain.',
    'The folder "{target}" holds input. Write to "{usual}" or to another folder.',
)
_TABLES = Bilingual(
    'Folder "{target}" memuat {table}: itu folder masukan. Pilih folder lain dengan -o.',
    'The folder "{target}" holds {table}: it is input. Choose another one with -o.',
)
_MIXED = Bilingual(
    'Folder "{target}" adalah tempat {other}; {edition} tidak ditulis di sebelahnya. Pilih folder lain '
    "dengan -o.",
    'In the folder "{target}" lies {other}; {edition} is not written beside it. Choose another one with -o.',
)
