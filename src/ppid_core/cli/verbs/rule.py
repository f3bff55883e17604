"""``ppid rule CODE``: what a code means, why it is asked, and how to mend it."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

import click

from ppid_core.cli import choices, completion
from ppid_core.cli.console import show, show_json, wrapped
from ppid_core.cli.installed_plugins import plugged
from ppid_core.cli.screen.option import option_lines, options_json
from ppid_core.cli.usage import FINE, CommandRefused
from ppid_core.cli.verbs.rules import rule_lines, rules_json
from ppid_core.errors import UnknownNameError
from ppid_core.language import Bilingual, Lang, filled
from ppid_core.law import Lawbook, Parameter, Provision
from ppid_core.plugins import Plugins
from ppid_core.rules import Rule
from ppid_core.rules.engine.finding import SEVERITIES
from ppid_core.writing import format_date

_MOST_NEAR = 5


@click.command("rule", short_help="Arti sebuah kode dan cara memperbaikinya (aturan).")
@click.argument("code", default="", metavar="KODE", shell_complete=completion.code)
@choices.output
@choices.lang
@choices.strict
@choices.block
def command(*, code: str, output: str, lang: Lang, strict_plugins: bool, block: tuple[str, ...]) -> int:
    """Terangkan satu aturan; tanpa KODE, tampilkan semuanya."""
    plugins = plugged(lang, strict=strict_plugins, block=block)
    asked = _asked(plugins, code) if code else None
    if output == "json":
        show_json("rules", rules_json(plugins.rules if asked is None else (asked,), lang))
    else:
        show(rule_lines(plugins, lang) if asked is None else _page(asked, lang))
    return FINE


def _asked(plugins: Plugins, typed: str) -> Rule:
    code = typed.strip().upper()
    try:
        return plugins.rule(code)
    except UnknownNameError as error:
        near = difflib.get_close_matches(code, error.known, n=_MOST_NEAR, cutoff=0.5)
        family = [known for known in error.known if known.rstrip("0123456789") == code.rstrip("0123456789")]
        alike = near or family
        names = (_NEAR if alike else _THERE).fill(known=", ".join(alike or error.known))
        told = _UNKNOWN.fill(code=typed, names=names)
        raise CommandRefused(told) from error


def _page(rule: Rule, lang: Lang) -> Iterator[str]:
    yield f"{rule.code} {rule.title(lang)}"
    yield SEVERITIES[rule.severity](lang)
    for heading, lines in _parts(rule, lang):
        yield ""
        yield heading
        for line in lines:
            yield wrapped(line, first="  ", then="  ")


def _parts(rule: Rule, lang: Lang) -> Iterator[tuple[str, list[str]]]:
    yield _WHAT(lang), [blanked(rule.message, lang)]
    yield _WHY(lang), [rule.explanation(lang)]
    yield _BASIS(lang), _basis(rule, lang) or [_ARITHMETIC(lang)]
    yield _MEND(lang), [blanked(rule.mend, lang), f"{_PLACE(lang)}: {rule.where(lang)}"]
    yield _EXAMPLE(lang), rule.example(lang).splitlines()
    if rule.options:
        lines = option_lines(rule.code, options_json(rule.options, lang), lang)
        yield _OPTIONS(lang), [*lines, _IN_TABLE(lang).format(code=rule.code, option=rule.options[0].name)]
    yield _WAIVE(lang), [_HOW_TO_WAIVE(lang).format(code=rule.code)]


def blanked(template: Bilingual, lang: Lang) -> str:
    """Return a template with an ellipsis for each fact: the page tells of no case."""
    return filled(template(lang), _Unfilled())


class _Unfilled(dict[str, str]):
    """Every fact, not yet known."""

    def __missing__(self, name: str) -> str:
        """Return an ellipsis."""
        return "…"


def _basis(rule: Rule, lang: Lang) -> list[str]:
    law = Lawbook.load()
    parameters: list[Parameter[object]] = [getattr(law, name) for name in rule.basis if hasattr(law, name)]
    provisions = (provision for parameter in parameters for provision in reversed(parameter.provisions))
    told = (
        f"{provision.cite(lang)} ({_SINCE(lang)} {format_date(provision.since, lang)})"
        for provision in provisions
        if isinstance(provision, Provision)
    )
    return list(dict.fromkeys(told))


_UNKNOWN = Bilingual(
    'Kode "{code}" tidak dikenal. {names} Semua kode: ppid aturan',
    'The code "{code}" is not known. {names} All codes: ppid rules',
)
_NEAR = Bilingual("Yang mirip: {known}.", "Alike are: {known}.")
_THERE = Bilingual("Yang ada: {known}.", "There are: {known}.")
_WHAT = Bilingual("Apa", "What")
_WHY = Bilingual("Mengapa", "Why")
_BASIS = Bilingual("Dasar", "Basis")
_ARITHMETIC = Bilingual("Hitungan; tidak memerlukan dasar hukum.", "Arithmetic; it needs no legal basis.")
_SINCE = Bilingual("sejak", "since")
_MEND = Bilingual("Cara memperbaiki", "How to mend it")
_PLACE = Bilingual("Tempatnya", "Where")
_EXAMPLE = Bilingual("Contoh benar", "When right")
_OPTIONS = Bilingual("Yang dapat diatur", "What can be set")
_IN_TABLE = Bilingual(
    "Untuk seterusnya: tulis kunci aturan.{code}.{option} di tabel laporan.",
    "For good: write the key aturan.{code}.{option} into the table laporan.",
)
_WAIVE = Bilingual("Bila memang demikian", "Where it is meant so")
_HOW_TO_WAIVE = Bilingual(
    "Tulis satu baris di tabel penjelasan: kode {code}, subjek (misalnya nomor register perkaranya; kosong:"
    " semuanya), alasan, oleh, tanggal.",
    "Write a line in the table penjelasan: kode {code}, subjek (the number of the case, for example; blank:"
    " all of them), alasan, oleh, tanggal.",
)
