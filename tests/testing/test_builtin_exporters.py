"""Every built-in exporter keeps the contract of strangers' exporters; one that joins is covered at once."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from ppid_core.plugins import Exporter
from ppid_core.testing import ExporterContract, read_csv, read_html, read_json, read_markdown
from ppid_core.testing.contract.exporter import Reader
from ppid_exporters.hooks import ppid_register_exporters

pytestmark = pytest.mark.slow

BUILT_IN = tuple(ppid_register_exporters())
CONTRACTS = {
    path.parent.name: path.read_text("utf-8")
    for path in (Path(__file__).parents[1] / "exporters").glob("*/test_contract.py")
}
"""The contracts of formats that need more fixtures, each in the folder of its format: not kept here again."""

READERS: Mapping[str, Reader | None] = {
    "csv": read_csv,
    "html": read_html,
    "json": read_json,
    "markdown": read_markdown,
}
"""The way from the files of a format back to its figures; None where nobody can read them back."""


class TestBuiltIn(ExporterContract):
    """The contract, asked of each format in turn.

    Of 3,000 rows, as the PDF.
    """

    rows = 3_000

    @pytest.fixture(
        params=[exporter for exporter in BUILT_IN if exporter.name not in CONTRACTS],
        ids=lambda exporter: exporter.name,
    )
    def exporter(self, request: pytest.FixtureRequest) -> Exporter:
        """The exporter under test."""
        made: Exporter = request.param
        return made

    @pytest.fixture
    def reader(self, exporter: Exporter) -> Reader | None:
        """The way back from its files to figures."""
        return READERS.get(exporter.name)


@pytest.mark.parametrize("exporter", BUILT_IN, ids=lambda exporter: exporter.name)
def test_of_every_format_it_is_said_how_its_figures_are_read_back(exporter: Exporter) -> None:
    assert (exporter.name in READERS) != (exporter.name in CONTRACTS)


@pytest.mark.parametrize("name", CONTRACTS)
def test_contract_of_its_own_is_that_of_the_kit_with_a_reader(name: str) -> None:
    assert "(ExporterContract)" in CONTRACTS[name]
    assert "def reader(" in CONTRACTS[name]
