"""What staff typed is known as such, also within a line: a document in another language marks it."""

from __future__ import annotations

import pickle
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.exporters import example

from ppid_core.model import Absent
from ppid_core.report import Column, Phrase, Table, Typed, Value
from ppid_core.summary import listed

words = st.text(max_size=6)
parts = st.lists(st.one_of(words, words.map(Typed)), max_size=6)


@given(parts, parts)
def test_a_phrase_is_the_text_of_its_parts_and_keeps_them_within_another(
    some: list[str], others: list[str]
) -> None:
    phrase = Phrase(*some, Phrase(*others))

    assert phrase == "".join([*some, *others])
    assert [(type(part), part) for part in phrase.parts] == [(type(part), part) for part in [*some, *others]]
    copied = pickle.loads(pickle.dumps(phrase))  # noqa: S301  what was written one line above
    assert (copied, copied.parts) == (phrase, phrase.parts)


def spoken(value: Value, column: Column | None = None) -> Iterator[tuple[str, bool]]:
    """Yield the words of a cell or a note, each with whether it is known as typed."""
    if isinstance(value, str):
        for part in value.parts if isinstance(value, Phrase) else (value,):
            yield str(part), isinstance(part, Typed) or (column is not None and column.lang == "id")


def words_of(table: Table) -> Iterator[tuple[str, bool]]:
    for row in table.rows:
        for column, value in zip(table.columns, row, strict=True):
            yield from spoken(value, column)
    for words in (*(column.title for column in table.columns), *table.notes):
        yield from spoken(words)


@pytest.mark.parametrize("name", ["kota-serang-2020", "kabupaten-contoh-2024"])
def test_an_english_edition_knows_of_every_cell_heading_and_note_what_staff_typed(name: str) -> None:
    work = example.dossier(name)
    year = work.year
    told = [one for table in work.report(lang="en").tables() for one in words_of(table)]
    known, ours = ({words for words, is_typed in told if is_typed is one} for one in (True, False))
    assert not isinstance(year.matrix, Absent)

    wanted = {one for agency in listed(year.agencies) for one in (agency.label, agency.name)}
    wanted |= {kind.label for kind in year.matrix.types}
    wanted |= {row.unit for row in listed(year.activity.ranking) if row.unit}
    wanted |= {row.ground.typed for row in listed(year.objections) if row.ground}
    wanted |= {row.superior_office for row in listed(year.objections) if row.superior_office}
    wanted |= {row.follow_up for row in listed(year.narrative.recommendations) if row.follow_up}

    assert wanted & ours == set()
    assert len(wanted & known) > 30
