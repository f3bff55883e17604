"""Same input, same bytes: whatever the hash seed, the time zone, the locale and the day."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.written import contents

EXAMPLE = Path(__file__).parents[2] / "examples" / "kota-serang-2020"
FORMATS = "csv,html,json,markdown,xlsx"
"""Those of pages are asked by the contract of each, which takes a process of its own, too."""
PLACES = (
    {"PYTHONHASHSEED": "1", "TZ": "Asia/Jakarta", "LC_ALL": "C.UTF-8"},
    {"PYTHONHASHSEED": "4711", "TZ": "America/Lima", "LC_ALL": "POSIX"},
)


def written(folder: Path, place: dict[str, str]) -> dict[str, bytes]:
    command = [sys.executable, "-m", "ppid_core", "report", str(EXAMPLE), "-o", str(folder), "--to", FORMATS]
    subprocess.run(command, check=True, capture_output=True, env={"PATH": os.environ["PATH"], **place})
    return contents(folder)


@pytest.mark.slow
def test_files_of_a_run_have_the_same_bytes_in_every_environment(tmp_path: Path) -> None:
    first, second = (written(tmp_path / str(number), place) for number, place in enumerate(PLACES))

    assert {"laporan.html", "laporan.json", "laporan.md", "permohonan.csv"} <= set(first)
    assert first == second
