"""What is wrong with a command line, said in Indonesian."""

from __future__ import annotations

from typing import IO, Any

import click

from ppid_core.cli.console import tell
from ppid_core.cli.ending import FAILED, UNUSABLE


class Refusal(click.ClickException):
    """Ends the command with sentences, and no traceback: input or usage cannot be used."""

    exit_code = UNUSABLE

    def show(self, file: IO[Any] | None = None) -> None:  # noqa: ARG002  click's signature
        """Print the sentences as they are."""
        tell(self.message.splitlines())


class Breakdown(Refusal):
    """Ends it where a plugin or a format failed."""

    exit_code = FAILED


def refusal(error: click.UsageError) -> Refusal:
    """Return a usage error of click as a sentence, with the way to the help."""
    help_line = f"Lihat: {error.ctx.command_path} --help" if error.ctx else "Lihat: ppid --help"
    return Refusal(f"{_sentence(error)}\n{help_line}")


def _sentence(error: click.UsageError) -> str:
    match error:
        case click.NoSuchOption():
            near = f" Maksudnya {', '.join(error.possibilities)}?" if error.possibilities else ""
            return f"Pilihan {error.option_name} tidak dikenal.{near}"
        case click.MissingParameter():
            return f"{_name(error)} belum ditulis."
        case click.BadParameter() if error.param and isinstance(error.param.type, click.Choice):
            return f"Isi {_name(error)} tidak dikenal. Yang dapat: {', '.join(error.param.type.choices)}."
        case click.BadParameter():
            return f"Isi {_name(error)} tidak dapat dibaca: {error.message}"
        case _:
            return f"Perintah tidak dapat dibaca: {error.message}"


def _name(error: click.BadParameter) -> str:
    if error.param is None:
        return "pilihan"
    is_option = error.param.param_type_name == "option"
    return error.param.opts[0] if is_option else error.param.human_readable_name
