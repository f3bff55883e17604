"""What programs keep for themselves is passed over and told; what a report may need is not."""

from __future__ import annotations

import pytest

from ppid_core.glossary.nobody import gives_way, is_nobodys
from ppid_core.intake import Intake, from_rows
from ppid_core.intake.tables import TABLES
from ppid_core.model import Period
from ppid_core.summary import listed


def read(row: dict[str, object]) -> Intake:
    return from_rows({"laporan": [{"kunci": "tahun", "isi": 2024}], "permohonan": [row]})


@pytest.mark.parametrize(
    "heading", ["id", "user_id", "ID Pemohon", "Foto KTP", "updated_at", "file_permohonan", "token"]
)
def test_keys_files_and_stamps_are_nobodys(heading: str) -> None:
    assert is_nobodys(heading)


@pytest.mark.parametrize(
    "heading", ["deleted_at", "isDeleted", "Nomor ID", "Tanggal upload", "Status file", "Perihal", ""]
)
def test_what_may_be_a_row_that_is_deleted_a_number_a_day_or_a_status_is_not(heading: str) -> None:
    assert not is_nobodys(heading)


def test_no_accepted_spelling_of_a_register_is_passed_over() -> None:
    for spec in (spec for spec in TABLES if spec.cases):
        row = dict.fromkeys([column.name for column in spec.columns], "")

        notes = from_rows({"laporan": [{"kunci": "tahun", "isi": 2024}], spec.name: [row]}).notes

        assert not any("tidak diperlukan laporan" in note.message.id for note in notes)


def test_what_is_passed_over_is_told() -> None:
    intake = read({"id": "7", "kanal": "website", "foto_ktp": "a.jpg"})

    assert intake.problems == ()
    assert [note.message.id for note in intake.notes] == [
        'permohonan: kolom yang tidak diperlukan laporan tidak dibaca: "foto_ktp", "id".'
    ]


def test_the_stamp_of_a_program_is_the_day_of_receipt_only_where_no_other_day_is() -> None:
    both: dict[str, object] = {"created_at": "2024-03-01 08:00:00", "tanggal": "2024-02-01"}

    (typed,) = listed(read(both).year.requests)
    (stamped,) = listed(read({"created_at": "2024-03-01 08:00:00"}).year.requests)

    assert gives_way("created_at")
    assert read(both).problems == ()
    assert (typed.period, stamped.period) == (Period(2024, 2, 1), Period(2024, 3, 1))
