"""``ppid plugins``: what is installed, who brings it, and what failed."""

from __future__ import annotations

from collections.abc import Iterator

import click

from ppid_core.cli import choices
from ppid_core.cli.brought import brought_json, brought_lines
from ppid_core.cli.console import show, show_json, wrapped
from ppid_core.cli.ending import FAILED, FINE
from ppid_core.cli.trial import Trial, trial_json, trial_lines, tried
from ppid_core.language import Bilingual, Lang
from ppid_core.plugins import PluginProblem, Plugins, load_plugins
from ppid_core.plugins.attempt import aside


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
    trial = tried(plugins, lang) if check else None
    if output == "json":
        show_json(_json(plugins, trial, lang))
    else:
        show(_lines(plugins, trial, lang, verbose=verbose))
    failed = (strict_plugins and plugins.problems) or (trial is not None and not trial.is_fine)
    return FAILED if failed else FINE


def _json(plugins: Plugins, trial: Trial | None, lang: Lang) -> dict[str, object]:
    return {
        "plugins": brought_json(plugins, lang),
        "problems": [_problem_json(problem, lang) for problem in plugins.problems],
        "check": None if trial is None else trial_json(trial, lang),
    }


def _problem_json(problem: PluginProblem, lang: Lang) -> dict[str, object]:
    return {
        "distribution": problem.distribution,
        "version": problem.version,
        "entry_point": problem.entry_point,
        "cause": problem.cause,
        "message": problem.message(lang),
    }


def _lines(plugins: Plugins, trial: Trial | None, lang: Lang, *, verbose: bool) -> Iterator[str]:
    yield from brought_lines(plugins, lang, verbose=verbose)
    if plugins.problems:
        yield ""
        yield f"{_PROBLEMS(lang)} ({len(plugins.problems)})"
        yield from (wrapped(problem.message(lang), first=" ", then="   ") for problem in plugins.problems)
    if trial is not None:
        yield ""
        yield from trial_lines(trial, lang)


_PROBLEMS = Bilingual("YANG GAGAL", "WHAT FAILED")
