"""A report as JSON values: the year, its figures and what was found, for other programs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from attrs import asdict, evolve

from ppid_core.model.redaction import Redaction
from ppid_core.report.document import Report
from ppid_core.report.rollup.data import rollup_json
from ppid_core.rules.engine.checked import checked_json
from ppid_core.schema import SCHEMAS
from ppid_core.summary import Chronicle, Counterpart, renamed, without_cases
from ppid_core.summary.wire import chronicle_json, summary_json


def report_json(report: Report) -> dict[str, Any]:
    """Return the data of ``report`` as values that JSON can write; what it does not hold is null.

    ``year`` reads back with `structure`. A public report never writes personal data, whoever composed it. The
    announcement and the letter tell figures, so figures are their data: no register, nothing that was found.
    """
    from ppid_core.model.wire import year_json  # noqa: PLC0415  a check needs no converter of years

    lang = report.meta.lang
    told = report if report.meta.edition == "internal" else without_personal_data(report)
    if report.meta.form != "full":
        told = _figures_alone(told)
    year, checked = told.year, told.checked
    return {
        "schema": SCHEMAS["report"],
        "meta": asdict(report.meta),
        "year": None if year is None else year_json(year),
        "summary": None if told.summary is None else summary_json(told.summary, lang),
        "earlier": None if told.chronicle is None else chronicle_json(told.chronicle, lang),
        "check": None if checked is None else checked_json(checked, lang),
        **({} if told.rollup is None else {"rollup": rollup_json(told.rollup)}),
    }


def _figures_alone(report: Report) -> Report:
    """Return the same document with figures behind it, and no case of a register."""
    summary = None if report.summary is None else without_cases(report.summary)
    return evolve(report, year=None, checked=None, summary=summary)


def without_personal_data(report: Report) -> Report:
    """Return the same document with the year and the figures of the public edition behind it."""
    if report.year is None:
        return report
    redaction = Redaction.of(report.year)
    summary = None if report.summary is None else renamed(report.summary, redaction.key)
    checked = (
        None if (found := report.checked) is None else evolve(found, inputs=redaction.files(found.inputs))
    )
    chronicle = None if report.chronicle is None else _renamed(report.chronicle, redaction.key)
    return evolve(report, year=redaction.year, summary=summary, checked=checked, chronicle=chronicle)


def _renamed(chronicle: Chronicle, rename: Callable[..., tuple[str, ...]]) -> Chronicle:
    """Return the same figures, the parts of breakdowns renamed."""

    def public(path: str, found: Counterpart) -> Counterpart:
        dimension = path.rpartition(".by_")[2]
        told = {rename(dimension, key)[1]: number for key, number in found.told.items()}
        parts = {rename(dimension, key)[1]: number for key, number in found.parts.items()}
        return evolve(found, told=told, parts=parts)

    parts = {path: public(path, found) for path, found in chronicle.parts.items()}
    return evolve(chronicle, parts=parts)
