"""Draws until enough was seen, however large the values are: they are neither shrunk nor printed."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

import attrs
from hypothesis import HealthCheck, Phase, find, settings
from hypothesis.errors import NoSuchExample
from hypothesis.strategies import SearchStrategy

ROUNDS = 100
BRIEFLY = settings(
    max_examples=20,
    database=None,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


"""Of what it draws, hypothesis makes the first tenth as small as it can: of twenty values, these are two."""


class _Enough(BaseException):
    """Ends the drawing; hypothesis takes it for no failure, which it would print."""


def is_drawn(made: SearchStrategy[Any], is_enough: Callable[[Any], bool]) -> bool:
    """Tell whether ``is_enough`` was true of a value that a strategy draws."""

    def look(value: object) -> bool:
        if is_enough(value):
            raise _Enough
        return False

    for number in range(ROUNDS):
        try:
            find(made, look, settings=BRIEFLY, random=Random(number))  # noqa: S311  no secret
        except _Enough:
            return True
        except NoSuchExample:
            continue
        raise AssertionError("no value is found but by an end")
    return False


def never_filled(kind: type[attrs.AttrsInstance], made: SearchStrategy[object]) -> set[str]:
    """Return the fields of ``kind`` that a strategy leaves at their default, or empty."""
    left = {field.name for field in attrs.fields(kind)}

    def fills_the_last(value: object) -> bool:
        assert type(value) is kind
        for field in attrs.fields(kind):
            if getattr(value, field.name) not in (None, "", (), field.default):
                left.discard(field.name)
        return not left

    is_drawn(made, fills_the_last)
    return left
