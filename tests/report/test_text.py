"""From values to characters, in tables and in sentences."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppid_core.language import Lang
from ppid_core.model import Absent, Measure, Outcome, Period, Reason
from ppid_core.report import Counted, Days, Num, Ratio, Rupiah, Value, running, sentence, text
from ppid_core.testing.readers.figures import printed_number
from ppid_core.testing.readers.prose import sentence_figures

LANGS: tuple[Lang, ...] = ("id", "en")
CASES: list[tuple[Value, str, str]] = [
    ("apa adanya", "apa adanya", "apa adanya"),
    (1234567, "1.234.567", "1.234.567"),
    (Counted(13), "13", "13 (tiga belas)"),
    (Counted(0), "0", "0 (nihil)"),
    (Rupiah(Decimal(51904000)), "Rp51.904.000,00",
     "Rp51.904.000,00 (lima puluh satu juta sembilan ratus empat ribu rupiah)"),
    (Rupiah(Decimal("12.50")), "Rp12,50", "Rp12,50"),
    (Ratio(199, 462), "43,07%", "43,07 persen"),
    (Days(Decimal("8.48")), "8,48", "8,48 hari kerja"),
    (Days(Decimal("10.00")), "10", "10 hari kerja"),
    (date(2021, 1, 7), "7 Januari 2021", "7 Januari 2021"),
    (Period(2020, 2), "Februari 2020", "Februari 2020"),
    (Period(2020), "2020", "2020"),
    (Outcome.PARTLY_GRANTED, "dikabulkan sebagian", "dikabulkan sebagian"),
    (Absent(), "tidak tercatat", "tidak tercatat"),
    (Absent(Reason.STATED_ONLY, "8,48 hari"), "hanya dinyatakan: 8,48 hari", "hanya dinyatakan: 8,48 hari"),
]  # fmt: skip


@pytest.mark.parametrize(("value", "cell", "phrase"), CASES)
def test_value_is_printed_in_indonesian(value: Value, cell: str, phrase: str) -> None:
    assert (cell, phrase) == (text(value), running(value))


def test_english_has_its_own_separators_and_no_words_beside_numbers() -> None:
    values = (Counted(1234), Ratio(199, 462), Rupiah(Decimal(5)), Days(3))

    assert [running(one, "en") for one in values] == ["1,234", "43.07 percent", "Rp5.00", "3 working days"]


def test_sentence_prints_figures_as_running_text() -> None:
    assert sentence(("Ada ", Num(Measure.REQUESTS_TOTAL, Counted(84)), " permohonan.")) == (
        "Ada 84 (delapan puluh empat) permohonan."
    )


@given(number=st.integers(min_value=0, max_value=10**18))
def test_any_count_in_a_sentence_is_read_back_with_its_words(number: int) -> None:
    figure = Num(Measure.STAFF, Counted(number))
    told = sentence(("Layanan informasi dijalankan oleh ", figure, " orang petugas."))

    assert [(Measure.STAFF, number)] == list(sentence_figures([told]))


@given(part=st.integers(0, 10**6), rest=st.integers(0, 10**6), lang=st.sampled_from(LANGS))
def test_percentage_is_read_back_as_the_fraction_it_was(part: int, rest: int, lang: Lang) -> None:
    ratio = Ratio(part, part + rest + 1)

    assert printed_number(running(ratio, lang), lang) == ratio.fraction


def test_words_that_say_another_number_are_noticed() -> None:
    told = "Layanan informasi dijalankan oleh 7 (delapan) orang petugas."

    with pytest.raises(AssertionError, match="7 beside words that say 8"):
        list(sentence_figures([told]))
