"""The page of the command holds every verb, every option and every exit code."""

from __future__ import annotations

import ast

import click
import pytest
from tests.docs.page import page
from tests.docs.source import SRC, tree

from ppid_core.cli.command import ALIASES, VERBS, ppid


def command(verb: str) -> click.Command:
    found = ppid.get_command(click.Context(ppid), verb)
    assert found is not None
    return found


@pytest.mark.parametrize("verb", VERBS)
def test_verb_has_its_heading_its_names_and_a_row_for_each_option(verb: str) -> None:
    told = page("command.md")
    (row,) = (row for row in told.rows["The command (perintah)"] if row[0] == verb)
    options = [row[0] for row in told.rows[verb]]

    assert row[1] == (", ".join(alias for alias, name in ALIASES.items() if name == verb) or "–")
    for option in command(verb).params:
        named = option.opts if isinstance(option, click.Option) else [str(option.metavar)]
        assert ", ".join(named) in options


@pytest.mark.parametrize("verb", VERBS)
def test_options_are_explained_in_both_languages(verb: str) -> None:
    for row in page("command.md").rows[verb]:
        assert row[4] != "–", f"add {row[0]} to ENGLISH in docs/generate/option.py"
        assert row[3] != "–" or not row[0].startswith("-")


def test_exit_codes_are_told() -> None:
    declared = {
        str(node.value.value)
        for file in ("__init__.py", "usage.py")
        for node in tree(SRC / "cli" / file).body
        if isinstance(node, ast.AnnAssign) and isinstance(node.value, ast.Constant)
    }

    assert declared == {row[0] for row in page("command.md").rows["How it ends (kode akhir)"]}
