"""What is wrong with a command line, in the language that was asked for, and how a command ends."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import IO, Any, Final, Self

import click

from ppid_core.cli import INTERRUPTED
from ppid_core.cli.console import tell
from ppid_core.language import LANGS, Bilingual, Lang

FINE: Final = 0
CONTRADICTED: Final = 1
"""Findings of severity error that no explanation covers."""
UNUSABLE: Final = 2
"""Input or usage that cannot be used, and a report that was refused."""
FAILED: Final = 3
"""An exporter that was asked for failed, or a rule, or any plugin in strict loading."""


_LANGUAGE, _OUTPUT = "ppid_core.lang", "ppid_core.output"
"""Where a context keeps the language of the call, and for whom its output is."""


def note_call(ctx: click.Context, args: Sequence[str]) -> None:
    """Note how an error is told: options that cannot be read hide neither ``--lang`` nor ``--format``."""
    languages = (lang for lang in _said(args, "--lang") if lang in LANGS)
    ctx.meta[_LANGUAGE] = next(languages, os.environ.get("PPID_LANG"))
    ctx.meta[_OUTPUT] = next(_said(args, "--format"), "text")


def _said(args: Sequence[str], option: str) -> Iterator[str]:
    """Yield what is said for an option, wherever it stands."""
    yield from (after for name, after in pairwise(args) if name == option)
    yield from (arg.removeprefix(f"{option}=") for arg in args if arg.startswith(f"{option}="))


def language(ctx: click.Context) -> Lang:
    """Return the language of the call, as its options or the environment say."""
    return "en" if ctx.meta.get(_LANGUAGE) == "en" else "id"


def is_for_programs(ctx: click.Context) -> bool:
    """Tell whether the output of the call is JSON."""
    return ctx.meta.get(_OUTPUT) == "json"


class CommandRefused(click.ClickException):
    """Ends the command with sentences, and no traceback: input or usage cannot be used."""

    exit_code = UNUSABLE

    def __init__(self, told: Bilingual | str) -> None:
        """Keep the sentences; one text stands for both languages."""
        self.told = told if isinstance(told, Bilingual) else Bilingual(told, told)
        super().__init__(self.told.id)

    def spoken(self, lang: Lang) -> Self:
        """Return it in one language."""
        return type(self)(self.told(lang))

    def show(self, file: IO[Any] | None = None) -> None:  # noqa: ARG002  click's signature
        """Print the sentences as they are."""
        tell(self.message.splitlines())


class CommandFailed(CommandRefused):
    """Ends it where a plugin or a format failed."""

    exit_code = FAILED


class CommandStopped(CommandRefused):
    """Ends it where Ctrl-C was pressed, or the process was asked to end."""

    exit_code = INTERRUPTED

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the sentence below the ``^C`` that a terminal has written."""
        if sys.stderr.isatty():
            tell([""])
        super().show(file)


class Unreadable(click.BadParameter):
    """The value of an option or argument cannot be read."""

    def __init__(self, told: Bilingual) -> None:
        """Keep what is wrong with it."""
        self.told = told
        super().__init__(told.id)


def refusal(error: click.UsageError) -> CommandRefused:
    """Return a usage error of click as a sentence, with the way to the help."""
    path = error.ctx.command_path if error.ctx else "ppid"
    told = _sentence(error)
    return CommandRefused(Bilingual(f"{told.id}\nLihat: {path} --help", f"{told.en}\nSee: {path} --help"))


def _sentence(error: click.UsageError) -> Bilingual:
    match error:
        case click.NoSuchOption():
            near = ", ".join(error.possibilities or ())
            meant = Bilingual(f" Maksudnya {near}?", f" Is {near} meant?") if near else Bilingual("", "")
            return _NO_OPTION.fill(option=error.option_name, meant=meant)
        case click.MissingParameter():
            return _MISSING.fill(name=_name(error))
        case click.BadParameter() if error.param and isinstance(error.param.type, click.Choice):
            return _NO_CHOICE.fill(name=_name(error), choices=", ".join(error.param.type.choices))
        case Unreadable():
            return _UNREADABLE.fill(name=_name(error), why=error.told)
        case click.BadParameter():
            return _UNREADABLE.fill(name=_name(error), why=error.message)
        case _:
            return _NO_COMMAND.fill(why=error.message)


def _name(error: click.BadParameter) -> str | Bilingual:
    if error.param is None:
        return Bilingual("pilihan", "an option")
    is_option = error.param.param_type_name == "option"
    return error.param.opts[0] if is_option else error.param.human_readable_name


_NO_OPTION = Bilingual("Pilihan {option} tidak dikenal.{meant}", "There is no option {option}.{meant}")
_MISSING = Bilingual("{name} belum ditulis.", "{name} is missing.")
_NO_CHOICE = Bilingual(
    "Isi {name} tidak dikenal. Yang dapat: {choices}.", "The value of {name} is not known. Use: {choices}."
)
_UNREADABLE = Bilingual("Isi {name} tidak dapat dibaca: {why}", "The value of {name} cannot be read: {why}")
_NO_COMMAND = Bilingual("Perintah tidak dapat dibaca: {why}", "The command cannot be read: {why}")
