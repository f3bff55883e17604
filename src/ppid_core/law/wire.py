"""The law as plain values for JSON; texts in two languages are given in one."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Annotated, Any, TypedDict, cast

from attrs import asdict

from ppid_core.language import Bilingual, Lang
from ppid_core.law.citation import Confidence
from ppid_core.law.instrument import Instrument, Precision
from ppid_core.law.lawbook import Lawbook
from ppid_core.law.parameter import Parameter, Provision, Repeal, Unit

_Day = Annotated[str, date]


class CitationJson(TypedDict):
    """Where it stands."""

    instrument: str
    article: str
    url: str | None


class EntryJson(TypedDict, total=False):
    """What the law says from a day on: a value of any shape, or that it has been repealed.

    Attributes:
        since_confidence: how sure we are of the day, where that differs.
        checked_on: when it was last compared with what its confidence rests on.
    """

    value: Any
    repealed: bool
    unit: Annotated[str, Unit] | None
    since: _Day
    citation: CitationJson
    confidence: Annotated[str, Confidence]
    since_confidence: Annotated[str, Confidence] | None
    checked_on: _Day
    note: str


class _NamedJson(TypedDict):
    name: str
    title: str


class ParameterJson(EntryJson, _NamedJson):
    """A parameter of the law with one of its entries; its value alone, null, where it had none."""


class InstrumentJson(TypedDict):
    """An act, regulation or decree, and those whose place it took."""

    name: str
    kind: str
    number: str
    year: int
    title: str
    in_force_from: _Day
    in_force_until: _Day | None
    precision: Annotated[str, Precision]
    replaced_by: str | None
    citation: CitationJson
    confidence: Annotated[str, Confidence]
    since_confidence: Annotated[str, Confidence] | None
    checked_on: _Day
    note: str
    replaces: list[str]


def provision_json(provision: Provision[Any] | Repeal, lang: Lang = "id") -> EntryJson:
    """Return an entry under the names of its fields; days in ISO 8601.

    >>> from datetime import date
    >>> from ppid_core import Lawbook
    >>> from ppid_core.law import provision_json
    >>> provision_json(Lawbook.load().request_response.at(date(2024, 1, 1)))["since"]
    '2010-04-30'
    """
    return cast("EntryJson", asdict(provision, value_serializer=partial(_plain, lang)))


def parameter_json(
    parameter: Parameter[Any], provision: Provision[Any] | Repeal | None, lang: Lang = "id"
) -> ParameterJson:
    """Return a parameter with one of its entries, None where it had none on the day asked.

    >>> from datetime import date
    >>> from ppid_core import Lawbook
    >>> from ppid_core.law import parameter_json
    >>> parameter = Lawbook.load().request_response
    >>> parameter_json(parameter, parameter.at(date(2024, 1, 1)), "en")["title"]
    'the time for answering requests'
    """
    entry = EntryJson(value=None) if provision is None else provision_json(provision, lang)
    return {"name": parameter.name, "title": parameter.title(lang), **entry}


def instrument_json(instrument: Instrument, law: Lawbook) -> InstrumentJson:
    """Return an instrument with its name, and the names of those whose place it took.

    >>> from ppid_core import Lawbook
    >>> from ppid_core.law import instrument_json
    >>> law = Lawbook.load()
    >>> instrument_json(law.instruments[0], law)["name"]
    'UU 14/2008'
    """
    plain = asdict(instrument, value_serializer=partial(_plain, "id"))
    replaced = [old.name for old in law.replaced_by(instrument)]
    return cast("InstrumentJson", {"name": instrument.name, **plain, "replaces": replaced})


def _plain(lang: Lang, _instance: object, _field: object, value: object) -> object:
    if isinstance(value, Bilingual):
        return value(lang)
    return value.isoformat() if isinstance(value, date) else value
