"""What stands as a number is printed where it can be no person's."""

from __future__ import annotations

import pytest

from ppid_core.rules.engine.subjects import shown_number


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
