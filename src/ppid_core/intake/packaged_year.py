"""A year taken apart into tables of data and what they do not hold, and put together again, whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Self, TypedDict

from attrs import evolve, frozen

from ppid_core.errors import InputError
from ppid_core.intake import tables
from ppid_core.intake.cells import unguarded
from ppid_core.intake.cells.cell import words
from ppid_core.intake.data_table import DataColumn, DataTable, Kind, data_tables
from ppid_core.intake.ledger import Ledger
from ppid_core.intake.remainder import (
    PatchStepJson,
    Place,
    changed,
    changes,
    put_sources,
    sources_in,
    without_sources,
)
from ppid_core.intake.result import Intake
from ppid_core.intake.sheet import Sheet
from ppid_core.intake.year import gather
from ppid_core.model import ServiceYear

_Json = Any  # whatever json.loads returns

DESCRIPTOR, CATALOGUE = "datapackage.json", "katalog.jsonld"
DESCRIPTOR_KEY = "ppid:package"
"""Under which a descriptor holds what no table does."""
VERSION = 1
FIGURES, SOURCES = "angka", "sumber"
"""Tables of a package that are derived from the others, or read with them."""
_SAID = ("file", "sheet", "row", "column", "cell", "key")
"""What a source says, in the order of the columns of `SOURCES`."""
_COLUMNS: Mapping[str, tuple[str, Kind]] = {
    "table": ("tabel paket ini yang memuat nilainya", "string"),
    "row": ("baris di tabel itu, baris judul dihitung 1", "integer"),
    "pointer": ("tempat keterangan ini dalam data tahun itu (RFC 6901)", "string"),
    "file": ("berkas asal", "string"),
    "sheet": ("lembar asal di dalam buku kerja", "string"),
    "source_row": ("baris asal", "integer"),
    "column": ("judul kolom asal, seperti diketik", "string"),
    "cell": ("sel asal di dalam buku kerja", "string"),
    "key": ("kunci baris dari program yang mengirimnya", "string"),
}


@frozen(kw_only=True)
class PackagedYear:
    """A year as tables of data, with what no table of a report folder holds.

    Attributes:
        tables: those that the year keeps.
        sources: where each of its values came from.
        changes: what else differs from what is read of the tables, as steps of a JSON Patch.
    """

    tables: tuple[DataTable, ...]
    sources: DataTable
    changes: tuple[PatchStepJson, ...]

    @classmethod
    def of(cls, year: ServiceYear) -> Self:
        """Return a year taken apart: what is put together of it is the same, by the same reading."""
        from ppid_core.model.wire import year_json  # noqa: PLC0415  a folder needs no converter

        made, told = data_tables(year), year_json(year)
        read = _read(tuple(map(_sheet, made)))
        rows, further = list[tuple[str, ...]](), list[PatchStepJson]()
        stand = {pointer: (said["file"], said.get("row")) for pointer, said in sources_in(read)}
        for pointer, said in sources_in(told):
            file, row = stand.get(pointer, ("", None))
            line = (file.removesuffix(".csv"), "" if row is None else str(row), pointer, *_cells(said))
            if all(text.isascii() or _is_whole(text) for text in line):
                rows.append(line)
            else:
                further.append({"op": "add", "path": pointer, "value": dict(said)})
        return cls(
            tables=made,
            sources=_sources_table(rows),
            changes=(*changes(without_sources(read), without_sources(told)), *further),
        )


class BesideJson(TypedDict):
    """What no table of a package holds.

    Attributes:
        version: of the form of this; a package of another one is read as the tables that it has.
        edition: ``public`` or ``internal``.
        draft: the mark of a draft, "" for none.
        pictures: SHA-256 of each picture that the year names.
        changes: what differs from what is read of the tables.
    """

    version: int
    edition: str
    draft: str
    pictures: Mapping[str, str]
    changes: Sequence[PatchStepJson]


def beside_json(
    packaged: PackagedYear, *, edition: str, draft: str, pictures: Mapping[str, str]
) -> BesideJson:
    """Return what no table of a package holds."""
    return {
        "version": VERSION,
        "edition": edition,
        "draft": draft,
        "pictures": pictures,
        "changes": packaged.changes,
    }


def put_together(
    typed: Sequence[DataTable] | Sequence[Sheet],
    steps: Iterable[PatchStepJson],
    lines: Iterable[Sequence[str]],
) -> dict[str, _Json]:
    """Return the plain values of a year that was taken apart.

    Args:
        typed: its tables.
        steps: what else there is to change.
        lines: the rows of its sources.

    Raises:
        LookupError: steps or sources are of another year.
        ValueError: as before.
        TypeError: as before.
    """
    sheets = tuple(table if isinstance(table, Sheet) else _sheet(table) for table in typed)
    plain: dict[str, _Json] = changed(without_sources(_read(sheets)), steps)
    put_sources(plain, map(_place, lines))
    return plain


def read_tables(sheets: Iterable[Sheet], ledger: Ledger) -> Intake:
    """Return what tables of data hold by themselves, as those of any report folder.

    Raises:
        InputError: no year can be named; it carries every problem.
    """
    return gather({sheet.file.removesuffix(".csv"): without_blank_counts(sheet) for sheet in sheets}, ledger)


def _read(sheets: Iterable[Sheet]) -> dict[str, _Json]:
    """Return the plain values of what is read of tables; none where no year can be named."""
    from ppid_core.model.wire import year_json  # noqa: PLC0415  a folder needs no converter

    try:
        return year_json(read_tables(sheets, Ledger()).year)
    except InputError:
        return {}


def _sheet(table: DataTable) -> Sheet:
    heading = tuple(column.name for column in table.columns)
    return Sheet(file=f"{table.name}.csv", heading=heading, rows=table.rows)


def without_blank_counts(sheet: Sheet) -> Sheet:
    """Return a sheet without those columns that exclude each other and of which nothing is typed."""
    name = sheet.file.removesuffix(".csv")
    exclusive = {
        column.name for spec in tables.TABLES if spec.name == name for column in spec.exclusive
    } & set(sheet.heading)
    blank = {
        at
        for at, title in enumerate(sheet.heading)
        if title in exclusive and not any(row[at].strip() for row in sheet.rows)
    }
    if not blank:
        return sheet
    kept = [at for at in range(len(sheet.heading)) if at not in blank]
    return evolve(
        sheet,
        heading=tuple(sheet.heading[at] for at in kept),
        rows=tuple(tuple(row[at] for at in kept) for row in sheet.rows),
    )


def _cells(said: Mapping[str, _Json]) -> Iterator[str]:
    """Yield what a source says as cells; no spreadsheet runs one as a formula."""
    return (words(str(said.get(name, ""))) for name in _SAID)


def _is_whole(text: str) -> bool:
    """Tell whether every file can hold a text: a lone surrogate is no character of one."""
    return text.encode("utf-8", "replace").decode() == text


def _place(line: Sequence[str]) -> Place:
    """Return the place that a row of `SOURCES` tells."""
    _, _, pointer, *said = line
    told = {name: unguarded(text) for name, text in zip(_SAID, said, strict=True) if text}
    return pointer, {name: int(text) if name == "row" else text for name, text in told.items()}


def _sources_table(rows: Iterable[tuple[str, ...]]) -> DataTable:
    return DataTable(
        name=SOURCES,
        meaning="Tempat asal tiap nilai: berkas, lembar, dan baris yang dibaca ketika paket ini dibuat",
        columns=tuple(
            DataColumn(name=name, meaning=meaning, kind=kind) for name, (meaning, kind) in _COLUMNS.items()
        ),
        rows=tuple(rows),
        is_typed=False,
    )
