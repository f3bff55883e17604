"""Headings of programs that nobody has looked at are read by their words, told by their cells, or asked."""

from __future__ import annotations

import pytest

from ppid_core.intake import Intake, from_rows
from ppid_core.model import AccessKind, ApplicantClass, Outcome, Period
from ppid_core.summary import listed

Rows = list[dict[str, object]]


def read(rows: Rows, table: str = "permohonan") -> Intake:
    return from_rows({"laporan": [{"kunci": "tahun", "isi": 2024}], table: rows})


def told(intake: Intake) -> str:
    return "\n".join(note.message.id for note in intake.notes)


def test_what_is_read_by_its_words_is_told() -> None:
    intake = read([{"submitted_at": "2024-02-01", "channel": "website", "requested_information": "Data"}])

    (row,) = listed(intake.year.requests)
    assert intake.problems == ()
    assert (row.period, row.subject) == (Period(2024, 2, 1), "Data")
    assert 'judul kolom dibaca menurut kata-katanya: "submitted_at" = tanggal' in told(intake)


@pytest.mark.parametrize(
    ("cells", "why"),
    [
        (("081234567890", "+62 812-3456-7890"), "data pribadi"),
        (("a@contoh.id", "b.c@contoh.go.id"), "data pribadi"),
        (("3276010101010001",), "data pribadi"),
        (("https://contoh.id/a", "uploads/2024/b.pdf"), "berkas"),
        (("9b2f6c1e-0d3a-4b52-9c71-5d2f0a1b3c4d",), "keperluan program"),
    ],
)
def test_a_column_of_nothing_but_numbers_of_persons_files_or_keys_is_passed_over(
    cells: tuple[str, ...], why: str
) -> None:
    intake = read([{"kanal": "email", "X9": cell} for cell in cells])

    assert intake.problems == ()
    assert f'"X9" ({why}' in told(intake)


@pytest.mark.parametrize(
    "cells",
    [("081234567890", "Data"), ("a@contoh.id menunggu",), ("3276019901010001",), ("laporan",), ("1", "2")],
)
def test_a_column_of_which_one_cell_says_anything_else_is_asked_about(cells: tuple[str, ...]) -> None:
    intake = read([{"kanal": "email", "X9": cell} for cell in cells])

    assert [problem.source.column for problem in intake.problems] == ["X9"]


def test_a_column_that_is_blank_loses_nothing_and_is_told_but_a_slip_of_ours_is_asked_about() -> None:
    intake = read([{"kanal": "email", "X9": "", "keputsan": ""}])

    assert '"X9" (kosong di semua baris)' in told(intake)
    assert [problem.source.column for problem in intake.problems] == ["keputsan"]


def test_what_says_more_of_a_column_is_passed_over_beside_that_alone() -> None:
    beside = read([{"pekerjaan": "lainnya", "pekerjaan_lainnya": "Nelayan"}])
    alone = read([{"kanal": "email", "pekerjaan_lainnya": "Nelayan"}])

    assert beside.problems == ()
    assert '"pekerjaan_lainnya" (penjelas kolom lain)' in told(beside)
    assert [problem.source.column for problem in alone.problems] == ["pekerjaan_lainnya"]


def test_what_is_of_another_register_is_passed_over_unless_it_may_be_ours() -> None:
    request = read([{"kanal": "email", "tanggal_sengketa": "2024-05-01", "status_keberatan": "baru"}])
    dated = read([{"nomor": "K-1", "tanggal": "2024-05-02", "tanggal_permohonan": "2024-02-01"}], "keberatan")
    undated = read([{"nomor": "K-1", "tanggal_permohonan": "2024-02-01"}], "keberatan")

    assert (request.problems, dated.problems) == ((), ())
    assert '"tanggal_sengketa" (termasuk register sengketa)' in told(request)
    assert '"tanggal_permohonan" (termasuk register permohonan)' in told(dated)
    assert [problem.source.column for problem in undated.problems] == ["tanggal_permohonan"]


def test_of_two_columns_that_a_heading_may_be_its_cells_tell_which() -> None:
    persons = read([{"tipe_permohonan": "Individu"}, {"tipe_permohonan": "Badan Hukum"}])
    ways = read([{"tipe_permohonan": "melihat"}, {"tipe_permohonan": "salinan"}])
    neither = read([{"tipe_permohonan": "biasa"}, {"tipe_permohonan": "melihat"}])

    assert [row.applicant_class for row in listed(persons.year.requests)] == [
        ApplicantClass.INDIVIDUAL,
        ApplicantClass.ORGANISATION,
    ]
    assert [row.access for row in listed(ways.year.requests)] == [AccessKind.SEE, AccessKind.COPY]
    assert [problem.source.column for problem in neither.problems] == ["tipe_permohonan"]


def test_an_answer_that_says_the_outcome_is_not_passed_over_as_prose() -> None:
    prose = read([{"kanal": "email", "tanggapan": "Data kami lampirkan."}])
    outcome = read([{"kanal": "email", "tanggapan": word} for word in ("ditinjau", "ditolak", "selesai x")])

    assert prose.problems == ()
    assert [problem.source.column for problem in outcome.problems] == ["tanggapan"]


def test_a_word_that_is_read_by_its_key_words_is_told_once() -> None:
    intake = read([{"status": "Approved by admin"}, {"status": "Approved by admin"}, {"status": "processed"}])

    assert intake.problems == ()
    assert told(intake).count("dibaca sebagai dikabulkan seluruhnya") == 1
    assert "dibaca sebagai masih diproses; bila maksudnya sudah selesai, tulis demikian" in told(intake)


def test_a_status_that_names_an_objection_leaves_the_outcome_unrecorded_and_says_so() -> None:
    intake = read([{"status": "Proses Keberatan"}, {"status": "ditolak"}])

    assert intake.problems == ()
    assert [row.outcome for row in listed(intake.year.requests)] == [None, Outcome.REFUSED]
    assert '"Proses Keberatan" menyebut keberatan, bukan hasil permohonan' in told(intake)
