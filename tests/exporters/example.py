"""The examples and an invented city, made once in each process: as a report, and as the Word file of it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from tests.exporters import invented

from ppid_core import Dossier, Report
from ppid_exporters.docx import DocxExporter

EXAMPLES = Path(__file__).parents[2] / "examples"
INVENTED = "kota rekaan"


@cache
def dossier(name: str) -> Dossier:
    """Return the year of an example, or of the invented city."""
    return Dossier.from_rows(invented.rows()) if name == INVENTED else Dossier.open(EXAMPLES / name)


@cache
def report(name: str) -> Report:
    """Return its report."""
    return dossier(name).report()


@cache
def word_file(name: str) -> bytes:
    """Return its report as a Word file."""
    (artifact,) = DocxExporter().export(report(name))
    return artifact.content
