"""The reports of many bodies in folders: which folder is a report, and which file is one by itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from ppid_core.intake.files.launcher import launcher_names
from ppid_core.intake.files.row_file import is_row_file, named_table, table_in, unpacked_name
from ppid_core.intake.packaged_year import DESCRIPTOR
from ppid_core.intake.tables import REPORT
from ppid_core.source import WORKBOOKS

_NEVER = frozenset({"thumbs.db", "desktop.ini", "petunjuk.txt", "sha256sums", *launcher_names()})
"""Files that lie in many folders and are no report."""


def report_paths(paths: Iterable[Path], *, without: Iterable[Path] = ()) -> Iterator[Path]:
    """Yield each report that lies in ``paths``, in the order of the names, every one once.

    A folder is one report where a file in it is called after a table, it is a data package, or it holds
    nothing but files of rows; any other folder is gone through, and each file in it is a report by itself.

    Args:
        paths: folders and files.
        without: folders that are passed over, such as the one that is written to.
    """
    passed = {path.resolve() for path in without}
    seen: set[Path] = set()
    for path in paths:
        for found in _within(path, passed):
            if (place := found.resolve()) not in seen:
                seen.add(place)
                yield found


def _within(path: Path, passed: set[Path]) -> Iterator[Path]:
    if path.resolve() in passed:
        return
    if not path.is_dir() or _is_report(path):
        yield path
        return
    passed.add(path.resolve())  # a link that leads back ends here
    for entry in _visible(path):
        yield from _within(entry, passed)


def _is_report(folder: Path) -> bool:
    entries = list(_visible(folder))
    files = [entry.name for entry in entries if not entry.is_dir()]
    if DESCRIPTOR in files or any(map(_is_table, files)):
        return True
    return bool(files) and len(files) == len(entries) and all(map(is_row_file, files))


def _is_table(name: str) -> bool:
    """Tell whether a file is called after a table; a workbook called after the report is all of it."""
    if is_row_file(name):
        return table_in(name) is not None
    plain = unpacked_name(name)
    table = named_table(plain.stem) if plain.suffix.casefold() in WORKBOOKS else None
    return table not in {None, REPORT.name}


def _visible(folder: Path) -> Iterator[Path]:
    for entry in sorted(folder.iterdir()):
        name = entry.name.casefold()
        if not name.startswith((".", "~$")) and name not in _NEVER and (entry.is_dir() or entry.is_file()):
            yield entry
