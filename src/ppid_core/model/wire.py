"""The year as plain JSON values and back: ``structure(unstructure(year)) == year``, sources included."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, time
from decimal import Decimal
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin

from cattrs import Converter

from ppid_core.model.absent import Absent, Reason
from ppid_core.model.period import Period
from ppid_core.model.year import ServiceYear

Json = Any  # whatever json.loads returns


def unstructure(year: ServiceYear) -> dict[str, Json]:
    """Return ``year`` as values that JSON can write; what is at its default is left out."""
    plain: dict[str, Json] = _converter().unstructure(year)
    return plain


def structure(plain: Mapping[str, Json]) -> ServiceYear:
    """Return the year that ``plain`` holds.

    Raises:
        cattrs.BaseValidationError: where a key or value is none of the model's, all at once.
    """
    return _converter().structure(plain, ServiceYear)


@cache
def _converter() -> Converter:
    converter = Converter(forbid_extra_keys=True, omit_if_default=True)
    converter.register_unstructure_hook(Decimal, str)
    converter.register_structure_hook(Decimal, _decimal)
    converter.register_unstructure_hook(StrEnum, str)
    for iso in (date, time):
        converter.register_unstructure_hook(iso, lambda value: value.isoformat())
        converter.register_structure_hook(iso, lambda text, cls: cls.fromisoformat(text))
    converter.register_unstructure_hook(Period, str)
    converter.register_structure_hook(Period, lambda text, _: Period.parse(text))
    for scalar in (int, str, bool):
        converter.register_structure_hook(scalar, _strict)
    converter.register_unstructure_hook(Absent, _absent)
    converter.register_structure_hook_factory(_may_be_absent, lambda cls: _absent_or(converter, cls))
    converter.register_unstructure_hook_factory(_may_be_absent, lambda _: converter.unstructure)
    return converter


def _strict(value: Json, cls: type) -> Json:
    if type(value) is not cls:
        raise TypeError(f"{value!r} is no {cls.__name__}")
    return value


def _decimal(text: Json, _: type) -> Decimal:
    if not isinstance(text, str | int) or isinstance(text, bool):
        raise TypeError(f"{text!r} is no exact number")
    return Decimal(text)


def _absent(value: Absent) -> dict[str, str]:
    return {"absent": str(value.reason)} | ({"detail": value.detail} if value.detail else {})


def _may_be_absent(cls: Any) -> bool:  # noqa: ANN401  cattrs hands over whatever stands in an annotation
    return get_origin(cls) in {Union, UnionType} and Absent in get_args(cls)


def _absent_or(converter: Converter, union: Any) -> Callable[[Json, Any], Json]:  # noqa: ANN401  as above
    (other,) = (member for member in get_args(union) if member is not Absent)

    def hook(value: Json, _: Any) -> Json:  # noqa: ANN401  as above
        if isinstance(value, Mapping) and "absent" in value:
            return Absent(Reason(value["absent"]), value.get("detail", ""))
        return converter.structure(value, other)

    return hook
