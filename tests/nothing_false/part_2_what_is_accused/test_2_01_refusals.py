"""No lawful refusal is called one without a ground; words that are not known are asked about, not judged."""

from __future__ import annotations

import pytest
from tests.nothing_false.work import found, from_tables, messages

from ppid_core import Dossier
from ppid_core.model import Absent, RefusalReason

ITEMS = (
    ("a", "state_danger", "Membahayakan Negara"),
    ("b", "unfair_competition", "persaingan usaha tidak sehat"),
    ("c", "personal_rights", "hak-hak pribadi"),
    ("d", "official_secrecy", "rahasia jabatan"),
    ("e", "not_held", "belum dikuasai atau belum didokumentasikan"),
)
EXEMPT_H = (
    "Pasal 17 huruf h",
    "pasal 17 huruf H UU KIP",
    "Psl. 17 hrf. h UU 14/2008",
    "Ps 17 h",
    "17h",
    "17 (h)",
    "UU No. 14 Tahun 2008 tentang KIP Pasal 17 huruf h angka 2",
    "huruf h Pasal 17 UU KIP",
    "huruf h",
    "huruf (h) UU KIP",
    "h",
    "H.",
    "dikecualikan (h)",
    "Informasi dikecualikan sesuai Pasal 17 huruf h UU KIP tentang rahasia pribadi",
    "menyangkut riwayat kesehatan, vide Pasal 17 huruf h",
    "Pasal 13 ayat (3) huruf h Perki 1 Tahun 2021",
    "rahasia pribadi orang lain berdasarkan poin h",
)


def refused(reason: str = "", letter: str = "", *, year: int = 2023, **cells: object) -> Dossier:
    row = {
        "nomor": "1",
        "tanggal": f"{year}-03-01",
        "keputusan": "ditolak",
        "alasan_penolakan": reason,
        "pasal_pengecualian": letter,
        "uji_konsekuensi": "BA 12/2022",
        **cells,
    }
    return from_tables(year=year, permohonan=[row])


def ground(work: Dossier) -> tuple[str, str]:
    assert not work.problems
    assert not isinstance(work.year.requests, Absent)
    (row,) = work.year.requests
    return "" if row.reason is None else str(row.reason.slug), row.exemption_letter


@pytest.mark.parametrize("words", EXEMPT_H)
@pytest.mark.parametrize("column", ["alasan_penolakan", "pasal_pengecualian"])
def test_a_cell_that_names_a_letter_of_pasal_17_is_that_exemption_in_either_column(
    words: str, column: str
) -> None:
    work = refused(words) if column == "alasan_penolakan" else refused("", words)
    assert ground(work) == ("exempt", "h")
    assert not [one for code in ("L101", "C303", "C305") for one in found(work, code)]


@pytest.mark.parametrize(
    ("words", "letters"),
    [
        ("Pasal 17 huruf h dan i UU KIP", "h, i"),
        ("Pasal 17 huruf g, h, dan j", "g, h, j"),
        ("huruf h/i", "h, i"),
        ("h & i", "h, i"),
        ("Pasal 17 huruf a s.d. c", "a, b, c"),
        ("Pasal 17 huruf h angka 1 dan 2 dan huruf j UU 14/2008", "h, j"),
        ("Pasal 17 huruf b dan Pasal 6 ayat (3) huruf d", "b"),
        ("Pasal 17 UU KIP", ""),
    ],
)
def test_several_letters_in_one_cell_are_all_of_them(words: str, letters: str) -> None:
    assert ground(refused(words)) == ("exempt", letters)
    assert not found(refused(words), "L101")
    assert ground(refused("dikecualikan", words)) == ("exempt", letters)


@pytest.mark.parametrize(("letter", "slug", "words"), ITEMS)
@pytest.mark.parametrize(
    "form",
    [
        "{words}",
        "{words} (Pasal 6 ayat (3) huruf {letter} UU KIP)",
        "Pasal 6 ayat (3) huruf {letter}",
        "Ps. 6 (3) {letter} UU No. 14 Tahun 2008",
        "huruf {letter} Pasal 6 ayat (3) UU 14/2008",
        "{words} sesuai UU KIP",
        "Pasal 13 ayat (2) huruf {letter} Perki 1/2021",
    ],
)
def test_the_five_reasons_of_pasal_6_are_lawful(letter: str, slug: str, words: str, form: str) -> None:
    written = form.format(letter=letter, words=words)
    for work in (refused(written), refused("", written)):
        assert ground(work) == (slug, "")
        assert not [one for code in ("L101", "C303", "C304", "C305") for one in found(work, code)]


def test_a_ground_beside_dikecualikan_is_the_more_exact_one() -> None:
    assert ground(refused("dikecualikan", "Pasal 6 ayat (3) huruf c")) == ("personal_rights", "")
    assert ground(refused("Dikecualikan (rahasia jabatan)")) == ("official_secrecy", "")
    assert ground(refused("tidak dikuasai", "Pasal 6 ayat (3) huruf c")) == ("not_held", "")


def test_a_right_of_persons_may_stand_beside_its_letter_of_pasal_17() -> None:
    work = refused("hak-hak pribadi", "h")
    assert not [one for code in ("L101", "C304", "C305") for one in found(work, code)]
    assert found(refused("hak-hak pribadi", "h", uji_konsekuensi=""), "C304")


@pytest.mark.parametrize("words", ["kantor tutup", "Pasal 22 ayat (7) huruf b", "17/8/2021", "arahan"])
def test_words_that_are_not_known_are_asked_about(words: str) -> None:
    (finding,) = found(refused(words), "L101")
    assert "belum dikenali; sebutkan dasarnya" in finding.message()


def test_pasal_6_without_its_letter_is_asked_for_the_letter() -> None:
    (finding,) = found(refused("Pasal 6 ayat (3) UU KIP"), "L101")
    assert "sebutkan hurufnya" in finding.message()


@pytest.mark.parametrize(
    "words", ["kantor tutup", "berulang", "identitas tidak jelas", "", "itikad tidak baik"]
)
def test_nothing_is_said_to_stand_outside_the_law(words: str) -> None:
    said = " ".join(messages(refused(words)))
    assert "undang-undang" not in said
    assert "yang sah" not in said


@pytest.mark.parametrize("year", [2020, 2023])
def test_an_unclear_identity_is_told_with_a_basis_that_is_not_verified(year: int) -> None:
    (finding,) = found(refused("identitas tidak jelas", year=year), "L101")
    assert finding.basis[0].id.endswith("(belum diverifikasi)")


@pytest.mark.parametrize(("received", "is_new"), [("2021-06-29", False), ("2021-06-30", True)])
def test_2_1_request_in_process_on_30_june_2021_stays_under_the_standard_it_began_under(
    received: str, *, is_new: bool
) -> None:
    """Perki 1/2021 Pasal 62; both were refused when the newer standard was in force."""
    work = from_tables(
        year=2021,
        permohonan=[
            {
                "tanggal": received,
                "tanggal_pemberitahuan": "2021-07-08",
                "keputusan": "ditolak",
                "alasan_penolakan": "identitas tidak jelas",
            }
        ],
    )

    (refusal,) = found(work, "L101")
    assert any("Perki 1/2021 Pasal 33" in basis.id for basis in refusal.basis) is is_new


def test_from_perki_1_2021_an_unclear_identity_points_to_completeness() -> None:
    before, after = (found(refused("identitas tidak jelas", year=year), "L101")[0] for year in (2020, 2022))
    assert "Pasal 22" in before.message()
    assert "Perki 1/2021" not in before.basis[0].id
    assert "surat keterangan tidak lengkap" in after.message()
    assert after.basis[0].id == "Perki 1/2021 Pasal 27, Perki 1/2021 Pasal 33 (belum diverifikasi)"


def test_bad_faith_is_still_told() -> None:
    (finding,) = found(refused("Tidak Itikad Baik sesuai Pasal 4 Perki 1/2013"), "L101")
    assert "Komisi Informasi" in finding.message()


def test_a_rekap_line_names_a_provision_as_a_cell_does() -> None:
    lines = [
        {"apa": "permohonan", "menurut": "keputusan", "nilai": "ditolak", "jumlah": 4},
        {"apa": "permohonan", "menurut": "alasan_penolakan", "nilai": "Pasal 17 huruf h UU KIP", "jumlah": 3},
        {"apa": "permohonan", "menurut": "alasan_penolakan", "nilai": "rahasia jabatan", "jumlah": 1},
    ]
    work = from_tables(rekap=lines)
    assert not found(work, "L101")
    assert work.figure(f"requests.by_refusal_reason.{RefusalReason.EXEMPT}") == 3
