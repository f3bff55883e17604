"""The page of the command: every verb with its Indonesian name, its options, and how it ends."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from operator import itemgetter

import click

from docs.generate.docstring import first_line
from docs.generate.markdown import (
    code,
    details,
    fenced,
    folded,
    link,
    listed,
    page,
    table,
    whole,
    words,
)
from docs.generate.option import ENGLISH
from ppid_core.cli import usage
from ppid_core.cli.command import ALIASES, VERBS, ppid

INTRODUCTION = """\
# The command (*perintah*)

`ppid` speaks Indonesian; `--lang en`, or `PPID_LANG=en`, makes it speak English. Verbs have two names where
there is an Indonesian one. No verb but `deadlines` reads the clock: `--as-of` is by default the day of
signature, else the last day of the period. `python -m ppid_core` is the same command."""

COMPLETION = """\
## The Tab key (*pelengkapan*)

The shell completes verbs by both names, options, files, formats (`--to html,d`), codes (`rule T`,
`--select L1`), names of the law, of schemas, of tables and of keys, and says what each means where the shell
shows it. One line turns it on, in the file that the shell reads when it starts:

| Shell | File | Line |
| --- | --- | --- |
| bash (4.4 or later) | `~/.bashrc` | `eval "$(_PPID_COMPLETE=bash_source ppid)"` |
| zsh | `~/.zshrc` | `eval "$(_PPID_COMPLETE=zsh_source ppid)"` |
| fish | `~/.config/fish/completions/ppid.fish` | `_PPID_COMPLETE=fish_source ppid \\| source` |"""

ENDINGS: Mapping[str, str] = {
    "FINE": "all is well, or nothing that is found has to be mended",
    "CONTRADICTED": "`check`: findings of severity error that no waiver (*penjelasan*) explains",
    "UNUSABLE": "input or usage that cannot be used; `report` refuses while rows are not read"
    " (`--draft` marks them)",
    "FAILED": "a format that was asked for failed (those of `--to`, else the built-in ones), a rule failed,"
    " or, under `--strict-plugins`, any plugin",
    "INTERRUPTED": "it was stopped by Ctrl-C, or asked to end: nothing half written is left",
}


def command_page(_: str) -> str:
    """Return the page."""
    verbs = {name: _command(name) for name in VERBS}
    return whole(
        INTRODUCTION,
        table(
            ["Verb", "Indonesian", "What it does"], (_row(name, command) for name, command in verbs.items())
        ),
        "## How it ends (*kode akhir*)",
        "The highest that applies. A plugin that failed otherwise is told and changes nothing.",
        table(["Exit code", "When"], _endings()),
        COMPLETION,
        "## For all verbs",
        _options("ppid", ppid),
        "## Verbs (*perintah*)",
        *(_verb(name, command) for name, command in verbs.items()),
    )


def _command(name: str) -> click.Command:
    command = ppid.get_command(click.Context(ppid), name)
    if command is None:
        raise LookupError(f"no verb {name}")
    return command


def aliases(name: str) -> list[str]:
    """Return the Indonesian names of a verb."""
    return [alias for alias, verb in ALIASES.items() if verb == name]


def _row(name: str, command: click.Command) -> list[str]:
    return [link(code(name), f"#{name}"), listed(map(code, aliases(name))), english(command)]


def english(command: click.Command) -> str:
    """Return what a verb does, as its module says."""
    _, _, said = first_line(sys.modules[command.callback.__module__]).partition(": ")
    return f"{said[:1].upper()}{said[1:]}"


def _endings() -> Iterator[list[str]]:
    codes = {name: value for name, value in vars(usage).items() if isinstance(value, int)}
    yield from ([code(str(value)), ENDINGS[name]] for name, value in sorted(codes.items(), key=itemgetter(1)))


def _verb(name: str, command: click.Command) -> str:
    names = [name, *aliases(name)]
    return page(
        f"### {name}",
        f"{english(command)} *{words((command.help or '').split(chr(10))[0])}*",
        fenced("\n".join(f"ppid {one} {_usage(command)}" for one in names)),
        _options(name, command),
        details("Keterangan", _epilog(command.epilog)) if command.epilog else "",
    )


def _usage(command: click.Command) -> str:
    arguments = (one for one in command.params if isinstance(one, click.Argument))
    return " ".join(
        ["[OPTIONS]", *(str(one.metavar) if one.required else f"[{one.metavar}]" for one in arguments)]
    )


def _epilog(text: str) -> str:
    """Return the notes below the help: lines under a colon are a list."""
    lines = [line.strip() for line in text.replace("\b", "").splitlines() if line.strip()]
    return "\n".join(f"\n{words(line)}\n" if line.endswith(":") else f"- {words(line)}" for line in lines)


def _options(verb: str, command: click.Command) -> str:
    rows = [_parameter(verb, parameter) for parameter in command.params if parameter.name != "version"]
    return table(["Argument or option", "Takes", "Default", "Pilihan", "What it is"], rows) if rows else ""


def _parameter(verb: str, parameter: click.Parameter) -> list[str]:
    name = parameter.opts[-1] if isinstance(parameter, click.Option) else str(parameter.metavar)
    told = parameter.help if isinstance(parameter, click.Option) else ""
    return [
        listed(map(code, _names(parameter))),
        _takes(parameter),
        _default(parameter),
        words(told or ""),
        meaning(verb, name),
    ]


def _names(parameter: click.Parameter) -> Iterable[str]:
    return parameter.opts if isinstance(parameter, click.Option) else [str(parameter.metavar)]


def _takes(parameter: click.Parameter) -> str:
    if isinstance(parameter, click.Option) and parameter.is_flag:
        return "–"
    if isinstance(parameter.type, click.Choice):
        return folded([code(str(choice)) for choice in parameter.type.choices], most_open=4)
    if isinstance(parameter, click.Argument):
        return "–"
    shown = parameter.metavar or {"integer range": "number"}.get(parameter.type.name, parameter.type.name)
    return f"{code(shown)}{', several' if parameter.multiple else ''}"


def _default(parameter: click.Parameter) -> str:
    """Return a default that is a plain value; what click means by none differs from version to version."""
    value = parameter.default
    is_told = isinstance(value, str | int) and not isinstance(value, bool)
    return code(str(value)) if is_told else "–"


def meaning(verb: str, name: str) -> str:
    """Return what an argument or option is, in English; one verb may mean it otherwise than the others."""
    return ENGLISH.get(f"{verb} {name}", ENGLISH.get(name, "–"))
