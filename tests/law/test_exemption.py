from __future__ import annotations

from datetime import date

import pytest

from ppid_core.law import Confidence, Lawbook

LAW = Lawbook.load()
DAY = date(2020, 6, 1)
LETTERS = {entry.letter: entry for entry in LAW.exemption_letters.at(DAY).value}


@pytest.mark.parametrize("letter", "abcdef")
def test_letters_a_to_f_are_not_permanent_by_pasal_20(letter: str) -> None:
    entry = LETTERS[letter]

    assert entry.permanent is False
    assert str(entry.limited_by) == "UU 14/2008 Pasal 20"
    assert not entry.lifted_by_consent


@pytest.mark.parametrize("letter", "gh")
def test_letters_g_and_h_fall_with_consent_or_for_a_public_office_by_pasal_18(letter: str) -> None:
    entry = LETTERS[letter]

    assert (entry.lifted_by_consent, entry.lifted_by_public_office) == (True, True)
    assert str(entry.limited_by) == "UU 14/2008 Pasal 18"
    assert entry.permanent is None


@pytest.mark.parametrize("letter", "ij")
def test_of_letters_i_and_j_no_bound_of_pasal_18_or_20_is_recorded(letter: str) -> None:
    entry = LETTERS[letter]

    assert (entry.permanent, entry.lifted_by_consent, entry.limited_by) == (None, False, None)
    assert entry.note


def test_each_letter_is_cited_by_itself() -> None:
    assert [entry.cite() for entry in LETTERS.values()] == [
        f"UU 14/2008 Pasal 17 huruf {letter}" for letter in "abcdefghij"
    ]


def test_a_consequence_test_comes_before_an_exemption() -> None:
    provision = LAW.consequence_test.at(DAY)

    assert provision.value is True
    assert provision.cite() == "UU 14/2008 Pasal 19"


def test_of_the_other_lawful_reasons_only_letter_e_is_known() -> None:
    provision = LAW.other_lawful_reasons.at(DAY)

    assert [(entry.letter, entry.cite()) for entry in provision.value] == [
        ("e", "UU 14/2008 Pasal 6 ayat (3) huruf e")
    ]
    assert "huruf lainnya belum dibaca" in provision.note


def test_each_ground_of_objection_is_cited_and_confirmed() -> None:
    grounds = LAW.objection_grounds.at(DAY).value

    assert [ground.cite() for ground in grounds] == [
        f"UU 14/2008 Pasal 35 ayat (1) huruf {letter}" for letter in "abcdefg"
    ]
    assert {ground.confidence for ground in grounds} == {Confidence.CONFIRMED}
