"""``ppid plugins``: what is installed, who brings it, what failed; and, tried out, whether it works."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypedDict, cast

import click
from attrs import asdict

from ppid_core.cli import choices
from ppid_core.cli.console import show, show_json, teller, wrapped
from ppid_core.cli.screen.artifacts import size
from ppid_core.cli.screen.option import OptionJson, option_lines, options_json
from ppid_core.cli.usage import FAILED, FINE
from ppid_core.dossier import Dossier
from ppid_core.dossier.order import make, orders_of
from ppid_core.intake.files.example import example_rows
from ppid_core.intake.files.importer import FOLDER
from ppid_core.language import Bilingual, Lang, label_of
from ppid_core.option import described_options
from ppid_core.plugins import Owner, Plugins, load_plugins
from ppid_core.plugins.loans import aside
from ppid_core.rules import Status

_MOST_NAMES = 12
_INDENT = " " * 4
_Values = Mapping[str, Any]
"""What is printed as JSON, of which the lines for people are made."""


class ImporterJson(TypedDict):
    """What reads files of some endings; ``/`` is a folder."""

    name: str
    label: str
    suffixes: list[str]


class BroughtRuleJson(TypedDict):
    """A rule."""

    code: str
    title: str
    options: list[OptionJson]


class ExporterJson(TypedDict):
    """A format."""

    name: str
    label: str
    options: list[OptionJson]


class OwnerJson(TypedDict):
    """A distribution, and the entry point by which a plugin came in."""

    distribution: str
    version: str
    entry_point: str
    module: str


class BroughtJson(OwnerJson):
    """What one plugin brings, also where it failed."""

    importers: list[ImporterJson]
    rules: list[BroughtRuleJson]
    exporters: list[ExporterJson]
    adds_files: bool
    problems: list[str]


class PluginProblemJson(TypedDict):
    """What is wrong with a plugin: as a developer needs it, and as a sentence."""

    owner: OwnerJson
    cause: str
    message: str


class TriedFormatJson(TypedDict):
    """What a format made of a sample report, or why it made nothing; to lack an extra is no failure."""

    name: str
    distribution: str
    fine: bool
    files: int
    bytes: int
    missing_extra: str | None
    cause: str | None


class FailedRuleJson(TypedDict):
    """A rule that failed on a sample report, and why."""

    code: str
    cause: str


class TrialJson(TypedDict):
    """How formats and rules went about a sample report."""

    fine: bool
    exporters: list[TriedFormatJson]
    rules: list[FailedRuleJson]
    problems: list[str]


class PluginsJson(TypedDict):
    """The plugins that are installed; ``check`` is null where none was tried out."""

    plugins: list[BroughtJson]
    problems: list[PluginProblemJson]
    check: TrialJson | None


@click.command("plugins", short_help="Plugin yang terpasang, isinya, dan yang gagal (plugin).")
@click.option("-v", "--rinci", "verbose", is_flag=True, help="Juga sebutan, pilihan format, dan modulnya.")
@click.option("--check", "check", is_flag=True, help="Coba setiap format dengan laporan contoh.")
@choices.output
@choices.lang
@choices.strict
@choices.block
def command(
    *, verbose: bool, check: bool, output: str, lang: Lang, strict_plugins: bool, block: tuple[str, ...]
) -> int:
    """Tampilkan setiap plugin dengan paket asalnya, apa yang dibawanya, dan apa yang gagal."""
    with aside():
        plugins = load_plugins(block=block)
    trial = _trial(plugins, lang) if check else None
    told = [(cast("OwnerJson", asdict(one.owner)), one.cause, one.message(lang)) for one in plugins.problems]
    value = PluginsJson(
        plugins=[_brought(owner, plugins, lang) for owner in plugins.owners],
        problems=[PluginProblemJson(owner=owner, cause=cause, message=said) for owner, cause, said in told],
        check=trial,
    )
    if output == "json":
        show_json("plugins", value)
    else:
        show(_lines(value, lang, verbose=verbose))
    return FAILED if (strict_plugins and plugins.problems) or (trial and not trial["fine"]) else FINE


def _brought(owner: Owner, plugins: Plugins, lang: Lang) -> BroughtJson:
    """Return what one plugin brings, also where it failed."""
    importers = [claim.item for claim in plugins.importer_claims if claim.owner == owner]
    rules = [claim.item for claim in plugins.rule_claims if claim.owner == owner]
    exporters = [claim.item for claim in plugins.exporter_claims if claim.owner == owner]
    return {
        **cast("OwnerJson", asdict(owner)),
        "importers": [
            {"name": one.name, "label": label_of(one, lang), "suffixes": list(one.suffixes)}
            for one in importers
        ],
        "rules": [
            {"code": one.code, "title": one.title(lang), "options": options_json(one.options, lang)}
            for one in rules
        ],
        "exporters": [
            {"name": one.name, "label": label_of(one, lang), "options": options_json(options, lang)}
            for one, options in zip(exporters, map(described_options, exporters), strict=True)
        ],
        "adds_files": any(listener.owner == owner for listener in plugins.listeners),
        "problems": [one.cause for one in plugins.problems if one.owner == owner],
    }


def _trial(plugins: Plugins, lang: Lang) -> TrialJson:
    """Make every format of the filled example, in memory, and ask every rule; nothing is written."""
    work = Dossier.from_rows(example_rows(), plugins=plugins)
    with aside():
        failed = [run for run in work.checked.runs if run.status is Status.FAILED]
    made = make(work.report(lang=lang), orders_of(plugins, (), (), {}), plugins, None, tell=teller(lang))
    problems = dict.fromkeys(problem.message(lang) for one in made for problem in one.problems)
    return {
        "fine": not (failed or problems or any(one.has_failed for one in made)),
        "exporters": [
            {
                "name": one.order.name,
                "distribution": one.order.owner.distribution,
                "fine": one.failure is None,
                "files": len(one.artifacts),
                "bytes": one.size,
                "missing_extra": one.missing_extra,
                "cause": None if one.failure is None else (one.complaint or one.failure.told)(lang),
            }
            for one in made
        ],
        "rules": [{"code": run.code, "cause": run.reason(lang)} for run in failed],
        "problems": list(problems),
    }


def _lines(value: _Values, lang: Lang, *, verbose: bool) -> Iterator[str]:
    """Yield a heading for each distribution, what each of its entry points brings, and what failed."""
    above, width = "", max(len(one["entry_point"]) for one in value["plugins"])
    for one in value["plugins"]:
        heading = f"{one['distribution']} {one['version']}".strip()
        if heading != above:
            yield heading
        above = heading
        things = _things(one, lang, verbose=verbose)
        if verbose:
            yield f"  {one['entry_point']} ({one['module']})"
            yield from (wrapped(thing, first=_INDENT, then=_INDENT * 2) for thing in things)
        else:
            yield _cell(one["entry_point"], width, " · ".join(things))
    if value["problems"]:
        yield from ("", f"{_PROBLEMS(lang)} ({len(value['problems'])})")
        yield from (wrapped(one["message"], first=" ", then="   ") for one in value["problems"])
    if trial := value["check"]:
        yield from ("", _TRIAL(lang))
        width = max((len(one["name"]) for one in trial["exporters"]), default=0)
        for one in trial["exporters"]:
            made = _MADE(lang).format(files=one["files"], size=size(one["bytes"], lang))
            bad = "–" if one["missing_extra"] else f"{_BAD(lang)}:"
            yield _cell(one["name"], width, made if one["fine"] else f"{bad} {one['cause']}")
        yield from (_cell(one["code"], 0, f"{_BAD(lang)}: {one['cause']}") for one in trial["rules"])
        yield from (wrapped(told, first="  ", then=_INDENT) for told in trial["problems"])


def _cell(name: str, width: int, text: str) -> str:
    first = f"  {name:<{width}}  "
    return wrapped(text, first=first, then=" " * len(first))


def _things(one: _Values, lang: Lang, *, verbose: bool) -> Iterator[str]:
    """Yield each kind with its names; or, verbose, each thing with its label, and the options of a format."""
    for kind, things, name, label in (
        (_IMPORTER, one["importers"], "name", "label"),
        (_RULE, one["rules"], "code", "title"),
        (_FORMAT, one["exporters"], "name", "label"),
    ):
        names = [thing[name] for thing in things]
        if len(names) > _MOST_NAMES:
            families = dict.fromkeys(one.rstrip("0123456789") for one in names)
            yield f"{kind(lang)}: {len(names)} ({' '.join(families)})"
        elif not verbose and names:
            yield f"{kind(lang)}: {', '.join(names)}"
        else:
            for thing in things:
                endings = ", ".join(thing.get("suffixes", ())).replace(FOLDER, "folder")
                yield f"{kind(lang)} {thing[name]}: {thing[label]}{f' [{endings}]' if endings else ''}"
                for line in option_lines(thing[name], thing.get("options", ()), lang):
                    yield f"{_INDENT}{line}"
    yield from [_ADDS(lang)] if one["adds_files"] else []
    yield from [_FAILED(lang)] if one["problems"] else []


_PROBLEMS = Bilingual("YANG GAGAL", "WHAT FAILED")
_IMPORTER = Bilingual("pengimpor", "importer")
_RULE = Bilingual("aturan", "rule")
_FORMAT = Bilingual("format", "format")
_ADDS = Bilingual("menambah berkas pada setiap format", "adds files to every format")
_FAILED = Bilingual("ada yang gagal, lihat di bawah", "something failed, see below")
_TRIAL = Bilingual("UJI – laporan contoh, tanpa menulis berkas", "TRIAL – a sample report, no file written")
_MADE = Bilingual("baik: {files} berkas, {size}", "fine: files: {files}, {size}")
_BAD = Bilingual("GAGAL", "FAILED")
