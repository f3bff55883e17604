"""The one way in from outside: a folder, JSON, a document of ours, or what an importer reads."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from hashlib import sha256
from pathlib import Path

from attrs import evolve, frozen

from ppid_core.errors import AnswerError, InputError
from ppid_core.intake.cells import CellError
from ppid_core.intake.files.carried import DocxImporter, HtmlImporter, PdfImporter
from ppid_core.intake.files.folder import is_plain, not_plain, read_folder
from ppid_core.intake.files.importer import FOLDER, Importer, ending, refused
from ppid_core.intake.files.workbook import WorkbookImporter
from ppid_core.intake.result import Intake
from ppid_core.language import Bilingual
from ppid_core.source import WORKBOOKS

STANDARD_INPUT = "-"


@frozen(kw_only=True)
class FolderImporter:
    """A folder of CSV tables."""

    name: str = "folder"
    label: str = "Folder tabel (.csv)"
    suffixes: tuple[str, ...] = (FOLDER,)

    def read(self, path: Path, /) -> Intake:
        """Return what the folder holds."""
        return read_folder(path)


@frozen(kw_only=True)
class JsonImporter:
    """Our own JSON: a year, an exported report, or the tables as objects."""

    name: str = "json"
    label: str = "JSON ppid-core"
    suffixes: tuple[str, ...] = (".json",)

    def read(self, path: Path, /) -> Intake:
        """Return what the file holds."""
        return _read_json(path.name, path.read_bytes())


BUILT_IN_IMPORTERS: tuple[Importer, ...] = (
    FolderImporter(),
    WorkbookImporter(),
    JsonImporter(),
    HtmlImporter(),
    DocxImporter(),
    PdfImporter(),
)


def load(path: str | Path, importers: Iterable[Importer] = ()) -> Intake:
    """Return what a report folder, or a file, holds.

    >>> from ppid_core import load
    >>> load("examples/kota-serang-2020").year.body.name
    'Pemerintah Kota Serang'

    Args:
        path: a folder of CSV tables; a workbook with a sheet for each (``.xlsx``, ``.xlsm``,
            ``.ods``); our own JSON, as a file or as "-" for standard input; a page, Word file or PDF that we
            wrote (``.html``, ``.htm``, ``.docx``, ``.pdf``), which carries the data of its public edition; or
            a file that one of ``importers`` reads.
        importers: asked in order by the ending of the file, such as those of `load_plugins`; after them the
            built-in ones, so that a folder, JSON and our documents can always be read.

    Raises:
        InputError: there is no such folder, nobody reads such a file, a document carries no data, or no year
            can be named; it carries every problem.
        ExtraMissingError: a PDF is to be read, and pypdf is not installed.
        AnswerError: an importer returns what is no `Intake`.
        Exception: whatever the importer raises, with a note that names it.
    """
    if str(path) == STANDARD_INPUT:
        return _read_json(STANDARD_INPUT, sys.stdin.buffer.read())
    place, known = Path(path), (*importers, *BUILT_IN_IMPORTERS)
    if not place.exists():
        raise refused(place.name, _not_found(place))
    if not (place.is_dir() or is_plain(place)):
        raise refused(place.name, not_plain())
    wanted = ending(place)
    for importer in known:
        if wanted in importer.suffixes:
            return _hashed(_read(importer, place), place)
    raise refused(place.name, _unreadable(place, known))


def is_ours(path: str | Path) -> bool:
    """Tell whether an importer of ours reads what lies there, so that none of a plugin has to be asked."""
    ours = {suffix for importer in BUILT_IN_IMPORTERS for suffix in importer.suffixes}
    return str(path) == STANDARD_INPUT or ending(Path(path)) in ours


def _read(importer: Importer, place: Path) -> Intake:
    kind = type(importer)
    try:
        intake = importer.read(place)
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


def _hashed(intake: Intake, place: Path) -> Intake:
    """Return the intake with the hash of its file, where the importer told none."""
    if intake.inputs or place.is_dir():
        return intake
    return evolve(intake, inputs={place.name: sha256(place.read_bytes()).hexdigest()})


def _read_json(name: str, content: bytes) -> Intake:
    from ppid_core.intake.files.json_file import read_json  # noqa: PLC0415  a folder needs no converter

    return evolve(read_json(name, content), inputs={name: sha256(content).hexdigest()})


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
    documents = ", ".join(sorted(ours - {FOLDER, ".json", *WORKBOOKS}))
    endings = ", ".join(sorted(_endings(importers) - ours))
    plugins = _BY_PLUGINS.fill(endings=endings) if endings else Bilingual("", "")
    told = _NO_INPUT.fill(place=place, workbooks=", ".join(WORKBOOKS), documents=documents)
    return CellError(
        Bilingual(told.id + plugins.id, told.en + plugins.en),
        Bilingual(
            f"folder laporan, buku kerja, berkas JSON, atau dokumen kami ({documents})",
            f"a report folder, a workbook, a JSON file or a document of ours ({documents})",
        ),
    )


def _endings(importers: Iterable[Importer]) -> set[str]:
    return {one for importer in importers for one in importer.suffixes}


_NO_INPUT = Bilingual(
    '"{place}" bukan folder, buku kerja ({workbooks}), atau JSON, bukan pula dokumen buatan ppid laporan '
    "({documents}). Sebutkan folder yang memuat tabel-tabelnya.",
    '"{place}" is no folder, no workbook ({workbooks}) and no JSON, nor a document made with ppid report '
    "({documents}). Name the folder that holds the tables.",
)
_BY_PLUGINS = Bilingual(" Plugin yang terpasang membaca {endings}.", " Installed plugins read {endings}.")
