"""What plugins bring, and what goes wrong with them: owners, problems, rules and their runs."""

from __future__ import annotations

from functools import cache

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from ppid_core.plugins import Owner, PluginProblem
from ppid_core.rules import CATALOGUE, Rule, Run
from ppid_core.testing.strategies.plain import names, partly, words
from ppid_core.testing.strategies.results import bilingual, outcomes_of_checks

DISTRIBUTIONS = ("ppid-core", "ppid-exporter-ods", "ppid-rules-banten")
VERSIONS = ("0.1.0", "2.3", "1.0rc1")


@cache
def owners() -> SearchStrategy[Owner]:
    """Return who a plugin comes from: our own package, or a stranger's."""
    return partly(
        Owner,
        {
            "distribution": st.sampled_from(DISTRIBUTIONS) | names(),
            "version": st.sampled_from(VERSIONS),
            "entry_point": names(),
        },
        module=names(),
    )


@cache
def plugin_problems() -> SearchStrategy[PluginProblem]:
    """Return what is wrong with one plugin."""
    return st.builds(
        PluginProblem,
        distribution=st.sampled_from(DISTRIBUTIONS) | names(),
        version=st.sampled_from(VERSIONS),
        entry_point=names(),
        cause=words(),
        message=bilingual(),
    )


@cache
def rules() -> SearchStrategy[Rule]:
    """Return rules of the catalogue, of every family and severity."""
    return st.sampled_from(CATALOGUE)


@cache
def runs() -> SearchStrategy[Run]:
    """Return what became of rules that were asked about some year."""
    return outcomes_of_checks().flatmap(lambda checked: st.sampled_from(checked.runs))
