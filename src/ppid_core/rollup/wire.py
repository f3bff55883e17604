"""A body's year as plain JSON values and back, as a cache keeps it: ``body_year_of(…json(one)) == one``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, cast, get_origin

from cattrs import Converter

from ppid_core.model.wire import plain_converter
from ppid_core.rollup.body_year import BodyYear


def body_year_json(one: BodyYear) -> dict[str, Any]:
    """Return a body's year as values that JSON can write; what is at its default is left out.

    >>> from ppid_core import Dossier
    >>> from ppid_core.rollup import BodyYear
    >>> from ppid_core.rollup.wire import body_year_json, body_year_of
    >>> one = BodyYear.of(Dossier.open("examples/kota-serang-2020"))
    >>> body_year_of(body_year_json(one)) == one
    True
    """
    return cast("dict[str, Any]", _converter().unstructure(one))


def body_year_of(plain: Mapping[str, Any]) -> BodyYear:
    """Return the body's year that ``plain`` holds.

    Raises:
        cattrs.BaseValidationError: where a key or value is none of a body's year, all at once.
    """
    return _converter().structure(plain, BodyYear)


@cache
def _converter() -> Converter:
    converter = plain_converter().copy()
    converter.register_unstructure_hook_func(_is_frozenset, sorted)
    return converter


def _is_frozenset(cls: Any) -> bool:  # noqa: ANN401  cattrs hands over whatever stands in an annotation
    return get_origin(cls) is frozenset
