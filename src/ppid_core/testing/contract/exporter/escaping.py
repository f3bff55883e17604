"""Whether typed text stayed text, by media type."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from xml.parsers import expat

from ppid_core.plugins import Artifact
from ppid_core.testing.contract.exporter.opening import (
    ARCHIVE,
    ESCAPED_BY_BACKSLASH,
    JSON,
    MARKED_UP,
    as_bytes,
    parts,
    raw,
)

Check = Callable[[Artifact, str], Iterator[str]]

WORD = "tanda"
"""The word inside every text of `samples.MARKUP`: a tag, an attribute or code that holds it was typed."""

UNESCAPED = r"(?<!\\)(?:\\\\)*"
OF_MARKDOWN = (
    (re.compile(UNESCAPED + r"<(?:script|img)\b"), "a tag of HTML"),
    (re.compile(UNESCAPED + rf"`{WORD}"), "code"),
    (re.compile(UNESCAPED + rf"\*\*{WORD}"), "bold text"),
    (re.compile(UNESCAPED + rf"\[{WORD}\]\("), "a link"),
    (re.compile(UNESCAPED + rf"\${WORD}"), "a formula"),
    (re.compile(rf"^#+ {WORD}", re.MULTILINE), "a heading"),
    (re.compile(rf"^\| {WORD} \|$", re.MULTILINE), "a table"),
)
OF_TYPST = (
    (re.compile(UNESCAPED + rf"#(?:import )?{WORD}"), "code"),
    (re.compile(UNESCAPED + rf"\${WORD}"), "a formula"),
    (re.compile(UNESCAPED + rf"`{WORD}"), "raw text"),
)
OF_TEX = (
    (re.compile(rf"\\input{{{WORD}}}"), "a command"),
    (re.compile(UNESCAPED + rf"\${WORD}"), "a formula"),
)
TEX = frozenset({"text/x-tex", "application/x-tex", "application/x-latex"})


def checks_for(file: Artifact) -> tuple[Check, ...]:
    """Return how to look at a file of this type; nothing for one whose markup is not known."""
    media_type = str(file.media_type)
    if as_bytes(file).startswith(ARCHIVE):
        return (_archive,)
    if media_type == "text/markdown":
        return (_markdown,)
    if media_type in ESCAPED_BY_BACKSLASH:
        return (_typst,)
    if media_type in TEX:
        return (_tex,)
    if JSON.fullmatch(media_type):
        return (_json,)
    if MARKED_UP.fullmatch(media_type):
        return (_html,) if media_type == "text/html" else (_html, _xml)
    return ()


def _markdown(file: Artifact, words: str) -> Iterator[str]:
    text = raw(file)
    yield from _found(text, OF_MARKDOWN)
    if words.startswith("|"):
        yield from _pipes(text)


def _pipes(text: str) -> Iterator[str]:
    """Yield a row of a table that has more cells than its heading."""
    for piece in text.split("\n\n"):
        lines = [line for line in piece.splitlines() if line.startswith("|")]
        cells = {len(re.findall(UNESCAPED + r"\|", line)) for line in lines}
        if len(cells) > 1:
            yield f"rows of one table have {sorted(cells)} pipes"


def _typst(file: Artifact, _: str) -> Iterator[str]:
    yield from _found(raw(file), OF_TYPST)


def _tex(file: Artifact, _: str) -> Iterator[str]:
    yield from _found(raw(file), OF_TEX)


def _found(text: str, patterns: tuple[tuple[re.Pattern[str], str], ...]) -> Iterator[str]:
    for pattern, what in patterns:
        if found := pattern.search(text):
            yield f"{found[0]!r} is {what}"


def _json(file: Artifact, _: str) -> Iterator[str]:
    try:
        json.loads(raw(file))
    except ValueError as error:
        yield f"it is no JSON: {error}"


def _html(file: Artifact, _: str) -> Iterator[str]:
    page = _Tags()
    page.feed(raw(file))
    page.close()
    yield from page.faults


class _Tags(HTMLParser):
    """Collects tags and attributes in which the typed word stands as code."""

    def __init__(self) -> None:
        super().__init__()
        self.faults: list[str] = []
        self._script = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._script = tag == "script" and not _is_data(attrs)
        for name, value in attrs:
            if name.startswith("on") and WORD in (value or ""):
                self.faults.append(f"<{tag} {name}={value!r}> runs")

    def handle_data(self, data: str) -> None:
        if self._script and WORD in data:
            self.faults.append(f"<script>{data[:20]} runs")

    def handle_endtag(self, tag: str) -> None:
        self._script = self._script and tag != "script"


def _is_data(attributes: list[tuple[str, str | None]]) -> bool:
    """Tell whether a script is a block of data (``type="application/json"``), which no browser runs."""
    return bool(JSON.fullmatch(dict(attributes).get("type") or ""))


def _xml(file: Artifact, _: str) -> Iterator[str]:
    yield from _not_well_formed(as_bytes(file))


def _archive(file: Artifact, _: str) -> Iterator[str]:
    for name, content in parts(as_bytes(file)):
        if name.endswith((".xml", ".rels", ".xhtml")):
            yield from (f"{name}: {fault}" for fault in _not_well_formed(content))


def _not_well_formed(content: bytes) -> Iterator[str]:
    try:
        expat.ParserCreate().Parse(content, True)  # noqa: FBT003  the call takes it by position
    except expat.ExpatError as error:
        yield f"it is not well formed: {error}"
