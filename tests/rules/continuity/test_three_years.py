"""Three years of one city, two OPD of which merge: each rule tells of its own fault, and of nothing else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from tests.three_years import city, tables_of

from ppid_core import Dossier, check

FAULTS: Mapping[str, Mapping[str, Sequence[Mapping[str, Any]]]] = {
    "Y102": {"rekap": [{"apa": "permohonan", "tahun": 2023, "jumlah": 99}]},
    "Y103": {"anggaran": []},
    "Y104": {"opd": [{"kode": "D1", "nama": "Dinas Contoh Kesehatan", "singkatan": "Dinkes"}]},
    "Y105": {"anggaran": [{"sumber": "APBD", "alokasi": 510_000_000}]},
    "Y106": {"rekomendasi": [{"uraian": "Memperbarui laman"}]},
    "Y107": {"sengketa": [{"nomor": "001/PS/2024", "tanggal": "2024-03-04"}]},
    "Y108": {"naskah": tables_of(2023)["naskah"]},
}
"""Of each rule, a table of 2024 as it makes the rule speak; the year opens wrongly by itself (Y101)."""
DISPUTE = {"nomor": "004/PS/2023", "tanggal": "2023-12-05"}


def codes(work: Dossier) -> list[str]:
    return [finding.code for finding in check(work.evidence, select=["Y"]).findings]


@pytest.mark.parametrize("code", FAULTS)
def test_each_rule_tells_of_its_fault_in_the_last_year_and_of_nothing_else(code: str) -> None:
    disputed = {**tables_of(2023), "sengketa": [DISPUTE]}
    previous = Dossier.from_rows(disputed, previous=[city(2022)])
    carried = {**tables_of(2024), "sengketa": [DISPUTE | {"bawaan": "2023"}]}

    assert codes(Dossier.from_rows(carried, previous=[previous])) == ["Y101"]
    assert codes(Dossier.from_rows({**carried, **FAULTS[code]}, previous=[previous])) == ["Y101", code]
