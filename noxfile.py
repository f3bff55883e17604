"""The gates, in the order in which they fail fastest, in the environment that nox was started in."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import nox

nox.options.default_venv_backend = "none"
nox.options.stop_on_first_error = True
nox.options.sessions = ["lint", "types", "speed", "tests", "lowest"]

PYTHON = sys.executable
LOWEST = Path("tests/lowest.txt")
ROOMS = ("exporters", "intake/workbook", "plugins", "testing")
FILES = {
    "cli": "calendar command convert golden ics importing init layout loading new_plugin plugins",
    "intake": "carried json",
    "law": "estimate snapshot",
    "model": "shape wire",
}
ON_LIBRARIES = (
    *(f"tests/{room}" for room in ROOMS),
    *(f"tests/{room}/test_{name}.py" for room, names in FILES.items() for name in names.split()),
)
"""Where our dependencies are called; what other rooms count and judge is the same on every version."""
_OFF = {
    "": "announcement csv dcat earlier_years html markdown page",
    "docx": "accessibility letterhead structure text",
    "pdf": "structure",
}
OFF_LIBRARIES = tuple(
    str(Path("tests/exporters", room, f"test_{name}.py"))
    for room, names in _OFF.items()
    for name in names.split()
)
"""What is asked there of formats written without any, and of the words and the order of others.

Without them every line that calls a library is still reached.
"""

ARE_FOUND = """
import importlib.metadata, sys
pinned = dict(line.split("==") for line in open(sys.argv[1]).read().split())
assert pinned == {name: importlib.metadata.version(name) for name in pinned}
"""
"""Asks whether the lowest versions are those that an import brings."""

INSTALL = (PYTHON, "-m", "uv", "pip", "install", "--quiet", "--python", PYTHON)
"""By uv, in seconds what takes pip a minute."""
CORES = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
"""Those that may be used: a command may have been bound to some."""
AT_ONCE = ("-n", str(CORES), "--dist", "worksteal")
"""A process for each core; tests of one file stay together until a process has nothing left to do."""
WORTHWHILE = AT_ONCE if CORES > 1 else ()
"""The same where it pays: on one core, to hand tests out is more work."""
BY_FILES = ("-n", str(CORES), "--dist", "loadfile") if CORES > 1 else ()
"""As well, but each server and each browser is started by one process alone."""
MEASURED = ("-W", "ignore:Module already imported so cannot", "-W", "ignore:Unable to activate pytest branch")
"""SlipCover is there before pytest, and leaves alone what pytest writes anew: only tests."""
ENGINES = ("--confcutdir=tests/engines", "-m", "engine", "-q", "-raP", "-p", "no:logging")
"""Their own conftest alone, as the others need what our gates are made of; what a test prints is shown."""


@nox.session
def lint(session: nox.Session) -> None:
    """Ruff, all rules, and its format."""
    session.run(PYTHON, "-m", "ruff", "check", ".")
    session.run(PYTHON, "-m", "ruff", "format", "--check", ".")


@nox.session
def types(session: nox.Session) -> None:
    """Mypy, strict, with a process for each core where it knows how to."""
    session.run(PYTHON, "-m", "mypy", env={"MYPY_NUM_WORKERS": str(CORES)})


@nox.session
def speed(session: nox.Session) -> None:
    """Five ratios to what a user would write instead: none is half more than what is recorded."""
    session.run(PYTHON, "-m", "benchmarks", "--number", "20000", "--gate")


@nox.session
def tests(session: nox.Session) -> None:
    """The whole suite, with branch coverage, which has a bound unless a part of it is named."""
    with TemporaryDirectory() as folder:  # not of nox: the tests would make all their folders within it
        told = f"{folder}/coverage.json"
        counted = ("--json", "--out", told, "-m", "pytest")
        # Said to those who share the tests alone: who hands them out would read it all once more at the end.
        env = {"SLIPCOVER_SOURCE": "src"}
        session.run(PYTHON, "-m", "slipcover", *counted, *AT_ONCE, *MEASURED, *session.posargs, env=env)
        # Told by a second run: the first forgets what was measured once it has held it to a bound.
        bound = () if session.posargs else ("--fail-under", "97")
        session.run(PYTHON, "-m", "slipcover", *bound, "--out", told, "--merge", told)


@nox.session
def docs(session: nox.Session) -> None:
    """Renew the pages that say what the code holds; the tests tell when one is stale."""
    session.run(PYTHON, "-m", "docs.generate")


@nox.session
def reference(session: nox.Session) -> None:
    """The reference for Python from the docstrings; what pdoc warns of is an error."""
    session.run(PYTHON, "-m", "docs.generate.reference", *session.posargs)


@nox.session
def lowest(session: nox.Session) -> None:
    """What calls them and is not slow, on the lowest version of each of the library's own dependencies."""
    folder = session.create_tmp()
    session.run(*INSTALL, "--target", folder, "--requirement", str(LOWEST))
    # They lie before those of this environment, from which all else comes.
    env = {"HYPOTHESIS_PROFILE": "few", "PYTHONPATH": folder}
    session.run(PYTHON, "-c", ARE_FOUND, str(LOWEST), env=env)
    asked = (*ON_LIBRARIES, *(f"--ignore={path}" for path in OFF_LIBRARIES))
    session.run(PYTHON, "-m", "pytest", *WORTHWHILE, "-m", "not slow", "-q", *asked, env=env)


@nox.session
def engines(session: nox.Session) -> None:
    """Databases, what stands between, and a browser: each is asked itself, started for it."""
    with TemporaryDirectory() as folder:  # not of nox: the user of PostgreSQL need not see where this lies
        session.run(*INSTALL, "--target", folder, "--requirement", "pyproject.toml", "--extra", "engines")
        # Laid before those of this environment, which others may be using and which stays as it is.
        env = {"PYTHONPATH": folder}
        session.run(PYTHON, "-m", "pytest", *BY_FILES, *ENGINES, "tests/engines", *session.posargs, env=env)


@nox.session(venv_backend="venv")
def spark(session: nox.Session) -> None:
    """PySpark with two cores of this machine: half a gigabyte, and Java 17 or later; no gate."""
    session.install("-e", ".", "pyspark>=4", "pytest>=8.1.1")
    session.run("python", "-m", "pytest", *ENGINES, "tests/engines/test_many_bodies.py", *session.posargs)


@nox.session(venv_backend="venv")
def mutants(session: nox.Session) -> None:
    """How many small faults the tests of rules, deadlines, summary and cells see; no gate, half an hour."""
    session.install("-e", ".[dev]", "cosmic-ray>=8.3", "pytest-cov>=5.0")
    session.run("python", "-m", "benchmarks.mutants", *session.posargs)


@nox.session(venv_backend="venv")
def bench(session: nox.Session) -> None:
    """What our work costs beside what a user would write instead; some minutes, so not a gate."""
    session.install("-e", ".[dev]")
    session.run("python", "-m", "benchmarks", *session.posargs)
