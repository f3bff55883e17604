"""What the command prints of the real report, word for word.

After a change of texts or layout that is meant: ``PPID_RENEW_GOLDEN=1 pytest tests/cli/test_golden.py``, then
read the difference before it is committed.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Protocol

import pytest

GOLDEN = Path(__file__).parents[1] / "golden"
COMMANDS = {
    "check": ["check", "kota-serang-2020"],
    "check-rinci": ["check", "kota-serang-2020", "--rinci"],
    "check-en": ["check", "kota-serang-2020", "--lang", "en"],
    "check-json": ["check", "kota-serang-2020", "--format", "json"],
    "summary": ["summary", "kota-serang-2020"],
    "summary-json": ["summary", "kota-serang-2020", "--format", "json"],
    "rule-L102": ["rule", "L102"],
}


class Ended(Protocol):
    code: object
    out: str
    err: str


class Run(Protocol):
    def __call__(self, *arguments: str | Path) -> Ended: ...


@pytest.mark.parametrize("name", COMMANDS)
def test_command_prints_what_it_printed(
    run: Run, example: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(example.parent)
    golden = GOLDEN / f"{name}.txt"

    printed = run(*COMMANDS[name]).out

    if os.environ.get("PPID_RENEW_GOLDEN"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(printed, encoding="utf-8", newline="\n")
    assert golden.read_text(encoding="utf-8") == printed
