"""Documents that we wrote carry their data: a page, Word file or PDF reads as the folder it came from."""

from __future__ import annotations

from ppid_core.intake.files.carried.importers import DocxImporter, HtmlImporter, PdfImporter

__all__ = ["DocxImporter", "HtmlImporter", "PdfImporter"]
