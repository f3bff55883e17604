"""Makes the pages that say what the code holds: ``python -m docs.generate`` renews them.

`PAGES` names each page with its maker: from what is written there now to what should be. Nothing of the
machine goes into a page: no path, no version, no plugin that is installed beside ours.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from docs.generate.command import command_page
from docs.generate.conformance import mutants_part, promises_part
from docs.generate.formats import formats_page
from docs.generate.glossary import glossary_page
from docs.generate.index import HOME, index_part
from docs.generate.law import law_page
from docs.generate.plugins import examples_part, hooks_part, limits_part
from docs.generate.public import modules_part
from docs.generate.region import renewed
from docs.generate.registers import registers_page
from docs.generate.rules import rules_page
from docs.generate.schema import SCHEMA_FILES
from ppid_core.law import calendar_year, lawbook
from ppid_core.law.snapshot import FILE

__all__ = ["FILES", "HOME", "PAGES", "SNAPSHOTS", "stale"]

Maker = Callable[[str], str]

PAGES: Mapping[str, Maker] = {
    "command.md": command_page,
    "formats.md": formats_page,
    "glossary.md": glossary_page,
    "law.md": law_page,
    "plugins.md": partial(
        renewed,
        parts={
            "hooks": hooks_part,
            "limits": limits_part,
            "promises": promises_part,
            "mutants": mutants_part,
            "examples": examples_part,
        },
    ),
    "reference.md": partial(renewed, parts={"modules": modules_part}),
    "registers.md": registers_page,
    "rules.md": rules_page,
    "README.md": partial(renewed, parts={"index": index_part}),
}
"""The index comes last: it says what the others are called."""

LAW = HOME.parent / "src" / "ppid_core" / "law"
SNAPSHOTS: Mapping[Path, Callable[[], str]] = {
    LAW / FILE: lawbook.snapshot,
    LAW / "calendar" / FILE: calendar_year.snapshot,
}
"""What the library starts from instead of the TOML beside it."""
FILES: Mapping[Path, Callable[[], str]] = {**SNAPSHOTS, **SCHEMA_FILES}
"""What is made for the package itself."""


def stale(name: str) -> str | None:
    """Return what a page should say, None where it says so already."""
    page = HOME / name
    written = page.read_text("utf-8") if page.exists() else ""
    made = PAGES[name](written)
    return None if made == written else made
