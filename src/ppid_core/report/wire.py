"""A report as JSON values: the year, its figures and what was found, for other programs."""

from __future__ import annotations

from typing import Any

from attrs import asdict

from ppid_core.intake import SCHEMA
from ppid_core.model import redact
from ppid_core.model.wire import unstructure
from ppid_core.report.document import Report
from ppid_core.rules import checked_json
from ppid_core.summary import summary_json


def report_json(report: Report) -> dict[str, Any]:
    """Return the data of ``report`` as values that JSON can write; what it does not hold is null.

    ``year`` reads back with `structure`. A public report never writes an applicant, whoever composed it.
    """
    lang, year = report.meta.lang, report.year
    shown = year if year is None or report.meta.edition == "internal" else redact(year)
    return {
        "schema": SCHEMA,
        "meta": asdict(report.meta),
        "year": None if shown is None else unstructure(shown),
        "summary": None if report.summary is None else summary_json(report.summary, lang),
        "check": None if report.checked is None else checked_json(report.checked, lang),
    }
