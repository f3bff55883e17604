"""Makes the JSON Schemas of `ppid_core.schema`, from the types of what is written.

A `TypedDict` holds the keys that it declares; a class of the model what its fields hold, those at their
default left out, as `cattrs` writes it. Figures have no class: their shape follows the list of breakdowns.
"""

from __future__ import annotations

import json
import typing
from collections.abc import Callable, Iterable, Mapping
from datetime import date, time
from decimal import Decimal
from enum import StrEnum
from functools import partial
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, NotRequired, Union, get_args, get_origin, get_type_hints

import attrs

from docs.generate.docstring import attributes, first_line
from docs.generate.example import ROOT
from ppid_core.cli.formats.artifacts import ArtifactsJson
from ppid_core.cli.screen.problems import ProblemJson, ProblemsJson
from ppid_core.cli.verbs.calendar import CalendarChangesJson, CalendarJson
from ppid_core.cli.verbs.check import CheckJson
from ppid_core.cli.verbs.deadlines import DeadlinesJson
from ppid_core.cli.verbs.exporters import FormatsJson
from ppid_core.cli.verbs.law import InstrumentsJson, LawJson, ProvisionHistoryJson
from ppid_core.cli.verbs.map import MapsJson
from ppid_core.cli.verbs.plugins import PluginsJson
from ppid_core.cli.verbs.rules import RulesJson
from ppid_core.cli.verbs.schema import SchemasJson
from ppid_core.deadlines.wire import DeadlineJson
from ppid_core.model import (
    Absent,
    CellState,
    Dimension,
    Period,
    Register,
    ServiceYear,
    YearPart,
    breakdowns_of,
)
from ppid_core.output.manifest import ManifestJson
from ppid_core.report import Meta
from ppid_core.rollup import By
from ppid_core.rules.engine.checked import CheckedJson
from ppid_core.schema import SCHEMAS
from ppid_core.summary.delivery import OF_A_PERIOD
from ppid_core.summary.parts import OpenCase
from ppid_core.summary.response import AT_AGENCY
from ppid_core.summary.wire import AbsenceJson, EarlierJson

Described = dict[str, Any]
"""A JSON Schema, or a part of one."""
FOLDER = ROOT / "src" / "ppid_core" / "schema"
_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_ALWAYS = frozenset({"body", "service"})
"""Fields of a year that are written at their default, too: their sources are no part of it."""
_PLAIN: Mapping[object, Described] = {
    NoneType: {"type": "null"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    float: {"type": "number"},
    str: {"type": "string"},
    Any: {},
    date: {"type": "string", "format": "date"},
    time: {"type": "string", "pattern": r"^\d\d:\d\d(:\d\d(\.\d+)?)?$"},
    Decimal: {"type": "string", "pattern": r"^-?\d+(\.\d+)?([Ee][+-]?\d+)?$"},
    Period: {"type": "string", "pattern": r"^\d{4}(-\d\d){0,2}$"},
}
_COUNT: Described = {"type": ["integer", "null"]}
_NUMBER: Described = {"type": ["number", "null"]}
_MONEY: Described = {"type": ["number", "string", "null"]}
_COUNTS: Described = {"type": ["object", "null"], "additionalProperties": {"type": "integer"}}
_MONTHS: Described = {"type": ["array", "null"], "items": _COUNT, "minItems": 12, "maxItems": 12}


class _Definitions:
    """Schemas of classes, each described once and referred to by its name."""

    def __init__(self) -> None:
        self.known: dict[str, Described] = {}

    def of(self, kind: Any) -> Described:  # noqa: ANN401  whatever stands in an annotation
        """Return the schema of a type."""
        if kind in _PLAIN:
            return dict(_PLAIN[kind])
        origin, inner = get_origin(kind), get_args(kind)
        if origin is Annotated:  # a text that stands for a day, or for a word of a list
            return self.of(inner[1])
        if origin is NotRequired:
            return self.of(inner[0])
        if origin in {Union, UnionType}:
            return {"anyOf": [self.of(one) for one in inner]}
        if origin is Literal:
            return {"enum": list(inner)}
        if origin in {tuple, list}:
            return self._list(inner)
        if origin is not None and issubclass(origin, Mapping):
            return {"type": "object", "additionalProperties": self.of(inner[1])}
        return self._named(origin or kind, inner)

    def _list(self, inner: tuple[Any, ...]) -> Described:
        if len(inner) == 1 or inner[1] is ...:
            return {"type": "array", "items": self.of(inner[0])}
        return {
            "type": "array",
            "prefixItems": [self.of(one) for one in inner],
            "minItems": len(inner),
            "maxItems": len(inner),
        }

    def _named(self, kind: type, inner: tuple[Any, ...]) -> Described:
        """Return a reference to the schema of a class."""
        name = "".join(one.__name__.removesuffix("Json") for one in (kind, *inner))
        if name not in self.known:
            self.known[name] = {}
            self.known[name] = self._described(kind, inner)
        return {"$ref": f"#/$defs/{name}"}

    def _described(self, kind: Any, inner: tuple[Any, ...]) -> Described:  # noqa: ANN401  whatever stands in an annotation
        if issubclass(kind, StrEnum):
            return {"description": first_line(kind), "enum": [str(member) for member in kind]}
        if typing.is_typeddict(kind):
            return self.keyed(kind)
        if kind is Absent:
            renamed = {"absent" if name == "reason" else name: hint for name, hint in _fields(kind).items()}
            return _object(kind, {name: self.of(hint) for name, hint in renamed.items()}, ["absent"])
        bound = dict(zip(getattr(kind, "__parameters__", ()), inner, strict=True))
        parts = {name: self.of(bound.get(hint, hint)) for name, hint in _fields(kind).items()}
        always = _ALWAYS if kind is ServiceYear else frozenset[str]()
        required = [
            one.name for one in attrs.fields(kind) if one.default is attrs.NOTHING or one.name in always
        ]
        return _object(kind, parts, required)

    def keyed(self, kind: Any) -> Described:  # noqa: ANN401  whatever stands in an annotation
        """Return the schema of an object of which each key is declared."""
        hints = get_type_hints(kind, include_extras=True)
        parts = {name: self.of(hint) for name, hint in hints.items()}
        optional = {name for name, hint in hints.items() if get_origin(hint) is NotRequired}
        return _object(kind, parts, [name for name in hints if name in kind.__required_keys__ - optional])

    def whole(self, kind: type) -> Described:
        """Return the schema of a class of which every field is written, as `attrs.asdict` does."""
        hints = _fields(kind)
        parts = {name: self.whole(hint) if attrs.has(hint) else self.of(hint) for name, hint in hints.items()}
        return _object(kind, parts, hints)


def _fields(kind: Any) -> Mapping[str, Any]:  # noqa: ANN401  whatever stands in an annotation
    """Return the type of each field of a class that stands in its JSON."""
    hints = get_type_hints(kind, include_extras=True)
    return {one.name: hints[one.name] for one in attrs.fields(kind) if one.init}


def _object(kind: object, parts: Mapping[str, Described], required: Iterable[str]) -> Described:
    """Return the schema of an object, told as the docstring of its class tells it."""
    told = attributes(kind)
    said = {
        name: {**part, "description": told[name]} if name in told else part for name, part in parts.items()
    }
    return {"description": first_line(kind), **_closed(said, required)}


def _closed(parts: Mapping[str, Described], required: Iterable[str] | None = None) -> Described:
    """Return the schema of an object that holds these parts and no other; all of them where none is named."""
    return {
        "type": "object",
        "properties": dict(parts),
        "required": list(parts if required is None else required),
        "additionalProperties": False,
    }


def _maybe(part: Described) -> Described:
    return {"anyOf": [part, {"type": "null"}]}


def _broken_down(register: Register, **further: Described) -> Described:
    """Return the figures of a register: its total, its breakdowns, and what else is told of it.

    Of a breakdown that nobody asks for there is nothing where nothing tells it.
    """
    told = {one.step: one for one in breakdowns_of(register).values() if one.path.count(".") == 1}
    parts = {step: _MONTHS if one.dimension is Dimension.MONTH else _COUNTS for step, one in told.items()}
    asked = [step for step, one in told.items() if one.is_asked]
    row = {"type": "object", "additionalProperties": {"type": "integer"}}
    table = {"type": "object", "additionalProperties": row}
    joint = {"joint": {"type": "object", "additionalProperties": table}}
    return _closed({"total": _COUNT, **parts, **further, **joint}, ["total", *asked, *further])


def _requests(oldest: Described) -> Described:
    times = dict.fromkeys(("mean", "median", "min", "max"), _NUMBER)
    of_a_part = _maybe({"type": "object", "additionalProperties": _closed({"count": _COUNT, **times})})
    ends = ("closed_in_time", "closed_late", "open_in_time", "open_late", "unknown")
    shares = {f"p{percent}": _COUNT for percent in (25, 75, 90, 95)}
    response = {"clock": {"type": ["string", "null"]}, "count": _COUNT, **times}
    parts = {"percentiles": _maybe(_closed(shares)), "by_class": _COUNTS}
    parts |= {"by_agency": of_a_part, "by_outcome": of_a_part}
    told = _closed({**response, **parts, "by_information": of_a_part}, [*response, *parts])
    at_agency = _closed(dict.fromkeys(AT_AGENCY, _COUNT))
    standard = {"count": _COUNT, **times, "closed_in_time": _COUNT, "closed_late": _COUNT}
    return _broken_down(
        Register.REQUESTS,
        carried_over=_COUNT,
        outside_period=_COUNT,
        response_time=_maybe(told),
        standard_time=_maybe(_closed(standard)),
        timeliness=_maybe(_closed(dict.fromkeys(ends, _COUNT))),
        untimed_unread=_COUNT,
        judged=_COUNT,
        share_in_time=_NUMBER,
        standing=_closed({"by_agency": _maybe({"type": "object", "additionalProperties": at_agency})}),
        balance=_closed(dict.fromkeys(("opening", "received", "closed", "closing"), _COUNT)),
        oldest_open=oldest,
        undated_open=_COUNT,
    )


def _compliance() -> Described:
    counted = ("agencies", "reporting_agencies", "types", "cells", *map(str, CellState), "unread")
    shares = dict.fromkeys(("share", "share_of_reporting"), _NUMBER)
    denominators = dict.fromkeys(("denominator", "denominator_of_reporting"), _COUNT)
    parts = dict.fromkeys(("by_agency", "by_type", "by_category"), _COUNTS)
    whole = {**dict.fromkeys(counted, _COUNT), **shares, **denominators, **parts}
    of_a_period = _closed({name: _NUMBER if name == "share" else _COUNT for name in OF_A_PERIOD})
    by_period = {"type": "object", "additionalProperties": of_a_period}
    return _maybe(_closed({**whole, "by_period": by_period}, whole))


def _figures(known: _Definitions) -> Mapping[str, Described]:
    """Return the figures of a year; null where they are absent, with the reason under their path."""
    case = _closed(
        {**known.whole(OpenCase)["properties"], "days_unit": {"const": "working_day"}},
    )
    oldest = _maybe({"type": "array", "items": case})
    outside = {"carried_over": _COUNT, "outside_period": _COUNT}
    return {
        "year": {"type": "integer"},
        "part": known.of(YearPart),
        "body": known.of(str),
        "as_of": known.of(date),
        "requests": _requests(oldest),
        "applicants": _broken_down(Register.APPLICANTS),
        "complaints": _broken_down(Register.COMPLAINTS),
        "objections": _broken_down(Register.OBJECTIONS, **outside, oldest_open=oldest, undated_open=_COUNT),
        "disputes": _broken_down(Register.DISPUTES, **outside),
        "suits": _broken_down(Register.SUITS, **outside),
        "compliance": _compliance(),
        "public_information": _maybe(_closed({"total": _COUNT, "by_category": _COUNTS})),
        "exempt_information": _maybe(
            _closed(
                {
                    "total": _COUNT,
                    "by_letter": _COUNTS,
                    "expired": _COUNT,
                    "undated": _COUNT,
                    "untested": _COUNT,
                }
            )
        ),
        "budget": _closed({"allocated": _MONEY, "realised": _MONEY, "absorption": _NUMBER}),
        "staff": _closed({"total": _COUNT}),
        "visits": _closed({"total": _COUNT, "by_month": _MONTHS}),
        "absent": {"type": "object", "additionalProperties": known.of(AbsenceJson)},
        "calendar_estimate": known.of(str),
    }


def _summary(known: _Definitions) -> Described:
    problems = {"type": "array", "items": known.of(ProblemJson)}
    unread = {"type": "object", "additionalProperties": known.of(int)}
    figures = _figures(known)
    earlier = known.of(EarlierJson | None)
    parts = {**figures, "earlier": earlier, "problems": problems, "unread_rows": unread}
    told = "The figures of a body's year, and what could not be read; null ones are explained under *absent*."
    return {"description": told, **_closed(parts, [*figures, "earlier", "problems"])}


def _report(known: _Definitions) -> Described:
    parts = {
        "meta": known.whole(Meta),
        "year": _maybe(known.of(ServiceYear)),
        "summary": _maybe(_closed(_figures(known))),
        "earlier": known.of(EarlierJson | None),
        "check": _maybe(known.of(CheckedJson)),
    }
    told = _closed({**parts, "rollup": _ROLLUP}, required=parts)
    return {"description": "The data of a report: what `--to json` writes.", **told}


_ROLLUP: Described = {
    "description": "The reports of many bodies: tables, each a list of rows; only of a roll-up.",
    **_closed(
        {
            "by": {"type": "string", "enum": [str(by) for by in By]},
            "by_latest_codes": {"type": "boolean"},
            "law": {"type": "string"},
            "tables": {
                "type": "object",
                "additionalProperties": {
                    "type": "array",
                    "items": {
                        "type": "object",
                        "additionalProperties": {"type": ["string", "integer", "number", "null"]},
                    },
                },
            },
        }
    ),
}


def _year(known: _Definitions) -> Described:
    told = "A year as it was read: what `ppid convert` writes, and reads back."
    return {"description": told, **_closed({"year": known.of(ServiceYear)})}


_TYPED: Mapping[str, Any] = {
    "artifacts": ArtifactsJson,
    "calendar": CalendarJson,
    "calendar-changes": CalendarChangesJson,
    "check": CheckJson,
    "deadline": DeadlineJson,
    "deadlines": DeadlinesJson,
    "exporters": FormatsJson,
    "maps": MapsJson,
    "schemas": SchemasJson,
    "law": LawJson,
    "law-instruments": InstrumentsJson,
    "law-parameter": ProvisionHistoryJson,
    "manifest": ManifestJson,
    "plugins": PluginsJson,
    "problems": ProblemsJson,
    "rules": RulesJson,
}
_MADE: Mapping[str, Callable[[_Definitions], Described]] = {
    "report": _report,
    "summary": _summary,
    "year": _year,
}


def described(name: str) -> Described:
    """Return the JSON Schema of a kind of JSON, as it should be."""
    known = _Definitions()
    made = _MADE[name](known) if name in _MADE else known.keyed(_TYPED[name])
    called = SCHEMAS[name]
    return {
        "$schema": _DIALECT,
        "$id": f"urn:{called.replace('/', ':')}",
        "title": called,
        **made,
        "properties": {"schema": {"const": called}, **made["properties"]},
        "required": ["schema", *made["required"]],
        "$defs": dict(sorted(known.known.items())),
    }


def _written(name: str) -> str:
    return f"{json.dumps(described(name), ensure_ascii=False, indent=1)}\n"


SCHEMA_FILES: Mapping[Path, Callable[[], str]] = {
    FOLDER / f"{name}.json": partial(_written, name) for name in SCHEMAS
}
"""Each schema and what it should say."""
