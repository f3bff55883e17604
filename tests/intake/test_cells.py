"""Single cells: what a number, a day or a word is read as, what it is written as, what is refused."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from ppid_core.intake import cells
from ppid_core.intake.cells import COUNTS, DAYS, FIGURES, CellError, TwoWays, first_of_several, shown
from ppid_core.intake.cells import cell as written
from ppid_core.intake.cells.no_day import serial_day, why_no_day
from ppid_core.language import Bilingual
from ppid_core.model import AgencyRef, Bound, Coded, Period, RefusalReason


def only_ways(ways: TwoWays, *texts: str) -> dict[Any, str]:
    """Return the texts that can only have been written in one way, by that way."""
    return {way: text for text in reversed(texts) if (way := ways.only(text)) is not None}


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("1.000", "as a whole number, 1,000"),
        ("1,000", "as a whole number, 1,000"),
        ("Rp1.000,-", "as a whole number, 1,000"),
        ("RP 1.000", "as a whole number, 1,000"),
        ("1.000 Rupiah", "as a whole number, 1,000"),
        ("1.000 (seribu\nrupiah)", "as a whole number, 1,000"),
        ("-1.000", "as a whole number, -1,000"),
        ("1.000.000", None),
        ("1.000,5", None),
        ("1000", None),
        ("seribu", None),
    ],
)
def test_a_count_that_can_be_read_in_two_ways_says_how_it_was_read(text: str, way: str | None) -> None:
    told = COUNTS.how(text)
    assert (None if told is None else told.en) == (None if way is None else f"read {way}")


@pytest.mark.parametrize(
    ("text", "told"),
    [("1.000", "read as a whole number, 1,000"), ("1,000", "read with decimals, 1.000"), ("10,5", None)],
)
def test_a_figure_with_three_places_may_be_thousands_or_a_fraction(text: str, told: str | None) -> None:
    how = FIGURES.how(text)
    assert (None if how is None else how.en) == told


@pytest.mark.parametrize(
    ("text", "against"),
    [
        *((text, "1.000") for text in ("1.5", "1,234.5", "1,234,567", "1,234,567.5")),
        *((text, "1,000") for text in ("1,5", "1.234,5", "1.234.567", "1.234.567,5")),
    ],
)
def test_a_text_of_one_way_speaks_against_those_of_two_that_are_read_in_the_other(
    text: str, against: str
) -> None:
    ways = only_ways(COUNTS, text)
    assert COUNTS.against(against, ways) == text
    assert COUNTS.against(against.translate({44: 46, 46: 44}), ways) is None
    assert COUNTS.against("1000", ways) is None


@pytest.mark.parametrize("text", ["5", "1.000", "1,000", "?", "satu"])
def test_what_speaks_for_no_way_speaks_against_none(text: str) -> None:
    assert only_ways(COUNTS, text) == {}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "07/01/2021",
            ("dibaca hari lebih dahulu, 7 Januari 2021", "read with the day first, 7 January 2021"),
        ),
        ("07/01/21", ("dibaca hari lebih dahulu, 7 Januari 2021", "read with the day first, 7 January 2021")),
        ("07/01", ("dibaca hari lebih dahulu, 7 Januari", "read with the day first, 7 January")),
        ("17/01/2021", None),
        ("07/07/2021", None),
    ],
)
def test_a_day_in_figures_says_how_it_was_read_where_it_may_be_another(
    text: str, told: tuple[str, str] | None
) -> None:
    how = DAYS.how(text)
    assert (None if how is None else (how.id, how.en)) == told


def test_a_month_that_stands_first_speaks_against_days_that_are_read_first() -> None:
    ways = only_ways(DAYS, "17/01/2021", "01/17/2021")
    assert DAYS.against("07/01/2021", ways) == "01/17/2021"
    assert DAYS.clash("07/01/2021", "01/17/2021").message.en == (
        '"{value}" may be 7 January 2021 or 1 July 2021: "01/17/2021" in this column has the month first.'
        " Write the name of the month."
    )


def test_of_several_texts_in_one_cell_the_first_that_matters_is_told() -> None:
    several = first_of_several(DAYS)
    told = several.how("17/01/2021 | 07/01/2021 | 08/01/2021")
    assert told is not None
    assert told.en == "read with the day first, 7 January 2021"
    assert several.how("17/01/2021 | 18/01/2021") is None
    assert only_ways(several, "07/01/2021 | 01/17/2021")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("13", (13, None)),
        ("0", (0, None)),
        ("1.000", (1000, None)),
        ("1.00", (1, None)),
        ("13 (Tiga Belas)", (13, "Tiga Belas")),
    ],
)
def test_a_count_is_a_whole_number_from_0(text: str, value: tuple[int, str | None]) -> None:
    assert cells.count(text) == value


@pytest.mark.parametrize("read", [cells.count, cells.rupiah, cells.figure, cells.cost])
def test_what_is_counted_is_never_negative(read: object) -> None:
    assert callable(read)
    with pytest.raises(CellError, match="cannot be negative"):
        read("-1")
    assert read("0") in {(0, None), Decimal(0)}


@pytest.mark.parametrize(
    ("text", "example"),
    [
        ("tiga puluh", "30 or 30 (tiga puluh)"),
        ("1.0000", "13 or 13 (tiga belas)"),
        ("satu juta", "13 or 13 (tiga belas)"),
        ("sembilan ratus ribu", "900.000 or 900.000 (sembilan ratus ribu)"),
        ("?", "13 or 13 (tiga belas)"),
    ],
)
def test_a_number_that_cannot_be_read_is_shown_how_to_write_it(text: str, example: str) -> None:
    with pytest.raises(CellError) as told:
        cells.count(text)
    assert told.value.message.en.endswith(f"Write {example}.")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Rp 75 ribu", 75_000),
        ("75 rb", 75_000),
        ("Rp 75 juta", 75_000_000),
        ("Rp1,5 miliar", 1_500_000_000),
        ("2,5 jt", 2_500_000),
        ("Rp 75 miliar", 75_000_000_000),
        ("Rp 75 juta (tujuh puluh lima juta rupiah)", 75_000_000),
    ],
)
def test_an_amount_with_its_scale_in_words_is_read_exactly_and_noted(text: str, meant: int) -> None:
    assert cells.rupiah(text) == meant
    told = cells.remark_on_amount(text, cells.TimeFrame())
    assert told is not None
    assert told.en.startswith("is read exactly, with ")


def test_an_amount_whose_scale_may_be_two_is_shown_in_figures() -> None:
    with pytest.raises(CellError) as told:
        cells.rupiah("75 M")
    assert told.value.message.en.endswith("for example 75.000.000.000.")


@pytest.mark.parametrize(
    "text",
    [
        "sekitar Rp 75 juta",
        "± Rp 75 juta",
        "Rp 75 juta lebih",
        "Rp 75 jutaan",
        "70-75 juta",
        "> 75 juta",
        "Rp 1.500 juta",
    ],
)
def test_what_is_rough_is_no_amount(text: str) -> None:
    with pytest.raises(CellError):
        cells.rupiah(text)


@pytest.mark.parametrize("read", [cells.rough, cells.rupiah, cells.cost])
@pytest.mark.parametrize("text", ["73 r\u0131bu", "73 m\u0131l\u0131ar"])
def test_a_scale_with_a_letter_of_another_alphabet_is_a_problem(read: object, text: str) -> None:
    """A dotless i is the letter i where case is passed over, and no scale is spelled with it."""
    assert callable(read)
    with pytest.raises(CellError):
        read(text)


@pytest.mark.parametrize("read", [cells.figure, cells.count])
def test_a_scale_in_words_is_read_where_money_is_alone(read: object) -> None:
    assert callable(read)
    with pytest.raises(CellError):
        read("Rp 75 juta")


@pytest.mark.parametrize(
    ("read", "text", "value"),
    [
        (cells.year, "2025 (dua ribu dua puluh lima)", 2025),
        (cells.whole, "12 (dua belas) orang", 12),
        (cells.whole, "2.100 kali", 2100),
        (cells.working_days, "8 (delapan) hari kerja", 8),
        (cells.rupiah, "Rp1.500.000,- (satu juta lima ratus ribu rupiah)", 1_500_000),
    ],
)
def test_words_in_brackets_that_agree_are_read(read: object, text: str, value: int) -> None:
    assert callable(read)
    assert read(text) == value


@pytest.mark.parametrize(
    ("read", "text", "why"),
    [
        (cells.year, "2025 (dua ribu dua puluh enam)", "say 2,026"),
        (cells.whole, "12 (tiga belas)", "say 13"),
        (cells.rupiah, "Rp1.500.000 (satu juta)", "say 1,000,000"),
        (cells.rupiah, "Rp1.500.000 (sudah dibayar)", "are no number"),
        (cells.year, "2025 (perubahan)", "are no number"),
    ],
)
def test_words_in_brackets_that_do_not_agree_are_a_problem(read: object, text: str, why: str) -> None:
    assert callable(read)
    with pytest.raises(CellError) as told:
        read(text)
    assert why in told.value.message.en


@pytest.mark.parametrize(
    ("text", "told"),
    [("2.100 kali", "kali"), ("5 Permohonan", "permohonan"), ("10,00", "desimal"), ("10", "")],
)
def test_what_is_not_read_of_a_count_is_noted(text: str, told: str) -> None:
    remark = cells.remark_on_count(text, cells.TimeFrame())
    assert (remark is None) == (not told)


@pytest.mark.parametrize(("text", "year"), [("1800", 1800), ("2999", 2999), ("Tahun 2024", 2024)])
def test_a_year_has_four_figures(text: str, year: int) -> None:
    assert cells.year(text) == year


@pytest.mark.parametrize("text", ["1799", "3000", "24", "20244", "2024-2025"])
def test_what_is_no_year_of_1800_to_2999_is_refused(text: str) -> None:
    with pytest.raises(CellError, match="is no year"):
        cells.year(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (">= 40", (40, Bound.AT_LEAST)),
        ("> 40", (40, Bound.MORE)),
        ("± 40", (40, Bound.ABOUT)),
        ("tidak kurang dari 40", (40, Bound.AT_LEAST)),
        ("40 lebih", (40, Bound.OVER)),
        ("73 ribu", (73_000, Bound.ABOUT)),
        ("lebih dari 2 juta", (2_000_000, Bound.MORE)),
        ("1,5 miliar", (1_500_000_000, Bound.ABOUT)),
        ("3 MILYAR", (3_000_000_000, Bound.ABOUT)),
        ("40", (40, None)),
    ],
)
def test_a_figure_keeps_how_roughly_it_is_said(text: str, value: tuple[int, Bound | None]) -> None:
    number, bound = value
    assert cells.rough(text) == (Decimal(number), bound)


@pytest.mark.parametrize(
    ("text", "within"),
    [
        ("Pebruari", Period(2021, 2)),
        ("2", Period(2021, 2)),
        ("Februari 2020", Period(2020, 2)),
        ("2020-02", Period(2020, 2)),
        ("2020/2", Period(2020, 2)),
    ],
)
def test_a_month_lies_in_the_year_that_it_names_else_in_that_of_the_report(text: str, within: Period) -> None:
    assert cells.month(text).within(2021) == within


@pytest.mark.parametrize("text", ["13", "0", "2020-13", "Maret-April", ""])
def test_what_is_no_month_is_refused(text: str) -> None:
    with pytest.raises(CellError, match="is no month"):
        cells.month(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Senin, 7 Januari 2021", "is a Thursday; look at the weekday or at the date"),
        ("Kamis, 7 Januari 2021", None),
        ("7 Januari 2021", None),
        ("Kamis", None),
    ],
)
def test_a_weekday_that_is_not_that_of_its_date_is_told(text: str, said: str | None) -> None:
    told = cells.remark_on_day(text)
    assert (None if told is None else told.en) == said


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("01/17/2021", "has the month first. Write 17 January 2021."),
        ("Januari 17, 2021", "has the month first. Write 17 January 2021."),
        ("Jan 40, 2021", "is no date. Write 7 Januari 2021, 07/01/2021 or 2021-01-07."),
        ("29/02/2021", "February 2021 has 28 days. Write the right one, for example 28 February 2021."),
        ("31 April 2021", "April 2021 has 30 days. Write the right one, for example 30 April 2021."),
        ("32/01/2021", "there is no day 32. Write 1 to 31 January 2021."),
        ("0/01/2021", "there is no day 0. Write 1 to 31 January 2021."),
        ("13/13/2021", "there is no month 13. Write a month from 1 to 12."),
        ("2021-13-07", "there is no month 13. If it means 13 July 2021, write so."),
        ("2021-00-07", "there is no month 0. Write a month from 1 to 12."),
        ("7/1/21", "has two figures only. Write four, for example 7/1/2021."),
        ("7 Januari 1021", "its year is 1021. Look at it, and write four figures."),
        ("1 Januari 1021", "its year is 1021. Look at it, and write four figures."),
        ("1/1/0000", "is no date."),
        ("Januari", "names a month only (Januari)."),
        ("Januari 2021", "names a month only (Januari)."),
        ("2021-03", "names a month only (Maret)."),
        ("2021-13", "is no date."),
        ("2021", "names a year only."),
        ("tahun 1999", "names a year only."),
        ("44203", "is the serial number by which Excel keeps 7 January 2021."),
        ("44203,5", "is the serial number by which Excel keeps 7 January 2021."),
        ("44203.x", "is no date."),
        ("20000", "is the serial number by which Excel keeps 3 October 1954."),
        ("19999", "is no date."),
        ("80000", "is the serial number by which Excel keeps 11 January 2119."),
        ("80001", "is no date."),
        ("20210107", "the figures of its date are written together. Write 7 January 2021."),
        ("07012021", "the figures of its date are written together. Write 7 January 2021."),
        ("20211307", "is no date."),
        ("2021-01-07 WIB", "a time zone stands beside it. Write 7 January 2021."),
        ("UTC+7 7 Januari 2021", "a time zone stands beside it. Write 7 January 2021."),
        ("7 Januari 2021 +07:00", "a time zone stands beside it. Write 7 January 2021."),
        ("07/01/2021 WIB", "is no date."),
        ("7 Januari 2021 dan 8 Januari 2021", "holds more than one date. Write one of them."),
        ("7-8 Januari 2021", "holds more than one date. Write one of them."),
        ("7 s.d. 9 Januari 2021", "holds more than one date. Write one of them."),
        ("7 Janvari 2021", 'the name of its month is not known. Did you mean "Januari"?'),
        ("7 Xyzzy 2021", "the name of its month is not known. Write Januari–Desember."),
        ("sekitar 17/01/2021", "something else stands beside its date. Write 17 January 2021."),
        ("sekitar 07/01/2021", "is no date."),
        ("sekitar 30/02/2021", "is no date."),
        ("besok", "is no date."),
        ("besok WIB", "is no date."),
    ],
)
def test_a_text_that_is_no_day_says_why_and_names_a_day_only_where_no_other_can_be_meant(
    text: str, why: str
) -> None:
    assert f" {why}" in why_no_day(text).en


@pytest.mark.parametrize(
    ("text", "year", "why"),
    [
        ("7 Januari", 2021, "its year is not complete. Write as 7 January 2021."),
        ("29 Februari", 2024, "its year is not complete. Write as 29 February 2024."),
        ("29 Februari", 2021, "February 2021 has 28 days."),
        ("29 Februari", None, "its year is not complete."),
        ("1 Februari", None, "its year is not complete."),
        ("30 Februari", None, "has 29 days."),
        ("7 Jan '21", 2021, "its year is not complete. Write as 7 January 2021."),
        ("7 Jan '21", 2020, "its year is not complete. Write as 7 January 2021."),
        ("7 Jan '21", None, "its year is not complete. Write as 7 January 2021."),
        ("7 Jan '98", 1998, "its year is not complete. Write as 7 January 1998."),
        ("29/02/24", 2021, "has two figures only. Write four, for example 29/02/2024."),
        ("29/02/21", 2024, "February 2021 has 28 days."),
    ],
)
def test_a_day_without_its_whole_year_is_looked_for_in_the_year_that_it_can_be_of(
    text: str, year: int | None, why: str
) -> None:
    assert f" {why}" in why_no_day(text, year).en


@pytest.mark.parametrize(
    ("text", "is_from_1904", "day"),
    [
        ("44203", False, date(2021, 1, 7)),
        ("42741", True, date(2021, 1, 7)),
        ("18538", True, date(1954, 10, 3)),
        ("18537", True, None),
        ("044203", False, None),
        ("٤٤٢٠٣", False, None),
        ("-4420", False, None),
    ],
)
def test_a_spreadsheet_keeps_days_as_numbers_from_1900_or_from_1904(
    text: str, day: date | None, *, is_from_1904: bool
) -> None:
    assert serial_day(text, is_from_1904=is_from_1904) == day


def test_a_cell_that_is_no_day_is_refused_with_the_reason() -> None:
    with pytest.raises(CellError, match="is no date"):
        cells.day("besok")


def test_a_long_text_is_quoted_up_to_sixty_signs_and_what_nobody_sees_is_spelled() -> None:
    assert shown("a" * 60).en == "a" * 60
    assert shown("a" * 61).en == "a" * 60 + "…"
    assert shown("a\x07b").en == "a\\x07b"


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (None, ""),
        (Coded(RefusalReason.NOT_HELD, "kata sendiri"), "kata sendiri"),
        (Coded(RefusalReason.NOT_HELD), "tidak dikuasai"),
        (Coded(RefusalReason.OTHER, "=1+1"), "'=1+1"),
    ],
)
def test_a_word_is_written_as_it_was_typed_else_as_its_label(
    value: Coded[RefusalReason] | None, cell: str
) -> None:
    assert written.term(value) == cell


def test_other_values_are_written_as_they_are_read() -> None:
    assert written.counted(13, "Tiga Belas") == "13 (Tiga Belas)"
    assert written.counted(13, None) == 13
    assert written.agency(AgencyRef(typed="Dinas A")) == "Dinas A"
    assert [written.agency(None), *map(written.yes_or_no, (None, True, False))] == ["", "", "ya", "tidak"]
    assert written.month(Period(2021, 3), 2021) == "Maret"
    assert written.month(Period(2020, 3), 2021) == "2020-03"
    assert written.month(Period(2021), 2021) == ""
    assert written.received(Period(2021, 3, 1), 2021) == {"tanggal": date(2021, 3, 1), "bulan": None}
    assert written.received(Period(2021, 3), 2021) == {"tanggal": None, "bulan": "Maret"}
    assert written.received(None, 2021) == {"tanggal": None, "bulan": None}
    assert written.several(["a", "b"]) == "a|b"
    assert written.several(["-"]) == "'-|"


@pytest.mark.parametrize("text", ["h/i", "h, i", "Pasal 17 huruf h dan i UU KIP"])
def test_letters_of_the_exemption_are_read_in_any_form(text: str) -> None:
    assert cells.exemption(text) == ("h, i", None)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Pasal 6 ayat (3) huruf c", RefusalReason.PERSONAL_RIGHTS),
        ("belum dikuasai", RefusalReason.NOT_HELD),
        ("tidak lengkap", RefusalReason.INCOMPLETE),
    ],
)
def test_another_ground_of_the_act_is_the_reason(text: str, reason: RefusalReason) -> None:
    assert cells.exemption(text) == ("", Coded(reason, text))


def test_all_letters_of_the_exemption_are_read() -> None:
    assert cells.exemption("huruf a sampai j") == ("a, b, c, d, e, f, g, h, i, j", None)


@pytest.mark.parametrize("text", ["k", "z", "Pasal 17 huruf k", "tidak sesuai ketentuan"])
def test_what_is_no_letter_and_no_ground_is_refused(text: str) -> None:
    with pytest.raises(CellError, match="is no letter of Pasal 17"):
        cells.exemption(text)


@pytest.mark.parametrize(
    "text", ["(salinan)/maklumat.png", "!maklumat.png", "../laporan-2023", "gambar\\maklumat.png"]
)
def test_a_path_inside_the_folder_or_its_parent_is_whole(text: str) -> None:
    assert cells.beside(text) == text.replace("\\", "/")


@pytest.mark.parametrize(
    "text", ["..", "../..", "../../lain", "/etc", "C:\\gambar", "https://contoh.id/a.png"]
)
def test_a_path_that_leaves_both_is_refused(text: str) -> None:
    with pytest.raises(CellError):
        cells.beside(text)


def test_what_may_be_meant_is_looked_for_only_where_it_is_asked_for() -> None:
    plain, closer = Bilingual("{value}: apa?", "{value}: what?"), Bilingual("{value}: itu?", "{value}: that?")
    error = CellError(plain, plain, lambda: closer)

    assert error.about(Bilingual.both("x")) == Bilingual("x: apa?", "x: what?")
    assert error.about(Bilingual.both("x"), looks=True) == Bilingual("x: itu?", "x: that?")
    assert CellError(plain, plain).about(Bilingual.both("x"), looks=True).id == "x: apa?"
