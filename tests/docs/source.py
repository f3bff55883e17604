"""What the pages have to hold, taken from the source itself and not from the modules that make the pages."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tests.docs.page import ROOT

PREFIX = "ppid_"
"""How the names of hooks begin."""
SRC = ROOT / "src" / "ppid_core"


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def trees(*, command: bool = True) -> Iterator[ast.Module]:
    """Yield every module of the library, also those of the command unless they are left out."""
    paths = sorted(SRC.rglob("*.py"))
    yield from (tree(path) for path in paths if command or SRC / "cli" not in path.parents)


def declared_hooks() -> Iterator[ast.FunctionDef]:
    """Yield each hook, as it is declared."""
    for node in tree(SRC / "plugins" / "hookspecs.py").body:
        if isinstance(node, ast.FunctionDef) and node.name.startswith(PREFIX):
            yield node


def declared_lists() -> Iterator[tuple[str, str]]:
    """Yield the name of each list with each of its slugs; what only the command offers stands at its verb."""
    for module in trees(command=False):
        for node in module.body:
            if isinstance(node, ast.ClassDef) and any(ast.unparse(base) == "StrEnum" for base in node.bases):
                yield from ((node.name, slug) for slug in _slugs(node))


def _slugs(declared: ast.ClassDef) -> Iterator[str]:
    for member in declared.body:
        if isinstance(member, ast.Assign) and isinstance(member.value, ast.Constant):
            yield str(member.value.value)


def constants() -> Iterator[str]:
    """Yield every text that stands in the source."""
    for module in trees():
        for node in ast.walk(module):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value
