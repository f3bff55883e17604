"""A cell is read as what it says, with a note where it says less, or not at all: never as another value.

What a text says is found here by other means than the readers': by taking its words and figures apart.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from enum import StrEnum

import pytest
from attrs import frozen
from hypothesis import example, given
from hypothesis import strategies as st

from ppid_core.glossary import recognise, spelling, spellings
from ppid_core.glossary.heading import accepted
from ppid_core.intake import cells
from ppid_core.intake.cells import COUNTS, DAYS, CellError, TimeFrame
from ppid_core.intake.tables import table_headings
from ppid_core.model import (
    AccessKind,
    ApplicantClass,
    Channel,
    DisputeResult,
    ObjectionAnswer,
    ObjectionGround,
    Outcome,
    RefusalReason,
)

YEAR = 2025
FRAME = TimeFrame(year=YEAR)
NAMES = {
    1: "januari january jan",
    2: "februari pebruari february feb peb",
    3: "maret march mar mrt",
    4: "april apr",
    5: "mei may",
    6: "juni june jun",
    7: "juli july jul",
    8: "agustus august agu aug agt ags agust",
    9: "september sep sept",
    10: "oktober october okt oct",
    11: "november nopember nov nop",
    12: "desember december des dec",
}
MONTH = {name: number for number, names in NAMES.items() for name in names.split()}
ELSEWHERE = (
    *("januar", "maart", "mars", "marzo", "avril", "mai", "maio", "juin", "juillet", "ogos", "disember"),
    *("rajab", "syawal", "xii"),
)
WEEKDAYS = ("senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu")
BESIDE = {
    *(*WEEKDAYS, "ahad", "sen", "sel", "rab", "rabo", "kam", "jum", "jumaat", "sab", "min", "mgg"),
    *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
    *("hari", "tanggal", "pukul", "pkl", "jam", "wib", "wita", "wit"),
}
CLOCK = re.compile(
    r"(?<=[0-9])[ ,t]+(?:pukul |pkl\.? |jam )?[0-9]{1,2}(?:[.:][0-9]{2}[.:][0-9]{2}(?:\.[0-9]+)?|:[0-9]{2})"
    r"|(?<=[0-9]{4})[ ,]+(?:pukul |pkl\.? |jam )?[0-9]{1,2}\.[0-9]{2}"
)
_LAST_OF_A_MONTH, _LAST_SHORT_YEAR = 31, 99


@frozen
class Reading:
    """What came out of a cell: a value, and whether a note tells how."""

    value: object
    is_noted: bool


Reader = Callable[[str], Reading | None]
SCALES = {"ribu": 10**3, "rb": 10**3, "juta": 10**6, "jt": 10**6, "mil": 10**9}


def read_day(text: str) -> Reading | None:
    try:
        value = cells.day(text, FRAME)
    except CellError:
        return None
    return Reading(value, bool(cells.remark_on_day(text, FRAME) or DAYS.how(text)))


def read_count(text: str) -> Reading | None:
    try:
        value, _ = cells.count(text)
    except CellError:
        return None
    return Reading(value, bool(cells.remark_on_count(text, FRAME) or COUNTS.how(text)))


def read_amount(text: str) -> Reading | None:
    try:
        value = cells.rupiah(text)
    except CellError:
        return None
    return Reading(value, bool(cells.remark_on_amount(text, FRAME) or COUNTS.how(text)))


# What a text says


def said_day(text: str, *, year: int | None = None) -> date | None:
    """Return the day that the figures and the month of a text are, in a year that it says or is given."""
    typed = CLOCK.sub("", text.casefold().replace("'", ""), count=1)
    parts = [part for part in re.findall(r"[0-9]+|[^\W\d_]+", typed) if part not in BESIDE]
    at = next((at for at, part in enumerate(parts) if part.isdigit()), 0)
    figures = [int(part) if part.isdigit() else MONTH.get(part) for part in parts[at : at + 3]]
    if year is None and len(parts) != 3:
        return None
    if len(figures) == 3 and isinstance(figures[2], int) and parts[at + 2].isdigit() is False:
        figures = figures[:2]
    match [part for part in figures if part is not None]:
        case [first, second, third] if first > _LAST_OF_A_MONTH:
            whole = first, second, third
        case [first, second, third] if third > _LAST_SHORT_YEAR:
            whole = third, second, first
        case [first, second, third] if year is not None and third == year % 100:
            whole = year, second, first
        case [first, second] if year is not None:
            whole = year, second, first
        case _:
            return None
    try:
        return date(*whole)
    except ValueError:
        return None


def said_numbers(text: str) -> set[Decimal]:
    """Return what the figures of a text may be: their groups together, or the last one as decimals."""
    figures = re.sub(r"\(.*|rp\.?|rupiah|,-+|[^0-9.,\- ]", "", text.casefold()).strip(" .,-")
    groups = re.split(r"[.,]| (?=[0-9])", figures)
    if not all(group.isdigit() for group in groups):
        return set()
    found = set[Decimal]()
    if all(len(group) == 3 for group in groups[1:]):
        found.add(Decimal("".join(groups)))
    if len(groups) > 1 and all(len(group) == 3 for group in groups[1:-1]):
        found.add(Decimal("".join(groups[:-1]) + "." + groups[-1]))
    return found


def misread_day(text: str, read: Reader) -> str | None:
    """Return how a day is misread; None where it is not."""
    reading = read(text)
    if reading is None:
        return None
    says = said_day(text) if not reading.is_noted else said_day(text) or said_day(text, year=YEAR)
    return None if reading.value == says else f"{text!r}: {reading}, it says {says}"


def misread_number(text: str, read: Reader) -> str | None:
    """Return how a number is misread; None where it is not."""
    reading = read(text)
    if reading is None:
        return None
    scale = next(
        (
            10**p
            for word, p in (("ribu", 3), ("rb", 3), ("juta", 6), ("jt", 6), ("mil", 9))
            if word in text.casefold()
        ),
        1,
    )
    says = {number * scale for number in said_numbers(text)}
    is_one = len(says) == 1 and scale == 1
    is_right = Decimal(str(reading.value)) in says and (is_one or reading.is_noted or len(says) == 2)
    return None if is_right else f"{text!r}: {reading}, it may say {says}"


# What is drawn


def spelt(day: date) -> list[str]:
    """Return a day in full, as it is written and has to be read."""
    d, m, y = day.day, day.month, day.year
    names = NAMES[m].split()
    return [
        *(f"{d}{sign}{m}{sign}{y}" for sign in "-/."),
        *(f"{d:02}{sign}{m:02}{sign}{y}" for sign in "-/."),
        *(f"{y}-{m:02}-{d:02}", f"{y}/{m}/{d}", f"{y}-{m:02}-{d:02} 08:30:00", f"{d:02}/{m:02}/{y} 10:15"),
        *(f"{d} {name.title()} {y}" for name in names),
        *(f"{d}-{name[:3].upper()}-{y}" for name in names[:1]),
        f"{WEEKDAYS[day.weekday()]}, {d} {names[0]} {y}",
        f"Tanggal {d} {names[0].upper()} {y}",
    ]


def shortened(day: date) -> list[str]:
    """Return a day of the report's year as it is written and has to be read with a note."""
    d, m = day.day, day.month
    name = NAMES[m].split()[0]
    return [
        *(f"{d}{sign}{m}{sign}{YEAR % 100}" for sign in "-/."),
        *(f"{d} {name.title()}", f"{d} {name[:3]} {YEAR % 100}", f"{d:02}/{m:02}"),
        *(
            f"{d} {name} {YEAR} (via web)",
            f"{d:02}/{m:02}/{YEAR} diterima lewat surel",
            f"{d} {name} lewat pos",
        ),
    ]


days = st.dates(date(2019, 1, 1), date(2031, 12, 31))
days_of_the_year = st.dates(date(YEAR, 1, 1), date(YEAR, 12, 31))
signs = st.sampled_from("0123456789/-.,' ()?abdeijmnorstu–")


@st.composite
def near_misses(draw: st.DrawFn, texts: st.SearchStrategy[str]) -> str:
    """Return a text of which one letter is changed, dropped, doubled or added."""
    text = draw(texts)
    at = draw(st.integers(0, len(text) - 1))
    way = draw(st.integers(0, 3))
    letter = draw(signs)
    if way == 0:
        return text[:at] + letter + text[at + 1 :]
    if way == 1:
        return text[:at] + text[at + 1 :]
    return text[:at] + (text[at] if way == 2 else letter) + text[at:]


def neighbours(day: date) -> list[str]:
    """Return what people write elsewhere: the month first, two years, other languages, spans."""
    d, m, y, name = day.day, day.month, day.year, NAMES[day.month].split()[0]
    serial = (day - date(1899, 12, 30)).days
    return [
        *(f"{m}/{d}/{y}", f"{m}/{d}", f"{y % 100}-{m:02}-{d:02}", f"{y}-{d:02}-{m:02}", f"{y}{m:02}{d:02}"),
        *(f"{d} {other} {y}" for other in ELSEWHERE),
        *(
            f"{name} {d}, {y}",
            f"{d}-{d + 1}/{m}/{y}",
            f"{d}/{m}/{y}-{d + 1}/{m}/{y}",
            f"{d}-{d + 1} {name} {y}",
        ),
        *(f"{d} s/d {d + 1} {name} {y}", f"{d}/{m}/{y}/{m}", f"{m}-{y}", f"{d} {y}", f"{d}-{m}", f"{d}.{m}"),
        *(f"{d}/{m} {y}", f"{d} {name} {y} atau {d + 1}", f"{y}-{m:02}-{d:02}Z", f"{d}/{m}/{y:05}"),
        *(
            f"sebelum {d}/{m}/{y}",
            f"{d}/{m}/{y}?",
            f"{y}-W{m:02}-{d % 7}",
            f"{serial}",
            f"{d}/{m}/{y % 1000}",
        ),
    ]


every_day = days.flatmap(lambda day: st.sampled_from(spelt(day)))
every_short_day = days_of_the_year.flatmap(lambda day: st.sampled_from(shortened(day)))


@given(days)
def test_a_day_is_read_in_each_of_its_spellings(day: date) -> None:
    assert [
        (text, read_day(text)) for text in spelt(day) if getattr(read_day(text), "value", None) != day
    ] == []


@given(days_of_the_year)
def test_a_day_without_its_whole_year_or_with_words_is_read_and_noted(day: date) -> None:
    read = {text: read_day(text) for text in shortened(day)}
    assert {text: one for text, one in read.items() if one != Reading(day, is_noted=True)} == {}


@given(near_misses(every_day | every_short_day))
@example("28 Juli 2025")
@example("7/5/2025")
def test_a_near_miss_of_a_day_is_never_another_one(text: str) -> None:
    assert misread_day(text, read_day) is None


@given(days)
def test_what_people_write_elsewhere_is_never_another_day(day: date) -> None:
    assert [told for text in neighbours(day) if (told := misread_day(text, read_day))] == []


numbers = st.integers(0, 10**10)
dotted = numbers.map(lambda number: f"{number:,}".replace(",", "."))
grouped = dotted | numbers.map("{:,}".format)
counts = st.one_of(
    numbers.map(str),
    grouped,
    st.builds("{} {}".format, grouped | numbers.map(str), st.sampled_from(("kali", "orang", "permohonan"))),
)
amounts = st.one_of(
    st.builds("Rp{}".format, grouped),
    st.builds("Rp. {},-".format, grouped),
    st.builds(
        "Rp{},{:02}".format,
        st.builds("{:,}".format, numbers).map(lambda one: one.replace(",", ".")),
        st.integers(0, 99),
    ),
    st.builds("Rp {} {}".format, st.integers(1, 999), st.sampled_from(("ribu", "juta", "jt", "miliar"))),
    st.builds(
        "Rp{},{} {}".format, st.integers(1, 99), st.integers(1, 9), st.sampled_from(("juta", "miliar"))
    ),
)


@given(counts)
def test_a_count_is_read_in_each_of_its_spellings(text: str) -> None:
    assert read_count(text) is not None
    assert misread_number(text, read_count) is None


@given(amounts)
def test_an_amount_is_read_in_each_of_its_spellings(text: str) -> None:
    assert read_amount(text) is not None
    assert misread_number(text, read_amount) is None


@given(near_misses(counts))
@example("1.0000")
@example("10.00")
def test_a_near_miss_of_a_count_is_never_another_one(text: str) -> None:
    assert misread_number(text, read_count) is None


@given(near_misses(amounts))
@example("Rp1.0000")
@example("Rp10.00")
def test_a_near_miss_of_an_amount_is_never_another_one(text: str) -> None:
    assert misread_number(text, read_amount) is None


# Words and headings

KINDS = (
    *(Outcome, ApplicantClass, Channel, RefusalReason, AccessKind),
    *(ObjectionGround, ObjectionAnswer, DisputeResult),
)
WORDS: list[tuple[type[StrEnum], str, StrEnum]] = [
    (kind, text, member) for kind in KINDS for text, member in spellings(kind).items()
]
letters = st.sampled_from("abcdefghijklmnoprstuwy -.,/")


@st.composite
def slips(draw: st.DrawFn, texts: list[str]) -> tuple[str, str]:
    """Return a text, and the same with one letter changed, dropped or doubled."""
    text = draw(st.sampled_from(texts))
    at = draw(st.integers(0, len(text) - 1))
    other = draw(st.sampled_from(("", text[at] * 2)) | letters)
    return text, text[:at] + other + text[at + 1 :]


@given(st.data())
def test_a_near_miss_of_a_word_is_never_another_word(data: st.DataObject) -> None:
    kind = data.draw(st.sampled_from(KINDS))
    known = spellings(kind)
    text, slip = data.draw(slips(list(known)))

    found = recognise(kind, slip)

    assert found in {None, known[text], known.get(spelling(slip))}


@given(st.data())
def test_a_near_miss_of_a_heading_is_never_another_column(data: st.DataObject) -> None:
    table = data.draw(st.sampled_from(list(table_headings().values())))
    known = accepted(table.headings)
    text, slip = data.draw(slips(list(known)))

    assert known.get(slip) in {None, known[text], dict(known).get(spelling(slip))}


# That these tests can fail


def wrong_day(change: Callable[[date], date]) -> Reader:
    def read(text: str) -> Reading | None:
        found = read_day(text)
        return found if found is None or found.is_noted else Reading(change(found.value), is_noted=False)  # type: ignore[arg-type]

    return read


def as_if_the_month_stood_first(day: date) -> date:
    return date(day.year, day.day, day.month) if day.day <= 12 else day


def without_a_note(read: Reader) -> Reader:
    return lambda text: None if (found := read(text)) is None else Reading(found.value, is_noted=False)


def up_to_the_first_fault(text: str) -> Reading | None:
    """Read a day and pass over whatever stands behind it, without a word."""
    found = re.match(r"[0-9]{1,2}/[0-9]{1,2}/[0-9]{2}(?:[0-9]{2})?", text)
    return (
        None if found is None else read_day(found[0]) and Reading(cells.day(found[0], FRAME), is_noted=False)
    )


DAYS_OF_THE_SAMPLE = (date(YEAR, 7, 5), date(YEAR, 3, 12), date(YEAR, 12, 28))
SAMPLE = [text for day in DAYS_OF_THE_SAMPLE for text in (*spelt(day), *shortened(day))]


@pytest.mark.parametrize(
    ("read", "texts"),
    [
        (wrong_day(as_if_the_month_stood_first), ["2025-07-05", "5 Juli 2025"]),
        (wrong_day(lambda day: day.replace(year=day.year + 1)), SAMPLE),
        (without_a_note(read_day), SAMPLE),
        (up_to_the_first_fault, ["05/07/2025/08", "5/7/25 8", "05/07/2025-06/07/2025", "5/7/252"]),
    ],
)
def test_a_wrong_reader_of_days_is_found(read: Reader, texts: Iterable[str]) -> None:
    assert any(misread_day(text, read) for text in texts)
    assert not any(misread_day(text, read_day) for text in texts)


@pytest.mark.parametrize(
    ("read", "text"),
    [
        (lambda _: Reading(1000, is_noted=False), "1.0000"),
        (lambda _: Reading(10, is_noted=False), "10.000.00"),
        (lambda _: Reading(75, is_noted=True), "Rp 75 juta"),
        (lambda _: Reading(13, is_noted=False), "12"),
    ],
)
def test_a_wrong_reader_of_numbers_is_found(read: Reader, text: str) -> None:
    assert misread_number(text, read) is not None
