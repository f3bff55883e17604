"""What ``help()`` shows of the public names, and that each example in a docstring runs."""

from __future__ import annotations

import doctest
import inspect
import pydoc
from enum import Enum
from importlib import import_module
from pathlib import Path

import pytest
from docs.generate.public import PUBLIC

import ppid_core

SRC = Path(__file__).parents[1] / "src"
LONGEST_HELP = 60
LONGEST_SIGNATURE = 500
OPENING = 6
"""Lines up to the docstring: the kind of thing, its bases, its signature."""
VERBS = [name for name in ppid_core.__all__ if inspect.isfunction(getattr(ppid_core, name))]
CLASSES = [name for name in ppid_core.__all__ if inspect.isclass(getattr(ppid_core, name))]
WITH_EXAMPLES = [
    ".".join(path.relative_to(SRC).with_suffix("").parts).removesuffix(".__init__")
    for path in sorted(SRC.rglob("*.py"))
    if ">>> " in path.read_text("utf-8")
]


def shown(name: str) -> list[str]:
    """Return the lines that ``help`` prints."""
    return pydoc.plain(pydoc.render_doc(getattr(ppid_core, name))).splitlines()


def test_every_public_name_is_a_verb_or_a_class() -> None:
    assert sorted([*VERBS, *CLASSES]) == sorted(ppid_core.__all__)


@pytest.mark.parametrize("name", VERBS)
def test_help_of_a_verb_fits_on_a_screen(name: str) -> None:
    assert len(shown(name)) < LONGEST_HELP


@pytest.mark.parametrize("name", ppid_core.__all__)
def test_no_line_of_help_is_a_signature_longer_than_its_reader(name: str) -> None:
    assert max(map(len, shown(name))) <= LONGEST_SIGNATURE
    assert len(str(inspect.signature(getattr(ppid_core, name)))) <= LONGEST_SIGNATURE


@pytest.mark.parametrize("name", CLASSES)
def test_class_opens_with_its_docstring(name: str) -> None:
    first = (inspect.getdoc(getattr(ppid_core, name)) or "").splitlines()[0]

    opening = [line.strip(" |") for line in shown(name)[:OPENING]]

    assert first in opening


@pytest.mark.parametrize("name", ppid_core.__all__)
def test_public_name_shows_an_example(name: str) -> None:
    doc = inspect.getdoc(getattr(ppid_core, name)) or ""

    assert doctest.DocTestParser().get_examples(doc)


@pytest.mark.parametrize("module", WITH_EXAMPLES)
def test_examples_in_docstrings_run(module: str) -> None:
    outcome = doctest.testmod(import_module(module))

    assert (outcome.failed, outcome.attempted > 0) == (0, True)


def _shown_by_example() -> list[str]:
    """Return the verbs and classes of all public modules; lists of words show their members."""
    held = {
        f"{module}.{name}": getattr(import_module(module), name)
        for module in PUBLIC
        for name in import_module(module).__all__
    }
    return [
        name
        for name, value in held.items()
        if inspect.isfunction(value) or (inspect.isclass(value) and not issubclass(value, Enum))
    ]


def test_every_verb_and_class_of_a_public_module_shows_an_example() -> None:
    names = _shown_by_example()

    without = [name for name in names if ">>> " not in (inspect.getdoc(pydoc.locate(name)) or "")]

    assert (len(names) > len(ppid_core.__all__), without) == (True, [])
