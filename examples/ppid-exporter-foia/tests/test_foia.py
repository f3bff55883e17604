"""What the kit promises of every format, and what only this form can say."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterator, Mapping
from datetime import date

import pytest
from lxml import etree
from ppid_exporter_foia import NAMESPACES, FoiaExporter
from ppid_exporter_foia.form import SECTIONS

from ppid_core import Dossier, Report
from ppid_core.testing import ExporterContract
from ppid_core.testing.samples import composed, nihil, small

NAMES = {prefix.partition(":")[2]: uri for prefix, uri in NAMESPACES.items() if prefix.startswith("xmlns")}
SCHEMA = os.environ.get("FOIA_SCHEMA", "")
"""Where ``FoiaAnnualReport.xsd`` of the published package lies, beside the schemas that it imports."""

Row = Mapping[str, object]
KEYS = {"tahun": 2024, "badan.nama": "Kabupaten Contoh"}
REQUESTS: list[Row] = [
    {
        "tanggal": "2023-12-28",
        "bawaan": 2023,
        "keputusan": "dikabulkan",
        "tanggal_pemberitahuan": "2024-01-05",
    },
    {"tanggal": "2024-02-05", "keputusan": "dikabulkan", "tanggal_pemberitahuan": "2024-02-12"},
    {"tanggal": "2024-03-04", "keputusan": "dikabulkan sebagian", "tanggal_pemberitahuan": "2024-03-08"},
    {
        "tanggal": "2024-04-01",
        "keputusan": "ditolak",
        "alasan": "informasi dikecualikan",
        "tanggal_pemberitahuan": "2024-04-05",
    },
    {
        "tanggal": "2024-05-06",
        "keputusan": "ditolak",
        "alasan": "tidak dikuasai",
        "tanggal_pemberitahuan": "2024-05-13",
    },
    {
        "tanggal": "2024-06-03",
        "keputusan": "ditolak",
        "alasan": "permohonan tidak bersungguh-sungguh",
        "tanggal_pemberitahuan": "2024-06-07",
    },
    {"tanggal": "2024-11-04", "keputusan": "diproses"},
    {"tanggal": "2024-12-27", "keputusan": "dikabulkan", "tanggal_pemberitahuan": "2025-01-06"},
]
OBJECTIONS: list[Row] = [
    {
        "tanggal": "2023-12-20",
        "bawaan": 2023,
        "alasan": "d",
        "jawaban": "diterima",
        "tanggal_jawaban": "2024-01-15",
    },
    {"tanggal": "2024-05-20", "alasan": "a", "jawaban": "ditolak", "tanggal_jawaban": "2024-06-10"},
    {"tanggal": "2024-12-02", "alasan": "c", "jawaban": "diterima", "tanggal_jawaban": "2025-01-10"},
]


class TestFoia(ExporterContract):
    """The contract of the kit, as far as a form of figures can break it: prose and tables have no place."""

    @pytest.fixture
    def exporter(self) -> FoiaExporter:
        """The exporter under test."""
        return FoiaExporter()


def report(**tables: list[Row]) -> Report:
    return dossier(date(2025, 1, 20), **tables).report()


def dossier(as_of: date, **tables: list[Row]) -> Dossier:
    keys = [{"kunci": key, "isi": value} for key, value in KEYS.items()]
    return Dossier.from_rows({"laporan": keys, **tables}, as_of=as_of)


def form_of(told: Report) -> etree._Element:
    return etree.fromstring(next(iter(FoiaExporter().export(told))).content)


def rest_of(told: Report) -> list[dict[str, str]]:
    _, rest = FoiaExporter().export(told)
    return list(csv.DictReader(io.StringIO(rest.content.decode("utf-8-sig"), newline="")))


def record(form: etree._Element, section: str) -> Mapping[str, str] | None:
    """Return the numbers of the body in one section, None where it is left out."""
    found = form.xpath(f"foia:{section}/*[@s:id][1]", namespaces=NAMES)
    return {etree.QName(part).localname: part.text or "" for part in found[0]} if found else None


@pytest.fixture(scope="module")
def whole() -> Report:
    """A report of which everything that the form asks of requests and objections is known."""
    return report(permohonan=REQUESTS, keberatan=OBJECTIONS)


def test_balance_is_that_of_the_last_day_of_the_year(whole: Report) -> None:
    """One answer of January is still open for the form, whatever the report of 20 January says."""
    assert whole.summary is not None
    assert whole.summary.number("requests.balance.closing") == 1

    numbers = record(form_of(whole), "ProcessedRequestSection")

    assert numbers is not None
    assert list(map(int, numbers.values())) == [1, 7, 6, 2]


def test_dispositions_are_those_of_what_was_processed(whole: Report) -> None:
    form = form_of(whole)
    numbers = record(form, "RequestDispositionSection")
    reasons = form.xpath("//foia:RequestDisposition/foia:NonExemptionDenial", namespaces=NAMES)
    others = form.xpath("//foia:OtherDenialReasonDescriptionText", namespaces=NAMES)

    assert numbers is not None
    assert numbers["RequestDispositionFullGrantQuantity"] == "2"
    assert numbers["RequestDispositionPartialGrantQuantity"] == "1"
    assert numbers["RequestDispositionFullExemptionDenialQuantity"] == "1"
    assert numbers["RequestDispositionTotalQuantity"] == "6"
    assert [[part.text for part in reason] for reason in reasons] == [["NoRecords", "1"], ["Other", "1"]]
    assert [other.text for other in others] == ["permohonan tidak bersungguh-sungguh"]


def test_appeals_are_closed_by_their_answers_of_the_year(whole: Report) -> None:
    form = form_of(whole)
    balance, answers = (record(form, name) for name in ("ProcessedAppealSection", "AppealDispositionSection"))

    assert balance is not None
    assert answers is not None
    assert list(map(int, balance.values())) == [1, 2, 2, 1]
    assert list(map(int, answers.values())) == [1, 0, 1, 0, 2]


@pytest.mark.parametrize(
    ("tables", "section"),
    [
        ({"permohonan": REQUESTS[1:]}, "ProcessedRequestSection"),
        ({"permohonan": REQUESTS[1:]}, "RequestDispositionSection"),
        ({"permohonan": [*REQUESTS, {**REQUESTS[1], "keputusan": "dipenuhi"}]}, "RequestDispositionSection"),
        ({"permohonan": [*REQUESTS, {**REQUESTS[3], "alasan": ""}]}, "RequestDispositionSection"),
        ({"permohonan": [{**row, "jumlah_pemohon": 1} for row in REQUESTS]}, "ProcessedRequestSection"),
        ({"keberatan": OBJECTIONS[1:]}, "ProcessedAppealSection"),
        ({"keberatan": [*OBJECTIONS, {**OBJECTIONS[1], "tanggal_jawaban": ""}]}, "AppealDispositionSection"),
        (
            {"permohonan": [*REQUESTS, {"tanggal": "2024-07", "keputusan": "diproses"}]},
            "OldestPendingRequestSection",
        ),
    ],
    ids=[
        "opening",
        "opening of outcomes",
        "in full or in part",
        "reason",
        "applicants",
        "objections carried over",
        "day of an answer",
        "day of receipt",
    ],
)
def test_record_of_which_anything_is_unknown_is_left_out_and_told(
    tables: dict[str, list[Row]], section: str
) -> None:
    told = report(**{"permohonan": REQUESTS, "keberatan": OBJECTIONS, **tables})

    form = form_of(told)

    assert record(form_of(report(permohonan=REQUESTS, keberatan=OBJECTIONS)), section) is not None
    assert record(form, section) is None
    (note,) = form.xpath(f"foia:{section}/foia:FootnoteText", namespaces=NAMES)
    assert note.text.startswith("Tidak diisi: ")
    assert any(line["Apa"].endswith(f" {section}") and line["Sebab"] == note.text for line in rest_of(told))


def test_every_figure_that_is_known_has_its_place_or_is_told_to_have_none(whole: Report) -> None:
    lines = {line["Apa"]: line for line in rest_of(whole)}

    assert "requests.balance.closing" not in lines
    assert lines["requests.total (month)"]["Sebab"] == "formulir tidak menanyakannya"
    assert lines["requests.response_time.median"]["Sebab"] == "bagian VII.A kosong"
    assert "disputes.total" not in lines  # nobody kept that register


def test_records_and_organisations_are_tied_by_their_ids(whole: Report) -> None:
    form = form_of(whole)

    ids = form.xpath("//@s:id", namespaces=NAMES)
    refs = form.xpath("//foia:ComponentDataReference/@s:ref", namespaces=NAMES)

    assert len(ids) == len(set(ids))
    assert sorted(refs) == sorted(set(ids) - {"ORG0"})


def test_sections_stand_in_the_order_of_the_schema_and_none_is_blank(whole: Report) -> None:
    """Of 32 sections each one holds a record or says why there is none."""
    form = form_of(whole)

    sections = [child for child in form if etree.QName(child).localname.endswith("Section")]

    assert [etree.QName(one).localname for one in sections] == [one.element for one in SECTIONS]
    assert len(sections) == 32
    assert all(len(one) for one in sections)


def test_announcement_makes_no_file_and_says_why() -> None:
    announcement = composed(small(), form="brief")

    assert list(FoiaExporter().export(announcement)) == []
    assert "hanya dibuat dari laporan lengkap" in FoiaExporter().why_none(announcement)


def test_report_made_before_the_year_ended_makes_no_file_and_says_why() -> None:
    early = dossier(date(2024, 11, 1), permohonan=REQUESTS).report()

    assert list(FoiaExporter().export(early)) == []
    assert "keadaan 2024-11-01" in FoiaExporter().why_none(early)


def _reports() -> Iterator[Report]:
    yield report(permohonan=REQUESTS, keberatan=OBJECTIONS)
    yield from (composed(sample()) for sample in (small, nihil))


@pytest.mark.skipif(not SCHEMA, reason="FOIA_SCHEMA names no FoiaAnnualReport.xsd: see README.md")
def test_files_are_valid_by_the_published_schema() -> None:
    schema = etree.XMLSchema(etree.parse(SCHEMA))

    for told in _reports():
        schema.assertValid(form_of(told))
