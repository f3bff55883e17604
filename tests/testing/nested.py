"""Runs pytest inside a test, and keeps what came of each test."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from pathlib import Path

import pytest

INI = """
[pytest]
addopts = -q --import-mode=importlib -p no:cacheprovider
filterwarnings = error
xfail_strict = true
"""
HEAD = """
import pytest
from tests.testing import wrong_importers as importers
from tests.testing.mutants import EXPORTERS, IMPORTERS, RULES, RIGHT
from ppid_core.testing import ExporterContract, ImporterContract, RuleContract
"""


class Results:
    """What came of each test: class, method, outcome and, where it failed, what was printed."""

    def __init__(self) -> None:
        self.failed: dict[tuple[str, str], str] = {}
        self.ran: set[tuple[str, str]] = set()
        self.skipped: set[tuple[str, str]] = set()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Keep one report."""
        *_, kind, method = ("", *report.nodeid.split("::"))
        key = (kind, method)
        self.ran.add(key)
        if report.failed:
            self.failed[key] = report.longreprtext
        if report.skipped:
            self.skipped.add(key)

    def pytest_unconfigure(self) -> None:
        """Let what is outside be: pytest searches through all of it five times at its end."""
        gc.freeze()

    def broken_by(self, kind: str) -> frozenset[str]:
        """Return the methods of a class that failed."""
        return frozenset(method for name, method in self.failed if name == kind)


def run(folder: Path, source: str, arguments: Sequence[str] = ()) -> Results:
    """Return what came of a file of tests in a session of its own, in this process."""
    (folder / "pytest.ini").write_text(INI, encoding="utf-8")
    file = folder / f"test_{folder.name}.py"
    file.write_text(source, encoding="utf-8")
    results = Results()
    pytest.main(
        ["-c", str(folder / "pytest.ini"), "--rootdir", str(folder), *arguments, str(file)], plugins=[results]
    )
    assert results.ran, "no test was collected"
    return results


def contracts(template: str, table: str, count: int) -> str:
    """Return a file of tests: a contract of the right one, and one of each of the mutants of a table."""
    classes = [template.format(name="TestRight", mutant=f"RIGHT[{table!r}]")]
    classes += [template.format(name=f"Test{at}", mutant=f"{table}[{at}]") for at in range(count)]
    return HEAD + "".join(classes)
