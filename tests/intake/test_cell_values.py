"""Values of programs as cells: what a clerk would have typed; what cells say of persons, words and days."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from decimal import Decimal
from enum import Enum, IntEnum, StrEnum
from fractions import Fraction
from uuid import UUID

import numpy as np
import pandas as pd
import pytest

from ppid_core.intake import cells
from ppid_core.intake.cells import FIGURES, ROUGH, CellError, TimeFrame
from ppid_core.intake.cells import cell as written
from ppid_core.intake.cells.cell import Cells
from ppid_core.intake.cells.number import words_beside
from ppid_core.intake.cells.person import age, age_group
from ppid_core.intake.cells.value import ListError, cell_text, is_blank
from ppid_core.language import Bilingual
from ppid_core.model import Coded, Desk, Outcome, Period, RefusalReason, StageKind


class Status(Enum):
    """A list of another program: its words, or its numbers, which say nothing."""

    REFUSED = "ditolak"
    OPEN = 1


class Word(StrEnum):
    """A list of words of another program."""

    DONE = "selesai"


class Letters(str):
    """A text of another program, under a name that sorts before that of pandas' missing day."""

    __slots__ = ()


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
    "value", ["", "nan", Letters("a"), 0, 0.0, False, Decimal(0), date(2021, 1, 7), [], ["a"]], ids=repr
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
        (Word.DONE, "selesai"),
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


@pytest.mark.parametrize(
    ("text", "asked"), [("ditolakk", 'Maksudnya "ditolak"? '), ("sama sekali lain", "")], ids=["near", "far"]
)
def test_a_word_that_no_list_holds_is_told_with_the_nearest_and_with_all(text: str, asked: str) -> None:
    with pytest.raises(CellError) as told:
        cells.member(Outcome)(text)

    sentence = told.value.about(Bilingual.both(text), looks=True).id
    assert sentence.startswith(f'"{text}" tidak dikenal. {asked}Tulis salah satu: dikabulkan seluruhnya, ')
    assert cells.coded(RefusalReason)(f" {text}\n") == Coded(RefusalReason.OTHER, text)


@pytest.mark.parametrize(
    ("text", "value", "told"),
    [
        ("ditolak", (Outcome.REFUSED, None), None),
        ("ditolak oleh PPID", (Outcome.REFUSED, None), "read as refused"),
        ("tidak dijawab PPID pembantu", (Outcome.UNANSWERED, Desk.AGENCY), None),
        (
            "diterima",
            (Outcome.GRANTED, None),
            "read as granted in full; where it means that the request came in, write so",
        ),
        (
            "mengajukan keberatan",
            (None, None),
            "names an objection and no outcome of the request, which is not recorded",
        ),
    ],
)
def test_an_outcome_says_who_did_not_answer_and_how_it_was_read(
    text: str, value: tuple[Outcome | None, Desk | None], told: str | None
) -> None:
    how = cells.ambiguous_outcome(text)

    assert cells.outcome(text) == value
    assert (None if how is None else how.en) == told


@pytest.mark.parametrize(
    ("text", "letters"), [("h", "h"), ("h dan i", "h, i"), ("a-d", "a, b, c, d"), ("Pasal 17 huruf j", "j")]
)
def test_a_cell_of_exempting_letters_alone_is_read_in_any_form(text: str, letters: str) -> None:
    assert cells.exempting_letters(text) == letters


@pytest.mark.parametrize("text", ["", "k", "Pasal 17 huruf h dan k", "tidak dikuasai", "Pasal 35 huruf a"])
def test_what_names_no_exempting_letter_is_refused_though_it_is_a_ground(text: str) -> None:
    with pytest.raises(CellError, match="Write a to j"):
        cells.exempting_letters(text)


def test_letters_of_an_objection_are_a_to_g() -> None:
    assert [cells.letters_of_ground(text) for text in ("a", "a, c")] == [("a",), ("a", "c")]
    for text in ("h", ""):
        with pytest.raises(CellError, match="Write a to g"):
            cells.letters_of_ground(text)


def test_stages_stand_once_each_in_the_order_typed() -> None:
    mediation, adjudication = StageKind.MEDIATION, StageKind.ADJUDICATION

    assert cells.stages("mediasi dan ajudikasi") == (mediation, adjudication)
    assert cells.stages("ajudikasi|mediasi, ajudikasi;") == (adjudication, mediation)


def test_a_reason_is_known_by_its_words_else_kept_as_typed() -> None:
    assert cells.reason("tidak dikuasai") == Coded(RefusalReason.NOT_HELD, "tidak dikuasai")
    assert cells.reason("kata  sendiri") == Coded(RefusalReason.OTHER, "kata sendiri")


@pytest.mark.parametrize("text", ["-", "NULL", "(null)", "n/a", "0000-00-00", "'-", " – "])
def test_what_stands_for_no_record_is_none(text: str) -> None:
    assert cells.is_unrecorded(text)


@pytest.mark.parametrize("text", ["", "tidak", "nihil", "none x", "0"])
def test_a_word_is_a_record(text: str) -> None:
    assert not cells.is_unrecorded(text)


def test_neither_our_mark_nor_a_control_character_is_content() -> None:
    for refuse, text in ((cells.refuse_unread, cells.UNREAD), (cells.refuse_control, "a\x07")):
        with pytest.raises(CellError):
            refuse(text)
        refuse("a\tb\nc")


def test_one_of_few_words_and_a_colour_are_read_whatever_their_case() -> None:
    assert cells.choice("harian", "Bulanan")("BULANAN") == "Bulanan"
    assert cells.colour(" #12ab9f ") == "#12AB9F"
    for read, text in (
        (cells.choice("harian"), "tahunan"),
        (cells.colour, "#12ab9"),
        (cells.colour, "x#12ab9f"),
    ):
        with pytest.raises(CellError):
            read(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("7 Januari", "read in the year of the report, 2021, for no year is written"),
        ("7 Jan 21", "read in the year of the report, 2021, for its year has two figures only"),
        ("Senin, 7 Januari 2021", "is a Thursday; look at the weekday or at the date"),
        ("7 Januari 2021 di kantor", "is read for its date alone; the words behind it are not read"),
        ("Kamis, 7 Januari 2021", None),
        ("2021-01-07", None),
        ("besok", None),
    ],
)
def test_what_is_added_to_a_day_or_passed_over_is_told(text: str, told: str | None) -> None:
    frame = TimeFrame(year=2021)
    how = cells.remark_on_day(text, frame)

    assert (None if how is None else how.en) == told
    assert cells.remark_on_days(f"2021-01-07 | {text}", frame) == how


@pytest.mark.parametrize(
    ("text", "is_day"), [("1799-12-31", False), ("1800-01-01", True), ("2999-12-31", True)]
)
def test_a_day_lies_between_1800_and_2999(text: str, *, is_day: bool) -> None:
    if is_day:
        assert str(cells.day(text)) == text
    else:
        with pytest.raises(CellError, match="its year is 1799"):
            cells.day(text)


def test_several_days_come_in_their_order() -> None:
    assert cells.several_days("2021-01-07 || 5 Januari", TimeFrame(year=2021)) == (
        date(2021, 1, 5),
        date(2021, 1, 7),
    )


def test_times_and_weekdays_are_read_or_refused_with_an_example() -> None:
    assert (cells.hour("09.00"), cells.weekdays("Senin s/d Rabu")) == (time(9), (0, 1, 2))
    for read, text, example in (
        (cells.hour, "25.00", "Write 09.00"),
        (cells.weekdays, "Hariini", "Write Senin"),
    ):
        with pytest.raises(CellError, match=example):
            read(text)


def test_a_persons_traits_are_told_in_one_way() -> None:
    assert (cells.sex("L"), cells.education("Strata  1")) == ("laki-laki", "S1")


@pytest.mark.parametrize(
    ("row", "marked"),
    [
        ({"a": "", "b": "x"}, {"a": cells.UNREAD, "b": "x"}),
        ({"a": "1", "b": None}, {"a": "1", "b": cells.UNREAD}),
        ({"a": "1", "b": "2"}, {"a": cells.UNREAD, "b": "2"}),
        ({"c": ""}, {"c": ""}),
    ],
)
def test_of_columns_that_share_an_unread_field_the_first_blank_one_is_marked(
    row: Cells, marked: Cells
) -> None:
    assert written.marked(row, ["field", "other"], {"a": "field", "b": "field", "c": "third"}) == marked


def test_only_cells_that_are_there_are_marked() -> None:
    assert written.marked_at({"a": 1, "b": 2}, ["b", "c"]) == {"a": 1, "b": cells.UNREAD}


@pytest.mark.parametrize(
    ("period", "day", "month"),
    [
        (None, None, None),
        (Period(2021), None, None),
        (Period(2021, 3), None, "Maret"),
        (Period(2020, 3), None, "2020-03"),
        (Period(2022, 3), None, "2022-03"),
        (Period(2021, 3, 4), date(2021, 3, 4), None),
    ],
)
def test_when_something_came_in_is_written_as_a_day_else_as_a_month(
    period: Period | None, day: date | None, month: str | None
) -> None:
    assert written.received(period, 2021) == {"tanggal": day, "bulan": month}


@pytest.mark.parametrize(
    ("text", "beside", "is_percent"),
    [("13 (Tiga Belas)", "Tiga Belas", False), ("13 ( )", None, False), ("50 %", None, True)],
)
def test_words_beside_a_figure_and_its_sign_are_told(
    text: str, beside: str | None, *, is_percent: bool
) -> None:
    assert words_beside(text) == beside
    assert cells.is_percent(text) is is_percent


@pytest.mark.parametrize("text", ["50%", "50 persen", "Rp 50", "50 (lima puluh)"])
def test_a_figure_is_read_without_its_sign_or_its_words(text: str) -> None:
    assert cells.figure(text) == 50


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Rp 10,00", "is read as rupiah and sen; look at it if thousands are meant"),
        ("Rp 75 juta (tujuh puluh lima juta)", 'is read exactly, with "juta" as 1,000,000'),
        ("Rp 10.000", None),
    ],
)
def test_how_an_amount_was_read_is_told_where_it_may_be_another(text: str, told: str | None) -> None:
    how = cells.remark_on_amount(text, TimeFrame())

    assert (None if how is None else how.en) == told


@pytest.mark.parametrize("text", ["lebih 40", "lebih sedikit 40"])
def test_a_word_that_stands_behind_a_figure_says_nothing_before_it(text: str) -> None:
    with pytest.raises(CellError):
        cells.rough(text)


@pytest.mark.parametrize(
    ("text", "path"), [("maklumat.png", "maklumat.png"), (" gambar\\maklumat.png ", "gambar/maklumat.png")]
)
def test_a_path_inside_the_folder_is_whole(text: str, path: str) -> None:
    assert cells.inside(text) == path


@pytest.mark.parametrize(
    "text", ["", ".", "..", "../lain.png", "/etc", "C:\\gambar", "https://contoh.id/a.png"]
)
def test_a_path_that_leaves_the_folder_or_names_nothing_is_refused(text: str) -> None:
    with pytest.raises(CellError):
        cells.inside(text)


@pytest.mark.parametrize(
    ("text", "is_told"), [("1.0", True), ("1,00", True), ("1.000", False), ("1.500", False), ("13", False)]
)
def test_zeros_that_are_read_as_decimals_of_a_count_are_told(text: str, *, is_told: bool) -> None:
    assert (cells.remark_on_count(text, TimeFrame()) is not None) is is_told


@pytest.mark.parametrize("text", ["1,5", "1.5", "1.000", "1,000", "1,234.5", "40"])
def test_a_figure_that_is_said_roughly_is_written_in_the_way_of_the_figure(text: str) -> None:
    rough = f"sekitar {text}"

    assert (ROUGH.only(rough), ROUGH.taken(rough)) == (FIGURES.only(text), FIGURES.taken(text))
    assert ROUGH.how(rough) == FIGURES.how(text)
