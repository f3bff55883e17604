"""The one way into JSON: every value that other programs take, under stable names."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from ppid_core.deadlines import Deadline
from ppid_core.deadlines.wire import deadline_json
from ppid_core.errors import JsonKindError
from ppid_core.language import Lang
from ppid_core.model import ServiceYear
from ppid_core.report import Report
from ppid_core.report.wire import report_json
from ppid_core.rules import Checked
from ppid_core.rules.engine.checked import checked_json
from ppid_core.summary import Chronicle, Docket, Summary
from ppid_core.summary.wire import chronicle_json, docket_json, summary_json

Written = ServiceYear | Summary | Checked | Report | Deadline | Docket | Chronicle
"""What can be written."""


def unstructure(value: Written, lang: Lang = "id") -> dict[str, Any]:
    """Return a value as plain ones that JSON can write: days in ISO 8601, slugs that no language changes.

    A year reads back with `structure`; what is at its default is left out. Of a summary and of a report what
    is absent is null, with its reason beside it. A public report never writes personal data.

    >>> from ppid_core import ServiceYear, structure, unstructure
    >>> from ppid_core.model import ReportingPeriod
    >>> year = ServiceYear(period=ReportingPeriod(2023))
    >>> structure(unstructure(year)) == year
    True

    Args:
        value: a year, a summary, what a check found, a report, a due date, the open cases of a body, or what
            earlier years say.
        lang: language of texts: messages, and why a figure is absent. A report keeps its own.

    Raises:
        JsonKindError: for anything else.
        SeveralScopesError: a summary of several bodies or years has no figures of its own.
    """
    for kind, write in _WRITERS.items():
        if isinstance(value, kind):
            return dict(write(value, lang))
    raise JsonKindError(type(value).__name__, [kind.__name__ for kind in _WRITERS])


def _year_json(year: ServiceYear) -> dict[str, Any]:
    from ppid_core.model.wire import year_json  # noqa: PLC0415  what is no year needs no converter

    return year_json(year)


_WRITERS: Mapping[type, Callable[[Any, Lang], Mapping[str, Any]]] = {
    ServiceYear: lambda year, _: _year_json(year),
    Summary: summary_json,
    Checked: checked_json,
    Report: lambda report, _: report_json(report),
    Deadline: deadline_json,
    Docket: docket_json,
    Chronicle: chronicle_json,
}
