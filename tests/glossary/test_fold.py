"""What texts have in common beyond their spelling, and that no two meanings fold alike."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppid_core.glossary import exemption, recognise, spelling, spellings
from ppid_core.glossary.book import PAGES
from ppid_core.glossary.fold import fold, fold_heading
from ppid_core.glossary.heading import Accepted, Heading, TableHeadings, accepted
from ppid_core.glossary.key import report_keys
from ppid_core.glossary.term import Term
from ppid_core.intake.tables import table_headings
from ppid_core.model import Outcome
from ppid_core.testing.strategies import texts

KINDS = [kind for page in PAGES for kind in page]
NAMES: dict[str, Iterable[Heading | TableHeadings]] = {
    "tables": table_headings().values(),
    "keys": report_keys(),
    **{name: table.headings for name, table in table_headings().items()},
}
PARTS = "tgl. jml no. nomor permintaan permohonan informasi publik yang yg keputusannya e-mail alm huruf a"
WORDS = st.lists(st.sampled_from(PARTS.split(" ")), max_size=6).map(" ".join)


def meanings(pairs: Iterable[tuple[str, object]]) -> dict[str, set[object]]:
    """Return what folds alike and means several things."""
    found = defaultdict[str, set[object]](set)
    for folded, meaning in pairs:
        found[folded].add(meaning)
    return {folded: several for folded, several in found.items() if len(several) > 1}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_no_two_members_of_a_list_have_spellings_that_fold_alike(kind: type[StrEnum]) -> None:
    assert meanings((fold(text), member) for text, member in spellings(kind).items()) == {}


@pytest.mark.parametrize("headings", NAMES.values(), ids=NAMES)
def test_no_two_names_have_spellings_that_fold_alike(
    headings: Iterable[Heading | TableHeadings],
) -> None:
    assert meanings((fold_heading(text), name) for text, name in accepted(headings).items()) == {}


@pytest.mark.parametrize(
    "terms", [exemption.PUBLIC_OFFICE, exemption.CONSENT, exemption.UNTESTED, exemption.NEVER_EXEMPT]
)
def test_no_two_terms_beside_an_exemption_fold_alike(terms: tuple[Term, ...]) -> None:
    assert meanings((fold(text), term.label) for term in terms for text in term.accepted) == {}


@given(st.sampled_from(KINDS), texts() | WORDS)
def test_what_is_recognised_is_spelt_or_folded_like_a_spelling_and_never_guessed(
    kind: type[StrEnum], text: str
) -> None:
    alike = {member for one, member in spellings(kind).items() if fold(one) == fold(text)}
    exact = spellings(kind).get(spelling(text))
    found = recognise(kind, text)

    assert found is exact if exact is not None else {found} - {None} == alike


@given(texts() | st.text() | WORDS)
def test_a_folded_text_is_folded(text: str) -> None:
    assert fold(fold(text)) == fold(text) == fold(spelling(text))


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("No.", "no"),
        ("No. Urut", "nomor urut"),
        ("Tgl. Permintaan", "tanggal permohonan"),
        ("informasi publik yg diminta", "informasi diminta"),
        ("jumlah permohonan informasi publik", "jumlah permohonan"),
        ("badan publik", "badan publik"),
        ("tidak ditanggapinya permintaan informasi", "tidak ditanggapi permohonan"),
        ("lainnya", "lain"),
        ("hanya", "hanya"),
        ("E-Mail Pemohon", "email pemohon"),
        ("huruf c. Tidak dijawab", "tidak dijawab"),
        ("a. perorangan", "perorangan"),
        ("h", "h"),
        ("rahasia sebagaimana dimaksud dalam Pasal 17", "rahasia"),
        ("alm", "alamat"),
        ("alamat almarhum", "alamat almarhum"),
        ("kep. kepala dinas", "kep kepala dinas"),
    ],
)
def test_folding_leaves_out_what_says_nothing(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    "text", ["tanggalPermohonan", "tgl_permohonan", "Tanggal  Permintaan", "TglPermohonan"]
)
def test_heading_is_found_without_spaces_and_in_humps(text: str) -> None:
    assert fold_heading(text) == "tanggalpermohonan"


@pytest.mark.parametrize(
    "text", ["", "No", "nomor", "dikabulk", "tidak ditolak", "belum ditolak", "ditolaknya atau tidak"]
)
def test_what_only_begins_like_a_word_is_none(text: str) -> None:
    assert recognise(Outcome, text) is None


def test_what_folds_like_two_names_is_neither_of_them() -> None:
    known = Accepted({"tanggal surat": "a", "tgl surat": "b"})
    assert (known["tanggal surat"], known["Tgl. Surat"]) == ("a", "b")
    assert known.get("tanggal suratnya") is None


def test_a_foreign_heading_wins_over_one_of_ours() -> None:
    known = Accepted({"status": "keputusan"}) | {"status": "pemohon", "kode": "nomor"}
    assert (known["Status"], known["KODE"], len(known)) == ("pemohon", "nomor", 2)
