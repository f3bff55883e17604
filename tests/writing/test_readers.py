"""What all readers promise, whatever a cell holds."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ppid_core.writing import (
    is_ambiguous_date,
    is_ambiguous_number,
    read_count,
    read_date,
    read_instrument,
    read_month,
    read_month_first,
    read_number,
    read_rupiah,
    read_time,
    read_weekday,
    read_weekdays,
    read_words,
    same_number,
    stated_weekday,
    tidy,
)

Reader = Callable[[str], object]
READERS: tuple[Reader, ...] = (
    *(read_count, read_date, read_month, read_number, read_rupiah, read_time),
    *(read_weekday, read_weekdays, read_words, stated_weekday),
)
NEVER_RAISING: tuple[Reader, ...] = (
    *(is_ambiguous_date, is_ambiguous_number, read_instrument, read_month_first, tidy),
    lambda text: same_number(text, text),
)
PIECES = (
    *(
        "",
        " ",
        "\u00a0",
        "\n",
        "\t",
        "0",
        "1",
        "12",
        "123",
        "2021",
        ".",
        ",",
        "-",
        "−",
        "/",
        "(",
        ")",
        ":",
        "Rp",
        ",-",
    ),
    *(
        "Senin",
        "s/d",
        "dan",
        "Jan",
        "satu",
        "se",
        "ribu",
        "ratus",
        "juta",
        "nol",
        "minus",
        "WIB",
        "pukul",
        "No",
        "Tahun",
    ),
    *(
        "nomor",
        "tahun 2011",
        "tentang",
        "Perwal",
        "\x00",
        "٣",
        "１",
        "²",
        "İ",
        "ß",
        "NaN",
        "inf",
        "e5",
        "'",
        "\U0001d7d9",
    ),
)
cell_like = st.text(max_size=40) | st.lists(st.sampled_from(PIECES), max_size=12).map("".join)
long_texts = st.lists(st.sampled_from(PIECES), min_size=1, max_size=3).map("".join).filter(bool)


@pytest.mark.parametrize("reader", READERS)
@given(text=cell_like)
def test_a_reader_raises_nothing_but_a_plain_value_error(reader: Reader, text: str) -> None:
    try:
        reader(text)
    except ValueError as error:
        assert type(error) is ValueError  # noqa: PT017  (pytest.raises would demand that every text is refused)


@pytest.mark.parametrize("reader", NEVER_RAISING)
@given(text=cell_like)
def test_the_others_raise_nothing(reader: Reader, text: str) -> None:
    assert reader(text) == reader(text)


@pytest.mark.parametrize("reader", READERS + NEVER_RAISING)
@settings(deadline=None)
@given(piece=long_texts, tail=st.sampled_from(PIECES))
def test_ten_thousand_characters_are_read_or_refused(reader: Reader, piece: str, tail: str) -> None:
    """A reader that looks back from each of them would not come to an end while anyone waits."""
    text = (piece * 10_000)[:10_000] + tail

    try:
        reader(text)
    except ValueError as error:
        assert type(error) is ValueError  # noqa: PT017  (pytest.raises would demand that every text is refused)


@given(cell_like)
def test_tidying_twice_changes_nothing(text: str) -> None:
    assert tidy(text) == tidy(tidy(text))
    assert "  " not in tidy(text)
