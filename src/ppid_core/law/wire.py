"""The law as plain values for JSON; texts in two languages are given in one."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any

from attrs import asdict

from ppid_core.language import Bilingual, Lang
from ppid_core.law.instrument import Instrument
from ppid_core.law.lawbook import Lawbook
from ppid_core.law.parameter import Parameter, Provision, Repeal


def provision_json(provision: Provision[Any] | Repeal, lang: Lang = "id") -> dict[str, object]:
    """Return an entry under the names of its fields; days in ISO 8601."""
    return asdict(provision, value_serializer=partial(_plain, lang))


def parameter_json(
    parameter: Parameter[Any], provision: Provision[Any] | Repeal | None, lang: Lang = "id"
) -> dict[str, object]:
    """Return a parameter with one of its entries, None where it had none on the day asked."""
    entry = {"value": None} if provision is None else provision_json(provision, lang)
    return {"name": parameter.name, "title": parameter.title(lang), **entry}


def instrument_json(instrument: Instrument, law: Lawbook) -> dict[str, object]:
    """Return an instrument with its name, and the names of those whose place it took."""
    plain = asdict(instrument, value_serializer=partial(_plain, "id"))
    return {"name": instrument.name, **plain, "replaces": [old.name for old in law.replaced_by(instrument)]}


def _plain(lang: Lang, _instance: object, _field: object, value: object) -> object:
    if isinstance(value, Bilingual):
        return value(lang)
    return value.isoformat() if isinstance(value, date) else value
