"""The kit catches each wrong importer, by the promise that the table names, and by no other."""

from __future__ import annotations

import pytest
from tests.testing import nested
from tests.testing.mutants import IMPORTERS, ImporterMutant
from tests.testing.nursery import nursery

# No other test asks what the contract of importers promises.
pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("mutant_importers")]

IMPORTER = """
class {name}(ImporterContract):
    broken = 8

    @pytest.fixture
    def importer(self):
        return {mutant}.make()

    @pytest.fixture
    def sample(self, tmp_path):
        path = tmp_path / "contoh.kasus"
        path.write_text(importers.SAMPLE, "utf-8")
        return path

    @pytest.fixture
    def rows(self):
        return importers.ROWS

    @pytest.fixture
    def flaw(self, tmp_path):
        path = tmp_path / "cacat.kasus"
        path.write_text(importers.FLAWED, "utf-8")
        return path, *importers.FLAW_AT
"""


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> nested.Results:
    with nursery():
        return nested.run(
            tmp_path_factory.mktemp("importers"), nested.contracts(IMPORTER, "IMPORTERS", len(IMPORTERS))
        )


def test_the_right_importer_breaks_no_promise(results: nested.Results) -> None:
    assert frozenset() == results.broken_by("TestRight")


@pytest.mark.parametrize("mutant", IMPORTERS, ids=lambda mutant: mutant.name)
def test_a_wrong_importer_is_caught_by_the_promise_it_breaks(
    mutant: ImporterMutant, results: nested.Results
) -> None:
    assert mutant.caught_by == results.broken_by(f"Test{IMPORTERS.index(mutant)}")
