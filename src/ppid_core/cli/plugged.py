"""The plugins behind a verb: loaded, their problems told, their rules asked."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, redirect_stdout

from ppid_core.cli.console import tell
from ppid_core.cli.session import Session
from ppid_core.language import Lang
from ppid_core.plugins import PluginProblem, Plugins, load_plugins
from ppid_core.plugins.lending import lent_evidence
from ppid_core.rules import Checked, check


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


def judged(
    session: Session, plugins: Plugins, select: Sequence[str] = (), ignore: Sequence[str] = ()
) -> Checked:
    """Ask the rules, those of plugins too; none is shown who the applicants are.

    Raises:
        UnknownNameError: where a selector means no known rule.
    """
    with aside():
        return check(
            lent_evidence(session.evidence),
            plugins.rules,
            select=select,
            ignore=ignore,
            ruleset=plugins.ruleset,
        )


@contextmanager
def aside() -> Iterator[None]:
    """Send what plugins print to standard error, so that the result stays a result."""
    with redirect_stdout(sys.stderr):
        yield


def tell_problems(problems: Sequence[PluginProblem], lang: Lang) -> None:
    """Print what is wrong with plugins beside the result."""
    tell(problem.message(lang) for problem in problems)
