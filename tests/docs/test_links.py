"""Links between the pages resolve, and the index leads to every page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from docs.generate.index import PURPOSE
from tests.docs.page import DOCS, ROOT, every_page, page, read

ENTRANCES = [
    ROOT / name for name in ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "examples/README.md")
]


@pytest.mark.parametrize("path", [*every_page(), *ENTRANCES], ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere(path: Path) -> None:
    assert not [link for link in read(path).links if not leads_somewhere(path, link)]


def leads_somewhere(path: Path, link: str) -> bool:
    if re.match(r"https?://", link):
        return True
    name, _, anchor = link.partition("#")
    target = (path.parent / name).resolve() if name else path
    if not target.exists():
        return False
    return not anchor or anchor in read(target).anchors


def test_broken_link_is_seen() -> None:
    path = DOCS / "README.md"

    assert leads_somewhere(path, "rules.md#t101")
    assert not leads_somewhere(path, "rules.md#t999")
    assert not leads_somewhere(path, "no-such-page.md")


def test_index_leads_to_every_page() -> None:
    assert {path.name for path in every_page()} - {"README.md"} <= set(page("README.md").links)


@pytest.mark.parametrize("path", every_page(), ids=lambda path: path.name)
def test_index_says_what_a_page_is_for(path: Path) -> None:
    assert path.stem in {*PURPOSE, "README"}, "add it to PURPOSE in docs/generate/index.py"
