"""Opens the Word file as a reader of it does: by python-docx, or as XML."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from xml.etree.ElementTree import Element, fromstring

from docx import Document
from docx.document import Document as Opened

from ppid_core.report import Block, Meta, Report, Section
from ppid_exporters.docx import DocxExporter

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def exported(report: Report, exporter: DocxExporter | None = None) -> bytes:
    (artifact,) = (exporter or DocxExporter()).export(report)
    return artifact.content


def opened(content: bytes) -> Opened:
    return Document(io.BytesIO(content))


def part(content: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read(name)


def names(content: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.namelist()


def body(content: bytes) -> Element:
    found = fromstring(part(content, "word/document.xml")).find(f"{W}body")  # noqa: S314  our own bytes
    assert found is not None
    return found


def said(element: Element) -> str:
    """Return the characters of an element, line breaks and tabs included."""
    signs = {f"{W}br": "\n", f"{W}tab": "\t"}
    return "".join(one.text or "" if one.tag == f"{W}t" else signs.get(one.tag, "") for one in element.iter())


def styled(content: bytes, *styles: str) -> Iterator[Element]:
    """Yield the paragraphs of these styles, in tables, too."""
    for paragraph in body(content).iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        if style is not None and style.get(f"{W}val") in styles:
            yield paragraph


def of(*blocks: Block, **meta: str) -> Report:
    section = Section(key="s", label="BAB I", title="Bagian", blocks=blocks)
    return Report(meta=Meta(**{"title": "Judul", **meta}), sections=(section,))  # type: ignore[arg-type]  # fields of Meta by name
