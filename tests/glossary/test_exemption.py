"""Words beside an exemption: whole words are found, parts of words are not."""

from __future__ import annotations

import pytest

from ppid_core.glossary import spelling
from ppid_core.glossary.exemption import CONSENT, PUBLIC_OFFICE, UNTESTED, mentioned, says


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Laporan harta kekayaan (LHKPN) Bupati", ["LHKPN", "bupati"]),
        ("data WALIKOTA", ["wali kota"]),
        ("Wakil  Wali-Kota", ["wali kota"]),
        ("kepala dinas", ["kepala dinas"]),
        ("Kabupaten, kecamatan, kelurahan dan kementerian", []),
        ("", []),
    ],
)
def test_public_offices_are_found_as_whole_words(text: str, found: list[str]) -> None:
    assert [term.label.id for term in mentioned(PUBLIC_OFFICE, text)] == found


def test_several_texts_are_looked_at_and_a_term_is_found_once() -> None:
    found = mentioned(CONSENT, "ada persetujuan tertulis", "persetujuan tertulis terlampir; surat kuasa")
    assert [term.label.en for term in found] == ["written consent", "power of attorney"]


@pytest.mark.parametrize("text", ["Tidak.", "belum ada", "-", "NIHIL", "tanpa uji konsekuensi"])
def test_words_that_say_that_there_was_no_test_are_the_whole_text(text: str) -> None:
    assert says(UNTESTED, text)


@pytest.mark.parametrize("text", ["", "ada", "tidak ada keberatan dalam uji konsekuensi", "Uji 7 Juni 2021"])
def test_other_words_are_a_test(text: str) -> None:
    assert not says(UNTESTED, text)


def test_a_word_stands_in_one_term_of_its_list() -> None:
    for terms in (PUBLIC_OFFICE, CONSENT, UNTESTED):
        words = [word for term in terms for word in term.accepted]
        assert len(words) == len(set(words))
        assert [word for word in words if word != spelling(word)] == []
