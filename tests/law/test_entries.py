"""Each entry of the law files carries its basis, also each thing that an entry lists."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date

import pytest
from attrs import fields

from ppid_core.errors import LawFileError
from ppid_core.law import Confidence, Lawbook, RegisterKind, Unit
from ppid_core.law.parameter import TITLES
from ppid_core.law.structure import toml_texts

LAW = Lawbook.load()
TEXTS = toml_texts()
ENTRIES = {
    f"{file}-{name}-{number}": entry
    for file, text in TEXTS.items()
    for name, entries in tomllib.loads(text).items()
    for number, entry in enumerate(entries, start=1)
}
LISTED = {
    f"{place}-{number}": item
    for place, entry in ENTRIES.items()
    for number, item in enumerate(entry.get("value", ()) if isinstance(entry.get("value"), list) else (), 1)
    if isinstance(item, dict)
}
REGISTERS = ", ".join(RegisterKind)
ONE_OF, TRUTH = "seharusnya salah satu dari", "seharusnya true atau false"
LEVELS = {str(level) for level in Confidence}
COURT_TIMES = (
    *(("court_statement", 1), ("court_filing", 1), ("court_filing", 2)),
    *(("cassation_filing", 1), ("cassation_filing_perma", 1)),
)
"""The times after the commission's decision, in the order of the book."""
NUMBERS = {name: entry for name, entry in ENTRIES.items() if type(entry.get("value")) is int}


def _citations(record: Mapping[str, object]) -> Iterator[Mapping[str, object]]:
    match record:
        case {"citation": dict(one)}:
            yield one
        case {"citations": list(several)}:
            yield from several


@pytest.mark.parametrize("place", ENTRIES)
def test_each_entry_has_its_citation_its_confidence_and_the_day_it_was_checked(place: str) -> None:
    entry = ENTRIES[place]

    assert [citation["instrument"] for citation in _citations(entry)]
    assert entry["confidence"] in LEVELS
    assert entry["checked_on"] == date(2026, 11, 24)


@pytest.mark.parametrize("place", LISTED)
def test_each_thing_that_an_entry_lists_has_its_citation_and_its_confidence(place: str) -> None:
    record = LISTED[place]

    assert [citation["instrument"] for citation in _citations(record)]
    assert record["confidence"] in LEVELS


@pytest.mark.parametrize("place", NUMBERS)
def test_each_number_has_its_unit(place: str) -> None:
    assert NUMBERS[place]["unit"] in {str(unit) for unit in Unit}


def test_whatever_is_not_confirmed_has_a_note() -> None:
    unsure = [
        entry
        for entry in ENTRIES.values()
        if "unconfirmed" in {entry["confidence"], entry.get("since_confidence")}
    ]

    assert unsure
    assert all(entry.get("note") for entry in unsure)


def test_the_lists_are_found_at_all() -> None:
    lists = {place.split("-")[1] for place in LISTED}

    assert lists == {
        *("exemption_letters", "refusal_grounds", "other_lawful_reasons", "objection_grounds"),
        "extension_grounds",
        *("personal_data", "personal_data_bases"),
        *("service_standards", "charter_contents", "charter_places", "monev_categories"),
        *("required_contents", "register_columns", "monev_bands", "own_standards", "exemption_durations"),
    }


def test_each_field_of_the_book_has_a_title_in_both_languages_in_the_same_order() -> None:
    assert [each.name for each in fields(Lawbook)] == list(TITLES)
    assert all(title.id and title.en for title in TITLES.values())
    assert LAW.court_filing.title is TITLES["court_filing"]


@pytest.mark.parametrize(
    ("file", "written", "instead", "faults"),
    [
        (
            *("register.toml", 'register = "requests"\nslug = "payment"', 'register = "buku"\nslug = 7'),
            (
                f"[[register_columns]] ke-1, value ke-17, register: {ONE_OF} {REGISTERS}; tertulis 'buku'",
                "[[register_columns]] ke-1, value ke-17, slug: seharusnya teks, tertulis 7",
            ),
        ),
        (
            *("exemption.toml", "permanent = false", 'permanent = "tidak"'),
            (f"[[exemption_letters]] ke-1, value ke-1, permanent: {TRUTH}, tertulis 'tidak'",),
        ),
        (
            *("exemption.toml", "value = true", "value = 1"),
            (f"[[consequence_test]] ke-1, value: {TRUTH}, tertulis 1",),
        ),
        (
            *("dispute.toml", '["b", "c"', '["b", 3'),
            ("[[mediation_grounds]] ke-1, value ke-2: seharusnya teks, tertulis 3",),
        ),
        (
            *("monev.toml", 'slug = "informative"\n', ""),
            ("[[monev_bands]] ke-1, value ke-1: kunci 'slug' tidak ada",),
        ),
        (
            *("objection.toml", 'letter = "a"', "letter = true"),
            ("[[objection_grounds]] ke-1, value ke-1, letter: seharusnya teks, tertulis True",),
        ),
    ],
)
def test_a_wrong_value_of_any_kind_is_told_with_its_place(
    file: str, written: str, instead: str, faults: tuple[str, ...]
) -> None:
    texts = {**TEXTS, file: TEXTS[file].replace(written, instead, 1)}

    with pytest.raises(LawFileError) as caught:
        Lawbook.from_texts(texts)

    assert texts[file] != TEXTS[file]
    assert caught.value.faults == tuple(f"{file}: {fault}" for fault in faults)


def test_grades_with_a_hole_between_them_are_a_fault_of_the_file() -> None:
    texts = {**TEXTS, "monev.toml": TEXTS["monev.toml"].replace("high = 80", "high = 79")}

    with pytest.raises(LawFileError, match=r"\[\[monev_bands\]\] sejak 2010-04-30: harus bersambung"):
        Lawbook.from_texts(texts)


def test_faults_of_all_files_are_told_at_once() -> None:
    texts = {
        **TEXTS,
        "court.toml": TEXTS["court.toml"].replace("value = 14", 'value = "empat belas"'),
        "monev.toml": TEXTS["monev.toml"].replace("low = 90", "low = 90.5"),
    }

    with pytest.raises(LawFileError) as caught:
        Lawbook.from_texts(texts)

    assert caught.value.faults == (
        *(
            f"court.toml: [[{name}]] ke-{number}, value: seharusnya bilangan bulat, tertulis 'empat belas'"
            for name, number in COURT_TIMES
        ),
        "monev.toml: [[monev_bands]] ke-1, value ke-1, low: seharusnya bilangan bulat, tertulis 90.5",
    )
