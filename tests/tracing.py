"""What is run without measuring coverage: tracing takes three times the time of what is traced."""

from __future__ import annotations

import importlib
import os
import pkgutil
from collections.abc import Iterator
from contextlib import contextmanager

from coverage import Coverage

WHOLLY = "PPID_TRACE_WHOLLY"
"""Where this is set, everything is traced: whoever asks which tests run a line wants all of them."""

PACKAGES = ("ppid_core", "ppid_exporters")
SCRIPTS = (".__main__", ".elsewhere")
"""Endings of what is run in a process of its own and imported in none."""

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


def import_traced() -> None:
    """Import all of our modules while tracing: a test that is not traced may otherwise be first to do so.

    The lines of a module that are run by its import would then be told as never run.
    """
    if Coverage.current() is None:
        return
    for package in PACKAGES:
        for module in pkgutil.walk_packages(importlib.import_module(package).__path__, f"{package}."):
            if not module.name.endswith(SCRIPTS) and ".elsewhere." not in module.name:
                importlib.import_module(module.name)
