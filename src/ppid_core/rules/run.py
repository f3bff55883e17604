"""Asks the chosen rules: one that raises does not stop the others, and each finding gets its law."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache, partial

from attrs import evolve, field, fields, frozen

from ppid_core.errors import CalendarRangeError, NotInForceError, UnknownNameError
from ppid_core.failure import Failure
from ppid_core.language import Bilingual
from ppid_core.law import Lawbook
from ppid_core.log import debug
from ppid_core.model import Register
from ppid_core.model.maker import maker
from ppid_core.rules.casebook.links import days_of
from ppid_core.rules.casebook.span import cited
from ppid_core.rules.engine.cell_places import in_cells
from ppid_core.rules.engine.checked import Checked, Run, Status
from ppid_core.rules.engine.evidence import NOT_READ, Evidence, NotApplicable
from ppid_core.rules.engine.finding import CaseName, Finding, Severity
from ppid_core.rules.engine.legibility import Legibility
from ppid_core.rules.engine.noted_law import NotedLaw, Uses, cited_once, in_force, noted, noting
from ppid_core.rules.engine.rule import RULE, Rule
from ppid_core.rules.engine.subjects import Subjects, subjects_of
from ppid_core.rules.engine.waivers import explained

_JUDGED = frozenset({Status.PASSED, Status.FOUND})


@frozen(kw_only=True)
class _RuleResult:
    """What became of one rule (*hasil aturan*).

    Attributes:
        uses: the provisions that it used.
    """

    run: Run
    findings: tuple[Finding, ...] = ()
    uses: Uses = field(factory=dict)


def run_rules(
    evidence: Evidence,
    rules: Sequence[Rule],
    *,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    ruleset: Mapping[str, str],
) -> Checked:
    """Ask every selected rule and return what they found.

    Raises:
        UnknownNameError: where a selector means no known rule.
    """
    chosen, subjects = _selected(rules, select, ignore), subjects_of(evidence)
    citing = _Citing(evidence=evidence)
    ask = partial(_ask, chosen=chosen, citing=citing, subjects=subjects)
    first = {rule.code: ask(rule, evidence) for rule in rules if not rule.judges_findings}
    known = _with_outcomes(evidence, rules, first)
    known = known.judged_by(by_estimate=_by_estimate(evidence, rules, first, partial(ask, settled=False)))
    then = {rule.code: ask(rule, known) for rule in rules if rule.judges_findings}
    outcomes = [(first | then)[rule.code] for rule in rules]
    for outcome in outcomes:
        run, found = outcome.run, len(outcome.findings)
        debug(
            "rules", "%s: %s, findings: %d%s", run.code, str(run.status), found, run.slug and f" ({run.slug})"
        )
    findings = (finding for outcome in outcomes for finding in outcome.findings)
    told = explained(findings, evidence.year.waivers, evidence.as_of, subjects)
    if evidence.columns:
        by_code = {rule.code: rule for rule in rules}
        told = tuple(in_cells(finding, by_code[finding.code], evidence.columns) for finding in told)
    return Checked(
        findings=told,
        runs=tuple(outcome.run for outcome in outcomes),
        ruleset=ruleset,
        inputs=evidence.inputs,
        scope=evidence.summary.scope,
    )


def _with_outcomes(evidence: Evidence, rules: Sequence[Rule], first: Mapping[str, _RuleResult]) -> Evidence:
    """Return the evidence for rules that judge findings: the law says what was used of it."""
    judged = {code: outcome for code, outcome in first.items() if outcome.run.status in _JUDGED}
    uses = {key: provision for outcome in judged.values() for key, provision in outcome.uses.items()}
    return evidence.judged_by(
        law=noted(evidence.law, uses),
        findings=tuple(finding for outcome in first.values() for finding in outcome.findings),
        judged=frozenset(judged),
        codes=frozenset(rule.code for rule in rules),
        used=frozenset(name for name, _ in uses),
    )


def _by_estimate(
    evidence: Evidence,
    rules: Sequence[Rule],
    first: Mapping[str, _RuleResult],
    ask: Callable[[Rule, Evidence], _RuleResult],
) -> tuple[Finding, ...]:
    """Return what rules find only by a last day in an estimated year: it is told, and nobody is warned."""
    if not evidence.workdays.estimated_years:
        return ()
    pairs = (
        (first[rule.code], ask(rule, evidence))
        for rule in rules
        if not rule.judges_findings and rule.severity is not Severity.INFO
    )
    return tuple(
        finding
        for judged, estimated in pairs
        for finding in estimated.findings
        if (finding.subject, finding.sources) not in {(one.subject, one.sources) for one in judged.findings}
    )


def _ask(
    rule: Rule,
    evidence: Evidence,
    *,
    chosen: frozenset[str],
    citing: _Citing,
    subjects: Subjects,
    settled: bool = True,
) -> _RuleResult:
    """Ask one rule; what warns or accuses rests on decreed last days alone, unless not ``settled``."""
    if rule.code not in chosen:
        return _ended(rule, Status.NOT_SELECTED)
    law = noting(evidence.law)
    by_decree = settled and rule.severity is not Severity.INFO
    asked = evidence.judged_by(
        law=evidence.law if rule.judges_findings else law,
        workdays=evidence.workdays.settled if by_decree else evidence.workdays,
    )
    legibility = Legibility(evidence.year, rule)
    try:
        found: list[Finding] = []
        held_back = 0
        for finding in rule.ask(asked):
            if legibility.holds_back(finding):
                held_back += 1
                continue
            called, basis = subjects.called(finding), citing.basis(finding, rule, law)
            found.append(_stamped(finding, rule, called, basis, legibility.unread(finding)))
    except NotApplicable as end:
        return _ended(rule, Status.NOT_APPLICABLE, end.reason, end.slug)
    except (NotInForceError, CalendarRangeError) as unknown:
        return _ended(rule, Status.NOT_APPLICABLE, unknown.told, "law_unknown")
    except KeyboardInterrupt:
        raise
    except BaseException as failure:  # noqa: BLE001  a rule of a stranger may raise anything, SystemExit too
        return _ended(rule, Status.FAILED, Failure(failure).told, "failed")
    citing.rest(rule, law)
    if held_back and not found:
        return _ended(rule, Status.NOT_APPLICABLE, NOT_READ.reason, NOT_READ.slug)
    return evolve(
        _ended(rule, Status.FOUND if found else Status.PASSED), findings=tuple(found), uses=law.uses
    )


def _stamped(
    finding: Finding,
    rule: Rule,
    called: tuple[str, CaseName | None],
    basis: tuple[Bilingual, ...],
    unread: int,
) -> Finding:
    """Return what a rule found with its stamp; there are many, and `evolve` asks each field of each."""
    return _made(
        called[0],
        finding.sources,
        finding.provided,
        finding.expected,
        finding.affected,
        finding.facts,
        basis,
        rule.code,
        rule.severity,
        finding.waived,
        rule.message,
        rule.mend,
        unread,
        called[1],
    )


_made = maker(Finding, [one.name for one in fields(Finding)], {})


def _ended(rule: Rule, status: Status, reason: Bilingual = Bilingual("", ""), slug: str = "") -> _RuleResult:
    run = Run(
        code=rule.code,
        severity=rule.severity,
        title=rule.title,
        message=rule.message,
        mend=rule.mend,
        status=status,
        reason=reason,
        slug=slug,
        options=tuple((option.name, option.plain) for option in rule.options),
    )
    return _RuleResult(run=run)


_SELECTOR = re.compile(r"([A-Z]{1,4})([0-9]{0,3})")


def _matches(selector: str, code: str) -> bool:
    """Tell whether ``selector`` means ``code``: its letters match whole, its digits are a prefix."""
    letters, digits = _parts(selector)
    return code.rstrip("0123456789") == letters and code.removeprefix(letters).startswith(digits)


def _selected(rules: Iterable[Rule], select: Sequence[str], ignore: Sequence[str]) -> frozenset[str]:
    """Return the codes to run: those of ``select`` (none: all) without those of ``ignore``.

    Raises:
        UnknownNameError: where a selector means no known rule.
    """
    codes = [rule.code for rule in rules]
    for selector in (*select, *ignore):
        if not any(_matches(selector, code) for code in codes):
            raise UnknownNameError(RULE, selector, codes)
    return frozenset(
        code
        for code in codes
        if (not select or any(_matches(selector, code) for selector in select))
        and not any(_matches(selector, code) for selector in ignore)
    )


def _parts(selector: str) -> tuple[str, str]:
    found = _SELECTOR.fullmatch(selector)
    return (found[1], found[2]) if found else ("", "")


_ACTS = frozenset({"request", "objection", "dispute", "suit", "calendar", *map(str, Register)})
"""How subjects begin that are acts: rows, aggregate lines, and the days that due dates pass."""


@frozen(kw_only=True)
class _Citing:
    """Cites the law for what rules find in one year; its rows are looked through once, if at all.

    Attributes:
        evidence: what is judged, by a law without notes.
    """

    evidence: Evidence
    _days: Callable[[], dict[str, date]] = field(init=False, eq=False, repr=False)

    @_days.default
    def _days_of_rows(self) -> Callable[[], dict[str, date]]:
        return cache(lambda: dict(days_of(self.evidence)))

    def basis(self, finding: Finding, rule: Rule, law: Lawbook) -> tuple[Bilingual, ...]:
        """Return what ``finding`` cites: its own basis, and that of its rule.

        A finding about an act that names its basis has said by what it was judged; nothing is added.
        """
        if not rule.basis or (finding.basis and _begins(finding.subject) in _ACTS):
            return finding.basis if len(finding.basis) <= 1 else tuple(dict.fromkeys(finding.basis))
        return cited_once(finding.basis, self._general(rule, law, finding.subject))

    def rest(self, rule: Rule, law: NotedLaw) -> None:
        """Note what a rule says it rests on, where it asked the law for none of it."""
        if not any(name in rule.basis for name, _ in law.uses):
            tuple(self._general(rule, law, ""))

    def _general(self, rule: Rule, law: Lawbook, subject: str) -> Iterator[Bilingual]:
        days = tuple(self._judging(subject)) if rule.basis else ()
        for name in rule.basis:
            provision = in_force(law, name, *days)
            if provision is not None:
                yield cited(provision)

    def _judging(self, subject: str) -> Iterator[date]:
        """Yield the day of the row, where it is one; then the day the report is due."""
        day = self._days().get(subject) if _begins(subject) in _ACTS else None
        if day is not None:
            yield day
        try:
            yield self.evidence.due_on
        except NotInForceError:
            return


def _begins(subject: str) -> str:
    return subject.partition(":")[0].partition(".")[0]
