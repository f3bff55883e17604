"""The importers of documents: find the data, then read them as JSON of ours."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import ClassVar

from attrs import evolve, frozen

from ppid_core.intake.cells import CellError
from ppid_core.intake.files.carried.fault import content_of
from ppid_core.intake.files.importer import refused
from ppid_core.intake.result import Intake


@frozen(kw_only=True)
class HtmlImporter:
    """A web page that we wrote: the data stand in it."""

    name: str = "html"
    label: str = "Halaman web buatan ppid-core"
    label_en: ClassVar[str] = "Web page made by ppid-core"
    suffixes: tuple[str, ...] = (".html", ".htm")

    def read(self, path: Path, /) -> Intake:
        """Return the year that the page carries.

        Raises:
            InputError: it carries none.
        """
        from ppid_core.intake.files.carried.html import data_in  # noqa: PLC0415  a folder needs no parser of pages

        return _read(path, data_in)


@frozen(kw_only=True)
class DocxImporter:
    """A Word file that we wrote: the data lie in it, also after it was edited and saved."""

    name: str = "docx"
    label: str = "Word buatan ppid-core"
    label_en: ClassVar[str] = "Word made by ppid-core"
    suffixes: tuple[str, ...] = (".docx",)

    def read(self, path: Path, /) -> Intake:
        """Return the year that the document carries; what was edited in its text is not read.

        Raises:
            InputError: it carries none.
        """
        from ppid_core.intake.files.carried.docx import data_in  # noqa: PLC0415  nor archives

        return _read(path, data_in)


@frozen(kw_only=True)
class PdfImporter:
    """A PDF that we wrote: the data are attached to it."""

    name: str = "pdf"
    label: str = "PDF buatan ppid-core"
    label_en: ClassVar[str] = "PDF made by ppid-core"
    suffixes: tuple[str, ...] = (".pdf",)

    def read(self, path: Path, /) -> Intake:
        """Return the year that the document carries.

        Raises:
            InputError: it carries none.
            ExtraMissingError: pypdf is not installed.
        """
        from ppid_core.intake.files.carried.pdf import data_in  # noqa: PLC0415  nor PDF

        return _read(path, data_in)


def _read(path: Path, data_in: Callable[[bytes], bytes]) -> Intake:
    from ppid_core.intake.files.json_file import read_json  # noqa: PLC0415  nor JSON

    try:
        content = content_of(path)
        data = data_in(content)
    except CellError as error:
        raise refused(path.name, error) from None
    return evolve(read_json(path.name, data), inputs={path.name: sha256(content).hexdigest()})
