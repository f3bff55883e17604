"""The year as plain JSON values and back: ``structure(unstructure(year)) == year``, sources included."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date, time
from decimal import Decimal
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin

from attrs import resolve_types
from cattrs import Converter
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from ppid_core.model.absent import Absent
from ppid_core.model.open_list import Coded
from ppid_core.model.period import Period
from ppid_core.model.plain_rows import rows_reader
from ppid_core.model.year import ServiceYear

_Json = Any  # whatever json.loads returns


def year_json(year: ServiceYear) -> dict[str, _Json]:
    """Return ``year`` as values that JSON can write; what is at its default is left out."""
    plain: dict[str, _Json] = plain_converter().unstructure(year)
    return plain


def structure(plain: Mapping[str, _Json]) -> ServiceYear:
    """Return the year that ``plain`` holds.

    >>> from ppid_core import structure
    >>> structure({"period": {"year": 2023}}).period.year
    2023

    Raises:
        cattrs.BaseValidationError: where a key or value is none of the model's, all at once.
    """
    return plain_converter().structure(plain, ServiceYear)


@cache
def plain_converter() -> Converter:
    """Return what takes values of the model apart and puts them together; anything odd is refused."""
    resolve_types(Coded)  # cattrs 25.3 cannot by itself, where a year is read before any was written
    converter = Converter(forbid_extra_keys=True, omit_if_default=True)
    converter.register_unstructure_hook(Decimal, str)
    converter.register_structure_hook(Decimal, _decimal)
    converter.register_unstructure_hook(StrEnum, str)
    for iso in (date, time):
        converter.register_unstructure_hook(iso, lambda value: value.isoformat())
    converter.register_structure_hook(date, lambda text, _: date.fromisoformat(text))
    converter.register_structure_hook(time, _local_time)
    converter.register_unstructure_hook(Period, str)
    converter.register_structure_hook(Period, lambda text, _: Period.parse(text))
    for scalar in (int, str, bool):
        converter.register_structure_hook(scalar, _strict)
    converter.register_structure_hook(StrEnum, lambda slug, kind: kind(slug))
    _take_lists_only(converter)
    _let_be_absent(converter)
    _keep_sources(converter)
    return converter


def _strict(value: _Json, cls: type) -> _Json:
    if type(value) is not cls:
        raise TypeError(f"{value!r} is no {cls.__name__}")
    return value


def _decimal(text: _Json, _: type) -> Decimal:
    if not isinstance(text, str | int) or isinstance(text, bool):
        raise TypeError(f"{text!r} is no exact number")
    return Decimal(text)


def _local_time(text: _Json, _: type) -> time:
    value = time.fromisoformat(text)
    if value.tzinfo is not None:
        raise ValueError(f"{text!r} is no local time")
    return value


def _take_lists_only(converter: Converter) -> None:
    """Refuse text and objects where a list stands: taken apart, they would be lists too.

    Rows of the model are made by columns; where anything is odd, one by one, which tells what and where.
    """
    tupled = converter.get_structure_hook(tuple)
    reader = cache(lambda item: rows_reader(item, converter.structure))

    def hook(value: _Json, cls: Any) -> _Json:  # noqa: ANN401  cattrs hands over whatever stands in an annotation
        if not isinstance(value, list | tuple):
            raise TypeError(f"{value!r} is no list")
        item, *others = get_args(cls)
        if others == [...] and value and (by_columns := reader(item)) is not None:
            with suppress(Exception):
                return tuple(by_columns(value))
        return tupled(value, cls)

    converter.register_structure_hook_func(_is_tuple, hook)


def _is_tuple(cls: Any) -> bool:  # noqa: ANN401  cattrs hands over whatever stands in an annotation
    return get_origin(cls) is tuple


def _let_be_absent(converter: Converter) -> None:
    """Write `Absent` as ``{"absent": reason}``, wherever a value or its absence may stand."""
    renamed = override(rename="absent", omit_if_default=False)
    converter.register_unstructure_hook(
        Absent, make_dict_unstructure_fn(Absent, converter, _cattrs_omit_if_default=True, reason=renamed)
    )
    converter.register_structure_hook(
        Absent, make_dict_structure_fn(Absent, converter, _cattrs_forbid_extra_keys=True, reason=renamed)
    )
    converter.register_unstructure_hook_factory(_may_be_absent, lambda _: converter.unstructure)
    converter.register_structure_hook_factory(_may_be_absent, lambda cls: _absent_or(converter, cls))


def _keep_sources(converter: Converter) -> None:
    """Write body and service even where they equal their default: a source is no part of equality."""
    always = override(omit_if_default=False)
    write = make_dict_unstructure_fn(
        ServiceYear, converter, _cattrs_omit_if_default=True, body=always, service=always
    )
    converter.register_unstructure_hook(ServiceYear, write)


def _may_be_absent(cls: Any) -> bool:  # noqa: ANN401  cattrs hands over whatever stands in an annotation
    return get_origin(cls) in {Union, UnionType} and Absent in get_args(cls)


def _absent_or(converter: Converter, union: Any) -> Callable[[_Json, Any], _Json]:  # noqa: ANN401  cattrs hands over whatever stands in an annotation
    (other,) = (member for member in get_args(union) if member is not Absent)

    def hook(value: _Json, _: Any) -> _Json:  # noqa: ANN401  cattrs hands over whatever stands in an annotation
        is_absent = isinstance(value, Mapping) and "absent" in value
        return converter.structure(value, Absent if is_absent else other)

    return hook
