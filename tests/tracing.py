"""What is run without measuring coverage: tracing takes three times the time of what is traced."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

from coverage import Coverage

WHOLLY = "PPID_TRACE_WHOLLY"
"""Where this is set, everything is traced: whoever asks which tests run a line wants all of them."""

_untraced: list[Coverage] = []
"""What is stopped now: it is not to be started before whoever stopped it is done."""


@contextmanager
def untraced() -> Iterator[None]:
    """Measure no coverage meanwhile."""
    tracing = Coverage.current()
    if tracing is None or _untraced or WHOLLY in os.environ:
        yield
        return
    tracing.stop()
    _untraced.append(tracing)
    try:
        yield
    finally:
        _untraced.pop().start()
