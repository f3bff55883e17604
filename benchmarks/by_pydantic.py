"""The register as somebody would check it with pydantic: ``python -m benchmarks.by_pydantic FILE``."""

from __future__ import annotations

import csv
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from pydantic import BaseModel, ConfigDict


class Typed(BaseModel):
    """A row of the register."""

    model_config = ConfigDict(extra="allow")
    nomor: str
    tanggal: date
    jenis_pemohon: str
    kanal: str
    opd: str
    keputusan: str
    tanggal_pemberitahuan: date | None
    tanggal_penyerahan: date | None


def typed(register: Path) -> Sequence[Typed]:
    """Return the rows of a file."""
    with register.open(encoding="utf-8", newline="") as file:
        return [
            Typed.model_validate({name: cell or None for name, cell in row.items()})
            for row in csv.DictReader(file)
        ]


if __name__ == "__main__":
    typed(Path(sys.argv[1]))
