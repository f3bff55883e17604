"""One way into JSON, for every value that other programs take."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date

import pytest

from ppid_core import DeadlineKind, Dossier, Lawbook, deadline, structure, unstructure
from ppid_core.errors import JsonKindError, PpidError
from ppid_core.plugins import load_plugins

SERANG = Dossier.open("examples/kota-serang-2020", plugins=load_plugins(entry_points=[]))
DUE = deadline(DeadlineKind.REQUEST, date(2020, 12, 18), Lawbook.load(), SERANG.workdays)


@pytest.mark.parametrize(
    ("value", "key"),
    [
        (SERANG.year, "period"),
        (SERANG.summary, "requests"),
        (SERANG.checked, "findings"),
        (SERANG.report(), "meta"),
        (DUE, "due_on"),
        (SERANG.docket, "cases"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_every_value_that_programs_take_is_written(value: object, key: str) -> None:
    plain = unstructure(value)  # type: ignore[arg-type]

    assert key in plain
    assert plain == json.loads(json.dumps(plain, allow_nan=False))


def test_report_holds_its_parts_as_they_are_written_alone() -> None:
    plain = unstructure(SERANG.report())

    assert structure(plain["year"]) == SERANG.report().year
    assert plain["check"] == unstructure(SERANG.checked)
    assert plain["summary"] == unstructure(SERANG.summary)


def test_language_changes_texts_alone() -> None:
    read: Callable[[str], list[str]] = lambda lang: [  # noqa: E731  used twice below
        one["message"]
        for one in unstructure(SERANG.checked, lang)["findings"]  # type: ignore[arg-type]
    ]

    assert len(read("id")) == len(read("en"))
    assert read("id") != read("en")


@pytest.mark.parametrize("value", [SERANG, SERANG.law, {}, None, 5])
def test_what_has_no_form_is_refused_with_what_has_one(value: object) -> None:
    with pytest.raises(
        JsonKindError, match="ServiceYear, Summary, Checked, Report, Deadline, Docket, Chronicle"
    ) as caught:
        unstructure(value)  # type: ignore[arg-type]

    assert isinstance(caught.value, PpidError)
    assert caught.value.kind == type(value).__name__
