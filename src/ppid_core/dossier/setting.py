"""What the table *laporan*, and whoever asks, set of formats and rules."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from ppid_core.errors import OptionError
from ppid_core.glossary.key import OPTION_PREFIX, RULE_PREFIX
from ppid_core.intake.cells import CellError, shown
from ppid_core.intake.cells.text import inside
from ppid_core.language import Bilingual
from ppid_core.option import Option, Settings, described_options, grouped, is_of_rule, with_options
from ppid_core.output.exporter import Exporter
from ppid_core.plugins import Plugins
from ppid_core.rules import Rule


def rules_set(plugins: Plugins, typed: Iterable[tuple[str, str]], settings: Settings) -> tuple[Rule, ...]:
    """Return our rules and the installed ones with their options set.

    Args:
        plugins: what is installed.
        typed: options from the table ``laporan``; those of rules that are not installed change nothing.
        settings: options of whoever asks, which win.

    Raises:
        UnknownNameError: for a rule or an option that nobody has.
        OptionError: for a value that an option cannot take.
        PluginConflictError: for a rule that two plugins claim.
    """
    from_table = grouped(typed)
    for code in settings:
        plugins.rule(code)
    return tuple(
        rule.with_options(
            {
                **kept_inside(f"{RULE_PREFIX}{rule.code}", rule.options, from_table.get(rule.code, {})),
                **settings.get(rule.code, {}),
            }
        )
        if rule.code in from_table or rule.code in settings
        else rule
        for rule in plugins.rules
    )


def exporter_set(exporter: Exporter, typed: Mapping[str, str], settings: Mapping[str, str]) -> Exporter:
    """Return a format with its options set: those of the table, and over them those of whoever asks."""
    kept = kept_inside(f"{OPTION_PREFIX}{exporter.name}", described_options(exporter), typed)
    return with_options(exporter, {**kept, **settings})


def unused(typed: Iterable[tuple[str, str]], plugins: Plugins) -> tuple[Bilingual, ...]:
    """Return a sentence for each format and rule that the table sets something of, and that is not there."""
    formats = {claim.name for claim in plugins.exporter_claims}
    rules = {claim.name for claim in plugins.rule_claims}
    return tuple(
        (_NO_RULE if is_of_rule(name) else _NO_FORMAT).fill(name=name)
        for name in grouped(typed)
        if name not in formats | rules
    )


def kept_inside(whose: str, options: Iterable[Option], typed: Mapping[str, str]) -> Mapping[str, str]:
    """Return the options of the table; no file that a stranger's table names is one of this computer's.

    Raises:
        OptionError: where a file lies outside the report folder.
    """
    for name in {option.name for option in options if option.read is Path} & typed.keys():
        try:
            inside(typed[name])
        except CellError as error:
            told = error.about(shown(typed[name]))
            raise OptionError(_OUTSIDE.fill(option=f"{whose}.{name}", told=told)) from None
    return typed


_OUTSIDE = Bilingual("Pilihan {option}: {told}", "The option {option}: {told}")
_NO_FORMAT = Bilingual(
    'Pilihan ekspor.{name} di tabel laporan tidak dipakai: format "{name}" tidak terpasang.',
    'The options ekspor.{name} of the table laporan are not used: no format "{name}" is installed.',
)
_NO_RULE = Bilingual(
    "Pilihan aturan.{name} di tabel laporan tidak dipakai: aturan {name} tidak terpasang.",
    "The options aturan.{name} of the table laporan are not used: no rule {name} is installed.",
)
