"""What one part of a breakdown is called: the slug of a known list, else the words as typed."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from enum import StrEnum
from types import MappingProxyType

from ppid_core.glossary import label, spelling
from ppid_core.intake.cells import CellError, coded, line, member, month, outcome, reason
from ppid_core.intake.setting import Setting
from ppid_core.language import Bilingual
from ppid_core.model import (
    ApplicantClass,
    Channel,
    Dimension,
    DisputeResult,
    ObjectionAnswer,
    ObjectionGround,
    Register,
    StageKind,
)

_EVERYWHERE = (
    *(Dimension.MONTH, Dimension.OUTCOME, Dimension.APPLICANT, Dimension.OCCUPATION, Dimension.CHANNEL),
    *(Dimension.AGENCY, Dimension.REFUSAL_REASON, Dimension.TIME, Dimension.SEX, Dimension.PURPOSE),
    Dimension.TOPIC,
)
_BESIDES: Mapping[Register, tuple[Dimension, ...]] = {
    Register.REQUESTS: (Dimension.PARTIAL_REASON,),
    Register.OBJECTIONS: (Dimension.ANSWER, Dimension.GROUND),
    Register.DISPUTES: (Dimension.RESULT, Dimension.STAGE),
    Register.SUITS: (Dimension.DECISION,),
}
_SPAN = re.compile(r"([0-9]+) ?(?:-|sampai|s d) ?([0-9]+)(?: hari(?: kerja)?)?")
_OVER = re.compile(r"(?:>|lebih dari|di atas|over) ?17(?: hari(?: kerja)?)?")
_CLASSES = ("0-10", "11-17")


def dimensions_of(register: Register | None) -> tuple[Dimension, ...]:
    """Return along what a register may be broken down; every dimension where it is no register."""
    return (*_EVERYWHERE, *_BESIDES.get(register, ())) if register else tuple(Dimension)


def read_dimension(text: str) -> Dimension:
    """Return the dimension that ``menurut`` names.

    Raises:
        CellError: there is none of that name.
    """
    return member(Dimension)(text)


def not_along(register: Register) -> CellError:
    """Return the error for a dimension that a register has not."""
    listed = ", ".join(label(dimension) for dimension in dimensions_of(register))
    return CellError(
        Bilingual(
            f'{label(register)} tidak dirinci menurut "{{value}}". Yang dapat dipakai: {listed}.',
            f'{label(register, "en")} are not broken down by "{{value}}". What can be used: {listed}.',
        ),
        Bilingual(f"salah satu dari: {listed}", f"one of: {listed}"),
    )


def read_category(dimension: Dimension, text: str, setting: Setting) -> str:
    """Return the slug or key of one part.

    Raises:
        CellError: the list is closed and does not hold it.
    """
    if dimension is Dimension.AGENCY:
        agency = setting.agency(line(text))
        return agency.key if agency else ""
    return _READERS.get(dimension, line)(text)


def _time_class(text: str) -> str:
    typed = spelling(text)
    span = _SPAN.fullmatch(typed)
    found = "-".join(span.groups()) if span else ""
    if _OVER.fullmatch(typed):
        return "over_17"
    if found not in _CLASSES:
        raise CellError(
            Bilingual(
                '"{value}" bukan kelompok waktu. Tulis 0-10, 11-17, atau >17.',
                '"{value}" is no class of time. Write 0-10, 11-17 or >17.',
            ),
            Bilingual("0-10, 11-17, atau >17", "0-10, 11-17 or >17"),
        )
    return found


def _closed(kind: type[StrEnum]) -> Callable[[str], str]:
    read = member(kind)
    return lambda text: str(read(text))


def _open(kind: type[StrEnum]) -> Callable[[str], str]:
    read = coded(kind)
    return lambda text: str(read(text).slug)


_READERS: Mapping[Dimension, Callable[[str], str]] = MappingProxyType(
    {
        Dimension.MONTH: lambda text: str(month(text).month),
        Dimension.OUTCOME: lambda text: str(outcome(text)[0]),
        Dimension.APPLICANT: _closed(ApplicantClass),
        Dimension.CHANNEL: _open(Channel),
        Dimension.REFUSAL_REASON: lambda text: str(reason(text).slug),
        Dimension.PARTIAL_REASON: lambda text: str(reason(text).slug),
        Dimension.TIME: _time_class,
        Dimension.GROUND: _open(ObjectionGround),
        Dimension.ANSWER: _open(ObjectionAnswer),
        Dimension.RESULT: _open(DisputeResult),
        Dimension.STAGE: _closed(StageKind),
    }
)
