"""``ppid exporters``: the formats that are installed, and who brings each."""

from __future__ import annotations

import click

from ppid_core.cli import choices
from ppid_core.cli.console import show
from ppid_core.cli.installed_plugins import plugged
from ppid_core.cli.usage import FINE
from ppid_core.language import Lang


@click.command("exporters", short_help="Format yang terpasang, dan paket asalnya.")
@choices.lang
@choices.strict
@choices.block
def command(*, lang: Lang, strict_plugins: bool, block: tuple[str, ...]) -> int:
    """Tampilkan setiap format dengan namanya, sebutannya, dan paket asalnya."""
    claims = plugged(lang, strict=strict_plugins, block=block).exporter_claims
    wide = max((len(claim.name) for claim in claims), default=0)
    wider = max((len(claim.item.label) for claim in claims), default=0)
    for claim in claims:
        owner = f"{claim.owner.distribution} {claim.owner.version}".rstrip()
        show([f"{claim.name:<{wide}}  {claim.item.label:<{wider}}  {owner}"])
    return FINE
