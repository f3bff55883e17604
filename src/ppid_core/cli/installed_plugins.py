"""The plugins behind a verb: loaded, their problems told, a file read through one of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from ppid_core.cli.console import tell
from ppid_core.cli.usage import CommandFailed
from ppid_core.dossier import Dossier
from ppid_core.dossier.plugin_file import read_by_plugin
from ppid_core.dossier.setting import unused
from ppid_core.errors import AnswerError
from ppid_core.intake import Intake
from ppid_core.language import Lang
from ppid_core.plugins import PluginProblem, Plugins, load_plugins
from ppid_core.plugins.loans import aside


def plugged(lang: Lang, *, strict: bool, block: Sequence[str]) -> Plugins:
    """Load the plugins, and tell what is wrong with them; in strict loading it is raised."""
    with aside():
        plugins = load_plugins(strict=strict, block=block)
    tell_problems(plugins.problems, lang)
    return plugins


def tell_problems(problems: Sequence[PluginProblem], lang: Lang) -> None:
    """Print what is wrong with plugins beside the result."""
    tell(problem.message(lang) for problem in problems)


def unused_lines(work: Dossier, lang: Lang) -> Iterator[str]:
    """Yield what the table *laporan* sets in vain: of a format or a rule that is not installed."""
    return (told(lang) for told in unused(work.year.presentation.options, work.plugins))


def imported(path: Path, plugins: Plugins) -> Intake:
    """Return what a file holds, read by the plugin that claims its ending.

    Raises:
        PluginConflictError: as `read_by_plugin`, like the next.
        InputError: as there.
        CommandFailed: where the importer failed.
    """
    try:
        return read_by_plugin(path, plugins)
    except AnswerError as failed:
        raise CommandFailed(failed.told) from failed.__cause__
