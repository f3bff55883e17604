"""Prints the Word file as LibreOffice does, which shares neither code nor metrics with the exporter."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

PROGRAMS = ("soffice", "pdftotext")
needs_printing = pytest.mark.skipif(
    any(shutil.which(program) is None for program in PROGRAMS),
    reason="LibreOffice or poppler-utils is not installed",
)


def printed_pages(folder: Path, content: bytes) -> list[str]:
    """Return the text of each page, laid out as it stands there."""
    (folder / "laporan.docx").write_bytes(content)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder))
    subprocess.run([*command, str(folder / "laporan.docx")], check=True, capture_output=True, timeout=180)
    reading = ("pdftotext", "-layout", str(folder / "laporan.pdf"), "-")
    run = subprocess.run(reading, check=True, capture_output=True, text=True)
    return run.stdout.removesuffix("\f").split("\f")
