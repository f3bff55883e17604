"""The law that comes with the package; the numbers stand here as the acts print them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from typing import assert_type

import pytest
from attrs import evolve, fields

import ppid_core.law
from ppid_core.errors import LawFileError, NotInForceError, UnknownNameError
from ppid_core.law import (
    Citation,
    Confidence,
    ContentCondition,
    ExemptionLetter,
    HolidayKind,
    Lawbook,
    MonevBand,
    Parameter,
    RefusalGround,
    RegisterColumn,
    Unit,
)
from ppid_core.law.structure import toml_texts
from ppid_core.law.wording import Entry

LAW = Lawbook.load()
UNDER_2010, UNDER_2021 = date(2021, 3, 31), date(2022, 3, 31)
UNDER_PERKI_2013, UNDER_PERKI_2021 = date(2013, 4, 29), date(2021, 6, 30)


@pytest.mark.parametrize(
    ("name", "value", "citation"),
    [
        ("request_response", 10, "UU 14/2008 Pasal 22 ayat (7)"),
        ("request_extension", 7, "UU 14/2008 Pasal 22"),
        ("objection_filing", 30, "UU 14/2008 Pasal 36 ayat (1)"),
        ("objection_answer", 30, "UU 14/2008 Pasal 36 ayat (2)"),
        ("dispute_filing", 14, "UU 14/2008 Pasal 37 ayat (2)"),
        ("commission_start", 14, "UU 14/2008 Pasal 38 ayat (1)"),
        ("commission_finish", 100, "UU 14/2008 Pasal 38 ayat (2)"),
        ("court_statement", 14, "UU 14/2008 Pasal 48 ayat (1)"),
        ("court_filing", 14, "UU 14/2008 Pasal 48 ayat (1)"),
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
    ("name", "value", "citation", "since"),
    [
        ("request_completeness", 3, "Perki 1/2021 Pasal 31 ayat (2)", UNDER_PERKI_2021),
        ("request_repair", 3, "Perki 1/2021 Pasal 33 ayat (3)", UNDER_PERKI_2021),
        ("request_refusal", 10, "Perki 1/2021 Pasal 34 ayat (3)", UNDER_PERKI_2021),
        ("dispute_filing_after_silence", 14, "Perki 1/2013 Pasal 13", UNDER_PERKI_2013),
        ("mediation", 14, "Perki 1/2013 Pasal 41", UNDER_PERKI_2013),
        ("mediation_extension", 7, "Perki 1/2013 Pasal 41", UNDER_PERKI_2013),
        ("cassation_filing_perma", 14, "PERMA 2/2011 Pasal 9 ayat (2)", date(2011, 11, 29)),
    ],
)
def test_time_limits_of_a_regulation_are_not_in_force_before_it(
    name: str, value: int, citation: str, since: date
) -> None:
    parameter: Parameter[int] = getattr(LAW, name)

    provision = parameter.at(since)

    assert (value, Unit.WORKING_DAY, citation) == (provision.value, provision.unit, provision.cite())
    assert provision.confidence is Confidence.CONFIRMED
    with pytest.raises(NotInForceError):
        parameter.at(since - timedelta(days=1))


def test_cassation_runs_in_calendar_days_and_the_suit_before_it_in_working_days() -> None:
    suit, cassation = LAW.court_filing.at(UNDER_2010), LAW.cassation_filing.at(UNDER_2010)

    assert (cassation.value, cassation.unit) == (14, Unit.CALENDAR_DAY)
    assert cassation.cite() == "UU 14/2008 Pasal 50"
    assert suit.unit is Unit.WORKING_DAY
    assert suit.cite() == "PERMA 2/2011 Pasal 4 ayat (2)"
    assert "Perki 1/2013 Pasal 60 ayat (2)" in suit.note


@pytest.mark.parametrize(
    ("name", "day", "value", "citation"),
    [
        ("request_notice", date(2021, 6, 29), 10, "Perki 1/2010 Pasal 26 ayat (7)"),
        ("request_notice", UNDER_PERKI_2021, 10, "Perki 1/2021 Pasal 31 ayat (3)"),
        ("objection_answer_registered", UNDER_PERKI_2021, 30, "Perki 1/2021 Pasal 44 ayat (1)"),
        (
            "objection_answer_registered",
            date(2021, 6, 29),
            30,
            "Perki 1/2010 Pasal 34 ayat (1) (belum diverifikasi)",
        ),
        ("court_filing", date(2011, 11, 28), 14, "UU 14/2008 Pasal 48 ayat (1)"),
        ("court_filing", date(2011, 11, 29), 14, "PERMA 2/2011 Pasal 4 ayat (2)"),
    ],
)
def test_what_a_standard_of_service_or_the_court_counts_beside_the_act(
    name: str, day: date, value: int, citation: str
) -> None:
    provision = LAW.parameter(name).at(day)

    assert (provision.value, provision.unit, provision.cite()) == (value, Unit.WORKING_DAY, citation)


@pytest.mark.parametrize(
    ("day", "citation"),
    [(UNDER_2010, "Perki 1/2010 Pasal 26 ayat (9)"), (UNDER_2021, "Perki 1/2021 Pasal 36")],
)
def test_an_extension_has_two_grounds(day: date, citation: str) -> None:
    provision = LAW.extension_grounds.at(day)

    assert [ground.letter for ground in provision.value] == ["a", "b"]
    assert {ground.cite() for ground in provision.value} == {provision.cite()} == {citation}


def test_periodic_information_is_announced_every_six_months() -> None:
    provision = LAW.periodic_information.at(UNDER_2010)

    assert (provision.value, provision.unit, provision.cite()) == (
        6,
        Unit.MONTH,
        "UU 14/2008 Pasal 9 ayat (3)",
    )


def test_where_no_text_says_the_first_day_the_note_names_the_one_taken() -> None:
    note = LAW.commission_finish.at(UNDER_2010).note

    assert "Dari hari apa dihitung tidak" in note
    assert "dipakai hari" in note


@pytest.mark.parametrize(
    ("name", "event"),
    [
        ("commission_start", "sejak Komisi Informasi menerima permohonan"),
        ("mediation", "sejak pertemuan mediasi pertama"),
        ("dispute_filing", "bukan sejak tanggal suratnya"),
        ("request_repair", "sejak surat keterangan tidak lengkap diterimanya"),
        ("request_completeness", "sejak dicatat dalam register"),
    ],
)
def test_where_a_text_names_the_first_day_the_note_says_it(name: str, event: str) -> None:
    assert event in LAW.parameter(name).at(UNDER_2021).note


def test_the_reading_of_the_time_after_silence_is_told_as_not_verified() -> None:
    note = LAW.dispute_filing_after_silence.at(UNDER_2010).note

    assert "Hari ke-0 adalah hari kerja terakhir bagi atasan PPID" in note
    assert "Cara membaca ini belum diverifikasi" in note


def test_all_grounds_of_objection_but_the_first_can_be_mediated() -> None:
    letters = [ground.letter for ground in LAW.objection_grounds.at(UNDER_2010).value]

    provision = LAW.mediation_grounds.at(UNDER_2010)

    assert list(provision.value) == letters[1:]
    assert provision.cite() == "UU 14/2008 Pasal 40 ayat (2)"


@pytest.mark.parametrize(
    ("day", "clock", "citation"),
    [
        (date(2010, 4, 30), "received", "Perki 1/2010 Pasal 26 ayat (7)"),
        (date(2021, 6, 29), "received", "Perki 1/2010 Pasal 26 ayat (7)"),
        (date(2021, 6, 30), "complete", "Perki 1/2021 Pasal 31 ayat (3)"),
        (date(2026, 12, 31), "complete", "Perki 1/2021 Pasal 31 ayat (3)"),
    ],
)
def test_the_standard_counts_from_receipt_until_perki_2021_and_from_completeness_since(
    day: date, clock: str, citation: str
) -> None:
    provision = LAW.request_clock.at(day)

    assert (clock, None, citation) == (provision.value, provision.unit, provision.cite())


def test_no_clock_runs_before_the_act() -> None:
    with pytest.raises(NotInForceError, match="request_clock: belum berlaku pada 2010-04-29"):
        LAW.request_clock.at(date(2010, 4, 29))


def test_the_clock_of_perki_2021_is_read_in_its_text_and_says_what_becomes_of_what_was_in_process() -> None:
    received, complete = (LAW.request_clock.at(day) for day in (date(2021, 6, 29), date(2021, 6, 30)))

    assert (received.confidence, received.since_confidence) == (Confidence.CONFIRMED, None)
    assert (complete.confidence, complete.since_confidence) == (Confidence.CONFIRMED, None)
    assert "30 Juni 2021 diselesaikan menurut Perki 1/2010 (Pasal 62)" in complete.note


def test_the_clock_turns_on_the_day_perki_2021_comes_into_force() -> None:
    perki = LAW.instrument("Perki 1/2021")

    assert perki is not None
    assert perki.in_force_from == LAW.request_clock.at(UNDER_2021).since


def test_the_type_checker_knows_each_value() -> None:
    assert_type(LAW.request_response.at(UNDER_2010).value, int)
    assert_type(LAW.request_clock.at(UNDER_2010).value, str)
    assert_type(LAW.report_standard.at(UNDER_2010).value, str)
    assert_type(LAW.refusal_grounds.at(UNDER_2010).value, tuple[RefusalGround, ...])
    assert_type(LAW.exemption_letters.at(UNDER_2010).value, tuple[ExemptionLetter, ...])
    assert_type(LAW.consequence_test.at(UNDER_2010).value, bool)
    assert_type(LAW.mediation_grounds.at(UNDER_2010).value, tuple[str, ...])
    assert_type(LAW.register_columns.at(UNDER_2010).value, tuple[RegisterColumn, ...])
    assert_type(LAW.monev_band(90, UNDER_2010), MonevBand)


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

    assert {reason for reason, ground in grounds.items() if ground.lawful} == {
        *("exempt", "not_held"),
        *("state_danger", "unfair_competition", "personal_rights", "official_secrecy"),
    }
    assert {"bad_faith", "unclear_identity"} < set(grounds)
    assert grounds["bad_faith"].cite() == "Perki 1/2013 Pasal 4 ayat (4)"
    assert grounds["not_held"].cite() == "UU 14/2008 Pasal 6 ayat (3) huruf e, UU 14/2008 Pasal 22 ayat (7)"


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
    assert {entry.citations[-1].instrument for entry in contents.value} == {standard}


@pytest.mark.parametrize("due", [UNDER_2010, UNDER_2021])
def test_the_required_contents_are_the_heads_a_to_f_in_order(due: date) -> None:
    contents = LAW.required_contents.at(due).value

    assert [entry.slug for entry in contents] == [
        "policy",
        *("facilities", "facilities_condition", "staff", "staff_qualifications", "budget", "budget_use"),
        *("requests", "response_time", "granted", "refused", "refusal_reasons"),
        *("objections", "objection_answers", "objection_execution"),
        *("disputes", "dispute_results", "dispute_execution", "suits", "suit_results", "suit_execution"),
        *("constraints", "constraints_external", "constraints_internal"),
        *("recommendations", "follow_up"),
    ]
    assert all(former.head <= latter.head for former, latter in pairwise(contents))
    assert {entry.head for entry in contents} == set("abcdef")


@pytest.mark.parametrize(
    ("due", "told"),
    [
        (
            UNDER_2010,
            {
                "policy": "Perki 1/2010 Pasal 36 ayat (3) huruf a",
                "budget_use": "Perki 1/2010 Pasal 36 ayat (3) huruf b angka 3",
                "response_time": (
                    "UU 14/2008 Pasal 12 huruf b, Perki 1/2010 Pasal 36 ayat (3) huruf c angka 2"
                ),
                "suit_execution": "Perki 1/2010 Pasal 36 ayat (3) huruf d angka 6",
                "recommendations": "Perki 1/2010 Pasal 36 ayat (3) huruf f",
            },
        ),
        (
            UNDER_2021,
            {
                "policy": "Perki 1/2021 Pasal 56 ayat (4) huruf a",
                "budget_use": "Perki 1/2021 Pasal 57 ayat (1) huruf c",
                "response_time": "UU 14/2008 Pasal 12 huruf b, Perki 1/2021 Pasal 57 ayat (2) huruf b",
                "suit_execution": "Perki 1/2021 Pasal 57 ayat (3) huruf f",
                "recommendations": "Perki 1/2021 Pasal 56 ayat (4) huruf f",
            },
        ),
    ],
)
def test_each_required_content_names_its_paragraph_and_is_read_in_it(due: date, told: dict[str, str]) -> None:
    contents = LAW.required_contents.at(due).value

    assert {entry.confidence for entry in contents} == {Confidence.CONFIRMED}
    assert {entry.slug: entry.cite() for entry in contents if entry.slug in told} == told


@pytest.mark.parametrize(
    ("due", "places"),
    [
        (UNDER_2010, "a b.1 b.2 b.3 c.1 c.2 c.3 c.4 d.1 d.2 d.3 d.4 d.5 d.6 e f"),
        (UNDER_2021, "a b.a b.b b.c c.a c.b c.c c.d d.a d.b d.c d.d d.e d.f e f"),
    ],
)
def test_contents_are_numbered_in_perki_2010_and_lettered_in_perki_2021(due: date, places: str) -> None:
    contents = LAW.required_contents.at(due).value

    assert " ".join(dict.fromkeys(entry.place for entry in contents)) == places


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


def test_keppres_8_of_2024_took_the_place_of_four_keppres() -> None:
    new = LAW.instrument("Keppres 8/2024")

    assert new is not None
    assert [old.name for old in LAW.replaced_by(new)] == [
        *("Keppres 251/1967", "Keppres 148/1968", "Keppres 10/1971", "Keppres 3/1983")
    ]
    assert {old.in_force_until for old in LAW.replaced_by(new)} == {date(2024, 1, 29)}


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
    unnamed = {"Komisi Informasi"}
    """The commission's guide to its yearly evaluation: no number was found."""

    cited = {citation.instrument for citation in _citations(LAW)}

    assert unnamed <= cited
    assert cited - unnamed <= {entry.name for entry in LAW.instruments}


def test_each_standard_is_an_instrument_of_the_book() -> None:
    assert all(LAW.instrument(LAW.report_standard.at(due).value) for due in (UNDER_2010, UNDER_2021))


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

    tens = (
        *("[[request_response]] ke-1", "[[request_notice]] ke-1", "[[request_notice]] ke-2"),
        "[[request_refusal]] ke-1",
    )
    unit = "seharusnya salah satu dari working_day, calendar_day, month; tertulis 'week'"
    assert set(caught.value.faults) == {
        "dispute.toml: [[dispute_filling]] tidak dikenal",
        "objection.toml: [[objection_answer]] juga ada di zz.toml",
        "objection.toml: [[objection_answer_registered]] juga ada di zz.toml",
        "objection.toml: [[objection_filing]] juga ada di zz.toml",
        "objection.toml: [[objection_grounds]] juga ada di zz.toml",
        *(f"[[{name}]] tidak ada di berkas mana pun" for name in _names_in("dispute.toml")),
        *(f"request.toml: {place}, value: seharusnya bilangan bulat, tertulis '10'" for place in tens),
        *(
            f"request.toml: {place}, unit: {unit}"
            for place in (
                *tens,
                *(
                    f"[[{name}]] ke-1"
                    for name in ("request_extension", "request_completeness", "request_repair")
                ),
            )
        ),
    }


def test_a_parameter_that_stands_nowhere_is_a_fault_also_where_all_else_is_right() -> None:
    texts = {name: text for name, text in toml_texts().items() if name != "information.toml"}

    with pytest.raises(LawFileError, match=r"^\[\[periodic_information\]\] tidak ada di berkas mana pun$"):
        Lawbook.from_texts(texts)


def test_a_parameter_is_found_by_its_name_and_an_unknown_name_lists_the_known_ones() -> None:
    assert LAW.parameter("court_filing") is LAW.court_filing

    with pytest.raises(UnknownNameError) as caught:
        LAW.parameter("instruments")

    assert "court_filing" in caught.value.known
    assert len(caught.value.known) == len(LAW.parameters) == len(fields(Lawbook)) - 1


def test_files_that_are_no_toml_are_all_told() -> None:
    with pytest.raises(LawFileError) as caught:
        Lawbook.from_texts({"a.toml": "[", "b.toml": "="})

    assert [fault.split(":")[0] for fault in caught.value.faults] == ["a.toml", "b.toml"]


def test_the_public_names_are_there_and_sorted() -> None:
    by_style = sorted(ppid_core.law.__all__, key=lambda name: (not name.isupper(), name))

    assert by_style == ppid_core.law.__all__
    assert all(hasattr(ppid_core.law, name) for name in ppid_core.law.__all__)
    assert HolidayKind.CUTI_BERSAMA.label.id == "cuti bersama"


def _names_in(file: str) -> list[str]:
    return list(tomllib.loads(toml_texts()[file]))


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
            if isinstance(part, Entry):
                yield from part.citations
                yield from filter(None, [getattr(part, "limited_by", None)])
