"""PDF: the document to send and to archive, tagged, with its data attached."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

from attrs import frozen

from ppid_core.errors import OptionError
from ppid_core.language import Bilingual
from ppid_core.plugins import Artifact
from ppid_core.report import Report
from ppid_exporters.json import carried
from ppid_exporters.layout.caption import Captions
from ppid_exporters.layout.photo import unread_logo
from ppid_exporters.layout.theme import accent, extra, paper, theme_of
from ppid_exporters.pdf.document import light_enough, most_bytes, pictures, tree_of, typeset
from ppid_exporters.pdf.frame import PageFrame


@frozen(kw_only=True)
class PdfExporter:
    """The document as PDF/A-3b and PDF/UA-1, set by typst, with ``laporan.json`` attached.

    Attributes:
        paper: "A4" or "F4", "" for the paper of the report.
        accent: colour ``#RRGGBB``, "" for that of the report.
        logo: a picture for the cover, in place of that of the report.
        max_size: how large the file may be, "2MB"; pictures are scaled down for it. "" for any size.
    """

    may_end_process: ClassVar[bool] = True
    name: str = "pdf"
    label: str = "PDF (arsip, bertanda)"
    paper: str = ""
    accent: str = ""
    logo: Path | None = None
    max_size: str = ""

    def export(self, report: Report, /) -> Iterator[Artifact]:
        """Yield ``laporan.pdf``, or by the name of another document.

        Raises:
            ExtraMissingError: typst, Pillow or fontTools is not installed.
            OptionError: the logo cannot be read, or the size is none.
            UnknownNameError: for a paper that is neither A4 nor F4.
        """
        with extra("pdf", "typst", "PIL", "fontTools"):
            artifact = self._artifact(report)
        yield artifact

    def _artifact(self, report: Report) -> Artifact:
        theme, lang = theme_of(report, self.paper, self.accent), report.meta.lang
        colour, most = accent(theme), most_bytes(self.max_size)
        frame = PageFrame(
            report=report, paper=paper(theme), accent=colour.colour, captions=Captions.of(report)
        )
        tree, data = tree_of(frame, self._logo()), carried(report)
        weighed = light_enough(
            lambda longest: typeset(tree, pictures(frame, longest), data), most, has_photos=bool(frame.photos)
        )
        unread = "" if self.logo else unread_logo(report)
        notes = (colour.note(lang), weighed.note(lang), frame.glyphs.note(lang), unread)
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
