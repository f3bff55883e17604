"""Documents are tests: every Python example in README, ARCHITECTURE and docs runs."""

from __future__ import annotations

import gc
import os
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from functools import wraps
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from coverage import Coverage
from hypothesis import settings
from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser, SkipParser
from tests.tracing import import_traced, untraced

pytest.register_assert_rewrite("ppid_core.testing")

# As hypothesis does by itself where CI is set: each run there draws the same examples, so that 15 tell
# what broke; others draw new ones each time.
ALIKE = "CI" in os.environ
settings.register_profile("default", deadline=None, max_examples=15 if ALIKE else 50, derandomize=ALIKE)
settings.register_profile("alone", deadline=None, derandomize=ALIKE)
settings.register_profile("quick", deadline=None, max_examples=10, derandomize=ALIKE)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))

# Hundreds of tests start a Python of their own. Where a host lets none keep what it compiled, each would
# compile our modules anew, which takes longer than most commands.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

ROOT = Path(__file__).parent
TRACED = 2
"""Examples of a property, and cases of a test, that are traced for coverage: the others ask the same lines,
at three times the time."""
_ROOMS = ("docs", "examples", "hostile", "nothing_false", "readers", "registers", "scenarios")
_FILES = (
    *("test_architecture", "test_help", "test_public_api", "law/test_numbers", "intake/test_properties"),
    *("cli/test_check", "cli/test_check_documents", "cli/test_schema", "testing/test_strategies"),
    *("report/test_breakdowns", "report/test_wording", "report/test_year_on_year"),
    *("exporters/docx/test_text", "exporters/test_earlier_years", "exporters/test_html"),
)
WHOLE = (*(f"tests/{room}/" for room in _ROOMS), *(f"tests/{file}.py" for file in _FILES))
"""What asks all of it at once, untraced: what runs there is asked by the rooms of its own, too.

Of the dear files those are here without which hardly a line is lost (`pytest --cov-context=test` tells).
"""
CELLS = "tests/intake/"
"""Here each case of a test is another kind of cell or file, and asks other lines."""
ONE_OF_MANY = pytest.StashKey[bool]()
"""Held by each case of a test that is not one of the first."""

pytest_collect_file = Sybil(
    parsers=[PythonCodeBlockParser(), SkipParser()],
    patterns=["README.md", "ARCHITECTURE.md", "docs/*.md"],
    path=str(ROOT),
).pytest()


@pytest.hookimpl(trylast=True)
def pytest_sessionstart(session: pytest.Session) -> None:
    """Import what is measured as soon as it is traced; a process that only shares out tests runs none."""
    if session.config.getoption("dist", "no") == "no":
        import_traced()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what is slow where processes share the tests, so that none is busy alone at the end."""
    cases: Counter[str] = Counter()
    for item in items:
        cases[test := item.nodeid.partition("[")[0]] += 1
        item.stash[ONE_OF_MANY] = cases[test] > TRACED and not test.startswith(CELLS)
    if "PYTEST_XDIST_WORKER" in os.environ:
        items.sort(key=lambda item: item.get_closest_marker("slow") is None)


def pytest_collection_finish() -> None:
    """Search less often for garbage: some 400 MB stay until the end, and each search goes through them.

    They are not frozen: Hypothesis asks the collector who refers to a generator of random numbers.
    """
    gc.set_threshold(10_000)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Trace no slow test: it starts processes, which are not traced, or asks others' questions in bulk."""
    slow = item.get_closest_marker("slow")
    if not item.nodeid.startswith(WHOLE) and (slow is None or slow.kwargs.get("traced")):
        return (yield)
    with untraced():
        return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    """Trace the first cases of a test only; what is set up for it may be shared, so that is traced."""
    if not item.stash[ONE_OF_MANY]:
        return (yield)
    with untraced():
        return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> Iterator[None]:
    """Trace the first examples of a property only, and no drawing of others."""
    held = getattr(pyfuncitem.obj, "hypothesis", None)
    if held is None or Coverage.current() is None:
        return (yield)
    asked, numbers = held.inner_test, count(1)
    with ExitStack() as rest:

        @wraps(asked)
        def first_ones_traced(*arguments: Any, **named: Any) -> object:  # noqa: ANN401  whatever the property takes
            if next(numbers) == TRACED + 1:
                rest.enter_context(untraced())
            return asked(*arguments, **named)

        held.inner_test = first_ones_traced
        try:
            return (yield)
        finally:
            held.inner_test = asked
