"""Where a report is written: never among the input."""

from __future__ import annotations

from pathlib import Path

from ppid_core.cli.session import STDIN
from ppid_core.cli.usage import Refusal

RESULTS = "hasil"
REQUIRED_TABLE = "laporan.csv"


def target_of(folder: str, out: str | None) -> Path:
    """Return the folder to write into: the one that is asked for, else ``hasil`` beside the tables."""
    return Path(out) if out else _home(folder) / RESULTS


def refuse_target(target: Path, folder: str) -> None:
    """Refuse to write where input lies.

    Raises:
        Refusal: where ``target`` is an input folder, or lies inside one but not in its ``hasil``; or where
            the input is a file of ``target``, which would overwrite it.
    """
    home, place = _home(folder).resolve(), target.resolve()
    first = next(part for part in (place, *place.parents) if part.exists())
    if not first.is_dir():
        raise Refusal(f'"{first.name}" bukan folder. Pilih folder lain dengan -o.')
    inside = place.is_relative_to(home) and not place.is_relative_to(home / RESULTS)
    beside = Path(folder).is_file() and place == home
    if beside or (Path(folder).is_dir() and inside):
        raise Refusal(
            f'Folder "{target}" memuat masukan. Tulis ke "{_home(folder) / RESULTS}" atau folder lain.'
        )
    if _holds_tables(place):
        raise Refusal(
            f'Folder "{target}" memuat {REQUIRED_TABLE}: itu folder masukan. Pilih folder lain dengan -o.'
        )


def _home(folder: str) -> Path:
    path = Path() if folder == STDIN else Path(folder)
    return path.parent if path.is_file() else path


def _holds_tables(place: Path) -> bool:
    return place.is_dir() and any(entry.name.casefold() == REQUIRED_TABLE for entry in place.iterdir())
