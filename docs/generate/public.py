"""Which modules are public: said here once, for the reference, the page about it and the tests."""

from __future__ import annotations

import inspect
from importlib import import_module
from pathlib import PurePosixPath

from docs.generate.markdown import code, table

ROOT = "ppid_core"
PUBLIC = (
    ROOT,
    *(
        f"{ROOT}.{name}"
        for name in (
            *("language", "model", "law", "deadlines", "intake", "summary", "rules", "rollup", "report"),
            *("dossier.processes", "dossier.engine"),
            *("plugins", "errors", "schema", "testing", "testing.samples"),
        )
    ),
)
"""The public modules: of each, the names in its ``__all__`` are public and nothing else is."""


def modules_part() -> str:
    """Return a row for each public module: its name, and what it is for."""
    return table(["Module", "What it holds"], ([code(name), purpose(name)] for name in PUBLIC))


def purpose(name: str) -> str:
    """Return the first sentence of a module's docstring."""
    return " ".join((inspect.getdoc(import_module(name)) or "").split("\n\n")[0].split())


def page_of(name: str) -> str:
    """Return where the page of a module lies in the reference."""
    return str(PurePosixPath(*name.split("."))) + ".html"
