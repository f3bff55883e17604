"""What programs keep for themselves is passed over and told; what a report may need is not."""

from __future__ import annotations

import pytest

from ppid_core.glossary.nobody import marks_deletion, why_nobodys
from ppid_core.intake import Intake, from_rows
from ppid_core.intake.tables import TABLES
from ppid_core.model import Period
from ppid_core.summary import listed


def read(row: dict[str, object]) -> Intake:
    return from_rows({"laporan": [{"kunci": "tahun", "isi": 2024}], "permohonan": [row]})


@pytest.mark.parametrize(
    "heading",
    [
        "id",
        "user_id",
        "ID Pemohon",
        "Foto KTP",
        "updated_at",
        "file_permohonan",
        "token",
        "created_by",
        "ditangani_oleh",
        "Batas Waktu",
        "diputuskan_oleh",
        "id_user_minta",
        "email_verified_at",
        "privacy_status",
        "alasan_batal",
        "tempat_mendapatkan_salinan",
        "jawaban_informasi",
        "tgl_jatuh_tempo",
    ],
)
def test_keys_files_and_stamps_are_nobodys(heading: str) -> None:
    assert why_nobodys(heading) is not None


@pytest.mark.parametrize(
    "heading",
    [
        "deleted_at",
        "isDeleted",
        "Nomor ID",
        "id_status",
        "dikirim_at",
        "requested_by",
        "catatan_penolakan",
        "dokumen_diminta",
        "alasan_tolak",
        "Tanggal upload",
        "Status file",
        "Perihal",
        "",
        "diajukan oleh",
        "dikuasai oleh",
        "oleh",
    ],
)
def test_what_may_be_a_row_that_is_deleted_a_number_a_day_or_a_status_is_not(heading: str) -> None:
    assert why_nobodys(heading) is None


def test_no_accepted_spelling_of_a_register_is_passed_over() -> None:
    for spec in (spec for spec in TABLES if spec.cases):
        row = dict.fromkeys([column.name for column in spec.columns], "")

        notes = from_rows({"laporan": [{"kunci": "tahun", "isi": 2024}], spec.name: [row]}).notes

        assert not any("tidak diperlukan laporan" in note.message.id for note in notes)


def test_what_is_passed_over_is_told() -> None:
    intake = read({"id": "7", "kanal": "website", "foto_ktp": "a.jpg"})

    assert intake.problems == ()
    (note,) = intake.notes
    assert note.message.id == (
        'permohonan: kolom yang tidak diperlukan laporan tidak dibaca: "foto_ktp" (berkas);'
        ' "id" (keperluan program).'
    )


def test_the_stamp_of_a_program_is_the_day_of_receipt_only_where_no_other_day_is() -> None:
    both: dict[str, object] = {"created_at": "2024-03-01 08:00:00", "tanggal": "2024-02-01"}

    (typed,) = listed(read(both).year.requests)
    (stamped,) = listed(read({"created_at": "2024-03-01 08:00:00"}).year.requests)

    assert read(both).problems == ()
    assert (typed.period, stamped.period) == (Period(2024, 2, 1), Period(2024, 3, 1))


def test_a_trait_that_a_register_has_a_column_for_is_read_and_elsewhere_passed_over() -> None:
    intake = from_rows(
        {
            "laporan": [{"kunci": "tahun", "isi": 2024}],
            "permohonan": [{"kanal": "website", "jenis_kelamin": "P"}],
            "keberatan": [{"nomor": "K-1", "jenis_kelamin": "P"}],
        }
    )

    assert intake.problems == ()
    assert 'keberatan: kolom yang tidak diperlukan laporan tidak dibaca: "jenis_kelamin" (data pribadi' in (
        "\n".join(note.message.id for note in intake.notes)
    )
    (row,) = listed(intake.year.requests)
    assert row.applicant is not None
    assert row.applicant.sex == "perempuan"


def test_a_mark_of_deletion_is_passed_over_only_where_no_row_bears_one() -> None:
    unused = read({"kanal": "website", "deleted_at": "", "isDeleted": "0"})
    used = read({"kanal": "website", "deleted_at": "2024-03-01 08:00:00"})

    assert marks_deletion("deleted_at")
    assert unused.problems == ()
    (problem,) = used.problems
    assert problem.source.column == "deleted_at"
    assert "menandai baris yang dihapus" in problem.message.id


def test_another_person_is_passed_over_beside_the_applicant_alone() -> None:
    beside = read({"nama": "Pemohon 1", "alamat_pengguna": "Jalan Contoh"})
    alone = read({"kanal": "website", "alamat_pengguna": "Jalan Contoh"})

    assert beside.problems == ()
    assert '"alamat_pengguna" (data orang selain pemohon)' in beside.notes[0].message.id
    assert [problem.source.column for problem in alone.problems] == ["alamat_pengguna"]
    assert read({"kanal": "website", "nama_kuasa": "Pemohon 2", "pekerjaan_kuasa": "Advokat"}).problems == ()
