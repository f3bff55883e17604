"""The law that comes with the package; the numbers stand here as the acts print them."""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import assert_type

import pytest
from attrs import evolve, fields

import ppid_core.law
from ppid_core.errors import LawFileError, NotInForceError
from ppid_core.law import (
    Citation,
    Confidence,
    ContentCondition,
    HolidayKind,
    Lawbook,
    Parameter,
    RefusalGround,
    RequiredContent,
    Unit,
)
from ppid_core.law.files import toml_texts

LAW = Lawbook.load()
PACKAGE = Path(ppid_core.law.__file__).parent
ENTRIES = [
    (file, name, number, entry)
    for file, text in toml_texts().items()
    for name, entries in tomllib.loads(text).items()
    for number, entry in enumerate(entries, start=1)
]
UNDER_2010, UNDER_2021 = date(2021, 3, 31), date(2022, 3, 31)


@pytest.mark.parametrize(
    ("name", "value", "citation"),
    [
        ("request_response", 10, "UU 14/2008 Pasal 22 ayat (7)"),
        ("request_extension", 7, "UU 14/2008 Pasal 22"),
        ("objection_filing", 30, "UU 14/2008 Pasal 36"),
        ("objection_answer", 30, "UU 14/2008 Pasal 36"),
        ("dispute_filing", 14, "UU 14/2008 Pasal 37"),
    ],
)
def test_time_limits_are_those_of_the_act_in_working_days(name: str, value: int, citation: str) -> None:
    parameter: Parameter[int] = getattr(LAW, name)

    provision = parameter.at(date(2010, 4, 30))

    assert (value, Unit.WORKING_DAY, citation) == (provision.value, provision.unit, provision.cite())
    assert provision.confidence is Confidence.CONFIRMED
    with pytest.raises(NotInForceError):
        parameter.at(date(2010, 4, 29))


@pytest.mark.parametrize(
    ("day", "clock", "citation"),
    [
        (date(2010, 4, 30), "received", "UU 14/2008 Pasal 22 ayat (7)"),
        (date(2021, 6, 29), "received", "UU 14/2008 Pasal 22 ayat (7)"),
        (date(2021, 6, 30), "complete", "Perki 1/2021"),
        (date(2026, 12, 31), "complete", "Perki 1/2021"),
    ],
)
def test_time_runs_from_receipt_until_perki_2021_and_from_completeness_since(
    day: date, clock: str, citation: str
) -> None:
    provision = LAW.request_clock.at(day)

    assert (clock, None, citation) == (provision.value, provision.unit, provision.cite())


def test_no_clock_runs_before_the_act() -> None:
    with pytest.raises(NotInForceError, match="request_clock: belum berlaku pada 2010-04-29"):
        LAW.request_clock.at(date(2010, 4, 29))


def test_the_clock_of_perki_2021_is_secondary_and_its_first_day_unconfirmed() -> None:
    received, complete = (LAW.request_clock.at(day) for day in (date(2021, 6, 29), date(2021, 6, 30)))

    assert (received.confidence, received.since_confidence) == (Confidence.CONFIRMED, None)
    assert (complete.confidence, complete.since_confidence) == (Confidence.SECONDARY, Confidence.UNCONFIRMED)
    assert complete.citation.article == ""
    assert "nomor pasalnya belum ditemukan" in complete.note


def test_the_clock_turns_on_the_day_perki_2021_comes_into_force() -> None:
    perki = LAW.instrument("Perki 1/2021")

    assert perki is not None
    assert perki.in_force_from == LAW.request_clock.at(UNDER_2021).since


def test_the_type_checker_knows_each_value() -> None:
    assert_type(LAW.request_response.at(UNDER_2010).value, int)
    assert_type(LAW.request_clock.at(UNDER_2010).value, str)
    assert_type(LAW.report_standard.at(UNDER_2010).value, str)
    assert_type(LAW.refusal_grounds.at(UNDER_2010).value, tuple[RefusalGround, ...])


def test_response_classes_follow_from_the_limits() -> None:
    classes = LAW.response_classes(date(2020, 6, 1))

    assert [(entry.slug, entry.low, entry.high) for entry in classes] == [
        ("0-10", 0, 10),
        ("11-17", 11, 17),
        ("over_17", 18, None),
    ]
    for days in range(60):
        assert [entry.holds(days) for entry in classes].count(True) == 1


def test_bad_faith_and_unclear_identity_are_no_lawful_grounds() -> None:
    grounds = {ground.reason: ground for ground in LAW.refusal_grounds.at(date(2020, 5, 1)).value}

    assert {reason for reason, ground in grounds.items() if ground.lawful} == {"exempt", "not_held"}
    assert {"bad_faith", "unclear_identity"} < set(grounds)
    assert grounds["bad_faith"].cite() == "Perki 1/2013 Pasal 4"
    assert grounds["not_held"].cite() == "UU 14/2008 Pasal 6 ayat (3), UU 14/2008 Pasal 22 ayat (7)"


def test_exemptions_have_ten_letters_and_objections_seven() -> None:
    exemptions = LAW.exemption_letters.at(UNDER_2010).value
    objections = LAW.objection_grounds.at(UNDER_2010).value

    assert "".join(entry.letter for entry in exemptions) == "abcdefghij"
    assert "".join(entry.letter for entry in objections) == "abcdefg"


@pytest.mark.parametrize(("due", "standard"), [(UNDER_2010, "Perki 1/2010"), (UNDER_2021, "Perki 1/2021")])
def test_a_report_is_judged_by_the_standard_of_the_day_it_is_due(due: date, standard: str) -> None:
    contents = LAW.required_contents.at(due)

    assert LAW.report_standard.at(due).value == standard
    assert contents.citation.instrument == standard
    assert {entry.citations[0].instrument for entry in contents.value} == {standard, "UU 14/2008"}


@pytest.mark.parametrize("due", [UNDER_2010, UNDER_2021])
def test_the_required_contents_are_the_heads_a_to_f_in_order(due: date) -> None:
    contents = LAW.required_contents.at(due).value

    assert [entry.slug for entry in contents] == [
        "policy",
        *("facilities", "facilities_condition", "staff", "staff_qualifications", "budget", "budget_use"),
        *("requests", "response_time", "granted", "refused", "refusal_reasons"),
        *("objections", "objection_answers", "objection_execution"),
        *("disputes", "dispute_results", "dispute_execution", "suits", "suit_results", "suit_execution"),
        "constraints",
        "recommendations",
    ]
    assert all(former.head <= latter.head for former, latter in pairwise(contents))
    assert {entry.head for entry in contents} == set("abcdef")


def test_only_what_was_read_in_the_act_is_confirmed() -> None:
    contents = LAW.required_contents.at(UNDER_2021).value

    confirmed = {entry.slug: entry.cite() for entry in contents if entry.confidence is Confidence.CONFIRMED}

    assert confirmed == {
        "requests": "UU 14/2008 Pasal 12 huruf a",
        "response_time": "UU 14/2008 Pasal 12 huruf b",
        "granted": "UU 14/2008 Pasal 12 huruf c",
        "refused": "UU 14/2008 Pasal 12 huruf c",
        "refusal_reasons": "UU 14/2008 Pasal 12 huruf d",
    }
    assert {entry.slug for entry in contents if entry.confidence is Confidence.SECONDARY} == {
        "policy",
        "constraints",
        "recommendations",
    }


def test_under_perki_2010_what_the_act_does_not_ask_is_unconfirmed_and_says_so() -> None:
    contents = LAW.required_contents.at(UNDER_2010).value
    rest = [entry for entry in contents if entry.citations[0].instrument == "Perki 1/2010"]

    assert {entry.cite() for entry in rest} == {"Perki 1/2010 Pasal 36 (belum diverifikasi)"}
    assert {entry.cite("en") for entry in rest} == {"Perki 1/2010 Pasal 36 (not verified)"}


@pytest.mark.parametrize("due", [UNDER_2010, UNDER_2021])
def test_a_part_names_a_whole_that_stands_before_it(due: date) -> None:
    before: set[str] = set()
    for entry in LAW.required_contents.at(due).value:
        assert entry.part_of is None or entry.part_of in before
        before.add(entry.slug)


def test_execution_is_asked_only_where_something_obliges() -> None:
    contents = LAW.required_contents.at(UNDER_2010).value

    obliged = {entry.slug for entry in contents if entry.condition is ContentCondition.IF_OBLIGED}

    assert obliged == {entry.slug for entry in contents if entry.slug.endswith("_execution")}


def test_permendagri_35_of_2010_was_replaced_by_3_of_2017() -> None:
    old = LAW.instrument("Permendagri 35/2010")

    assert old is not None
    assert old.replaced_by == "Permendagri 3/2017"
    assert not old.in_force(date(2020, 12, 31))
    assert old.in_force(date(2016, 12, 31))


def test_an_instrument_that_is_not_in_the_book_is_none() -> None:
    assert LAW.instrument("Permendagri 99/1999") is None


def test_an_instrument_ends_on_the_day_its_successor_begins() -> None:
    replaced = {old: LAW.instrument(old.replaced_by) for old in LAW.instruments if old.replaced_by}

    assert {old.name: old.in_force_until for old in replaced} == {
        old.name: new.in_force_from if new else None for old, new in replaced.items()
    }


def test_each_instrument_has_one_name() -> None:
    names = [instrument.name for instrument in LAW.instruments]

    assert sorted(set(names)) == sorted(names)


def test_each_cited_instrument_is_in_the_book() -> None:
    assert {citation.instrument for citation in _citations(LAW)} <= {entry.name for entry in LAW.instruments}


def test_each_standard_is_an_instrument_of_the_book() -> None:
    assert all(LAW.instrument(LAW.report_standard.at(due).value) for due in (UNDER_2010, UNDER_2021))


@pytest.mark.parametrize(
    ("file", "name", "number", "entry"),
    ENTRIES,
    ids=[f"{file}-{name}-{number}" for file, name, number, _ in ENTRIES],
)
def test_each_entry_has_its_citation_its_confidence_and_the_day_it_was_checked(
    file: str, name: str, number: int, entry: dict[str, object]
) -> None:
    assert {"citation", "confidence", "checked_on"} <= entry.keys(), f"{file} [[{name}]] {number}"


def test_no_legal_number_stands_in_code() -> None:
    modules = [*PACKAGE.glob("*.py"), PACKAGE.parent / "workdays.py", PACKAGE.parent / "deadlines.py"]
    trees = {path.name: ast.parse(path.read_text(encoding="utf-8")) for path in modules}

    numbers = {
        (name, node.value)
        for name, tree in trees.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and type(node.value) in {int, float} and node.value not in {0, 1}
    }

    assert numbers == {("version.py", 12)}, "the length of a fingerprint is the only number here"


def test_the_version_changes_with_any_value() -> None:
    (only,) = LAW.request_response.provisions
    shorter = evolve(
        LAW, request_response=Parameter(name="request_response", provisions=(evolve(only, note="x"),))
    )

    assert len(LAW.version) == 12
    assert Lawbook.from_texts(toml_texts()).version == LAW.version
    assert shorter.version != LAW.version


def test_a_wrong_book_tells_every_fault_of_every_file() -> None:
    texts = toml_texts()
    texts["request.toml"] = (
        texts["request.toml"]
        .replace("value = 10", 'value = "10"')
        .replace('unit = "working_day"', 'unit = "week"')
    )
    texts["dispute.toml"] = "[[dispute_filling]]\nsince = 2010-04-30\n"
    texts["zz.toml"] = texts["objection.toml"]

    with pytest.raises(LawFileError) as caught:
        Lawbook.from_texts(texts)

    unit = "seharusnya salah satu dari working_day, calendar_day, month; tertulis 'week'"
    assert set(caught.value.faults) == {
        "dispute.toml: [[dispute_filling]] tidak dikenal",
        "objection.toml: [[objection_answer]] juga ada di zz.toml",
        "objection.toml: [[objection_filing]] juga ada di zz.toml",
        "objection.toml: [[objection_grounds]] juga ada di zz.toml",
        "[[dispute_filing]] tidak ada di berkas mana pun",
        "request.toml: [[request_response]] ke-1, value: seharusnya bilangan bulat, tertulis '10'",
        f"request.toml: [[request_response]] ke-1, unit: {unit}",
        f"request.toml: [[request_extension]] ke-1, unit: {unit}",
    }


def test_a_parameter_that_stands_nowhere_is_a_fault_also_where_all_else_is_right() -> None:
    texts = {name: text for name, text in toml_texts().items() if name != "dispute.toml"}

    with pytest.raises(LawFileError, match=r"^\[\[dispute_filing\]\] tidak ada di berkas mana pun$"):
        Lawbook.from_texts(texts)


def test_files_that_are_no_toml_are_all_told() -> None:
    with pytest.raises(LawFileError) as caught:
        Lawbook.from_texts({"a.toml": "[", "b.toml": "="})

    assert [fault.split(":")[0] for fault in caught.value.faults] == ["a.toml", "b.toml"]


def test_the_public_names_are_there_and_sorted() -> None:
    assert sorted(ppid_core.law.__all__) == ppid_core.law.__all__
    assert all(hasattr(ppid_core.law, name) for name in ppid_core.law.__all__)
    assert HolidayKind.CUTI_BERSAMA.label.id == "cuti bersama"


def _citations(law: Lawbook) -> Iterator[Citation]:
    for instrument in law.instruments:
        yield instrument.citation
    for each in fields(Lawbook):
        if each.name != "instruments":
            yield from _of_parameter(getattr(law, each.name))


def _of_parameter(parameter: Parameter[object]) -> Iterator[Citation]:
    for provision in parameter.provisions:
        yield provision.citation
        parts = getattr(provision, "value", ())
        for part in parts if isinstance(parts, tuple) else ():
            if isinstance(part, RefusalGround | RequiredContent):
                yield from part.citations
