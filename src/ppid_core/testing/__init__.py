"""What plugin authors import to test their own work; contracts and strategies need the extra ``testing``.

Each name brings its part at first use (PEP 562), so that importing this package imports neither pytest nor
hypothesis. Sample years and documents stand in `ppid_core.testing.samples`.
"""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ppid_core.testing.contract import (
        ExporterContract,
        ImporterContract,
        Promise,
        RuleContract,
        promises,
    )
    from ppid_core.testing.judgement import judged
    from ppid_core.testing.readers import (
        read_csv,
        read_docx,
        read_html,
        read_json,
        read_markdown,
        read_pdf,
        read_tables,
        read_xlsx,
    )
    from ppid_core.testing.strategies import service_years

__all__ = [
    "ExporterContract",
    "ImporterContract",
    "Promise",
    "RuleContract",
    "judged",
    "promises",
    "read_csv",
    "read_docx",
    "read_html",
    "read_json",
    "read_markdown",
    "read_pdf",
    "read_tables",
    "read_xlsx",
    "service_years",
]

_HOMES = {
    "contract": ("ExporterContract", "ImporterContract", "Promise", "RuleContract", "promises"),
    "judgement": ("judged",),
    "readers": (
        *("read_csv", "read_docx", "read_html", "read_json", "read_markdown", "read_pdf", "read_tables"),
        "read_xlsx",
    ),
    "strategies": ("service_years",),
}
_HOME = {name: home for home, names in _HOMES.items() for name in names}
_ASSERTING = ("contract", "readers")
"""Parts whose assertions pytest shall rewrite: authors see both sides of a comparison, not a bare error."""


if not TYPE_CHECKING:  # so that a misspelt name is an error of types

    def __getattr__(name: str) -> object:
        """Return a public name from the module it lives in, which is imported now."""
        if name not in _HOME:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        home = f"{__name__}.{_HOME[name]}"
        if _HOME[name] in _ASSERTING and home not in sys.modules and "pytest" in sys.modules:
            import_module("pytest").register_assert_rewrite(home)
        return getattr(import_module(home), name)
