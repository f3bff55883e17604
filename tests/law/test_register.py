from __future__ import annotations

from datetime import date

import pytest

from ppid_core.intake.tables import table_headings
from ppid_core.law import Confidence, Lawbook, RegisterKind

LAW = Lawbook.load()
UNDER_2010, UNDER_2021 = date(2021, 6, 29), date(2021, 6, 30)


@pytest.mark.parametrize("day", [UNDER_2010, UNDER_2021])
def test_each_column_that_is_typed_names_a_heading_of_our_tables(day: date) -> None:
    headings = {
        f"{table.name}.{heading.name}" for table in table_headings().values() for heading in table.headings
    }

    typed = {place for column in LAW.register_columns.at(day).value for place in column.typed_in}

    assert typed
    assert typed <= headings


@pytest.mark.parametrize("day", [UNDER_2010, UNDER_2021])
def test_a_slug_is_unique_in_its_register(day: date) -> None:
    columns = [(column.register, column.slug) for column in LAW.register_columns.at(day).value]

    assert len(set(columns)) == len(columns)


@pytest.mark.parametrize(
    ("register", "before", "since"),
    [
        (RegisterKind.REQUESTS, 17, 19),
        (RegisterKind.OBJECTIONS, 11, 14),
        (RegisterKind.PUBLIC_INFORMATION, 7, 7),
        (RegisterKind.EXEMPT_INFORMATION, 5, 11),
    ],
)
def test_each_perki_has_the_columns_of_its_article_and_of_its_form(
    register: RegisterKind, before: int, since: int
) -> None:
    numbers = [
        sum(column.register is register for column in LAW.register_columns.at(day).value)
        for day in (UNDER_2010, UNDER_2021)
    ]

    assert numbers == [before, since]


def test_identity_number_and_power_of_attorney_stand_in_the_article_and_occupation_in_the_form_alone() -> (
    None
):
    columns = {
        column.slug: column.cite()
        for column in LAW.register_columns.at(UNDER_2021).value
        if column.register is RegisterKind.REQUESTS
    }

    assert columns["nik"] == "Perki 1/2021 Pasal 32 ayat (1) huruf d"
    assert columns["power_of_attorney"] == "Perki 1/2021 Pasal 32 ayat (1) huruf g"
    assert columns["occupation"] == columns["decision"] == "Perki 1/2021 Lampiran VIII"
    assert columns["cost"] == "Perki 1/2021 Pasal 32 ayat (1) huruf o, Perki 1/2021 Lampiran VIII"


def test_what_was_read_is_confirmed_and_what_a_twin_tells_of_perki_2010_secondary() -> None:
    before, since = (LAW.register_columns.at(day).value for day in (UNDER_2010, UNDER_2021))

    secondary = {
        (column.register, column.slug) for column in before if column.confidence is Confidence.SECONDARY
    }
    assert {slug for register, slug in secondary if register is RegisterKind.REQUESTS} == {
        "occupation",
        "payment",
    }
    assert {register for register, _ in secondary} == {
        RegisterKind.REQUESTS,
        RegisterKind.EXEMPT_INFORMATION,
    }
    assert {column.confidence for column in since} == {Confidence.CONFIRMED}


def test_each_register_has_a_label_in_both_languages() -> None:
    assert all(member.label.id and member.label.en for member in RegisterKind)
