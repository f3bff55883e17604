"""The outcome of a check: what was found, which rules ran, and both as JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date, time
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, NotRequired, TypedDict

from attrs import field, frozen

from ppid_core.glossary import Plain
from ppid_core.language import Bilingual, Lang
from ppid_core.model import Absent
from ppid_core.rules.engine.finding import SEVERITIES, Finding, Severity
from ppid_core.source import Source
from ppid_core.summary import Scope
from ppid_core.summary.notebook import TextPage, html_table


class Status(StrEnum):
    """How a rule ended."""

    PASSED = "passed"
    FOUND = "found"
    NOT_APPLICABLE = "not_applicable"
    FAILED = "failed"
    NOT_SELECTED = "not_selected"


@frozen(kw_only=True)
class Run:
    """How one rule ended, with the texts that its findings are told in.

    >>> from ppid_core import Dossier
    >>> checked = Dossier.open("examples/kota-serang-2020").check(select=["T101"])
    >>> [(run.code, run.status.value) for run in checked.runs if run.code == "T101"]
    [('T101', 'found')]

    Attributes:
        reason: why it was not applicable or failed.
        slug: the same in a word that no language changes: the `Reason` of what is absent,
            ``nothing_to_judge``, ``law_unknown`` or ``failed``.
        options: what could be set of it, and by which value it was asked, as it can be typed in any language.
    """

    code: str
    severity: Severity
    title: Bilingual
    message: Bilingual
    mend: Bilingual
    status: Status
    reason: Bilingual = Bilingual("", "")
    slug: str = ""
    options: tuple[tuple[str, str], ...] = ()


@frozen(kw_only=True)
class Checked:
    """What a check found (*hasil pemeriksaan*).

    >>> from ppid_core import Dossier, Severity
    >>> checked = Dossier.open("examples/kota-serang-2020").checked
    >>> checked.run("T101").status
    <Status.FOUND: 'found'>
    >>> "T101" in {finding.code for finding in checked.unexplained(Severity.ERROR)}
    True

    Attributes:
        findings: in the order of the catalogue, within a rule as they stand in the input.
        runs: one for each known rule.
        ruleset: version of each distribution whose rules were known.
        inputs: SHA-256 of each file that was read.
        scope: whose year was judged, and by what; None where nothing was.
    """

    findings: tuple[Finding, ...] = ()
    runs: tuple[Run, ...] = ()
    ruleset: Mapping[str, str] = field(factory=dict)
    inputs: Mapping[str, str] = field(factory=dict)
    scope: Scope | None = field(default=None, repr=False)

    def _repr_html_(self) -> str:
        """Return what was found by its code, as a notebook shows it: how often, and no case."""
        counted = Counter(finding.code for finding in self.findings)
        explained = Counter(finding.code for finding in self.findings if finding.waived)
        runs = [run for run in self.runs if counted[run.code]]
        rows = (
            (run.code, SEVERITIES[run.severity].id, counted[run.code], explained[run.code], run.title.id)
            for run in sorted(runs, key=lambda run: tuple(SEVERITIES).index(run.severity))
        )
        return html_table(self._caption, [one.id for one in _HEADS], rows)

    def _repr_pretty_(self, page: TextPage, *_: object) -> None:
        """Say on one line how much was found, where a notebook keeps text: findings name cases."""
        page.text(f"Checked: {self._caption}")

    @property
    def _caption(self) -> str:
        judged = sum(run.status in {Status.PASSED, Status.FOUND} for run in self.runs)
        return _CAPTION.id.format(count=len(self.findings), rules=judged)

    def run(self, code: str) -> Run:
        """Return how the rule ``code`` ended."""
        return next(run for run in self.runs if run.code == code)

    def message(self, finding: Finding, lang: Lang = "id") -> str:
        """Return the sentence of a finding."""
        return finding.message(lang)

    def mend(self, finding: Finding, lang: Lang = "id") -> str:
        """Return what to do about a finding."""
        return finding.mend(lang)

    def unexplained(self, severity: Severity) -> tuple[Finding, ...]:
        """Return the findings of one severity that no waiver explains."""
        return tuple(
            finding for finding in self.findings if finding.severity is severity and not finding.waived
        )


_CAPTION = Bilingual(
    "{count} hasil dari {rules} aturan yang dapat ditanyakan",
    "{count} findings of {rules} rules that could be asked",
)
_HEADS = (
    Bilingual("Kode", "Code"),
    Bilingual("Tingkat", "Severity"),
    Bilingual("Hasil", "Findings"),
    Bilingual("Dijelaskan", "Explained"),
    Bilingual("Yang ditanyakan", "What is asked"),
)


class RunJson(TypedDict):
    """How a rule ended; where it could not be asked, why: a slug that no language changes, and its text.

    Attributes:
        options: by which values it was asked, as they can be typed; only of a rule that has some.
    """

    code: str
    severity: Annotated[str, Severity]
    status: Annotated[str, Status]
    reason: str | None
    text: str | None
    options: NotRequired[dict[str, str]]


class PlaceJson(TypedDict):
    """Where something stands; ``cell`` only in a workbook, ``key`` only where the input has keys for rows."""

    file: str
    sheet: str
    row: int | None
    column: str
    cell: NotRequired[str]
    key: NotRequired[str]


class FindingJson(TypedDict):
    """What was found.

    Attributes:
        subject: a register number where it is one row's alone, else its row; or the path of a figure.
        affected: of how many cases it tells.
        provided: what is said, exact: an integer where it is whole, else text.
        expected: what should be said.
        basis: the provisions that it rests on.
        waived: whether *penjelasan* explains it.
    """

    code: str
    severity: Annotated[str, Severity]
    message: str
    subject: str
    affected: int
    source: PlaceJson | None
    related: list[PlaceJson]
    provided: int | str | None
    expected: int | str | None
    difference: int | str | None
    basis: list[str]
    waived: bool


class CheckedJson(TypedDict):
    """What a check found, by which version of each rule set."""

    ruleset: dict[str, str]
    rules: list[RunJson]
    findings: list[FindingJson]


def checked_json(checked: Checked, lang: Lang = "id") -> CheckedJson:
    """Return rule set, rules and findings as plain values.

    Args:
        checked: what a check found.
        lang: language of messages, of the texts of reasons and of the legal basis; keys, subjects and the
            slugs of reasons are never translated.
    """
    return {
        "ruleset": dict(checked.ruleset),
        "rules": [_rule(run, lang) for run in checked.runs],
        "findings": [_finding(finding, checked, lang) for finding in checked.findings],
    }


def _rule(run: Run, lang: Lang) -> RunJson:
    told = RunJson(
        code=run.code,
        severity=str(run.severity),
        status=str(run.status),
        reason=run.slug or None,
        text=run.reason(lang) or None,
    )
    if run.options:
        told["options"] = dict(run.options)
    return told


def _finding(finding: Finding, checked: Checked, lang: Lang) -> FindingJson:
    places = [_place(source) for source in finding.places]
    return {
        "code": finding.code,
        "severity": str(finding.severity),
        "message": checked.message(finding, lang),
        "subject": finding.subject,
        "affected": finding.affected,
        "source": places[0] if places else None,
        "related": places[1:],
        "provided": _value(finding.provided),
        "expected": _value(finding.expected),
        "difference": _value(finding.difference),
        "basis": [basis(lang) for basis in finding.basis],
        "waived": bool(finding.waived),
    }


def _place(source: Source) -> PlaceJson:
    place = PlaceJson(file=source.file, sheet=source.sheet, row=source.row, column=source.column)
    if source.cell:
        place["cell"] = source.cell
    if source.key:
        place["key"] = source.key
    return place


def _value(value: Plain) -> int | str | None:
    """Return a value: exact where it is a number, an integer where it is whole, else as text."""
    match value:
        case None | Absent():
            return None
        case Decimal():
            return int(value) if value == value.to_integral_value() else f"{value:f}"
        case int():
            return value
        case date() | time():
            return value.isoformat()
        case _:
            return str(value)
