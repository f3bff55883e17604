from __future__ import annotations

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppid_core.language import Lang
from ppid_core.writing import format_time, read_time


@given(st.times(), st.sampled_from(("id", "en")))
def test_written_time_reads_back_to_the_minute(moment: time, lang: Lang) -> None:
    assert moment.replace(second=0, microsecond=0) == read_time(format_time(moment, lang))


def test_time_is_written_with_a_dot_in_indonesian_only() -> None:
    assert format_time(time(9)) == "09.00"
    assert format_time(time(9), "en") == "09:00"


@pytest.mark.parametrize(
    "text",
    [
        "09.00",
        "09:00",
        "09.00 WIB",
        "9",
        "9.00",
        "09:00:00",
        "pukul 09.00 wita",
        "Pkl. 09.00",
        "\u00a009.00WIT",
    ],
)
def test_time_is_read_as_people_write_it(text: str) -> None:
    assert time(9) == read_time(text)


@pytest.mark.parametrize("text", ["", "WIB", "24.00", "9.5", "09.60", "09.00-15.00", "0,375", "9 pagi", "٩"])
def test_what_is_no_time_of_day_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        read_time(text)
