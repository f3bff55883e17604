"""What every class of the model promises: frozen, slotted, without lists, its source no part of equality."""

from __future__ import annotations

import inspect
from enum import StrEnum

import attrs
import pytest
from attrs.exceptions import FrozenInstanceError

from ppid_core import model
from ppid_core.model import ReportingPeriod, Request, ServiceYear
from ppid_core.source import Source

PUBLIC = {name: getattr(model, name) for name in model.__all__}
CLASSES = [kind for kind in PUBLIC.values() if isinstance(kind, type) and attrs.has(kind)]
ENUMS = [kind for kind in PUBLIC.values() if isinstance(kind, type) and issubclass(kind, StrEnum)]


def test_all_that_the_model_holds_is_public() -> None:
    held = {
        name
        for name, value in vars(model).items()
        if inspect.isclass(value) and value.__module__.startswith("ppid_core.model.")
    }
    assert held == {kind.__name__ for kind in (*CLASSES, *ENUMS)}


@pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: kind.__name__)
def test_a_class_is_frozen_slotted_and_explained(kind: type) -> None:
    assert "__slots__" in vars(kind)
    assert kind.__doc__
    assert "__setattr__" in vars(kind)


@pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: kind.__name__)
def test_values_hold_tuples_and_never_what_can_change(kind: type) -> None:
    written = [str(field.type) for field in attrs.fields(kind)]
    assert not [text for text in written if text.lower().startswith(("list", "dict", "set"))]


@pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: kind.__name__)
def test_a_source_is_optional_and_no_part_of_equality(kind: type) -> None:
    for field in attrs.fields(kind):
        if field.name.endswith("source"):
            assert (field.default, field.eq) == (None, False)


def test_two_rows_that_say_the_same_in_different_places_are_equal() -> None:
    assert Request(source=Source(file="a.csv", row=2)) == Request(source=Source(file="b.csv", row=9))


@pytest.mark.parametrize("name", [field.name for field in attrs.fields(ServiceYear)])
def test_no_field_of_a_year_can_be_changed(name: str) -> None:
    year = ServiceYear(period=ReportingPeriod(2020))
    with pytest.raises(FrozenInstanceError):
        setattr(year, name, None)


@pytest.mark.parametrize("kind", ENUMS, ids=lambda kind: kind.__name__)
def test_slugs_are_english_words_of_small_letters(kind: type[StrEnum]) -> None:
    assert all(slug == slug.lower() and slug.replace("_", "").replace(".", "").isalnum() for slug in kind)
