"""Excel: a workbook to go on working with, a sheet for each table, with native charts."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from ppid_core.plugins import Artifact
from ppid_core.report import Report
from ppid_exporters.layout.theme import extra, theme_of

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@frozen(kw_only=True)
class XlsxExporter:
    """The tables of the document as typed cells, totals as formulas, charts that follow the cells.

    Prose stays in the formats that are read; every table and every chart is here.

    Attributes:
        paper: "A4" or "F4" for printing, "" for the paper of the report.
        accent: colour ``#RRGGBB``, "" for that of the report.
    """

    name: str = "xlsx"
    label: str = "Excel (.xlsx)"
    paper: str = ""
    accent: str = ""

    def export(self, report: Report, /) -> Iterator[Artifact]:
        """Yield ``laporan.xlsx``, or by the name of another document.

        Raises:
            ExtraMissingError: XlsxWriter is not installed.
            UnknownNameError: for a paper that is neither A4 nor F4.
        """
        from ppid_exporters.xlsx.book import workbook  # noqa: PLC0415  listing the formats loads no more

        with extra("xlsx", "xlsxwriter"):
            content, notes = workbook(report, theme_of(report, self.paper, self.accent))
        yield Artifact(name=f"{report.meta.stem}.xlsx", media_type=MEDIA_TYPE, content=content, notes=notes)
