from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from num2words import num2words

from ppid_core.writing import read_words, spell
from ppid_core.writing.words import LIMIT

numbers = st.integers(min_value=1 - LIMIT, max_value=LIMIT - 1) | st.integers(min_value=-2100, max_value=2100)
round_numbers = st.builds(
    lambda digits, power: digits * 10**power,
    st.integers(min_value=0, max_value=1101),
    st.integers(min_value=0, max_value=11),
)

ONE_ERROR_OF_THE_ORACLE = re.compile(r"\b(juta|miliar|triliun) satu ribu\b")
"""num2words writes "satu juta satu ribu"; standard Indonesian is "satu juta seribu"."""


def oracle(number: int) -> str:
    words: str = num2words(number, lang="id")
    return ONE_ERROR_OF_THE_ORACLE.sub(r"\1 seribu", words.replace("min ", "minus "))


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "nol"),
        (10, "sepuluh"),
        (11, "sebelas"),
        (13, "tiga belas"),
        (51, "lima puluh satu"),
        (100, "seratus"),
        (111, "seratus sebelas"),
        (1000, "seribu"),
        (1100, "seribu seratus"),
        (21_000, "dua puluh satu ribu"),
        (101_000, "seratus satu ribu"),
        (1_001_000, "satu juta seribu"),
        (51_904_000, "lima puluh satu juta sembilan ratus empat ribu"),
        (10**12, "satu triliun"),
        (-5, "minus lima"),
    ],
)
def test_number_and_words_are_two_forms_of_one(number: int, words: str) -> None:
    assert words == spell(number)
    assert number == read_words(words)


@given(numbers | round_numbers)
def test_words_read_back_to_the_number_they_spell(number: int) -> None:
    assert number == read_words(spell(number))


@given(numbers.filter(lambda number: number >= 0) | round_numbers)
def test_words_are_those_of_num2words_but_for_its_one_error(number: int) -> None:
    assert oracle(number) == spell(number)


def test_the_error_of_num2words_is_still_there() -> None:
    assert num2words(1_001_000, lang="id") == "satu juta satu ribu"
    assert num2words(21_000, lang="id") == spell(21_000)


@given(numbers)
def test_words_are_read_in_capitals_and_written_together(number: int) -> None:
    glued = re.sub(r" (belas|puluh|ratus|ribu|juta)\b", r"\1", spell(number))

    assert number == read_words(spell(number).upper())
    assert number == read_words(glued.title())


@pytest.mark.parametrize("number", [LIMIT, -LIMIT, 10**20])
def test_sixteen_digits_have_no_words(number: int) -> None:
    with pytest.raises(ValueError, match="15 digits"):
        spell(number)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Tiga Belas", 13),
        ("  LIMA   puluh\u00a0SATU ", 51),
        ("lima-puluh-satu", 51),
        ("(tiga belas)", 13),
        ("Lima puluh juta sembilan ratus empat ribu rupiah", 50_904_000),
        ("satu ribu", 1000),
        ("satu ratus", 100),
        ("satu juta satu ribu", 1_001_000),
        ("sejuta", 10**6),
        ("dua milyar", 2 * 10**9),
        ("tiga trilyun", 3 * 10**12),
        ("negatif dua", -2),
        ("satu ratus duapuluh", 120),
    ],
)
def test_words_are_read_as_people_write_them(text: str, number: int) -> None:
    assert number == read_words(text)


@pytest.mark.parametrize(
    "text",
    [
        *("", "rupiah", "minus", "puluh lima", "dua tiga", "seribu sejuta", "ratus", "se", "ribu", "belas"),
        *(
            "nol ribu",
            "lima nol",
            "dua puluh seribu",
            "dua seratus",
            "sepuluh satu",
            "satu puluh",
            "satu belas",
        ),
        *(
            "seratus dua ratus",
            "dua ribu tiga ribu",
            "tiga belas orang",
            "13",
            "lima koma dua",
            "-lima",
            "minus minus lima",
        ),
        *("satu juta dua", "seratus se")[1:],
    ],
)
def test_nonsense_is_no_number(text: str) -> None:
    with pytest.raises(ValueError, match="no number in words"):
        read_words(text)
