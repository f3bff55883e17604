from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppid_core.language import Lang
from ppid_core.writing import format_number, is_ambiguous_number, read_count, read_number, spell

whole = st.integers(min_value=-(10**18), max_value=10**18)
decimals = st.decimals(allow_nan=False, allow_infinity=False, places=2)


@pytest.mark.parametrize(
    ("value", "lang", "places", "text"),
    [
        (51_904_000, "id", None, "51.904.000"),
        (51_904_000, "en", None, "51,904,000"),
        (Decimal("43.07"), "id", None, "43,07"),
        (Decimal("43.07"), "en", None, "43.07"),
        (Decimal("43.075"), "id", 2, "43,08"),
        (Decimal("-43.075"), "id", 2, "-43,08"),
        (Decimal("8.5"), "id", 0, "9"),
        (Decimal("2.5"), "id", 0, "3"),
        (Decimal("-0.004"), "id", 2, "0,00"),
        (Decimal("1E+3"), "id", None, "1.000"),
        (12, "id", 2, "12,00"),
        (10**30, "en", 1, "1" + ",000" * 10 + ".0"),
    ],
)
def test_number_is_written_with_the_signs_of_its_language(
    value: int | Decimal,
    lang: Lang,
    places: int | None,
    text: str,
) -> None:
    assert text == format_number(value, lang, places)


@pytest.mark.parametrize("value", ["NaN", "Infinity", "-Infinity"])
def test_what_is_not_finite_is_not_written(value: str) -> None:
    with pytest.raises(ValueError, match="not a finite number"):
        format_number(Decimal(value), places=2)


@given(whole | decimals)
def test_written_number_reads_back(value: int | Decimal) -> None:
    assert value == read_number(format_number(value))


@given(whole)
def test_english_differs_from_indonesian_in_nothing_but_its_signs(value: int) -> None:
    assert format_number(value, "id", 2).translate(str.maketrans(",.", ".,")) == format_number(value, "en", 2)


@given(decimals, st.integers(min_value=0, max_value=6))
def test_rounding_moves_a_number_by_at_most_half_a_place(value: Decimal, places: int) -> None:
    rounded = Decimal(read_number(format_number(value, places=places)))

    assert abs(rounded - value) * 2 <= Decimal(1).scaleb(-places)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("30.356", 30_356),
        ("1.234.567", 1_234_567),
        ("1.234,5", Decimal("1234.5")),
        ("8,48", Decimal("8.48")),
        ("8.48", Decimal("8.48")),
        ("1,234", Decimal("1.234")),
        ("1234.567", Decimal("1234.567")),
        ("0.123", Decimal("0.123")),
        ("1,234.5", Decimal("1234.5")),
        ("51,904,000", 51_904_000),
        ("12", 12),
        ("007", 7),
        ("-3", -3),
        ("− 3", -3),
        ("+3", 3),
        ("1 234", 1234),
        ("1\u00a0234,5", Decimal("1234.5")),
        ("\u00a0 12 \n", 12),
    ],
)
def test_number_is_read_as_people_write_it(text: str, number: int | Decimal) -> None:
    actual = read_number(text)

    assert number == actual
    assert type(number) is type(actual)


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "-", "lima", "1.23.4", "1,2,3", "NaN", "inf", "1e3", "１２", "1_000", "0x1", "--3", "3-"),
        *(
            "1.2345.678",
            "12 34",
            "1 2345",
            "1\n234",
            "1\t234",
            ",5",
            ".5",
            "5,",
            "5.",
            "012.345",
            "1.234.5",
            "1,234,5",
        ),
        *("12 orang", "43,07%", "1.234 567", "٣"),
    ],
)
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no number"):
        read_number(text)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("13", (13, None)),
        ("13 (Tiga Belas)", (13, "Tiga Belas")),
        ("13(tiga  belas )", (13, "tiga  belas")),
        ("30.356", (30_356, None)),
        ("13,0", (13, None)),
        ("-3", (-3, None)),
        ("4 (lima)", (4, "lima")),
    ],
)
def test_count_comes_with_its_words_as_typed(text: str, count: tuple[int, str | None]) -> None:
    assert count == read_count(text)


@given(st.integers(min_value=0, max_value=10**15 - 1))
def test_count_written_twice_reads_back(count: int) -> None:
    assert (count, spell(count)) == read_count(f"{format_number(count)} ({spell(count)})")


@pytest.mark.parametrize(
    "text", ["", "13,5", "8.48", "13 (tiga", "13 ()", "(tiga)", "13 (tiga) orang", "tiga", "13)"]
)
def test_fraction_and_broken_brackets_are_no_count(text: str) -> None:
    with pytest.raises(ValueError, match=r"no (count|number)"):
        read_count(text)


@pytest.mark.parametrize("text", ["1.234", "1,234", "30.356", " -30.356 ", "999,000"])
def test_one_separator_before_three_figures_can_be_read_in_two_ways(text: str) -> None:
    assert is_ambiguous_number(text)


@pytest.mark.parametrize(
    "text",
    ["1234", "1.23", "1.234.567", "1.234,5", "1,234.5", "0.123", "0,123", "1234.567", "1 234", "", "lima"],
)
def test_other_numbers_can_be_read_in_one_way_only(text: str) -> None:
    assert not is_ambiguous_number(text)


@given(st.from_regex(r"[1-9][0-9]{0,3}[.,][0-9]{1,4}", fullmatch=True))
def test_a_number_is_ambiguous_exactly_where_both_signs_make_it_another(text: str) -> None:
    swapped = text.translate(str.maketrans(",.", ".,"))

    assert is_ambiguous_number(text) == (read_number(text) != read_number(swapped))


@pytest.mark.parametrize(
    ("number", "places", "text"),
    [
        ("9.995", 2, "10,00"),
        ("0.995", 2, "1,00"),
        ("0.0095", 2, "0,01"),
        ("99.5", 0, "100"),
        ("999999.999", 2, "1.000.000,00"),
        ("-9.995", 2, "-10,00"),
        ("9.994", 2, "9,99"),
    ],
)
def test_rounding_carries_over_every_nine(number: str, places: int, text: str) -> None:
    assert format_number(Decimal(number), "id", places) == text
