"""A file that stands alone: its tables, and the keys of *laporan* from beside it."""

from __future__ import annotations

from collections.abc import Container, Iterator, MutableMapping, Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path, PurePath

from attrs import evolve

from ppid_core.errors import InputError
from ppid_core.intake.cells import CellError
from ppid_core.intake.files import fault
from ppid_core.intake.files.folder import is_plain, pictures_in
from ppid_core.intake.files.found import Assignment, FoundTable, PassedOver, assigned
from ppid_core.intake.files.importer import refused
from ppid_core.intake.files.row_file import RowFile, is_row_file, table_in, unpacked
from ppid_core.intake.files.table_file import found_tables
from ppid_core.intake.ledger import Ledger
from ppid_core.intake.result import Intake
from ppid_core.intake.supplement import IGNORED, Supplement
from ppid_core.intake.tables import REPORT, TRANSLATIONS
from ppid_core.intake.year import gather
from ppid_core.source import Source


def read_lone(path: Path, said: Supplement) -> Intake:
    """Return what a file of rows or a workbook holds, with what stands beside it.

    Args:
        path: the file.
        said: what was said beside it.

    Raises:
        InputError: it cannot be read, it holds no table of ours, or no year can be named.
        ExtraMissingError: what reads it is not installed.
    """
    ledger, inputs = Ledger(file=path.name), dict[str, str]()
    try:
        found = tables_of(path, ledger, inputs)
    except CellError as error:
        raise refused(path.name, error) from None
    return intake_of(found, ledger, inputs, said, path.parent)


def tables_of(path: Path, ledger: Ledger, inputs: MutableMapping[str, str]) -> Sequence[FoundTable]:
    """Return the tables in a file.

    Args:
        path: the file.
        ledger: what is found is told there.
        inputs: the hash of each file that is read is written there.

    Raises:
        CellError: it cannot be read, or holds none.
        ExtraMissingError: what reads it is not installed.
    """
    found = found_tables(_rows(path, inputs), lambda most: _content(path, most), ledger)
    if not found:
        raise fault.no_tables()
    return found


def intake_of(
    found: Sequence[FoundTable],
    ledger: Ledger,
    inputs: MutableMapping[str, str],
    said: Supplement,
    home: Path | None = None,
) -> Intake:
    """Return what the tables of one file hold.

    Args:
        found: they.
        ledger: what was found before.
        inputs: the hash of each file that is read.
        said: what was said beside it.
        home: the folder in which it lies, where *laporan*, *peta* and pictures may lie; None for nowhere.

    Raises:
        InputError: it holds no table of ours, or no year can be named.
    """
    maps = [] if home is None else list(_maps_beside(home, found, said, ledger, inputs))
    work = assigned((*found, *maps), said, ledger)
    _tell_passed(work, {one.place.file for one in maps})
    if home is not None and REPORT.name not in {*work.sheets, *ledger.unreadable}:
        _read_beside(home, work, inputs)
    intake = gather(work.sheets, ledger, said=evolve(said, takes_receipts=True))
    pictures = {} if home is None else dict(pictures_in(home, intake.year))
    pictured = {name: sha256(content).hexdigest() for name, content in pictures.items()}
    return evolve(intake, inputs=dict(sorted({**inputs, **pictured}.items())), pictures=pictures)


def _tell_passed(work: Assignment, beside: Container[str]) -> None:
    """Tell of tables that nobody knows.

    Args:
        work: what was read.
        beside: the files that only say how others are read.

    Raises:
        InputError: there is no other.
    """
    read = [sheet for sheet in work.sheets.values() if sheet.file not in beside]
    if read or work.ledger.unreadable:
        for one in work.passed:
            fault.note_unknown(work.ledger, one.found.place, like=one.like, why=one.error)
    elif work.passed:
        one = max(work.passed, key=lambda one: len(one.like.alike) > 0)
        work.ledger.refuse(one.found.place, _no_table(one))
    if not read:
        raise InputError(work.ledger.problems)


def _no_table(one: PassedOver) -> CellError:
    if one.error is not None:
        return CellError(one.error, fault.READABLE)
    return fault.unknown(one.found.place, [title for title in one.titles if title.strip()], one.like.alike)


def _read_beside(home: Path, work: Assignment, inputs: MutableMapping[str, str]) -> None:
    """Read *laporan* where it lies beside the file."""
    for path in _called(REPORT.name, home):
        place = Source(file=path.name)
        try:
            work.sheets[REPORT.name] = _rows(path, inputs).read(REPORT.name)
        except CellError as error:
            work.ledger.refuse(place, error)
        else:
            work.ledger.note(fault.beside(path.name), place)
        return


def _maps_beside(
    home: Path,
    found: Sequence[FoundTable],
    said: Supplement,
    ledger: Ledger,
    inputs: MutableMapping[str, str],
) -> Iterator[FoundTable]:
    """Yield *peta* where it lies beside the file, under whatever name is said, and the file brings none."""
    if any(one.name == TRANSLATIONS.name for one in found):
        return
    names = [name for name, table in said.tables.items() if table == TRANSLATIONS.name]
    named = (home / name for name in names if is_row_file(name) and PurePath(name).name == name)
    for path in (*filter(Path.is_file, named), *_called(TRANSLATIONS.name, home)):
        one = _rows(path, inputs).found
        if said.tables.get(path.name) != IGNORED:
            ledger.note(fault.map_beside(path.name), one.place)
        yield one
        return


def _called(table: str, home: Path) -> Iterator[Path]:
    """Yield the files called after a table, in their order; nothing else that lies there is asked for."""
    with suppress(OSError):
        for path in sorted(home.iterdir()):
            if table_in(path.name) == table and path.is_file() and is_plain(path):
                yield path


def _rows(path: Path, inputs: MutableMapping[str, str]) -> RowFile:
    return RowFile(name=path.name, opened=lambda: unpacked(path), inputs=inputs)


def _content(path: Path, most: int) -> bytes:
    with unpacked(path) as file:
        return file.read(most)
