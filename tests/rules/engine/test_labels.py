"""What messages call tables and their columns."""

from __future__ import annotations

import pytest

from ppid_core.rules.engine.labels import columns


@pytest.mark.parametrize(
    ("table", "named", "indonesian", "english"),
    [
        ("anggaran", "sumber", "tabel anggaran, kolom sumber", "table anggaran, column sumber"),
        ("laporan", "tahun", "tabel laporan, kunci tahun", "table laporan, key tahun"),
        ("laporan", "tahun badan.nama", "tabel laporan, kunci tahun dan badan.nama", None),
        ("sengketa", "tahap hasil", "tabel sengketa, kolom tahap dan hasil", None),
        ("sdm", "a b c", "tabel sdm, kolom a, b, dan c", "table sdm, columns a, b and c"),
    ],
)
def test_the_report_has_keys_and_every_other_table_columns(
    table: str, named: str, indonesian: str, english: str | None
) -> None:
    told = columns(**{table: named})

    assert told.id == indonesian
    assert english in {None, told.en}
