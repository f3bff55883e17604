from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from ppid_core.intake import Intake, load

LAPORAN = "kunci,isi\ntahun,2020\n"


@pytest.fixture
def report(tmp_path: Path) -> Callable[..., Intake]:
    """Return a function that writes tables beside a `laporan` for 2020 and loads the folder."""

    def written(*, keys: str = "", **tables: str | bytes) -> Intake:
        for name, content in {"laporan": LAPORAN + keys, **tables}.items():
            encoded = content if isinstance(content, bytes) else content.encode()
            (tmp_path / f"{name}.csv").write_bytes(encoded)
        return load(tmp_path)

    return written
