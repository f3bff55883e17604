from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppid_core.language import Lang
from ppid_core.writing import WEEKDAYS, format_weekdays, read_weekday, read_weekdays, weekday_name

langs = st.sampled_from(("id", "en"))


@given(st.integers(min_value=0, max_value=6), langs)
def test_weekday_reads_back_in_any_case(day: int, lang: Lang) -> None:
    assert day == read_weekday(weekday_name(day, lang).upper())


@given(st.integers(min_value=0, max_value=6))
def test_indonesian_weekday_reads_back_from_its_first_letters(day: int) -> None:
    assert day == read_weekday(f"{weekday_name(day)[:3]}.")


@given(st.dates())
def test_english_names_are_those_of_the_standard_library(day: date) -> None:
    assert f"{day:%A}" == WEEKDAYS["en"][day.weekday()]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        *(("Senin", 0), ("Jum'at", 4), ("Jumat", 4), ("Jum’at", 4), ("Jum`at", 4), ("JUMAAT", 4)),
        *(("Sabtu", 5), ("Minggu", 6), ("Ahad", 6), ("hari Rabu", 2), ("\u00a0kamis ", 3)),
    ],
)
def test_weekday_is_read_as_people_write_it(text: str, day: int) -> None:
    assert day == read_weekday(text)


@pytest.mark.parametrize("text", ["", "0", "hari", "Kemis", "Senin s/d Kamis", "Senin, Rabu"])
def test_what_is_no_weekday_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no weekday"):
        read_weekday(text)


@pytest.mark.parametrize("day", [-1, 7])
def test_there_is_no_eighth_weekday(day: int) -> None:
    with pytest.raises(ValueError, match="no weekday"):
        weekday_name(day)


@pytest.mark.parametrize(
    "text",
    [
        *("Senin s/d Kamis", "Senin s.d. Kamis", "senin s.d Kamis", "Senin sd Kamis", "SENIN S/D KAMIS"),
        *("Senin-Kamis", "Senin - Kamis", "Senin–Kamis", "Senin sampai Kamis", "Senin sampai dengan Kamis"),
        *(
            "Senin hingga Kamis",
            "Senin, Selasa, Rabu, Kamis",
            "Senin s/d Rabu, Kamis",
            "Kamis, Senin s/d Kamis",
        ),
    ],
)
def test_span_of_weekdays(text: str) -> None:
    assert read_weekdays(text) == (0, 1, 2, 3)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Jumat", (4,)),
        ("Jum'at", (4,)),
        ("Senin, Rabu", (0, 2)),
        ("Senin dan Rabu", (0, 2)),
        ("Senin & Rabu", (0, 2)),
        ("Senin/Rabu", (0, 2)),
        ("Senin, Rabu, dan Jum’at", (0, 2, 4)),
        ("Senin, Senin", (0,)),
        ("Sabtu s/d Senin", (0, 5, 6)),
    ],
)
def test_single_weekdays_and_spans_over_the_end_of_the_week(text: str, days: tuple[int, ...]) -> None:
    assert days == read_weekdays(text)


@pytest.mark.parametrize(
    "text", ["", "Senin s/d", "s/d Kamis", "Senin s/d Kamis s/d Jumat", "Senin,", "libur"]
)
def test_broken_spans_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no weekday"):
        read_weekdays(text)


@given(st.frozensets(st.integers(min_value=0, max_value=6), min_size=1), langs)
def test_written_weekdays_read_back(days: frozenset[int], lang: Lang) -> None:
    assert tuple(sorted(days)) == read_weekdays(format_weekdays(days, lang))


@pytest.mark.parametrize(
    ("days", "indonesian", "english"),
    [
        ((), "", ""),
        ((4,), "Jumat", "Friday"),
        ((5, 6), "Sabtu dan Minggu", "Saturday and Sunday"),
        ((3, 0, 1, 2), "Senin s.d. Kamis", "Monday to Thursday"),
        ((0, 2, 4), "Senin, Rabu, dan Jumat", "Monday, Wednesday, and Friday"),
        ((0, 1, 2, 4), "Senin s.d. Rabu dan Jumat", "Monday to Wednesday and Friday"),
    ],
)
def test_weekdays_are_written_as_spans(days: tuple[int, ...], indonesian: str, english: str) -> None:
    assert indonesian == format_weekdays(days)
    assert english == format_weekdays(days, "en")
