"""Headings of other programs: words around the name of a column, and two headings for one column."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppid_core.intake import Intake, from_rows
from ppid_core.intake.affix import Affix, column_named, shared_affix
from ppid_core.intake.recognition import likeness
from ppid_core.intake.tables import TABLES
from ppid_core.intake.tables.spec import TableSpec
from ppid_core.model import (
    AccessKind,
    ApplicantClass,
    Coded,
    Delivery,
    InformationCategory,
    Outcome,
    Request,
    WorkStage,
)
from ppid_core.summary import listed

Row = dict[str, object]


def read(*rows: Row, table: str = "permohonan") -> Intake:
    return from_rows({"laporan": [{"kunci": "tahun", "isi": 2024}], table: list(rows)})


def request(*rows: Row) -> Request:
    intake = read(*rows)
    assert intake.problems == ()
    return listed(intake.year.requests)[0]


def told(intake: Intake) -> str:
    return "\n".join(note.message.id for note in intake.notes)


# A word that most headings share

PLAIN: Row = {
    "nomor": "P-1",
    "tanggal": "2024-02-01",
    "nama": "Pemohon 1",
    "alamat": "Jalan Contoh",
    "rincian_informasi": "Daftar aset",
    "status": "ditolak",
}


@pytest.mark.parametrize(
    "shaped",
    [
        "pi_{}".format,
        "permohonan_{}".format,
        "{}_permohonan".format,
        lambda name: "p" + name.title().replace("_", ""),
        "tbl {}".format,
    ],
)
def test_a_word_that_most_headings_share_is_left_out_and_told(shaped: Callable[[str], str]) -> None:
    row: Row = {shaped(name): value for name, value in PLAIN.items()}

    found = request(row)

    assert found.outcome is Outcome.REFUSED
    assert (found.number, found.subject) == ("P-1", "Daftar aset")
    assert likeness(row).table == likeness(PLAIN).table == "permohonan"


def test_what_is_read_without_a_shared_word_is_told_once() -> None:
    intake = read({f"pi_{name}": value for name, value in PLAIN.items()})

    assert told(intake) == (
        'permohonan: judul kolom dibaca tanpa kata "pi": '
        '"pi_nomor" = nomor, "pi_tanggal" = tanggal, "pi_nama" = nama, "pi_alamat" = alamat, '
        '"pi_rincian_informasi" = informasi, "pi_status" = keputusan.'
    )


def test_a_word_that_says_something_is_never_left_out() -> None:
    """Of days each heading begins so: *tanggal nama* would be a name."""
    days: Row = dict.fromkeys(
        ("tanggal_permohonan", "tanggal_jawab", "tanggal_nama", "tanggal_pekerjaan"), "2024-02-01"
    )

    assert {problem.source.column for problem in read(days).problems} == {"tanggal_nama", "tanggal_pekerjaan"}


def test_a_word_that_few_headings_share_is_kept() -> None:
    intake = read({**PLAIN, "pi_kanal": "website", "pi_tujuan": "Skripsi"})

    assert {problem.source.column for problem in intake.problems} == {"pi_kanal", "pi_tujuan"}


@given(
    st.sampled_from(TABLES),
    st.sampled_from(["pi", "p", "frm"]),
    st.data(),
)
def test_no_heading_is_another_column_for_a_shared_word(
    spec: TableSpec[object], word: str, data: st.DataObject
) -> None:
    """What is read under ``pi_NAME`` is what is read under ``NAME``, in every spelling; or it is unknown."""
    titles = data.draw(st.lists(st.sampled_from(sorted(spec.accepted)), min_size=4, max_size=9, unique=True))
    shared = [f"{word}_{title}" for title in titles]

    affix = shared_affix(shared, spec)

    assert affix == Affix(word, leads=True)
    assert [column_named(title, spec, affix) for title in shared] == [spec.accepted[one] for one in titles]


def test_a_heading_of_the_applicant_is_read_with_its_word() -> None:
    found = request({"nama_pemohon": "Pemohon 1", "no_ktp_pemohon": "3600000000000001"})

    assert found.applicant is not None
    assert found.applicant.nik == "3600000000000001"


def test_a_heading_is_read_with_the_kind_of_its_column_in_a_database() -> None:
    found = request({"kanal": "website", "alasan_penolakan_text": "rahasia jabatan"})

    assert found.reason is not None
    assert found.reason.typed == "rahasia jabatan"


# Two headings for one column


def test_a_number_to_call_and_an_address_of_mail_are_both_kept() -> None:
    row: Row = {"kanal": "website", "no_hp": "0800-1", "email": "a@example.org"}

    found = request(row, {**row, "no_hp": "-"})

    assert found.applicant is not None
    assert found.applicant.contact == "0800-1 | a@example.org"
    assert 'kolom no_hp + email digabung menjadi kontak dengan tanda "|"' in told(read(row))


def test_a_day_that_another_heading_says_more_exactly_steps_aside() -> None:
    row: Row = {
        "kanal": "website",
        "tanggal_selesai": "2024-03-09",
        "tanggal_jawab": "2024-03-04",
        "created_at": "2024-02-01",
    }

    assert request(row).notice_on == date(2024, 3, 4)
    assert 'kolom "tanggal_selesai" tidak dibaca, sebab kolom "tanggal_jawab" lebih tepat' in told(read(row))
    del row["tanggal_jawab"]
    assert request(row).notice_on == date(2024, 3, 9)


def test_a_heading_that_steps_aside_is_another_column_where_that_can_hold_it() -> None:
    kinds = request({"isi_permohonan": "Daftar aset", "jenis_informasi": "berkala"})
    topics = request({"isi_permohonan": "Daftar aset", "jenis_informasi": "Kepegawaian"})
    stages = request({"keputusan": "ditolak", "status": "selesai"})

    assert (kinds.subject, kinds.information_kind) == ("Daftar aset", InformationCategory.PERIODIC)
    assert (topics.subject, topics.information_kind) == ("Daftar aset", None)
    assert stages.stage == Coded(WorkStage.CLOSED, "selesai")


def test_of_two_headings_that_which_says_words_of_the_list_is_it() -> None:
    intake = read({"nomor": "K-1", "status": "Ditolak", "jawaban": "Sudah dikirim surat"}, table="keberatan")

    assert intake.problems == ()
    (objection,) = listed(intake.year.objections)
    assert objection.answer is not None
    assert objection.answer.typed == "Ditolak"
    assert 'kolom "jawaban" tidak dibaca, sebab kolom "status" berisi kata yang dikenal' in told(intake)


@pytest.mark.parametrize(("status", "answer"), [("Ditolak", "Diterima"), ("abc", "def")])
def test_two_headings_that_say_either_are_asked_about(status: str, answer: str) -> None:
    intake = read({"nomor": "K-1", "status": status, "jawaban": answer}, table="keberatan")

    assert [problem.source.column for problem in intake.problems] == ["jawaban"]


def test_of_two_headings_a_blank_one_says_nothing() -> None:
    row: Row = {"informasi": "Daftar aset", "rincian_informasi": ""}

    assert request(row).subject == "Daftar aset"
    assert 'sebab kolom "informasi" terisi, sedangkan kolom ini kosong' in told(read(row))


# What cells say


def test_a_heading_of_forms_over_words_of_another_column_is_that_one_and_told() -> None:
    intake = read({"nomor": "1", "jenis_permohonan": "badan_hukum", "jenis_salinan": "hardcopy"})
    (row,) = listed(intake.year.requests)

    assert intake.problems == ()
    assert (row.applicant_class, row.form) == (ApplicantClass.ORGANISATION, "hardcopy")
    assert 'kolom "jenis_permohonan" dibaca sebagai pemohon' in told(intake)


@pytest.mark.parametrize(
    ("cells", "problems"), [(("salinan", "perorangan"), 1), (("perorangan", "badak"), 2), (("salinan",), 0)]
)
def test_it_is_its_own_where_one_cell_says_so_or_not_all_are_of_the_other(
    cells: tuple[str, ...], problems: int
) -> None:
    rows: list[Row] = [{"jenis_permohonan": cell} for cell in cells]
    intake = read(*rows)

    assert len(intake.problems) == problems
    assert all(row.applicant_class is None for row in listed(intake.year.requests))


@pytest.mark.parametrize(("said", "problems"), [(("Permohonan",), 0), (("Permohonan", "Keberatan"), 1)])
def test_a_column_that_says_the_name_of_the_register_alone_is_nobodys(
    said: tuple[str, ...], problems: int
) -> None:
    rows: list[Row] = [{"jenis_layanan": one} for one in said]

    assert len(read(*rows).problems) == problems


def test_a_copy_that_is_fetched_somewhere_is_a_copy() -> None:
    row = request({"cara_memperoleh": "Mengambil langsung ke kantor"})

    assert (row.access, row.delivery) == (
        AccessKind.COPY,
        Coded(Delivery.PICKED_UP, "Mengambil langsung ke kantor"),
    )


@pytest.mark.parametrize("said", ["diambil di website", "langsung ke email", "ambil ke portal PPID"])
def test_one_that_is_fetched_from_the_internet_is_not_said_to_be_picked_up(said: str) -> None:
    assert len(read({"cara_memperoleh": said}).problems) == 1


# Codes


def test_codes_in_a_column_to_tick_are_told_once() -> None:
    (problem,) = read({"salinan": "1"}, {"salinan": "2"}, {"salinan": "3"}).problems

    assert (problem.source.row, problem.source.column) == (1, "salinan")


def test_zeros_and_ones_in_a_column_to_tick_are_ticks() -> None:
    assert read({"salinan": "1"}, {"salinan": "0"}).problems == ()


def test_a_column_of_codes_is_told_once_and_each_cell_is_unread() -> None:
    intake = read({"nomor": "1", "jenis_pemohon": "1"}, {"nomor": "2", "jenis_pemohon": "3"})

    (problem,) = intake.problems
    assert (problem.source.row, problem.source.column) == (1, "jenis_pemohon")
    assert "hanya berisi kode (1, 3)" in problem.message.id
    assert all("applicant_class" in row.unread for row in listed(intake.year.requests))


def test_a_code_among_words_is_the_problem_of_its_cell() -> None:
    intake = read({"jenis_pemohon": "1"}, {"jenis_pemohon": "perorangan"})

    (problem,) = intake.problems
    assert problem.source.row == 2
