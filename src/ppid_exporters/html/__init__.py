"""HTML: one self-contained page for screen, phone and paper."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import ClassVar

from attrs import evolve, frozen

from ppid_core.plugins import Artifact
from ppid_core.report import Report
from ppid_exporters.html.files import linked
from ppid_exporters.layout.orientation import oriented
from ppid_exporters.layout.photo import unread_logo
from ppid_exporters.layout.theme import extra, paper, theme_of


@frozen(kw_only=True)
class HtmlExporter:
    """The document as one accessible HTML page that needs no script and no other file.

    A roll-up has a script of its own that searches its long tables; without it they are whole.

    Attributes:
        paper: "A4" or "F4" for printing, "" for the paper of the report.
        accent: colour ``#RRGGBB``, "" for that of the report.
    """

    may_end_process: ClassVar[bool] = True
    name: str = "html"
    label: str = "Halaman web (HTML)"
    label_en: ClassVar[str] = "Web page (HTML)"
    paper: str = ""
    accent: str = ""

    def export(self, report: Report, /) -> Iterator[Artifact]:
        """Yield ``laporan.html``, or by the name of another document.

        Raises:
            ExtraMissingError: jinja2 is not installed, or Pillow where there are pictures.
            UnknownNameError: for a paper that is neither A4 nor F4.
        """
        from ppid_exporters.html.page import render  # noqa: PLC0415  listing the formats loads no more

        with extra("html", "jinja2", "PIL"):
            theme = theme_of(report, self.paper, self.accent)
            page = render(oriented(report, paper(theme), takes_hints=True), theme)
        note = unread_logo(report)
        notes = (note,) if note else ()
        yield Artifact(
            name=f"{report.meta.stem}.html", media_type="text/html", content=page.encode(), notes=notes
        )

    def beside(
        self, report: Report, made: Sequence[Artifact], others: Mapping[str, Sequence[Artifact]]
    ) -> Iterator[Artifact]:
        """Yield the page with links to the files that were made together with it."""
        for artifact in made:
            page = linked(artifact.content.decode(), others, report.meta.lang)
            yield evolve(artifact, content=page.encode())
