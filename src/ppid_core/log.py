"""The logger ``ppid_core``: what is read, asked and made, told at the level of debug to whoever listens.

Its rooms are ``ppid_core.reading``, ``ppid_core.rules`` and ``ppid_core.export``. No handler is set but one
that does nothing, and nothing personal is told: neither cells nor findings, nor what files are called.
"""

from __future__ import annotations

import sys
from typing import Literal

NAME = "ppid_core"
Room = Literal["reading", "rules", "export"]


def debug(room: Room, message: str, *facts: object) -> None:
    """Tell what was done; where `logging` was never imported, nobody listens, and it is not loaded for that.

    Args:
        room: where it was done.
        message: what, with a place for each fact as `logging` writes them (``%s``).
        facts: counts, and names of tables, rules and formats.
    """
    if "logging" not in sys.modules:
        return
    import logging  # noqa: PLC0415  as said

    above = logging.getLogger(NAME)
    if not above.handlers:
        above.addHandler(logging.NullHandler())
    logging.getLogger(f"{NAME}.{room}").debug(message, *facts)
