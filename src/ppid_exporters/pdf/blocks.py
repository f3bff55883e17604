"""Lays out blocks: each becomes values that the template reads, by the name of its kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ppid_core.report import (
    Block,
    Chart,
    Contents,
    Inline,
    Items,
    Notice,
    Paragraph,
    Picture,
    Signature,
    Table,
    running,
)
from ppid_exporters.chart.drawing import Breadth
from ppid_exporters.chart.pair import CHART_SCALE, GUTTER, Pair, paired
from ppid_exporters.chart.svg import draw, size_of, table_of
from ppid_exporters.layout.caption import anchor
from ppid_exporters.layout.photo import LONGEST, photo
from ppid_exporters.layout.wording import BASIS, NO_PICTURE, SEAL, SEE, UNREADABLE
from ppid_exporters.pdf.frame import MILLIMETRE, PageFrame, Tree
from ppid_exporters.pdf.tables import table

_SIGNING = 75 * MILLIMETRE
_SCREEN = 0.75
"""Points of a pixel: 96 in an inch."""
_HIGHEST = 110 * MILLIMETRE
_LONG = 1200
"""Characters from which on a block is not held together: it may be longer than a page."""


def laid_out(blocks: Iterable[Block], frame: PageFrame) -> Iterator[Tree]:
    """Yield the blocks of a section; what stands before a signature is told to stay with it."""
    waiting: Tree | None = None
    for block in paired(tuple(blocks), frame.room() / MILLIMETRE, frame.accent, frame.lang):
        if waiting is not None:
            yield waiting | {"stays": isinstance(block, Signature)}
        if isinstance(block, Pair):
            waiting = _pair(block, frame)
        else:
            waiting = _block(block, frame) | {"is_long": len(block.plain(frame.lang)) > _LONG}
    if waiting is not None:
        yield waiting | {"stays": False}


def _pair(pair: Pair, frame: PageFrame) -> Tree:
    """Return a table and its chart side by side."""
    left = pair.of_table * MILLIMETRE
    right = frame.room() - left - GUTTER * MILLIMETRE
    return {
        "kind": "pair",
        "widths": [left, right],
        "gutter": GUTTER * MILLIMETRE,
        "table": table(pair.table, frame, left),
        "chart": _chart(pair.chart, frame, "beside", right),
    }


def _block(block: Block, frame: PageFrame) -> Tree:
    match block:
        case Paragraph():
            return {"kind": "paragraph", "parts": _parts(block.content, frame), "lang": block.lang or ""}
        case Items():
            items = [_parts(item, frame, indent=18) for item in block.items]
            return {"kind": "items", "is_ordered": block.ordered, "items": items, "lang": block.lang or ""}
        case Table():
            return table(block, frame)
        case Chart():
            return _chart(block, frame)
        case Picture():
            return _picture(block, frame)
        case Notice():
            basis = f"{BASIS(frame.lang)}: {block.basis}." if block.basis else ""
            room = frame.room() - 24
            return {
                "kind": "notice",
                "text": frame.say(block.text, room=room),
                "basis": frame.say(basis, 9.5, room),
            }
        case Signature():
            return _signature(block, frame)
        case Contents():
            return {"kind": "contents"}
        case _:
            return {"kind": "paragraph", "parts": [frame.say(block.plain(frame.lang))]}


def _parts(content: Iterable[Inline], frame: PageFrame, indent: float = 0) -> list[str | Tree | list[str]]:
    """Return running text: words as they are, a figure as a list of one, so that the template knows it."""
    room, parts = frame.room() - indent, list[str | Tree | list[str]]()
    for part in content:
        if isinstance(part, str):
            parts += frame.said(part, room=room)
        else:
            parts.append([frame.say(running(part.value, frame.lang))])
    return parts


def _chart(chart: Chart, frame: PageFrame, breadth: Breadth = "broad", room: float = 0.0) -> Tree:
    """Return a chart; without a picture, its description and where its figures stand."""
    source, room = table_of(chart, frame.report), room or frame.room()
    svg = draw(chart, source, frame.accent, frame.lang, breadth) if source else None
    told = {
        "kind": "chart",
        "caption": frame.caption(frame.captions.find(chart)),
        "subtitle": frame.line(chart.subtitle, 9.5),
        "alt": frame.glyphs.shown(chart.alt) or chart.key,
    }
    if svg is None:
        return told | {"file": "", "text": frame.say(chart.alt), **_seen(source, frame)}
    name = f"grafik-{len(frame.charts) + 1}.svg"
    frame.charts[name] = frame.glyphs.spelled(svg).encode()
    return told | {"file": name, "width": min(int(size_of(svg)[0]) * _SCREEN * CHART_SCALE, room)}


def _seen(source: Table | None, frame: PageFrame) -> Tree:
    if source is None:
        return {"see": "", "anchor": ""}
    caption = frame.captions.find(source)
    see = f"{SEE(frame.lang)} {caption.label or caption.title}."
    return {"see": frame.line(see), "anchor": anchor(source)}


def _picture(picture: Picture, frame: PageFrame) -> Tree:
    caption = frame.caption(frame.captions.find(picture))
    alt = frame.glyphs.shown(picture.alt or picture.caption) or caption["label"]
    missing = f" ({(UNREADABLE if picture.content else NO_PICTURE)(frame.lang)})"
    file, width = embedded(picture.content, frame, frame.room(), _HIGHEST)
    told = caption if file else caption | {"title": caption["title"] + missing}
    return {
        "kind": "picture",
        "caption": told,
        "alt": alt or NO_PICTURE(frame.lang),
        "file": file,
        "width": width,
    }


def embedded(content: bytes | None, frame: PageFrame, room: float, highest: float) -> tuple[str, float]:
    """Keep a picture for the template; return the name of its file, "" for none, and its width in points."""
    found = photo(content, LONGEST)
    if found is None or content is None:
        return "", 0.0
    name = f"gambar-{len(frame.photos) + 1}.svg"
    frame.photos[name] = content
    return name, min(found.width * _SCREEN, room, highest * found.width / found.height)


def _signature(block: Signature, frame: PageFrame) -> Tree:
    return {
        "kind": "signature",
        "above": [frame.line(line, room=_SIGNING) for line in block.above(frame.lang)],
        "below": [frame.line(line, room=_SIGNING, is_bold=True) for line in block.below],
        "is_named": bool(block.name),
        "seal": frame.line(SEAL(frame.lang)) if frame.report.meta.form == "full" else "",
    }
