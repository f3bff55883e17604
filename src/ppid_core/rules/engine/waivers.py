"""Explanations: which finding a waiver covers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from attrs import evolve

from ppid_core.model import Waiver
from ppid_core.rules.engine.finding import Finding
from ppid_core.rules.engine.subjects import Subjects


def covers(waiver: Waiver, finding: Finding, subjects: Subjects) -> bool:
    """Tell whether a waiver names the finding; without a subject it names every one of its code.

    A case is named by its number in the register, or by its row.
    """
    if waiver.code != finding.code:
        return False
    return waiver.subject in {"", finding.subject} or (
        subjects.meant(waiver.subject) == subjects.meant(finding.subject)
    )


def is_expired(waiver: Waiver, as_of: date) -> bool:
    """Tell whether a waiver no longer counts on ``as_of``."""
    return waiver.until is not None and waiver.until < as_of


def explained(
    findings: Iterable[Finding], waivers: Iterable[Waiver], as_of: date, subjects: Subjects
) -> tuple[Finding, ...]:
    """Return the findings, each with the reason of the first waiver that counts and covers it."""
    valid = [waiver for waiver in waivers if waiver.reason.strip() and not is_expired(waiver, as_of)]
    first: dict[tuple[str, str], int] = {}
    for at, waiver in enumerate(valid):
        for subject in {waiver.subject, waiver.subject and subjects.meant(waiver.subject)}:
            first.setdefault((waiver.code, subject), at)
    codes = {waiver.code for waiver in valid}
    return tuple(
        _explained(finding, valid, first, subjects) if finding.code in codes else finding
        for finding in findings
    )


def _explained(
    finding: Finding, valid: Sequence[Waiver], first: Mapping[tuple[str, str], int], subjects: Subjects
) -> Finding:
    """Return a finding with the reason of the first waiver that covers it: see `covers`."""
    named = ("", finding.subject, subjects.meant(finding.subject))
    at = min((first[finding.code, name] for name in named if (finding.code, name) in first), default=None)
    return finding if at is None else evolve(finding, waived=valid[at].reason)
