"""The scripts that a city developer would copy run as they stand."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

EXAMPLES = Path(__file__).parents[2] / "examples"


def output(script: str, *arguments: str) -> str:
    command = [sys.executable, str(EXAMPLES / script), *arguments]
    return subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout


def test_yearly_figures_prints_the_summary_of_a_folder() -> None:
    plain = json.loads(output("yearly_figures.py", str(EXAMPLES / "kota-serang-2020")))

    assert (plain["year"], plain["requests"]["total"]) == (2020, 84)


def test_find_contradictions_prints_problems_and_findings() -> None:
    printed = output("find_contradictions.py")

    assert "31 Februari 2023" in printed
    assert [line[:4] for line in printed.splitlines()[1:]] == ["T101", "S102"]
