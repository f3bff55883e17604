"""The public names: few, each there, explained, and used by a stranger's script that is type-checked."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest
from docs.generate.public import PUBLIC

import ppid_core

ROOT = Path(__file__).parents[1]
LAZY = ("ppid_core", "ppid_core.testing")
MOST_NAMES = 40
STRANGER = ROOT / "tests" / "typing" / "api.py"


@cache
def tree(module: str) -> ast.Module:
    """Return the source of a module."""
    file = import_module(module).__file__
    assert file is not None
    return ast.parse(Path(file).read_text("utf-8"))


def test_library_has_few_names() -> None:
    assert len(ppid_core.__all__) <= MOST_NAMES


@pytest.mark.parametrize("module", PUBLIC)
def test_names_are_sorted_and_each_stands_once(module: str) -> None:
    names = import_module(module).__all__

    assert sorted(set(names), key=kinds_first) == list(names)


def kinds_first(name: str) -> tuple[int, str]:
    """Return the order of ruff: constants, then classes, then functions."""
    if name.isupper():
        return 0, name
    return (1 if name[0].isupper() else 2), name


@pytest.mark.parametrize("module", PUBLIC)
def test_every_name_is_there(module: str) -> None:
    package = import_module(module)

    assert not [name for name in package.__all__ if getattr(package, name, None) is None]


@pytest.mark.parametrize("module", PUBLIC)
def test_every_name_is_explained(module: str) -> None:
    assert not [name for name in import_module(module).__all__ if not explained(module, name)]


def explained(module: str, name: str) -> str:
    """Return the docstring of a class, a function or a constant, as it is written where it is defined."""
    home = origin(module, name)
    body = tree(home).body
    for at, node in enumerate(body):
        if isinstance(node, ast.ClassDef | ast.FunctionDef) and node.name == name and not is_overload(node):
            return ast.get_docstring(node) or ""
        if name in assigned(node):
            return next((said(after) for after in body[at + 1 : at + 2]), "")
    raise LookupError(f"{home} does not define {name}")


def is_overload(node: ast.ClassDef | ast.FunctionDef) -> bool:
    """Tell whether a function is a signature among others: the one that holds the code is explained."""
    return any(isinstance(one, ast.Name) and one.id == "overload" for one in node.decorator_list)


def origin(module: str, name: str) -> str:
    """Return the module that defines a name: the import that brings it is followed."""
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.ImportFrom) and name in {alias.asname or alias.name for alias in node.names}:
            return origin(node.module or "", name)
    return module


def assigned(node: ast.stmt) -> set[str]:
    targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
    return {target.id for target in targets if isinstance(target, ast.Name)}


def said(node: ast.stmt) -> str:
    """Return the text of a statement that is nothing but a text."""
    match node:
        case ast.Expr(value=ast.Constant(value=str(text))):
            return text
        case _:
            return ""


@pytest.mark.parametrize("module", PUBLIC)
def test_every_name_is_used_as_a_stranger_would(module: str) -> None:
    """Each stands in the script that type checkers are given."""
    assert not [name for name in import_module(module).__all__ if (module, name) not in used()]


@cache
def used() -> frozenset[tuple[str, str]]:
    """Return what the stranger's script uses: names that it imports, and attributes of packages."""
    script = ast.parse(STRANGER.read_text("utf-8"))
    imports = [node for node in ast.walk(script) if isinstance(node, ast.ImportFrom)]
    imported = {
        alias.asname or alias.name: (node.module or "", alias.name)
        for node in imports
        for alias in node.names
    }
    return frozenset(_used(script, imported))


def _used(script: ast.Module, imported: dict[str, tuple[str, str]]) -> Iterator[tuple[str, str]]:
    for node in ast.walk(script):
        match node:
            case ast.Name(id=name) if name in imported:
                yield imported[name]
            case ast.Attribute(value=ast.Name(id=package), attr=name) if package in imported:
                yield ".".join(imported[package]), name


# Names that are brought at first use


@pytest.mark.parametrize("module", LAZY)
def test_lazy_table_all_and_the_imports_for_type_checkers_hold_the_same_names(module: str) -> None:
    table = lazy_table(module)

    assert imports_for_type_checkers(module) == table
    assert sorted(table) == sorted(import_module(module).__all__)


def lazy_table(module: str) -> dict[str, str]:
    """Return the module in which each name is looked up, read from the source of ``_HOMES``."""
    (homes,) = (
        node.value
        for node in tree(module).body
        if "_HOMES" in assigned(node) and isinstance(node, ast.Assign)
    )
    assert isinstance(homes, ast.Dict)
    return {
        name: f"{module}.{texts(home)[0]}"
        for home, names in zip(homes.keys, homes.values, strict=True)
        for name in texts(names)
    }


def texts(node: ast.expr | None) -> list[str]:
    """Return every text below a node."""
    below = [] if node is None else ast.walk(node)
    return [str(one.value) for one in below if isinstance(one, ast.Constant)]


def imports_for_type_checkers(module: str) -> dict[str, str]:
    blocks = (node for node in tree(module).body if isinstance(node, ast.If))
    (block,) = (node for node in blocks if ast.unparse(node.test) == "TYPE_CHECKING")
    imports = (node for node in block.body if isinstance(node, ast.ImportFrom))
    return {alias.name: node.module or "" for node in imports for alias in node.names}


@pytest.mark.parametrize("module", LAZY)
def test_lazy_name_comes_from_the_module_of_the_table(module: str) -> None:
    package: ModuleType = import_module(module)

    for name, home in lazy_table(module).items():
        assert getattr(package, name) is getattr(import_module(home), name)


@pytest.mark.parametrize("module", LAZY)
def test_name_that_is_not_there_is_told_as_any_module_tells_it(module: str) -> None:
    with pytest.raises(AttributeError, match=f"module '{module}' has no attribute 'tidak_ada'"):
        getattr(import_module(module), "tidak_ada")  # noqa: B009  a type checker would refuse the plain form
