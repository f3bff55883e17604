"""*Biaya dan cara pembayaran* in one cell: read where it says both in one way only."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppid_core.intake import Intake, from_rows
from ppid_core.intake.cells import CellError, cost_and_payment, remark_on_cost
from ppid_core.intake.cells.time import TimeFrame
from ppid_core.model import Request
from ppid_core.summary import listed

HEADING = "Biaya & Cara Pembayaran"


def read(**row: str) -> Intake:
    return from_rows({"laporan": [{"kunci": "tahun", "isi": 2024}], "permohonan": [row]})


def request(**row: str) -> Request:
    intake = read(**row)
    assert intake.problems == ()
    (found,) = listed(intake.year.requests)
    return found


@pytest.mark.parametrize(
    ("text", "cost", "payment"),
    [
        ("Rp5.000, tunai", 5000, "tunai"),
        ("Rp. 5.000,- tunai", 5000, "tunai"),
        ("Rp 5.000 (transfer bank)", 5000, "transfer bank"),
        ("tunai Rp5.000", 5000, "tunai"),
        ("transfer / 12500", 12500, "transfer"),
        ("Rp 75 ribu; QRIS", 75000, "QRIS"),
        ("Rp 5.000 (lima ribu rupiah), tunai", 5000, "tunai"),
        ("gratis", 0, ""),
        ("gratis, diambil langsung", 0, "diambil langsung"),
        ("0", 0, ""),
        ("tunai", None, "tunai"),
    ],
)
def test_both_are_read_where_a_cell_says_them(text: str, cost: int | None, payment: str) -> None:
    found = request(**{HEADING: text})

    assert (found.cost, found.payment) == (cost, payment)


@pytest.mark.parametrize(
    "text",
    [
        "5 lembar",
        "Rp5.000 dan Rp2.000 tunai",
        "tunai 5.000 transfer 2.000",
        "2 lembar x Rp500 tunai",
        "lima ribu tunai rupiah 5",
        "sesuai tarif",
    ],
)
def test_what_may_say_several_things_proposes_both_columns(text: str) -> None:
    (problem,) = read(**{HEADING: text}).problems

    assert "Tulis keduanya dalam dua kolom: biaya dan cara_bayar." in problem.message.id


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Rp5.000, tunai", "is read as the cost and how it is paid"),
        ("Rp 75 ribu", 'is read exactly, with "ribu" as 1,000'),
        ("tunai", None),
        ("gratis", None),
    ],
)
def test_how_a_cell_was_parted_is_told_where_it_says_both(text: str, told: str | None) -> None:
    how = remark_on_cost(text, TimeFrame())

    assert told == (None if how is None else how.en.partition(" (")[0])


@pytest.mark.parametrize("text", ["5 lembar", "sesuai tarif"])
def test_of_what_may_say_several_things_no_reading_is_told(text: str) -> None:
    assert remark_on_cost(text, TimeFrame()) is None


def test_both_are_told() -> None:
    (note,) = read(**{HEADING: "Rp5.000, tunai"}).notes

    assert "dibaca sebagai biaya dan cara bayar" in note.message.id


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ({HEADING: "Rp5.000, tunai", "biaya": "6000"}, HEADING),
        ({HEADING: "Rp5.000, tunai", "cara_bayar": "transfer"}, HEADING),
    ],
)
def test_a_column_beside_it_that_says_otherwise_is_a_problem(row: dict[str, str], column: str) -> None:
    (problem,) = read(**row).problems

    assert problem.source.column == column


def test_a_column_beside_it_that_says_the_same_is_none() -> None:
    found = request(**{HEADING: "Rp5.000, tunai", "biaya": "5000", "cara_bayar": "tunai"})

    assert (found.cost, found.payment) == (Decimal(5000), "tunai")


amounts = st.integers(0, 10**8)
signs = st.sampled_from([", ", " ", "; ", " / ", " | ", " - "])


@given(amounts, signs, st.sampled_from(["tunai", "transfer bank", "QRIS"]), st.booleans())
def test_no_other_amount_is_read_however_it_is_set_apart(
    amount: int,
    sign: str,
    payment: str,
    leads: bool,  # noqa: FBT001  drawn
) -> None:
    typed = f"Rp{amount:,}".replace(",", ".")
    parts = (typed, payment) if leads else (payment, typed)

    assert cost_and_payment(sign.join(parts)) == (Decimal(amount), payment)


@given(st.text(alphabet="0123456789., Rptunaix", max_size=14))
def test_every_amount_that_is_read_has_all_figures_of_the_cell(text: str) -> None:
    try:
        amount, payment = cost_and_payment(text)
    except CellError:
        return
    figures = "".join(filter(str.isdigit, text))
    assert not any(map(str.isdigit, payment))
    assert (amount is None) == (not figures)
    assert amount is None or "".join(filter(str.isdigit, str(amount))).rstrip("0") == figures.lstrip(
        "0"
    ).rstrip("0")
