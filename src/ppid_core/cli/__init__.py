"""The ``ppid`` command: one module for each verb."""

from __future__ import annotations


def main() -> None:
    """Run the command with the arguments of the process."""
    from ppid_core.cli.command import ppid  # noqa: PLC0415  who imports this package needs no click

    ppid(prog_name="ppid")
