"""Values that take their fields in order: few, of few fields; in the others a new field moves none."""

from __future__ import annotations

import sys

from attrs import fields, has


def built_in_order(room: str) -> set[str]:
    """Return the classes of a room that take their fields in order, of all modules that were loaded."""
    modules = [one for name, one in sys.modules.items() if name.startswith(f"ppid_core.{room}.")]
    classes = (one for module in modules for one in vars(module).values() if isinstance(one, type))
    own = {one for one in classes if has(one) and one.__module__.startswith(f"ppid_core.{room}.")}
    return {one.__name__ for one in own if any(field.init and not field.kw_only for field in fields(one))}
