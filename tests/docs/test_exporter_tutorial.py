"""The tutorial is followed to the letter, in an empty folder outside the repository."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.docs.page import page
from tests.docs.walkthrough import Command, File, Shell, steps

PAGE = page("exporter-tutorial.md").text
BLOCKS = PAGE.count("\n```") // 2


def test_every_block_is_a_file_or_a_command() -> None:
    files = [step for step in steps(PAGE) if isinstance(step, File)]

    assert len(files) + PAGE.count("```console") == BLOCKS


@pytest.mark.parametrize(
    ("shown", "printed", "agrees"),
    [
        ("…", "", True),
        ("", "", True),
        ("", "more", False),
        ("a  b", "a b\n", True),
        ("…\n3 passed in …s", "......\n3 passed in 1.20s", True),
        ("…\n3 passed in …s", "......\n2 passed, 1 failed in 1.20s", False),
        ("(a.b)", "(axb)", False),
    ],
)
def test_what_is_shown_is_compared_with_what_is_printed(shown: str, printed: str, *, agrees: bool) -> None:
    assert Command(line="", shown=shown).agrees(printed) is agrees


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("bash") is None, reason="no bash here")
def test_tutorial_leads_from_an_empty_folder_to_an_installed_plugin(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    shell = Shell.fresh(tmp_path, tmp_path_factory)

    assert shell.follow(PAGE) == ""
