"""The file itself: an empty document, its styles and properties, the data it carries, an archive.

Its bytes depend on nothing but the report.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from ppid_core.report import Report
from ppid_exporters.docx.markup import NAMESPACES, OFFICE, Xml, rooted, tag, w
from ppid_exporters.json import carried
from ppid_exporters.layout.character import one_line

if TYPE_CHECKING:
    from docx.document import Document
    from docx.opc.part import Part


MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD_2013 = 15
_BEGINNING = (1980, 1, 1, 0, 0, 0)
"""The first moment that an archive can name: every part bears it."""

_PARTS = {
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
        for part, kind in _PARTS.items()
    )
    types = (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f"{overrides}</Types>"
    )
    related = "".join(
        f'<Relationship Id="rId{at}" Type="{_RELATIONS}/{part}" Target="{part}.xml"/>'
        for at, part in enumerate(_PARTS, start=1)
        if part != "document"
    )
    return _archive(
        {
            "[Content_Types].xml": types.encode(),
            "_rels/.rels": _relations(
                f'<Relationship Id="rId1" Type="{_RELATIONS}/officeDocument" Target="word/document.xml"/>'
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
            entry = zipfile.ZipInfo(name, _BEGINNING)
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 3
            archive.writestr(entry, parts[name])
    return stream.getvalue()


def _relations(inner: str) -> bytes:
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{inner}</Relationships>'.encode()


def _settings() -> bytes:
    mode = w(
        "compatSetting",
        name="compatibilityMode",
        uri="http://schemas.microsoft.com/office/word",
        val=_WORD_2013,
    )
    return rooted("w:settings", w("zoom", percent=100), w("defaultTabStop", val=720), w("compat", mode))


_NAMESPACE = "urn:ppid-core:laporan"
_IDENTITY = "{5F0A6C0E-7C0B-5C52-9B34-6A7A2D3C1E10}"
"""By which Word knows the part again; the same in every document."""

_BEYOND_XML = re.compile("[\ufffe\uffff]")
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_STORE = f"{OFFICE}/officeDocument/2006/customXml"


def add_data(document: Document, report: Report) -> None:
    """Add the public data of ``report``; such parts of a letterhead make room."""
    kind = f"{NAMESPACES['r']}/customXml"
    others = [one.target_part for one in document.part.rels.values() if one.reltype == kind]
    for number, other in enumerate(others, start=2):
        _rename(other, f"item{number}")
        for one in other.rels.values():
            _rename(one.target_part, f"itemProps{number}")
    data = _part(document, "item1", "application/xml", _data_part(report))
    properties = _part(document, "itemProps1", _PROPERTIES_TYPE, _properties())
    document.part.relate_to(data, kind)
    data.relate_to(properties, f"{kind}Props")


def _data_part(report: Report) -> bytes:
    """Return the part; what XML cannot hold is written by the escape that JSON has for it."""
    json = _BEYOND_XML.sub(lambda sign: f"\\u{ord(sign[0]):04x}", carried(report).decode())
    return f'{_HEAD}<data xmlns="{_NAMESPACE}">{escape(json)}</data>'.encode()


def _properties() -> bytes:
    schema = tag("ds:schemaRefs", {}, tag("ds:schemaRef", {"ds:uri": _NAMESPACE}))
    item = tag("ds:datastoreItem", {"xmlns:ds": _STORE, "ds:itemID": _IDENTITY}, schema)
    return f"{_HEAD}{item}".encode()


def _part(document: Document, name: str, media_type: str, content: bytes) -> Part:
    from docx.opc.packuri import PackURI  # noqa: PLC0415  an extra
    from docx.opc.part import Part  # noqa: PLC0415  as above

    return Part(PackURI(f"/customXml/{name}.xml"), media_type, content, document.part.package)


def _rename(part: Part, name: str) -> None:
    from docx.opc.packuri import PackURI  # noqa: PLC0415  an extra

    part.partname = PackURI(f"/customXml/{name}.xml")


if TYPE_CHECKING:
    from docx.document import Document
    from docx.opc.part import Part
    from docx.oxml.xmlchemy import BaseOxmlElement

LANGUAGES = {"id": "id-ID", "en": "en-GB"}
_LONGEST_PROPERTY = 255
_UNKNOWN_DAY = datetime(1980, 1, 1, tzinfo=UTC)
_OF_LETTERHEADS = frozenset({"Normal", "Header", "Footer", "DefaultParagraphFont", "TableNormal"})
"""Styles in which a letterhead is set: where it has them, they stay as they are."""


def parsed(content: bytes) -> BaseOxmlElement:
    """Return the root element of a part."""
    from docx.oxml.parser import parse_xml  # noqa: PLC0415  an extra

    root: BaseOxmlElement = parse_xml(content)
    return root


def root_of(part: Part) -> BaseOxmlElement:
    """Return the root element of a part that is XML."""
    from docx.opc.part import XmlPart  # noqa: PLC0415  an extra

    if not isinstance(part, XmlPart):
        raise TypeError(f"{part.partname} is no part of XML")
    root: BaseOxmlElement = part.element
    return root


def refill(element: BaseOxmlElement, children: Iterable[Xml]) -> None:
    """Replace all that is in an element."""
    for child in list(element):
        element.remove(child)
    element.extend(list(parsed(rooted("w:body", *children))))


def merge_styles(element: BaseOxmlElement, definitions: Xml) -> None:
    """Add styles to those of a letterhead; one of the same key or name gives way, but for its own."""
    known = {key for other in element if (key := _read(other, "styleId"))}
    for style in _styles(parsed(rooted("w:styles", definitions))):
        if _read(style, "styleId") in _OF_LETTERHEADS & known:
            continue
        for other in [one for one in _styles(element) if _is_same(one, style)]:
            element.remove(other)
        element.append(style)


def set_properties(document: Document, report: Report) -> None:
    """Set what the file says of itself; its dates are those of the report, never of the clock."""
    meta, properties = report.meta, document.core_properties
    day = report.year.as_of if report.year else None
    properties.title, properties.author = _short(meta.title), _short(meta.body)
    properties.last_modified_by, properties.subject = _short(meta.body), _short(" · ".join(meta.marks))
    properties.category = properties.comments = properties.keywords = ""
    properties.language, properties.revision = LANGUAGES[meta.lang], 1
    properties.created = properties.modified = (
        datetime(day.year, day.month, day.day, tzinfo=UTC) if day else _UNKNOWN_DAY
    )


def _styles(element: BaseOxmlElement) -> Iterator[BaseOxmlElement]:
    """Yield styles, in a list of their own: the element may change meanwhile."""
    yield from [one for one in element if _read(one, "styleId")]


def _is_same(one: BaseOxmlElement, other: BaseOxmlElement) -> bool:
    return _read(one, "styleId") == _read(other, "styleId") or _name(one) == _name(other)


def _name(style: BaseOxmlElement) -> str:
    return next((_read(child, "val") for child in style if str(child.tag).endswith("}name")), "").casefold()


def _read(element: BaseOxmlElement, attribute: str) -> str:
    from docx.oxml.ns import qn  # noqa: PLC0415  an extra

    return str(element.get(qn(f"w:{attribute}"), ""))


def _short(words: str) -> str:
    line = one_line(words)
    return line if len(line) <= _LONGEST_PROPERTY else f"{line[: _LONGEST_PROPERTY - 1]}…"
