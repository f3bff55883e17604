"""The list of codes: complete, dated, and each with what it was before."""

from __future__ import annotations

from datetime import date

import pytest

from ppid_core.rollup import Regions

REGIONS = Regions.load()


def test_latest_list_has_38_provinces_and_514_others() -> None:
    latest = [region for region in REGIONS.listed if region.until is None]

    assert sum(region.is_province for region in latest) == 38
    assert sum(not region.is_province for region in latest) == 514
    assert len({region.code for region in latest}) == 552


@pytest.mark.parametrize(
    ("day", "provinces"), [((2021, 12, 31), 34), ((2023, 12, 31), 37), ((2025, 12, 31), 38)]
)
def test_each_list_has_its_number_of_regions(day: tuple[int, int, int], provinces: int) -> None:
    listed = [region for region in REGIONS.listed if region.holds_on(date(*day))]

    assert sum(region.is_province for region in listed) == provinces
    assert sum(not region.is_province for region in listed) == 514


def test_each_region_lies_in_a_province_of_its_list_and_goes_on_from_its_predecessor() -> None:
    for region in REGIONS.listed:
        assert any(region.code[:2] == other.code and other.holds_on(region.since) for other in REGIONS.listed)
        if region.predecessor:
            before = REGIONS.of(region.predecessor)
            assert before is not None
            assert before.until is not None
            assert (region.since - before.until).days == 1
            assert before.name == region.name


def test_region_is_found_by_any_of_its_codes() -> None:
    assert REGIONS.lineage("91.01") == REGIONS.lineage("93.01") == ("91.01", "93.01")
    assert [REGIONS.province("93.01", day) for day in (date(2010, 1, 1), date(2022, 12, 31), None)] == [
        "Papua",
        "Papua Selatan",
        "Papua Selatan",
    ]
    assert REGIONS.province("99.99", None) == ""


def test_renamed_region_keeps_its_names_by_their_days() -> None:
    names = [(region.name, region.until) for region in REGIONS.listed if region.code == "76.01"]

    assert names == [("Kabupaten Mamuju Utara", date(2019, 10, 7)), ("Kabupaten Pasangkayu", None)]
