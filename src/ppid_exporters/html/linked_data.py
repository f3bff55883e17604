"""What a page says of itself to programs that find it: terms of schema.org as JSON-LD."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from ppid_core.language import Bilingual, Lang
from ppid_core.model import Absent, BodyKind, Measure, PublicBody, ReportingPeriod
from ppid_core.report import Report, text

_CONTEXT = "https://schema.org"
_NOT_OF_THE_STATE = {
    BodyKind.BUMN,
    BodyKind.BUMD,
    BodyKind.POLITICAL_PARTY,
    BodyKind.NON_GOVERNMENT,
    BodyKind.OTHER,
    None,
}
"""Bodies that owe the report without being an organisation of government, or of which that is not said."""

_TOLD = (
    Measure.REQUESTS_TOTAL,
    Measure.REQUESTS_GRANTED,
    Measure.REQUESTS_PARTLY_GRANTED,
    Measure.REQUESTS_FULFILLED,
    Measure.REQUESTS_REFUSED,
    Measure.RESPONSE_MEDIAN,
    Measure.SHARE_IN_TIME,
    Measure.OBJECTIONS_TOTAL,
    Measure.DISPUTES_TOTAL,
    Measure.SUITS_TOTAL,
    Measure.SHARE,
)
"""The figures that stand beside the description, where they are known."""

_DATASET = Bilingual(
    "Data layanan informasi publik {body}, {period}",
    "Data of the public information service of {body}, {period}",
)
_DESCRIPTION = Bilingual(
    "Permohonan informasi, keberatan, sengketa, ketersediaan informasi dan anggaran layanan menurut "
    "UU 14/2008, dihitung dari register.",
    "Requests for information, objections, disputes, availability of information and the budget of the "
    "service under Law 14/2008, counted from the registers.",
)


def linked_data(report: Report) -> Mapping[str, Any] | None:
    """Return the description of a published report; None where there is nothing to describe.

    An internal edition is not described: nothing may lead a program to it. Of the data, what the page carries
    as JSON is described as a dataset, with those of its main figures that are known.
    """
    year, meta = report.year, report.meta
    if year is None or meta.edition == "internal" or meta.form == "letter":
        return None
    lang, period = meta.lang, year.period
    publisher = dict(_publisher(year.body))
    common = {"inLanguage": lang, "isAccessibleForFree": True, "temporalCoverage": _interval(period)}
    told = {"body": meta.body, "period": f"{text(period.part, lang)} {period.year}"}
    dataset = {
        "@type": "Dataset",
        "name": _DATASET.fill(**told)(lang),
        "description": _DESCRIPTION(lang),
        "creator": publisher,
        "encodingFormat": "application/json",
        "variableMeasured": list(_variables(report, lang)),
    }
    signed = year.signatory and year.signatory.on
    return {
        "@context": _CONTEXT,
        "@type": "Report",
        "name": meta.title,
        **common,
        "publisher": publisher,
        **({"datePublished": signed.isoformat()} if signed else {}),
        **({"creativeWorkStatus": "Draft"} if meta.draft else {}),
        "mainEntity": dataset | common,
    }


def _publisher(body: PublicBody) -> Iterator[tuple[str, str]]:
    yield "@type", "Organization" if body.kind in _NOT_OF_THE_STATE else "GovernmentOrganization"
    said = {
        "name": body.name,
        "url": body.website,
        "address": body.address,
        "telephone": body.phone,
        "email": body.email,
    }
    yield from ((name, words) for name, words in said.items() if words)


def _interval(period: ReportingPeriod) -> str:
    """Return the days of a period as an interval of ISO 8601."""
    return f"{period.first_day.isoformat()}/{period.last_day.isoformat()}"


def _variables(report: Report, lang: Lang) -> Iterator[Mapping[str, Any]]:
    if report.summary is None:
        return
    for measure in _TOLD:
        value = report.summary.number(measure)
        if not isinstance(value, Absent):
            shown = float(value) if isinstance(value, Decimal) else value
            name = text(measure, lang)
            yield {"@type": "PropertyValue", "propertyID": str(measure), "name": name, "value": shown}
