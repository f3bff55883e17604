from __future__ import annotations

import pytest

from ppid_core.report import Meta, Report


@pytest.fixture
def report() -> Report:
    return Report(meta=Meta(title="Laporan"))
