"""The data that the document carries, where another program finds them.

The part ``customXml/item1.xml`` has the root element ``{urn:ppid-core:laporan}data``; its text is
``laporan.json``, character by character. Word keeps the part, perhaps under another number.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from ppid_core.report import Report
from ppid_exporters.docx.markup import NAMESPACES, OFFICE, tag
from ppid_exporters.layout.data import carried

if TYPE_CHECKING:
    from docx.document import Document
    from docx.opc.part import Part

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
