from __future__ import annotations

from datetime import date

import pytest

from ppid_core.glossary.table import table_headings
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
    ("register", "number"),
    [
        (RegisterKind.REQUESTS, 17),
        (RegisterKind.OBJECTIONS, 11),
        (RegisterKind.PUBLIC_INFORMATION, 8),
        (RegisterKind.EXEMPT_INFORMATION, 5),
    ],
)
def test_both_perki_have_the_same_columns_as_far_as_is_known(register: RegisterKind, number: int) -> None:
    before, since = (
        [
            (column.slug, column.title)
            for column in LAW.register_columns.at(day).value
            if column.register is register
        ]
        for day in (UNDER_2010, UNDER_2021)
    )

    assert before == since
    assert len(before) == number


def test_registers_were_read_lists_are_secondary_and_those_of_perki_2021_unconfirmed() -> None:
    before, since = (LAW.register_columns.at(day).value for day in (UNDER_2010, UNDER_2021))

    assert {(column.register, column.confidence) for column in before} == {
        (RegisterKind.REQUESTS, Confidence.CONFIRMED),
        (RegisterKind.OBJECTIONS, Confidence.CONFIRMED),
        (RegisterKind.PUBLIC_INFORMATION, Confidence.SECONDARY),
        (RegisterKind.EXEMPT_INFORMATION, Confidence.SECONDARY),
    }
    assert {column.cite() for column in since} == {"Perki 1/2021 Lampiran (belum diverifikasi)"}


def test_each_register_has_a_label_in_both_languages() -> None:
    assert all(member.label.id and member.label.en for member in RegisterKind)
