"""Fills the parts of the file: text, styles, lists, properties."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from ppid_core.report import Report
from ppid_exporters.docx.markup import Xml, rooted
from ppid_exporters.layout.character import one_line

if TYPE_CHECKING:
    from docx.document import Document
    from docx.opc.part import Part
    from docx.oxml.xmlchemy import BaseOxmlElement

LANGUAGES = {"id": "id-ID", "en": "en-GB"}
LONGEST_PROPERTY = 255
UNKNOWN_DAY = datetime(1980, 1, 1, tzinfo=UTC)
OF_LETTERHEADS = frozenset({"Normal", "Header", "Footer", "DefaultParagraphFont", "TableNormal"})
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
        if _read(style, "styleId") in OF_LETTERHEADS & known:
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
        datetime(day.year, day.month, day.day, tzinfo=UTC) if day else UNKNOWN_DAY
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
    return line if len(line) <= LONGEST_PROPERTY else f"{line[: LONGEST_PROPERTY - 1]}…"
