"""A verb loads what it needs, and nothing for other verbs, files or formats."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLE = Path(__file__).parents[2] / "examples" / "kota-serang-2020"
SCRIPT = """
import atexit, sys
atexit.register(lambda: print(*sys.modules, file=sys.stderr))
from ppid_core.cli import main
main()
"""


def loaded(*arguments: str) -> frozenset[str]:
    """Return the modules that a process has loaded when its verb is done."""
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, *arguments],
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
    )
    return frozenset(done.stderr.splitlines()[-1].split())


@pytest.mark.slow
@pytest.mark.parametrize(
    ("arguments", "unneeded"),
    [
        (
            ("summary", str(EXAMPLE)),
            {
                *("cattrs", "pluggy", "tomllib", "importlib.metadata"),
                *("ppid_core.plugins", "ppid_core.report", "ppid_core.rules.catalogue"),
                *("ppid_core.intake.files.json_file", "ppid_core.intake.files.workbook.book"),
                "ppid_exporters",
            },
        ),
        (
            ("check", str(EXAMPLE)),
            {
                "cattrs",
                "jinja2",
                "python_calamine",
                "typst",
                "ppid_exporters.xlsx.book",
                "ppid_exporters.html.page",
            },
        ),
        (("law", "request_response"), {"cattrs", "tomllib", "ppid_core.rules", "ppid_core.report"}),
    ],
    ids=lambda each: each[0] if isinstance(each, tuple) else "",
)
def test_verb_loads_nothing_that_it_does_not_need(arguments: tuple[str, ...], unneeded: set[str]) -> None:
    modules = loaded(*arguments)

    assert "ppid_core.law.lawbook" in modules
    assert modules & unneeded == set()
