"""Pictures: charts, photographs and the logo, scaled to the text, each with a description."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from ppid_core.language import Bilingual
from ppid_core.report import Chart, Picture
from ppid_exporters.chart.drawing import Breadth
from ppid_exporters.chart.pair import CHART_SCALE
from ppid_exporters.chart.svg import draw, size_of, table_of
from ppid_exporters.docx.inline import run
from ppid_exporters.docx.manuscript import Manuscript
from ppid_exporters.docx.markup import (
    NAMESPACES,
    NOTHING,
    PIXELS_OF_A_MILLIMETRE,
    Xml,
    colour,
    emu,
    joined,
    tag,
    w,
)
from ppid_exporters.docx.pieces import Line, caption_line
from ppid_exporters.layout import wording
from ppid_exporters.layout.photo import Photo, photo
from ppid_exporters.layout.theme import SECONDARY

_KEPT = 32
"""Drawings that are kept as points: more than a report has."""
_SHARPNESS = 3
"""Pixels of the picture for each pixel of the drawing."""

_LARGEST = 3000
"""Pixels of a drawing that can still be read on a page: a name of thousands of letters makes a wider one."""

_TALLEST_CHART = 190.0
_TALLEST = 110.0
_LOGO_OF = Bilingual("Lambang {body}", "Emblem of {body}")


def chart(block: Chart, book: Manuscript, breadth: Breadth = "broad") -> Iterator[Line]:
    """Yield caption, subtitle and picture of a chart; where it cannot be drawn, its description."""
    yield caption_line(block, book)
    table = table_of(block, book.report)
    svg = None if table is None else draw(block, table, book.accent, book.lang, breadth)
    if svg is not None and max(size_of(svg)) <= _LARGEST:
        yield _drawn(block, svg, book)
        return
    if block.subtitle:
        yield Line(style="ChartNote", content=run(block.subtitle))
    told = joined(run(block.alt), _see(block, book))
    yield Line(style="BodyText", content=told)


def picture(block: Picture, book: Manuscript) -> Iterator[Line]:
    """Yield a picture of the folder and its caption."""
    found = photo(block.content)
    if found is not None:
        wide, high = _fitted(found, book.sheet.room, _TALLEST)
        shown = _drawing(book, found, (wide, high), block.alt or block.caption)
        yield Line(style="Picture", content=shown, keeps=True)
    line = caption_line(block, book, "CaptionBelow")
    if found is not None:
        yield line
        return
    missing = f" ({book.say(wording.NO_PICTURE)})"
    grey = run(missing, w("color", val=colour(SECONDARY)))
    yield Line(style=line.style, content=joined(line.content, grey), anchor=line.anchor)


def emblem(content: bytes | None, book: Manuscript, room: tuple[float, float]) -> Line | None:
    """Return the logo within ``room``, width and height; None where there is none that can be read."""
    found = photo(content)
    if found is None:
        return None
    wide, high = _fitted(found, *room)
    meta = book.report.meta
    told = _LOGO_OF.fill(body=meta.body)(book.lang) if meta.body else "Logo"
    return Line(style="Logo", content=_drawing(book, found, (wide, high), told))


def _fitted(found: Photo, widest: float, tallest: float) -> tuple[float, float]:
    """Return the size of a picture in millimetres: 96 pixels an inch, or smaller to fit."""
    scale = min(widest / found.width, tallest / found.height, 1 / PIXELS_OF_A_MILLIMETRE)
    return found.width * scale, found.height * scale


def _drawing(book: Manuscript, shown: Photo, size_of_it: tuple[float, float], told: str) -> Xml:
    """Return a picture in the line of text, ``told`` to those who do not see it."""
    number, (wide, high) = book.numbers.fresh(), size_of_it
    size = {"cx": emu(wide), "cy": emu(high)}
    name: dict[str, str | int] = {"id": number, "name": f"Gambar {number}", "descr": told}
    shape = tag(
        "pic:spPr",
        {},
        tag("a:xfrm", {}, tag("a:off", {"x": 0, "y": 0}), tag("a:ext", {**size})),
        tag("a:prstGeom", {"prst": "rect"}, tag("a:avLst", {})),
    )
    fill = tag(
        "pic:blipFill",
        {},
        tag("a:blip", {"r:embed": book.embed(shown.content, shown.media_type)}),
        tag("a:stretch", {}, tag("a:fillRect", {})),
    )
    seen = tag("pic:nvPicPr", {}, tag("pic:cNvPr", name), tag("pic:cNvPicPr", {}))
    graphic = tag(
        "a:graphic",
        {},
        tag("a:graphicData", {"uri": NAMESPACES["pic"]}, tag("pic:pic", {}, seen, fill, shape)),
    )
    inline = tag(
        "wp:inline",
        {"distT": 0, "distB": 0, "distL": 0, "distR": 0},
        tag("wp:extent", {**size}),
        tag("wp:docPr", name),
        tag("wp:cNvGraphicFramePr", {}, tag("a:graphicFrameLocks", {"noChangeAspect": 1})),
        graphic,
    )
    return w("r", w("drawing", inline))


def _drawn(block: Chart, svg: str, book: Manuscript) -> Line:
    pixels = size_of(svg)
    points = Photo(content=_points(svg), media_type="image/png", width=int(pixels[0]), height=int(pixels[1]))
    scale = min(CHART_SCALE / PIXELS_OF_A_MILLIMETRE, book.sheet.room / pixels[0], _TALLEST_CHART / pixels[1])
    wide, high = (side * scale for side in pixels)
    shown = _drawing(book, points, (wide, high), block.alt or block.title)
    # In a paragraph of its own LibreOffice parts it, and the caption above it, from the picture.
    note = run(f"{block.subtitle}\n", w("color", val=colour(SECONDARY)), w("sz", val=19))
    return Line(style="Picture", content=joined(note, shown) if block.subtitle else shown)


@lru_cache(maxsize=_KEPT)
def _points(svg: str) -> bytes:
    """Return a drawing as points (PNG), for Word shows no SVG without one."""
    import vl_convert  # noqa: PLC0415  an extra, and slow to start

    content: bytes = vl_convert.svg_to_png(svg, scale=_SHARPNESS)
    return content


def _see(block: Chart, book: Manuscript) -> Xml:
    """Return where the figures of a chart stand."""
    table = table_of(block, book.report)
    if table is None:
        return NOTHING
    caption = book.caption(table)
    return joined(
        run(f" {book.say(wording.SEE)} "), book.link(table, run(caption.label or caption.title)), run(".")
    )
