"""The page for integrators is followed to the letter, in an empty folder outside the repository."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.docs.page import page
from tests.docs.walkthrough import Shell


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("bash") is None, reason="no bash here")
def test_page_leads_from_a_database_to_data_that_other_tools_accept(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, types_seen: Path
) -> None:
    shell = Shell.fresh(tmp_path, tmp_path_factory, MYPY_CACHE_DIR=str(types_seen))

    assert shell.follow(page("integration.md").text) == ""
