"""One list of tables: what is explained is what is read."""

from __future__ import annotations

from inspect import signature

import pytest

from ppid_core.glossary import spelling
from ppid_core.glossary.heading import TableHeadings, accepted
from ppid_core.glossary.key import report_keys
from ppid_core.glossary.sign import CROSSES, SIGNS
from ppid_core.intake.tables import TABLES, known_tables, table_headings
from ppid_core.intake.tables.report import READERS
from ppid_core.intake.tables.spec import TableSpec
from ppid_core.model import CellState


@pytest.mark.parametrize("spec", TABLES, ids=lambda spec: spec.name)
def test_the_columns_of_a_table_are_those_that_are_explained(spec: TableSpec[object]) -> None:
    explained = {heading.name for heading in table_headings()[spec.name].headings}

    assert explained == {column.name for column in spec.columns}


@pytest.mark.parametrize("spec", [spec for spec in TABLES if spec.holds], ids=lambda spec: spec.name)
def test_every_column_fills_a_field_of_the_model(spec: TableSpec[object]) -> None:
    assert {column.field for column in spec.columns} <= {*signature(spec.model).parameters}


@pytest.mark.parametrize("spec", TABLES, ids=lambda spec: spec.name)
def test_every_column_says_what_it_is_for(spec: TableSpec[object]) -> None:
    assert [column.name for column in spec.columns if not column.heading.meaning] == []


def test_every_table_that_is_explained_is_read() -> None:
    assert set(table_headings()) == {spec.name for spec in TABLES} | {"ketersediaan"}


@pytest.mark.parametrize("table", table_headings().values(), ids=lambda table: table.name)
def test_each_spelling_of_a_heading_leads_to_one_column(table: TableHeadings) -> None:
    headings = table.headings
    spelled = [(spelling(text), one.name) for one in headings for text in {one.name, *one.spellings}]
    owners: dict[str, set[str]] = {}
    for text, name in spelled:
        owners.setdefault(text, set()).add(name)

    names = {spelling(one.name) for one in headings}
    assert {text: owner for text, owner in owners.items() if len(owner) > 1 and text not in names} == {}


def test_each_spelling_of_a_table_and_of_a_key_leads_to_one() -> None:
    for known, named in (
        (known_tables(), table_headings().values()),
        (accepted(report_keys()), report_keys()),
    ):
        for one in named:
            assert one.name == known[spelling(one.name)]
            assert {one.name} == {known[spelling(text)] for text in one.spellings} | {one.name}


def test_readers_of_keys_are_for_keys_that_are_explained() -> None:
    assert set(READERS) <= {key.name for key in report_keys()}


def test_each_sign_of_the_matrix_says_one_thing() -> None:
    signs = [sign for members in SIGNS.values() for sign in members] + list(CROSSES)

    assert len(signs) == len(set(signs))
    assert [sign for sign in signs if sign != sign.casefold()] == []
    assert set(SIGNS) == set(CellState) - {CellState.NOT_REPORTED}
