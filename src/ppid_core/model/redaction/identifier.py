"""What tells who somebody is by its form alone: NIK, phone number, address of mail."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import filterfalse

from attrs import field, frozen

from ppid_core.model.body import PublicBody
from ppid_core.model.redaction.word import Span

_OFFICIAL_DOMAINS = ("go.id", "desa.id")
"""Domains of public bodies: their addresses are published anyway."""
_LAST_DAY, _LAST_MONTH, _OF_WOMEN = 31, 12, 40

_NIK = re.compile(
    r"(?<!\d)(?:\d{16}|\d{6}([ .-])\d{6}\1\d{4}|\d{4}([ .-])\d{4}\2\d{4}\2\d{4}"
    r"|\d\d([ .-])\d\d\3\d\d\3\d{6}\3\d{4})(?!\d)"
)
_PHONE = re.compile(
    r"(?<![\d+])(?:"
    r"(?:\+?62\)?[ .-]?|0)8[1-9]\d\)?(?:[ .-]?\d){6,10}"
    r"|\+62\)?[ .-]?\(?\d{2,3}\)?(?:[ .-]?\d){5,8}"
    r")(?!\d)"
)
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@([\w-]+(?:\.[\w-]+)+)")
_HOST = re.compile(r"^(?:https?://)?(?:www\.)?([^/:?#\s]+)", re.IGNORECASE)
_HINT = re.compile(r"\d{4}|\d\d[ .-]\d\d")
_FEWEST_DIGITS = 9
"""Of a phone number with the sign of the country; all others are longer."""
_NO_DIGITS = bytes(sign for sign in range(128) if not chr(sign).isdecimal())
_NO_DIGITS_IN_LINES = _NO_DIGITS.replace(b"\n", b"")
_ALL_ONE_DIGIT = bytes.maketrans(b"123456789", b"000000000")


class Identifier(StrEnum):
    """Kinds of what tells who somebody is by its form (closed list)."""

    NIK = "nik"
    PHONE = "phone"
    EMAIL = "email"


@frozen(kw_only=True)
class Identifiers:
    """Finds them in free text; what the body publishes of itself is none.

    Attributes:
        hosts: domains whose addresses are official.
        own: the body's own numbers and addresses, digits alone or in small letters.
    """

    hosts: tuple[str, ...] = _OFFICIAL_DOMAINS
    own: frozenset[str] = field(default=frozenset())

    @classmethod
    def beside(cls, body: PublicBody) -> Identifiers:
        """Return what finds those that are not of ``body``."""
        site = _HOST.match(body.website.strip())
        numbers = (_digits(part) for part in re.split(r"[,;/|]", body.phone))
        mails = (found[0].lower() for found in _MAIL.finditer(body.email))
        return cls(
            hosts=(*_OFFICIAL_DOMAINS, *([site[1].lower()] if site and "." in site[1] else [])),
            own=frozenset(one for one in (*numbers, *mails) if one),
        )

    def spans(self, text: str) -> Iterator[tuple[Identifier, Span]]:
        """Yield what stands in ``text``, and where."""
        if not _may_hold_one(text):
            return
        for found in _MAIL.finditer(text):
            if not self._is_official(found[0], found[1]):
                yield Identifier.EMAIL, found.span()
        for found in _NIK.finditer(text):
            if _has_a_birthday(_digits(found[0])):
                yield Identifier.NIK, found.span()
        for found in _PHONE.finditer(text):
            if _digits(found[0]) not in self.own:
                yield Identifier.PHONE, found.span()

    def are_in(self, texts: Sequence[str]) -> bool:
        """Tell whether anything may stand in any of many texts: most columns are done with at one look."""
        column = "\n".join(texts)
        if not column.isascii():
            if any(map(_may_hold_one, filterfalse(str.isascii, texts))):
                return True
            column = "\n".join(filter(str.isascii, texts))
        lines = column.encode().translate(_ALL_ONE_DIGIT, _NO_DIGITS_IN_LINES)
        return "@" in column or b"0" * _FEWEST_DIGITS in lines

    def _is_official(self, address: str, host: str) -> bool:
        domain = host.lower()
        return address.lower() in self.own or any(
            domain == one or domain.endswith(f".{one}") for one in self.hosts
        )


def _may_hold_one(text: str) -> bool:
    """Tell whether an address, or digits enough for a number, can stand in ``text``."""
    if "@" in text:
        return True
    if text.isascii():
        return len(text.encode().translate(None, _NO_DIGITS)) >= _FEWEST_DIGITS
    return _HINT.search(text) is not None


def _digits(text: str) -> str:
    """Return the digits of a number, without the sign of the country."""
    digits = "".join(str(int(sign)) for sign in text if sign.isdecimal())
    return f"0{digits[2:]}" if digits.startswith("62") and "62" in text[:4] else digits


def _has_a_birthday(digits: str) -> bool:
    """Tell whether day and month of birth stand where a NIK has them; 40 is added to the day of women."""
    day, month = int(digits[6:8]), int(digits[8:10])
    return 1 <= (day - _OF_WOMEN if day > _OF_WOMEN else day) <= _LAST_DAY and 1 <= month <= _LAST_MONTH
