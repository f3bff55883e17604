"""The pages that are made say what the code holds, and nothing of the machine."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from docs.generate import PAGES, stale
from docs.generate.region import renewed
from tests.docs.page import DOCS, ROOT, page

from ppid_core.version import VERSION

pytestmark = pytest.mark.xdist_group("generated")

RENEW = "renew it with: python -m docs.generate"


@pytest.fixture(scope="module")
def stale_pages() -> Sequence[str]:
    """The pages that are made otherwise than they are written, where seed, zone and home are another's."""
    code = "from docs.generate import PAGES, stale; print(*(name for name in PAGES if stale(name)))"
    done = subprocess.run(
        [sys.executable, "-c", code],
        check=True,
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={"PYTHONHASHSEED": "1", "PYTHONUTF8": "1", "PYTHONPATH": str(ROOT / "src")},
    )
    return done.stdout.split()


@pytest.mark.slow
@pytest.mark.parametrize("name", PAGES)
def test_page_says_what_the_code_holds(stale_pages: Sequence[str], name: str) -> None:
    assert name not in stale_pages, f"docs/{name} is stale; {RENEW}"


def test_stale_page_is_seen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("docs.generate.HOME", tmp_path)
    (tmp_path / "rules.md").write_text(page("rules.md").text.replace("T101", "T100"), encoding="utf-8")

    assert page("rules.md").text == stale("rules.md")


@pytest.mark.parametrize("name", PAGES)
def test_page_tells_nothing_of_the_machine(name: str) -> None:
    text = page(name).text

    assert str(ROOT) not in text
    assert str(Path.home()) not in text
    assert not re.search(rf"(?<![\d.]){re.escape(VERSION)}(?![\d.])", text)


def test_what_is_written_by_hand_stays() -> None:
    text = "# By hand\n\n<!-- made: one -->\nold\n<!-- end -->\n\nBelow\n"

    made = renewed(text, {"one": lambda: "new"})

    assert made == "# By hand\n\n<!-- made: one -->\n\nnew\n\n<!-- end -->\n\nBelow\n"
    assert made == renewed(made, {"one": lambda: "new"})


def test_part_without_a_place_is_told() -> None:
    with pytest.raises(LookupError, match="two"):
        renewed("<!-- made: one -->\n<!-- end -->\n", {"one": str, "two": str})


def test_pages_are_those_of_this_folder() -> None:
    assert {DOCS / name for name in PAGES} <= set(DOCS.glob("*.md"))
