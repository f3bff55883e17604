"""The year as JSON holds it: what cannot be is taken out and told, and the rest is kept.

A value that cannot be costs the value where its row can tell so, else the row.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, MutableMapping
from typing import Any

from attrs import frozen
from cattrs import BaseValidationError, ClassValidationError, ForbiddenExtraKeysError, IterableValidationError

from ppid_core.errors import InputError, Problem
from ppid_core.intake import fault, tables
from ppid_core.intake.cells import PRIVATE, CellError, refuse_control, shown
from ppid_core.intake.ledger import Ledger
from ppid_core.intake.result import Intake, RejectedRow
from ppid_core.intake.rows.veil import is_ordinary
from ppid_core.language import Bilingual
from ppid_core.model import Reason, ServiceYear
from ppid_core.model.wire import structure
from ppid_core.source import Source

_ROWS: Mapping[str, _Path] = tables.table_rows()
_PERIOD = "period"
_FIELDS: Mapping[str, Mapping[str, str]] = {
    spec.name: spec.fields for spec in (tables.REQUESTS, tables.OBJECTIONS, tables.DISPUTES, tables.SUITS)
}
_REGISTERS: Mapping[str, _Path] = {table: _ROWS[table] for table in _FIELDS}
_MAY_BE_ABSENT = frozenset(
    {
        *("agencies", "information_types", "matrix", "requests", "objections", "disputes", "suits"),
        *("budget", "stated_figures"),
    }
)
_UNREADABLE = {"absent": str(Reason.UNREADABLE)}
"""What stands where a whole table could not be read."""
_DEPTH = 3
"""Steps to a field of a row of a register: register, row, field."""


def read_year(
    name: str, plain: MutableMapping[str, Any], ledger: Ledger, *, has_controls: bool = True
) -> Intake:
    """Return the year in ``plain``, which is changed: rows that cannot be are taken out of it.

    Args:
        name: the name of the file.
        plain: the year as plain values.
        ledger: what is found is told there.
        has_controls: whether any text of it may hold control characters.

    Raises:
        InputError: its period cannot be read; it carries every problem.
    """
    told_before = len(_listed(plain, "unread"))
    rows = {table: list(_rows_at(plain, path)) for table, path in _ROWS.items()}
    standing = {table: list(range(len(found))) for table, found in rows.items() if found}
    if has_controls:
        _take_out(name, plain, tuple(_control_flaws(plain)), standing, ledger)
    year = _structured(name, plain, standing, ledger)
    for cell in year.unread[:told_before]:
        ledger.refuse(cell.source or Source(file=name), fault.unread_before())
    for table, indices in standing.items():
        for index in sorted(set(range(len(rows[table]))) - set(indices)):
            ledger.rejected.append(_rejected(name, table, index, rows[table][index]))
    return Intake(
        year=year,
        problems=tuple(ledger.problems),
        notes=tuple(ledger.notes),
        rejected=tuple(ledger.rejected),
        read={table: len(rows[table]) for table in standing},
    )


def _structured(
    name: str, plain: MutableMapping[str, Any], standing: dict[str, list[int]], ledger: Ledger
) -> ServiceYear:
    while True:
        try:
            return structure(plain)
        except BaseValidationError as error:
            flaws = tuple(_flaws_of(error, plain))
        _take_out(name, plain, flaws, standing, ledger)
        if any(flaw.path[:1] in ((), (_PERIOD,)) for flaw in flaws):
            raise InputError(ledger.problems)


def _take_out(
    name: str,
    plain: MutableMapping[str, Any],
    flaws: Iterable[_Flaw],
    standing: dict[str, list[int]],
    ledger: Ledger,
) -> None:
    """Tell each flaw, and take out the row it stands in, or the one value where it is in no row."""
    wrong: set[_Path] = set()
    for flaw in flaws:
        ledger.problems.append(_problem(name, flaw, standing))
        part = _part_to_go(plain, flaw.path)
        if part not in wrong:
            _mark(plain, part, ledger.problems[-1].source)
        wrong.add(part)
    for path in sorted(wrong, key=_last_first, reverse=True):
        _delete(plain, path, standing)


def _part_to_go(plain: MutableMapping[str, Any], path: _Path) -> _Path:
    """Return the outermost list item on the path, else the deepest part of it that is there.

    Of a row that tells which of its fields are unread, it is the field.
    """
    if _field_of(path) is not None and _is_there(plain, path[:_DEPTH]):
        return path[:_DEPTH]
    for length, step in enumerate(path, start=1):
        if isinstance(step, int):
            return path[:length]
    while path and not _is_there(plain, path):
        path = path[:-1]
    return path


def _field_of(path: _Path) -> tuple[str, str] | None:
    """Return table and field of a value in a row that tells what of it is unread, None for other places."""
    for table, rows in _REGISTERS.items():
        if path[: len(rows)] == rows and len(path) >= _DEPTH and isinstance(path[_DEPTH - 1], str):
            return table, str(path[_DEPTH - 1])
    return None


def _mark(plain: MutableMapping[str, Any], path: _Path, source: Source) -> None:
    """Say in the year, and in the row, that a value is unread."""
    table = next((table for table, rows in _ROWS.items() if path[: len(rows)] == rows), "laporan")
    told, column = _field_of(path), ".".join(map(str, path)) if table == "laporan" else ""
    if told is not None:
        row = plain[str(path[0])][path[1]]
        column = next((name for name, field in _FIELDS[table].items() if field == told[1]), told[1])
        if told[1] in _FIELDS[table].values():
            row["unread"] = sorted({*_listed(row, "unread"), told[1]})
    place = {"file": source.file, "column": source.column}
    plain["unread"] = [*_listed(plain, "unread"), {"table": table, "column": column, "source": place}]


def _listed(plain: Mapping[str, Any], key: str) -> list[Any]:
    found = plain.get(key)
    return found if isinstance(found, list) else []


def _last_first(path: _Path) -> tuple[tuple[str, int], ...]:
    return tuple((step, -1) if isinstance(step, str) else ("", step) for step in path)


def _delete(plain: MutableMapping[str, Any], path: _Path, standing: dict[str, list[int]]) -> None:
    if not path or not _is_there(plain, path):
        return
    for table, rows in _ROWS.items():
        if path[:-1] == rows and isinstance(path[-1], int) and table in standing:
            del standing[table][path[-1]]
        elif rows[: len(path)] == path and table in standing:
            standing[table].clear()
    inner: Any = plain
    for step in path[:-1]:
        inner = inner[step]
    if path[0] in _MAY_BE_ABSENT and len(path) == 1 and inner[path[0]] != _UNREADABLE:
        inner[path[0]] = dict(_UNREADABLE)
    else:
        del inner[path[-1]]


def _is_there(plain: Any, path: _Path) -> bool:  # noqa: ANN401  any JSON value
    for step in path:
        if isinstance(step, str) and not (isinstance(plain, Mapping) and step in plain):
            return False
        if isinstance(step, int) and not (isinstance(plain, list) and step < len(plain)):
            return False
        plain = plain[step]
    return True


def _rows_at(plain: Any, path: _Path) -> Iterator[Any]:  # noqa: ANN401  any JSON value
    for step in path:
        plain = plain.get(step) if isinstance(plain, Mapping) else None
    yield from plain if isinstance(plain, list) else ()


def _problem(name: str, flaw: _Flaw, standing: Mapping[str, list[int]]) -> Problem:
    """Return the problem; the place counts the rows as they stand in the file."""
    steps = list(flaw.path)
    for table, rows in _ROWS.items():
        index = steps[len(rows)] if len(steps) > len(rows) else None
        if flaw.path[: len(rows)] == rows and isinstance(index, int) and index < len(standing.get(table, ())):
            steps[len(rows)] = standing[table][index]
    where = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in steps).removeprefix(".")
    source = Source(file=name, column=where)
    return Problem(source=source, value=flaw.value, expected=flaw.expected, message=flaw.message)


def _rejected(name: str, table: str, index: int, row: object) -> RejectedRow:
    where = ".".join(str(step) for step in _ROWS[table])
    source = Source(file=name, column=f"{where}[{index}]")
    return RejectedRow(table=table, source=source, cells=(json.dumps(row, ensure_ascii=False, default=str),))


_Path = tuple[str | int, ...]

_NEGATIVE = re.compile(r"'(\w+)' must be >= 0")
_APPLICANT = "applicant"
_PERSONAL_REGISTERS = (("requests",), ("objections",), ("disputes",))
_SCHEMA = Bilingual("nilai menurut model tahun layanan", "a value of the model of a service year")


@frozen(kw_only=True)
class _Flaw:
    """One value that cannot be, at ``path``; personal data are not quoted."""

    path: _Path
    value: str = ""
    message: Bilingual
    expected: Bilingual


def _flaws_of(error: BaseException, plain: object, path: _Path = ()) -> Iterator[_Flaw]:
    """Yield each flaw that structuring found.

    Args:
        error: what cattrs raised, a group of groups.
        plain: the whole JSON value.
        path: where ``error`` was raised.
    """
    if isinstance(error, ClassValidationError | IterableValidationError):
        noted, other = error.group_exceptions()
        for inner, note in noted:
            step = note.name if hasattr(note, "name") else note.index
            yield from _flaws_of(inner, plain, (*path, step))
        for inner in other:
            yield from _flaws_of(inner, plain, path)
    elif isinstance(error, BaseValidationError):
        for inner in error.exceptions:
            yield from _flaws_of(inner, plain, path)
    elif isinstance(error, ForbiddenExtraKeysError):
        for key in sorted(error.extra_fields):
            yield _flaw((*path, key), key, _UNKNOWN_KEY)
    else:
        yield _flaw_of_value(error, plain, path)


def _control_flaws(plain: object, path: _Path = ()) -> Iterator[_Flaw]:
    """Yield each text that holds a control character."""
    if isinstance(plain, Mapping):
        for key, value in plain.items():
            yield from _control_flaws(value, (*path, str(key)))
    elif isinstance(plain, list):
        for index, value in enumerate(plain):
            yield from _control_flaws(value, (*path, index))
    elif isinstance(plain, str):
        try:
            refuse_control(plain)
        except CellError as error:
            yield _flaw(path, plain, error)


def _flaw_of_value(error: BaseException, plain: object, path: _Path) -> _Flaw:
    if isinstance(error, KeyError):
        return _flaw(path, "", _MISSING_KEY)
    if negative := _NEGATIVE.search(str(error)):
        path = (*path, negative[1])
        return _flaw(path, str(_at(plain, path)), _NEGATIVE_COUNT)
    value = _at(plain, path)
    return _flaw(path, str(value) if isinstance(value, str | int | float) else "", _UNKNOWN_VALUE)


def _flaw(path: _Path, value: str, error: CellError) -> _Flaw:
    private = _APPLICANT in path or (path[:1] in _PERSONAL_REGISTERS and not is_ordinary(value))
    return _Flaw(
        path=path,
        value=PRIVATE.id if private else value,
        message=error.about(PRIVATE if private else shown(value)),
        expected=error.expected,
    )


def _at(plain: object, path: _Path) -> object:
    for step in path:
        if isinstance(plain, Mapping):
            plain = plain.get(step)
        elif isinstance(plain, list) and isinstance(step, int) and step < len(plain):
            plain = plain[step]
        else:
            return None
    return plain


_UNKNOWN_KEY = CellError(
    Bilingual('kunci "{value}" tidak dikenal di sini.', 'the key "{value}" is not known here.'), _SCHEMA
)
_MISSING_KEY = CellError(Bilingual("nilai wajib ini tidak ada.", "this required value is missing."), _SCHEMA)
_NEGATIVE_COUNT = CellError(
    Bilingual('"{value}": jumlah tidak boleh negatif.', '"{value}": a count cannot be negative.'),
    Bilingual("0 atau lebih", "0 or more"),
)
_UNKNOWN_VALUE = CellError(
    Bilingual('"{value}" bukan nilai yang dikenal di sini.', '"{value}" is no value that is known here.'),
    _SCHEMA,
)
