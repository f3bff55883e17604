"""The page of the glossary holds every member of every list, and every column of every table."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

import pytest
from tests.docs.page import page
from tests.docs.source import declared_lists

from ppid_core.glossary.book import PAGES
from ppid_core.glossary.heading import Heading
from ppid_core.glossary.key import report_keys
from ppid_core.intake.tables import table_headings

LISTS = [kind for terms in PAGES for kind in terms]


@pytest.mark.slow
def test_every_member_of_every_list_has_its_row() -> None:
    told = {name: {row[0] for row in rows} for name, rows in page("glossary.md").rows.items()}
    members = list(declared_lists())

    missing = [(name, slug) for name, slug in members if slug not in told.get(name, ())]

    assert ("Outcome", "granted") in members
    assert not missing


@pytest.mark.parametrize("kind", LISTS, ids=lambda kind: kind.__name__)
def test_member_has_its_labels_and_every_spelling(kind: type[StrEnum]) -> None:
    rows = {row[0]: row for row in page("glossary.md").rows[kind.__name__]}

    for member, term in next(terms[kind] for terms in PAGES if kind in terms).items():
        _, indonesian, english, spellings = rows[member]
        assert (term.label.id, term.label.en) == (indonesian, english)
        assert all(spelling in spellings for spelling in term.spellings)


def columns() -> Iterator[tuple[str, Heading]]:
    for table in table_headings().values():
        yield from ((table.name, column) for column in table.headings)
    yield from (("Keys of laporan (kunci)", key) for key in report_keys())


def test_every_column_has_its_row_with_its_meaning_and_its_headings() -> None:
    for table, column in columns():
        (row,) = (row for row in page("glossary.md").rows[table] if row[0] == column.name)

        assert row[1] == column.meaning
        assert all(spelling in row[2] for spelling in column.spellings)


def test_every_name_of_a_table_is_told() -> None:
    for table in table_headings().values():
        below = page("glossary.md").below(table.name)
        assert all(f"`{name}`" in below for name in (table.name, *table.spellings))
