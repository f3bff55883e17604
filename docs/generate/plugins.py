"""The made parts of the page on plugins: every hook with its signature, the limits, the examples."""

from __future__ import annotations

import inspect
import tomllib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from docs.generate.docstring import body
from docs.generate.example import ROOT
from docs.generate.markdown import code, link, page, table, words
from ppid_core.output.artifact import LONGEST
from ppid_core.plugins import hookspecs
from ppid_core.plugins.artifacts import MOST_ARTIFACTS
from ppid_core.plugins.loader import MOST_FINDINGS, MOST_REGISTERED, SLUG, STRANGERS_CODE, SUFFIX

Hook = Callable[..., object]


def hooks() -> tuple[Hook, ...]:
    """Return every hook, in the order in which they are asked."""
    return tuple(hook for name, hook in vars(hookspecs).items() if name.startswith(f"{hookspecs.PROJECT}_"))


def signature(hook: Hook) -> str:
    """Return a hook as it is declared, without ``def``."""
    declared = inspect.signature(hook)
    arguments = (f"{one.name}: {one.annotation}" for one in declared.parameters.values())
    return f"{hook.__name__}({', '.join(arguments)}) -> {declared.return_annotation}"


def hooks_part() -> str:
    """Return a heading for each hook, its docstring below it."""
    return page(*(part for hook in hooks() for part in _hook(hook)))


def _hook(hook: Hook) -> Iterator[str]:
    yield f'<a id="{hook.__name__}"></a>'
    yield f"### {code(signature(hook))}"
    yield body(hook)


def limits_part() -> str:
    """Return what is taken of a plugin, and what is not."""
    most = (
        (MOST_REGISTERED, "importers, rules or exporters that one hook of one plugin returns"),
        (MOST_FINDINGS, "findings of one rule"),
        (MOST_ARTIFACTS, "files of one exporter, and of one plugin that adds to them"),
        (LONGEST, "bytes of the name of a file"),
    )
    forms = (
        (SLUG, "name of an exporter or importer"),
        (SUFFIX, "ending of a file that an importer reads"),
        (STRANGERS_CODE, "code of a rule of a plugin"),
    )
    return page(
        table(["At most", "What"], ([f"{number:,}", what] for number, what in most)),
        table(["Form", "What"], ([code(form.pattern), what] for form, what in forms)),
    )


def examples_part() -> str:
    """Return the complete plugins that come with the repository."""
    projects = sorted((ROOT / "examples").glob("*/pyproject.toml"))
    return table(["Example", "What it is"], map(_example, projects)) if projects else "None yet."


def _example(file: Path) -> list[str]:
    project: Mapping[str, str] = tomllib.loads(file.read_text("utf-8"))["project"]
    return [link(code(project["name"]), f"../examples/{file.parent.name}"), words(project["description"])]
