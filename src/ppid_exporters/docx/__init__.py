"""Word: the document to edit and to sign, with real headings, fields and repeating table headings."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

from attrs import frozen

from ppid_core.plugins import Artifact
from ppid_core.report import Report
from ppid_exporters.layout.orientation import oriented
from ppid_exporters.layout.photo import unread_logo
from ppid_exporters.layout.register import Detached, rows_option
from ppid_exporters.layout.theme import accent, extra, paper, theme_of

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@frozen(kw_only=True)
class DocxExporter:
    """The document as one Word file (ISO/IEC 29500, transitional), which carries the public data.

    Attributes:
        paper: "A4" or "F4", "" for the paper of the letterhead, else of the report.
        accent: colour ``#RRGGBB``, "" for that of the report.
        template: a Word document (*kop surat*) whose headers, footers, margins and paper are used.
        logo: a picture for the cover, in place of that of the report.
        baris: rows of a register up to which it is printed, "300"; a longer one comes beside the document as
            a CSV file. "semua" prints every register.
    """

    may_end_process: ClassVar[bool] = True
    name: str = "docx"
    label: str = "Word (.docx)"
    paper: str = ""
    accent: str = ""
    template: Path | None = None
    logo: Path | None = None
    baris: str = rows_option()

    def export(self, report: Report, /) -> Iterator[Artifact]:
        """Yield ``laporan.docx``, or by the name of another document, and the registers too long to print.

        Raises:
            ExtraMissingError: a package of the extra ``docx`` is not installed.
            OptionError: for a letterhead or a logo that is missing or cannot be read.
            UnknownNameError: for a paper that is neither A4 nor F4.
        """
        from ppid_exporters.docx.document import Chosen, written  # noqa: PLC0415  listing the formats loads no more

        theme = theme_of(report, self.paper, self.accent)
        chosen = Chosen(theme=theme, has_paper=bool(self.paper), template=self.template, logo=self.logo)
        with extra("docx", "docx", "fontTools", "PIL", "vl_convert"):
            detached = Detached.of(report, self.baris, self.name, are_inside=False)
            content = written(oriented(detached.report, paper(theme)), chosen)
        unread = "" if self.logo else unread_logo(report)
        told = (accent(theme).note(report.meta.lang), detached.note, unread)
        notes = tuple(note for note in told if note)
        yield Artifact(name=f"{report.meta.stem}.docx", media_type=MEDIA_TYPE, content=content, notes=notes)
        yield from detached.files
