"""Agencies and how their names resolve."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppid_core.model import Agency, AgencyRef, name_index, normal
from ppid_core.model.agency import normal_forms
from ppid_core.testing.strategies import agencies, words

HEALTH = Agency(code="1", name="Dinas Kesehatan", short_name="Dinkes", aliases=("Dinas  Kesehatan Kota",))


@pytest.mark.parametrize(
    "typed", ["1", "Dinas Kesehatan", "dinas kesehatan", " DINKES ", "dinas\tkesehatan\u00a0kota"]
)
def test_code_name_short_name_and_alias_lead_to_the_agency_whatever_case_and_spaces(typed: str) -> None:
    assert name_index([HEALTH])[normal(typed)] == "1"


@pytest.mark.parametrize("typed", ["Dinas", "Kesehatan", "Dinas Kesehatn", "Dinas-Kesehatan", ""])
def test_anything_else_leads_nowhere(typed: str) -> None:
    assert normal(typed) not in name_index([HEALTH])


def test_the_first_agency_keeps_a_name_that_two_claim() -> None:
    other = Agency(code="2", name="Dinkes")
    assert name_index([HEALTH, other])["dinkes"] == "1"
    assert name_index([other, HEALTH])["dinkes"] == "2"


@given(st.lists(agencies(), max_size=5))
def test_every_name_leads_to_an_agency_that_bears_it(listed: list[Agency]) -> None:
    index = name_index(listed)
    bearers = {
        name: {agency.code for agency in listed if name in map(normal, agency.names)} for name in index
    }
    assert all(index[name] in codes for name, codes in bearers.items())
    assert {normal(name) for agency in listed for name in agency.names} == set(index)


def test_blank_names_are_no_names() -> None:
    assert Agency(code="1", name="Dinas Sosial", aliases=("",)).names == ("1", "Dinas Sosial")


@given(words())
def test_the_normal_form_of_a_name_is_its_own(name: str) -> None:
    assert normal(name) == normal(normal(name))


def test_the_short_name_is_printed_where_there_is_one() -> None:
    assert HEALTH.label == "Dinkes"
    assert Agency(code="2", name="Setda").label == "Setda"


def test_a_mention_is_counted_under_its_code_else_under_the_typed_words() -> None:
    assert AgencyRef(typed="Dinkes", code="1").key == "1"
    assert AgencyRef(typed="Dinas Ghaib").key == "Dinas Ghaib"


@given(
    st.lists(
        st.sampled_from(("", " ", "1", "A 1", "001/PPID/2025", "ÉT", "\u00a0x", "a\nb", "Ab")) | st.text()
    )
)
def test_a_column_of_names_is_folded_as_each_of_them_is(names: list[str]) -> None:
    assert normal_forms(names) == list(map(normal, names))
