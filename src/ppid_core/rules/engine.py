"""Runs rules over evidence: one that raises does not stop the others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import evolve

from ppid_core.errors import CalendarRangeError, NotInForceError
from ppid_core.language import Bilingual
from ppid_core.law import Provision
from ppid_core.rules.checked import Checked, Run, Status
from ppid_core.rules.evidence import Evidence, NotApplicable
from ppid_core.rules.finding import Finding
from ppid_core.rules.rule import Rule
from ppid_core.rules.selection import selected
from ppid_core.rules.waiving import explained

Outcome = tuple[Run, tuple[Finding, ...]]


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
    chosen = selected(rules, select, ignore)
    first = {rule.code: _ask(rule, evidence, chosen) for rule in rules if not rule.judges_findings}
    known = _with_outcomes(evidence, rules, first)
    then = {rule.code: _ask(rule, known, chosen) for rule in rules if rule.judges_findings}
    outcomes = [(first | then)[rule.code] for rule in rules]
    findings = (finding for _, some in outcomes for finding in some)
    return Checked(
        findings=explained(findings, evidence.year.waivers, evidence.as_of),
        runs=tuple(run for run, _ in outcomes),
        ruleset=ruleset,
        inputs=evidence.inputs,
    )


def _with_outcomes(evidence: Evidence, rules: Sequence[Rule], first: Mapping[str, Outcome]) -> Evidence:
    judged = frozenset(
        code for code, (run, _) in first.items() if run.status in {Status.PASSED, Status.FOUND}
    )
    return evolve(
        evidence,
        findings=tuple(finding for _, findings in first.values() for finding in findings),
        judged=judged,
        codes=frozenset(rule.code for rule in rules),
        used=frozenset(name for rule in rules if rule.code in judged for name in rule.basis),
    )


def _ask(rule: Rule, evidence: Evidence, chosen: frozenset[str]) -> Outcome:
    if rule.code not in chosen:
        return _run(rule, Status.NOT_SELECTED), ()
    try:
        findings = tuple(_stamped(finding, rule, evidence) for finding in rule.check(evidence))
    except NotApplicable as end:
        return _run(rule, Status.NOT_APPLICABLE, end.reason), ()
    except (NotInForceError, CalendarRangeError) as unknown:
        return _run(rule, Status.NOT_APPLICABLE, Bilingual(str(unknown), str(unknown))), ()
    except KeyboardInterrupt:
        raise
    except BaseException as failure:  # noqa: BLE001  a rule of a stranger may raise anything, SystemExit too
        reason = f"{type(failure).__name__}: {failure}"
        return _run(rule, Status.FAILED, Bilingual(reason, reason)), ()
    return _run(rule, Status.FOUND if findings else Status.PASSED), findings


def _run(rule: Rule, status: Status, reason: Bilingual = Bilingual("", "")) -> Run:
    return Run(
        code=rule.code,
        severity=rule.severity,
        title=rule.title,
        message=rule.message,
        mend=rule.mend,
        status=status,
        reason=reason,
    )


def _stamped(finding: Finding, rule: Rule, evidence: Evidence) -> Finding:
    own = " ".join(cited.id for cited in finding.basis)
    general = (cited for cited in _basis(rule, evidence) if cited.id not in own)
    basis = tuple(dict.fromkeys((*finding.basis, *general)))
    return evolve(finding, code=rule.code, severity=rule.severity, basis=basis)


def _basis(rule: Rule, evidence: Evidence) -> tuple[Bilingual, ...]:
    return tuple(
        Bilingual(provision.cite("id"), provision.cite("en"))
        for name in rule.basis
        if (provision := _provision(name, evidence)) is not None
    )


def _provision(name: str, evidence: Evidence) -> Provision[object] | None:
    try:
        provision: Provision[object] = getattr(evidence.law, name).at(evidence.due_on)
    except NotInForceError:
        return None
    return provision
