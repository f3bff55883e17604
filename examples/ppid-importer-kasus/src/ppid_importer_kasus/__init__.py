"""Casework records for ppid-core: a JSON object in each line, which says what kind of record it is."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from attrs import frozen

from ppid_core import InputError, Intake, Problem, Source, from_rows, hookimpl
from ppid_core.language import Bilingual
from ppid_core.plugins import Importer

RECORDS = {"setting": "laporan", "request": "permohonan", "objection": "keberatan"}
"""Which table a record is a row of."""
FIELDS: Mapping[str, Mapping[str, str]] = {
    "laporan": {"key": "kunci", "value": "isi"},
    "permohonan": {
        "id": "nomor",
        "received": "tanggal",
        "applicant_kind": "pemohon",
        "applicant_name": "nama",
        "via": "kanal",
        "about": "informasi",
        "decision": "keputusan",
        "answered": "tanggal_pemberitahuan",
    },
    "keberatan": {"id": "nomor", "request": "nomor_permohonan", "received": "tanggal", "ground": "alasan"},
}
"""Under which heading of ours each field of a record stands."""
OBJECT = Bilingual(
    "satu objek JSON dengan record setting, request, atau objection",
    "a JSON object whose record is setting, request or objection",
)

Row = Mapping[str, object]


@frozen(kw_only=True)
class KasusImporter:
    """The export of a casework program."""

    name: str = "kasus"
    label: str = "Ekspor kasus (.kasus)"
    suffixes: tuple[str, ...] = (".kasus",)

    def read(self, path: Path, /) -> Intake:
        """Return what the file holds; every place is that of its line."""
        lines = list(self._lines(path))
        tables = {
            table: [row if named == table else {} for named, row in lines]
            for table in RECORDS.values()
            if table == "laporan" or any(named == table for named, _ in lines)
        }
        return from_rows(tables, file=path, first_row=1)

    def _lines(self, path: Path) -> Iterator[tuple[str, Row]]:
        """Yield table and row of each line; a blank one is of no table."""
        for number, line in enumerate(path.read_bytes().splitlines(), start=1):
            if not line.strip():
                yield "", {}
                continue
            try:
                record = json.loads(line)
                table = RECORDS[record.pop("record")]
            except (ValueError, AttributeError, LookupError, TypeError, RecursionError):
                raise _refused(path, number) from None
            yield table, {FIELDS[table].get(name, name): value for name, value in record.items()}


def _refused(path: Path, line: int) -> InputError:
    """Return what is raised for a line that is no record; what stands there may be of a person."""
    told = Bilingual(f"baris {line} bukan catatan kasus.", f"line {line} is no record of a case.")
    return InputError(
        [Problem(source=Source(file=path.name, row=line), value="", expected=OBJECT, message=told)]
    )


@hookimpl
def ppid_register_importers() -> Iterable[Importer]:
    """Return the importer."""
    return [KasusImporter()]
