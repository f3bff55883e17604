"""The page for an office says what the files to click do, and asks for what there is."""

from __future__ import annotations

import re
import shlex
import tomllib

import click
import pytest
from tests.docs.page import ROOT, page

from ppid_core.cli.command import ppid
from ppid_core.intake.files.launcher import launchers

PAGE = page("installation.md")


def test_every_file_to_click_stands_in_the_table() -> None:
    assert [row[0] for row in PAGE.rows["3. Folder pertama"]] == list(launchers())


def test_the_places_are_those_that_the_files_ask() -> None:
    asked = launchers("C:\\python.exe")["1-periksa.cmd"].decode()

    for said in ("ppid.exe", "py -3 -P -m ppid_core", "Program ppid tidak ditemukan di komputer ini."):
        assert said in PAGE.below("Bagaimana berkas itu menemukan ppid")
        assert said in asked


def test_the_extras_are_those_of_the_package() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = {name for found in re.findall(r"\[([a-z,]+)\]", PAGE.text) for name in found.split(",")}

    assert extras
    assert extras <= project["optional-dependencies"].keys()
    assert project["requires-python"] == ">=3.11"
    assert "Python 3.11 atau yang lebih baru" in PAGE.text


COMMANDS = re.findall(r"^ppid (\w+ .+)$|`ppid (\w+ [^`]+)`", PAGE.text, re.MULTILINE)


@pytest.mark.parametrize("said", sorted({"".join(found) for found in COMMANDS}))
def test_every_command_is_one_that_there_is(said: str) -> None:
    verb, *words = shlex.split(said)
    command = ppid.get_command(click.Context(ppid), verb)

    assert command is not None
    with command.make_context(verb, [*words]) as parsed:  # it empties the list that it is given
        assert parsed.params["folder"] == words[0]
