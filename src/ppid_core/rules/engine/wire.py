"""What a check found, as JSON values: numbers stay numbers, days are ISO 8601."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from typing import Any

from ppid_core.glossary import Plain
from ppid_core.language import Lang
from ppid_core.model import Absent
from ppid_core.rules.engine.checked import Checked, Run
from ppid_core.rules.engine.finding import Finding
from ppid_core.source import Source


def checked_json(checked: Checked, lang: Lang = "id") -> dict[str, Any]:
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


def _rule(run: Run, lang: Lang) -> dict[str, Any]:
    return {
        "code": run.code,
        "severity": str(run.severity),
        "status": str(run.status),
        "reason": run.slug or None,
        "text": run.reason(lang) or None,
    }


def _finding(finding: Finding, checked: Checked, lang: Lang) -> dict[str, Any]:
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


def _place(source: Source) -> dict[str, Any]:
    place = {"file": source.file, "sheet": source.sheet, "row": source.row, "column": source.column}
    return place | ({"key": source.key} if source.key else {})


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
