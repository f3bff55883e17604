"""The reference for Python: each public name has its place there, and no page uses one that is not public."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from docs.generate.public import PUBLIC, page_of

import ppid_core

pytestmark = pytest.mark.xdist_group("reference")

ROOT = Path(__file__).parents[2]
BLOCK = re.compile(r"^```python\n(.*?)^```", re.MULTILINE | re.DOTALL)
WRITTEN = (ROOT / "README.md", ROOT / "ARCHITECTURE.md", *sorted((ROOT / "docs").glob("*.md")))
SCRIPTS = sorted((ROOT / "examples").rglob("*.py"))


@pytest.fixture(scope="module")
def pages() -> Mapping[str, str]:
    """The reference, made once; a warning is an error."""
    from docs.generate.reference import pages  # noqa: PLC0415  pdoc is loaded where it is asked

    return pages()


@pytest.fixture(scope="module")
def trees(pages: Mapping[str, str]) -> Mapping[str, BeautifulSoup]:
    """The same, each page parsed once."""
    return {name: BeautifulSoup(page, "html.parser") for name, page in pages.items()}


@pytest.mark.slow
def test_every_public_name_has_its_place_and_those_that_one_holds_their_example(
    trees: Mapping[str, BeautifulSoup],
) -> None:
    for module in PUBLIC:
        tags = {str(tag["id"]): tag for tag in reversed(trees[page_of(module)].find_all(id=True))}
        places = {name: tags.get(name) for name in import_module(module).__all__}
        assert [name for name, place in places.items() if place is None] == []
        assert [name for name, place in places.items() if place and place.select(".docstring") == []] == []
        if module == ppid_core.__name__:
            without = [name for name, place in places.items() if place and ">>>" not in place.get_text()]
            assert without == []


@pytest.mark.slow
def test_pages_link_to_each_other_and_the_index_to_all(
    pages: Mapping[str, str], trees: Mapping[str, BeautifulSoup]
) -> None:
    assert [str(link["href"]) for link in trees["index.html"].find_all("a")] == list(map(page_of, PUBLIC))
    assert set(pages) == {"index.html", *map(page_of, PUBLIC)}
    assert 'href="ppid_core/model.html#Reason"' in pages["ppid_core.html"]


@pytest.mark.slow
def test_an_attribute_of_a_result_is_no_module(trees: Mapping[str, BeautifulSoup]) -> None:
    (merge,) = trees["ppid_core.html"].find_all(id="merge")

    assert "batch=part).summary for part" in merge.get_text()


@pytest.mark.slow
def test_no_page_shows_what_is_of_one_run_or_of_attrs(trees: Mapping[str, BeautifulSoup]) -> None:
    for text in (tree.get_text() for tree in trees.values()):
        assert not re.search(r" at 0x[0-9a-f]+|= NOTHING\b|``", text)


def imports(code: str) -> Iterator[tuple[str, str]]:
    """Yield what code imports of the library: module and name."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("ppid_core"):
            yield from ((node.module or "", alias.name) for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from ((alias.name, "") for alias in node.names if alias.name.startswith("ppid_core"))


@pytest.mark.parametrize("path", [*WRITTEN, *SCRIPTS], ids=lambda path: str(path.relative_to(ROOT)))
def test_pages_and_examples_import_only_what_is_public(path: Path) -> None:
    text = path.read_text("utf-8")
    blocks = BLOCK.findall(text) if path.suffix == ".md" else [text]

    strays = [
        (module, name)
        for block in blocks
        for module, name in imports(block)
        if module not in PUBLIC
        or (name and name not in import_module(module).__all__ and f"{module}.{name}" not in PUBLIC)
    ]

    assert strays == []
