"""Moves the clock of this process, so that whatever reads it writes something else."""

from __future__ import annotations

import datetime as dt
import time
from typing import Any


def move_clock(seconds: int) -> None:
    """Put the clock ahead, for `time` and `datetime` alike; what is imported later sees no difference."""
    _move_time(seconds)
    for name, moved in (("date", _moved_date()), ("datetime", _moved_datetime())):
        moved.__module__, moved.__name__, moved.__qualname__ = "datetime", name, name
        setattr(dt, name, moved)


def _move_time(seconds: int) -> None:
    real = {name: getattr(time, name) for name in ("time", "time_ns", "localtime", "gmtime", "strftime")}
    changed: dict[str, Any] = {
        "time": lambda: real["time"]() + seconds,
        "time_ns": lambda: real["time_ns"]() + seconds * 10**9,
        "localtime": lambda of=None: real["localtime"](time.time() if of is None else of),
        "gmtime": lambda of=None: real["gmtime"](time.time() if of is None else of),
        "strftime": lambda form, of=None: real["strftime"](form, of or time.localtime()),
    }
    vars(time).update(changed)


class _Lookalike(type):
    """Takes an instance of the real class for one of ours: C code goes on making real ones."""

    def __instancecheck__(cls, instance: object) -> bool:
        return isinstance(instance, cls.__bases__[0])

    def __subclasscheck__(cls, subclass: type) -> bool:
        return issubclass(subclass, cls.__bases__[0])


def _moved_date() -> type[dt.date]:
    class MovedDate(dt.date, metaclass=_Lookalike):
        @classmethod
        def today(cls) -> Any:  # noqa: ANN401  of whichever class it is asked
            return cls.fromtimestamp(time.time())

    return MovedDate


def _moved_datetime() -> type[dt.datetime]:
    class MovedDatetime(dt.datetime, metaclass=_Lookalike):
        @classmethod
        def now(cls, tz: dt.tzinfo | None = None) -> Any:  # noqa: ANN401  as above
            return cls.fromtimestamp(time.time(), tz)

        @classmethod
        def today(cls) -> Any:  # noqa: ANN401  as above
            return cls.fromtimestamp(time.time())

        @classmethod
        def utcnow(cls) -> Any:  # noqa: ANN401  as above
            return cls.fromtimestamp(time.time(), dt.UTC).replace(tzinfo=None)

    return MovedDatetime
