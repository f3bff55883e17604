"""From JSON to an intake: a year or a report of ours, tables by their names, or a list of records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, MutableMapping, Sequence
from functools import partial
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import Any

from attrs import evolve

from ppid_core.errors import InputError
from ppid_core.intake.cells import CellError
from ppid_core.intake.files import fault
from ppid_core.intake.files.found import Foreign, FoundTable
from ppid_core.intake.files.json_text import may_hold_controls, plain_values
from ppid_core.intake.files.json_year import read_year
from ppid_core.intake.files.lone_file import intake_of
from ppid_core.intake.files.memory import rows_sheet
from ppid_core.intake.files.row_file import named_table, unpacked_name
from ppid_core.intake.ledger import Ledger
from ppid_core.intake.result import Intake
from ppid_core.intake.sheet import Sheet
from ppid_core.intake.supplement import NO_SUPPLEMENT, Supplement
from ppid_core.intake.text_file import decode
from ppid_core.language import Bilingual
from ppid_core.schema import SCHEMAS
from ppid_core.source import Source

_REPORT = "laporan"


def read_json(
    name: str, content: bytes, said: Supplement = NO_SUPPLEMENT, home: Path | None = None
) -> Intake:
    """Return what a JSON file holds.

    Args:
        name: the name of the file, "-" for standard input.
        content: its bytes.
        said: what was said beside it; of a year that says all itself, nothing.
        home: the folder in which it lies; None for nowhere.

    Raises:
        InputError: it is no JSON of ours, or no year can be named; it carries every problem.
    """
    ledger, inputs = Ledger(file=name), dict[str, str]()
    try:
        text = decode(content)
        plain = plain_values(text)
        if (tables := _tables_in(plain)) is not None:
            found = list(_found(name, tables, content, inputs))
            return intake_of(found, ledger, inputs, said, home)
        if not isinstance(plain, dict):
            raise _not_ours()
        if said:
            raise fault.says_all_itself()
        _note_draft(name, plain, ledger)
        year = _year_of(plain)
        return evolve(
            read_year(name, year, ledger, has_controls=may_hold_controls(content, text)),
            inputs={name: sha256(content).hexdigest()},
        )
    except CellError as error:
        ledger.refuse(Source(file=name), error)
        raise InputError(ledger.problems) from None


def json_tables(name: str, content: bytes, inputs: MutableMapping[str, str]) -> Sequence[FoundTable]:
    """Return the tables in a JSON file of a folder; none of one that holds something else.

    Args:
        name: the name of the file.
        content: its bytes.
        inputs: its hash is written there once a table of it is read.

    Raises:
        CellError: it is no JSON.
    """
    tables = _tables_in(plain_values(decode(content)))
    return [] if tables is None else list(_found(name, tables, content, inputs))


def _tables_in(plain: object) -> Mapping[str, object] | None:
    """Return the tables that plain values hold: by their names, or one without a name; None for none.

    What says what it is (*schema*, *period*) is a year, and where *laporan* is there every name is a table;
    else each list of objects is one, whatever stands beside it (``{"data": […], "total": 2}``).
    """
    if isinstance(plain, list):
        return {"": plain} if _is_table(plain) else None
    if not isinstance(plain, dict) or not {"schema", "period"}.isdisjoint(plain):
        return plain if isinstance(plain, dict) and _REPORT in plain else None
    return (
        plain if _REPORT in plain else {key: rows for key, rows in plain.items() if _is_table(rows)} or None
    )


def _is_table(rows: object) -> bool:
    return isinstance(rows, list) and bool(rows) and all(isinstance(row, Mapping) for row in rows)


def _found(
    name: str, tables: Mapping[str, object], content: bytes, inputs: MutableMapping[str, str]
) -> Iterator[FoundTable]:
    """Yield the tables; one alone may be called after its file."""
    digest = sha256(content).hexdigest()
    by_file = named_table(unpacked_name(name).stem) if len(tables) == 1 else None

    def read(key: str, table: str, _: Foreign) -> Sheet:
        inputs[name], rows = digest, tables[key]
        typed = _pairs(rows) if table == _REPORT and isinstance(rows, Mapping) else rows
        if not (isinstance(typed, list) and all(isinstance(row, Mapping) for row in typed)):
            raise _no_rows()
        return rows_sheet(Source(file=name, sheet=key), typed)

    for key in tables:
        yield FoundTable(
            place=Source(file=name, sheet=key),
            name=named_table(key) or by_file,
            titles=partial(_names, tables[key]),
            read=partial(read, key),
        )


def _names(rows: object, _: Foreign) -> Iterable[str]:
    """Return the names that rows have; none where there are no rows."""
    return dict.fromkeys(chain.from_iterable(rows)) if isinstance(rows, list) and _is_table(rows) else ()


def _year_of(plain: dict[str, Any]) -> dict[str, Any]:
    if "schema" not in plain:
        if "period" not in plain:
            raise _not_ours()
        return plain
    year: object = plain.get("year")
    if plain["schema"] == SCHEMAS["report"] and year is None and isinstance(plain.get("summary"), dict):
        raise _figures_only()
    if plain["schema"] not in {SCHEMAS["report"], SCHEMAS["year"]} or not isinstance(year, dict):
        raise _not_ours()
    return year


def _note_draft(name: str, plain: Mapping[str, Any], ledger: Ledger) -> None:
    """Note that a draft was exported: what its makers could not read is not in it."""
    meta = plain.get("meta")
    mark = meta.get("draft") if isinstance(meta, Mapping) else None
    if isinstance(mark, str) and mark:
        ledger.note(fault.of_draft(name, mark), Source(file=name))


def _pairs(keys: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Return an object of keys as rows of *laporan*; a list of values is joined as a clerk would."""
    return [
        {"kunci": key, "isi": "|".join(map(str, value)) if isinstance(value, list) else value}
        for key, value in keys.items()
    ]


def _not_ours() -> CellError:
    expected = f'"schema": "{SCHEMAS["report"]}", "year": {{…}}'
    return CellError(
        Bilingual(
            f"JSON ini bukan laporan yang dikenal. Diharapkan {expected}, atau tabel dengan laporan.",
            f"this JSON is no report that we know. Expected is {expected}, or tables with laporan.",
        ),
        Bilingual.both(expected),
    )


def _figures_only() -> CellError:
    return CellError(
        Bilingual(
            "dokumen ini (pengumuman atau surat) membawa angka, bukan register. Pakai laporan lengkapnya.",
            "this document (an announcement or a letter) carries figures, no register. Use the whole report.",
        ),
        Bilingual("data dari laporan lengkap", "the data of a whole report"),
    )


def _no_rows() -> CellError:
    return CellError(
        Bilingual("tabel ini bukan daftar baris.", "this table is no list of rows."),
        Bilingual("daftar objek, satu untuk tiap baris", "a list of objects, one for each row"),
    )
