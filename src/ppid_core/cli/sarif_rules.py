"""The rules as SARIF describes them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ppid_core.cli.sarif_place import message
from ppid_core.language import Bilingual, Lang
from ppid_core.rules import Rule, Severity

LEVELS: Mapping[Severity, str] = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "note",
}
INPUT = "INPUT"
"""The code under which entries stand that could not be read; no rule can bear it."""


def descriptor(rule: Rule, lang: Lang) -> dict[str, object]:
    """Return a rule: its code, a name that stays, title, explanation, place to mend, right example."""
    help_text = _HELP(lang).format(where=rule.where(lang), example=rule.example(lang))
    return {
        "id": rule.code,
        "name": _name(rule.title.en),
        "shortDescription": message(rule.title(lang)),
        "fullDescription": message(rule.explanation(lang)),
        "help": message(help_text),
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
    }


def input_descriptor(lang: Lang) -> dict[str, object]:
    """Return what stands for a rule where an entry could not be read."""
    return {
        "id": INPUT,
        "name": _name(_UNREAD.en),
        "shortDescription": message(_UNREAD(lang)),
        "fullDescription": message(_WHY(lang)),
        "help": message(_MEND_FIRST(lang)),
        "defaultConfiguration": {"level": "error"},
    }


def _name(title: str) -> str:
    """Return ``AnAgencyNameIsNotKnown``: the English title as an identifier, the same in both languages."""
    return "".join(word[:1].upper() + word[1:] for word in re.findall(r"[A-Za-z0-9]+", title))


_HELP = Bilingual("Tempat memperbaiki: {where}. Contoh: {example}", "Mended in: {where}. Example: {example}")
_UNREAD = Bilingual("Isian tidak terbaca", "Entry could not be read")
_WHY = Bilingual(
    "Isian yang tidak terbaca tidak pernah ditebak; barisnya belum ikut dihitung dan diperiksa.",
    "An entry that cannot be read is never guessed; its row is neither counted nor checked.",
)
_MEND_FIRST = Bilingual("Betulkan isian itu lebih dahulu.", "Mend the entry first.")
