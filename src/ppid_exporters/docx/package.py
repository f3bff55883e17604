"""The file itself: an empty document, the data it carries, an archive whose bytes depend on nothing else."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from ppid_core.report import Report
from ppid_exporters.docx.markup import NAMESPACES, OFFICE, rooted, tag, w
from ppid_exporters.json import carried

if TYPE_CHECKING:
    from docx.document import Document
    from docx.opc.part import Part


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


NAMESPACE = "urn:ppid-core:laporan"
IDENTITY = "{5F0A6C0E-7C0B-5C52-9B34-6A7A2D3C1E10}"
"""By which Word knows the part again; the same in every document."""

BEYOND_XML = re.compile("[\ufffe\uffff]")
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
STORE = f"{OFFICE}/officeDocument/2006/customXml"


def add_data(document: Document, report: Report) -> None:
    """Add the public data of ``report``; such parts of a letterhead make room."""
    kind = f"{NAMESPACES['r']}/customXml"
    others = [one.target_part for one in document.part.rels.values() if one.reltype == kind]
    for number, other in enumerate(others, start=2):
        _rename(other, f"item{number}")
        for one in other.rels.values():
            _rename(one.target_part, f"itemProps{number}")
    data = _part(document, "item1", "application/xml", data_part(report))
    properties = _part(document, "itemProps1", PROPERTIES_TYPE, _properties())
    document.part.relate_to(data, kind)
    data.relate_to(properties, f"{kind}Props")


def data_part(report: Report) -> bytes:
    """Return the part; what XML cannot hold is written by the escape that JSON has for it."""
    json = BEYOND_XML.sub(lambda sign: f"\\u{ord(sign[0]):04x}", carried(report).decode())
    return f'{HEAD}<data xmlns="{NAMESPACE}">{escape(json)}</data>'.encode()


def _properties() -> bytes:
    schema = tag("ds:schemaRefs", {}, tag("ds:schemaRef", {"ds:uri": NAMESPACE}))
    item = tag("ds:datastoreItem", {"xmlns:ds": STORE, "ds:itemID": IDENTITY}, schema)
    return f"{HEAD}{item}".encode()


def _part(document: Document, name: str, media_type: str, content: bytes) -> Part:
    from docx.opc.packuri import PackURI  # noqa: PLC0415  an extra
    from docx.opc.part import Part  # noqa: PLC0415  as above

    return Part(PackURI(f"/customXml/{name}.xml"), media_type, content, document.part.package)


def _rename(part: Part, name: str) -> None:
    from docx.opc.packuri import PackURI  # noqa: PLC0415  an extra

    part.partname = PackURI(f"/customXml/{name}.xml")
