"""What the Tab key offers (*pelengkapan*): files, formats, codes, names of the law, tables and keys.

Whatever may be said is asked of the library when the key is pressed, and imported then: no call needs it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

from ppid_core.cli.usage import language

if TYPE_CHECKING:
    from ppid_core.plugins import Plugins

Completer = Callable[[click.Context, click.Parameter, str], list[CompletionItem]]
Offer = Callable[[click.Context], Iterable[tuple[str, str]]]
"""Yields words with what each of them means, "" where it says so itself."""
_ENDINGS = ("triwulan-1", "triwulan-2", "triwulan-3", "triwulan-4", "semester-1", "semester-2")


def files(_: click.Context, __: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Leave it to the shell to offer files and folders."""
    return [CompletionItem(incomplete, type="file")]


def folders(_: click.Context, __: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Leave it to the shell to offer folders."""
    return [CompletionItem(incomplete, type="dir")]


def _one(offer: Offer) -> Completer:
    """Return what completes one word."""

    def complete(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
        return list(_beginning(offer(ctx), incomplete))

    return complete


def _several(offer: Offer) -> Completer:
    """Return what completes the last of several words, set apart by commas; none is offered twice."""

    def complete(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
        before, comma, last = incomplete.rpartition(",")
        said = set(before.split(","))
        free = ((word, meaning) for word, meaning in offer(ctx) if word not in said)
        return [
            CompletionItem(f"{before}{comma}{item.value}", help=item.help) for item in _beginning(free, last)
        ]

    return complete


def _beginning(words: Iterable[tuple[str, str]], incomplete: str) -> Iterator[CompletionItem]:
    wanted = incomplete.casefold()
    for word, meaning in words:
        if word.casefold().startswith(wanted):
            yield CompletionItem(word, help=meaning or None)


def _plugins() -> Plugins:
    from ppid_core.plugins import load_plugins  # noqa: PLC0415  the command starts without it
    from ppid_core.plugins.loans import aside  # noqa: PLC0415  the command starts without it

    with aside():
        return load_plugins()


def _codes(ctx: click.Context) -> Iterator[tuple[str, str]]:
    for rule in _plugins().rules:
        yield rule.code, rule.title(language(ctx))


def _selectors(ctx: click.Context) -> Iterator[tuple[str, str]]:
    """Yield the families, and every code."""
    rules = tuple(_codes(ctx))
    yield from ((family, "") for family in dict.fromkeys(code.rstrip("0123456789") for code, _ in rules))
    yield from rules


def _formats(_: click.Context) -> Iterator[tuple[str, str]]:
    yield from ((claim.name, claim.item.label) for claim in _plugins().exporter_claims)


def _owners(_: click.Context) -> Iterator[tuple[str, str]]:
    yield from ((owner.handle, owner.version) for owner in _plugins().owners if not owner.is_built_in)


def _law_names(ctx: click.Context) -> Iterator[tuple[str, str]]:
    from ppid_core.law import Lawbook  # noqa: PLC0415  the command starts without it

    for parameter in Lawbook.load().parameters:
        yield parameter.name, parameter.title(language(ctx))
    yield "instruments", ""


def _schema_names(_: click.Context) -> Iterator[tuple[str, str]]:
    from ppid_core.schema import SCHEMAS  # noqa: PLC0415  the command starts without it

    yield from SCHEMAS.items()


def _programs(_: click.Context) -> Iterator[tuple[str, str]]:
    from ppid_core.intake.program_map import program_maps  # noqa: PLC0415  the command starts without it

    yield from ((name, "") for name in program_maps())


def _tables(_: click.Context) -> Iterator[tuple[str, str]]:
    from ppid_core.intake.tables import table_headings  # noqa: PLC0415  the command starts without it

    yield from ((name, heading.meaning) for name, heading in table_headings().items())
    yield "abaikan", ""


def _keys(_: click.Context) -> Iterator[tuple[str, str]]:
    from ppid_core.glossary.key import report_keys  # noqa: PLC0415  the command starts without it

    yield from ((f"{key.name}=", key.meaning) for key in report_keys() if not key.name.startswith("ekspor."))


def _settings(ctx: click.Context) -> Iterator[tuple[str, str]]:
    """Yield the keys of *laporan*, and the options of formats and rules."""
    from ppid_core.option import options_of  # noqa: PLC0415  the command starts without it

    yield from _keys(ctx)
    plugins = _plugins()
    for exporter in plugins.exporters:
        yield from ((f"{exporter.name}.{option}=", exporter.label) for option in options_of(exporter))
    for rule in plugins.rules:
        yield from ((f"{rule.code}.{one.name}=", rule.title(language(ctx))) for one in rule.options)


def _years(_: click.Context) -> Iterator[tuple[str, str]]:
    from ppid_core.workdays import WorkdayCalendar  # noqa: PLC0415  the command starts without it

    yield from ((str(year), "") for year in WorkdayCalendar.load().years)


def table_of_file(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Offer the tables, also after the name of a file or sheet."""
    file, equals, table = incomplete.rpartition("=")
    found = _beginning(_tables(ctx), table)
    return [CompletionItem(f"{file}{equals}{item.value}", help=item.help) for item in found]


def year_or_file(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Offer the years of the calendar, and files."""
    return [*year(ctx, param, incomplete), *files(ctx, param, incomplete)]


code, selectors = _one(_codes), _several(_selectors)
formats, owners = _several(_formats), _several(_owners)
law_name, schema_name, program = _one(_law_names), _one(_schema_names), _one(_programs)
key, setting, year = _one(_keys), _one(_settings), _one(_years)
part_of_year = _one(lambda _: ((name, "") for name in _ENDINGS))
