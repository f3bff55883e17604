"""The public names of the library: a lazy table that agrees with what type checkers see."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import ppid_core

SOURCE = Path(ppid_core.__file__).read_text(encoding="utf-8")
HEAVY = (
    *("click", "cattrs", "pluggy", "pytest", "hypothesis", "jinja2", "attrs", "attr", "vl_convert"),
    *("ppid_exporters", "ppid_core.model", "ppid_core.rules", "ppid_core.plugins", "ppid_core.cli"),
)
MOST_NAMES = 40


def seen_by_type_checkers() -> dict[str, str]:
    (block,) = [node for node in ast.parse(SOURCE).body if isinstance(node, ast.If)]
    imports = [node for node in block.body if isinstance(node, ast.ImportFrom)]
    return {alias.name: node.module or "" for node in imports for alias in node.names}


def test_table_and_type_checking_block_name_the_same_things_in_the_same_places() -> None:
    table = {name: f"ppid_core.{home}" for name, home in ppid_core._HOME.items()}  # noqa: SLF001  the table itself

    assert seen_by_type_checkers() == table
    assert sorted(table) == ppid_core.__all__


def test_public_names_are_few_and_each_is_there() -> None:
    assert len(ppid_core.__all__) <= MOST_NAMES
    for name in ppid_core.__all__:
        assert getattr(ppid_core, name) is not None
    assert set(ppid_core.__all__) <= set(dir(ppid_core))


def test_name_that_is_not_there_is_told_as_any_module_tells_it() -> None:
    assert not hasattr(ppid_core, "tidak_ada")


def test_importing_the_library_imports_almost_nothing() -> None:
    code = f"import sys, ppid_core; print([name for name in {HEAVY!r} if name in sys.modules])"

    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)

    assert done.stdout == "[]\n"
