"""The press of a run: a Word file that several tests look at is printed once."""

from __future__ import annotations

import os

import pytest
from tests.exporters.docx.printing import Press


@pytest.fixture(scope="session")
def press(tmp_path_factory: pytest.TempPathFactory) -> Press:
    """Return the press that all processes of a run share."""
    own = tmp_path_factory.getbasetemp()
    return Press(folder=own.parent if "PYTEST_XDIST_WORKER" in os.environ else own)
