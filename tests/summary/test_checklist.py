"""The checklist of standards of service: what tables prove, what is only said, what is not known."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from tests.years import shared_years

from ppid_core import Lawbook, ServiceYear, from_rows
from ppid_core.summary.checklist import ChecklistLine, StandardState, checklist

LAW = Lawbook.load()
PROVEN, SAID, UNKNOWN = StandardState


def lines(year: int = 2024, **tables: list[dict[str, Any]]) -> dict[str, ChecklistLine]:
    report = [{"kunci": "tahun", "isi": str(year)}]
    report += tables.pop("laporan", [])
    return {line.key: line for line in checklist(from_rows({"laporan": report, **tables}).year, LAW)}


def test_without_a_row_nothing_is_known_and_nothing_is_said_to_be_missing() -> None:
    told = lines()

    assert {line.state for line in told.values()} == {UNKNOWN}
    assert len(told) == 7 + 6 + 1 + 4


def test_before_the_law_named_standards_there_is_no_checklist() -> None:
    assert lines(2020, standar=[{"apa": "maklumat"}]) == {}
    assert lines(2021) != {}


def test_rows_of_registers_and_lists_prove_with_their_place() -> None:
    told = lines(
        permohonan=[{"nomor": "1", "kanal": "website", "biaya": "0"}, {"nomor": "2", "kanal": "surel"}],
        keberatan=[{"nomor": "1"}],
        dip=[
            {
                "ringkasan": "Profil",
                "bentuk": "daring",
                "retensi": "5 tahun",
                "tanggal_pemutakhiran": "2024-07-10",
            }
        ],
        dik=[{"informasi": "Rekam medis", "tanggal_uji": "2024-02-17"}],
    )

    assert {key for key, line in told.items() if line.state is PROVEN} == {
        *("standard:requests", "standard:objections", "standard:public_list", "standard:documentation"),
        *("standard:consequence_test", "service:channels", "service:fee"),
    }
    assert [one.told.id for one in told["standard:public_list"].proofs] == [
        "1 entri DIP",
        "DIP terakhir dimutakhirkan 10 Juli 2024",
    ]
    assert [(one.told.id, one.sources[0].row) for one in told["service:channels"].proofs] == [
        ("1 permohonan melalui laman", 2),
        ("1 permohonan melalui surel", 3),
    ]
    (requests,) = told["standard:requests"].proofs
    assert (requests.told.id, [place.row for place in requests.sources]) == ("2 permohonan", [2, 3])


def test_what_is_typed_and_shown_by_nothing_is_only_said() -> None:
    told = lines(
        laporan=[{"kunci": "kanal_ditawarkan", "isi": "website|surel"}],
        standar=[
            {"apa": "maklumat", "isi": "dasar hukum", "nomor": "1/2024", "tempat_diumumkan": "papan|laman"},
            {"apa": "SOP", "isi": "SOP keberatan"},
        ],
        jam_layanan=[{"hari": "Senin s/d Jumat", "buka": "08.00", "tutup": "15.00"}],
    )

    assert {key for key, line in told.items() if line.state is SAID} == {
        *("standard:charter", "charter:legal_basis", "charter:announced", "standard:objections"),
        *("service:procedure", "service:hours", "service:channels"),
    }
    (announced,) = told["charter:announced"].statements
    assert (announced.told.id, [place.row for place in announced.sources]) == ("papan, laman", [2])
    assert told["charter:fee"].state is UNKNOWN


def test_a_picture_of_the_charter_proves_that_there_is_one() -> None:
    told = lines(gambar=[{"judul": "Maklumat pelayanan", "berkas": "gambar/maklumat.png"}])

    assert told["standard:charter"].state is PROVEN
    assert told["charter:fee"].state is UNKNOWN


@pytest.mark.parametrize(
    "picture", [{"judul": "Ruang layanan", "berkas": "gambar/ruang.png"}, {"judul": "Maklumat pelayanan"}]
)
def test_a_picture_of_something_else_or_without_a_file_proves_no_charter(picture: dict[str, str]) -> None:
    assert lines(gambar=[picture])["standard:charter"].state is UNKNOWN


def test_what_requests_cost_is_proven_and_how_many_cost_nothing() -> None:
    rows = [{"nomor": str(at), "biaya": cost} for at, cost in enumerate(("0", "1", "0", "5000", ""))]

    assert [one.told.id for one in lines(permohonan=rows)["service:fee"].proofs] == [
        "biaya tercatat pada 4 baris permohonan; 2 permohonan tanpa biaya"
    ]


def test_a_recorded_zero_proves_nothing() -> None:
    assert lines(permohonan=[{"nomor": "NIHIL"}])["standard:requests"].state is UNKNOWN


def test_totals_alone_prove_that_there_were_cases() -> None:
    told = lines(rekap=[{"apa": "permohonan", "jumlah": "84"}, {"apa": "keberatan", "jumlah": "0"}])

    assert told["standard:requests"].state is PROVEN
    assert told["standard:objections"].state is UNKNOWN


@given(shared_years())
def test_a_line_is_proven_only_by_rows_that_are_there(year: ServiceYear) -> None:
    for line in checklist(year, LAW):
        assert (line.state is UNKNOWN) == (not line.proofs and not line.statements)
        assert all(one.told.id and one.told.en for one in (*line.proofs, *line.statements))
