"""From our own JSON to an intake: a year, an exported report, or the tables as objects."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ppid_core.errors import InputError
from ppid_core.glossary import spelling
from ppid_core.intake.cells import CellError
from ppid_core.intake.files.json_text import may_hold_controls, plain_values, twice
from ppid_core.intake.files.json_year import read_year
from ppid_core.intake.files.memory import rows_sheet
from ppid_core.intake.ledger import Ledger
from ppid_core.intake.nearest import ask_nearest
from ppid_core.intake.result import Intake
from ppid_core.intake.tables import known_tables
from ppid_core.intake.text_file import decode
from ppid_core.intake.year import gather
from ppid_core.language import Bilingual
from ppid_core.schema import SCHEMAS
from ppid_core.source import Source

_REPORT = "laporan"


def read_json(name: str, content: bytes) -> Intake:
    """Return what a JSON file holds.

    Args:
        name: the name of the file, "-" for standard input.
        content: its bytes.

    Raises:
        InputError: it is no JSON of ours, or no year can be named; it carries every problem.
    """
    ledger = Ledger()
    try:
        text = decode(content)
        plain = _parsed(text)
        if _REPORT in plain:
            return _read_tables(name, plain, ledger)
        _note_draft(name, plain, ledger)
        return read_year(name, _year_of(plain), ledger, has_controls=may_hold_controls(content, text))
    except CellError as error:
        ledger.refuse(Source(file=name), error)
        raise InputError(ledger.problems) from None


def _parsed(text: str) -> dict[str, Any]:
    plain = plain_values(text)
    if not isinstance(plain, dict):
        raise _not_ours()
    return plain


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
        ledger.note(
            Bilingual(
                f"{name}: data ini dari sebuah draf ({mark}).",
                f"{name}: these are the data of a draft ({mark}).",
            ),
            Source(file=name),
        )


def _read_tables(name: str, plain: Mapping[str, Any], ledger: Ledger) -> Intake:
    sheets = {}
    for number, (key, rows) in enumerate(plain.items(), start=1):
        table = known_tables().get(spelling(key))
        typed = _pairs(rows) if table == _REPORT and isinstance(rows, Mapping) else rows
        if table is None:
            nearest = ask_nearest(key, known_tables(), number)
            text = (
                f"{name}: tabel {key} tidak dibaca. {nearest.id}",
                f"{name}: {key} is not read. {nearest.en}",
            )
            ledger.note(Bilingual(*text), Source(file=name, sheet=key))
        elif table in sheets:
            ledger.refuse(Source(file=name, sheet=key), twice(table))
            ledger.lose_table(table, Source(file=name, sheet=key))
        elif isinstance(typed, list) and all(isinstance(row, Mapping) for row in typed):
            place = Source(file=name, sheet=key)
            try:
                sheets[table] = rows_sheet(name, typed, sheet=key)
            except CellError as error:
                ledger.refuse(place, error)
        else:
            ledger.refuse(Source(file=name, sheet=key), _no_rows())
            ledger.lose_table(table, Source(file=name, sheet=key))
    return gather(sheets, ledger)


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
