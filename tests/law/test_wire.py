from __future__ import annotations

import json
from datetime import date

from ppid_core.law import Lawbook, instrument_json, parameter_json, provision_json

LAW = Lawbook.load()
DAY = date(2022, 3, 31)


def test_a_provision_is_its_fields_with_days_in_iso_form() -> None:
    assert provision_json(LAW.cassation_filing.at(DAY)) == {
        "value": 14,
        "unit": "calendar_day",
        "since": "2010-04-30",
        "citation": {"instrument": "UU 14/2008", "article": "Pasal 50", "url": None},
        "confidence": "confirmed",
        "since_confidence": None,
        "checked_on": "2026-11-24",
        "note": LAW.cassation_filing.at(DAY).note,
    }


def test_texts_in_two_languages_are_given_in_the_one_asked_for() -> None:
    parameter = LAW.parameter("objection_grounds")

    plain = parameter_json(parameter, parameter.at(DAY), "en")

    assert plain["title"] == "the grounds of objection"
    assert '"title": "not answered"' in json.dumps(plain)


def test_a_parameter_without_an_entry_has_no_value() -> None:
    assert parameter_json(LAW.parameter("mediation"), None) == {
        "name": "mediation",
        "title": "jangka waktu mediasi",
        "value": None,
    }


def test_an_instrument_names_those_whose_place_it_took() -> None:
    new, old = LAW.instrument("Perki 1/2021"), LAW.instrument("Perki 1/2010")

    assert new is not None
    assert old is not None
    assert instrument_json(new, LAW)["replaces"] == ["Perki 1/2010", "Perki 1/2017"]
    assert instrument_json(old, LAW) | {
        "name": "Perki 1/2010",
        "in_force_from": "2010-04-30",
        "in_force_until": "2021-06-30",
        "precision": "day",
        "replaced_by": "Perki 1/2021",
        "replaces": [],
    } == instrument_json(old, LAW)


def test_the_whole_law_is_json() -> None:
    plain = [[provision_json(entry) for entry in parameter.provisions] for parameter in LAW.parameters]

    text = json.dumps(plain)

    assert json.dumps(json.loads(text)) == text
