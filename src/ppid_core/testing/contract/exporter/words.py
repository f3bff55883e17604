"""Promises about text: every script whole, and nothing that a clerk typed becomes a formula or markup."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

import pytest

from ppid_core.plugins import Artifact
from ppid_core.report import Paragraph, Report
from ppid_core.testing.contract.exporter.escaping import checks_for
from ppid_core.testing.contract.exporter.opening import ARCHIVE, as_bytes, is_text, parts, raw
from ppid_core.testing.contract.exporter.reports import MARKER, report_of, worded
from ppid_core.testing.contract.exporter.view import View
from ppid_core.testing.contract.promise import promise
from ppid_core.testing.samples import FORMULAS, MARKUP, SCRIPTS, document, every_block, table

SEPARATED = {
    "text/csv": ",;|",
    "text/tab-separated-values": "\t",
}
"""Types that spreadsheets open as cells, and what may stand between the cells."""

SIGNS = ("=", "+", "-", "@", "\t", "\r")
NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)*%?")
FORMULA_OF_ARCHIVES = re.compile(r"<(?:\w+:)?f[ >][^<]*|(?:\w+:)?formula=\"[^\"]*\"")


class Worded:
    """How an exporter writes text."""

    @promise('Encode as UTF-8 without "ignore" or "replace", and choose fonts that have the signs.')
    def test_text_of_every_script_is_written_whole(self, view: View) -> Iterator[str]:
        """Indonesian, Arabic, Hebrew, Javanese, Chinese, emoji and combining signs are written as typed."""
        whole = worded(" ".join(word for word, _ in SCRIPTS.values()))
        for file in view.files(whole):
            yield from _not_utf_8(file)
        readable = view.shows(worded(MARKER), MARKER)
        for script, (word, other) in SCRIPTS.items():
            if readable and not view.shows(whole, word):
                yield f"{script}: {word!r} is not written"
            elif not readable and not view.differs(worded(word), worded(other)):
                yield f"{script}: {word!r} and {other!r} are written alike"

    @promise(
        "Put an apostrophe before text that begins with = + - @ tab or return (in workbooks: write it as a "
        "string, not as a formula); leave numbers alone, negative ones too."
    )
    def test_typed_text_never_becomes_a_formula(self, view: View) -> Iterator[str]:
        """In a format that spreadsheets open, no text begins a formula, and -5 stays the number -5."""
        rows = (*((words, 1) for words in FORMULAS), (MARKER, -5))
        report = document(table(*rows, headings=("=judul()", "Nilai")), Paragraph(content=("=1+1",)))
        seen = False
        for file in view.files(report):
            content = as_bytes(file)
            if content.startswith(ARCHIVE):
                seen = True
                yield from _formulas_of_archive(file.name, content)
            elif str(file.media_type) in SEPARATED:
                seen = True
                yield from _formulas_of_cells(file)
        if not seen:
            pytest.skip("no spreadsheet opens these files as cells")

    @promise(
        "Escape every text for the format it goes into, also in headings, captions, attributes and metadata; "
        "best by the template engine or library of the format (autoescape), not by hand."
    )
    def test_typed_text_never_becomes_markup(self, view: View) -> Iterator[str]:
        """Tags, entities, pipes, backticks, # and $ that somebody typed stay text; files stay well formed."""
        checked = False
        for words in MARKUP:
            for report in (every_block(words), _row(words)):
                for file in view.files(report):
                    for check in checks_for(file):
                        checked = True
                        yield from (
                            f"{file.name!r}: {fault}, typed {words!r}" for fault in check(file, words)
                        )
        for file in view.files(report_of("hostile")):
            for check in checks_for(file):
                checked = True
                yield from (f"{file.name!r}: {fault}" for fault in check(file, ""))
        if not checked:
            pytest.skip("the kit knows no markup of these media types")


def _row(words: str) -> Report:
    return document(table((words, words), headings=(words, words), caption=words))


def _not_utf_8(file: Artifact) -> Iterator[str]:
    content = as_bytes(file)
    if not is_text(str(file.media_type)):
        return
    try:
        content.decode("utf-16" if content[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8")
    except UnicodeDecodeError as error:
        yield f"{file.name!r} is no UTF-8: {error}"


def _formulas_of_archive(name: str, content: bytes) -> Iterator[str]:
    for part, text in parts(content):
        for found in FORMULA_OF_ARCHIVES.findall(text.decode("utf-8", "replace")):
            yield f"{name!r}, {part}: {found!r} is a formula"


def _formulas_of_cells(file: Artifact) -> Iterator[str]:
    cells = _cells(file)
    if not cells:
        return
    for line in cells:
        for cell in line:
            if cell.startswith(SIGNS) and not NUMBER.fullmatch(cell):
                yield f"{file.name!r}: the cell {cell!r} begins a formula"
        if MARKER in line and "-5" not in line:
            yield f"{file.name!r}: the number -5 became {[cell for cell in line if cell != MARKER]}"


def _cells(file: Artifact) -> list[list[str]]:
    """Return the cells, by whichever delimiter makes a cell of the marker; none where no table is there."""
    text = raw(file)
    for delimiter in SEPARATED[str(file.media_type)]:
        lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
        if any(MARKER in line for line in lines):
            return lines
    return []
