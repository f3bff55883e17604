"""The scripts that a city developer would copy run as they stand."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

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


def test_the_nightly_report_of_a_casework_database_says_what_is_late_and_writes_it(tmp_path: Path) -> None:
    database = sqlite3.connect(tmp_path / "perkara.db")
    for name in ("schema.sql", "sample.sql"):
        database.executescript((EXAMPLES / "casework" / name).read_text("utf-8"))
    database.execute("UPDATE permohonan SET kanal = 'website' WHERE id = 15")
    database.execute("UPDATE permohonan SET dijawab = 'kemarin' WHERE id = 13")
    database.commit()
    database.close()
    command = ("casework/nightly.py", str(tmp_path / "perkara.db"), str(tmp_path / "laporan"), "markdown")

    printed = output(*command)

    first, *found = printed.splitlines()
    assert first.startswith("permohonan 13 tanggal_pemberitahuan: ")
    assert any(line.startswith("L106 Permohonan 003/PPID/2024 – ") for line in found)
    assert "DRAF" in (tmp_path / "laporan" / "laporan.md").read_text("utf-8")
