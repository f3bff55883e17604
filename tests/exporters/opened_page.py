"""A page as it is exported, and as a browser reads it."""

from __future__ import annotations

from xml.etree.ElementTree import Element

import html5lib

from ppid_core.report import Report
from ppid_exporters.html import HtmlExporter


def exported(report: Report, exporter: HtmlExporter | None = None) -> str:
    (artifact,) = (exporter or HtmlExporter()).export(report)
    assert (f"{report.meta.stem}.html", "text/html") == (artifact.name, artifact.media_type)
    return artifact.content.decode()


def parsed(page: str) -> Element:
    """Return the page; any error of its markup raises."""
    document: Element = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page)
    return document


def said(element: Element) -> str:
    return "".join(element.itertext())


def classed(document: Element, name: str) -> list[Element]:
    """Return the elements of a class, in the order of the page."""
    return [one for one in document.iter() if name in one.attrib.get("class", "").split()]
