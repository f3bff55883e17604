"""The kit catches each wrong exporter, by the promise that the table names, and by no other."""

from __future__ import annotations

import pytest
from tests.testing import nested
from tests.testing.mutants import EXPORTERS, ExporterMutant
from tests.testing.nursery import nursery

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("mutant_exporters")]

EXPORTER = """
class {name}(ExporterContract):
    rows = {mutant}.rows

    @pytest.fixture
    def exporter(self):
        return {mutant}.make()

    @pytest.fixture
    def reader(self):
        return {mutant}.reader
"""


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> nested.Results:
    with nursery():
        return nested.run(
            tmp_path_factory.mktemp("exporters"), nested.contracts(EXPORTER, "EXPORTERS", len(EXPORTERS))
        )


def test_the_right_exporter_breaks_no_promise(results: nested.Results) -> None:
    assert frozenset() == results.broken_by("TestRight")


@pytest.mark.parametrize("mutant", EXPORTERS, ids=lambda mutant: mutant.name)
def test_a_wrong_exporter_is_caught_by_the_promise_it_breaks(
    mutant: ExporterMutant, results: nested.Results
) -> None:
    assert mutant.caught_by == results.broken_by(f"Test{EXPORTERS.index(mutant)}")
