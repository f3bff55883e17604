"""The reports of many bodies in folders: which folder is a report, and which file is one by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from attrs import define, field

from ppid_core.intake.files.launcher import launcher_names
from ppid_core.intake.files.row_file import is_row_file, named_table, table_in, unpacked_name
from ppid_core.intake.packaged_year import DESCRIPTOR
from ppid_core.intake.tables import REPORT
from ppid_core.source import WORKBOOKS

_NEVER = frozenset({"thumbs.db", "desktop.ini", "petunjuk.txt", "sha256sums", *launcher_names()})
"""Files that lie in many folders and are no report."""
CACHE_MARK = "CACHEDIR.TAG"
"""What lies in a folder that a program keeps for itself, and that may be deleted at any time."""


def report_paths(
    paths: Iterable[Path], *, without: Callable[[Path], Iterable[Path]] = lambda _: ()
) -> Iterator[Path]:
    """Yield each report that lies in ``paths``, in the order of the names, every one once.

    A folder is one report where a file in it is called after a table, it is a data package, or it holds
    nothing but files of rows; any other folder is gone through, and each file in it is a report by itself.
    A package may be named by its ``datapackage.json``.
    What nobody can open (a folder without access, a link that leads nowhere) is yielded, too: who reads it
    says why. A folder in which a program keeps what it may read again (``CACHEDIR.TAG``) is passed over.

    Args:
        paths: folders and files.
        without: called with each folder; returns the files in it or below it that are passed over.
    """
    search = _Search(without=without)
    seen: set[Path] = set()
    for path in paths:
        for found in search.within(path):
            if (place := found.resolve()) not in seen:
                seen.add(place)
                yield found


@define
class _Search:
    """Goes through folders, through each of them once.

    Attributes:
        without: called with each folder; returns what is passed over.
        passed: what is passed over, so far.
    """

    without: Callable[[Path], Iterable[Path]]
    passed: set[Path] = field(factory=set)

    def within(self, path: Path) -> Iterator[Path]:
        """Yield the reports in a folder; a file is one."""
        if path.resolve() in self.passed:
            return
        if not path.is_dir():
            yield path.parent if path.name == DESCRIPTOR else path  # so other programs name a package
            return
        self.passed |= {one.resolve() for one in self.without(path)}
        try:
            entries = [entry for entry in _visible(path) if entry.resolve() not in self.passed]
            is_report = _is_report(entries)
        except OSError:  # no access
            entries, is_report = [], True
        if any(entry.name == CACHE_MARK for entry in entries):
            return
        if is_report:
            yield path
            return
        self.passed.add(path.resolve())  # a link that leads back ends here
        for entry in entries:
            yield from self.within(entry)


def _is_report(entries: Sequence[Path]) -> bool:
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
        if not name.startswith((".", "~$")) and name not in _NEVER:
            yield entry
