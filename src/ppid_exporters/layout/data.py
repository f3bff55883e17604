"""The data that a document carries: what the JSON exporter writes, in the public edition."""

from __future__ import annotations

import json

from attrs import evolve

from ppid_core import unstructure
from ppid_core.report import Report

NAME = "laporan.json"
"""What the data are called inside a document."""


def carried(report: Report) -> bytes:
    """Return the data of a report as JSON (RFC 8259), UTF-8 on one line, without personal data."""
    public = evolve(report, meta=evolve(report.meta, edition="public"))
    written = json.dumps(unstructure(public), ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return written.encode("utf-8", "backslashreplace")
