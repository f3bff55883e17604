"""What the tests of the PDF ask of a file: its pages, its text, its tags."""

from __future__ import annotations

import io
from functools import cache

from pypdf import PdfReader

from ppid_core.plugins import Artifact
from ppid_core.report import Block, Meta, Report, Section
from ppid_core.testing.readers.pdf import Element, structure
from ppid_exporters.pdf import PdfExporter


def exported(report: Report, exporter: PdfExporter | None = None) -> Artifact:
    """Return the one file of the exporter."""
    (artifact,) = (exporter or PdfExporter()).export(report)
    assert (f"{report.meta.stem}.pdf", "application/pdf") == (artifact.name, artifact.media_type)
    return artifact


def reader_of(artifact: Artifact) -> PdfReader:
    return PdfReader(io.BytesIO(artifact.content), strict=True)


@cache
def _tree(content: bytes) -> Element:
    return structure(PdfReader(io.BytesIO(content)))


def tree(artifact: Artifact) -> Element:
    """Return the tags with their text."""
    return _tree(artifact.content)


def said(artifact: Artifact, tag: str) -> list[str]:
    """Return the text of every element of a tag."""
    return [element.text for element in tree(artifact).walk() if element.tag == tag]


def of(*blocks: Block, meta: Meta | None = None) -> Report:
    """Return a document of one chapter with these blocks."""
    chapter = Section(key="s", label="BAB I", title="Bagian", blocks=blocks)
    return Report(meta=meta or Meta(title="Judul", body="Badan"), sections=(chapter,))
