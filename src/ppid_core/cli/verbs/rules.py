"""``ppid rules``: every rule with its severity and title."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, TypedDict

import click

from ppid_core.cli import choices
from ppid_core.cli.console import show, show_json, wrapped
from ppid_core.cli.installed_plugins import plugged
from ppid_core.cli.screen.option import OptionJson, options_json
from ppid_core.cli.usage import FINE
from ppid_core.language import Lang, of_many
from ppid_core.plugins import Plugins
from ppid_core.rules import Rule, Severity
from ppid_core.rules.engine.finding import SEVERITIES


@click.command("rules", short_help="Semua aturan dengan kodenya.")
@choices.output
@choices.lang
@choices.strict
@choices.block
def command(*, output: str, lang: Lang, strict_plugins: bool, block: tuple[str, ...]) -> int:
    """Tampilkan setiap aturan dengan kode, bobot, dan judulnya."""
    plugins = plugged(lang, strict=strict_plugins, block=block)
    if output == "json":
        show_json("rules", rules_json(plugins.rules, lang))
    else:
        show(rule_lines(plugins, lang))
    return FINE


class RuleJson(TypedDict):
    """What a rule asks, where, and how to mend what it finds.

    Attributes:
        message: the sentence of a finding, its facts in braces.
        basis: names of parameters of the law, or of instruments.
        options: what can be set of it.
    """

    code: str
    severity: Annotated[str, Severity]
    title: str
    message: str
    explanation: str
    where: str
    mend: str
    example: str
    basis: list[str]
    options: list[OptionJson]


class RulesJson(TypedDict):
    """Rules, in the order of the catalogue."""

    rules: list[RuleJson]


def rules_json(rules: Iterable[Rule], lang: Lang) -> RulesJson:
    """Return what each rule asks."""
    return {"rules": [_rule_json(rule, lang) for rule in rules]}


def _rule_json(rule: Rule, lang: Lang) -> RuleJson:
    return {
        "code": rule.code,
        "severity": str(rule.severity),
        "title": rule.title(lang),
        "message": of_many(rule.message(lang)),
        "explanation": rule.explanation(lang),
        "where": rule.where(lang),
        "mend": of_many(rule.mend(lang)),
        "example": rule.example(lang),
        "basis": list(rule.basis),
        "options": options_json(rule.options, lang),
    }


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
