"""The other process: run as a script, it reads one job from its input and writes what came of it.

It imports nothing of the library before the clock is moved, so that every ``from datetime import date`` gets
the moved one.
"""

from __future__ import annotations

import datetime as dt
import os
import pickle
import sys
import time
from collections.abc import Mapping
from typing import Any


def main() -> None:
    """Answer on a copy of the standard output, so that whatever a job prints goes elsewhere."""
    with os.fdopen(os.dup(1), "wb") as out:
        os.dup2(2, 1)
        out.write(pickle.dumps(answer(pickle.load(sys.stdin.buffer))))  # noqa: S301  pickled by the process that started us


def answer(request: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields of a `JobResult`."""
    sys.path[:] = request["path"]
    if request["moved_by"]:
        move_clock(request["moved_by"])
    try:
        job, arguments = pickle.loads(request["work"])  # noqa: S301  pickled by the process that started us
        return {"value": job(*arguments)}
    except Exception as error:  # noqa: BLE001  whatever a stranger's class raises is an answer
        return {"fault": f"raised {type(error).__name__}: {error}"}


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

    today = now


for _name, _moved in (("date", _MovedDate), ("datetime", _MovedDatetime)):
    _moved.__module__, _moved.__name__, _moved.__qualname__ = "datetime", _name, _name  # to be pickled by


if __name__ == "__main__":
    main()
