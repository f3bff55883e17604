"""Registers and figures as frames of pandas, polars or Arrow, their columns called as by the model."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, time
from decimal import Decimal
from enum import Enum, StrEnum, auto
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from inspect import isclass
from operator import attrgetter
from types import NoneType, UnionType
from typing import Any, Literal, NamedTuple, Union, get_args, get_origin

from attrs import fields, frozen, has, resolve_types

from ppid_core.errors import ExtraMissingError, NotKeptError, UnknownNameError
from ppid_core.intake.tables.catalogue import table_rows
from ppid_core.language import Bilingual
from ppid_core.model import (
    Absent,
    AgencyRef,
    Applicant,
    CellState,
    Coded,
    ComplianceMatrix,
    InformationCategory,
    Period,
    ServiceYear,
    Stage,
    StageKind,
)
from ppid_core.source import Source
from ppid_core.summary import FIGURE_COLUMNS, Summary, TidyFigure, tidy_figures

FrameLibrary = Literal["pandas", "polars", "pyarrow"]
"""Whose frame is made."""
_SEVERAL = "|"
_INT64 = range(-(2**63), 2**63)


class _Kind(Enum):
    """What the values of a column are."""

    TEXT = auto()
    WHOLE = auto()
    NUMBER = auto()
    TRUTH = auto()
    DAY = auto()
    TIME = auto()


class _FrameColumn(NamedTuple):
    name: str
    kind: _Kind
    value: Callable[[Any], Any]


_Values = tuple[str, _Kind, Sequence[Any]]
"""A column of a frame: its name, what its values are, and these; None where one is missing."""


@frozen(kw_only=True)
class MatrixCell:
    """One cell of the matrix, as a row of its own.

    Attributes:
        type: the code of the type of information.
        type_name: what it is called.
        category: its legal category.
        state: what the cell says.
        sign: as typed, where the list of signs does not know it.
    """

    agency: AgencyRef
    type: str
    type_name: str
    category: InformationCategory | None
    state: CellState
    sign: str
    source: Source | None


@cache
def frame_names() -> dict[str, tuple[str, ...]]:
    """Return the name of each register that can be a frame, with where its rows stand in the year."""
    paths = table_rows().values()
    return {path[0] if path[0] in {"budget", "matrix"} else path[-1]: path for path in paths}


def register_frame(year: ServiceYear, name: str, library: FrameLibrary | None, *, personal: bool) -> Any:  # noqa: ANN401  a frame of that library
    """Return a register of ``year`` as a frame, a row for each of its rows.

    Args:
        year: the year, in the edition that is asked for.
        name: of the register, as `frame_names` tells them.
        library: whose frame.
        personal: whether what is known of applicants is told.

    Raises:
        UnknownNameError: there is no such register.
        NotKeptError: it was not kept, so that there are no rows to tell, not even none.
    """
    if name not in frame_names():
        raise UnknownNameError(_REGISTER, name, frame_names())
    row, rows = _rows_at(year, name)
    return _framed(
        [
            (column.name, column.kind, list(map(column.value, rows)))
            for column in _columns(row)
            if personal or column.name not in _OF_APPLICANT
        ],
        library,
    )


def figures_frame(summary: Summary, library: FrameLibrary | None) -> Any:  # noqa: ANN401  a frame of that library
    """Return the figures of a year as a frame, a row for each number."""
    rows = tuple(tidy_figures(summary))
    columns = (
        _FrameColumn(name, _FIGURE_KINDS.get(name, _Kind.TEXT), _known(name)) for name in FIGURE_COLUMNS
    )
    return _framed([(one.name, one.kind, list(map(one.value, rows))) for one in columns], library)


def _rows_at(year: ServiceYear, name: str) -> tuple[type, Sequence[Any]]:
    """Return the class of the rows of a register, and these."""
    held: Any = year
    row: Any = ServiceYear
    for step in frame_names()[name]:
        resolve_types(row)
        row = _present(next(one.type for one in fields(row) if one.name == step))
        held = getattr(held, step)
        if isinstance(held, Absent):
            raise NotKeptError(name, str(held.reason))
    if isinstance(year.matrix, ComplianceMatrix) and name == "matrix":
        return MatrixCell, tuple(_matrix_cells(year.matrix))
    return get_args(row)[0], held


def _present(kind: Any) -> Any:  # noqa: ANN401  whatever stands in an annotation
    """Return what a value is where there is one."""
    is_union = get_origin(kind) in {Union, UnionType}
    return next(one for one in get_args(kind) if one not in {Absent, NoneType}) if is_union else kind


def _matrix_cells(matrix: ComplianceMatrix) -> Iterator[MatrixCell]:
    for row, kind, state in matrix.cells():
        signs = {one.code: one.sign for one in row.unclear}
        yield MatrixCell(
            agency=row.agency,
            type=kind.code,
            type_name=kind.name,
            category=kind.category,
            state=state,
            sign=signs.get(kind.code, ""),
            source=row.source,
        )


@cache
def _columns(row: type[Any]) -> tuple[_FrameColumn, ...]:
    """Return the columns of a class of rows, in the order of its fields."""
    resolve_types(row)
    return tuple(
        column
        for one in fields(row)
        for column in _expanded(
            one.name, one.type, _read_count if one.name == "count" else attrgetter(one.name)
        )
    )


def _read_count(row: Any) -> int | None:  # noqa: ANN401  a row of the model
    """Return how many a row stands for; one whose count could not be read holds 1 in its place."""
    number: int | None = row.count
    return None if "count" in getattr(row, "unread", ()) else number


def _expanded(name: str, kind: Any, value: Callable[[Any], Any]) -> Iterator[_FrameColumn]:  # noqa: ANN401  whatever stands in an annotation
    """Yield the columns of one field: several where its value says several things."""
    kind = _present(kind)
    part = _part_of(value)
    if get_origin(kind) is Coded:
        yield _FrameColumn(name, _Kind.TEXT, part("slug", str))
        yield _FrameColumn(f"{name}_typed", _Kind.TEXT, part("typed", _text))
    elif kind is Period:
        yield _FrameColumn(name, _Kind.TEXT, part("", str))
        yield _FrameColumn(f"{name}_day", _Kind.DAY, part("exact"))
        yield _FrameColumn(f"{name}_month", _Kind.WHOLE, part("month"))
    elif kind is AgencyRef:
        yield _FrameColumn(name, _Kind.TEXT, part("key", _text))
        yield _FrameColumn(f"{name}_typed", _Kind.TEXT, part("typed", _text))
    elif kind is Source:
        yield _FrameColumn(f"{name}_file", _Kind.TEXT, part("file", _text))
        yield _FrameColumn(f"{name}_row", _Kind.WHOLE, part("row"))
    elif kind == tuple[Stage, ...]:
        yield from _stages(name, value)
    elif get_origin(kind) is tuple:
        yield _FrameColumn(name, _Kind.TEXT, part("", _joined))
    elif has(kind):
        for column in _columns(kind):
            yield _FrameColumn(f"{name}_{column.name}", column.kind, part("", column.value))
    else:
        yield _FrameColumn(name, *_plain(kind, value))


def _part_of(value: Callable[[Any], Any]) -> Callable[..., Callable[[Any], Any]]:
    """Return what makes readers of parts of a value: None where there is no value."""

    def part(step: str, shown: Callable[[Any], Any] = lambda one: one) -> Callable[[Any], Any]:
        def read(row: Any) -> Any:  # noqa: ANN401  a row of the model
            held = value(row)
            held = held if held is None or not step else getattr(held, step)
            return None if held is None else shown(held)

        return read

    return part


def _stages(name: str, value: Callable[[Any], Any]) -> Iterator[_FrameColumn]:
    """Yield the stages of a dispute, and the days of each kind; of several of one kind those of the last."""

    def day(kind: StageKind, of: str) -> Callable[[Any], Any]:
        return lambda row: next((getattr(one, of) for one in reversed(value(row)) if one.kind is kind), None)

    yield _FrameColumn(name, _Kind.TEXT, lambda row: _joined(one.kind for one in value(row)))
    for kind in StageKind:
        for of in ("opened_on", "decided_on", "received_on"):
            yield _FrameColumn(f"{kind}_{of}", _Kind.DAY, day(kind, of))


def _plain(kind: Any, value: Callable[[Any], Any]) -> tuple[_Kind, Callable[[Any], Any]]:  # noqa: ANN401  whatever stands in an annotation
    plain = next(known for known in _PLAIN if isclass(kind) and issubclass(kind, known))
    return _PLAIN[plain], _part_of(value)("", _SHOWN.get(plain, lambda one: one))


def _text(text: str) -> str | None:
    return text or None


def _joined(several: Iterable[Any]) -> str | None:
    return _SEVERAL.join(map(str, several)) or None


def _known(name: str) -> Callable[[TidyFigure], Any]:
    """Return what reads a field of a figure: blank is missing."""

    def read(row: TidyFigure) -> Any:  # noqa: ANN401  text or number
        value = getattr(row, name)
        return float(value) if isinstance(value, Decimal) else None if value == "" else value

    return read


_PLAIN = {
    StrEnum: _Kind.TEXT,
    str: _Kind.TEXT,
    bool: _Kind.TRUTH,
    int: _Kind.WHOLE,
    Decimal: _Kind.NUMBER,
    date: _Kind.DAY,
    time: _Kind.TIME,
}
_SHOWN: dict[type, Callable[[Any], Any]] = {StrEnum: str, str: _text, Decimal: float}
_FIGURE_KINDS = {"year": _Kind.WHOLE, "value": _Kind.NUMBER}
_OF_APPLICANT = frozenset(f"applicant_{one.name}" for one in fields(Applicant))


def _framed(columns: Sequence[_Values], library: FrameLibrary | None) -> Any:  # noqa: ANN401  a frame of that library
    """Return the columns as a frame of a library that is installed."""
    chosen = _installed(library)
    return _FRAMES[chosen](import_module(chosen), list(map(_within_reach, columns)))


def _installed(library: FrameLibrary | None) -> FrameLibrary:
    """Return the library that makes the frame: what was asked for, else the first that is installed."""
    if library is not None and library not in _FRAMES:
        raise UnknownNameError(_LIBRARY, library, _FRAMES)
    wanted = tuple(_FRAMES) if library is None else (library,)
    found = next((name for name in wanted if find_spec(name)), None)
    if found is None:
        raise ExtraMissingError(_A_FRAME if library is None else library, package=wanted[0])
    return found


def _within_reach(column: _Values) -> _Values:
    """Return a column as it is, whole numbers of more than 64 bits as others: no library counts so far."""
    name, kind, values = column
    if kind is not _Kind.WHOLE or all(value is None or value in _INT64 for value in values):
        return column
    return name, _Kind.NUMBER, [None if value is None else float(value) for value in values]


def _of_pandas(pandas: Any, columns: Sequence[_Values]) -> Any:  # noqa: ANN401  a module, a frame
    kinds = {
        _Kind.TEXT: "string",
        _Kind.WHOLE: "Int64",
        _Kind.NUMBER: "float64",
        _Kind.TRUTH: "boolean",
        _Kind.DAY: "datetime64[s]",
        _Kind.TIME: "object",
    }
    return pandas.DataFrame(
        {name: pandas.Series(values, dtype=kinds[kind]) for name, kind, values in columns}
    )


def _of_polars(polars: Any, columns: Sequence[_Values]) -> Any:  # noqa: ANN401  a module, a frame
    kinds = {
        _Kind.TEXT: polars.String,
        _Kind.WHOLE: polars.Int64,
        _Kind.NUMBER: polars.Float64,
        _Kind.TRUTH: polars.Boolean,
        _Kind.DAY: polars.Date,
        _Kind.TIME: polars.Time,
    }
    data = {name: values for name, _, values in columns}
    return polars.DataFrame(data, schema={name: kinds[kind] for name, kind, _ in columns})


def _of_arrow(arrow: Any, columns: Sequence[_Values]) -> Any:  # noqa: ANN401  a module, a table
    kinds = {
        _Kind.TEXT: arrow.string(),
        _Kind.WHOLE: arrow.int64(),
        _Kind.NUMBER: arrow.float64(),
        _Kind.TRUTH: arrow.bool_(),
        _Kind.DAY: arrow.date32(),
        _Kind.TIME: arrow.time64("us"),
    }
    return arrow.table({name: arrow.array(values, kinds[kind]) for name, kind, values in columns})


_FRAMES: dict[FrameLibrary, Callable[[Any, Sequence[_Values]], Any]] = {
    "pandas": _of_pandas,
    "polars": _of_polars,
    "pyarrow": _of_arrow,
}
_REGISTER = Bilingual("register", "the register")
_LIBRARY = Bilingual("pustaka", "the library")
_A_FRAME = Bilingual("data frame", "a data frame")
