"""Moves the clock of this process, so that whatever reads it writes something else."""

from __future__ import annotations

import datetime as dt
import time
from typing import Any


def move_clock(seconds: int) -> None:
    """Put the clock ahead, for `time` and `datetime` alike; what is imported later sees no difference."""
    now, local, form = time.time, time.localtime, time.strftime
    moved: dict[str, Any] = {
        "time": lambda: now() + seconds,
        "localtime": lambda of=None: local(time.time() if of is None else of),
        "strftime": lambda pattern, of=None: form(pattern, of or time.localtime()),
    }
    vars(time).update(moved)
    dt.date, dt.datetime = _MovedDate, _MovedDatetime  # type: ignore[misc]  # the purpose


class _Lookalike(type):
    """Takes an instance of the real class for one of ours: C code goes on making real ones."""

    def __instancecheck__(cls, instance: object) -> bool:
        return isinstance(instance, cls.__bases__[0])

    def __subclasscheck__(cls, subclass: type) -> bool:
        return issubclass(subclass, cls.__bases__[0])


class _MovedDate(dt.date, metaclass=_Lookalike):
    @classmethod
    def today(cls) -> Any:  # noqa: ANN401  of whichever class it is asked
        return cls.fromtimestamp(time.time())


class _MovedDatetime(dt.datetime, metaclass=_Lookalike):
    @classmethod
    def now(cls, tz: dt.tzinfo | None = None) -> Any:  # noqa: ANN401  of whichever class it is asked
        return cls.fromtimestamp(time.time(), tz)

    @classmethod
    def today(cls) -> Any:  # noqa: ANN401  of whichever class it is asked
        return cls.fromtimestamp(time.time())


for _name, _moved in (("date", _MovedDate), ("datetime", _MovedDatetime)):
    _moved.__module__, _moved.__name__, _moved.__qualname__ = "datetime", _name, _name  # to be pickled by
