"""The page of the formats holds every built-in exporter, importer and schema."""

from __future__ import annotations

import re
from typing import Any

import attrs
import pytest
from tests.docs.page import page
from tests.docs.source import constants

from ppid_core.intake import BUILT_IN_IMPORTERS
from ppid_core.plugins import Exporter
from ppid_exporters.hooks import ppid_register_exporters


@pytest.mark.parametrize("exporter", list(ppid_register_exporters()), ids=lambda exporter: exporter.name)
def test_format_has_its_heading_its_media_types_and_a_row_for_each_option(exporter: Exporter) -> None:
    rows = {row[0]: row for row in page("formats.md").rows[exporter.name]}
    kind: Any = type(exporter)

    for entry in attrs.fields(kind):
        if entry.name not in {"name", "label"}:
            assert rows[entry.name][3] != "–", f"the docstring of {kind.__name__} does not say what it is"
    assert any("/" in first for first in rows)
    assert exporter.label in page("formats.md").below(exporter.name)


def test_every_importer_has_its_row() -> None:
    rows = page("formats.md").rows["Input (masukan)"]

    assert [row[0] for row in rows] == [importer.name for importer in BUILT_IN_IMPORTERS]


@pytest.mark.slow
def test_every_schema_has_its_row() -> None:
    named = {text for text in constants() if re.fullmatch(r"ppid-core/[\w/-]+/\d+", text)}

    assert named == {row[1] for row in page("formats.md").rows["JSON (skema)"]}
