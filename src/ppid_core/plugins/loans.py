"""How strangers are asked: with values of their own and no personal data, for a bounded answer.

Values of the model are frozen; the few mappings beside them are not, so strangers get copies of those. This
guards against mistakes, and against seeing what was never asked for. It is no sandbox: a plugin is code that
runs with the rights of whoever installed it, and could look for the variables of its caller.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, redirect_stdout

from attrs import evolve

from ppid_core.errors import AnswerError
from ppid_core.language import Bilingual
from ppid_core.model.redaction import Redaction
from ppid_core.output.artifact import shown
from ppid_core.report import Report
from ppid_core.report.wire import without_personal_data
from ppid_core.rules import Evidence, Finding
from ppid_core.summary import EarlierYear, renamed
from ppid_core.writing import format_number


def lent_report(report: Report) -> Report:
    """Return the same report, its mappings copied; no personal data in a public one, whoever composed it."""
    told = report if report.meta.edition == "internal" else without_personal_data(report)
    if (checked := report.checked) is None:
        return told
    ruleset, inputs = dict(checked.ruleset), dict(checked.inputs)
    lent = evolve(checked, findings=_lent(checked.findings), ruleset=ruleset, inputs=inputs)
    return evolve(told, checked=lent)


def lent_evidence(evidence: Evidence) -> Evidence:
    """Return the same evidence without personal data, its mappings copied; where there was some is told.

    Offices and traits stay, so that what is claimed of them can still be compared.
    """
    redaction, pictures = Redaction.of(evidence.year, traits=False), evidence.pictures
    return evolve(
        evidence,
        year=redaction.year,
        summary=renamed(evidence.summary, redaction.key),
        previous=tuple(map(_lent_year, evidence.previous)),
        exposures=redaction.exposures if evidence.exposures is None else evidence.exposures,
        inputs={redaction.word(name): digest for name, digest in evidence.inputs.items()},
        pictures=None if pictures is None else frozenset(map(redaction.word, pictures)),
        findings=_lent(evidence.findings),
    )


def _lent_year(earlier: EarlierYear) -> EarlierYear:
    redaction = Redaction.of(earlier.year, traits=False)
    return EarlierYear(year=redaction.year, summary=renamed(earlier.summary, redaction.key))


def _lent(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(evolve(one, facts=dict(one.facts)) if one.facts else one for one in findings)


def aside() -> AbstractContextManager[object]:
    """Send what plugins print to standard error, so that the result stays a result."""
    return redirect_stdout(sys.stderr)


def each(answer: object, limit: int) -> Iterator[object]:
    """Yield the items of an answer; a generator is asked for no more than the limit.

    Raises:
        AnswerError: where it is no list, or there are more than ``limit``.
    """
    if isinstance(answer, str | bytes | Mapping) or not isinstance(answer, Iterable):
        raise AnswerError(_NO_LIST.fill(shown=shown(answer)))
    for number, item in enumerate(answer):
        if number == limit:
            most, english = format_number(limit), format_number(limit, "en")
            raise AnswerError(Bilingual(f"lebih dari {most} butir", f"more than {english} items"))
        yield item


_NO_LIST = Bilingual("mengembalikan {shown}, bukan daftar", "it returned {shown}, not a list")
