"""What stands as a number is printed where it can be no person's, and means the case that alone bears it."""

from __future__ import annotations

import pytest

from ppid_core.model import CourtCase, Dispute, Objection, ReportingPeriod, Request, ServiceYear
from ppid_core.rules.engine.subjects import Subjects, shown_number


@pytest.mark.parametrize("birthday", ["0101", "3112", "4101", "7112"])
def test_an_identity_number_holds_a_birthday_of_women_plus_forty(birthday: str) -> None:
    assert shown_number(f"367401{birthday}900001") == "…"


@pytest.mark.parametrize("other", ["0001", "3201", "4001", "7201", "0100", "0113"])
def test_sixteen_digits_without_a_birthday_are_the_number_of_a_case(other: str) -> None:
    assert shown_number(f"367401{other}900001") == f"367401{other}900001"


@pytest.mark.parametrize(
    "number",
    [
        *("081234567890", "+62 812-3456-7890", "62812345678", "0812345678"),
        *("a@b.id", "#5", "Budi", "No. 3674-01-4101-90-0001"),
    ],
)
def test_phones_addresses_and_names_are_never_printed_as_numbers(number: str) -> None:
    assert shown_number(number) == "…"


@pytest.mark.parametrize(
    "number", ["1", "007/PPID/2025", "08123456789012345", "081234567", "2024010112345678"]
)
def test_other_numbers_are_printed_as_they_stand(number: str) -> None:
    assert shown_number(number) == number


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("8", "request:8"),
        ("9", "objection:9"),
        ("7", "7"),
        ("S-1", "S-1"),
        ("permohonan 7", "request:7"),
        ("keberatan 7", "objection:7"),
        ("request:#2", "request:8"),
        ("99", "99"),
    ],
)
def test_a_number_means_the_case_that_bears_it_and_nothing_where_two_do(typed: str, meant: str) -> None:
    year = ServiceYear(
        period=ReportingPeriod(2021),
        requests=(Request(number="7"), Request(number="8")),
        objections=(Objection(number="7"), Objection(number="9")),
        disputes=(Dispute(number="S-1"),),
        suits=(CourtCase(dispute_number="S-1"),),
    )
    assert Subjects(year=year).meant(typed) == meant
