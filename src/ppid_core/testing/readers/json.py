"""Reads the figures of a report from its JSON file."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from ppid_core.language import Lang
from ppid_core.model import Measure
from ppid_core.plugins import Artifact
from ppid_core.testing.readers.figures import Figure, Read, gathered


def read_json(artifacts: Iterable[Artifact], lang: Lang = "id") -> dict[Measure, Figure]:  # noqa: ARG001  as every reader
    """Return the figures of the summary: a measure's value is its path.

    >>> from ppid_core import export, load_plugins
    >>> from ppid_core.model import Measure
    >>> from ppid_core.testing import read_json, samples
    >>> read_json(export(samples.composed(samples.small()), "json", load_plugins()))[Measure.REQUESTS_TOTAL]
    Decimal('3')
    """
    return gathered(read for artifact in artifacts for read in _figures(artifact))


def _figures(artifact: Artifact) -> Iterator[Read]:
    summary = json.loads(artifact.content, parse_float=Decimal)["summary"]
    for measure in Measure:
        figure = _at(summary, measure)
        if figure is not None:
            yield measure, Decimal(figure)


def _at(tree: Any, path: str) -> Any:  # noqa: ANN401  JSON
    for step in path.split("."):
        if not isinstance(tree, dict) or step not in tree:
            return None
        tree = tree[step]
    return tree
