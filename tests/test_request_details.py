"""Stage, delivery, kind of information and traits of applicants are read, counted and printed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from ppid_core import Dossier, export, load_plugins, redact
from ppid_core.intake.typed_tables import typed_tables
from ppid_core.model import (
    AccessKind,
    Applicant,
    Coded,
    Delivery,
    InformationCategory,
    Outcome,
    Request,
    WorkStage,
)
from ppid_core.model.redaction import MASK
from ppid_core.report import Edition

Row = Mapping[str, object]
KEYS = [{"kunci": "tahun", "isi": 2023}]


def work(*rows: Row, **tables: list[Row]) -> Dossier:
    return Dossier.from_rows({"laporan": KEYS, "permohonan": list(rows), **tables})


def request(**cells: object) -> Request:
    one = work(cells)
    assert one.problems == ()
    assert isinstance(one.year.requests, tuple)
    return one.year.requests[0]


def page(one: Dossier, edition: Edition = "public") -> str:
    (artifact,) = export(one.report(edition=edition), "markdown", load_plugins())
    return artifact.content.decode()


def test_a_status_beside_the_decision_is_the_stage_and_alone_it_is_the_decision() -> None:
    beside = request(status="Disposisi", keputusan="ditolak")
    alone = request(status="ditolak")

    assert (beside.stage, beside.outcome) == (Coded(WorkStage.FORWARDED, "Disposisi"), Outcome.REFUSED)
    assert (alone.stage, alone.outcome) == (None, Outcome.REFUSED)


def test_whichever_heading_comes_first_the_exact_one_is_the_decision() -> None:
    one = work({"hasil": "ditolak", "status permohonan": "diverifikasi"})
    other = work({"status permohonan": "diverifikasi", "keputusan": "ditolak"})

    assert one.figure("requests.by_outcome.refused") == 1
    assert other.figure("requests.by_work_stage.verification") == 1
    assert 'kolom "status permohonan" dibaca sebagai tahap' in other.intake.notes[0].message.id


def test_two_headings_of_the_decision_are_told_where_a_stage_is_kept() -> None:
    one = work({"status": "ditolak", "keputusan": "ditolak", "tahap": "selesai"})

    assert [problem.source.column for problem in one.problems] == ["keputusan"]


@pytest.mark.parametrize(
    ("typed", "stage"),
    [
        ("Baru", WorkStage.SUBMITTED),
        ("Menunggu Verifikasi", WorkStage.VERIFICATION),
        ("perlu dilengkapi", WorkStage.COMPLETION),
        ("diteruskan ke OPD", WorkStage.FORWARDED),
        ("sedang diproses", WorkStage.IN_PROGRESS),
        ("Ditunda", WorkStage.SUSPENDED),
        ("Selesai", WorkStage.CLOSED),
        ("rapat pimpinan", WorkStage.OTHER),
    ],
)
def test_words_of_stages(typed: str, stage: WorkStage) -> None:
    assert request(nomor=1, tahap=typed).stage == Coded(stage, typed)


@pytest.mark.parametrize(
    ("typed", "way"),
    [
        ("Mengambil Langsung", Delivery.PICKED_UP),
        ("Kurir", Delivery.COURIER),
        ("via pos", Delivery.POST),
        ("Faksimile", Delivery.FAX),
        ("E-mail", Delivery.EMAIL),
        ("drone", Delivery.OTHER),
    ],
)
def test_ways_in_which_copies_come(typed: str, way: Delivery) -> None:
    assert request(**{"nomor": 1, "cara mendapatkan salinan informasi": typed}).delivery == Coded(way, typed)


def test_a_way_of_delivery_under_the_kind_of_access_says_that_it_is_a_copy() -> None:
    one = request(**{"nomor": 1, "cara memperoleh informasi": "email"})
    both = request(nomor=1, jenis="email", cara_mendapatkan_salinan="kurir")

    assert (one.access, one.delivery) == (AccessKind.COPY, Coded(Delivery.EMAIL, "email"))
    assert both.delivery == Coded(Delivery.COURIER, "kurir")
    assert request(nomor=1, jenis="melihat").delivery is None


def test_a_kind_of_access_that_nobody_knows_is_told() -> None:
    assert [problem.source.column for problem in work({"jenis": "telepati"}).problems] == ["jenis"]


def test_days_of_verification_and_disposition_are_read_and_come_after_receipt() -> None:
    one = request(tanggal="2 Mei 2023", **{"tgl verifikasi": "3 Mei 2023", "tanggal disposisi": "4 Mei 2023"})
    before = work({"tanggal": "2 Mei 2023", "tanggal_verifikasi": "1 Mei 2023"})

    assert (one.verified_on, one.forwarded_on) == (date(2023, 5, 3), date(2023, 5, 4))
    assert "C101" in {found.code for found in before.findings}
    assert "C101" not in {found.code for found in work({"tanggal": "2 Mei 2023"}).findings}


def test_kinds_of_information_are_counted_by_outcome_and_by_time() -> None:
    rows = [
        {
            "tanggal": "2 Mei 2023",
            "keputusan": said,
            "tanggal_pemberitahuan": "5 Mei 2023",
            "jenis informasi diminta": kind,
        }
        for kind, said in (("Berkala", "dikabulkan"), ("berkala", "ditolak"), ("Setiap Saat", "dikabulkan"))
    ]
    one = work(*rows)
    text = page(one)

    assert one.figure("requests.by_information.periodic") == 2
    assert one.summary.branch("requests.response_time.by_information.periodic")["count"] == 2
    assert "| Berkala | 1 | 1 | 2 |" in text
    assert "| Setiap saat | 1 | 0 | 1 |" in text
    assert "Waktu pemenuhan menurut kelompok informasi" in text


def test_a_register_without_kinds_has_no_such_figure_and_no_such_table() -> None:
    one = work({"tanggal": "2 Mei 2023", "tanggal_pemberitahuan": "5 Mei 2023"})

    assert "by_information" not in one.summary.branch("requests.response_time")
    assert "kelompok informasi" not in page(one).casefold()


def test_a_kind_of_information_that_no_list_holds_is_told() -> None:
    assert [problem.value for problem in work({"kelompok_informasi": "keuangan"}).problems] == ["keuangan"]


def test_traits_of_applicants_are_read_in_one_way() -> None:
    one = request(
        **{"jenis kelamin": "L", "umur": "34 tahun", "pendidikan terakhir": "Strata 1"},
        provinsi="Banten",
        **{"kab/kota": "Kota Contoh"},
    )

    assert one.applicant == Applicant(
        sex="laki-laki", age="30-39", education="S1", province="Banten", city="Kota Contoh"
    )
    assert request(nomor=1, usia="17 s/d 25 tahun").applicant == Applicant(age="17-25")


MANY = [
    {"nomor": n, "jk": "P" if n % 2 else "L", "kota": "Kota Contoh", "nama": f"Pemohon {n}"}
    for n in range(20)
]


def test_traits_are_counted_and_stand_in_no_register_that_is_published() -> None:
    one = work(*MANY)
    public = redact(one.year).requests
    text = page(one)

    assert one.figure("requests.by_sex") == {"laki-laki": 10, "perempuan": 10}
    assert isinstance(public, tuple)
    assert {row.applicant for row in public} == {None}
    assert text.count("laki-laki") == 1
    assert "seluruhnya Kota Contoh, 20 (dua puluh) permohonan" in text


def test_a_trait_that_few_share_is_masked_in_public_and_told() -> None:
    one = work(*MANY, {"nomor": 21, "kota": "Kota Lain"}, {"nomor": 22, "kota": "Desa Jauh"})

    assert "Kota Lain" not in page(one)
    assert "Desa Jauh" not in page(one)
    assert MASK.strip("[]") in page(one)
    assert "Kota Lain" in page(one, "internal")
    (found,) = (found for found in one.findings if found.code == "P102")
    assert "kabupaten/kota" in found.message("id")
    assert found.provided == 2
    assert not [found for found in work(*MANY).findings if found.code == "P102"]


def test_totals_by_a_trait_are_compared_with_the_rows_that_name_it() -> None:
    lines: list[Row] = [
        {"apa": "permohonan", "menurut": "jenis kelamin", "nilai": "Perempuan", "jumlah": 9},
        {"apa": "permohonan", "menurut": "jenis kelamin", "nilai": "L", "jumlah": 10},
    ]
    one = work(*MANY, rekap=lines)

    assert [(found.provided, found.expected) for found in one.findings if found.code == "T105"] == [(9, 10)]


def test_satisfaction_is_counted_as_it_was_said() -> None:
    one = work({"rating": "5"}, {"rating": 5}, {"rating": "sangat puas"})

    assert one.figure("requests.by_satisfaction") == {"5": 2, "sangat puas": 1}


def test_what_was_read_is_written_back() -> None:
    one = work(
        {
            "nomor": 1,
            "tahap": "disposisi",
            "tanggal_verifikasi": "3 Mei 2023",
            "kelompok_informasi": "berkala",
            "jenis": "salinan",
            "cara_mendapatkan_salinan": "kurir",
            "kepuasan": "4",
            "jenis_kelamin": "P",
            "usia": "17-25",
            "pendidikan": "S1",
            "kota": "Kota Contoh",
        }
    )

    (row,) = one.year.requests if isinstance(one.year.requests, tuple) else ()
    assert row.information_kind is InformationCategory.PERIODIC
    assert Dossier.from_rows(typed_tables(one.year)).year.requests == one.year.requests
