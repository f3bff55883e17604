from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppid_core.writing import format_rupiah, read_rupiah

amounts = st.decimals(allow_nan=False, allow_infinity=False, places=2)


def test_rupiah_is_written_without_space_and_with_sen() -> None:
    assert format_rupiah(51_904_000) == "Rp51.904.000,00"
    assert format_rupiah(51_904_000, "en") == "Rp51,904,000.00"
    assert format_rupiah(Decimal("0.005")) == "Rp0,01"


def test_sign_stands_before_rp() -> None:
    assert format_rupiah(Decimal(-5000)) == "-Rp5.000,00"
    assert format_rupiah(Decimal("-0.001")) == "Rp0,00"


@given(amounts)
def test_written_rupiah_reads_back(amount: Decimal) -> None:
    assert amount == read_rupiah(format_rupiah(amount))


@given(st.integers(min_value=10**6, max_value=10**15))
def test_english_rupiah_of_a_million_and_more_reads_back(amount: int) -> None:
    assert amount == read_rupiah(format_rupiah(amount, "en"))


@pytest.mark.parametrize(
    "text",
    [
        *(
            "Rp. 51.904.000,-",
            "Rp 51.904.000,00",
            "51904000",
            "Rp51.904.000",
            "IDR 51.904.000",
            "rp.51.904.000",
        ),
        *("Rp\u00a051.904.000", "Rp. 51.904.000,--", "51.904.000 rupiah", "51,904,000.00", "Rp51.904.000.-"),
        *("RP 51 904 000", "51.904.000,=", " Rp51.904.000,00 "),
    ],
)
def test_rupiah_is_read_as_offices_type_it(text: str) -> None:
    assert Decimal(51_904_000) == read_rupiah(text)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("-Rp5.000,50", "-5000.50"),
        ("Rp -5.000", "-5000"),
        ("Rp5,000", "5000"),
        ("0", "0"),
        ("Rp12,5", "12.5"),
    ],
)
def test_other_amounts(text: str, amount: str) -> None:
    assert Decimal(amount) == read_rupiah(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Rp",
        "rupiah",
        "Rp lima",
        "-Rp-5",
        "USD 5",
        "Rp0,005",
        "Rp1,2345",
        "Rp5 juta",
        "Rp5.00.000",
        "5\n000",
        "Rp1e5",
    ],
)
def test_what_is_no_amount_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"no amount|no number|less than a sen"):
        read_rupiah(text)
