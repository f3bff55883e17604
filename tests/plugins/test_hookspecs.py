"""The hooks themselves: their order, and what their documentation owes to those who implement them."""

from __future__ import annotations

import ast
import inspect
from textwrap import dedent

import pytest

from ppid_core.plugins import hookspecs
from ppid_core.plugins.loader import HOOKS

LONGEST_EXAMPLE = 6


def parts(hook: str) -> dict[str, str]:
    """Return the docstring of a hook, by the heading of its parts; the first has none."""
    text = inspect.cleandoc(getattr(hookspecs, hook).__doc__ or "")
    headings = ("Args:", "Returns:", "Conflicts:", "Example::")
    found: dict[str, list[str]] = {"": []}
    for line in text.splitlines():
        if line in headings:
            found[line.rstrip(":")] = []
        else:
            found[list(found)[-1]].append(line)
    return {heading: dedent("\n".join(lines)).strip() for heading, lines in found.items()}


def test_hooks_stand_in_the_order_of_the_life_of_a_report() -> None:
    assert [
        *("ppid_register_importers", "ppid_register_rules", "ppid_register_exporters", "ppid_exported")
    ] == list(HOOKS)


@pytest.mark.parametrize("hook", HOOKS)
def test_hook_is_documented_for_whoever_implements_it(hook: str) -> None:
    documented = parts(hook)
    arguments = list(inspect.signature(getattr(hookspecs, hook)).parameters)

    assert documented[""].splitlines()[0].endswith(".")
    assert documented["Returns"]
    assert documented["Conflicts"]
    assert [
        line.split(":")[0] for line in documented.get("Args", "").splitlines() if line[:1] != " "
    ] == arguments


@pytest.mark.parametrize("hook", HOOKS)
def test_example_is_short_and_marks_the_hook(hook: str) -> None:
    example = parts(hook)["Example"]
    (function,) = ast.parse(example).body

    assert len(example.splitlines()) <= LONGEST_EXAMPLE
    assert isinstance(function, ast.FunctionDef)
    assert function.name == hook
    assert [ast.unparse(mark) for mark in function.decorator_list] == ["hookimpl"]
    known = inspect.signature(getattr(hookspecs, hook)).parameters
    assert {argument.arg for argument in function.args.args} <= set(known)
