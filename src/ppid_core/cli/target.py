"""Where a report is written: never among the input."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from ppid_core.cli.session import STDIN
from ppid_core.cli.usage import Refusal
from ppid_core.plugins.manifest import Manifest
from ppid_core.report import Edition

RESULTS: Mapping[Edition, str] = {"public": "hasil", "internal": "hasil-internal"}
"""Beside the tables: what may be published lies in one folder, what holds personal data in another."""
REQUIRED_TABLE = "laporan.csv"


def target_of(folder: str, out: str | None, edition: Edition = "public") -> Path:
    """Return the folder to write into: the one that is asked for, else that of the edition."""
    return Path(out) if out else _home(folder) / RESULTS[edition]


def refuse_target(target: Path, folder: str, edition: Edition = "public") -> None:
    """Refuse to write where input lies, or another edition.

    Raises:
        Refusal: where ``target`` is an input folder, or lies inside one but not in its ``hasil``; where the
            input is a file of ``target``, which would overwrite it; or where another edition lies there.
    """
    home, place = _home(folder).resolve(), target.resolve()
    first = next(part for part in (place, *place.parents) if part.exists())
    if not first.is_dir():
        raise Refusal(f'"{first.name}" bukan folder. Pilih folder lain dengan -o.')
    rooms = {kind: home / name for kind, name in RESULTS.items()}
    inside = place.is_relative_to(home) and not any(map(place.is_relative_to, rooms.values()))
    beside = Path(folder).is_file() and place == home
    if beside or (Path(folder).is_dir() and inside):
        usual = _home(folder) / RESULTS[edition]
        raise Refusal(f'Folder "{target}" memuat masukan. Tulis ke "{usual}" atau folder lain.')
    if _holds_tables(place):
        raise Refusal(
            f'Folder "{target}" memuat {REQUIRED_TABLE}: itu folder masukan. Pilih folder lain dengan -o.'
        )
    for other in RESULTS.keys() - {edition}:
        if place.is_relative_to(rooms[other]) or _holds(place, other):
            raise Refusal(_MIXED.format(target=target, edition=_SAID[edition], other=_SAID[other]))


def _holds(place: Path, edition: Edition) -> bool:
    """Tell whether files of an edition that we wrote lie in a folder."""
    entries = Manifest.of(place).there(place).values()
    return any(entry.imprint is not None and entry.imprint.edition == edition for entry in entries)


_SAID: Mapping[Edition, str] = {"public": "edisi publik", "internal": "edisi internal"}
_MIXED = (
    'Folder "{target}" adalah tempat {other}; {edition} tidak ditulis di sebelahnya. Pilih folder lain '
    "dengan -o."
)


def _home(folder: str) -> Path:
    path = Path() if folder == STDIN else Path(folder)
    return path.parent if path.is_file() else path


def _holds_tables(place: Path) -> bool:
    return place.is_dir() and any(entry.name.casefold() == REQUIRED_TABLE for entry in place.iterdir())
