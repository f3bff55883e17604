"""The cases of one year: their numbers in the register, how messages name them, which one is explained."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, cached_property, partial
from itertools import count
from operator import attrgetter
from typing import Any, NamedTuple

from attrs import evolve, frozen

from ppid_core.language import Bilingual
from ppid_core.model import Absent, ServiceYear, normal
from ppid_core.model.agency import normal_forms
from ppid_core.model.maker import maker
from ppid_core.rules.engine.evidence import Evidence
from ppid_core.rules.engine.finding import CaseName, Finding
from ppid_core.rules.engine.place import Placed, keyed
from ppid_core.summary import listed

_SUSPECT = re.compile(r"[#@]|\d(?:[ ().-]*\d){9}")
"""The sign that stands in a key before a row, that of an address of mail, or digits enough for a phone."""
_DIGIT = re.compile(r"\d")
_NO_DIGITS = bytes(sign for sign in range(128) if not chr(sign).isdecimal())
_FEWEST_OF_A_PHONE = 10
_PROVINCE = "1[1-9]|21|3[1-6]|5[1-3]|6[1-5]|7[1-6]|8[12]|9[1-7]"
_ID_DIGITS = re.compile(
    rf"(?<!\d)(?:{_PROVINCE})(?:[ .-]?\d){{4}}[ .-]?(?P<day>\d\d)[ .-]?(?P<month>\d\d)(?:[ .-]?\d){{6}}(?!\d)"
)
"""The sixteen digits of a *NIK*: province, regency, district, birthday (of women plus 40), serial number."""
_PHONE = re.compile(r"(?:\+?62|0)8\d{7,11}")
_FEMALE = 40
_HIDDEN = "…"


def shown_number(number: str) -> str:
    """Return what stands as a number as a message may print it: "…" for what is, or may be, a person's."""
    return number if _names_a_case(number) else _HIDDEN


def _names_a_case(number: str) -> bool:
    """Tell whether what stands as a number is one that can be printed, and no person's.

    A name without any digit, an identity number, a phone number or an address of mail may have slipped into
    the column: such a row is named by its place.
    """
    if number.isascii():
        digits = len(number.encode().translate(None, _NO_DIGITS))
        if digits < _FEWEST_OF_A_PHONE and "#" not in number and "@" not in number:
            return digits > 0
    if not _DIGIT.search(number):
        return False
    if not _SUSPECT.search(number):
        return True
    is_sign = "#" in number or "@" in number
    return (
        not is_sign and not _PHONE.fullmatch(re.sub(r"[ ().-]", "", number)) and not _holds_identity(number)
    )


def _holds_identity(text: str) -> bool:
    return any(_is_birthday(int(match["day"]), int(match["month"])) for match in _ID_DIGITS.finditer(text))


def _is_birthday(day: int, month: int) -> bool:
    return (1 <= day <= 31 or _FEMALE + 1 <= day <= _FEMALE + 31) and 1 <= month <= 12  # noqa: PLR2004  a calendar


class _Kind(NamedTuple):
    """What the cases of a register are called (*jenis perkara*).

    Attributes:
        table: the table that holds them.
        name: what messages say before the number.
        number: reads the number of a row.
        is_list: whether it is a list, of which a bare number says too little: 1 is a request, too.
    """

    table: str
    name: Bilingual
    number: Callable[[Any], str] = attrgetter("number")
    is_list: bool = False


_KINDS: Mapping[str, _Kind] = {
    "request": _Kind("permohonan", Bilingual("Permohonan", "Request")),
    "objection": _Kind("keberatan", Bilingual("Keberatan", "Objection")),
    "dispute": _Kind("sengketa", Bilingual("Sengketa", "Dispute")),
    "suit": _Kind(
        "gugatan", Bilingual("Gugatan atas sengketa", "Suit about dispute"), attrgetter("dispute_number")
    ),
    "exempt_entry": _Kind("dik", Bilingual("Informasi dikecualikan", "Exempt information"), is_list=True),
}
"""By how subjects of their cases begin. A suit has no number in its register but that of its dispute."""
_name = maker(CaseName, ("kind", "number"), {})


class _Case(NamedTuple):
    """A row of a register, and what it is called (*perkara*).

    Attributes:
        place: the key of its row: ``request:permohonan.csv#5``.
        subject: the subject of findings about it: by its number in the register where no other row bears it,
            ``request:007/PPID/2025``, so that it stays the same when the register is sorted; else its place.
        name: how messages name it, None where no number does.
    """

    place: str
    subject: str
    name: CaseName | None = None

    @property
    def spellings(self) -> Iterator[str]:
        """What a clerk can write for it: number or row, the number also after its table or its name."""
        kind, _, where = self.place.partition(":")
        yield from (self.place, where, self.subject)
        if self.name is not None:
            table, number = _KINDS[kind].table, self.name.number
            yield from () if _KINDS[kind].is_list else (number,)
            yield from (f"{table}:{number}", f"{table} {number}", self.name("id"), self.name("en"))


class _Register:
    """One register: its rows by the keys of their places, and which of their numbers are of one row alone.

    Attributes:
        keys: the keys of the places of its rows.
        numbers: their numbers, without the differences that are none; "" for none.
    """

    def __init__(self, kind: str, rows: tuple[Placed, ...]) -> None:
        """Look through the rows: a key that several have is that of the last."""
        self._kind, self._typed = kind, list(map(_KINDS[kind].number, rows))
        self.keys, self.numbers = [key for key, _ in keyed(kind, rows)], normal_forms(self._typed)
        self._position, self._alone = dict(zip(self.keys, count())), dict(zip(self.numbers, count()))
        if len(self._alone) < len(rows):
            several = (number for number, rows_of_it in Counter(self.numbers).items() if rows_of_it > 1)
            for number in several:
                del self._alone[number]
        self._name = cache(self._named)

    def cases(self) -> Iterator[_Case]:
        """Yield every case."""
        return map(self._case, range(len(self.keys)))

    def case(self, key: str) -> _Case | None:
        """Return the case that a key means: that of its place, or its subject."""
        at = self._position.get(key)
        if at is not None:
            return self._case(at)
        named = self._alone.get(normal(key.partition(":")[2]))
        case = None if named is None else self._case(named)
        return case if case is not None and case.subject == key else None

    def _case(self, at: int) -> _Case:
        place, name = self.keys[at], self._name(at)
        return _Case(place, place if name is None else f"{self._kind}:{name.number}", name)

    def _named(self, at: int) -> CaseName | None:
        """Return the name of a case by its number, None where none names it."""
        key = self.numbers[at]
        if self._alone.get(key) != at or not _names_a_case(key):
            return None
        return _name(_KINDS[self._kind].name, " ".join(self._typed[at].split()))


def subjects_of(evidence: Evidence) -> Subjects:
    """Return the cases of the year that is judged."""
    return evidence.once(_subjects)


def _subjects(evidence: Evidence) -> Subjects:
    return Subjects(year=evidence.year)


@frozen(kw_only=True)
class Subjects:
    """The cases of a year, looked up by what findings and explanations call them (*pokok hasil*).

    A register is looked through once, and only if one of its cases is asked for.
    """

    year: ServiceYear

    def named(self, finding: Finding) -> Finding:
        """Return a finding about a row with the subject and the name of its case; any other as it is."""
        case = self._case(finding.subject)
        return finding if case is None else evolve(finding, subject=case.subject, case=case.name)

    def keys(self, kind: str) -> Sequence[str]:
        """Return the keys of the places of a register: of the rows whose keys begin with ``kind``."""
        return self._registers[kind]().keys

    def numbers(self, kind: str) -> Sequence[str]:
        """Return the numbers in a register without the differences that are none; "" for none."""
        return self._registers[kind]().numbers

    def called(self, finding: Finding) -> tuple[str, CaseName | None]:
        """Return subject and name of the case that a finding is about; its own where it is about no row."""
        case = self._case(finding.subject)
        return (finding.subject, finding.case) if case is None else (case.subject, case.name)

    def name(self, place: str) -> CaseName | None:
        """Return how messages name the case of a row, by the key of its place; None for any other row."""
        case = self._case(place)
        return None if case is None else case.name

    def of(self, place: str) -> str:
        """Return the subject of findings about a row, by the key of its place."""
        case = self._case(place)
        return place if case is None else case.subject

    def meant(self, typed: str) -> str:
        """Return the subject that an explanation means by what is typed: itself, where that is no case."""
        return self._spelt.get(normal(typed)) or typed

    def _case(self, key: str) -> _Case | None:
        register = self._registers.get(key.partition(":")[0])
        return None if register is None else register().case(key)

    @cached_property
    def _registers(self) -> Mapping[str, Callable[[], _Register]]:
        rows: Mapping[str, tuple[Placed, ...] | Absent] = {
            "request": self.year.requests,
            "objection": self.year.objections,
            "dispute": self.year.disputes,
            "suit": self.year.suits,
            "exempt_entry": self.year.exempt_information,
        }
        return {kind: cache(partial(_Register, kind, listed(register))) for kind, register in rows.items()}

    @cached_property
    def _spelt(self) -> Mapping[str, str]:
        """What can be typed, folded, and the subject meant; "" for what could mean two cases."""
        found: dict[str, str] = {}
        for case in (case for register in self._registers.values() for case in register().cases()):
            for key in dict.fromkeys(map(normal, case.spellings)):
                found[key] = case.subject if found.get(key, case.subject) == case.subject else ""
        return found
