"""What is run without measuring coverage: tracing doubles the time of whatever is traced."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from coverage import Coverage


@contextmanager
def untraced() -> Iterator[None]:
    """Measure no coverage meanwhile."""
    tracing = Coverage.current()
    if tracing is None:
        yield
        return
    tracing.stop()
    try:
        yield
    finally:
        tracing.start()
