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
    plugins = plugged(lang, strict=strict_plugins, block=block)
    rows = [
        (claim.name, claim.label, f"{claim.owner.distribution} {claim.owner.version}".rstrip())
        for claim in plugins.exporter_claims
    ]
    widths = [max((len(row[column]) for row in rows), default=0) for column in (0, 1)]
    show(f"{name:<{widths[0]}}  {label:<{widths[1]}}  {owner}" for name, label, owner in rows)
    return FINE
