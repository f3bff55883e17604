"""Values of programs as cells: what a clerk would have typed; and what cells say of a person."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from decimal import Decimal
from enum import Enum, IntEnum
from fractions import Fraction
from uuid import UUID

import numpy as np
import pandas as pd
import pytest

from ppid_core.intake import cells
from ppid_core.intake.cells import CellError
from ppid_core.intake.cells.person import age, age_group
from ppid_core.intake.cells.value import ListError, cell_text, is_blank
from ppid_core.model import Outcome


class Status(Enum):
    """A list of another program: its words, or its numbers, which say nothing."""

    REFUSED = "ditolak"
    OPEN = 1


class Size(IntEnum):
    """A list of numbers that are counted with."""

    TWO = 2


@pytest.mark.parametrize(
    "value",
    [
        None,
        float("nan"),
        Decimal("nan"),
        pd.NA,
        pd.NaT,
        np.float32("nan"),
        np.datetime64("NaT"),
    ],
    ids=repr,
)
def test_what_stands_for_nothing_is_a_blank_cell(value: object) -> None:
    assert is_blank(value)
    assert cell_text(value) == ""


@pytest.mark.parametrize(
    "value", ["", "nan", 0, 0.0, False, Decimal(0), date(2021, 1, 7), [], ["a"]], ids=repr
)
def test_what_is_there_is_not_blank(value: object) -> None:
    assert not is_blank(value)


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("a\r\nb\rc", "a\nb\nc"),
        (True, "ya"),
        (False, "tidak"),
        (np.bool_(1), "ya"),
        (7, "7"),
        (np.int64(7), "7"),
        (1000.0, "1000"),
        (Decimal("1E+3"), "1000"),
        (1.5, "1,5"),
        (1.23, "1,23"),
        (1.234, "1,2340"),
        (1.2345, "1,2345"),
        (Decimal("1.230"), "1,23"),
        (np.float32(0.1), "0,1"),
        (Fraction(1, 4), "0,25"),
        (np.str_("kota"), "kota"),
        (date(2021, 1, 7), "2021-01-07"),
        (datetime(2021, 1, 7), "2021-01-07"),  # noqa: DTZ001  as databases hand it out
        (datetime(2021, 1, 7, 9, 30), "2021-01-07 09:30:00"),  # noqa: DTZ001  as databases hand it out
        (datetime(2021, 1, 7, tzinfo=UTC), "2021-01-07 00:00:00+00:00"),
        (np.datetime64("2021-01-07"), "2021-01-07"),
        (np.datetime64("2021-01-07T10:00"), "2021-01-07 10:00:00"),
        (pd.Timestamp("2021-01-07"), "2021-01-07"),
        (time(9, 5), "09:05:00"),
        (UUID(int=1), "00000000-0000-0000-0000-000000000001"),
        (Outcome.REFUSED, "ditolak"),
        (Status.REFUSED, "ditolak"),
        (Status.OPEN, "OPEN"),
        (Size.TWO, "2"),
        ([], ""),
        (["", None], ""),
        (np.array([]), ""),
    ],
    ids=repr,
)
def test_a_value_is_the_text_that_a_clerk_would_have_typed(value: object, cell: str) -> None:
    assert cell_text(value) == cell


@pytest.mark.parametrize("value", [["a", "", "b"], ("a", "b"), np.array(["a", "b"])], ids=repr)
def test_a_list_of_words_is_told_as_a_cell_of_several(value: object) -> None:
    with pytest.raises(ListError) as told:
        cell_text(value)
    assert told.value.text == "a|b"


@pytest.mark.parametrize("value", [["a|b"], [["a"]], (("a",),)], ids=repr)
def test_a_list_in_a_list_is_refused(value: object) -> None:
    with pytest.raises(CellError, match="holds another list"):
        cell_text(value)


@pytest.mark.parametrize(
    "value", [float("inf"), Decimal("Infinity"), 1e300, b"x", {}, np.timedelta64(1, "D"), 1j], ids=repr
)
def test_what_no_cell_can_hold_is_refused_by_the_name_of_its_type(value: object) -> None:
    with pytest.raises(CellError, match=f"of type {type(value).__name__} cannot stand in a cell"):
        cell_text(value)


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("34", "30-39"),
        ("39 tahun", "30-39"),
        ("40 thn", "40-49"),
        ("9 th.", "0-9"),
        ("0", "0-9"),
        ("101", "100-109"),
        ("1000", "1000"),
        ("17 s/d 25 tahun", "17-25"),
        ("17 – 25 TAHUN", "17-25"),
        ("17 sampai dengan 25", "17-25"),
        ("di atas 60 tahun", "di atas 60"),
    ],
)
def test_an_age_is_told_as_the_group_of_its_ten_years(text: str, group: str) -> None:
    assert age(text) == group


def test_a_group_of_age_stays_as_it_is_typed_without_its_unit() -> None:
    assert [age_group(text) for text in ("34 tahun", "17 s.d. 25 th", "lansia")] == ["34", "17-25", "lansia"]


@pytest.mark.parametrize(("text", "value"), [("Ya", True), ("1", True), ("TIDAK", False), ("tdk", False)])
def test_yes_and_no_are_read_in_any_of_their_spellings(text: str, *, value: bool) -> None:
    assert cells.yes_no(text) is value


@pytest.mark.parametrize("text", ["mungkin", "2", "ya/tidak"])
def test_what_is_neither_yes_nor_no_is_refused(text: str) -> None:
    with pytest.raises(CellError, match="Write ya or tidak"):
        cells.yes_no(text)
