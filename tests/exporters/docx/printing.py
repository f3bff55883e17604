"""Prints the Word file as LibreOffice does, which shares neither code nor metrics with the exporter."""

from __future__ import annotations

import fcntl
import shutil
import subprocess
from collections.abc import Mapping
from contextlib import ExitStack
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

import pikepdf
import pytest
from attrs import frozen

PROGRAMS = ("soffice", "pdftotext")
needs_printing = pytest.mark.skipif(
    any(shutil.which(program) is None for program in PROGRAMS),
    reason="LibreOffice or poppler-utils is not installed",
)


_DESTINATIONS = '{"ExportBookmarksToPDFDestination":{"type":"boolean","value":"true"}}'


@frozen(kw_only=True)
class Press:
    """Where Word files are printed, each once, whichever test of whichever process asks first.

    Attributes:
        folder: what the processes of a run share.
    """

    folder: Path

    def printed(self, *contents: bytes) -> tuple[Path, ...]:
        """Return what LibreOffice, started once, makes of each file: a PDF with bookmarks as destinations."""
        pdfs = {self.folder / f"{sha256(content).hexdigest()}.pdf": content for content in contents}
        with ExitStack() as locks:
            for pdf in sorted(pdfs):
                lock = locks.enter_context(pdf.with_suffix(".lock").open("w"))
                fcntl.flock(lock, fcntl.LOCK_EX)
            if missing := {pdf: content for pdf, content in pdfs.items() if not pdf.exists()}:
                _print(missing, self.folder)
        return tuple(pdfs)

    def pages(self, *contents: bytes) -> list[list[str]]:
        """Return the text of each page of each file, laid out as it stands there."""
        return [_pages(pdf) for pdf in self.printed(*contents)]


def _print(files: Mapping[Path, bytes], folder: Path) -> None:
    with TemporaryDirectory(dir=folder) as name:
        home = Path(name)
        for pdf, content in files.items():
            (home / pdf.with_suffix(".docx").name).write_bytes(content)
        profile = f"-env:UserInstallation={(home / 'profile').as_uri()}"
        kind = f"pdf:writer_pdf_Export:{_DESTINATIONS}"
        command = ("soffice", profile, "--headless", "--convert-to", kind, "--outdir", name)
        subprocess.run(
            [*command, *map(str, home.glob("*.docx"))], check=True, capture_output=True, timeout=180
        )
        for pdf in files:
            (home / pdf.name).rename(pdf)


def _pages(pdf: Path) -> list[str]:
    reading = ("pdftotext", "-layout", str(pdf), "-")
    run = subprocess.run(reading, check=True, capture_output=True, text=True)
    return run.stdout.removesuffix("\f").split("\f")


def bookmarked_pages(pdf: Path) -> dict[str, int]:
    """Return on which page of a PDF each bookmark stands, counted from 0; LibreOffice writes _ as 5F."""
    with pikepdf.open(pdf) as document:
        numbers = {page.obj.objgen: at for at, page in enumerate(document.pages)}
        found = document.Root["/Dests"].items()
        return {name.removeprefix("/").replace("5F", "_"): numbers[place[0].objgen] for name, place in found}
