"""A whole document for typst: what stands where, how it is set, and how large the file may be."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from importlib.resources import files
from io import BytesIO
from itertools import groupby
from typing import TYPE_CHECKING

from attrs import frozen

from ppid_core.errors import OptionError
from ppid_core.language import Bilingual
from ppid_core.plugins import Artifact
from ppid_core.report import Block, Report, Section, Signature, Table
from ppid_exporters.layout.caption import KEY_FIGURES, anchor, first_annex, first_chapter, foot, is_listed
from ppid_exporters.layout.character import one_line
from ppid_exporters.layout.matrix import is_across
from ppid_exporters.layout.photo import LONGEST, Photo, photo
from ppid_exporters.layout.theme import INK, RULE, SECONDARY
from ppid_exporters.layout.wording import LIST_OF_PICTURES, LIST_OF_TABLES
from ppid_exporters.pdf.blocks import embedded, laid_out
from ppid_exporters.pdf.frame import MILLIMETRE, PageFrame, Tree
from ppid_exporters.pdf.glyphs import FAMILIES, FOLDER, width

if TYPE_CHECKING:
    from typst import Fonts


_DEEPEST = 6
"""Levels of headings that a tagged PDF knows."""
_COVER = (60 * MILLIMETRE, 35 * MILLIMETRE)
_KOP = (28 * MILLIMETRE, 25 * MILLIMETRE)
"""The most room for a logo, on a cover and in the head of a letter."""
_SHORT = 3000
"""Characters of a chapter that may fit below another one: some page of them."""
_UNDATED = date(2000, 1, 1)
"""PDF/A wants a date: this one, where a document has none."""
_NOTHING = "–"
"""Stands for a title that nobody typed: a heading without words is none."""


def tree_of(frame: PageFrame, logo: bytes | None, registers: Sequence[Artifact] = ()) -> Tree:
    """Return everything that the template reads.

    Args:
        frame: the document.
        logo: a picture for the cover, None for that of the report.
        registers: files that are attached beside the data.
    """
    report, meta = frame.report, frame.report.meta
    first, annex = first_chapter(report), first_annex(report)
    front, body = report.sections[:first], report.sections[first:]
    return {
        "lang": meta.lang,
        "title": frame.glyphs.shown(one_line(meta.title)) or _NOTHING,
        "author": frame.glyphs.shown(one_line(meta.body)),
        "date": _date(report),
        "paper": [frame.paper.width, frame.paper.height],
        "families": FAMILIES,
        "colours": {"accent": frame.accent, "ink": INK, "secondary": SECONDARY, "rule": RULE},
        "form": meta.form,
        "foot": _short(foot(meta), 8.5, 1.8, frame),
        "marks": [_short(mark, 10, 0.95, frame) for mark in meta.marks],
        "cover": _cover(frame, logo),
        "lists": [frame.line(words(meta.lang)) for words in (LIST_OF_TABLES, LIST_OF_PICTURES)],
        "front": [_chapter(section, frame, begins=section.key == KEY_FIGURES) for section in front],
        "body": list(_turned(body, frame, annex)),
        "registers": [{"name": file.name, "type": file.media_type} for file in registers],
    }


def _cover(frame: PageFrame, logo: bytes | None) -> Tree:
    meta = frame.report.meta
    size = 28 if meta.form == "full" else 16
    room = _KOP if meta.form == "letter" else _COVER
    file, wide = embedded(logo or frame.report.cover.logo, frame, *room)
    return {
        "logo": file,
        "width": wide,
        "title": frame.line(meta.title, size, is_bold=True) or _NOTHING,
        "lines": [frame.line(line, 14) for line in frame.report.cover.lines if line != meta.title],
        "marks": [frame.line(mark, is_bold=True, room=frame.room() - 40) for mark in meta.marks],
    }


def _turned(sections: Iterable[Section], frame: PageFrame, apart: Section | None) -> Iterator[Tree]:
    """Yield chapters; those of nothing but wide tables stand together on the long side of the paper."""
    for is_flipped, some in groupby(sections, key=is_across):
        # Lying sheets begin a page of themselves: a break would leave it empty.
        chapters = [_chapter(one, frame, begins=one is apart and not is_flipped) for one in some]
        yield from [{"kind": "flipped", "items": chapters}] if is_flipped else chapters


def _chapter(section: Section, frame: PageFrame, *, begins: bool) -> Tree:
    """Return a chapter; one that begins no page may stand below another, where it fits there."""
    inner = list(_blocks(section))
    is_upright = not any(isinstance(block, Table) and block.wide for block in inner)
    return {
        "kind": "chapter",
        "begins": begins,
        "is_short": is_upright and sum(len(block.plain(frame.lang)) for block in inner) < _SHORT,
        "items": list(_section(section, 1, frame)),
    }


def _blocks(section: Section) -> Iterator[Block]:
    yield from section.blocks
    for inner in section.sections:
        yield from _blocks(inner)


def _section(section: Section, depth: int, frame: PageFrame) -> Iterator[Tree]:
    """Yield the heading of a section, its blocks, and the sections within."""
    level = min(depth, _DEEPEST)
    size = {1: 20.0, 2: 14.0}.get(level, 11.5)
    yield {
        "kind": "heading",
        "level": level,
        "label": frame.line(section.label, size, is_bold=True),
        "title": frame.line(section.title, size, is_bold=True) or _NOTHING,
        "anchor": anchor(section),
        "key": section.key,
        "is_listed": is_listed(section),
    }
    yield from (block | {"within": section.key, "depth": level} for block in laid_out(section.blocks, frame))
    for inner in section.sections:
        yield from _section(inner, depth + 1, frame)


def _short(words: str, size: float, lines: float, frame: PageFrame) -> str:
    """Return ``words`` cut to so many lines of the narrow side of the paper; the cover has them whole."""
    shown, room = frame.line(words, size), frame.room() * lines / size
    if width(shown, is_bold=True) <= room:
        return shown
    while shown and width(shown, is_bold=True) > room - 1:
        shown = shown[: len(shown) * 9 // 10]
    return shown + "…"


def _date(report: Report) -> list[int]:
    """Return the day of the signature, else the one that the year is told of: no clock is read."""
    signatures = (block for block in report.blocks() if isinstance(block, Signature))
    signed = next((block.on for block in signatures if block.on is not None), None)
    day = signed or (report.year.as_of if report.year else _UNDATED)
    return [day.year, day.month, day.day]


_STANDARDS = ("a-3b", "ua-1")
"""PDF/A-3 carries files, and its pages keep their look; PDF/UA-1 is read aloud."""
_TEMPLATE = "laporan.typ"
_TREE = "isi.json"


_LIGHT = 1_000_000
"""Bytes up to which a PDF stays as it was set: to pack it takes as long as to set it."""


def typeset(
    tree: Tree, pictures: Mapping[str, bytes], attached: Mapping[str, bytes], most: int | None = None
) -> bytes:
    """Return the PDF, packed where it is large.

    Args:
        tree: what the template reads.
        pictures: charts and photographs by their names.
        attached: files that are attached, by their names.
        most: bytes that it may have, None for any.

    Raises:
        ModuleNotFoundError: typst or pikepdf is not installed.
    """
    pdf = compiled(tree, pictures, attached)
    return packed(pdf) if len(pdf) > min(most or _LIGHT, _LIGHT) else pdf


def packed(pdf: bytes) -> bytes:
    """Return the same PDF with its small objects in streams, which are compressed.

    A tag is a small object: of the register of a year, tags were 17 of 18 MB. ISO 32000-1, 7.5.7, has such
    streams since PDF 1.5, and PDF/A-3 and PDF/UA-1 allow them. The identifier is made of the content.

    Raises:
        ModuleNotFoundError: pikepdf is not installed.
    """
    from pikepdf import ObjectStreamMode, Pdf  # noqa: PLC0415  an extra

    stream = BytesIO()
    with Pdf.open(BytesIO(pdf)) as document:
        document.save(
            stream,
            object_stream_mode=ObjectStreamMode.generate,
            deterministic_id=True,
            fix_metadata_version=False,
        )
    return stream.getvalue()


def compiled(tree: Tree, pictures: Mapping[str, bytes], attached: Mapping[str, bytes]) -> bytes:
    """Return the PDF as typst writes it, of what `typeset` is given.

    Raises:
        ModuleNotFoundError: typst is not installed.
    """
    import typst  # noqa: PLC0415  an extra

    template = files("ppid_exporters.pdf").joinpath(_TEMPLATE).read_bytes()
    sources = {"main": template, _TREE: written(tree).encode(), **pictures, **attached}
    pdf: bytes = typst.compile(  # type: ignore[call-overload]  # its stub forgets files in memory
        sources, format="pdf", font_paths=_fonts(), ignore_system_fonts=True, pdf_standards=list(_STANDARDS)
    )
    return pdf


def written(tree: Tree) -> str:
    """Return what the template reads, as JSON."""
    return json.dumps(tree, ensure_ascii=False, allow_nan=False)


def pictures(frame: PageFrame, longest: int) -> dict[str, bytes]:
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


_UNITS = {"": 1, "B": 1, "KB": 1_000, "MB": 1_000_000, "GB": 1_000_000_000}
"""Decimal ones: a limit meant in powers of two is kept all the more."""
_WRITTEN = re.compile(r"(\d+(?:[.,]\d+)?)\s*([KMG]?B?)", re.IGNORECASE)
_STEPS = (LONGEST, 1200, 900, 700, 500, 350, 250, 150)
"""Pixels of the long side of pictures, tried in this order."""


@frozen(kw_only=True)
class Weighed:
    """A file, and what people should know of its size; "" where it is as it should be."""

    content: bytes
    note: Bilingual = Bilingual("", "")


def most_bytes(written: str) -> int | None:
    """Return a size as typed, "2MB" or "1,5 MB", in bytes; None for "".

    Raises:
        OptionError: it is no size.
    """
    if not written.strip():
        return None
    found = _WRITTEN.fullmatch(written.strip())
    unit = found[2].upper() if found else ""
    if found is None or (unit and not unit.endswith("B")):
        raise OptionError(_NO_SIZE.fill(written=written))
    return int(float(found[1].replace(",", ".")) * _UNITS[unit])


def light_enough(typeset: Callable[[int], bytes], most: int | None, *, has_photos: bool) -> Weighed:
    """Return the document with pictures as large as the limit allows.

    Args:
        typeset: makes the document with pictures of so many pixels on the long side.
        most: bytes that it may have, None for any.
        has_photos: whether there is anything to scale.
    """
    content = typeset(LONGEST)
    if most is None or len(content) <= most:
        return Weighed(content=content)
    for longest in _STEPS[1:] if has_photos else ():
        content = typeset(longest)
        if len(content) <= most:
            return Weighed(content=content, note=_SCALED.fill(longest=longest))
    size = f"{len(content) / _UNITS['KB']:.0f}"
    return Weighed(content=content, note=_TOO_LARGE.fill(size=size, most=f"{most / _UNITS['KB']:.0f}"))


_SCALED = Bilingual(
    "Gambar diperkecil menjadi paling panjang {longest} piksel agar berkas tidak melebihi batas ukurannya.",
    "Pictures were scaled to at most {longest} pixels so that the file keeps to its limit.",
)
_TOO_LARGE = Bilingual(
    "Ukuran PDF {size} KB, di atas batas {most} KB, juga dengan gambar terkecil; teks tidak diperkecil.",
    "The PDF has {size} KB, over the limit of {most} KB, with the smallest pictures too; text is not scaled.",
)


_NO_SIZE = Bilingual(
    'max_size: "{written}" tidak terbaca sebagai ukuran. Tulis, misalnya, 2MB atau 800KB.',
    'max_size: "{written}" is not read as a size. Write 2MB or 800KB.',
)
