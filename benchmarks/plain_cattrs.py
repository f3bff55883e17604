"""A year of JSON as somebody would read it with cattrs: with the hooks that the model asks for."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, time
from decimal import Decimal
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin

from attrs import resolve_types
from cattrs import Converter

from ppid_core.model import Absent, Coded, Period, ServiceYear


def read_plainly(content: bytes) -> ServiceYear:
    """Return the year in a file; what cannot be is raised as cattrs raises it."""
    return _converter().structure(json.loads(content), ServiceYear)


@cache
def _converter() -> Converter:
    resolve_types(Coded)
    converter = Converter()
    converter.register_structure_hook(date, lambda text, _: date.fromisoformat(text))
    converter.register_structure_hook(time, lambda text, _: time.fromisoformat(text))
    converter.register_structure_hook(Decimal, lambda text, _: Decimal(text))
    converter.register_structure_hook(Period, lambda text, _: Period.parse(text))
    converter.register_structure_hook_factory(_may_be_absent, lambda kind: _absent_or(converter, kind))
    return converter


def _may_be_absent(kind: Any) -> bool:  # noqa: ANN401  whatever stands in an annotation
    return get_origin(kind) in {Union, UnionType} and Absent in get_args(kind)


def _absent_or(converter: Converter, kind: Any) -> Callable[[Any, Any], Any]:  # noqa: ANN401  whatever stands in an annotation
    (other,) = (one for one in get_args(kind) if one is not Absent)

    def hook(value: Any, _: Any) -> Any:  # noqa: ANN401  whatever stands in an annotation
        is_absent = isinstance(value, dict) and "absent" in value
        return Absent(value["absent"]) if is_absent else converter.structure(value, other)

    return hook
