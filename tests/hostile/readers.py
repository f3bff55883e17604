"""An independent reader for each format: refuses a file that is not valid, and returns the text in it."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Iterator, Sequence
from html import unescape
from xml.etree import ElementTree as ET

import html5lib
from bs4 import BeautifulSoup
from markdown_it import MarkdownIt
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from ppid_core.plugins import Artifact

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def html_text(files: Sequence[Artifact]) -> str:
    """Return what a page shows and says of its pictures; its scripts are data, and no two of one kind."""
    (file,) = files
    page = file.content.decode()
    html5lib.HTMLParser(strict=True).parse(page)
    soup = BeautifulSoup(page, "html5lib")
    scripts = soup.find_all("script")
    kinds = [script.get("type") for script in scripts]
    assert len(set(kinds)) == len(kinds)
    assert set(kinds) <= {"application/json", "application/ld+json"}
    for unseen in [*scripts, *soup.find_all("style")]:
        unseen.decompose()
    return soup.get_text()


def csv_text(files: Sequence[Artifact]) -> str:
    """Return every cell; none begins as a formula does."""
    tables = [file for file in files if file.media_type == "text/csv"]
    cells = [cell for file in tables for row in _rows(file) for cell in row]
    assert not [cell for cell in cells if cell[:1] in {"=", "+", "@", "\t", "\r"}]
    return "\n".join(cell.removeprefix("'") for cell in cells)


def _rows(file: Artifact) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(file.content.decode("utf-8-sig"), newline=""), strict=True)


def json_text(files: Sequence[Artifact]) -> str:
    """Return every text of the values."""
    (file,) = files
    return "\n".join(_texts(json.loads(file.content)))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)


def markdown_text(files: Sequence[Artifact]) -> str:
    """Return what a reader of CommonMark shows; no element of a stranger stands in it."""
    (file,) = files
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    rendered = parser.render(file.content.decode())
    assert "<script" not in rendered
    return unescape(re.sub(r"<[^>]*>", "", rendered))


def docx_text(files: Sequence[Artifact]) -> str:
    """Return the runs of a Word file; each of its XML parts is well-formed."""
    (file,) = files
    found: list[str] = []
    for name, root in _parts(file):
        if name.startswith("word/"):
            found += [node.text or "" for node in root.iter(f"{WORD}t")]
    return "".join(found)


def xlsx_text(files: Sequence[Artifact]) -> str:
    """Return the cells of a workbook; no formula of a stranger is in it, each XML part is well-formed."""
    (file,) = files
    for _, root in _parts(file):
        formulas = [node.text or "" for node in root.iter(f"{SHEET}f")]
        assert not [formula for formula in formulas if "HYPERLINK" in formula or "@SUM" in formula]
    book = CalamineWorkbook.from_filelike(io.BytesIO(file.content))
    sheets = [book.get_sheet_by_name(name).to_python() for name in book.sheet_names]
    return "\n".join(str(cell) for sheet in sheets for row in sheet for cell in row)


def _parts(file: Artifact) -> Iterator[tuple[str, ET.Element]]:
    with zipfile.ZipFile(io.BytesIO(file.content)) as archive:
        assert archive.testzip() is None
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                yield name, ET.fromstring(archive.read(name))  # noqa: S314  written by our own exporter


def pdf_text(files: Sequence[Artifact]) -> str:
    """Return the text of the pages, in the order in which it is drawn."""
    (file,) = files
    pages = PdfReader(io.BytesIO(file.content), strict=True).pages
    if program := shutil.which("pdftotext"):  # pypdf takes twenty seconds for what this reads in one
        command = [program, "-raw", "-nopgbrk", "-", "-"]
        return subprocess.run(command, input=file.content, capture_output=True, check=True).stdout.decode()
    return "\n".join(page.extract_text() for page in pages)


READERS: dict[str, Callable[[Sequence[Artifact]], str]] = {
    "html": html_text,
    "csv": csv_text,
    "json": json_text,
    "markdown": markdown_text,
    "docx": docx_text,
    "xlsx": xlsx_text,
    "pdf": pdf_text,
}
