"""Whether what a plugin brings can be used, and if not, why; the rule of a stranger is asked under guard."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import partial
from types import UnionType

from attrs import evolve, fields_dict, frozen

from ppid_core.errors import AnswerError
from ppid_core.intake import Importer
from ppid_core.language import Bilingual
from ppid_core.law import Lawbook
from ppid_core.output.artifact import shown
from ppid_core.plugins.attempt import Failure, attempt, each
from ppid_core.plugins.claims import Claim
from ppid_core.plugins.exporter import Exporter
from ppid_core.plugins.faults import Owner
from ppid_core.plugins.loans import lent_evidence
from ppid_core.rules import Checked, Evidence, Finding, Rule, Severity
from ppid_core.source import Source
from ppid_core.wire import unstructure

SLUG = re.compile(r"[a-z][a-z0-9-]*")
ENDING = re.compile(r"\.[a-z0-9]+")
STRANGERS_CODE = re.compile(r"[A-Z]{2,4}[0-9]{3}")
TEXTS = ("title", "message", "mend", "explanation", "where", "example")
MOST_FINDINGS = 100_000


def accept_exporter(owner: Owner, item: object) -> Claim[Exporter] | Bilingual:
    """Return the claim of an exporter, or what is wrong with it."""
    if isinstance(item, type) or not isinstance(item, Exporter) or not callable(item.export):
        return _NO_EXPORTER.fill(shown=shown(item))
    fault = _misnamed(_FORMAT, item.name, item.label)
    return fault or Claim(name=item.name, label=item.label, item=item, owner=owner)


def accept_importer(owner: Owner, item: object) -> Claim[Importer] | Bilingual:
    """Return the claim of an importer, or what is wrong with it."""
    if isinstance(item, type) or not isinstance(item, Importer) or not callable(item.read):
        return _NO_IMPORTER.fill(shown=shown(item))
    fault = _misnamed(_IMPORTER, item.name, item.label) or _misended(item, owner)
    return fault or Claim(name=item.name, label=item.label, item=item, owner=owner)


def accept_rule(owner: Owner, item: object) -> Claim[Rule] | Bilingual:
    """Return the claim of a rule, or what is wrong with it."""
    if not isinstance(item, Rule):
        return _NO_RULE.fill(shown=shown(item))
    if owner.is_built_in:
        return Claim(name=item.code, label=item.title.id, item=item, owner=owner)
    if not isinstance(item.code, str) or not STRANGERS_CODE.fullmatch(item.code):
        return _CODE.fill(code=shown(item.code))
    right = {
        "severity": isinstance(item.severity, Severity),
        **{name: _is_text(getattr(item, name)) for name in TEXTS},
        "basis": isinstance(item.basis, tuple),
        "check": callable(item.check),
    }
    if wrong := [name for name, is_right in right.items() if not is_right]:
        return _MISTYPED.fill(code=item.code, names=", ".join(wrong))
    if unknown := [name for name in item.basis if name not in fields_dict(Lawbook)]:
        return _BASIS.fill(code=item.code, names=", ".join(map(shown, unknown)))
    guarded = evolve(item, check=Guarded(rule=item))
    return Claim(name=item.code, label=item.title.id, item=guarded, owner=owner)


@frozen(kw_only=True)
class Guarded:
    """The question of a stranger's rule: a finding that cannot be printed fails the rule, not the command."""

    rule: Rule

    def __call__(self, evidence: Evidence) -> Iterator[Finding]:
        """Yield what the rule finds in the year without any applicant.

        Raises:
            AnswerError: what it returns are no findings, or too many, or ones that cannot be told.
        """
        rule = self.rule
        for finding in tuple(each(rule.check(lent_evidence(evidence)), MOST_FINDINGS)):
            if not isinstance(finding, Finding):
                raise AnswerError(_NO_FINDING.fill(shown=shown(finding)))
            if wrong := _mistyped(finding):
                raise AnswerError(_WRONG_FINDING.fill(names=", ".join(wrong)))
            stamped = evolve(finding, code=rule.code, wording=rule.message, mending=rule.mend)
            untold = attempt(partial(_tell, stamped))
            if isinstance(untold, Failure):
                raise AnswerError(_UNTOLD.fill(cause=untold.told))
            yield finding


def _tell(finding: Finding) -> None:
    """Do all that is done with a finding later."""
    whole = Checked(findings=(finding,))
    unstructure(whole, "id"), unstructure(whole, "en")
    finding.mend("id"), finding.mend("en")


def _mistyped(finding: Finding) -> list[str]:
    """Return the fields of a finding that hold something else than they should."""
    right = {
        "subject": isinstance(finding.subject, str),
        "sources": _holds(finding.sources, Source | None),
        "affected": isinstance(finding.affected, int),
        "facts": isinstance(finding.facts, Mapping),
        "basis": _holds(finding.basis, Bilingual),
    }
    return [name for name, is_right in right.items() if not is_right]


def _holds(values: object, kind: type | UnionType) -> bool:
    return isinstance(values, tuple) and all(isinstance(one, kind) for one in values)


def _misnamed(kind: Bilingual, name: object, label: object) -> Bilingual | None:
    if not isinstance(name, str) or not SLUG.fullmatch(name):
        return _NAME.fill(name=shown(name))
    if not isinstance(label, str) or not label.strip() or not label.isprintable():
        return _LABEL.fill(kind=kind, name=name)
    return None


def _misended(importer: Importer, owner: Owner) -> Bilingual | None:
    suffixes: object = importer.suffixes
    if not isinstance(suffixes, tuple) or not suffixes:
        return _NO_ENDINGS.fill(name=importer.name)
    unfit = (one for one in suffixes if not (isinstance(one, str) and ENDING.fullmatch(one)))
    wrong = None if owner.is_built_in else next(unfit, None)
    return None if wrong is None else _ENDING.fill(name=importer.name, ending=shown(wrong))


def _is_text(text: object) -> bool:
    """Tell whether it is a text in two languages, its placeholders well formed."""
    if not isinstance(text, Bilingual) or not isinstance(text.id, str) or not isinstance(text.en, str):
        return False
    filled = attempt(lambda: [said.format_map(_Blanks()) for said in (text.id, text.en)])
    return not isinstance(filled, Failure)


class _Blanks(dict[str, str]):
    """Every fact, not yet known."""

    def __missing__(self, name: str) -> str:
        return "…"


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
_NO_FINDING = Bilingual("{shown} bukan Finding", "{shown} is no Finding")
_WRONG_FINDING = Bilingual("isi hasilnya salah: {names}", "a finding is wrong in: {names}")
_UNTOLD = Bilingual("hasilnya tidak dapat ditulis ({cause})", "a finding cannot be told ({cause})")
