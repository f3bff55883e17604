"""Promises about text: every script is kept, nothing that was typed becomes a formula, a tag or code."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from functools import partial
from html.parser import HTMLParser
from itertools import chain
from xml.parsers import expat

import pytest

from ppid_core.plugins import Artifact
from ppid_core.report import Paragraph
from ppid_core.testing.contract.promise import promise
from ppid_core.testing.contract.view import JSON, MARKDOWN, MARKED_UP, MARKER, View, parts, raw
from ppid_core.testing.samples import FORMULAS, MARKUP, SCRIPTS, document, every_block, table

_SEPARATED = {"text/csv": ",;|", "text/tab-separated-values": "\t"}
"""Types that spreadsheets open as cells, and what may stand between the cells."""
_SIGNS = ("=", "+", "-", "@", "\t", "\r")
_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)*%?")
_FORMULA_OF_ARCHIVES = re.compile(r"<(?:\w+:)?f[ >][^<]*|(?:\w+:)?formula=\"[^\"]*\"")
_WORD = "tanda"
"""The word inside every text of `samples.MARKUP`: a tag, an attribute or code that holds it was typed."""
_UNESCAPED = r"(?<!\\)(?:\\\\)*"
_OF_MARKDOWN = (
    (re.compile(_UNESCAPED + r"<(?:script|img)\b"), "a tag of HTML"),
    (re.compile(_UNESCAPED + rf"`{_WORD}"), "code"),
    (re.compile(_UNESCAPED + rf"\*\*{_WORD}"), "bold text"),
    (re.compile(_UNESCAPED + rf"\[{_WORD}\]\("), "a link"),
    (re.compile(_UNESCAPED + rf"\${_WORD}"), "a formula"),
    (re.compile(rf"^#+ {_WORD}", re.MULTILINE), "a heading"),
    (re.compile(rf"^\| {_WORD} \|$", re.MULTILINE), "a table"),
)


class TypedTextContract:
    """How an exporter writes what somebody typed; a part of its contract."""

    @promise('Encode as UTF-8 without "ignore" or "replace", and choose fonts that have the signs.')
    def test_text_of_every_script_is_written_whole(self, view: View) -> Iterator[str]:
        """Indonesian, Arabic, Hebrew, Javanese, Chinese, emoji and combining signs are written as typed."""
        worded = partial(view.report, "worded")
        whole = worded(" ".join(word for word, _ in SCRIPTS.values()))
        is_readable = view.shows(worded(MARKER), MARKER)
        for script, (word, other) in SCRIPTS.items():
            if is_readable and not view.shows(whole, word):
                yield f"{script}: {word!r} is not written"
            elif not is_readable and not view.differs(worded(word), worded(other)):
                yield f"{script}: {word!r} and {other!r} are written alike"
        yield from (f"{file.name!r} is no UTF-8" for file in view.files(whole) if "�" in raw(file))

    @promise(
        "Put an apostrophe before text that begins with = + - @ tab or return (in workbooks: write it as a "
        "string, not as a formula); leave numbers alone, negative ones too."
    )
    def test_typed_text_never_becomes_a_formula(self, view: View) -> Iterator[str]:
        """In a format that spreadsheets open, no text begins a formula, and -5 stays the number -5."""
        rows = (*((words, 1) for words in FORMULAS), (MARKER, -5))
        report = document(table(*rows, headings=("=judul()", "Nilai")), Paragraph(content=("=1+1",)))
        files = view.files(report)
        if not any(file.media_type in _SEPARATED or any(parts(file)) for file in files):
            pytest.skip("no spreadsheet opens these files as cells")
        for file in files:
            yield from chain(_formulas_of_archive(file), _formulas_of_cells(file))

    @promise(
        "Escape every text for the format it goes into, also in headings, captions, attributes and metadata; "
        "best by the template engine or library of the format (autoescape), not by hand."
    )
    def test_typed_text_never_becomes_markup(self, view: View) -> Iterator[str]:
        """Tags, entities, pipes, backticks and $ that somebody typed stay text; files stay well formed."""
        for words, report in (
            *((words, every_block(words)) for words in MARKUP),
            ("", view.report("hostile")),
        ):
            for file in view.files(report):
                yield from (f"{file.name!r}: {fault}, typed {words!r}" for fault in _markup(file, words))


def _formulas_of_archive(file: Artifact) -> Iterator[str]:
    for part, text in parts(file):
        for found in _FORMULA_OF_ARCHIVES.findall(text.decode("utf-8", "replace")):
            yield f"{file.name!r}, {part}: {found!r} is a formula"


def _formulas_of_cells(file: Artifact) -> Iterator[str]:
    lines = _cells(file)
    for cell in chain.from_iterable(lines):
        if cell.startswith(_SIGNS) and not _NUMBER.fullmatch(cell):
            yield f"{file.name!r}: the cell {cell!r} begins a formula"
    for line in lines:
        if MARKER in line and "-5" not in line:
            yield f"{file.name!r}: the number -5 became {[cell for cell in line if cell != MARKER]}"


def _cells(file: Artifact) -> list[list[str]]:
    """Return the cells, by whichever delimiter makes a cell of the marker; none where no table is there."""
    for delimiter in _SEPARATED.get(file.media_type, ""):
        lines = list(csv.reader(io.StringIO(raw(file), newline=""), delimiter=delimiter))
        if any(MARKER in line for line in lines):
            return lines
    return []


def _markup(file: Artifact, words: str) -> Iterator[str]:
    """Yield what became of typed text in a file whose markup is known, and where it is not well formed."""
    for name, content in parts(file):
        if name.endswith((".xml", ".rels", ".xhtml")):
            yield from (f"{name}: {fault}" for fault in _not_well_formed(content))
    if file.media_type == MARKDOWN:
        yield from _markdown(raw(file), words)
    elif JSON.fullmatch(file.media_type):
        try:
            json.loads(raw(file))
        except ValueError as error:
            yield f"it is no JSON: {error}"
    elif MARKED_UP.fullmatch(file.media_type):
        page = _Tags()
        page.feed(raw(file))
        page.close()
        yield from page.faults
        if file.media_type != "text/html":
            yield from _not_well_formed(file.content)


def _markdown(text: str, words: str) -> Iterator[str]:
    for pattern, what in _OF_MARKDOWN:
        if found := pattern.search(text):
            yield f"{found[0]!r} is {what}"
    for piece in text.split("\n\n") if words.startswith("|") else ():
        lines = [line for line in piece.splitlines() if line.startswith("|")]
        cells = {len(re.findall(_UNESCAPED + r"\|", line)) for line in lines}
        if len(cells) > 1:
            yield f"rows of one table have {sorted(cells)} pipes"


class _Tags(HTMLParser):
    """Collects tags and attributes in which the typed word stands as code."""

    def __init__(self) -> None:
        super().__init__()
        self.faults: list[str] = []
        self._script = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        is_data = JSON.fullmatch(dict(attrs).get("type") or "")  # which no browser runs
        self._script = tag == "script" and not is_data
        for name, value in attrs:
            if name.startswith("on") and _WORD in (value or ""):
                self.faults.append(f"<{tag} {name}={value!r}> runs")

    def handle_data(self, data: str) -> None:
        if self._script and _WORD in data:
            self.faults.append(f"<script>{data[:20]} runs")

    def handle_endtag(self, tag: str) -> None:
        self._script = self._script and tag != "script"


def _not_well_formed(content: bytes) -> Iterator[str]:
    try:
        expat.ParserCreate().Parse(content, True)  # noqa: FBT003  the call takes it by position
    except expat.ExpatError as error:
        yield f"it is not well formed: {error}"
