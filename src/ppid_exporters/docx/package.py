"""The file itself: an empty document to begin with, and an archive whose bytes depend on nothing else."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from ppid_exporters.docx.markup import rooted, w

if TYPE_CHECKING:
    from docx.document import Document

MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD_2013 = 15
BEGINNING = (1980, 1, 1, 0, 0, 0)
"""The first moment that an archive can name: every part bears it."""

PARTS = {
    "document": "document.main",
    "styles": "styles",
    "settings": "settings",
    "numbering": "numbering",
}
"""The parts, and what their content type calls them."""


def blank() -> bytes:
    """Return a document without a word: its parts are filled later."""
    overrides = "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{MAIN}.{kind}+xml"/>'
        for part, kind in PARTS.items()
    )
    types = (
        f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f"{overrides}</Types>"
    )
    related = "".join(
        f'<Relationship Id="rId{at}" Type="{RELATIONS}/{part}" Target="{part}.xml"/>'
        for at, part in enumerate(PARTS, start=1)
        if part != "document"
    )
    return _archive(
        {
            "[Content_Types].xml": types.encode(),
            "_rels/.rels": _relations(
                f'<Relationship Id="rId1" Type="{RELATIONS}/officeDocument" Target="word/document.xml"/>'
            ),
            "word/_rels/document.xml.rels": _relations(related),
            "word/document.xml": rooted("w:document", w("body", w("sectPr"))),
            "word/styles.xml": rooted("w:styles"),
            "word/settings.xml": _settings(),
            "word/numbering.xml": rooted("w:numbering"),
        }
    )


def packed(document: Document, text: bytes) -> bytes:
    """Return the file of a document: parts sorted, every one of the same date.

    Args:
        document: all parts but the text.
        text: the main part, written by us; a tree of many rows would take minutes to be moved into place.
    """
    stream = io.BytesIO()
    document.save(stream)
    with zipfile.ZipFile(stream) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    return _archive(parts | {document.part.partname.membername: text})


def _archive(parts: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in sorted(parts):
            entry = zipfile.ZipInfo(name, BEGINNING)
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 3
            archive.writestr(entry, parts[name])
    return stream.getvalue()


def _relations(inner: str) -> bytes:
    return f'<Relationships xmlns="{PACKAGE}/relationships">{inner}</Relationships>'.encode()


def _settings() -> bytes:
    mode = w(
        "compatSetting",
        name="compatibilityMode",
        uri="http://schemas.microsoft.com/office/word",
        val=WORD_2013,
    )
    return rooted("w:settings", w("zoom", percent=100), w("defaultTabStop", val=720), w("compat", mode))
