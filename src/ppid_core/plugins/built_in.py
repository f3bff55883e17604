"""How our own importers and rules join in: by the same hooks as those of strangers."""

from __future__ import annotations

from collections.abc import Iterable

from ppid_core.intake import BUILT_IN_IMPORTERS, Importer
from ppid_core.plugins.faults import BUILT_IN, Owner
from ppid_core.plugins.hookspecs import hookimpl
from ppid_core.rules import CATALOGUE, Rule
from ppid_core.version import VERSION

OURSELVES = Owner(distribution=BUILT_IN, version=VERSION, entry_point="ppid_core", module=__name__)
"""Not read from metadata: a year can be read and checked wherever the library can be imported."""


@hookimpl
def ppid_register_importers() -> Iterable[Importer]:
    """Return the built-in importers: a folder, JSON, and the documents that we write."""
    return BUILT_IN_IMPORTERS


@hookimpl
def ppid_register_rules() -> Iterable[Rule]:
    """Return the catalogue."""
    return CATALOGUE
