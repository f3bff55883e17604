"""``ppid exporters``: the formats that are installed, and who brings each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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
    if output == "json":
        show_json("exporters", _json(claims, lang))
    else:
        _show(claims, lang)
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


def _json(claims: Iterable[PluginClaim[Exporter]], lang: Lang) -> FormatsJson:
    return {
        "exporters": [
            {
                "name": claim.name,
                "label": label_of(claim.item, lang),
                "distribution": claim.owner.distribution,
                "version": claim.owner.version,
            }
            for claim in claims
        ]
    }


def _show(claims: Sequence[PluginClaim[Exporter]], lang: Lang) -> None:
    labels = [label_of(claim.item, lang) for claim in claims]
    wide = max((len(claim.name) for claim in claims), default=0)
    wider = max(map(len, labels), default=0)
    for claim, label in zip(claims, labels, strict=True):
        owner = f"{claim.owner.distribution} {claim.owner.version}".rstrip()
        show([f"{claim.name:<{wide}}  {label:<{wider}}  {owner}"])
