"""``ppid rules``: every rule with its severity and title."""

from __future__ import annotations

import click

from ppid_core.cli import choices
from ppid_core.cli.console import show, wrapped
from ppid_core.cli.installed_plugins import plugged
from ppid_core.cli.screen.findings import SEVERITIES
from ppid_core.cli.usage import FINE
from ppid_core.language import Lang
from ppid_core.plugins import Plugins


@click.command("rules", short_help="Semua aturan dengan kodenya.")
@choices.lang
@choices.strict
@choices.block
def command(lang: Lang, strict_plugins: bool, block: tuple[str, ...]) -> int:  # noqa: FBT001  by name
    """Tampilkan setiap aturan dengan kode, bobot, dan judulnya."""
    show(rule_lines(plugged(lang, strict=strict_plugins, block=block), lang))
    return FINE


def rule_lines(plugins: Plugins, lang: Lang) -> list[str]:
    """Return one entry for each rule, in the order of the catalogue."""
    width = max(len(title(lang)) for title in SEVERITIES.values())
    return [
        wrapped(
            rule.title(lang),
            first=f"{rule.code:<7}  {SEVERITIES[rule.severity](lang):<{width}}  ",
            then=" " * (width + 11),
        )
        for rule in plugins.rules
    ]
