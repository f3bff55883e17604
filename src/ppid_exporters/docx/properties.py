"""What the file says of itself, and the data it carries."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from xml.sax.saxutils import escape

from ppid_core.report import Report
from ppid_exporters.docx.inline import LANGUAGES
from ppid_exporters.docx.markup import NAMESPACES, OFFICE, Xml, plain, tag
from ppid_exporters.docx.package import DOCUMENT, WordFile
from ppid_exporters.json import carried
from ppid_exporters.layout.character import one_line

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_CORE = {
    "xmlns:cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
    "xmlns:dcterms": "http://purl.org/dc/terms/",
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
}
_CORE_KIND = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_LONGEST = 255
_UNKNOWN_DAY = datetime(1980, 1, 1, tzinfo=UTC)
_NAMESPACE = "urn:ppid-core:laporan"
_IDENTITY = "{5F0A6C0E-7C0B-5C52-9B34-6A7A2D3C1E10}"
"""By which Word knows the part again; the same in every document."""

_BEYOND_XML = re.compile("[\ufffe\uffff]")
_STORE = f"{OFFICE}/officeDocument/2006/customXml"
_STORE_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"


def add_properties(file: WordFile, report: Report) -> None:
    """Write title, body, language and day; days are those of the report, never of the clock."""
    meta, day = report.meta, report.year.as_of if report.year else None
    moment = datetime(day.year, day.month, day.day, tzinfo=UTC) if day else _UNKNOWN_DAY
    written = moment.strftime("%Y-%m-%dT%H:%M:%SZ").rjust(20, "0")
    said = {
        "dc:title": meta.title,
        "dc:subject": " · ".join(meta.marks),
        "dc:creator": meta.body,
        "cp:lastModifiedBy": meta.body,
        "cp:revision": "1",
    }
    lines = [tag(name, {}, plain(_short(words))) for name, words in said.items()]
    when = {"xsi:type": "dcterms:W3CDTF"}
    lines += [tag(name, {**when}, Xml(written)) for name in ("dcterms:created", "dcterms:modified")]
    lines.append(tag("dc:language", {}, Xml(LANGUAGES[meta.lang])))
    content = f"{_HEAD}{tag('cp:coreProperties', {**_CORE}, *lines)}".encode()
    file.relate("", file.add("docProps/core.xml", _CORE_TYPE, content), _CORE_KIND)


def add_data(file: WordFile, report: Report) -> None:
    """Add the public data of the report as a part that word processors keep."""
    json = _BEYOND_XML.sub(lambda sign: f"\\u{ord(sign[0]):04x}", carried(report).decode())
    content = f'{_HEAD}<data xmlns="{_NAMESPACE}">{escape(json)}</data>'.encode()
    data = file.add("customXml/item1.xml", "application/xml", content)
    schema = tag("ds:schemaRefs", {}, tag("ds:schemaRef", {"ds:uri": _NAMESPACE}))
    item = tag("ds:datastoreItem", {"xmlns:ds": _STORE, "ds:itemID": _IDENTITY}, schema)
    properties = file.add("customXml/itemProps1.xml", _STORE_TYPE, f"{_HEAD}{item}".encode())
    file.relate(DOCUMENT, data, "customXml")
    file.relate(data, properties, f"{NAMESPACES['r']}/customXmlProps")


def _short(words: str) -> str:
    line = one_line(words)
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
