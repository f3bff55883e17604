"""Opens a workbook without the library that wrote it: cells by calamine, the rest as XML."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from functools import cached_property
from xml.etree import ElementTree as ET

from attrs import frozen
from python_calamine import CalamineWorkbook

from ppid_core.report import Block, Meta, Report, Section
from ppid_exporters.xlsx import XlsxExporter

NAMESPACE = re.compile(r"\{[^}]*\}")
Rows = Sequence[Sequence[object]]


@frozen
class Opened:
    """A workbook; sheets are counted from 0, the first is the list of the others."""

    content: bytes

    @cached_property
    def sheets(self) -> Mapping[str, Rows]:
        """The rows of each sheet."""
        book = CalamineWorkbook.from_filelike(io.BytesIO(self.content))
        return {
            name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names
        }

    @cached_property
    def parts(self) -> Mapping[str, bytes]:
        """The files of the archive."""
        with zipfile.ZipFile(io.BytesIO(self.content)) as archive:
            return {name: archive.read(name) for name in archive.namelist()}

    def rows(self, sheet: int = 1) -> Rows:
        """Return the table of a sheet: headings, content, and what stands below."""
        return list(self.sheets.values())[sheet][3:]

    def xml(self, part: str) -> ET.Element:
        """Return a part by its name, tags without their namespaces."""
        root = ET.fromstring(self.parts[part])  # noqa: S314  our own bytes
        for element in root.iter():
            element.tag = NAMESPACE.sub("", element.tag)
        return root

    def sheet(self, number: int = 1) -> ET.Element:
        """Return the XML of a sheet."""
        return self.xml(f"xl/worksheets/sheet{number + 1}.xml")

    def formulas(self, sheet: int = 1) -> Mapping[str, str]:
        """Return the formulas of a sheet by their cells."""
        cells = [(cell.get("r", ""), cell.find("f")) for cell in self.sheet(sheet).iter("c")]
        return {place: formula.text or "" for place, formula in cells if formula is not None}

    def names(self) -> Mapping[tuple[str, int], str]:
        """Return what Excel keeps by name, such as titles that repeat, by name and sheet."""
        names = self.xml("xl/workbook.xml").iter("definedName")
        return {(name.get("name", ""), int(name.get("localSheetId", "0"))): name.text or "" for name in names}


def opened(report: Report, exporter: XlsxExporter | None = None) -> Opened:
    """Return the workbook of a report."""
    (artifact,) = (exporter or XlsxExporter()).export(report)
    return Opened(artifact.content)


def of(*blocks: Block, meta: Meta | None = None) -> Report:
    """Return a report of blocks."""
    section = Section(key="s", title="Bagian", blocks=blocks)
    return Report(meta=meta or Meta(title="Judul", body="Badan Contoh"), sections=(section,))
