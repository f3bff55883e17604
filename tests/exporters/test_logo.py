"""A logo that nobody can read is told, and stops no document."""

from __future__ import annotations

import io

import pytest
from attrs import evolve
from PIL import Image
from tests.exporters import small

from ppid_core.plugins import Exporter
from ppid_core.report import Report
from ppid_exporters.docx import DocxExporter
from ppid_exporters.html import HtmlExporter
from ppid_exporters.pdf import PdfExporter

FORMATS = (DocxExporter(), HtmlExporter(), PdfExporter())


def with_logo(content: bytes) -> Report:
    report = small.report()
    return evolve(report, cover=evolve(report.cover, logo=content))


def picture() -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (4, 4), "#123B5D").save(file, "PNG")
    return file.getvalue()


@pytest.mark.parametrize("exporter", FORMATS, ids=lambda exporter: exporter.name)
def test_logo_that_is_no_picture_is_told(exporter: Exporter) -> None:
    (artifact,) = exporter.export(with_logo(b"bukan gambar"))

    assert "Berkas logo tidak terbaca sebagai gambar; sampul dicetak tanpa logo." in artifact.notes


@pytest.mark.parametrize("exporter", FORMATS, ids=lambda exporter: exporter.name)
def test_logo_that_is_a_picture_needs_no_word(exporter: Exporter) -> None:
    (artifact,) = exporter.export(with_logo(picture()))

    assert not [note for note in artifact.notes if "logo" in note]
