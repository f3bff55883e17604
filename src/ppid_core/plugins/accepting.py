"""Whether what a plugin brings can be used, and if not, why: as a claim, or as the fault."""

from __future__ import annotations

import re
from typing import Any

from attrs import evolve, fields

from ppid_core.intake import Importer
from ppid_core.language import Bilingual
from ppid_core.law import Lawbook
from ppid_core.plugins.attempt import Failure, attempt, exact, shown
from ppid_core.plugins.claims import Claim
from ppid_core.plugins.exporter import Exporter
from ppid_core.plugins.faults import Owner
from ppid_core.plugins.guarding import Guarded
from ppid_core.rules import Rule, Severity

SLUG = re.compile(r"[a-z][a-z0-9-]*")
ENDING = re.compile(r"\.[a-z0-9]+")
STRANGERS_CODE = re.compile(r"[A-Z]{2,4}[0-9]{3}")
TEXTS = ("title", "message", "mend", "explanation", "where", "example")
PARAMETERS = frozenset(field.name for field in fields(Lawbook))


def accept_exporter(owner: Owner, item: object) -> Claim[Exporter] | Bilingual:
    """Return the claim of an exporter, or what is wrong with it."""
    if isinstance(item, type) or not isinstance(item, Exporter) or not callable(item.export):
        return _NO_EXPORTER.fill(shown=shown(item))
    name, label = item.name, item.label
    return _misnamed(_FORMAT, name, label) or Claim(
        name=exact(name), label=exact(label), item=item, owner=owner
    )


def accept_importer(owner: Owner, item: object) -> Claim[Importer] | Bilingual:
    """Return the claim of an importer, or what is wrong with it."""
    if isinstance(item, type) or not isinstance(item, Importer) or not callable(item.read):
        return _NO_IMPORTER.fill(shown=shown(item))
    name, label = item.name, item.label
    if fault := _misnamed(_IMPORTER, name, label) or _misended(name, item.suffixes, owner):
        return fault
    return Claim(name=exact(name), label=exact(label), item=item, owner=owner)


def accept_rule(owner: Owner, item: object) -> Claim[Rule] | Bilingual:
    """Return the claim of a rule, or what is wrong with it; the rule of a stranger is asked under guard."""
    if not isinstance(item, Rule):
        return _NO_RULE.fill(shown=shown(item))
    if owner.is_built_in:
        return Claim(name=item.code, label=item.title.id, item=item, owner=owner)
    rule = Rule(**{field.name: getattr(item, field.name) for field in fields(Rule)})
    if not STRANGERS_CODE.fullmatch(rule.code):
        return _CODE.fill(code=shown(rule.code))
    if wrong := _mistyped(rule):
        return _MISTYPED.fill(code=rule.code, names=", ".join(wrong))
    if unknown := [name for name in rule.basis if name not in PARAMETERS]:
        return _BASIS.fill(code=rule.code, names=", ".join(map(shown, unknown)))
    plain = _plain(rule)
    return Claim(
        name=plain.code, label=plain.title.id, item=evolve(plain, check=Guarded(rule=plain)), owner=owner
    )


def _misnamed(kind: Bilingual, name: object, label: object) -> Bilingual | None:
    if not isinstance(name, str) or not SLUG.fullmatch(name):
        return _NAME.fill(name=shown(name))
    if not isinstance(label, str) or not label.strip() or not label.isprintable():
        return Bilingual(_LABEL.id.format(kind=kind.id, name=name), _LABEL.en.format(kind=kind.en, name=name))
    return None


def _misended(name: str, suffixes: object, owner: Owner) -> Bilingual | None:
    if not isinstance(suffixes, tuple) or not suffixes:
        return _NO_ENDINGS.fill(name=name)
    unfit = (one for one in suffixes if not (isinstance(one, str) and ENDING.fullmatch(one)))
    wrong = None if owner.is_built_in else next(unfit, None)
    return None if wrong is None else _ENDING.fill(name=name, ending=shown(wrong))


def _mistyped(rule: Rule) -> list[str]:
    """Return the fields of a rule that hold something else than they should."""
    values: dict[str, Any] = {field.name: getattr(rule, field.name) for field in fields(Rule)}
    right = {
        "severity": isinstance(values["severity"], Severity),
        **{name: _is_text(values[name]) for name in TEXTS},
        "basis": isinstance(values["basis"], tuple),
        "check": callable(values["check"]),
    }
    return [name for name, is_right in right.items() if not is_right]


def _is_text(text: object) -> bool:
    """Tell whether it is a text in two languages, its placeholders well formed."""
    if not isinstance(text, Bilingual) or not isinstance(text.id, str) or not isinstance(text.en, str):
        return False
    return not isinstance(
        attempt(lambda: [said.format_map(_Blanks()) for said in (text.id, text.en)]), Failure
    )


class _Blanks(dict[str, str]):
    """Every fact, not yet known."""

    def __missing__(self, name: str) -> str:
        return "…"


def _plain(rule: Rule) -> Rule:
    """Return the same rule of plain values, whatever classes of the stranger's own make of them."""
    texts: dict[str, Any] = {name: getattr(rule, name) for name in TEXTS}
    plain: dict[str, Any] = {name: Bilingual(exact(text.id), exact(text.en)) for name, text in texts.items()}
    return evolve(rule, code=exact(rule.code), **plain)


_FORMAT, _IMPORTER = Bilingual("format", "format"), Bilingual("pengimpor", "importer")
_NO_EXPORTER = Bilingual(
    "{shown} bukan pengekspor (perlu name, label dan export; kembalikan objek, bukan kelas)",
    "{shown} is no exporter (it needs name, label and export; return an object, not a class)",
)
_NO_IMPORTER = Bilingual(
    "{shown} bukan pengimpor (perlu name, label, suffixes dan read; kembalikan objek, bukan kelas)",
    "{shown} is no importer (it needs name, label, suffixes and read; return an object, not a class)",
)
_NO_RULE = Bilingual("{shown} bukan aturan", "{shown} is no rule")
_NAME = Bilingual(
    "nama {name} tidak dapat dipakai (huruf kecil, angka dan tanda hubung)",
    "the name {name} cannot be used (small letters, digits and hyphens)",
)
_LABEL = Bilingual('{kind} "{name}" tidak mempunyai label', 'the {kind} "{name}" has no label')
_NO_ENDINGS = Bilingual(
    'pengimpor "{name}" tidak menyebut akhiran berkas (suffixes: tuple, misalnya (".ods",))',
    'the importer "{name}" names no endings of files (suffixes: a tuple, such as (".ods",))',
)
_ENDING = Bilingual(
    'akhiran {ending} dari pengimpor "{name}" tidak dapat dipakai (titik, lalu huruf kecil atau angka)',
    'the ending {ending} of the importer "{name}" cannot be used (a dot, then small letters or digits)',
)
_CODE = Bilingual(
    "kode {code} tidak dapat dipakai (plugin memakai dua sampai empat huruf besar dan tiga angka)",
    "the code {code} cannot be used (plugins take two to four capital letters and three digits)",
)
_MISTYPED = Bilingual("isi aturan {code} salah: {names}", "the rule {code} is wrong in: {names}")
_BASIS = Bilingual(
    "dasar aturan {code} bukan ketentuan yang dikenal: {names}",
    "the basis of the rule {code} is no known provision: {names}",
)
