"""``ppid plugins``: what is installed, who brings it, what failed; and, tried out, whether it works."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from io import StringIO
from pathlib import PurePath

import click
from attrs import frozen

from ppid_core.cli import choices
from ppid_core.cli.console import show, show_json, teller, wrapped
from ppid_core.cli.screen.artifacts import amount
from ppid_core.cli.usage import FAILED, FINE
from ppid_core.dossier import Dossier
from ppid_core.dossier.order import Made, Order, make
from ppid_core.errors import ExtraMissingError
from ppid_core.intake.files.example import EXAMPLE
from ppid_core.intake.files.importer import FOLDER
from ppid_core.language import Bilingual, Lang
from ppid_core.plugins import Exporter, Importer, Owner, PluginProblem, Plugins, load_plugins
from ppid_core.plugins.attempt import Failure, aside, attempt
from ppid_core.plugins.claims import Claim
from ppid_core.plugins.options import Option, described_options
from ppid_core.rules import Rule, Run, Status

_MOST_CODES = 12
_INDENT = " " * 4


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
    trial = _tried(plugins, lang) if check else None
    if output == "json":
        show_json(_json(plugins, trial, lang))
    else:
        show(_lines(plugins, trial, lang, verbose=verbose))
    failed = (strict_plugins and plugins.problems) or (trial is not None and not trial.is_fine)
    return FAILED if failed else FINE


def _json(plugins: Plugins, trial: _Trial | None, lang: Lang) -> dict[str, object]:
    return {
        "plugins": _brought_json(plugins, lang),
        "problems": [_problem_json(problem, lang) for problem in plugins.problems],
        "check": None if trial is None else _trial_json(trial, lang),
    }


def _problem_json(problem: PluginProblem, lang: Lang) -> dict[str, object]:
    return {
        "distribution": problem.distribution,
        "version": problem.version,
        "entry_point": problem.entry_point,
        "cause": problem.cause,
        "message": problem.message(lang),
    }


def _lines(plugins: Plugins, trial: _Trial | None, lang: Lang, *, verbose: bool) -> Iterator[str]:
    yield from _brought_lines(plugins, lang, verbose=verbose)
    if plugins.problems:
        yield ""
        yield f"{_PROBLEMS(lang)} ({len(plugins.problems)})"
        yield from (wrapped(problem.message(lang), first=" ", then="   ") for problem in plugins.problems)
    if trial is not None:
        yield ""
        yield from _trial_lines(trial, lang)


@frozen(kw_only=True)
class _Brought:
    """What one plugin brings.

    Attributes:
        adds_files: whether it adds files to what is exported.
        problems: what is wrong with it.
    """

    owner: Owner
    importers: tuple[Claim[Importer], ...]
    rules: tuple[Claim[Rule], ...]
    exporters: tuple[Claim[Exporter], ...]
    adds_files: bool
    problems: tuple[PluginProblem, ...]


def _brought(plugins: Plugins) -> tuple[_Brought, ...]:
    """Return what each plugin brings, those that failed too."""
    return tuple(_of(owner, plugins) for owner in plugins.owners)


def _of(owner: Owner, plugins: Plugins) -> _Brought:
    return _Brought(
        owner=owner,
        importers=tuple(claim for claim in plugins.importer_claims if claim.owner == owner),
        rules=tuple(claim for claim in plugins.rule_claims if claim.owner == owner),
        exporters=tuple(claim for claim in plugins.exporter_claims if claim.owner == owner),
        adds_files=any(listener.owner == owner for listener in plugins.listeners),
        problems=tuple(problem for problem in plugins.problems if _is_of(problem, owner)),
    )


def _is_of(problem: PluginProblem, owner: Owner) -> bool:
    said = (problem.distribution, problem.version, problem.entry_point)
    return said == (owner.distribution, owner.version, owner.entry_point)


def _brought_lines(plugins: Plugins, lang: Lang, *, verbose: bool) -> Iterator[str]:
    """Yield a heading for each distribution, and what each of its entry points brings."""
    every, told = _brought(plugins), ""
    width = max(len(one.owner.entry_point) for one in every)
    for one in every:
        heading = f"{one.owner.distribution} {one.owner.version}".rstrip()
        if heading != told:
            yield heading
        told = heading
        if verbose:
            yield f"  {one.owner.entry_point} ({one.owner.module})"
            yield from _details(one, lang)
        else:
            first = f"  {one.owner.entry_point:<{width}}  "
            yield wrapped(" · ".join(_kinds(one, lang)), first=first, then=" " * len(first))


def _kinds(one: _Brought, lang: Lang) -> Iterator[str]:
    """Yield each kind with its names; at the end, that something of it failed."""
    for kind, names in (
        (_IMPORTER, [claim.name for claim in one.importers]),
        (_RULE, _codes(one.rules)),
        (_FORMAT, [claim.name for claim in one.exporters]),
    ):
        if names:
            yield f"{kind(lang)}: {', '.join(names)}"
    if one.adds_files:
        yield _ADDS(lang)
    if one.problems:
        yield _FAILED(lang)


def _codes(claims: Sequence[Claim[Rule]]) -> list[str]:
    """Return the codes; of many how many there are, and their families."""
    codes = [claim.name for claim in claims]
    if len(codes) <= _MOST_CODES:
        return codes
    families = dict.fromkeys(code.rstrip("0123456789") for code in codes)
    return [f"{len(codes)} ({' '.join(families)})"]


def _details(one: _Brought, lang: Lang) -> Iterator[str]:
    for importer in one.importers:
        endings = ", ".join(_FOLDER(lang) if end == FOLDER else end for end in importer.item.suffixes)
        yield _line(_ONE_IMPORTER(lang), importer.name, f"{importer.label} [{endings}]")
    if one.owner.is_built_in and one.rules:
        yield _line(_RULE(lang), ", ".join(_codes(one.rules)), _SEE_RULES(lang))
    else:
        yield from (_line(_ONE_RULE(lang), rule.name, rule.item.title(lang)) for rule in one.rules)
    for exporter in one.exporters:
        yield _line(_ONE_FORMAT(lang), exporter.name, exporter.label)
        yield from (_option_line(exporter, option, lang) for option in _options(exporter))
    if one.adds_files:
        yield f"{_INDENT}{_ADDS(lang)}"
    if one.problems:
        yield f"{_INDENT}{_FAILED(lang)}"


def _line(kind: str, name: str, label: str) -> str:
    return wrapped(f"{kind} {name}: {label}", first=_INDENT, then=_INDENT * 2)


def _option_line(claim: Claim[Exporter], option: Option, lang: Lang) -> str:
    default = option.typed(lang)
    said = _DEFAULT(lang).format(default=default) if default else _NO_DEFAULT(lang)
    return wrapped(
        f"--set {claim.name}.{option.name}=… {option.kind(lang)}; {said}", first=_INDENT * 2, then=_INDENT * 3
    )


def _options(claim: Claim[Exporter]) -> tuple[Option, ...]:
    """Return the options of an exporter; none where it cannot tell them."""
    known = attempt(lambda: described_options(claim.item))
    return () if isinstance(known, Failure) else known


def _brought_json(plugins: Plugins, lang: Lang) -> list[dict[str, object]]:
    """Return what each plugin brings, as plain values."""
    return [
        {
            "distribution": one.owner.distribution,
            "version": one.owner.version,
            "entry_point": one.owner.entry_point,
            "module": one.owner.module,
            "importers": [
                {"name": claim.name, "label": claim.label, "suffixes": list(claim.item.suffixes)}
                for claim in one.importers
            ],
            "rules": [{"code": claim.name, "title": claim.item.title(lang)} for claim in one.rules],
            "exporters": [
                {
                    "name": claim.name,
                    "label": claim.label,
                    "options": [_option_json(option, lang) for option in _options(claim)],
                }
                for claim in one.exporters
            ],
            "adds_files": one.adds_files,
            "problems": [problem.cause for problem in one.problems],
        }
        for one in _brought(plugins)
    ]


def _option_json(option: Option, lang: Lang) -> dict[str, object]:
    return {"name": option.name, "type": option.kind(lang), "default": option.typed(lang) or None}


@frozen(kw_only=True)
class _Trial:
    """What came of trying everything.

    Attributes:
        made: each format, made or failed.
        failed_rules: the rules that failed.
    """

    made: tuple[Made, ...]
    failed_rules: tuple[Run, ...]

    @property
    def problems(self) -> tuple[PluginProblem, ...]:
        """The plugins that wanted to add a file and failed, each once."""
        return tuple(dict.fromkeys(problem for one in self.made for problem in one.problems))

    @property
    def is_fine(self) -> bool:
        """Whether everything worked."""
        failed = any(one.failure is not None for one in self.made)
        return not (failed or self.failed_rules or self.problems)


def _tried(plugins: Plugins, lang: Lang) -> _Trial:
    """Make every format of the filled example, in memory, and ask every rule; nothing is written."""
    tables = {
        PurePath(name).stem: list(csv.DictReader(StringIO(text)))
        for name, text in EXAMPLE.items()
        if name.endswith(".csv")
    }
    work = Dossier.from_rows(tables, plugins=plugins)
    with aside():
        checked = work.checked
    report = work.report(lang=lang)
    orders = [
        Order(name=claim.name, exporter=claim.item, owner=claim.owner, is_asked=True)
        for claim in plugins.exporter_claims
    ]
    failed = tuple(run for run in checked.runs if run.status is Status.FAILED)
    return _Trial(made=make(report, orders, plugins, None, tell=teller(lang)), failed_rules=failed)


def _trial_lines(trial: _Trial, lang: Lang) -> Iterator[str]:
    """Yield a heading, and a line for each format and each rule that failed."""
    yield _HEADING(lang)
    width = max((len(one.order.name) for one in trial.made), default=0)
    for one in trial.made:
        first = f"  {one.order.name:<{width}}  "
        yield wrapped(_outcome(one, lang), first=first, then=" " * len(first))
    for run in trial.failed_rules:
        yield wrapped(f"{_BAD(lang)}: {run.reason(lang)}", first=f"  {run.code}  ", then="    ")
    for problem in trial.problems:
        yield wrapped(problem.message(lang), first="  ", then="    ")


def _outcome(one: Made, lang: Lang) -> str:
    if one.failure is None:
        return f"{_FINE(lang)}: {amount(one, lang)}"
    return f"{_BAD(lang)}: {one.complaint or one.failure.told(lang)}"


def _trial_json(trial: _Trial, lang: Lang) -> dict[str, object]:
    """Return what came of it, as plain values."""
    return {
        "exporters": [_made_json(one, lang) for one in trial.made],
        "rules": [{"code": run.code, "cause": run.reason(lang)} for run in trial.failed_rules],
        "problems": [problem.message(lang) for problem in trial.problems],
    }


def _made_json(one: Made, lang: Lang) -> dict[str, object]:
    cause = None if one.failure is None else one.failure.cause
    return {
        "name": one.order.name,
        "distribution": one.order.owner.distribution,
        "fine": one.failure is None,
        "files": len(one.artifacts),
        "bytes": one.size,
        "missing_extra": cause.extra if isinstance(cause, ExtraMissingError) else None,
        "cause": None if one.failure is None else one.complaint or one.failure.told(lang),
    }


_PROBLEMS = Bilingual("YANG GAGAL", "WHAT FAILED")
_IMPORTER = Bilingual("pengimpor", "importers")
_RULE = Bilingual("aturan", "rules")
_FORMAT = Bilingual("format", "formats")
_ONE_IMPORTER = Bilingual("pengimpor", "importer")
_ONE_RULE = Bilingual("aturan", "rule")
_ONE_FORMAT = Bilingual("format", "format")
_ADDS = Bilingual("menambah berkas pada setiap format", "adds files to every format")
_FAILED = Bilingual("ada yang gagal, lihat di bawah", "something failed, see below")
_FOLDER = Bilingual("folder", "folder")
_SEE_RULES = Bilingual("lihat ppid aturan", "see ppid rules")
_DEFAULT = Bilingual("bawaan: {default}", "default: {default}")
_NO_DEFAULT = Bilingual("tanpa bawaan", "no default")
_HEADING = Bilingual("UJI – laporan contoh, tanpa menulis berkas", "TRIAL – a sample report, no file written")
_FINE = Bilingual("baik", "fine")
_BAD = Bilingual("GAGAL", "FAILED")
