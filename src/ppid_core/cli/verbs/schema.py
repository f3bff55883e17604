"""``ppid schema NAME``: the JSON Schema of what the command prints and a report's data are."""

from __future__ import annotations

from typing import TypedDict

import click

from ppid_core.cli import choices, completion
from ppid_core.cli.console import print_json, show, show_json
from ppid_core.cli.usage import FINE
from ppid_core.language import Lang
from ppid_core.schema import SCHEMAS, schema


@click.command("schema", short_help="JSON Schema dari keluaran JSON (skema).")
@click.argument("name", default="", metavar="NAMA", shell_complete=completion.schema_name)
@choices.output
@choices.lang
def command(*, name: str, output: str, lang: Lang) -> int:  # noqa: ARG001  every verb takes it; schemas are in English
    """Tampilkan JSON Schema bernama NAMA; tanpa NAMA, namanya semua."""
    if name:
        print_json(schema(name.strip().casefold()))
    elif output == "json":
        show_json("schemas", SchemasJson(schemas=[{"name": one, "id": of} for one, of in SCHEMAS.items()]))
    else:
        width = max(map(len, SCHEMAS))
        show(f"{one:<{width}}  {called}" for one, called in SCHEMAS.items())
    return FINE


class SchemaNameJson(TypedDict):
    """A schema: what it is asked for by, and how JSON names it."""

    name: str
    id: str


class SchemasJson(TypedDict):
    """The schemas there are."""

    schemas: list[SchemaNameJson]
