"""The one way in from outside: a folder, JSON, a document of ours, or what an importer reads."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import ClassVar

from attrs import evolve, frozen

from ppid_core.errors import AnswerError, InputError
from ppid_core.intake.cells import CellError
from ppid_core.intake.files import fault
from ppid_core.intake.files.carried import DocxImporter, HtmlImporter, PdfImporter
from ppid_core.intake.files.folder import is_plain, not_plain, read_folder
from ppid_core.intake.files.importer import FOLDER, Importer, ending, refused
from ppid_core.intake.files.lone_file import read_lone
from ppid_core.intake.files.row_file import OBJECTS, PACKED, SET_APART
from ppid_core.intake.files.workbook import WorkbookImporter
from ppid_core.intake.result import Intake, logged
from ppid_core.intake.supplement import NO_SUPPLEMENT, Supplement
from ppid_core.language import Bilingual
from ppid_core.source import WORKBOOKS

STANDARD_INPUT = "-"


@frozen(kw_only=True)
class FolderImporter:
    """A folder of CSV tables."""

    name: str = "folder"
    label: str = "Folder tabel (.csv)"
    label_en: ClassVar[str] = "Folder of tables (.csv)"
    suffixes: tuple[str, ...] = (FOLDER,)

    def read(self, path: Path, /) -> Intake:
        """Return what the folder holds."""
        return self.read_given(path, NO_SUPPLEMENT)

    def read_given(self, path: Path, said: Supplement, /) -> Intake:
        """Return what the folder holds, with what was said beside it."""
        return read_folder(path, said)


@frozen(kw_only=True)
class RowsImporter:
    """A file of rows, called after its table or known by its heading."""

    name: str = "rows"
    label: str = "Register atau tabel lain (.csv, .tsv, .jsonl)"
    label_en: ClassVar[str] = "Register or another table (.csv, .tsv, .jsonl)"
    suffixes: tuple[str, ...] = (*SET_APART, *OBJECTS, *PACKED)

    def read(self, path: Path, /) -> Intake:
        """Return what the file holds."""
        return self.read_given(path, NO_SUPPLEMENT)

    def read_given(self, path: Path, said: Supplement, /) -> Intake:
        """Return what the file holds, with what was said beside it."""
        return read_lone(path, said)


@frozen(kw_only=True)
class JsonImporter:
    """JSON: a year or a report of ours, the tables as objects, or a list of records."""

    name: str = "json"
    label: str = "JSON ppid-core"
    label_en: ClassVar[str] = "JSON of ppid-core"
    suffixes: tuple[str, ...] = (".json",)

    def read(self, path: Path, /) -> Intake:
        """Return what the file holds."""
        return self.read_given(path, NO_SUPPLEMENT)

    def read_given(self, path: Path, said: Supplement, /) -> Intake:
        """Return what the file holds, with what was said beside it."""
        return _read_json(path.name, path.read_bytes(), said, path.parent)


_Hearing = FolderImporter | RowsImporter | WorkbookImporter | JsonImporter
"""Those that hear what was said beside the file."""
BUILT_IN_IMPORTERS: tuple[Importer, ...] = (
    FolderImporter(),
    RowsImporter(),
    WorkbookImporter(),
    JsonImporter(),
    HtmlImporter(),
    DocxImporter(),
    PdfImporter(),
)


def load(
    path: str | Path,
    importers: Iterable[Importer] = (),
    *,
    year: int | None = None,
    keys: Mapping[str, str] | None = None,
    tables: Mapping[str, str] | None = None,
) -> Intake:
    """Return what a report folder, or a file, holds.

    >>> from ppid_core import load
    >>> load("examples/kota-serang-2020").year.body.name
    'Pemerintah Kota Serang'

    Args:
        path: a folder of tables; one file of rows (``.csv``, ``.tsv``, ``.jsonl``, also packed as ``.gz``),
            of which the table is known by its name or its heading; a workbook (``.xlsx``, ``.xlsm``,
            ``.xls``, ``.ods``); JSON, as a file or as "-" for standard input; a page, Word file
            or PDF that we wrote (``.html``, ``.htm``, ``.docx``, ``.pdf``), which carries the data of its
            public edition; or a file that one of ``importers`` reads.
        importers: asked in order by the ending of the file, such as those of `load_plugins`; after them the
            built-in ones, so that a folder, JSON and our documents can always be read.
        year: the year of the report, where no *laporan* says it; None takes that in which all cases came in.
        keys: keys of *laporan* with their values (``badan.nama``), which win over those of the table.
        tables: the table that a file, or a sheet, is by its name: ``{"data.csv": "permohonan"}``; by default
            what its own name says, or its heading.

    Raises:
        InputError: there is no such folder, nobody reads such a file, a document carries no data, or no year
            can be named; it carries every problem.
        ExtraMissingError: a PDF is to be read, and pypdf is not installed.
        AnswerError: an importer returns what is no `Intake`.
        UnknownNameError: ``keys`` or ``tables`` name what there is not.
        OptionError: a key cannot have that value.
        Exception: whatever the importer raises, with a note that names it.
    """
    return _loaded(path, importers, Supplement.of(year=year, keys=keys, tables=tables))


def _loaded(path: str | Path, importers: Iterable[Importer], said: Supplement) -> Intake:
    if str(path) == STANDARD_INPUT:
        return logged(_read_json(STANDARD_INPUT, sys.stdin.buffer.read(), said, None), "json")
    place, known = Path(path), (*importers, *BUILT_IN_IMPORTERS)
    if not place.exists():
        raise refused(place.name, _not_found(place))
    if not (place.is_dir() or is_plain(place)):
        raise refused(place.name, not_plain())
    wanted = ending(place)
    for importer in known:
        if wanted in importer.suffixes:
            return logged(_hashed(_read(importer, place, said), place), importer.name)
    raise refused(place.name, _unreadable(place, known))


def is_ours(path: str | Path) -> bool:
    """Tell whether an importer of ours reads what lies there, so that none of a plugin has to be asked."""
    ours = {suffix for importer in BUILT_IN_IMPORTERS for suffix in importer.suffixes}
    return str(path) == STANDARD_INPUT or ending(Path(path)) in ours


def _read(importer: Importer, place: Path, said: Supplement) -> Intake:
    kind = type(importer)
    try:
        intake = _asked(importer, place, said)
    except InputError:
        raise
    except BaseException as error:
        error.add_note(f"Pengimpor {kind.__module__}.{kind.__qualname__}, berkas {place.name}")
        raise
    if not isinstance(intake, Intake):
        returned = type(intake).__name__
        raise AnswerError(
            Bilingual(
                f"pengimpor {kind.__name__} mengembalikan {returned}, bukan Intake",
                f"the importer {kind.__name__} returned {returned}, not an Intake",
            )
        )
    return intake


def _asked(importer: Importer, place: Path, said: Supplement) -> Intake:
    """Return what an importer reads; only ours hear what was said beside the file."""
    if isinstance(importer, _Hearing):
        return importer.read_given(place, said)
    if said:
        raise refused(place.name, fault.says_all_itself())
    return importer.read(place)


def _hashed(intake: Intake, place: Path) -> Intake:
    """Return the intake with the hash of its file, where the importer told none."""
    if intake.inputs or place.is_dir():
        return intake
    return evolve(intake, inputs={place.name: sha256(place.read_bytes()).hexdigest()})


def _read_json(name: str, content: bytes, said: Supplement, home: Path | None) -> Intake:
    from ppid_core.intake.files.json_file import read_json  # noqa: PLC0415  a folder needs no converter

    return read_json(name, content, said, home)


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


def _unreadable(place: Path, importers: Sequence[Importer]) -> CellError:
    ours = _endings(BUILT_IN_IMPORTERS)
    rows = RowsImporter().suffixes
    documents = ", ".join(sorted(ours - {FOLDER, ".json", *WORKBOOKS, *rows}))
    endings = ", ".join(sorted(_endings(importers) - ours))
    plugins = _BY_PLUGINS.fill(endings=endings) if endings else Bilingual("", "")
    books, tables = ", ".join(WORKBOOKS), ", ".join(rows)
    told = _NO_INPUT.fill(place=place, workbooks=books, tables=tables, documents=documents)
    return CellError(
        Bilingual(told.id + plugins.id, told.en + plugins.en),
        Bilingual(
            f"folder laporan, tabel, buku kerja, berkas JSON, atau dokumen kami ({documents})",
            f"a report folder, a table, a workbook, a JSON file or a document of ours ({documents})",
        ),
    )


def _endings(importers: Iterable[Importer]) -> set[str]:
    return {one for importer in importers for one in importer.suffixes}


_NO_INPUT = Bilingual(
    '"{place}" bukan folder, buku kerja ({workbooks}), tabel ({tables}), atau JSON, bukan pula dokumen '
    "buatan ppid laporan ({documents}). Sebutkan folder yang memuat tabel-tabelnya.",
    '"{place}" is no folder, no workbook ({workbooks}), no table ({tables}) and no JSON, nor a document made '
    "with ppid report ({documents}). Name the folder that holds the tables.",
)
_BY_PLUGINS = Bilingual(" Plugin yang terpasang membaca {endings}.", " Installed plugins read {endings}.")
