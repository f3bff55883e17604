"""``ppid exporters``: the formats that are installed, and who brings each."""

from __future__ import annotations

from typing import TypedDict

import click

from ppid_core.cli import choices
from ppid_core.cli.console import show, show_json
from ppid_core.cli.installed_plugins import plugged
from ppid_core.cli.usage import FINE
from ppid_core.language import Lang, label_of
from ppid_core.plugins import Exporter
from ppid_core.plugins.inventory import PluginClaim


@click.command("exporters", short_help="Format yang terpasang, dan paket asalnya.")
@choices.output
@choices.lang
@choices.strict
@choices.block
def command(*, output: str, lang: Lang, strict_plugins: bool, block: tuple[str, ...]) -> int:
    """Tampilkan setiap format dengan namanya, sebutannya, dan paket asalnya."""
    claims = plugged(lang, strict=strict_plugins, block=block).exporter_claims
    formats = [_json(claim, lang) for claim in claims]
    if output == "json":
        show_json("exporters", FormatsJson(exporters=formats))
    else:
        wide = max((len(one["name"]) for one in formats), default=0)
        wider = max((len(one["label"]) for one in formats), default=0)
        for one in formats:
            owner = f"{one['distribution']} {one['version']}".rstrip()
            show([f"{one['name']:<{wide}}  {one['label']:<{wider}}  {owner}"])
    return FINE


class FormatJson(TypedDict):
    """A format, and who brings it."""

    name: str
    label: str
    distribution: str
    version: str


class FormatsJson(TypedDict):
    """The formats that are installed."""

    exporters: list[FormatJson]


def _json(claim: PluginClaim[Exporter], lang: Lang) -> FormatJson:
    return {
        "name": claim.name,
        "label": label_of(claim.item, lang),
        "distribution": claim.owner.distribution,
        "version": claim.owner.version,
    }
