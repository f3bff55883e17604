"""Opens a file as far as its media type tells how: text, markup, JSON, and archives of them."""

from __future__ import annotations

import codecs
import html
import io
import json
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from ppid_core.plugins import Artifact

ARCHIVE = b"PK\x03\x04"
ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
MARKED_UP = re.compile(r"text/(?:html|xml)|[a-z]+/[a-z0-9.+-]*(?:\+|x?ht)?xml|image/svg\+xml")
JSON = re.compile(r"[a-z]+/(?:[a-z0-9.+-]+\+)?json")
ESCAPED_BY_BACKSLASH = frozenset({"text/markdown", "text/vnd.typst", "text/x-typst", "application/x-typst"})
OTHER_TEXT = frozenset(
    {*ESCAPED_BY_BACKSLASH, "application/x-tex", "application/x-latex", "application/toml"}
)


def is_text(media_type: str) -> bool:
    """Tell whether files of this type are characters."""
    return (
        media_type.startswith("text/")
        or media_type in OTHER_TEXT
        or bool(MARKED_UP.fullmatch(media_type) or JSON.fullmatch(media_type))
    )


def raw(file: Artifact) -> str:
    """Return the characters of a text file as they are written, "" where it is none."""
    content = as_bytes(file)
    return decoded(content) if is_text(str(file.media_type)) else ""


def opened(file: Artifact) -> str:
    """Return the characters that a reader of the file sees, "" where it cannot be opened."""
    content = as_bytes(file)
    if content.startswith(ARCHIVE):
        return "\n".join(html.unescape(decoded(part)) for _, part in parts(content))
    return _read(str(file.media_type), raw(file))


def parts(archive: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield name and content of each XML, HTML or text file in a ZIP archive: of Word, Excel, ODF, EPUB."""
    with zipfile.ZipFile(io.BytesIO(archive)) as opened_archive:
        for name in opened_archive.namelist():
            if name.endswith((".xml", ".rels", ".html", ".xhtml", ".txt", ".csv", ".md")):
                yield name, opened_archive.read(name)


def decoded(content: bytes) -> str:
    """Return characters, with � for what is not UTF-8."""
    if content.startswith(UTF_16):
        return content.decode("utf-16", "replace")
    return content.decode("utf-8-sig", "replace")


def as_bytes(file: Artifact) -> bytes:
    """Return the content as bytes, characters too: that they are none is told by its own promise."""
    content: object = file.content
    return content if isinstance(content, bytes) else str(content).encode("utf-8", "replace")


def _read(media_type: str, text: str) -> str:
    if JSON.fullmatch(media_type):
        return _from_json(text)
    if MARKED_UP.fullmatch(media_type):
        return html.unescape(text)
    return ESCAPED.sub(r"\1", text) if media_type in ESCAPED_BY_BACKSLASH else text


def _from_json(text: str) -> str:
    try:
        return "\n".join(_leaves(json.loads(text, parse_float=str, parse_int=str)))
    except ValueError:
        return text


def _leaves(tree: Any) -> Iterator[str]:  # noqa: ANN401  JSON
    if isinstance(tree, dict):
        for key, value in tree.items():
            yield key
            yield from _leaves(value)
    elif isinstance(tree, list):
        for value in tree:
            yield from _leaves(value)
    else:
        yield str(tree)
