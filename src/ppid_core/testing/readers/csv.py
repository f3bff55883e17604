"""Reads the figures of a report from its CSV files."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from ppid_core.language import Lang
from ppid_core.model import Measure
from ppid_core.plugins import Artifact
from ppid_core.testing.readers.figures import Figure, gathered, plain_number
from ppid_core.testing.readers.table import table_figures


def read_csv(artifacts: Iterable[Artifact], lang: Lang = "id") -> dict[Measure, Figure]:
    """Return the figures of one file for each table."""
    return gathered(
        read
        for artifact in artifacts
        for read in table_figures(_key(artifact), _lines(artifact), plain_number, lang)
    )


def _key(artifact: Artifact) -> str:
    """Return the key of the table: before edition, language and period in the name of its file."""
    return artifact.name.removesuffix(".csv").partition("-")[0]


def _lines(artifact: Artifact) -> list[list[str]]:
    return list(csv.reader(io.StringIO(artifact.content.decode("utf-8-sig"), newline="")))
