"""Numbers of cases in their register, and which of them can name a case."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from ppid_core.model import CourtCase, Dispute, Objection, Request, normal

SUSPECT = re.compile(r"[#@]|\d(?:[ ().-]*\d){9}")
"""The sign that stands in a key before a row, that of an address of mail, or digits enough for a phone."""
DIGIT = re.compile(r"\d")
PROVINCES = "1[1-9]|21|3[1-6]|5[1-3]|6[1-5]|7[1-6]|8[12]|9[1-7]"
ID_DIGITS = re.compile(
    rf"(?<!\d)(?:{PROVINCES})(?:[ .-]?\d){{4}}[ .-]?(?P<day>\d\d)[ .-]?(?P<month>\d\d)(?:[ .-]?\d){{6}}(?!\d)"
)
"""The sixteen digits of a *NIK*: province, regency, district, birthday (of women plus 40), serial number."""
PHONE = re.compile(r"(?:\+?62|0)8\d{7,11}")
FEMALE = 40
HIDDEN = "…"


def unique_numbers(rows: Sequence[object]) -> tuple[str, ...]:
    """Return the number by which each row is named: "" where it has none, or where others bear it too.

    A suit is named by the number of its dispute, the only one it has in the register.
    """
    numbers = [_number(row) for row in rows]
    if not any(numbers):
        return ("",) * len(numbers)
    folded = [normal(number) for number in numbers]
    borne = Counter(folded)
    return tuple(
        " ".join(number.split()) if borne[key] == 1 and names_a_case(key) else ""
        for number, key in zip(numbers, folded, strict=True)
    )


def _number(row: object) -> str:
    if isinstance(row, Request | Objection | Dispute):
        return row.number
    return row.dispute_number if isinstance(row, CourtCase) else ""


def shown_number(number: str) -> str:
    """Return what stands as a number as a message may print it: "…" for what is, or may be, a person's."""
    return number if names_a_case(number) else HIDDEN


def names_a_case(number: str) -> bool:
    """Tell whether what stands as a number is one that can be printed, and no person's.

    A name without any digit, an identity number, a phone number or an address of mail may have slipped into
    the column: such a row is named by its place.
    """
    if not DIGIT.search(number):
        return False
    if not SUSPECT.search(number):
        return True
    is_sign = "#" in number or "@" in number
    return not is_sign and not PHONE.fullmatch(re.sub(r"[ ().-]", "", number)) and not _holds_identity(number)


def _holds_identity(text: str) -> bool:
    return any(_is_birthday(int(match["day"]), int(match["month"])) for match in ID_DIGITS.finditer(text))


def _is_birthday(day: int, month: int) -> bool:
    return (1 <= day <= 31 or FEMALE + 1 <= day <= FEMALE + 31) and 1 <= month <= 12  # noqa: PLR2004  a calendar
