"""JSON: the year, its figures and what was found, for other programs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import ClassVar

from attrs import evolve, frozen

from ppid_core import unstructure
from ppid_core.plugins import Artifact
from ppid_core.report import Report

NAME = "laporan.json"
"""What the data are called inside a document."""


@frozen(kw_only=True)
class JsonExporter:
    """The report's data as one JSON file (RFC 8259); reads back to the same year.

    Attributes:
        indent: spaces for each level.
    """

    name: str = "json"
    label: str = "JSON (data untuk program lain)"
    label_en: ClassVar[str] = "JSON (data for other programs)"
    indent: int = 2

    def export(self, report: Report, /) -> Iterator[Artifact]:
        """Yield ``laporan.json``, or by the name of another document."""
        data = unstructure(report)
        written = json.dumps(data, ensure_ascii=False, indent=self.indent, allow_nan=False)
        # A lone surrogate, which UTF-8 cannot hold, becomes the escape that JSON has for it.
        content = f"{written}\n".encode("utf-8", "backslashreplace")
        yield Artifact(name=f"{report.meta.stem}.json", media_type="application/json", content=content)


def carried(report: Report) -> bytes:
    """Return the data of a report as JSON (RFC 8259), UTF-8 on one line, without personal data."""
    public = evolve(report, meta=evolve(report.meta, edition="public"))
    written = json.dumps(unstructure(public), ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return written.encode("utf-8", "backslashreplace")
