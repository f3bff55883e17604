"""What was passed over in silence is told: by a rule, or by a note where words can be read in two ways."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from tests.nothing_false.work import found, from_tables

from ppid_core import Dossier, Finding, Severity

Rows = list[dict[str, object]]
RECEIVED = {"nomor": "P-1", "tanggal": "2023-03-01"}
OBJECTION = {"nomor": "K-1", "nomor_permohonan": "P-1", "tanggal": "2023-05-02"}
REGIONAL = {"badan.jenis": "pemerintah daerah", "badan.tingkat": "kota"}


def requested(**cells: object) -> Dossier:
    return from_tables(permohonan=[{**RECEIVED, **cells}])


def refused(**cells: object) -> Dossier:
    return requested(**{"keputusan": "ditolak", "uji_konsekuensi": "BA 1", **cells})


def chained(objection: Mapping[str, object], **dispute: object) -> Dossier:
    row = {"nomor": "S-1", "nomor_keberatan": "K-1", "tanggal": "2023-08-01", **dispute}
    return from_tables(keberatan=[{**OBJECTION, **objection}], sengketa=[row])


def sued(court: str, kind: str = "pemerintah daerah") -> Dossier:
    suit: Rows = [{"nomor_sengketa": "S-1", "pengadilan": court, "tanggal": "2023-10-02"}]
    return from_tables(keys={"badan.jenis": kind}, gugatan=suit)


def one(work: Dossier, code: str) -> Finding:
    (finding,) = found(work, code)
    return finding


def test_an_extension_told_after_the_tenth_day_is_told() -> None:
    late = one(requested(tanggal_perpanjangan="2023-03-20", alasan_perpanjangan="belum dikuasai"), "C311")
    assert (str(late.expected), late.severity) == ("2023-03-15", Severity.INFO)
    assert not found(requested(tanggal_perpanjangan="2023-03-15"), "C311")


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ({"keputusan": "tidak dikuasai", "dikuasai": "ya"}, True),
        ({"keputusan": "ditolak", "alasan_penolakan": "belum dikuasai", "dikuasai": "ya"}, True),
        ({"keputusan": "tidak dikuasai", "dikuasai": "tidak"}, False),
        ({"keputusan": "tidak dikuasai", "dikuasai": "BPS"}, False),
        ({"keputusan": "dikabulkan", "dikuasai": "ya"}, False),
    ],
)
def test_not_held_beside_held_is_told(cells: dict[str, object], *, told: bool) -> None:
    assert bool(found(requested(**cells), "C312")) is told


@pytest.mark.parametrize(
    ("reason", "told"),
    [
        ("belum dikuasai", True),
        ("identitas tidak jelas", True),
        ("Pasal 17 huruf h", False),
        ("rahasia jabatan", False),
        ("alasan yang belum dikenali", False),
    ],
)
def test_ground_a_without_an_exemption_is_told(reason: str, *, told: bool) -> None:
    rows: Rows = [{**RECEIVED, "keputusan": "ditolak", "alasan_penolakan": reason}]
    work = from_tables(permohonan=rows, keberatan=[{**OBJECTION, "huruf": "a"}])
    assert bool(found(work, "C310")) is told


@pytest.mark.parametrize(
    ("test", "told"),
    [
        ("berita acara 7 April 2023", True),
        ("BA 12/2023 tanggal 07-04-2023", True),
        ("berita acara 7 Maret 2023", False),
        ("BA 12/2023", False),
    ],
)
def test_a_consequence_test_after_the_refusal_is_told(test: str, *, told: bool) -> None:
    work = refused(alasan_penolakan="h", uji_konsekuensi=test, tanggal_pemberitahuan="2023-03-10")
    assert bool(found(work, "C313")) is told


@pytest.mark.parametrize(
    ("reason", "told"),
    [
        ("Pasal 17 huruf j, Perda 5/2019", True),
        ("huruf j sesuai Peraturan Bupati Nomor 3 Tahun 2020", True),
        ("Pasal 17 huruf j, UU 43/2009", False),
        ("Pasal 17 huruf h, Perda 5/2019", False),
    ],
)
def test_letter_j_on_a_regional_rule_is_asked_about(reason: str, *, told: bool) -> None:
    findings = found(refused(alasan_penolakan=reason), "C314")
    assert bool(findings) is told
    assert {finding.severity for finding in findings} <= {Severity.INFO}


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("Salinan putusan pengadilan perkara tanah", True),
        ("Peraturan daerah tentang pajak", True),
        ("Surat edaran kepala dinas", True),
        ("riwayat kesehatan pasien", False),
    ],
)
def test_what_is_always_open_and_was_refused_is_asked_about(asked: str, *, told: bool) -> None:
    findings = found(refused(alasan_penolakan="h", informasi=asked), "C315")
    assert bool(findings) is told
    assert {finding.severity for finding in findings} <= {Severity.INFO}


@pytest.mark.parametrize(
    ("court", "kind", "told"),
    [
        ("PN Serang", "pemerintah daerah", True),
        ("Pengadilan Negeri Serang", "kementerian", True),
        ("PTUN Serang", "pemerintah daerah", False),
        ("Pengadilan Tata Usaha Negara", "pemerintah daerah", False),
        ("PN Serang", "organisasi nonpemerintah", False),
        ("PN Serang", "BUMD", False),
    ],
)
def test_a_body_of_the_state_before_a_district_court_is_told(court: str, kind: str, *, told: bool) -> None:
    assert bool(found(sued(court, kind), "C316")) is told


@pytest.mark.parametrize(
    ("letters", "stages", "told"),
    [
        ("d", "ajudikasi", True),
        ("b, g", "ajudikasi", True),
        ("d", "mediasi|ajudikasi", False),
        ("a", "ajudikasi", False),
        ("a, d", "ajudikasi", False),
        ("d", "", False),
    ],
)
def test_adjudication_of_what_is_mediated_first_is_told(letters: str, stages: str, *, told: bool) -> None:
    work = chained({"huruf": letters}, tahap=stages, hasil="dikabulkan")
    assert bool(found(work, "C317")) is told
    assert not found(chained({"huruf": letters}, tahap=stages, hasil="tidak dapat diterima"), "C317")


def notes(work: Dossier) -> list[str]:
    return [note.message.id for note in work.notes]


def test_a_weekday_that_is_another_days_is_told() -> None:
    work = requested(tanggal="Senin, 1 Maret 2023", tanggal_pemberitahuan="Jum'at, 3 Maret 2023")
    assert not work.problems
    told = [note for note in notes(work) if "jatuh pada hari" in note]
    assert told == [
        'permohonan, kolom tanggal: "Senin, 1 Maret 2023" jatuh pada hari Rabu; periksa hari atau tanggalnya.'
    ]


@pytest.mark.parametrize("word", ["Diteruskan", "diterima"])
def test_a_word_of_two_meanings_is_noted_once(word: str) -> None:
    rows: Rows = [{**RECEIVED, "nomor": f"P-{place}", "keputusan": word} for place in range(3)]
    told = [note for note in notes(from_tables(permohonan=rows)) if "dibaca sebagai" in note]
    assert len(told) == 1
    assert word in told[0]


def test_both_words_of_two_meanings_are_noted() -> None:
    rows: Rows = [{"nomor": "1", "keputusan": "diterima"}, {"nomor": "2", "keputusan": "diteruskan"}]
    assert sum("dibaca sebagai" in note for note in notes(from_tables(permohonan=rows))) == 2
    plain: Rows = [{"nomor": "1", "keputusan": "dikabulkan"}, {"nomor": "2", "keputusan": "ditolak"}]
    assert not [note for note in notes(from_tables(permohonan=plain)) if "dibaca sebagai" in note]
