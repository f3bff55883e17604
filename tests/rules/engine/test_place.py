"""A row keeps its key wherever it is looked up."""

from __future__ import annotations

import pytest

from ppid_core.model import Request
from ppid_core.rules.engine.place import keyed, row_key
from ppid_core.source import Source


@pytest.mark.parametrize(
    ("source", "key"),
    [
        (None, "request:#2"),
        (Source(file="permohonan.csv"), "request:#2"),
        (Source(file="permohonan.csv", row=5), "request:permohonan.csv#5"),
        (Source(file="buku.xlsx", sheet="Isi", row=5), "request:buku.xlsx[Isi]#5"),
        (Source(file="buku.xlsx", sheet="Isi"), "request:#2"),
    ],
)
def test_the_key_of_a_row_is_its_place_else_its_position(source: Source | None, key: str) -> None:
    row = Request(source=source)

    assert list(keyed("request", (Request(), row))) == [("request:#1", Request()), (key, row)]
    assert row_key("request", row, 2) == key
