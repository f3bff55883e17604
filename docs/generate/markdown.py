"""Markdown as GitHub shows it: text that is no markup, tables, folded parts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

MADE = "<!-- Made by python -m docs.generate: change the code, not this page. -->"
NOTHING = "–"
MOST_OPEN = 3
"""As many short things stand in a cell; more are folded."""

_MARKUP = re.compile(r"([\\|*\[\]])")


def words(text: str) -> str:
    """Return text of which no sign is markup, on one line."""
    lines = (line.strip() for line in text.splitlines() if line.strip())
    return "<br>".join(_MARKUP.sub(r"\\\1", line).replace("<", "&lt;") for line in lines) or NOTHING


def code(text: str) -> str:
    """Return text as code, also within a table; nothing stays nothing."""
    if not text:
        return NOTHING
    fence = "``" if "`" in text else "`"
    pad = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{pad}{text}{pad}{fence}".replace("|", r"\|")


def link(text: str, target: str) -> str:
    """Return a link; ``text`` is markup already."""
    return f"[{text}]({target})"


def listed(items: Iterable[str]) -> str:
    """Return markup joined by commas."""
    return ", ".join(items) or NOTHING


def folded(items: Sequence[str], most_open: int = MOST_OPEN) -> str:
    """Return markup joined by commas; more than ``most_open`` of it behind a click."""
    if len(items) <= most_open:
        return listed(items)
    return f"<details><summary>{len(items)}</summary>{listed(items)}</details>"


def details(summary: str, content: str) -> str:
    """Return a part of a page behind a click."""
    return f"<details>\n<summary>{summary}</summary>\n\n{content.strip(chr(10))}\n\n</details>"


def fenced(text: str, language: str = "") -> str:
    """Return a block of code; ``py`` is shown as Python and not run by the tests, ``python`` is run."""
    return f"```{language}\n{text.strip(chr(10))}\n```"


def table(heading: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table of markup."""
    lines = (heading, ["---"] * len(heading), *rows)
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def bullets(items: Iterable[str]) -> str:
    """Return a list of markup."""
    return "\n".join(f"- {item}" for item in items)


def whole(*parts: str) -> str:
    """Return a page that is made as a whole, and says so to whoever would edit it."""
    return page(MADE, *parts)


def page(*parts: str) -> str:
    """Return parts as a page, a blank line between them."""
    return "\n\n".join(part.strip("\n") for part in parts if part.strip()) + "\n"
