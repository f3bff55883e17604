"""What plugin authors import to test their own work; strategies need the extra ``testing``.

Each name brings its part at first use (PEP 562), so that importing this package imports no hypothesis.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ppid_core.testing.judging import judged
    from ppid_core.testing.readers import read_csv, read_html, read_json, read_markdown
    from ppid_core.testing.strategies import service_years

__all__ = ["judged", "read_csv", "read_html", "read_json", "read_markdown", "service_years"]

_HOMES = {
    "judging": ("judged",),
    "readers": ("read_csv", "read_html", "read_json", "read_markdown"),
    "strategies": ("service_years",),
}
_HOME = {name: home for home, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> object:
    """Return a public name from the module it lives in, which is imported now."""
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
