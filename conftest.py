"""Documents are tests: every Python example in README, ARCHITECTURE and docs runs."""

from __future__ import annotations

import gc
import os
import sys
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import find, settings
from hypothesis import strategies as st
from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser, SkipParser

gc.set_threshold(50_000)  # garbage is searched for less often: most of what is made stays until the end
SLIPCOVER = {name: value for name, value in os.environ.items() if name.startswith("SLIPCOVER_")}
"""How SlipCover tells processes that share the tests what to measure."""
if SLIPCOVER and "PYTEST_XDIST_WORKER" in os.environ:
    # Each mark is taken away as it is reached; SlipCover hands this wish to no process that shares the tests.
    import_module("slipcover.pytest_plugin").__dict__["_slipcover_instance"].immediate = True
    for part in ("contract", "readers"):  # before pytest writes them anew: of that it knows no branches
        import_module(f"ppid_core.testing.{part}")
    for each in SLIPCOVER:  # a pytest that a test starts is not one of those processes
        del os.environ[each]
elif not SLIPCOVER and "ppid_core.testing.contract" not in sys.modules:  # it is where a test asks others here
    pytest.register_assert_rewrite("ppid_core.testing")

# As hypothesis does by itself where CI is set, each run there draws the same examples, so that ten tell what
# broke; others draw ten new ones each time.
ALIKE = "CI" in os.environ
settings.register_profile("default", deadline=None, max_examples=10, derandomize=ALIKE)
settings.register_profile("few", deadline=None, max_examples=5, derandomize=ALIKE)
settings.register_profile("alone", deadline=None, derandomize=ALIKE)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))

# Hundreds of tests start a Python of their own. Where a host lets none keep what it compiled, each would
# compile our modules anew, which takes longer than most commands.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

ROOT = Path(__file__).parent
pytest_collect_file = Sybil(
    parsers=[PythonCodeBlockParser(), SkipParser()],
    patterns=["README.md", "ARCHITECTURE.md", "docs/*.md"],
    path=str(ROOT),
).pytest()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what is slow where processes share the tests, so that none is busy alone at the end.

    First comes what shares something dear (`xdist_group`): the first process has done it when others have
    come to the end of their own share and take of its.
    """
    if "PYTEST_XDIST_WORKER" in os.environ:
        items.sort(
            key=lambda item: [item.get_closest_marker(name) is None for name in ("slow", "xdist_group")]
        )


@pytest.hookimpl(tryfirst=True)
def pytest_sessionfinish() -> None:
    """Let SlipCover tell what it has measured."""
    os.environ.update(SLIPCOVER)


@pytest.hookimpl(tryfirst=True)
def pytest_collection() -> None:
    """Draw before there is much: by the first Hypothesis searches, and asks who refers to its numbers."""
    find(st.none(), lambda _: True)


def pytest_collection_finish() -> None:
    """Search no more through some 400 MB that stay until the end, and that each search would go through."""
    gc.freeze()


def pytest_unconfigure() -> None:
    """Search once: pytest does so five times when all is over. Who shares the tests tells nobody by then."""
    if "PYTEST_XDIST_WORKER" not in os.environ:
        gc.collect()
    gc.freeze()
