"""The classes of response time that *rekap* and *pernyataan* name are those of the law."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve

from ppid_core.intake.cells import CellError
from ppid_core.intake.setting import Setting
from ppid_core.intake.tables.category import read_category
from ppid_core.law import Lawbook, Parameter, Provision
from ppid_core.model import Dimension, ReportingPeriod

LAW = Lawbook.load()


def _limited(since: date, days: int) -> Lawbook:
    """Return a law whose time for answering is another one from a day on."""
    (first,) = LAW.request_response.provisions
    assert isinstance(first, Provision)
    later = evolve(first, since=since, value=days)
    return evolve(LAW, request_response=Parameter(name="request_response", provisions=(first, later)))


def read(text: str, year: int, law: Lawbook = LAW) -> str:
    return read_category(Dimension.TIME, text, Setting(period=ReportingPeriod(year), law=law))


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("0-10", "0-10"),
        ("0 – 10 hari kerja", "0-10"),
        ("11 s/d 17 hari", "11-17"),
        ("11 sampai 17", "11-17"),
        (">17", "over_17"),
        ("Lebih dari 17 hari kerja", "over_17"),
        ("di atas 17 hari", "over_17"),
        ("over_17", "over_17"),
    ],
)
def test_a_class_is_read_as_clerks_write_it(text: str, slug: str) -> None:
    assert read(text, 2020) == slug


@pytest.mark.parametrize("text", ["0-14", "11-16", ">10", "over_20", "cepat", "10"])
def test_what_is_no_class_of_the_law_lists_those_that_are(text: str) -> None:
    with pytest.raises(CellError) as caught:
        read(text, 2020)

    assert caught.value.message.id.endswith("Tulis 0-10, 11-17, atau >17.")
    assert caught.value.message.en.endswith("Write 0-10, 11-17 or >17.")
    assert caught.value.expected.id == "0-10, 11-17, atau >17"


@pytest.mark.parametrize(
    ("year", "slug", "gone", "classes"),
    [(2024, "0-10", "0-5", "0-10, 11-17, atau >17"), (2025, "0-5", "0-10", "0-5, 6-12, atau >12")],
)
def test_classes_are_those_of_the_law_at_the_end_of_the_period(
    year: int, slug: str, gone: str, classes: str
) -> None:
    law = _limited(date(2025, 7, 1), 5)

    assert read(slug, year, law) == slug
    with pytest.raises(CellError) as caught:
        read(gone, year, law)
    assert caught.value.expected.id == classes


def test_a_year_before_the_act_has_the_classes_that_it_began_with() -> None:
    assert read("0-10", 2000) == "0-10"
