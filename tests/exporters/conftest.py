"""The press of a run: a Word file that several tests look at is printed once."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.exporters.docx.printing import Press


@pytest.fixture(scope="session")
def press(shared: Path) -> Press:
    """Return the press that all processes of a run share."""
    return Press(folder=shared)
