"""Figures of earlier years as other programs take them: series, changes, and what parts stood at."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest
from tests.cli.test_schema import faults
from tests.three_years import city, tables_of

from ppid_core import Dossier, unstructure
from ppid_core.language import Lang
from ppid_core.plugins import Plugins

NOBODY = Plugins()


def earlier(work: Dossier, lang: Lang = "id") -> dict[str, Any]:
    told = unstructure(work.report(lang=lang))
    assert faults(told) == []
    found: dict[str, Any] = told["earlier"]
    return found


def test_a_report_tells_each_figure_over_the_years_with_its_change() -> None:
    told = earlier(city(2024))

    assert told["years"] == [{"year": year, "origin": "report"} for year in (2022, 2023, 2024)]
    assert told["series"]["requests.total"] == {
        "values": [29, 38, 46],
        "change": 8,
        "growth": 0.2105,
        "absent": {},
        "breaks": [],
    }
    assert "disputes.total" not in told["series"]


@pytest.mark.parametrize(("lang", "why"), [("id", "pembanding di bawah 10"), ("en", "the base is under 10")])
def test_what_is_null_says_why(lang: Lang, why: str) -> None:
    told = earlier(city(2024), lang)["series"]["objections.total"]

    assert (told["values"], told["change"], told["growth"]) == ([3, 4, 5], 1, None)
    assert told["absent"] == {"growth": {"reason": "small_base", "text": why}}


def test_agencies_of_last_year_stand_under_the_keys_of_those_that_go_on_with_them() -> None:
    assert earlier(city(2023))["last_year"]["requests.by_agency"] == {
        "whole": 29,
        "parts": {"D1": 15, "D4": 14},
        "absent": {},
        "mergers": [{"heir": "D4", "origins": {"Dinas Contoh Perdagangan": 14}}],
        "divisions": [],
    }


def test_a_year_without_an_earlier_one_says_null() -> None:
    told = unstructure(city(2022).report())
    assert (told["earlier"], faults(told)) == (None, [])


def test_amounts_that_are_not_whole_are_texts_and_their_growth_a_number() -> None:
    last = Dossier.from_rows({**tables_of(2023), "anggaran": [{"alokasi": "100,50"}]}, plugins=NOBODY)
    work = Dossier.from_rows(
        {**tables_of(2024), "anggaran": [{"alokasi": "150,75"}]}, plugins=NOBODY, previous=[last]
    )
    told = earlier(work)["series"]["budget.allocated"]

    assert told["values"] == ["100.5", "150.75"]
    assert (Decimal(told["change"]), told["growth"]) == (Decimal("50.25"), 0.5)


def test_names_of_persons_are_in_no_public_edition() -> None:
    row = {"nama": "Siti Contoh", "keputusan": "ditolak", "alasan_penolakan": "permintaan Siti Contoh"}
    last = Dossier.from_rows({**tables_of(2023), "permohonan": [{"nomor": "1", **row}]}, plugins=NOBODY)
    work = Dossier.from_rows(tables_of(2024), plugins=NOBODY, previous=[last])
    internal = work.report(edition="internal")

    assert "Siti Contoh" in json.dumps(unstructure(internal)["earlier"])
    assert "Siti Contoh" not in json.dumps(unstructure(work.report())["earlier"])
