"""The annual report XML of the United States (NIEM, schema 1.03) for ppid-core, and what does not fit in it.

The form asks for the end of the year, so the registers of the report are counted as they stood on its last
day, whatever day the report itself tells. A record of which one field is unknown is left out whole, because
the schema demands all of its fields and knows no blank; the section says why in its footnote. Nothing unknown
becomes 0.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator
from xml.etree import ElementTree as ET

from attrs import frozen

from ppid_core import (
    Artifact,
    Exporter,
    Lawbook,
    PpidError,
    Report,
    Summary,
    WorkdayCalendar,
    hookimpl,
    summarize,
)
from ppid_core.language import Bilingual, Lang
from ppid_core.model import ServiceYear, YearPart
from ppid_core.summary import tidy_figures
from ppid_exporter_foia.form import SECTIONS, Children, Section, Told

EXCHANGE = "http://leisp.usdoj.gov/niem/FoiaAnnualReport/exchange/1.03"
NAMESPACES = {
    "xmlns:iepd": EXCHANGE,
    "xmlns:foia": "http://leisp.usdoj.gov/niem/FoiaAnnualReport/extension/1.03",
    "xmlns:nc": "http://niem.gov/niem/niem-core/2.0",
    "xmlns:s": "http://niem.gov/niem/structures/2.0",
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "xsi:schemaLocation": f"{EXCHANGE} ../schema/exchange/FoiaAnnualReport.xsd",
}
UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML can hold."""

NO_YEAR = Bilingual(
    "Formulir ini hanya dibuat dari laporan lengkap satu tahun penuh.",
    "This form is made of the whole report of a whole year alone.",
)
NOT_ENDED = Bilingual(
    "Laporan ini menurut keadaan {day}; formulir menanyakan akhir tahun, yang belum diketahui pada hari itu.",
    "This report tells the state of {day}; the form asks for the end of the year, which was unknown then.",
)
OTHER_LAW = Bilingual(
    "Laporan ini dihitung menurut hukum atau kalender lain daripada yang terpasang.",
    "This report was counted by another law or calendar than those installed.",
)
COLUMNS = Bilingual("Jenis|Apa|Nilai pada {day}|Sebab", "Kind|What|Value on {day}|Why")
LEFT_OUT = Bilingual("bagian formulir yang kosong", "section of the form left empty")
NO_PLACE = Bilingual("angka laporan tanpa tempat", "figure of the report without a place")
PARTS = Bilingual("{count} bagian", "{count} parts")
NOT_ASKED = Bilingual("formulir tidak menanyakannya", "the form does not ask for it")
IN_NO_RECORD = Bilingual("bagian {number} kosong", "section {number} is left empty")


@frozen(kw_only=True)
class FoiaExporter:
    """The XML of the form, and a table of what does not fit."""

    name: str = "foia"
    label: str = "Laporan tahunan FOIA Amerika Serikat (.xml)"
    label_en: str = "FOIA annual report of the United States (.xml)"

    def why_none(self, report: Report, /) -> str:
        """Return why no file is made of a document, "" where there are files."""
        told = _told(report)
        return told(report.meta.lang) if isinstance(told, Bilingual) else ""

    def export(self, report: Report, /) -> Iterator[Artifact]:
        """Yield ``foia.xml`` and ``foia-tidak-muat.csv``."""
        told, lang = _told(report), report.meta.lang
        if isinstance(told, Bilingual):
            return
        filled = [(section, section.content(told)) for section in SECTIONS]
        name = report.meta.stem_of_part
        yield Artifact(
            name=f"{name('foia')}.xml", media_type="application/xml", content=_xml(told, filled, lang)
        )
        rest = _rest(told, filled, lang)
        yield Artifact(name=f"{name('foia-tidak-muat')}.csv", media_type="text/csv", content=_csv(rest))


@hookimpl
def ppid_register_exporters() -> Iterable[Exporter]:
    """Return the format."""
    return [FoiaExporter()]


Filled = list[tuple[Section, list[tuple[int, Children]] | Bilingual]]
"""Each section with its records, or why there are none."""


def _told(report: Report) -> Told | Bilingual:
    """Return the year as it stood on its last day, or why that cannot be told."""
    year, summary = report.year, report.summary
    scope = None if summary is None else summary.scope
    if report.meta.form != "full" or year is None or scope is None or scope.part is not YearPart.YEAR:
        return NO_YEAR
    if scope.as_of < year.period.last_day:
        return NOT_ENDED.fill(day=scope.as_of.isoformat())
    try:
        at_the_end = _at_the_end(year)
    except PpidError:
        return OTHER_LAW
    ours = at_the_end.scope
    if ours is None or (ours.law, ours.calendar) != (scope.law, scope.calendar):
        return OTHER_LAW
    return Told(year=year, summary=at_the_end)


def _at_the_end(year: ServiceYear) -> Summary:
    return summarize(year, Lawbook.load(), WorkdayCalendar.of(year), year.period.last_day)


def _xml(told: Told, filled: Filled, lang: Lang) -> bytes:
    """Return the file, its sections in the order of the schema."""
    root = ET.Element("iepd:FoiaAnnualReport", NAMESPACES)
    _add(root, (("nc:DocumentApplicationName", "ppid-exporter-foia"),))
    _add(root, (("nc:DocumentDescriptionText", "FOIA Annual Report"),))
    body = ET.SubElement(root, "nc:Organization", {"s:id": "ORG0"})
    _add(body, (("nc:OrganizationName", told.year.body.name),))
    for number, agency in enumerate(told.agencies, start=1):
        unit = ET.SubElement(body, "nc:OrganizationSubUnit", {"s:id": f"ORG{number}"})
        _add(unit, (("nc:OrganizationAbbreviationText", agency.short_name),) if agency.short_name else ())
        _add(unit, (("nc:OrganizationName", agency.name),))
    _add(root, (("foia:DocumentFiscalYearDate", f"{told.year.period.year:04}"),))
    for section, records in filled:
        _add_section(root, section, records, lang)
    ET.indent(root)
    written: bytes = ET.tostring(root, encoding="UTF-8", xml_declaration=True)
    return written + b"\n"


def _add_section(
    root: ET.Element, section: Section, records: list[tuple[int, Children]] | Bilingual, lang: Lang
) -> None:
    parent = ET.SubElement(root, f"foia:{section.element}")
    kept = [] if isinstance(records, Bilingual) else records
    for unit, children in kept:
        _add(ET.SubElement(parent, f"foia:{section.record}", {"s:id": f"{section.prefix}{unit}"}), children)
    for unit, _ in kept:
        link = ET.SubElement(parent, f"foia:{section.link}OrganizationAssociation")
        ET.SubElement(link, "foia:ComponentDataReference", {"s:ref": f"{section.prefix}{unit}"})
        ET.SubElement(link, "nc:OrganizationReference", {"s:ref": f"ORG{unit}"})
    note = records if isinstance(records, Bilingual) else section.note
    _add(parent, (("foia:FootnoteText", note(lang)),) if note(lang) else ())


def _add(parent: ET.Element, children: Children) -> None:
    """Add elements below another; one holds text, a number, or elements of its own."""
    for name, content in children:
        element = ET.SubElement(parent, name if ":" in name else f"foia:{name}")
        if isinstance(content, tuple):
            _add(element, content)
        else:
            element.text = UNWRITABLE.sub("\ufffd", str(content))


def _rest(told: Told, filled: Filled, lang: Lang) -> Iterator[tuple[str, ...]]:
    """Yield what does not fit: sections that stay empty, then figures for which no section asks."""
    yield tuple(COLUMNS.fill(day=told.year.period.last_day.isoformat())(lang).split("|"))
    why: dict[tuple[str, str], Bilingual | None] = {}
    for section, records in filled:
        is_empty = isinstance(records, Bilingual)
        why.update(
            dict.fromkeys(section.figures, IN_NO_RECORD.fill(number=section.number) if is_empty else None)
        )
        if isinstance(records, Bilingual):
            yield LEFT_OUT(lang), f"{section.number} {section.element}", "", records(lang)
    counted: dict[tuple[str, str, Bilingual], list[str]] = {}
    for figure in tidy_figures(told.summary):
        reason = why.get((figure.measure, figure.dimension), NOT_ASKED)
        if figure.value is not None and reason is not None:
            along = ".".join(part for part in (figure.dimension, figure.second_dimension) if part)
            counted.setdefault((figure.measure, along, reason), []).append(f"{figure.value} {figure.unit}")
    for (measure, along, reason), values in counted.items():
        value = PARTS(lang).format(count=len(values)) if along else values[0]
        yield NO_PLACE(lang), f"{measure} ({along})" if along else measure, value, reason(lang)


def _csv(rows: Iterable[tuple[str, ...]]) -> bytes:
    stream = io.StringIO(newline="")
    csv.writer(stream, lineterminator="\r\n").writerows(rows)
    return stream.getvalue().encode("utf-8-sig")
