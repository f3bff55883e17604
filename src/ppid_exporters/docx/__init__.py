"""Word: the document to edit and to sign, with real headings, fields and repeating table headings."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

from attrs import frozen

from ppid_core.language import Bilingual
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
        template: a Word document whose headers, footers, margins and paper are used (*kop surat*); one that
            was begun from ``templat.docx`` gives its styles and lists, too.
        starter: whether ``templat.docx`` comes beside the document, to be changed in a word processor.
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
    starter: bool = False
    logo: Path | None = None
    baris: str = rows_option()

    def export(self, report: Report, /) -> Iterator[Artifact]:
        """Yield ``laporan.docx``, or by the name of another document, and what comes beside it.

        Raises:
            ExtraMissingError: a package of the extra ``docx`` is not installed.
            OptionError: for a template or a logo that is missing or cannot be read, and for what a template
                lacks.
            UnknownNameError: for a paper that is neither A4 nor F4.
        """
        from ppid_exporters.docx.document import Chosen, written  # noqa: PLC0415  listing the formats loads no more
        from ppid_exporters.docx.starter import started  # noqa: PLC0415  listing the formats loads no more

        theme = theme_of(report, self.paper, self.accent)
        chosen = Chosen(theme=theme, has_paper=bool(self.paper), template=self.template, logo=self.logo)
        with extra("docx", "fontTools", "PIL", "vl_convert"):
            detached = Detached.of(report, self.baris, self.name, are_inside=False)
            made = written(oriented(detached.report, paper(theme)), chosen)
            beside = started(report, theme) if self.starter else b""
        unread = "" if self.logo else unread_logo(report)
        fonts = ", ".join(made.unknown_fonts)
        reckoned = _RECKONED.fill(fonts=fonts)(report.meta.lang) if fonts else ""
        told = (accent(theme).note(report.meta.lang), detached.note, unread, reckoned)
        notes = tuple(note for note in told if note)
        yield Artifact(
            name=f"{report.meta.stem}.docx", media_type=MEDIA_TYPE, content=made.content, notes=notes
        )
        yield from detached.files
        if beside:
            yield Artifact(name="templat.docx", media_type=MEDIA_TYPE, content=beside)


_RECKONED = Bilingual(
    "Nomor halaman pada daftar isi diperkirakan, karena lebar huruf templat ({fonts}) tidak diketahui. "
    "Di Word, tekan Ctrl+A lalu F9.",
    "The page numbers of the contents are an estimate, for the widths of the fonts of the template ({fonts}) "
    "are not known. In Word, press Ctrl+A, then F9.",
)
