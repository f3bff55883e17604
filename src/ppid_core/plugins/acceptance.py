"""Whether what a plugin brings can be used, and if not, why; the rule of a stranger is asked under guard."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from types import UnionType
from typing import Any, Union, cast, get_args, get_origin, get_type_hints

from attrs import evolve, fields_dict, frozen

from ppid_core.errors import AnswerError
from ppid_core.intake import Importer
from ppid_core.language import Bilingual
from ppid_core.law import Lawbook
from ppid_core.output.artifact import one_line, shown
from ppid_core.plugins.exporter import Exporter
from ppid_core.plugins.faults import Failure, attempt, each
from ppid_core.plugins.loans import lent_evidence
from ppid_core.rules import Checked, Evidence, Finding, Rule
from ppid_core.wire import unstructure

Checks = Mapping[str, Callable[[Any], object]]

SLUG = re.compile(r"[a-z][a-z0-9-]*")
ENDING = re.compile(r"\.[a-z0-9]+")
STRANGERS_CODE = re.compile(r"[A-Z]{2,4}[0-9]{3}")
TEMPLATE = re.compile(r"(?:[^{}]|\{\{|\}\}|\{[^\W\d]\w*\})*")
MOST_FINDINGS = 100_000


def _fits(value: object, hint: object) -> bool:
    """Tell whether a value is what its field is declared to be, and a text a template."""
    kind, parts = get_origin(hint), get_args(hint)
    if kind in {Union, UnionType}:
        return any(_fits(value, part) for part in parts)
    if kind is tuple:
        return isinstance(value, tuple) and all(_fits(one, parts[0]) for one in value)
    if isinstance(value, Bilingual) and hint is Bilingual:
        return all(map(TEMPLATE.fullmatch, (value.id, value.en)))
    return isinstance(value, cast("type", kind or hint))


def _declared(kind: type) -> Checks:
    return {name: partial(_fits, hint=hint) for name, hint in get_type_hints(kind).items()}


_NAMED: Checks = {
    "name": lambda name: isinstance(name, str) and SLUG.fullmatch(name),
    "label": lambda label: isinstance(label, str) and label.strip() and label.isprintable(),
}
_ENDED: Checks = {
    "suffixes": lambda ends: ends and _fits(ends, tuple[str, ...]) and all(map(ENDING.fullmatch, ends))
}
_BOUND: Checks = {"code": STRANGERS_CODE.fullmatch, "basis": frozenset(fields_dict(Lawbook)).issuperset}
CHECKS: Mapping[type, tuple[Bilingual, Checks]] = {
    Importer: (Bilingual("pengimpor", "importer"), {**_NAMED, **_ENDED, "read": callable}),
    Exporter: (Bilingual("pengekspor", "exporter"), {**_NAMED, "export": callable}),
    Rule: (Bilingual("aturan", "rule"), {**_declared(Rule), **_BOUND}),
    Finding: (Bilingual("hasil pemeriksaan", "finding"), _declared(Finding)),
}
"""What each kind of thing is called, and what has to be true of its parts."""


def checked(item: object, kind: type) -> Any:  # noqa: ANN401  an item of that kind
    """Return what a stranger brings, if it is of that kind and each part of it can be used.

    Raises:
        AnswerError: with each part that is wrong.
    """
    noun, checks = CHECKS[kind]
    if isinstance(item, type) or not isinstance(item, kind):
        needed = ", ".join(checks) if kind in {Exporter, Importer} else kind.__name__
        raise AnswerError(_NO_SUCH.fill(shown=shown(item), noun=noun, needed=needed))
    parts = {name: getattr(item, name) for name in checks}
    if wrong := [f"{name}={part!r}" for name, part in parts.items() if not checks[name](part)]:
        called = shown(next(iter(parts.values())))
        raise AnswerError(_WRONG.fill(noun=noun, called=called, wrong=one_line(", ".join(wrong))))
    return item


@frozen(kw_only=True)
class Guarded:
    """The question of a stranger's rule: a finding that cannot be printed fails the rule, not the command."""

    rule: Rule

    def __call__(self, evidence: Evidence) -> Iterator[Finding]:
        """Yield what the rule finds in the year without any applicant.

        Raises:
            AnswerError: what it returns are no findings, or too many, or ones that cannot be told.
        """
        for item in each(self.rule.check(lent_evidence(evidence)), MOST_FINDINGS):
            finding = checked(item, Finding)
            untold = attempt(partial(self._tell, finding))
            if isinstance(untold, Failure):
                raise AnswerError(_UNTOLD.fill(cause=untold.told))
            yield finding

    def _tell(self, finding: Finding) -> None:
        """Do all that is done with a finding later."""
        rule = self.rule
        stamped = evolve(finding, code=rule.code, wording=rule.message, mending=rule.mend)
        whole = Checked(findings=(stamped,))
        unstructure(whole, "id"), unstructure(whole, "en"), stamped.mend("id"), stamped.mend("en")


_NO_SUCH = Bilingual(
    "{shown} bukan {noun} (perlu {needed}; kembalikan objek, bukan kelas)",
    "{shown} is no {noun} (it needs {needed}; return an object, not a class)",
)
_WRONG = Bilingual("{noun} {called} salah pada {wrong}", "the {noun} {called} is wrong in {wrong}")
_UNTOLD = Bilingual("hasilnya tidak dapat ditulis ({cause})", "a finding cannot be told ({cause})")
