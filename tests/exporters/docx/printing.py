"""Prints the Word file as LibreOffice does, which shares neither code nor metrics with the exporter."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pikepdf
import pytest

PROGRAMS = ("soffice", "pdftotext")
needs_printing = pytest.mark.skipif(
    any(shutil.which(program) is None for program in PROGRAMS),
    reason="LibreOffice or poppler-utils is not installed",
)


_DESTINATIONS = '{"ExportBookmarksToPDFDestination":{"type":"boolean","value":"true"}}'


def printed(folder: Path, content: bytes) -> Path:
    """Return the PDF that LibreOffice makes of a Word file, with its bookmarks as destinations."""
    (folder / "laporan.docx").write_bytes(content)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    kind = f"pdf:writer_pdf_Export:{_DESTINATIONS}"
    command = ("soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(folder))
    subprocess.run([*command, str(folder / "laporan.docx")], check=True, capture_output=True, timeout=180)
    return folder / "laporan.pdf"


def printed_pages(folder: Path, content: bytes) -> list[str]:
    """Return the text of each page, laid out as it stands there."""
    reading = ("pdftotext", "-layout", str(printed(folder, content)), "-")
    run = subprocess.run(reading, check=True, capture_output=True, text=True)
    return run.stdout.removesuffix("\f").split("\f")


def bookmarked_pages(pdf: Path) -> dict[str, int]:
    """Return on which page of a PDF each bookmark stands, counted from 0; LibreOffice writes _ as 5F."""
    with pikepdf.open(pdf) as document:
        numbers = {page.obj.objgen: at for at, page in enumerate(document.pages)}
        found = document.Root["/Dests"].items()
        return {name.removeprefix("/").replace("5F", "_"): numbers[place[0].objgen] for name, place in found}
