"""Has typst set the document: template and values go in, a PDF comes out, all in memory."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from ppid_exporters.layout.data import NAME
from ppid_exporters.layout.photo import Photo, photo
from ppid_exporters.pdf.frame import Frame, Tree
from ppid_exporters.pdf.typeface import FOLDER

if TYPE_CHECKING:
    from typst import Fonts

STANDARDS = ("a-3b", "ua-1")
"""PDF/A-3 carries files, and its pages keep their look; PDF/UA-1 is read aloud."""
TEMPLATE = "laporan.typ"
TREE = "isi.json"


def typeset(tree: Tree, pictures: Mapping[str, bytes], data: bytes) -> bytes:
    """Return the PDF.

    Args:
        tree: what the template reads.
        pictures: charts and photographs by their names.
        data: what is attached.

    Raises:
        ModuleNotFoundError: typst is not installed.
    """
    import typst  # noqa: PLC0415  an extra

    template = files("ppid_exporters.pdf").joinpath(TEMPLATE).read_bytes()
    sources = {"main": template, TREE: written(tree).encode(), NAME: data, **pictures}
    pdf: bytes = typst.compile(  # type: ignore[call-overload]  # its stub forgets files in memory
        sources, format="pdf", font_paths=_fonts(), ignore_system_fonts=True, pdf_standards=list(STANDARDS)
    )
    return pdf


def written(tree: Tree) -> str:
    """Return what the template reads, as JSON."""
    return json.dumps(tree, ensure_ascii=False, allow_nan=False)


def pictures(frame: Frame, longest: int) -> dict[str, bytes]:
    """Return the pictures of a document, photographs with at most so many pixels on the long side."""
    scaled = ((name, photo(content, longest)) for name, content in frame.photos.items())
    return {**frame.charts, **{name: _wrapped(one) for name, one in scaled if one is not None}}


def _wrapped(one: Photo) -> bytes:
    """Return a photograph inside an SVG picture: what typst takes from memory has to be text."""
    sides = f'width="{one.width}" height="{one.height}"'
    address = f"data:{one.media_type};base64,{b64encode(one.content).decode()}"
    return f'<svg xmlns="http://www.w3.org/2000/svg" {sides}><image {sides} href="{address}"/></svg>'.encode()


@cache
def _fonts() -> Fonts:
    """Return the bundled fonts, and no other: neither the machine's nor those of typst."""
    import typst  # noqa: PLC0415  an extra

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FOLDER)])
