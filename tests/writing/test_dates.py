from __future__ import annotations

from datetime import UTC, date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppid_core.language import Lang
from ppid_core.writing import (
    MONTHS,
    format_date,
    is_ambiguous_date,
    month_name,
    read_date,
    read_month,
    stated_weekday,
    weekday_name,
)

langs = st.sampled_from(("id", "en"))


@given(st.dates(), langs)
def test_written_date_reads_back(day: date, lang: Lang) -> None:
    assert day == read_date(format_date(day, lang))


@given(st.dates(), st.sampled_from("-/."))
def test_figures_read_back_with_the_day_first(day: date, sign: str) -> None:
    assert day == read_date(f"{day.day}{sign}{day.month}{sign}{day.year:04d}")
    assert day == read_date(f"{day.day:02d}{sign}{day.month:02d}{sign}{day.year:04d}")


@given(st.datetimes())
def test_iso_dates_and_moments_read_back(moment: object) -> None:
    assert read_date(str(moment)[:10]) == read_date(str(moment))
    assert str(moment)[:10] == read_date(str(moment)).isoformat()


@given(st.dates(), langs)
def test_weekday_before_a_date_is_told_apart(day: date, lang: Lang) -> None:
    text = f"{weekday_name(day.weekday(), lang)}, {format_date(day, lang)}"

    assert day == read_date(text)
    assert day.weekday() == stated_weekday(text)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "7 Januari 2021",
            "07 JANUARI 2021",
            "7 Jan 2021",
            "7 Jan. 2021",
            "7-Jan-2021",
            "7\u00a0Januari\u00a02021",
        ),
        *("07/01/2021", "07-01-2021", "7-1-2021", "7.1.2021", "7 / 1 / 2021", "07/01/2021 00:00:00"),
        *("2021-01-07", "2021-01-07 00:00:00", "2021-01-07T08:30:00.123", "2021/01/07", " 2021-1-7 "),
        *("Kamis, 7 Januari 2021", "kamis 7 Januari 2021", "Kamis/7 Januari 2021", "Senin, 07/01/2021"),
        *("Hari Kamis, tanggal 7 Januari 2021", "tanggal 7 Januari 2021"),
    ],
)
def test_date_is_read_as_people_write_it(text: str) -> None:
    assert date(2021, 1, 7) == read_date(text)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("3 Pebruari 2020", date(2020, 2, 3)),
        ("29 Februari 2020", date(2020, 2, 29)),
        ("30 Nopember 2020", date(2020, 11, 30)),
        ("17 Agust 2020", date(2020, 8, 17)),
        ("1 Okt 2020", date(2020, 10, 1)),
        ("Jum'at, 8 Januari 2021", date(2021, 1, 8)),
        ("31/12/2020", date(2020, 12, 31)),
    ],
)
def test_old_and_short_names_of_months(text: str, day: date) -> None:
    assert day == read_date(text)


@pytest.mark.parametrize(
    "text", ["2021-01-06T17:00:00Z", "2021-01-06 17:00:00+00:00", "2021-01-07T02:00+09:00"]
)
def test_moment_with_a_time_zone_is_a_day_of_the_zone_that_is_asked_for(text: str) -> None:
    assert read_date(text) == date(2021, 1, 7)
    assert read_date(text, UTC) == date(2021, 1, 6)


@pytest.mark.parametrize(
    "text",
    [
        *("", "Januari", "2021", "7 Januari", "7 Januari 21", "07/01/21", "7-1-21", "21-01-07", "44203"),
        *("29 Februari 2021", "31/04/2021", "13/13/2021", "2021-13-01", "0/1/2021", "1/1/0000", "01/13/2021"),
        *(
            "7 Foo 2021",
            "Kemis, 7 Januari 2021",
            "07/01-2021",
            "7 Januari 2021 s/d 8 Januari 2021",
            "٧/١/٢٠٢١",
        ),
        *("2021-01-06T25:00:00Z", "7 Januari\n2021", "-7/1/2021"),
    ],
)
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        read_date(text)


@pytest.mark.parametrize("text", ["07/01/2021", "7-1-2021", "12.11.2020", "Kamis, 07/01/2021"])
def test_small_figures_may_be_meant_with_the_month_first(text: str) -> None:
    assert is_ambiguous_date(text)


@pytest.mark.parametrize(
    "text",
    ["13/01/2021", "5/5/2021", "01/13/2021", "2021-01-07", "7 Januari 2021", "0/1/2021", "", "Kamis"],
)
def test_other_dates_can_be_meant_in_one_way_only(text: str) -> None:
    assert not is_ambiguous_date(text)


def test_weekday_is_none_where_none_is_written() -> None:
    assert stated_weekday("7 Januari 2021") is None
    assert stated_weekday("") is None
    with pytest.raises(ValueError, match="no weekday"):
        stated_weekday("Serang, 7 Januari 2021")


@given(st.integers(min_value=1, max_value=12), langs)
def test_month_reads_back_from_name_and_figures(month: int, lang: Lang) -> None:
    name = month_name(month, lang)

    assert month == read_month(name.upper())
    assert month == read_month(f" {name[:3]}. ")
    assert month == read_month(str(month))
    assert month == read_month(f"{month:02d}")


def test_each_language_has_twelve_months() -> None:
    assert [len(set(names)) for names in MONTHS.values()] == [12, 12]
    assert month_name(5) == "Mei"
    assert month_name(5, "en") == "May"


@pytest.mark.parametrize("text", ["", "0", "00", "13", "001", "-1", "1.0", "III", "Foo", "Januari 2020", "J"])
def test_what_is_no_month_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no month"):
        read_month(text)


@pytest.mark.parametrize("month", [0, 13, -1])
def test_there_is_no_name_for_a_month_out_of_the_year(month: int) -> None:
    with pytest.raises(ValueError, match="no month"):
        month_name(month)
