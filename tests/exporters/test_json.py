from __future__ import annotations

import json

from tests.exporters import small

from ppid_core import unstructure
from ppid_core.model import Applicant, ReportingPeriod, Request, ServiceYear
from ppid_core.model.wire import structure
from ppid_core.report import Meta, Report
from ppid_core.rules import Checked
from ppid_core.summary import Summary
from ppid_exporters.json import JsonExporter

YEAR = ServiceYear(
    period=ReportingPeriod(2020), requests=(Request(count=2, applicant=Applicant(name="Nama Pemohon")),)
)


def exported(report: Report) -> str:
    (artifact,) = JsonExporter().export(report)
    assert ("laporan.json", "application/json") == (artifact.name, artifact.media_type)
    return artifact.content.decode()


def test_schema_stands_first_and_is_versioned() -> None:
    data = json.loads(exported(small.report()))

    assert ["schema", "meta", "year", "summary", "earlier", "check"] == list(data)
    assert data["schema"] == "ppid-core/laporan/2"


def test_report_without_data_has_nulls() -> None:
    data = unstructure(small.report())

    assert (None, None, None) == (data["year"], data["summary"], data["check"])


def test_public_year_reads_back_without_applicants() -> None:
    report = Report(meta=Meta(title="x"), year=YEAR, summary=Summary(), checked=Checked())

    text = exported(report)

    assert "Nama Pemohon" not in text
    assert structure(json.loads(text)["year"]).requests == (Request(count=2),)


def test_internal_year_reads_back_whole() -> None:
    report = Report(meta=Meta(title="x", edition="internal"), year=YEAR)

    assert YEAR == structure(json.loads(exported(report))["year"])


def test_text_is_readable_and_ends_with_a_line_break() -> None:
    text = exported(Report(meta=Meta(title="Ketersediaan √ – “Serang”")))

    assert "Ketersediaan √ – “Serang”" in text
    assert text.endswith("}\n")


def test_lone_surrogate_is_escaped_as_json_can() -> None:
    text = exported(Report(meta=Meta(title="a\ud800b")))

    assert json.loads(text)["meta"]["title"] == "a\ud800b"
