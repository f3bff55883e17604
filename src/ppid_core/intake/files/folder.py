"""From a folder of CSV files to an intake: which file is which table, and what is passed over."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path, PurePath
from stat import S_ISREG

from attrs import define, evolve, field

from ppid_core.glossary import spelling
from ppid_core.intake.cells import CellError
from ppid_core.intake.files.csv_file import read_csv
from ppid_core.intake.files.launcher import launchers
from ppid_core.intake.ledger import Ledger
from ppid_core.intake.nearest import ask_nearest
from ppid_core.intake.prose import ProseFile
from ppid_core.intake.result import Intake
from ppid_core.intake.rows.cross_heading import BESIDE, is_of_totals, may_be_cross_table
from ppid_core.intake.sheet import Sheet
from ppid_core.intake.tables import AGGREGATES, known_tables
from ppid_core.intake.year import gather
from ppid_core.language import Bilingual
from ppid_core.model import Absent, ServiceYear
from ppid_core.source import Source

_PROSE = "naskah"
GUIDE = "PETUNJUK.txt"
_PROSE_SUFFIXES = frozenset({".txt", ".md"})
_PASSED_OVER = frozenset({GUIDE.casefold(), "thumbs.db", "desktop.ini", *launchers(".")})
_PICTURES_BEGIN = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF87a", b"GIF89a", b"II*\x00", b"MM\x00*")
"""JPEG, PNG, GIF and TIFF."""
_BMP_HEADERS = frozenset({12, 40, 52, 56, 64, 108, 124})
"""How long the second header of a BMP may say it is."""


_PACKED = (".gz", ".zst")
_TABLES = (".csv", ".jsonl", ".ndjson")


def table_in(file: str) -> str | None:
    """Return the table that a file holds by its name, packed or not; None for no table."""
    path = PurePath(file)
    if path.suffix.casefold() in _PACKED:
        path = path.with_suffix("")
    return known_tables().get(spelling(path.stem)) if path.suffix.casefold() in _TABLES else None


def read_folder(folder: Path) -> Intake:
    """Return what the folder holds.

    Raises:
        InputError: no year can be named; it carries every problem of the folder.
    """
    found = Folder(folder=folder)
    found.read()
    intake = gather(found.sheets, found.ledger, tuple(found.prose))
    pictures = dict(pictures_in(folder, intake.year))
    pictured = {name: sha256(content).hexdigest() for name, content in pictures.items()}
    inputs = dict(sorted({**found.inputs, **pictured}.items()))
    notes = tuple(note for note in intake.notes if note.source is None or note.source.file not in pictured)
    return evolve(intake, inputs=inputs, pictures=pictures, notes=notes)


@define
class Folder:
    """The files of a folder, sorted out by name: the same folder is always read in the same order."""

    folder: Path
    ledger: Ledger = field(factory=Ledger)
    sheets: dict[str, Sheet] = field(factory=dict)
    prose: list[ProseFile] = field(factory=list)
    inputs: dict[str, str] = field(factory=dict)

    def read(self) -> None:
        """Read every file."""
        for path in _visible(self.folder):
            if not path.is_dir():
                self._read_file(path)
            elif path.name.casefold() == _PROSE:
                self._read_chapters(path)

    def _read_chapters(self, folder: Path) -> None:
        if not self._is_inside(folder):
            self.ledger.refuse(Source(file=folder.name), _led_out())
            return
        for text in _visible(folder):
            self._read_prose(text)

    def _read_file(self, path: Path) -> None:
        table = self.table_of(path)
        if table is None:
            if not self._read_totals(path):
                self._note_unknown(path)
            return
        try:
            sheet = self.sheet_of(path, table)
            if table in self.sheets:
                raise twice(self.sheets[table].file)
        except CellError as error:
            self.ledger.refuse(Source(file=path.name), error)
            self.ledger.lose_table(table, Source(file=path.name))
        else:
            self.sheets[table] = sheet

    def _read_totals(self, path: Path) -> bool:
        """Read a further table of totals, such as *Rekapitulasi per OPD.csv*; tell whether it is one."""
        if path.suffix.casefold() != ".csv" or not is_of_totals(path.stem):
            return False
        try:
            sheet = self.sheet_of(path, AGGREGATES.name)
        except CellError:
            return False
        if is_one := may_be_cross_table(sheet):
            self.sheets[f"{AGGREGATES.name}{BESIDE}{path.name}"] = sheet
        return is_one

    def table_of(self, path: Path) -> str | None:
        """Return the table that a file holds, None where it is none."""
        return table_in(path.name) if path.suffix.casefold() == ".csv" else None

    def sheet_of(self, path: Path, _table: str) -> Sheet:
        """Return the table in a file.

        Raises:
            CellError: it cannot be read.
        """
        return read_csv(path.name, self._content(path))

    def _read_prose(self, path: Path) -> None:
        if path.suffix.casefold() not in _PROSE_SUFFIXES or path.is_dir():
            self._note_unknown(path)
            return
        try:
            content = self._content(path)
        except CellError as error:
            self.ledger.refuse(Source(file=self.name_of(path)), error)
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
            raise unopened() from error

    def _content(self, path: Path) -> bytes:
        with self.opening(path):
            content = path.read_bytes()
        self.inputs[self.name_of(path)] = sha256(content).hexdigest()
        return content

    def name_of(self, path: Path) -> str:
        """Return the path of a file from the folder on."""
        return path.relative_to(self.folder).as_posix()

    def _note_unknown(self, path: Path) -> None:
        name, nearest = self.name_of(path), ask_nearest(path.stem, known_tables(), len(self.ledger.notes) + 1)
        self.ledger.note(
            Bilingual(f"{name} tidak dibaca. {nearest.id}", f"{name} is not read. {nearest.en}"),
            Source(file=name),
        )


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


def twice(other: str) -> CellError:
    """Return the error for a second file of a table."""
    return CellError(
        Bilingual(
            f"tabel ini sudah ada di {other}. Hapus salah satu.", f"this table is there in {other} already."
        ),
        Bilingual("satu berkas untuk satu tabel", "one file for one table"),
    )


def unopened() -> CellError:
    """Return the error for a file that cannot be opened."""
    return CellError(
        Bilingual(
            "berkas ini tidak dapat dibuka. Tutup program yang memakainya, atau periksa hak aksesnya.",
            "this file cannot be opened. Close the program that uses it, or check its permissions.",
        ),
        Bilingual("berkas yang dapat dibuka", "a file that can be opened"),
    )
