"""A page as a reader of Markdown sees it: sections with their tables, links, places to link to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, cached_property
from pathlib import Path

from attrs import field, frozen
from markdown_it import MarkdownIt
from markdown_it.token import Token

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"

_MARKDOWN = MarkdownIt("commonmark").enable("table")
_ANCHOR = re.compile(r'<a id="([^"]+)">')

Row = tuple[str, ...]


@frozen(kw_only=True, slots=False)
class Page:
    """One file of Markdown, parsed by another library than the one that made it."""

    path: Path
    text: str = field(repr=False)

    @cached_property
    def tokens(self) -> Sequence[Token]:
        return _MARKDOWN.parse(self.text)

    @cached_property
    def headings(self) -> tuple[str, ...]:
        """The text of every heading, without markup."""
        return tuple(self._titles())

    @cached_property
    def rows(self) -> dict[str, tuple[Row, ...]]:
        """The rows of all tables below each heading, their cells without markup; titles left out."""
        return {heading: tuple(rows) for heading, rows in self._sections()}

    @cached_property
    def links(self) -> tuple[str, ...]:
        inline = (child for token in self.tokens for child in token.children or ())
        targets = (token.attrGet("href") or token.attrGet("src") for token in inline)
        return tuple(str(target) for target in targets if target)

    @cached_property
    def anchors(self) -> frozenset[str]:
        """What a link can lead to, as GitHub names it."""
        seen: dict[str, int] = {}
        for heading in self.headings:
            slug = re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")
            seen[slug] = seen.get(slug, 0) + 1
        numbered = {f"{slug}-{at}" for slug, count in seen.items() for at in range(1, count)}
        return frozenset(seen) | numbered | frozenset(_ANCHOR.findall(self.text))

    def below(self, heading: str) -> str:
        """Return the text between a heading and the next one, as it is written."""
        found = re.search(rf"^#+ {re.escape(heading)}\n(.*?)(?=^#+ |\Z)", self.text, re.DOTALL | re.MULTILINE)
        return found[1] if found else ""

    def _titles(self) -> Iterator[str]:
        for at, token in enumerate(self.tokens):
            if token.type == "heading_open":
                yield plain(self.tokens[at + 1])

    def _sections(self) -> Iterator[tuple[str, list[Row]]]:
        heading, rows, cells = "", list[Row](), list[str]()
        for at, token in enumerate(self.tokens):
            match token.type:
                case "heading_open":
                    yield heading, rows
                    heading, rows = plain(self.tokens[at + 1]), []
                case "td_open":
                    cells.append(plain(self.tokens[at + 1]))
                case "tr_close" if cells:
                    rows.append(tuple(cells))
                    cells = []
        yield heading, rows


@cache
def read(path: Path) -> Page:
    """Return a file of Markdown, parsed once."""
    return Page(path=path, text=path.read_text("utf-8"))


def page(name: str) -> Page:
    """Return a page of the documentation."""
    return read(DOCS / name)


def every_page() -> list[Path]:
    """Return the files of all pages."""
    return sorted(DOCS.glob("*.md"))


def plain(inline: Token) -> str:
    """Return what is read of one line: text and code, no markup, tags and breaks as spaces."""
    return " ".join("".join(map(_read, inline.children or ())).split())


def _read(token: Token) -> str:
    if token.type in {"text", "code_inline"}:
        return token.content
    return " " if token.type in {"html_inline", "softbreak", "hardbreak"} else ""
