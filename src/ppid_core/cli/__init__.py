"""The ``ppid`` command: one module for each verb."""

from __future__ import annotations

import signal
from types import FrameType
from typing import NoReturn


def main() -> None:
    """Run the command with the arguments of the process."""
    signal.signal(signal.SIGTERM, _end)
    from ppid_core.cli.command import ppid  # noqa: PLC0415  who imports this package needs no click

    ppid(prog_name="ppid")


def _end(_: int, __: FrameType | None) -> NoReturn:
    """End as by Ctrl-C: what is half written is undone, and no process of ours goes on."""
    raise KeyboardInterrupt
