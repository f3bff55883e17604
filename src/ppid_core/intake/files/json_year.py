"""The year as JSON holds it: what cannot be is taken out and told, and the rest is kept.

A value that cannot be costs the value where its row can tell so, else the row.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, MutableMapping, Sequence
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
from ppid_core.model import Reason, ServiceYear, YearPart
from ppid_core.model.wire import structure
from ppid_core.source import Source

_ROWS: Mapping[str, _Path] = tables.table_rows()
_PERIOD = "period"
_MATRIX = "matrix"
_TYPES, _OWN_PART, _SERIES = (_MATRIX, "types"), (_MATRIX, "part"), (_MATRIX, "series")
_OF_A_TYPE = frozenset({"short_name", "category", "source"})
"""What a type of the matrix may lack: without a code or a name no column of it can be told."""
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
    standing = tuple(_row_lists(plain))
    if has_controls:
        _take_out(name, plain, tuple(_control_flaws(plain)), standing, ledger)
    year = _structured(name, plain, standing, ledger)
    for cell in year.unread[:told_before]:
        ledger.refuse(cell.source or Source(file=name), fault.unread_before())
    left = {id(one.rows) for one in _row_lists(plain)}
    read: dict[str, int] = {}
    for one in standing:
        if one.table is not None:
            ledger.rejected.extend(_rejected(name, one, is_left=id(one.rows) in left))
            read[one.table] = read.get(one.table, 0) + len(one.typed)
    return Intake(
        year=year,
        problems=tuple(ledger.problems),
        notes=tuple(ledger.notes),
        rejected=tuple(ledger.rejected),
        read=read,
    )


@frozen(kw_only=True)
class _RowList:
    """A list of the year out of which what cannot be is taken.

    Attributes:
        table: the table whose rows it holds; None where it holds other things.
        path: where it stands in the file.
        rows: the list itself, which is changed.
        typed: what it held.
        places: where in the file each of those left stands.
    """

    table: str | None
    path: _Path
    rows: list[Any]
    typed: tuple[Any, ...]
    places: list[int]

    @classmethod
    def of(cls, table: str | None, path: _Path, rows: list[Any]) -> _RowList:
        """Return the list as it stands in the file."""
        return cls(table=table, path=path, rows=rows, typed=tuple(rows), places=list(range(len(rows))))


def _row_lists(plain: MutableMapping[str, Any]) -> Iterator[_RowList]:
    """Yield every list of rows that is not empty: of the matrix one for each period."""
    for table, path in _ROWS.items():
        if rows := _list_at(plain, path):
            yield _RowList.of(table, path, rows)
    if series := _list_at(plain, _SERIES):
        yield _RowList.of(None, _SERIES, series)
    for place in range(len(series)):
        if rows := _list_at(plain, path := (*_SERIES, place, "rows")):
            yield _RowList.of(tables.MATRIX, path, rows)


def _structured(
    name: str, plain: MutableMapping[str, Any], standing: Sequence[_RowList], ledger: Ledger
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
    standing: Sequence[_RowList],
    ledger: Ledger,
) -> None:
    """Tell each flaw, and take out the row it stands in, or the one value where it is in no row."""
    wrong: set[_Path] = set()
    for flaw in flaws:
        ledger.problems.append(_problem(name, flaw, plain, standing))
        part = _part_to_go(plain, flaw.path)
        if part not in wrong:
            _mark(plain, part, ledger.problems[-1].source)
        wrong.add(part)
    for path in sorted(wrong, key=_last_first, reverse=True):
        _delete(plain, path, standing)


def _part_to_go(plain: MutableMapping[str, Any], path: _Path) -> _Path:
    """Return the outermost list item on the path, else the deepest part of it that is there.

    Of a row that tells which of its fields are unread, it is the field; of a period of the matrix, its row.
    Without a type, which is a column of all of them, or the period of the year no row of it can be read.
    """
    if _field_of(path) is not None and _is_there(plain, path[:_DEPTH]):
        return path[:_DEPTH]
    if path[: len(_TYPES)] == _TYPES:
        part = path[: len(_TYPES) + 2]
        return part if part[-1] in _OF_A_TYPE and _is_there(plain, part) else (_MATRIX,)
    if path == _OWN_PART and _list_at(plain, _SERIES):
        return (_MATRIX,)
    whole = len(_SERIES) + 1 if path[: len(_SERIES)] == _SERIES and "rows" in path else 0
    for length, step in enumerate(path, start=1):
        if isinstance(step, int) and length > whole:
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
    if path[: len(_SERIES)] == _SERIES:
        table = tables.MATRIX
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


def _delete(plain: MutableMapping[str, Any], path: _Path, standing: Sequence[_RowList]) -> None:
    if not path or not _is_there(plain, path):
        return
    inner: Any = _at(plain, path[:-1])
    for one in standing:
        if one.rows is inner and isinstance(path[-1], int):
            del one.places[path[-1]]
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


def _list_at(plain: object, path: _Path) -> list[Any]:
    found = _at(plain, path)
    return found if isinstance(found, list) else []


def _problem(name: str, flaw: _Flaw, plain: object, standing: Sequence[_RowList]) -> Problem:
    """Return the problem; the place counts the rows as they stand in the file."""
    steps = list(flaw.path)
    for length, step in enumerate(flaw.path):
        if isinstance(step, int):
            held = _at(plain, flaw.path[:length])
            places = next((one.places for one in standing if one.rows is held), [])
            steps[length] = places[step] if step < len(places) else step
    source = Source(file=name, column=_where(steps))
    return Problem(source=source, value=flaw.value, expected=flaw.expected, message=flaw.message)


def _rejected(name: str, one: _RowList, *, is_left: bool) -> Iterator[RejectedRow]:
    """Yield each row that was taken out of a list, all of them where the list itself is not left."""
    kept = set(one.places) if is_left else set()
    for place, row in enumerate(one.typed):
        if place not in kept:
            yield RejectedRow(
                table=str(one.table),
                source=Source(file=name, column=_where((*one.path, place))),
                cells=(json.dumps(row, ensure_ascii=False, default=str),),
            )


def _where(path: Iterable[str | int]) -> str:
    """Return a path as it is written: matrix.series[0].rows."""
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path).removeprefix(".")


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
    elif path == (_MATRIX,) and (flaws := tuple(_matrix_flaws(plain))):
        yield from flaws
    else:
        yield _flaw_of_value(error, plain, path)


def _matrix_flaws(plain: object) -> Iterator[_Flaw]:
    """Yield what of a matrix does not fit together: rows of another width, and periods that recur."""
    codes = [_at(kind, ("code",)) for kind in _list_at(plain, _TYPES)]
    for place, code in enumerate(codes):
        if code in codes[:place]:
            yield _flaw((*_TYPES, place, "code"), str(code), _REPEATED_CODE)
    series = [(*_SERIES, place) for place in range(len(_list_at(plain, _SERIES)))]
    for path in ((_MATRIX,), *series):
        for place, row in enumerate(_list_at(plain, (*path, "rows"))):
            told = len(_list_at(row, ("states",)))
            if told != len(codes):
                yield _flaw((*path, "rows", place), str(told), _other_width(len(codes)))
    own = _at(plain, _OWN_PART)
    if series and own in {None, YearPart.YEAR}:
        yield _flaw(_OWN_PART, str(own or YearPart.YEAR), _NO_PERIOD)
        return
    seen = {own}
    for path in series:
        part = str(_at(plain, (*path, "part")))
        if part in seen or len(YearPart(part).months) != len(YearPart(str(own)).months):
            yield _flaw((*path, "part"), part, _OTHER_PERIOD)
        seen.add(part)


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
_REPEATED_CODE = CellError(
    Bilingual('kode "{value}" dipakai lebih dari satu jenis.', 'the code "{value}" is of several types.'),
    Bilingual("satu kode untuk satu jenis informasi", "one code for each type of information"),
)


def _other_width(types: int) -> CellError:
    return CellError(
        Bilingual(
            f"baris ini memuat {{value}} nilai untuk {types} jenis informasi.",
            f"this row has {{value}} values for {types} types of information.",
        ),
        Bilingual("satu nilai untuk satu jenis informasi", "one value for each type of information"),
    )


_PERIODS = Bilingual(
    "semester atau triwulan, masing-masing sekali", "semesters or quarters, each of them once"
)
_NO_PERIOD = CellError(
    Bilingual(
        "periode matriks ini belum disebut, padahal ada periode lain di sampingnya.",
        "the period of this matrix is not named, while others stand beside it.",
    ),
    _PERIODS,
)
_OTHER_PERIOD = CellError(
    Bilingual(
        '"{value}" sudah ada, atau tidak sama panjangnya dengan periode matriks.',
        '"{value}" is there already, or not as long as the period of the matrix.',
    ),
    _PERIODS,
)
_UNKNOWN_VALUE = CellError(
    Bilingual('"{value}" bukan nilai yang dikenal di sini.', '"{value}" is no value that is known here.'),
    _SCHEMA,
)
