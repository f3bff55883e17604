"""Reads the figures of a report from the data package that is its CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from ppid_core.language import Lang
from ppid_core.model import Measure
from ppid_core.plugins import Artifact
from ppid_core.testing.readers.figures import Figure, Read, gathered

_FIGURES = "angka.csv"
_MEASURES: Mapping[str, Measure] = {str(measure): measure for measure in Measure}


def read_csv(artifacts: Iterable[Artifact], lang: Lang = "id") -> dict[Measure, Figure]:  # noqa: ARG001  as every reader
    """Return the figures of the table that has one a row.

    >>> from ppid_core import export, load_plugins
    >>> from ppid_core.model import Measure
    >>> from ppid_core.testing import read_csv, samples
    >>> read_csv(export(samples.composed(samples.small()), "csv", load_plugins()))[Measure.REQUESTS_TOTAL]
    Decimal('3')
    """
    return gathered(
        read for artifact in artifacts if artifact.name == _FIGURES for read in _figures(artifact)
    )


def _figures(artifact: Artifact) -> Iterator[Read]:
    text = io.StringIO(artifact.content.decode("utf-8-sig"), newline="")
    for row in csv.DictReader(text):
        measure = _MEASURES.get(_path(row))
        if measure is not None and row["value"]:
            yield measure, Decimal(row["value"])


def _path(row: Mapping[str, str]) -> str:
    """Return the path of a figure in the summary JSON."""
    if not row["dimension"]:
        return row["measure"]
    group = row["measure"].rpartition(".")[0]
    return "" if row["second_dimension"] else f"{group}.by_{row['dimension']}.{row['category']}"
