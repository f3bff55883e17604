"""The contract of exporters, asked of the PDF; an independent program reads its text."""

from __future__ import annotations

import re
import shutil
import subprocess

import pytest

from ppid_core.plugins import Artifact
from ppid_core.testing import ExporterContract
from ppid_core.testing.contract.exporter import Reader
from ppid_core.testing.contract.view import Characters
from ppid_core.testing.readers.pdf import read_pdf
from ppid_exporters.pdf import PdfExporter

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        shutil.which("pdftotext") is None, reason="pdftotext (poppler-utils) is not installed"
    ),
]

CODE = re.compile(r"\[U\+([0-9A-F]{4,6})\]")
UNSEEN = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069]")


def characters(artifact: Artifact) -> str:
    """Return what a person reads and copies; a printed code point stands for its character."""
    if artifact.media_type != "application/pdf":
        return artifact.content.decode("utf-8-sig")
    command = ["pdftotext", "-raw", "-nopgbrk", "-", "-"]
    run = subprocess.run(command, input=artifact.content, capture_output=True, check=True)
    text = UNSEEN.sub("", run.stdout.decode())
    return CODE.sub(lambda code: chr(int(code[1], 16)), " ".join(text.split()))


class TestPdf(ExporterContract):
    """What every exporter promises.

    Of 3,000 rows: sixty pages, and more than the megabyte from which on a file is packed.
    """

    rows = 3_000

    @pytest.fixture
    def exporter(self) -> PdfExporter:
        """The exporter under test."""
        return PdfExporter()

    @pytest.fixture
    def reader(self) -> Reader:
        """The way back from the file to figures."""
        return read_pdf

    @pytest.fixture
    def characters(self) -> Characters:
        """The way from the file to its characters."""
        return characters
