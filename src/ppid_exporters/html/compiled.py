"""Templates compiled once in a process: compiling takes ten times as long as filling one in."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2 import BytecodeCache


@cache
def compiled() -> BytecodeCache:
    """Return what keeps the compiled templates, in memory; Jinja compiles anew where a template changed.

    Raises:
        ModuleNotFoundError: jinja2 is not installed.
    """
    from jinja2 import BytecodeCache  # noqa: PLC0415  an extra, and slow to import
    from jinja2.bccache import Bucket  # noqa: PLC0415  the same

    kept: dict[str, bytes] = {}

    class InMemory(BytecodeCache):
        """The compiled templates by the key that Jinja gives them."""

        def load_bytecode(self, bucket: Bucket) -> None:
            if bucket.key in kept:
                bucket.bytecode_from_string(kept[bucket.key])

        def dump_bytecode(self, bucket: Bucket) -> None:
            kept[bucket.key] = bucket.bytecode_to_string()

    return InMemory()
