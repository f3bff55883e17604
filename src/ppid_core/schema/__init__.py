"""The JSON that other programs take, described: a JSON Schema (2020-12) for each kind, in this package.

Each value that the command prints or an exporter writes names its schema first, under ``schema``; a change of
what it may hold raises the number behind the last stroke.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from ppid_core.errors import UnknownNameError
from ppid_core.language import Bilingual

__all__ = ["SCHEMAS", "schema"]

SCHEMAS: Mapping[str, str] = MappingProxyType(
    {
        "report": "ppid-core/laporan/2",
        "year": "ppid-core/year/1",
        "summary": "ppid-core/summary/2",
        "check": "ppid-core/check/1",
        "problems": "ppid-core/problems/1",
        "artifacts": "ppid-core/artifacts/1",
        "manifest": "ppid-core/berkas/1",
        "deadlines": "ppid-core/deadlines/2",
        "deadline": "ppid-core/deadline/2",
        "calendar": "ppid-core/calendar/1",
        "calendar-changes": "ppid-core/calendar-changes/1",
        "law": "ppid-core/law/1",
        "law-parameter": "ppid-core/law-parameter/1",
        "law-instruments": "ppid-core/law-instruments/1",
        "rules": "ppid-core/rules/1",
        "exporters": "ppid-core/exporters/1",
        "plugins": "ppid-core/plugins/1",
        "maps": "ppid-core/maps/1",
        "schemas": "ppid-core/schemas/1",
    }
)
"""What each is called in the JSON itself; report and manifest go by the words of their first readers."""


def schema(name: str) -> dict[str, Any]:
    """Return the JSON Schema of a kind of JSON.

    >>> from ppid_core.schema import schema
    >>> schema("summary")["properties"]["schema"]
    {'const': 'ppid-core/summary/2'}

    Args:
        name: one of `SCHEMAS`.

    Raises:
        UnknownNameError: there is none of that name; it names those that look like it.
    """
    if name not in SCHEMAS:
        raise UnknownNameError(_SCHEMA, name, SCHEMAS)
    described: dict[str, Any] = json.loads(files(__name__).joinpath(f"{name}.json").read_text("utf-8"))
    return described


_SCHEMA = Bilingual("skema", "the schema")
