"""The notebook of ten years: it runs, and says what it says where it is kept."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

HOME = Path(__file__).parents[2] / "examples" / "ten-years"
NOTEBOOK = "ten-years.ipynb"


def told(path: Path) -> dict[str, str]:
    """Return the text of each cell; tables and pictures are drawn anew by each version of their library."""
    cells = json.loads(path.read_text("utf-8"))["cells"]
    return {cell["id"]: "".join(map(_text, cell.get("outputs", ()))) for cell in cells}


def _text(output: dict[str, Any]) -> str:
    return "".join((*output.get("text", ()), *output.get("data", {}).get("text/plain", ())))


@pytest.mark.slow
def test_it_runs_and_tells_what_it_told_when_it_was_kept(tmp_path: Path) -> None:
    home = shutil.copytree(HOME, tmp_path / HOME.name)

    asked = ("--nbmake", "--overwrite", "-q", "-c", os.devnull, "-p", "no:cacheprovider", "-p", "no:xdist")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *asked, "--rootdir", home, home / NOTEBOOK],
        check=False,
        capture_output=True,
        text=True,
        cwd=home,
    )

    assert done.returncode == 0, done.stdout + done.stderr
    assert told(home / NOTEBOOK) == told(HOME / NOTEBOOK)
    assert "<svg" in (home / NOTEBOOK).read_text("utf-8")


def test_what_is_kept_has_no_place_and_no_time_of_the_machine_that_ran_it() -> None:
    kept = json.loads((HOME / NOTEBOOK).read_text("utf-8"))

    assert kept["metadata"].keys() == {"kernelspec", "language_info"}
    assert all(cell["metadata"] == {} for cell in kept["cells"])
    assert "/tmp" not in json.dumps(kept)  # noqa: S108  nothing is written there
