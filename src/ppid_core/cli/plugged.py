"""The plugins behind a verb: loaded, their problems told, their rules asked."""

from __future__ import annotations

from collections.abc import Sequence

from ppid_core.cli.console import tell
from ppid_core.language import Lang
from ppid_core.plugins import PluginProblem, Plugins, load_plugins
from ppid_core.plugins.attempt import aside


def plugged(lang: Lang, *, strict: bool, block: Sequence[str]) -> Plugins:
    """Load the plugins, and tell what is wrong with them.

    Raises:
        PluginConflictError: in strict loading, where two plugins claim one name.
        PluginLoadError: in strict loading, where anything else failed.
    """
    with aside():
        plugins = load_plugins(strict=strict, block=block)
    tell_problems(plugins.problems, lang)
    return plugins


def tell_problems(problems: Sequence[PluginProblem], lang: Lang) -> None:
    """Print what is wrong with plugins beside the result."""
    tell(problem.message(lang) for problem in problems)
