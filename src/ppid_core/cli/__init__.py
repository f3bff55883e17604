"""The ``ppid`` command: one module for each verb."""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Final, NoReturn

from ppid_core.language import Bilingual

INTERRUPTED: Final = 130
"""Ctrl-C was pressed, as shells say it: 128 and the number of the signal."""
STOPPED = Bilingual(
    "Dihentikan sebelum selesai. Jalankan lagi perintah yang sama untuk mengulang.",
    "Stopped before it was done. Run the same command to begin again.",
)
SELDOM = (200_000, 50, 100)
"""How often garbage is looked for, instead of (700, 10, 10): of a long check that took a fifth.

A short command makes more than 50,000 objects that stay, and ends before anything is looked for.
"""


def main() -> None:
    """Run the command with the arguments of the process."""
    signal.signal(signal.SIGTERM, _end)
    gc.set_threshold(*SELDOM)
    try:
        with collector_held():
            from ppid_core.cli.command import ppid  # noqa: PLC0415  who imports this package needs no click
        ppid(prog_name="ppid")
    except KeyboardInterrupt:  # before a verb was there that could say so itself
        sys.stderr.write(STOPPED("en" if os.environ.get("PPID_LANG") == "en" else "id") + "\n")
        sys.exit(INTERRUPTED)
    finally:
        gc.freeze()  # the process ends, and what it holds need not be gone through once more


@contextmanager
def collector_held() -> Iterator[None]:
    """Let no garbage be looked for while modules or rows are made: they stay, and it is a third of the time.

    The command alone does so: the collector is that of the whole process, which a library shares with others.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _end(_: int, __: FrameType | None) -> NoReturn:
    """End as by Ctrl-C: what is half written is undone, and no process of ours goes on."""
    raise KeyboardInterrupt
