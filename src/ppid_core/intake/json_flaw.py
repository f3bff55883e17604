"""What is wrong in the JSON of a year, and where: one flaw for each value that cannot be."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from attrs import frozen
from cattrs import BaseValidationError, ClassValidationError, ForbiddenExtraKeysError, IterableValidationError

from ppid_core.intake.cells import PRIVATE, CellError, refuse_control, shown
from ppid_core.intake.veil import is_ordinary
from ppid_core.language import Bilingual

Path = tuple[str | int, ...]

_NEGATIVE = re.compile(r"'(\w+)' must be >= 0")
_APPLICANT = "applicant"
_REGISTERS = (("requests",), ("objections",), ("disputes",))
_SCHEMA = Bilingual("nilai menurut model tahun layanan", "a value of the model of a service year")


@frozen(kw_only=True)
class Flaw:
    """One value that cannot be, at ``path``; personal data are not quoted."""

    path: Path
    value: str = ""
    message: Bilingual
    expected: Bilingual


def flaws_of(error: BaseException, plain: object, path: Path = ()) -> Iterator[Flaw]:
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
            yield from flaws_of(inner, plain, (*path, step))
        for inner in other:
            yield from flaws_of(inner, plain, path)
    elif isinstance(error, BaseValidationError):
        for inner in error.exceptions:
            yield from flaws_of(inner, plain, path)
    elif isinstance(error, ForbiddenExtraKeysError):
        for key in sorted(error.extra_fields):
            yield _flaw((*path, key), key, _UNKNOWN_KEY)
    else:
        yield _flaw_of_value(error, plain, path)


def control_flaws(plain: object, path: Path = ()) -> Iterator[Flaw]:
    """Yield each text that holds a control character."""
    if isinstance(plain, Mapping):
        for key, value in plain.items():
            yield from control_flaws(value, (*path, str(key)))
    elif isinstance(plain, list):
        for index, value in enumerate(plain):
            yield from control_flaws(value, (*path, index))
    elif isinstance(plain, str):
        try:
            refuse_control(plain)
        except CellError as error:
            yield _flaw(path, plain, error)


def _flaw_of_value(error: BaseException, plain: object, path: Path) -> Flaw:
    if isinstance(error, KeyError):
        return _flaw(path, "", _MISSING_KEY)
    if negative := _NEGATIVE.search(str(error)):
        path = (*path, negative[1])
        return _flaw(path, str(_at(plain, path)), _NEGATIVE_COUNT)
    value = _at(plain, path)
    return _flaw(path, str(value) if isinstance(value, str | int | float) else "", _UNREADABLE)


def _flaw(path: Path, value: str, error: CellError) -> Flaw:
    private = _APPLICANT in path or (path[:1] in _REGISTERS and not is_ordinary(value))
    return Flaw(
        path=path,
        value=PRIVATE.id if private else value,
        message=error.about(PRIVATE if private else shown(value)),
        expected=error.expected,
    )


def _at(plain: object, path: Path) -> object:
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
_UNREADABLE = CellError(
    Bilingual('"{value}" bukan nilai yang dikenal di sini.', '"{value}" is no value that is known here.'),
    _SCHEMA,
)
