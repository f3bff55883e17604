"""The lists of information in figures: entries by kind, what has ended, and what is not known of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date
from typing import TypeVar

import pytest
from attrs import evolve
from hypothesis import given
from tests.years import shared_years

from ppid_core import Dossier, ServiceYear
from ppid_core.model import Absent, ExemptInformation, PublicInformation, Reason
from ppid_core.summary import Summary, merge

Count = Callable[..., Summary]
Entry = TypeVar("Entry", PublicInformation, ExemptInformation)

LAPORAN = [{"kunci": "tahun", "isi": "2024"}]
DAY = date(2024, 12, 31)
DIP = [
    {"ringkasan": "Profil", "kelompok": "berkala"},
    {"ringkasan": "Anggaran", "kelompok": "berkala"},
    {"ringkasan": "Peringatan banjir", "kelompok": "serta-merta"},
    {"ringkasan": "Peraturan", "kelompok": ""},
]
DIK = [
    {"informasi": "A", "huruf": "h", "berlaku_sampai": "30-12-2024", "tanggal_uji": "17-02-2023"},
    {"informasi": "B", "huruf": "h, i", "berlaku_sampai": "31-12-2024", "tanggal_uji": ""},
    {"informasi": "C", "huruf": "", "berlaku_sampai": "", "tanggal_uji": ""},
]


def figures(**tables: list[dict[str, str]]) -> Dossier:
    return Dossier.from_rows({"laporan": LAPORAN, **tables}, as_of=DAY)


def test_entries_of_the_public_list_are_counted_by_category() -> None:
    work = figures(dip=DIP)

    assert work.figure("public_information.total") == 4
    assert work.figure("public_information.by_category") == {
        "periodic": 2,
        "immediate": 1,
        "not_recorded": 1,
    }
    assert figures(dip=DIP[:3]).figure("public_information.by_category.at_all_times") == 0


def test_an_entry_of_several_letters_counts_under_each_and_what_ends_today_has_not_ended() -> None:
    work = figures(dik=DIK)

    assert work.figure("exempt_information.by_letter") == {"h": 2, "i": 1, "not_recorded": 1}
    assert [
        work.figure(f"exempt_information.{name}") for name in ("total", "expired", "undated", "untested")
    ] == [*(3, 1, 1, 2)]
    assert figures(dik=DIK[:2]).figure("exempt_information.by_letter.a") == 0


@pytest.mark.parametrize(
    ("tables", "path", "reason"),
    [
        ({}, "public_information.total", Reason.NOT_KEPT),
        ({}, "exempt_information.by_letter", Reason.NOT_KEPT),
        ({"dip": [DIP[3]]}, "public_information.by_category", Reason.NO_CATEGORY),
        ({"dik": [DIK[2]]}, "exempt_information.expired", Reason.NO_DATES),
        ({"dik": [{**DIK[0], "berlaku_sampai": "kelak"}]}, "exempt_information.expired", Reason.UNREAD),
        ({"dik": [{**DIK[0], "tanggal_uji": "kelak"}]}, "exempt_information.untested", Reason.UNREAD),
    ],
)
def test_what_nothing_tells_is_absent_with_its_reason(
    tables: dict[str, list[dict[str, str]]], path: str, reason: Reason
) -> None:
    found = figures(**tables).figure(path)

    assert isinstance(found, Absent)
    assert found.reason is reason


def test_a_category_or_letter_that_could_not_be_read_is_a_part_of_its_own() -> None:
    work = figures(dip=[*DIP, {"ringkasan": "X", "kelompok": "ungu"}], dik=[*DIK, {**DIK[0], "huruf": "z"}])

    assert work.figure("public_information.by_category.unread") == 1
    assert work.figure("public_information.by_category.not_recorded") == 1
    assert work.figure("exempt_information.by_letter.unread") == 1


def test_each_category_that_could_not_be_read_is_counted() -> None:
    unknown = [{"ringkasan": "X", "kelompok": "ungu"}, {"ringkasan": "Y", "kelompok": "jingga"}]
    work = figures(dip=[*DIP[:2], *unknown])

    assert work.figure("public_information.by_category.unread") == 2
    assert work.figure("public_information.by_category.periodic") == 2


def test_no_more_categories_are_unread_than_entries_are_without_one() -> None:
    """A year that a program hands over may count more unread cells than it has entries without a category."""
    read = figures(dip=[*DIP[:2], {"ringkasan": "X", "kelompok": "ungu"}]).year
    (cell,) = read.unread
    work = Dossier(year=evolve(read, unread=(evolve(cell, count=9),)))

    assert work.figure("public_information.by_category.unread") == 1
    assert work.figure("public_information.total") == 3


def test_a_letter_that_could_not_be_read_is_not_counted_as_blank_too() -> None:
    letters = ("", "", "", "z")
    work = figures(dik=[*DIK[:2], *({**DIK[0], "huruf": letter} for letter in letters)])

    assert work.figure("exempt_information.by_letter.not_recorded") == 3
    assert work.figure("exempt_information.by_letter.unread") == 1


@given(shared_years())
def test_figures_of_the_lists_are_those_of_their_entries_and_of_batches_of_them(
    count: Count, year: ServiceYear
) -> None:
    year = evolve(year, unread=())
    whole = count(year)
    batches = [
        evolve(
            year,
            public_information=half(year.public_information, part),
            exempt_information=half(year.exempt_information, part),
        )
        for part in (0, 1)
    ]
    assert whole.scope is not None
    as_of = whole.scope.as_of

    if not isinstance(entries := year.exempt_information, Absent):
        ended = sum(one.valid_until is not None and one.valid_until < as_of for one in entries)
        dated = any(one.valid_until for one in entries) or not entries
        assert whole.figure("exempt_information.expired") == (ended if dated else Absent(Reason.NO_DATES))
        assert whole.figure("exempt_information.untested") == sum(one.tested_on is None for one in entries)
    if not isinstance(listed := year.public_information, Absent):
        named = Counter(str(one.category) for one in listed if one.category)
        parts = whole.parts_of("public_information.by_category")
        assert isinstance(parts, Absent) == bool(listed and not named)
        if not isinstance(parts, Absent):
            assert {name: parts[name] for name in named} == named
            assert sum(parts.values()) == len(listed)
    for path in ("public_information", "exempt_information"):
        assert merge(*map(count, batches)).branch(path) == whole.branch(path)


def half(entries: tuple[Entry, ...] | Absent, part: int) -> tuple[Entry, ...] | Absent:
    return entries if isinstance(entries, Absent) else entries[part::2]
