"""The files of a new plugin: its names, and the templates beside this module filled in with them."""

from __future__ import annotations

from ppid_core.cli.skeleton.filling import skeleton
from ppid_core.cli.skeleton.naming import Kind, Names, named

__all__ = ["Kind", "Names", "named", "skeleton"]
