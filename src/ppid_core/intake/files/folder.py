"""From a folder of CSV files to an intake: which file is which table, and what is passed over."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from hashlib import sha256
from pathlib import Path
from stat import S_ISREG
from typing import IO

from attrs import define, evolve, field

from ppid_core.errors import ExtraMissingError, InputError
from ppid_core.intake.cells import CellError
from ppid_core.intake.files import fault
from ppid_core.intake.files.found import FoundTable, PassedOver, assigned
from ppid_core.intake.files.launcher import launcher_names
from ppid_core.intake.files.package import DERIVED, Package, read_package
from ppid_core.intake.files.row_file import RowFile, unpacked
from ppid_core.intake.files.table_file import found_tables
from ppid_core.intake.ledger import Ledger
from ppid_core.intake.packaged_year import DESCRIPTOR, without_blank_counts
from ppid_core.intake.prose import ProseFile
from ppid_core.intake.result import Intake
from ppid_core.intake.sheet import Sheet
from ppid_core.intake.supplement import NO_SUPPLEMENT, Supplement
from ppid_core.intake.tables import REPORT
from ppid_core.intake.year import gather
from ppid_core.language import Bilingual
from ppid_core.model import Absent, ServiceYear
from ppid_core.source import Source

_PROSE = "naskah"
GUIDE = "PETUNJUK.txt"
_PROSE_SUFFIXES = frozenset({".txt", ".md"})
_PASSED_OVER = frozenset({GUIDE.casefold(), "thumbs.db", "desktop.ini", *launcher_names()})
_PICTURES_BEGIN = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF87a", b"GIF89a", b"II*\x00", b"MM\x00*")
"""JPEG, PNG, GIF and TIFF."""
_BMP_HEADERS = frozenset({12, 40, 52, 56, 64, 108, 124})
"""How long the second header of a BMP may say it is."""


def read_folder(folder: Path, said: Supplement = NO_SUPPLEMENT) -> Intake:
    """Return what the folder holds.

    Args:
        folder: its path.
        said: what was said beside its files.

    Raises:
        InputError: no year can be named; it carries every problem of the folder.
    """
    found = Folder(folder=folder, said=said)
    if (packed := found.packed()) is not None:
        return packed
    found.read()
    is_unsaid = REPORT.name not in {*found.sheets, *found.ledger.unreadable}
    said = evolve(said, takes_receipts=is_unsaid)
    intake = gather(found.sheets, found.ledger, tuple(found.prose), said=said)
    pictures = dict(pictures_in(folder, intake.year))
    pictured = {name: sha256(content).hexdigest() for name, content in pictures.items()}
    inputs = dict(sorted({**found.inputs, **pictured}.items()))
    notes = tuple(note for note in intake.notes if note.source is None or note.source.file not in pictured)
    return evolve(intake, inputs=inputs, pictures=pictures, notes=notes)


@define
class Folder:
    """The files of a folder, sorted out by name: the same folder is always read in the same order."""

    folder: Path
    said: Supplement = NO_SUPPLEMENT
    ledger: Ledger = field(factory=Ledger)
    sheets: dict[str, Sheet] = field(factory=dict)
    prose: list[ProseFile] = field(factory=list)
    inputs: dict[str, str] = field(factory=dict)
    is_package: bool = False

    def packed(self) -> Intake | None:
        """Return the year of a data package of ours; None where the folder holds none, or a changed one.

        Raises:
            InputError: it says all itself, and something is said beside it; or its period cannot be read.
        """
        content = self._beside(DESCRIPTOR)
        package = None if content is None else Package.of(content)
        if content is None or package is None:
            return None
        self.is_package = True
        intake = read_package(package, content, self._beside, self.ledger)
        if intake is not None and self.said:
            self.ledger.refuse(Source(file=DESCRIPTOR), fault.says_all_itself())
            raise InputError(self.ledger.problems)
        return intake

    def _beside(self, name: str) -> bytes | None:
        """Return the content of a file of the folder; None where there is none that can be read."""
        path = self.folder / name
        try:
            with self.opening(path):
                return path.read_bytes()
        except CellError:
            return None

    def read(self) -> None:
        """Read every file."""
        found: list[FoundTable] = []
        for path in _visible(self.folder):
            if self.is_package and path.name in DERIVED:
                continue
            if not path.is_dir():
                found += self._tables_of(path)
            elif path.name.casefold() == _PROSE:
                self._read_chapters(path)
        work = assigned(self._of_this_report(found), self.said, self.ledger)
        self.sheets = work.sheets
        if self.is_package:
            self.sheets = {name: without_blank_counts(sheet) for name, sheet in work.sheets.items()}
        self._tell_passed(work.passed)

    def _read_chapters(self, folder: Path) -> None:
        if not self._is_inside(folder):
            self.ledger.refuse(Source(file=folder.name), _led_out())
            return
        for text in _visible(folder):
            self._read_prose(text)

    def _tables_of(self, path: Path) -> Sequence[FoundTable]:
        """Return the tables that a file may hold; one that holds none is told."""
        try:
            found = found_tables(self.row_file(path), partial(self._bytes, path), self.ledger)
        except (CellError, ExtraMissingError) as error:
            fault.note_unknown(self.ledger, self._place(path), why=fault.reason(error))
            return ()
        if not found:
            fault.note_unknown(self.ledger, self._place(path))
        return found

    def _of_this_report(self, found: Sequence[FoundTable]) -> list[FoundTable]:
        """Return the tables without those of files that are a report of their own, as a converted one is.

        Raises:
            InputError: several files are, and nothing says which is meant.
        """
        reports = [one.place for one in found if one.name == REPORT.name]
        ours = next((place for place in reports if not place.sheet), None)
        books = list(dict.fromkeys(place.file for place in reports if place.sheet))
        if ours is None and len(books) > 1:
            self.ledger.refuse(Source(), fault.several_reports(books))
            raise InputError(self.ledger.problems)
        others = books if ours else ()
        for file in others:
            fault.note_own_report(self.ledger, file, ours.file if ours else "")
        return [one for one in found if one.place.file not in others]

    def _tell_passed(self, passed: Sequence[PassedOver]) -> None:
        """Tell of tables that nobody knows; of a workbook of which no sheet is read, once."""
        read = {sheet.file for sheet in self.sheets.values()}
        told = set[str]()
        for one in passed:
            place = one.found.place
            if place.file in read:
                fault.note_unknown(self.ledger, place, like=one.like, why=one.error)
            elif place.file not in told:
                told.add(place.file)
                fault.note_unknown(self.ledger, Source(file=place.file), like=one.like, why=one.error)

    def row_file(self, path: Path) -> RowFile:
        """Return a file as one of rows, which lie in memory."""
        return RowFile(name=self.name_of(path), opened=partial(self._unpacked, path), inputs=self.inputs)

    @contextmanager
    def _unpacked(self, path: Path) -> Iterator[IO[bytes]]:
        with self.opening(path), unpacked(path) as file:
            yield file

    def _read_prose(self, path: Path) -> None:
        if path.suffix.casefold() not in _PROSE_SUFFIXES or path.is_dir():
            fault.note_unknown(self.ledger, self._place(path))
            return
        try:
            content = self._content(path)
        except CellError as error:
            self.ledger.refuse(self._place(path), error)
        else:
            self.prose.append(ProseFile(file=self.name_of(path), part=path.stem, content=content))

    def _is_inside(self, path: Path) -> bool:
        """Tell whether a file lies in the folder, wherever links lead."""
        return path.resolve().is_relative_to(self.folder.resolve())

    @contextmanager
    def opening(self, path: Path) -> Iterator[None]:
        """Refuse a file that is not to be opened, and tell what happens while it is read.

        Raises:
            CellError: it leads out of the folder, is none that ends, or cannot be opened.
        """
        if not self._is_inside(path):
            raise _led_out()
        try:
            if not is_plain(path):
                raise not_plain()
            yield
        except OSError as error:
            raise fault.unopened() from error

    def _bytes(self, path: Path, most: int) -> bytes:
        with self._unpacked(path) as file:
            return file.read(most)

    def _content(self, path: Path) -> bytes:
        with self.opening(path):
            content = path.read_bytes()
        self.inputs[self.name_of(path)] = sha256(content).hexdigest()
        return content

    def _place(self, path: Path) -> Source:
        return Source(file=self.name_of(path))

    def name_of(self, path: Path) -> str:
        """Return the path of a file from the folder on."""
        return path.relative_to(self.folder).as_posix()


def is_plain(path: Path) -> bool:
    """Tell whether a path is a file that ends, and no pipe, socket or device.

    Raises:
        OSError: there is no such file.
    """
    return S_ISREG(path.stat().st_mode)


def not_plain() -> CellError:
    """Return the error for a pipe, socket or device in the place of a file."""
    return CellError(
        Bilingual(
            "ini pipa, soket, atau perangkat, bukan berkas biasa, dan tidak dibaca. Simpan isinya sebagai "
            "berkas biasa.",
            "this is a pipe, socket or device, no plain file, and is not read. Save its content as a file.",
        ),
        Bilingual("berkas biasa", "a plain file"),
    )


def _led_out() -> CellError:
    return CellError(
        Bilingual(
            "ini tautan ke luar folder laporan, dan tidak diikuti. Salin berkasnya ke dalam folder.",
            "this is a link that leads out of the report folder, and is not followed. Copy the file into it.",
        ),
        Bilingual("berkas di dalam folder laporan", "a file inside the report folder"),
    )


def _visible(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir(), key=lambda path: path.name):
        if not path.name.startswith((".", "~$")) and path.name.casefold() not in _PASSED_OVER:
            yield path


def pictures_in(folder: Path, year: ServiceYear) -> Iterator[tuple[str, bytes]]:
    """Yield the named pictures that lie in the folder; a link that leads out of it is none."""
    pictures = year.service.pictures
    named = [] if isinstance(pictures, Absent) else [picture.file for picture in pictures]
    root = folder.resolve()
    for name in sorted({*named, year.body.logo} - {""}):
        with suppress(OSError, ValueError):  # a name that no file can have leads to none
            path = (folder / name).resolve()
            if path.is_relative_to(root) and path.is_file():
                yield name, path.read_bytes()


def _is_picture(content: bytes) -> bool:
    """Tell whether a file begins as a BMP, GIF, JPEG, PNG, TIFF or WebP picture does."""
    if content.startswith(b"RIFF"):
        return content[8:12] == b"WEBP"
    if content.startswith(b"BM"):
        return int.from_bytes(content[14:18], "little") in _BMP_HEADERS
    return content.startswith(_PICTURES_BEGIN)


def printable_pictures(files: Mapping[str, bytes]) -> frozenset[str]:
    """Return the names of the files that are pictures."""
    return frozenset(name for name, content in files.items() if _is_picture(content))
