"""What the Tab key offers: every verb by both names, and of every argument what may be said there."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import click
import pytest
from click.shell_completion import CompletionItem, ShellComplete

from ppid_core.cli.command import ALIASES, VERBS, ppid
from ppid_core.glossary.key import report_keys
from ppid_core.intake.program_map import program_maps
from ppid_core.intake.tables import table_headings
from ppid_core.law import Lawbook
from ppid_core.plugins import load_plugins, options_of
from ppid_core.schema import SCHEMAS


class Site(Protocol):
    def install(self, distribution: str, version: str = "1.0", **modules: str) -> None: ...


FREE = {
    *(("deadline", "opened_on"), ("new-plugin", "name"), ("opd", "name"), ("opd", "day")),
    *((verb, name) for verb in VERBS for name in ("as_of", "as_known_on", "at", "year", "block")),
}
"""Days, years and new names: nothing can be offered. Plugins to block are those that are installed; the names
of OPD are in a folder that is typed after them."""


def offered(*arguments: str) -> list[CompletionItem]:
    """Return what is offered for the last of the arguments."""
    *said, incomplete = arguments
    return ShellComplete(ppid, {}, "ppid", "_PPID_COMPLETE").get_completions(said, incomplete)


def words(*arguments: str) -> list[str]:
    return [item.value for item in offered(*arguments)]


def parameters() -> Iterator[tuple[str, click.Parameter]]:
    for name in VERBS:
        verb = ppid.get_command(click.Context(ppid), name)
        assert verb is not None
        yield from ((name, one) for one in verb.params)


def is_chosen(one: click.Parameter) -> bool:
    """Tell whether click knows by itself what may be said: flags, choices."""
    return isinstance(one.type, click.Choice) or bool(getattr(one, "is_flag", False))


NAMED = [
    (verb, one) for verb, one in parameters() if not is_chosen(one) and (verb, str(one.name)) not in FREE
]


def test_verbs_are_offered_by_both_of_their_names() -> None:
    assert set(words("")) == {*VERBS, *ALIASES}
    assert words("lap") == ["laporan"]
    assert words("hu") == ["hukum"]


@pytest.mark.parametrize(("verb", "one"), NAMED, ids=lambda value: getattr(value, "name", value))
def test_whatever_is_no_day_and_no_new_name_is_offered(verb: str, one: click.Parameter) -> None:
    assert one.shell_complete(click.Context(ppid, resilient_parsing=True), ""), (verb, one.name)


def test_codes_are_offered_with_their_titles_in_the_language_of_the_call() -> None:
    (own,) = [item for item in offered("aturan", "T") if item.value == "T101"]
    assert own.help == "Angka di naskah berbeda dari hasil hitung"
    (english,) = [item for item in offered("--lang", "en", "rule", "t") if item.value == "T101"]
    assert english.help == "A figure in the text differs from the count"


def test_selectors_are_families_and_codes_and_the_last_of_several_is_completed() -> None:
    assert {"T", "L", "T101"} <= set(words("periksa", "--select", ""))
    assert {"T101,L101", "T101,L"} <= set(words("check", "--select", "T101,L"))
    assert "T101,T101" not in words("check", "--ignore", "T101,T")


def test_formats_are_those_that_are_installed() -> None:
    installed = {claim.name for claim in load_plugins().exporter_claims}

    assert set(words("report", "--to", "")) == installed
    assert words("laporan", "folder", "--to", "html,md") == []
    assert words("laporan", "folder", "--to", "html,mark") == ["html,markdown"]


def test_names_of_law_schemas_programs_tables_and_keys_are_offered() -> None:
    assert set(words("law", "")) == {"instruments", *(one.name for one in Lawbook.load().parameters)}
    assert set(words("skema", "")) == set(SCHEMAS)
    assert set(words("peta", "--dari", "")) == set(program_maps())
    assert set(words("check", "--table", "data.csv=")) == {
        *(f"data.csv={name}" for name in table_headings()),
        "data.csv=abaikan",
    }
    keys = {f"{key.name}=" for key in report_keys() if not key.name.startswith("ekspor.")}
    assert set(words("summary", "--set", "")) == keys
    options = {f"{one.name}.{option}=" for one in load_plugins().exporters for option in options_of(one)}
    assert options
    assert set(words("report", "--set", "")) == {*keys, *options}
    assert words("ringkas", "--until", "sem") == ["semester-1", "semester-2"]
    assert "2026" in words("kalender", "202")


@pytest.mark.parametrize(
    ("arguments", "kind"),
    [(("check", "ex"), "file"), (("report", "-o", "ha"), "dir"), (("convert", "a"), "file")],
)
def test_files_and_folders_are_left_to_the_shell(arguments: tuple[str, ...], kind: str) -> None:
    assert [(item.value, item.type) for item in offered(*arguments)] == [(arguments[-1], kind)]


def test_after_a_verb_that_there_is_not_verbs_are_offered_and_nothing_is_raised() -> None:
    assert set(words("periksaa", "")) == set(words(""))


def test_plugins_to_leave_out_are_those_of_others(site: Site) -> None:
    site.install("ppid-loud", plug_loud="print('hai')")

    assert words("check", "--block", "ppid-l") == ["ppid-loud"]


def test_the_help_and_the_pages_say_how_it_is_turned_on() -> None:
    said = 'eval "$(_PPID_COMPLETE=bash_source ppid)"'

    assert said in " ".join(ppid.get_help(click.Context(ppid)).split())
    assert said in Path("docs/command.md").read_text("utf-8")
    assert said in Path("README.md").read_text("utf-8")


@pytest.mark.slow
@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_shell_is_told_what_to_run_and_then_what_to_offer(shell: str) -> None:
    def ran(instruction: str, **besides: str) -> str:
        done = subprocess.run(
            [sys.executable, "-m", "ppid_core"],
            check=True,
            capture_output=True,
            text=True,
            encoding="utf-8",
            env={**os.environ, "_PPID_COMPLETE": f"{shell}_{instruction}", **besides},
        )
        assert done.stderr == ""
        return done.stdout

    assert "_PPID_COMPLETE" in ran("source")
    last = {"zsh": "2", "fish": "T10"}[shell]
    told = ran("complete", COMP_WORDS="ppid aturan T10", COMP_CWORD=last)
    assert "T101" in told
    assert "Angka di naskah berbeda dari hasil hitung" in told
