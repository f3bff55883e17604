"""PDF: the document to send and to archive, tagged, with its data attached."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

from attrs import evolve, frozen

from ppid_core.errors import OptionError
from ppid_core.language import Bilingual
from ppid_core.plugins import Artifact
from ppid_core.report import Report
from ppid_exporters.json import NAME, carried
from ppid_exporters.layout.caption import Captions
from ppid_exporters.layout.orientation import oriented
from ppid_exporters.layout.part import parted
from ppid_exporters.layout.photo import unread_logo
from ppid_exporters.layout.register import Detached, rows_option
from ppid_exporters.layout.theme import accent, extra, paper, theme_of
from ppid_exporters.pdf.document import light_enough, most_bytes, pictures, tree_of, typeset
from ppid_exporters.pdf.frame import MILLIMETRE, PageFrame


@frozen(kw_only=True)
class PdfExporter:
    """The document as PDF/A-3b and PDF/UA-1, set by typst, with ``laporan.json`` attached.

    Attributes:
        paper: "A4" or "F4", "" for the paper of the report.
        accent: colour ``#RRGGBB``, "" for that of the report.
        logo: a picture for the cover, in place of that of the report.
        max_size: how large the file may be, "2MB"; pictures are scaled down for it. "" for any size.
        baris: rows of a register up to which it is printed, "300"; a longer one is attached as a CSV file,
            which also comes beside the PDF. "semua" prints every register.
    """

    may_end_process: ClassVar[bool] = True
    name: str = "pdf"
    label: str = "PDF (arsip, bertanda)"
    label_en: ClassVar[str] = "PDF (archival, tagged)"
    paper: str = ""
    accent: str = ""
    logo: Path | None = None
    max_size: str = ""
    baris: str = rows_option()

    def export(self, report: Report, /) -> Iterator[Artifact]:
        """Yield ``laporan.pdf``, or by the name of another document, and the registers too long to print.

        Raises:
            ExtraMissingError: typst, pikepdf, Pillow or fontTools is not installed.
            OptionError: the logo cannot be read, or the size is none.
            UnknownNameError: for a paper that is neither A4 nor F4.
        """
        detached = Detached.of(report, self.baris, self.name, are_inside=True)
        with extra("pdf", "typst", "pikepdf", "PIL", "fontTools"):
            artifact = self._artifact(detached)
        yield artifact
        yield from detached.files

    def _artifact(self, detached: Detached) -> Artifact:
        theme, lang = theme_of(detached.report, self.paper, self.accent), detached.report.meta.lang
        report = oriented(detached.report, paper(theme))
        colour, most = accent(theme), most_bytes(self.max_size)
        frame = PageFrame(
            report=report, paper=paper(theme), accent=colour.colour, captions=Captions.of(report)
        )
        frame = evolve(frame, report=parted(report, frame.room(is_wide=True) / MILLIMETRE))
        tree = tree_of(frame, self._logo(), detached.files)
        attached = {NAME: carried(report), **{file.name: file.content for file in detached.files}}
        weighed = light_enough(
            lambda longest: typeset(tree, pictures(frame, longest), attached, most),
            most,
            has_photos=bool(frame.photos),
        )
        unread = "" if self.logo else unread_logo(report)
        notes = (colour.note(lang), weighed.note(lang), frame.glyphs.note(lang), detached.note, unread)
        return Artifact(
            name=f"{report.meta.stem}.pdf",
            media_type="application/pdf",
            content=weighed.content,
            notes=tuple(note for note in notes if note),
        )

    def _logo(self) -> bytes | None:
        """Return the picture that the option names, None where it names none."""
        if self.logo is None:
            return None
        try:
            return self.logo.read_bytes()
        except OSError as error:
            raise OptionError(_NO_LOGO.fill(path=self.logo, why=error.strerror)) from error


_NO_LOGO = Bilingual('logo: "{path}" tidak dapat dibaca ({why}).', 'logo: "{path}" cannot be read ({why}).')
